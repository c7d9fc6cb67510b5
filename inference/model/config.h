// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/model/architecture.h"
#include "inference/weights/weight_source.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inference {

/// All sizes of a model (sam3-image §17). The initial values are the official model's.
struct Config {
    Architecture architecture;
    int imageSize = 1008; ///< side of the square that every image is resized to
    int patchSize = 14;
    int pretrainGrid = 24; ///< side of the absolute position table, which is tiled over the grid
    int vitDim = 1024;
    int vitDepth = 32;
    int vitHeads = 16;
    int vitHidden = 4736;
    int windowSize = 24;
    std::vector<int> globalBlocks = {7, 15, 23, 31};
    double ropeTheta = 10000;
    int textWidth = 1024;
    int textHeads = 16;
    int textLayers = 24;
    int textHidden = 4096;
    int contextLength = 32;
    int vocabularySize = 49408;
    int dModel = 256;
    int heads = 8;
    int ffnDim = 2048;
    int geoLayers = 3;
    int fusionLayers = 6;
    int decoderLayers = 6;
    int queries = 200;
    int roiSize = 7;
    int samDepth = 2;
    int samHeads = 8;
    int samMlp = 2048;
    int samInner = 128; ///< width of the mask decoder's cross attentions
    int iouHidden = 256;
    int maskChannels = 16;

    int grid() const { return imageSize / patchSize; }
    int maskSize() const { return 4 * grid(); }
};

/// Reads the sizes of a checkpoint (of canonical names) from, in this order: the file's own metadata
/// "maskwright.config", a config.json beside `path` (its "model" object, or the file that Hugging Face
/// writes), else the official values. What follows from the tensors' shapes is checked
/// against them. Errors: CorruptFile, Unsupported (every contradiction in one sentence).
Result<Config> readConfig(const WeightSource& source, const std::filesystem::path& path);

/// What readConfig goes by where the tensors don't tell: the text of "maskwright.config" for another file;
/// empty if the source says nothing. Error: CorruptFile.
Result<std::string> statedSizes(const WeightSource& source, const std::filesystem::path& path);

} // namespace inference
