// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/weight_source.h"

#include <filesystem>
#include <memory>

namespace inference::test {

/// A whole checkpoint made in memory from a manifest of the reference folder (name, shape, scale and offset
/// of each tensor) by the rule that its README gives: every value follows from the tensor's name and its
/// index.
std::shared_ptr<const WeightSource> makeSyntheticSource(const std::filesystem::path& manifest);

} // namespace inference::test
