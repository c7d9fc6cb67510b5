// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"
#include "inference/model/config.h"
#include "inference/weights/canonical_source.h"

#include <filesystem>

namespace inference {

/// A number of the file's metadata, or `fallback` if it is none from `low` to `high`.
float metadataNumber(const WeightSource& source, const char* key, float fallback, float low, float high);

/// What a model is, told from names, shapes, metadata and the first bytes of each tensor. `path`: what the
/// user named, a file or a folder. `hasVocabulary`: phrases can be read. Errors: those of opening the file.
Result<ModelInfo> describeModel(const CanonicalSource& source, const Config& config,
                                const std::filesystem::path& path, bool hasVocabulary);

} // namespace inference
