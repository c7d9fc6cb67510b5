// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/weight_source.h"

#include <span>

namespace inference {

/// True if the first bytes are a header length that fits, followed by a JSON object.
bool looksLikeSafetensors(std::span<const std::byte> file);

/// Reads the header of a whole file. Every rule of the format is checked before a tensor is handed out: the
/// header's length, its JSON (depth, duplicates, number form, name length), each tensor's size, and that the
/// tensors cover the data without a hole or an overlap. The spans of the result point into `file`. Error:
/// CorruptFile.
Result<WeightIndex> readSafetensors(std::span<const std::byte> file);

} // namespace inference
