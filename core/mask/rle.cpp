// SPDX-License-Identifier: Apache-2.0
#include "core/mask/rle.h"

#include "core/mask/transpose.h"

#include <algorithm>

namespace core {
namespace {

constexpr qint64 kMaxPixelsOfRle = qint64(1) << 32;

qint64 pixelsOf(QSize size) {
    return qint64(size.width()) * size.height();
}

tl::unexpected<Error> corrupt(const QString& what) {
    return fail(ErrorCode::CorruptFile, QStringLiteral("The mask's run lengths are damaged: ") + what);
}

Status checkSize(QSize size) {
    if (size.width() <= 0 || size.height() <= 0)
        return corrupt(QStringLiteral("its size is empty or negative."));
    if (std::max(size.width(), size.height()) > kMaxRleSide || pixelsOf(size) >= kMaxPixelsOfRle)
        return corrupt(QStringLiteral("its size of %1 x %2 is more than any reader accepts.")
                           .arg(size.width())
                           .arg(size.height()));
    return {};
}

/// Adds the pixels [begin, end) of the column-major order as spans of the transposed image.
void addColumns(std::vector<Mask::Span>& spans, qint64 begin, qint64 end, int height) {
    while (begin < end) {
        const qint64 column = begin / height;
        const qint64 stop = std::min(end, (column + 1) * height);
        spans.push_back({int(column), int(begin - column * height), int(stop - column * height)});
        begin = stop;
    }
}

/// Writes one number in groups of five bits, low ones first; the sixth bit says that more follow.
void appendNumber(QByteArray& text, qint64 value) {
    bool more = true;
    while (more) {
        int group = int(value & 31);
        value >>= 5;
        more = (group & 16) ? value != -1 : value != 0;
        if (more)
            group |= 32;
        text.append(char(group + 48));
    }
}

/// Reads one number and moves `at` behind it.
Result<qint64> readNumber(const QByteArray& text, qsizetype& at) {
    constexpr int kMaxGroups = 7;
    qint64 value = 0;
    for (int group = 0; group < kMaxGroups; ++group) {
        if (at == text.size())
            return corrupt(QStringLiteral("the text ends in the middle of a number."));
        const int c = text[at] - 48;
        if (c < 0 || c > 63)
            return corrupt(QStringLiteral("character %1 is not one of theirs.").arg(at + 1));
        ++at;
        value |= qint64(c & 31) << (5 * group);
        if (c & 32)
            continue;
        if (c & 16)
            value -= qint64(1) << (5 * (group + 1));
        return value;
    }
    return corrupt(QStringLiteral("a number has too many digits."));
}

} // namespace

std::vector<std::uint32_t> rleCounts(const Mask& mask, QSize size) {
    if (size.isEmpty() || pixelsOf(size) >= kMaxPixelsOfRle)
        return {};
    const Mask columns = transposed(mask.clipped(QRect(QPoint(0, 0), size)));
    std::vector<std::uint32_t> counts;
    qint64 written = 0;
    for (const Mask::Span& s : columns.spans()) {
        const qint64 begin = qint64(s.y) * size.height() + s.x0;
        if (begin == written && !counts.empty()) {
            counts.back() += std::uint32_t(s.x1 - s.x0);
        } else {
            counts.push_back(std::uint32_t(begin - written));
            counts.push_back(std::uint32_t(s.x1 - s.x0));
        }
        written = begin + (s.x1 - s.x0);
    }
    if (written < pixelsOf(size))
        counts.push_back(std::uint32_t(pixelsOf(size) - written));
    return counts;
}

Result<Mask> maskFromCounts(const std::vector<std::uint32_t>& counts, QSize size) {
    RETURN_IF_ERROR(checkSize(size));
    const qint64 pixels = pixelsOf(size);
    std::vector<Mask::Span> columns;
    qint64 at = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const qint64 end = at + counts[i];
        if (end > pixels)
            return corrupt(QStringLiteral("they add up to more than its %1 pixels.").arg(pixels));
        if (i % 2 == 1)
            addColumns(columns, at, end, size.height());
        at = end;
    }
    if (at != pixels)
        return corrupt(QStringLiteral("they add up to %1 pixels instead of %2.").arg(at).arg(pixels));
    const Mask mask = Mask::fromSpans(std::move(columns));
    if (transposedSpanCount(mask) > kMaxRleSpans)
        return corrupt(QStringLiteral("they make more than %1 runs.").arg(kMaxRleSpans));
    return transposed(mask);
}

QByteArray rleString(const Mask& mask, QSize size) {
    const std::vector<std::uint32_t> counts = rleCounts(mask, size);
    QByteArray text;
    for (std::size_t i = 0; i < counts.size(); ++i)
        appendNumber(text, i > 2 ? qint64(counts[i]) - counts[i - 2] : qint64(counts[i]));
    return text;
}

Result<Mask> maskFromRleString(const QByteArray& text, QSize size) {
    RETURN_IF_ERROR(checkSize(size));
    std::vector<std::uint32_t> counts;
    for (qsizetype at = 0; at < text.size();) {
        ASSIGN_OR_RETURN(qint64 count, readNumber(text, at));
        if (counts.size() > 2)
            count += counts[counts.size() - 2];
        if (count < 0 || count > pixelsOf(size))
            return corrupt(QStringLiteral("a run is negative or longer than the mask."));
        counts.push_back(std::uint32_t(count));
    }
    return maskFromCounts(counts, size);
}

} // namespace core
