// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/inference/weight_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace inference::test {

/// A map in double, channel-last; a line of tokens is a map of height 1.
struct Plane {
    std::int64_t height = 0, width = 0, channels = 0;
    std::vector<double> values;
    double& at(std::int64_t y, std::int64_t x, std::int64_t c) {
        return values[static_cast<std::size_t>((y * width + x) * channels + c)];
    }
    double at(std::int64_t y, std::int64_t x, std::int64_t c) const {
        return values[static_cast<std::size_t>((y * width + x) * channels + c)];
    }
};

/// The light encoders as the specification states them (light-encoders §3 to §6): nothing folded, in double,
/// in plain loops. Names in `file` begin with `prefix`.
Plane statedEfficientVit(const WeightFile& file, const std::string& prefix, const Plane& pixels, int grid);
Plane statedRepVit(const WeightFile& file, const std::string& prefix, const Plane& pixels, int grid);
Plane statedTinyVit(const WeightFile& file, const std::string& prefix, const Plane& pixels, int grid);
/// One row for each id, of the padding, too.
Plane statedMobileClip(const WeightFile& file, const std::string& prefix, std::span<const std::int32_t> ids);

} // namespace inference::test
