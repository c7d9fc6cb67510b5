// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/weight_source.h"

#include <string>

namespace inference {

/// One sentence about a file of tensors that is no SAM 3 model: what it is, as far as its names tell, and
/// what to use instead.
std::string describeForeignModel(const WeightSource& source);

} // namespace inference
