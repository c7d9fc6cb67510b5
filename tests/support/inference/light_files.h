// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/inference/weight_file.h"

#include <map>
#include <string>
#include <vector>

namespace inference::test {

/// The names and shapes of a light encoder as the tables of light-encoders §3.3, 4.3, 5.3 and 6.3 list them,
/// without a prefix, batch norm counters included.
using Manifest = std::map<std::string, Shape>;

struct EfficientVitSizes {
    std::vector<std::int64_t> width{8, 8, 12, 16, 24};
    std::vector<int> depth{1, 2, 2, 1, 2};
    std::int64_t headDim = 4;
    std::int64_t out = 16; ///< width of the head
};
Manifest efficientVitManifest(const EfficientVitSizes& sizes);

struct RepVitSizes {
    std::vector<std::int64_t> width{8, 12, 16, 24};
    std::vector<int> last{2, 4, 6, 8};  ///< the last block of each stage; the first is 1
    std::vector<int> squeezed{1, 4, 6}; ///< blocks with squeeze-excite
    std::vector<std::int64_t> inner{4, 8, 8, 8};
    std::int64_t out = 16;
};
Manifest repVitManifest(const RepVitSizes& sizes);

struct TinyVitSizes {
    std::vector<std::int64_t> width{16, 32, 64, 32};
    std::vector<int> blocks{1, 1, 2, 1};
    std::vector<std::int64_t> window{0, 4, 5, 2};
    std::int64_t out = 16;
};
Manifest tinyVitManifest(const TinyVitSizes& sizes);

struct MobileClipSizes {
    std::int64_t width = 128;
    int blocks = 3;
    std::vector<int> mixers{0, 2};
    std::int64_t vocabulary = 600;
    std::int64_t positions = 16;
    std::int64_t out = 16;
};
Manifest mobileClipManifest(const MobileClipSizes& sizes);

/// Seeded values under `prefix`: weights that keep sums in range, batch norms with variances in [0.5, 1.5].
/// Counters are left out.
void addTensors(WeightFile& file, const std::string& prefix, const Manifest& manifest);

} // namespace inference::test
