// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/canonical_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace inference {

/// A tensor of a file on its way to its canonical name.
struct FileName {
    std::string name;            ///< rewritten step by step
    const std::string* original; ///< what the file says
    const StoredTensor* tensor;
};

/// The names of a file without what wraps them: prefixes of programs, the prefixes that an inner model was
/// saved without, a ViT beside a light trunk (checkpoints §1.4, steps 1 to 5).
std::vector<FileName> unwrappedNames(const WeightSource::Tensors& tensors);

/// True for canonical and file names of tensors that no model needs (ignoredNames).
bool isIgnored(std::string_view name);

/// What the unwrapped names are.
Naming namingOf(const std::vector<FileName>& names);

} // namespace inference
