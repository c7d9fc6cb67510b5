// SPDX-License-Identifier: Apache-2.0
#include "core/store/byte_stream.h"

#include <bit>
#include <cmath>

namespace core {

void ByteWriter::number(quint64 value) {
    while (value >= 0x80) {
        byte(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::signedNumber(qint64 value) {
    const auto bits = static_cast<quint64>(value);
    number(value < 0 ? ~(bits << 1) : bits << 1);
}

void ByteWriter::real(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(std::isfinite(value) ? value : 0.0F);
    for (int shift = 0; shift < 32; shift += 8)
        byte(static_cast<std::uint8_t>(bits >> shift));
}

void ByteWriter::text(const QString& text) {
    blob(text.toUtf8());
}

void ByteWriter::blob(const QByteArray& blob) {
    number(static_cast<quint64>(blob.size()));
    m_bytes.append(blob);
}

std::uint8_t ByteReader::byteUpTo(std::uint8_t largest) {
    const auto value = m_at < m_bytes.size() ? static_cast<std::uint8_t>(m_bytes.at(m_at++)) : UINT8_MAX;
    if (value > largest)
        refuse();
    return m_ok ? value : 0;
}

quint64 ByteReader::number() {
    quint64 value = 0;
    for (int shift = 0; m_ok && m_at < m_bytes.size() && shift < 64; shift += 7) {
        const auto group = static_cast<std::uint8_t>(m_bytes.at(m_at++));
        const bool last = (group & 0x80) == 0;
        if ((shift == 63 && group > 1) || (last && group == 0 && shift > 0))
            break;
        value |= static_cast<quint64>(group & 0x7f) << shift;
        if (last)
            return value;
    }
    refuse();
    return 0;
}

qint64 ByteReader::signedNumber() {
    const quint64 folded = number();
    const quint64 half = folded >> 1;
    return static_cast<qint64>((folded & 1) != 0 ? ~half : half);
}

qint64 ByteReader::bounded(qint64 largest) {
    const quint64 value = number();
    if (value > static_cast<quint64>(largest))
        refuse();
    return m_ok ? static_cast<qint64>(value) : 0;
}

qint64 ByteReader::boundedSigned(qint64 largest) {
    const qint64 value = signedNumber();
    if (value > largest || value < -largest)
        refuse();
    return m_ok ? value : 0;
}

std::size_t ByteReader::count(int leastBytes) {
    return static_cast<std::size_t>(bounded((m_bytes.size() - m_at) / leastBytes));
}

float ByteReader::real() {
    const QByteArray four = take(4);
    std::uint32_t bits = 0;
    for (int i = 0; i < four.size(); ++i)
        bits |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(four.at(i))) << (8 * i);
    const auto value = std::bit_cast<float>(bits);
    if (!std::isfinite(value))
        refuse();
    return m_ok ? value : 0;
}

QString ByteReader::text() {
    return QString::fromUtf8(blob());
}

QByteArray ByteReader::blob() {
    return take(static_cast<qsizetype>(count(1)));
}

QByteArray ByteReader::take(qsizetype size) {
    if (!m_ok || size > m_bytes.size() - m_at) {
        refuse();
        return {};
    }
    m_at += size;
    return m_bytes.mid(m_at - size, size);
}

} // namespace core
