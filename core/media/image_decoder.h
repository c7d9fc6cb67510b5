// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/media/deep_image.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QImage>

#include <memory>
#include <stop_token>

namespace core {

/// A picture without its file.
struct DecodedImage {
    QImage image; ///< Format_RGB32, upright
    bool deep = false;
    /// What the file holds, if it is more than 8-bit colours can show; `image` is `window` of it. Null also
    /// if it is too much to keep.
    std::shared_ptr<const DeepImage> samples;
    DisplayWindow window;
};

struct DecodeOptions {
    qint64 maxSamples = qint64(1) << 28; ///< kept of a deep picture: a gigabyte
    std::stop_token stop;                ///< ends decoding early: Cancelled
};

/// To be called before a QImageReader reads. Qt refuses more than 128 MB by default, which is a 33 megapixel
/// photograph. The size is checked by us instead; the limit stays as a second fence, for eight bytes a pixel
/// at half of kMaxPixels. It is one for the whole program, so nobody sets another.
void raiseAllocationLimit();

/// Names of the formats that are read: those that hold pictures and that this installation's Qt knows, and
/// those that libheif reads.
QByteArrayList imageFormats();

/// Decodes the bytes of a picture file by their content, whatever the name says. Only the first frame is
/// read. Alpha is dropped and colour profiles are ignored, as the engine's reference does. The sentences of
/// errors begin with a verb phrase ("is cut off ...") that a file name goes before. Errors: CorruptFile,
/// Unsupported, OutOfMemory, Cancelled.
Result<DecodedImage> decodeImage(const QByteArray& bytes, const DecodeOptions& options = {});

/// Size of the upright picture, from the header alone. Same errors.
Result<QSize> imageSizeOf(const QByteArray& beginning);

} // namespace core
