// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/name_rules.h"

#include <span>
#include <string_view>
#include <vector>

namespace inference {

/// The two norms that the public MLX converter names crosswise (checkpoints §1.9). Nobody could compare a
/// file of that layout with the official one yet, so either reading can be chosen.
struct MlxNorms {
    bool swapsDecoder = true; ///< norm1 and norm2 of the six decoder layers
    bool swapsGeometry =
        true; ///< the pair of the geometry encoder, where the file uses the Hugging Face names
};

/// From each layout's names to the canonical ones.
std::vector<NameTable> huggingFaceTables();
std::vector<NameTable> mlxTables(const MlxNorms& norms);
/// To be asked before huggingFaceTables() in files with a MobileCLIP text encoder.
std::vector<NameTable> liteTextTables();

/// Prefixes that one layout has and another lacks.
struct Prefix {
    std::string_view file;
    std::string_view canonical;
};
/// How files saved without the outer model begin their names, and what the whole model puts there.
std::span<const Prefix> bareHuggingFacePrefixes();
/// What the official programs that wrap the model put before its names; SAM 3.1 has a layer more.
std::span<const Prefix> wrapperPrefixes(bool isMultiplex);

/// Globs of canonical and file names that no model needs (checkpoints §1.11).
std::span<const std::string_view> ignoredNames();
/// Ends of canonical names of kernels stored [in, out, h, w].
std::span<const std::string_view> transposedKernels();

// Rows that the layouts share; each belongs to the prefixes that huggingFaceTables() gives it.
std::span<const NameRule> vitNames();
std::span<const NameRule> neckNames();
std::span<const NameRule> textNames();
std::span<const NameRule> geometryNames();
std::span<const NameRule> fusionNames();
std::span<const NameRule> queryDecoderNames();
std::span<const NameRule> scoringNames();
std::span<const NameRule> segmentationNames();
std::span<const NameRule> memoryEncoderNames();
std::span<const NameRule> promptEncoderNames();
std::span<const NameRule> maskDecoderNames();

} // namespace inference
