// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/tensor.h"

#include <map>
#include <string>

namespace inference::test {

/// Names and shapes of tests/data/names/<list>.txt: each line a pattern with {a,b} and {0..31} and a shape
/// such as 256x4 (- for none). Aborts the test program if there is no such file.
std::map<std::string, Shape> nameList(const std::string& list);

} // namespace inference::test
