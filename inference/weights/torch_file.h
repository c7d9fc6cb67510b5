// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/weight_source.h"

#include <cstddef>
#include <span>

namespace inference {

/// Reads a checkpoint that PyTorch saved as a zip archive (checkpoints §1.3, §3): the dict of tensors at the
/// top, or the one under `model`, `state_dict` or `model_state_dict`. Nothing in it is executed. Two numbers
/// of a `meta` dict beside it become metadata: `text_context_length` and `text_pos_embed_table_size`. The
/// spans of the result point into `file`. Errors: CorruptFile; Unsupported (a program, other Python objects,
/// big-endian).
Result<WeightIndex> readTorch(std::span<const std::byte> file);

} // namespace inference
