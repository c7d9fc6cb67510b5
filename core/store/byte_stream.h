// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace core {

/// Appends numbers as groups of seven bits, lowest first; signed ones folded so that small magnitudes stay
/// short.
class ByteWriter {
public:
    void byte(std::uint8_t value) { m_bytes.append(static_cast<char>(value)); }
    void number(quint64 value);
    void signedNumber(qint64 value);
    void real(float value); ///< four bytes; a value that is not finite is written as 0
    void text(const QString& text);
    void blob(const QByteArray& blob);
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote. After the first thing that is cut off, out of range or not in its shortest
/// form every call returns zeros and ok() is false, so callers check once at the end.
class ByteReader {
public:
    /// `bytes` must outlive the reader.
    explicit ByteReader(const QByteArray& bytes) : m_bytes(bytes) {}

    bool ok() const { return m_ok; }
    bool atEnd() const {
        return m_ok && m_at == m_bytes.size();
    } ///< everything was read, and was well-formed
    void refuse() { m_ok = false; }

    std::uint8_t byteUpTo(std::uint8_t largest);
    quint64 number();
    qint64 signedNumber();
    qint64 bounded(qint64 largest);
    qint64 boundedSigned(qint64 largest); ///< |value| ≤ largest
    /// A count of things that each take at least `leastBytes` of what is left.
    std::size_t count(int leastBytes);
    float real(); ///< finite
    QString text();
    QByteArray blob();

private:
    QByteArray take(qsizetype size);

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace core
