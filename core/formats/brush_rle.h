// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/mask/mask.h"

#include <QByteArray>
#include <QSize>

namespace core {

/// The run lengths of Label Studio's brush (formats.md §1.7): a stream of bits that packs four bytes for each
/// pixel, row by row; the fourth, the alpha, is the mask.

/// More pixels than this have more values than its count of 32 bits can say.
inline constexpr qint64 kMaxBrushPixels = (qint64(1) << 30) - 1;

/// `mask` must lie inside `size`, which has at most kMaxBrushPixels.
QByteArray brushRle(const Mask& mask, QSize size);
/// Errors: CorruptFile, a clause without a full stop, if the stream ends early, its count of values is not
/// that of `size`, or it has more runs than any real mask.
Result<Mask> maskOfBrushRle(const QByteArray& bytes, QSize size);

} // namespace core
