// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/mask/mask.h"

#include <QByteArray>
#include <QImage>
#include <QRect>

namespace core {

/// The pixels of `box` as an 8-bit grey PNG of 0 and 1.
QByteArray maskPng(const Mask& mask, const QRect& box);
/// A PNG's pixels that are not zero, its corner at `corner`. Errors, without a file name: CorruptFile (no
/// PNG, larger than 500 megapixels, more runs than any real mask has).
Result<Mask> maskOfPng(const QByteArray& png, QPoint corner);
QByteArray pngBytes(const QImage& image);
/// Unsupported if a picture of this size, of the image `name`, is larger than those that are read.
Status fitsPng(const QString& name, QSize size);
/// A picture whose pixels are numbers: Indexed8, Grayscale8 or Grayscale16, never converted. Errors, with the
/// file's name: NotFound, CorruptFile, Unsupported (a PNG of colours).
Result<QImage> numberImage(const QString& path);
/// A picture whose colours are numbers, red the lowest byte, as RGB32. Errors as above, Unsupported for a PNG
/// without colours of 8 bits.
Result<QImage> colorNumberImage(const QString& path);
/// The mask of each number in such an image, ascending, without 0. CorruptFile, without a file name, if they
/// have more runs than any real ones (a few bytes of stripes could ask for gigabytes) or there are more than
/// 65,535 of them.
Result<std::vector<std::pair<int, Mask>>> masksOfNumbers(const QImage& image);

} // namespace core
