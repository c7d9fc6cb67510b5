// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"
#include "inference/model/config.h"
#include "inference/weights/weight_source.h"

#include <cstdint>
#include <vector>

namespace inference {

/// What one image and its prompts need with the model in each precision, best first. Estimated from the
/// tensors' shapes: weights as loading keeps them, features of one image, and the largest of the stages'
/// intermediate results.
std::vector<MemoryNeed> memoryNeeds(const WeightSource& source, const Config& config);

/// Bytes of this machine's memory; 0 if the system doesn't say.
std::uint64_t machineMemory();

} // namespace inference
