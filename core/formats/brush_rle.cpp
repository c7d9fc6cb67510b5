// SPDX-License-Identifier: Apache-2.0
#include "core/formats/brush_rle.h"

#include "core/mask/rle.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core {
namespace {

constexpr std::array<int, 4> kWidths{3, 4, 8, 16};
constexpr int kWord = 8;
constexpr int kChannels = 4;
constexpr unsigned kHalf = 128; // an alpha from here on is inside

/// Most significant bit first; the last byte is filled up with zeros.
class BitWriter {
public:
    void add(quint32 value, int bits) {
        m_waiting = m_waiting << bits | value;
        m_bits += bits;
        for (; m_bits >= 8; m_bits -= 8)
            m_bytes.append(char(uchar(m_waiting >> (m_bits - 8))));
    }
    QByteArray take() {
        if (m_bits > 0)
            add(0, 8 - m_bits);
        return std::move(m_bytes);
    }

private:
    QByteArray m_bytes;
    quint64 m_waiting = 0; ///< its lowest bits; the others are written
    int m_bits = 0;
};

class BitReader {
public:
    explicit BitReader(const QByteArray& bytes) : m_bytes(bytes) {}
    /// None behind the end.
    std::optional<quint32> take(int bits) {
        if (m_at + bits > qint64(m_bytes.size()) * 8)
            return std::nullopt;
        quint32 value = 0;
        for (int i = 0; i < bits; ++i, ++m_at)
            value = value << 1 | (quint32(uchar(m_bytes[m_at / 8])) >> (7 - m_at % 8) & 1U);
        return value;
    }

private:
    const QByteArray& m_bytes;
    qint64 m_at = 0;
};

void addRun(BitWriter& out, qint64 values, quint32 word) {
    constexpr qint64 kLongest = 1 << kWidths.back();
    while (values > 0) {
        const qint64 length = std::min(values, kLongest);
        std::size_t width = 0;
        while (length > qint64(1) << kWidths.at(width))
            ++width;
        out.add(1, 1);
        out.add(quint32(width), 2);
        out.add(quint32(length - 1), kWidths.at(width));
        out.add(word, kWord);
        values -= length;
    }
}

/// Collects values, in their order in the stream, as spans of pixels.
class PixelRuns {
public:
    explicit PixelRuns(QSize size) : m_size(size) {}
    qint64 values() const { return m_values; }
    bool isTooMuch() const { return qint64(m_spans.size()) > kMaxRleSpans; }

    void add(qint64 count, bool inside) {
        // The alphas among them are those of these pixels.
        const qint64 from = m_values / kChannels, to = (m_values + count) / kChannels;
        m_values += count;
        if (inside)
            addPixels(from, to);
    }
    Mask take() { return Mask::fromSpans(std::move(m_spans)); }

private:
    void addPixels(qint64 from, qint64 to) {
        const qint64 width = m_size.width();
        while (from < to) {
            const int y = int(from / width), x = int(from % width);
            const qint64 stop = std::min(to, (y + qint64(1)) * width);
            if (!m_spans.empty() && m_spans.back().y == y && m_spans.back().x1 == x)
                m_spans.back().x1 = x + int(stop - from);
            else
                m_spans.push_back({y, x, x + int(stop - from)});
            from = stop;
        }
    }

    QSize m_size;
    qint64 m_values = 0;
    std::vector<Mask::Span> m_spans;
};

tl::unexpected<Error> endsEarly() {
    return fail(ErrorCode::CorruptFile, QStringLiteral("a brush's run lengths end early"));
}

} // namespace

QByteArray brushRle(const Mask& mask, QSize size) {
    BitWriter out;
    const qint64 pixels = qint64(size.width()) * size.height();
    out.add(quint32(pixels * kChannels), 32);
    out.add(kWord - 1, 5);
    for (const int width : kWidths)
        out.add(quint32(width - 1), 4);
    qint64 at = 0, begun = 0; // [begun, at) is inside
    for (const Mask::Span& span : mask.spans()) {
        const qint64 start = qint64(span.y) * size.width() + span.x0;
        if (start != at) {
            addRun(out, (at - begun) * kChannels, 255);
            addRun(out, (start - at) * kChannels, 0);
            begun = start;
        }
        at = start + span.x1 - span.x0;
    }
    addRun(out, (at - begun) * kChannels, 255);
    addRun(out, (pixels - at) * kChannels, 0);
    return out.take();
}

Result<Mask> maskOfBrushRle(const QByteArray& bytes, QSize size) {
    BitReader in(bytes);
    const std::optional<quint32> count = in.take(32), word = in.take(5);
    std::array<std::optional<quint32>, 4> widths;
    for (auto& width : widths)
        width = in.take(4);
    if (!widths.back())
        return endsEarly();
    const qint64 values = *count;
    if (size.isEmpty() || values != qint64(size.width()) * size.height() * kChannels)
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("a brush has %1 values, which its image has not").arg(values));
    const int bits = int(*word) + 1;
    // Words of other sizes than bytes have no soft edges.
    const quint32 least = bits == kWord ? kHalf : 1;
    PixelRuns runs(size);
    while (runs.values() < values) {
        const std::optional<quint32> isRun = in.take(1), choice = in.take(2);
        const auto length = choice ? in.take(int(*widths.at(*choice)) + 1) : std::nullopt;
        if (!length)
            return endsEarly();
        const qint64 run = std::min<qint64>(*length + qint64(1), values - runs.values());
        const qint64 words = *isRun ? 1 : run;
        for (qint64 i = 0; i < words; ++i) {
            const std::optional<quint32> value = in.take(bits);
            if (!value)
                return endsEarly();
            runs.add(*isRun ? run : 1, *value >= least);
        }
        if (runs.isTooMuch())
            return fail(ErrorCode::CorruptFile, QStringLiteral("a brush has more runs than any real mask"));
    }
    return runs.take();
}

} // namespace core
