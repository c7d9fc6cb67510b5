// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"
#include "inference/model/geometry_encoder.h"
#include "inference/model/mask_decoder.h"
#include "inference/model/prompt_encoder.h"

#include <array>
#include <span>
#include <vector>

namespace inference {

/// Side lengths of the user's image in pixels.
struct ImageSize {
    int width = 0;
    int height = 0;
};

/// A concept prompt's box in the model's units.
Exemplar toExemplar(const SignedBox& box, const ImageSize& size);
/// Centre and size in [0,1] → pixels of the image, not clipped.
Box toPixels(const std::array<float, 4>& box, const ImageSize& size);
/// An instance prompt's box corners, then its clicks, in the model's units (sam3-image §13).
std::vector<ClickPoint> toClicks(const InstancePrompt& prompt, const ImageSize& size, int modelSize);

/// Sets every 8-connected component of values that are not positive, with at most `maxArea` pixels, to +10.
/// Components at the border count, too.
void fillHoles(std::span<float> logits, int width, int height, int maxArea);
/// Which mask answers a single-mask prompt: 0 if it hardly changes when its threshold moves by ±0.05 (98 % of
/// the pixels stay), else the best of the others by predicted quality.
std::size_t chooseSingleMask(const DecodedMasks& masks);

/// A grid of logits to hand out.
MaskLogits toMask(std::vector<float> values, int side);

} // namespace inference
