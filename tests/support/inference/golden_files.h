// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"
#include "tests/support/inference/weight_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace inference::test {

/// The folder that the environment's GOLDEN_DIR names, or an empty path.
std::filesystem::path goldenDir();

/// A .npy file of float32 or int64 values in C order; aborts the test program if it isn't one.
FloatTensor readNpy(const std::filesystem::path& path);
nlohmann::json readJson(const std::filesystem::path& path);

struct Picture {
    int width = 0;
    int height = 0;
    int channels = 0; ///< 1 or 3
    std::vector<std::uint8_t> pixels;
    ImageView view() const;
};
/// An 8-bit grey or RGB picture without interlacing; aborts the test program if it isn't one.
Picture readPng(const std::filesystem::path& path);

} // namespace inference::test
