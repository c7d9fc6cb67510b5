// SPDX-License-Identifier: Apache-2.0
#include "inference/base/mapped_file.h"

#include "tests/support/inference/weight_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace inference::test {
namespace {

TEST(MappedFile, forgottenBytesAreReadAgain) {
    const TempFolder folder;
    const std::string content(100'000, 'x');
    std::ofstream(folder.path() / "file", std::ios::binary) << content;
    const auto file = MappedFile::open(folder.path() / "file").value();
    const auto isWhole = [&] {
        return std::all_of(file->bytes().begin(), file->bytes().end(),
                           [](std::byte b) { return b == std::byte{'x'}; });
    };
    ASSERT_TRUE(isWhole());
    file->forget(file->bytes());
    file->forget(file->bytes().subspan(5000, 50'000));
    file->forget(file->bytes().subspan(1, 2));
    file->forget({});
    EXPECT_TRUE(isWhole());
}

TEST(MappedFile, bytesOfSomethingElseAreLeftAlone) {
    const TempFolder folder;
    std::ofstream(folder.path() / "file", std::ios::binary) << "x";
    const auto file = MappedFile::open(folder.path() / "file").value();
    const std::vector<std::byte> other(100'000, std::byte{7});
    file->forget(other); // dropping these pages would make them zero
    EXPECT_TRUE(std::all_of(other.begin(), other.end(), [](std::byte b) { return b == std::byte{7}; }));
}

} // namespace
} // namespace inference::test
