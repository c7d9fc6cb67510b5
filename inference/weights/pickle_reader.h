// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/weights/pickle_tree.h"

#include <cstddef>
#include <span>

namespace inference {

/// Reads a pickle of tensors, protocol 2 to 4, as data: the instructions build values in a table, names are
/// looked up in a list of known ones, and nothing is ever executed (checkpoints §3.3 to §3.8). The tree
/// points into `bytes`. Errors, which name the instruction and its place or the Python object: CorruptFile;
/// Unsupported (an instruction or an object that a set of weights doesn't need).
Result<PickleTree> readPickle(std::span<const std::byte> bytes);

} // namespace inference
