// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/mask/mask.h"

#include <QByteArray>
#include <QSize>

#include <algorithm>
#include <vector>

namespace core {

/// Limits of what is read from files, so that a few bytes can't ask for gigabytes.
inline constexpr int kMaxRleSide = 1'000'000;
inline constexpr qint64 kMaxRleSpans = 1 << 24; ///< row spans of one mask

/// Whether run lengths can describe an image of this size: fewer than 2^32 pixels, no side over the limit.
inline bool fitsRunLengths(QSize size) {
    return std::max(size.width(), size.height()) <= kMaxRleSide &&
           qint64(size.width()) * size.height() < qint64(1) << 32;
}

/// COCO run lengths: column-major, starting with the run of zeros (formats.md). Pixels outside `size` are
/// dropped. `size` must have fewer than 2^32 pixels, as in pycocotools.
std::vector<std::uint32_t> rleCounts(const Mask& mask, QSize size);
/// Errors: CorruptFile if the counts don't add up to width*height, or the limits above are passed.
Result<Mask> maskFromCounts(const std::vector<std::uint32_t>& counts, QSize size);
/// The compressed string of pycocotools, byte for byte, and back. Errors: as maskFromCounts(), and
/// CorruptFile for characters outside '0'..'o', a number that doesn't end, and negative runs.
QByteArray rleString(const Mask& mask, QSize size);
Result<Mask> maskFromRleString(const QByteArray& text, QSize size);

} // namespace core
