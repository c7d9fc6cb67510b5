// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/inference/golden_files.h"

#include <filesystem>

namespace inference::test {

/// False in a build without the JPEG library.
bool canReadJpeg();
/// As RGB; without pixels if the file can't be opened.
Picture readJpeg(const std::filesystem::path& path);

} // namespace inference::test
