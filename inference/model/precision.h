// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"
#include "inference/tensor/tensor.h"

#include <string>
#include <string_view>

namespace inference {

/// The type that a tensor of a canonical name has in a file of this precision (checkpoints §4.2). I8 stands
/// for an integer matrix and its scale. Matrices have the asked type; what is small or delicate (norms,
/// biases, embeddings, tokens, box, score and mask heads) is f32 everywhere; larger convolutions and the
/// token table have half the bits in every precision below f32.
DType storageType(std::string_view name, const Shape& shape, Precision precision);

/// True for tensors that a model never needs again: tables that are recomputed, counters, levels that are
/// thrown away, projections into a space that nobody asks for (checkpoints §1.11).
bool isIgnorable(std::string_view name);

/// The name of an 8-bit matrix's scale, f32 [rows, columns / kQuantBlock].
std::string scaleName(std::string_view matrix);

} // namespace inference
