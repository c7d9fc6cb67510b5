// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/inference/weight_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace inference::test {

/// Sizes of a toy SAM 3. The initial values make a file of about 0.3 MB.
struct NanoSizes {
    int imageSize = 56, patchSize = 14, pretrainGrid = 3;
    int vitDim = 16, vitDepth = 2, vitHeads = 2, vitHidden = 24, windowSize = 2;
    std::vector<int> globalBlocks = {1};
    int textWidth = 16, textHeads = 2, textLayers = 1, contextLength = 12;
    int dModel = 16, heads = 2, ffnDim = 24, geoLayers = 1, fusionLayers = 2, decoderLayers = 2, queries = 6;
    int roiSize = 3, samDepth = 2, samHeads = 2, samMlp = 24, iouHidden = 16, maskChannels = 4;
    std::string merges = "# merges\nc a\nca t</w>\nd o\ndo g</w>\n";
};

/// The pseudo-random values of a tensor (the same generator as the reference tensors').
std::vector<float> generate(std::string_view name, std::size_t count, float scale, float offset);
/// A tensor's values under the rules that keep every stage of the network in a sensible range.
FloatTensor generateTensor(const std::string& name, const Shape& shape);

/// A whole model for single images with seeded weights, its configuration and vocabulary in the metadata.
WeightFile nanoModel(const NanoSizes& sizes = {});

} // namespace inference::test
