// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/media/deep_image.h"
#include "core/media/image_decoder.h"

#include <QByteArray>

#include <optional>

namespace core {

/// The first page of a TIFF file as raw samples, upright, if it holds what 8-bit colours can't: 16, 32 or 64
/// bits a sample (integers or floats), other than one, three or four channels, or its channels in planes.
/// None for any other file: then the ordinary decoder reads it. None too for more samples than `options`
/// allow that the ordinary decoder can read. Errors: CorruptFile, Unsupported (too many samples), in the
/// words of decodeImage().
Result<std::optional<DeepImage>> readDeepTiff(const QByteArray& bytes, const DecodeOptions& options);

} // namespace core
