// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/weight_source.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>

namespace inference {

/// Which part of a model holds each tensor: names of tensors, and of files beside the index.
using ShardMap = std::map<std::string, std::string>;

/// Reads the index of a model that is split into safetensors files (checkpoints §2.6). Every file name is a
/// bare name that ends in .safetensors. Errors: CorruptFile; Unsupported (JSON that is no such index).
Result<ShardMap> readShardIndex(std::span<const std::byte> file);

/// Opens the parts, which lie in `folder`, as one source. Tensors that the index doesn't name are left out.
/// Errors: as of readShardIndex and readSafetensors; NotFound, Io (a part is missing).
Result<std::shared_ptr<const WeightSource>> openShards(const std::filesystem::path& folder,
                                                       const ShardMap& map);

} // namespace inference
