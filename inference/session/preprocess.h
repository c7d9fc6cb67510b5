// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"
#include "inference/base/parallel.h"
#include "inference/device/run.h"
#include "inference/tensor/tensor.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inference {

/// Bytes [size,size,3] of the image resized to the model's square: antialiased bilinear, the sides scaled
/// separately, rounded half to even (sam3-image §1). Alpha is ignored.
std::vector<std::uint8_t> resizeToSquare(const ImageView& image, int size, ThreadPool& threads);

/// Bytes [size,size,3] → the network's input [size,size,3] in [-1,1].
Tensor normalisePixels(Run& run, const std::vector<std::uint8_t>& pixels, int size);

/// A name for the pixels: 32 hexadecimal digits.
std::string hashPixels(const std::vector<std::uint8_t>& pixels);

} // namespace inference
