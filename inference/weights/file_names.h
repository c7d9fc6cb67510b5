// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/canonical_source.h"

#include <string>
#include <vector>

namespace inference {

/// A tensor of a file on its way to its canonical name.
struct FileName {
    std::string name;            ///< rewritten step by step
    const std::string* original; ///< what the file says
    const StoredTensor* tensor;
};

/// The names of a file without what wraps them: prefixes of programs, prefixes that an inner model was saved
/// without, and the tensors that no model needs (checkpoints §1.4, steps 1 to 6).
std::vector<FileName> unwrappedNames(const WeightSource::Tensors& tensors);

/// What the unwrapped names are.
Naming namingOf(const std::vector<FileName>& names);

} // namespace inference
