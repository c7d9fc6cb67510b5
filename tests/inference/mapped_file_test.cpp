// SPDX-License-Identifier: Apache-2.0
#include "inference/base/mapped_file.h"

#include "tests/support/inference/weight_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

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

#if defined(__linux__)
/// How many pages of a file lie in memory.
std::size_t pagesOf(const MappedFile& file) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    std::vector<unsigned char> pages((file.bytes().size() + page - 1) / page);
    ::mincore(const_cast<std::byte*>(file.bytes().data()), file.bytes().size(), pages.data());
    return static_cast<std::size_t>(
        std::count_if(pages.begin(), pages.end(), [](unsigned char p) { return (p & 1U) != 0; }));
}

TEST(MappedFile, expectedBytesAreFetchedAndNoOthers) {
    const TempFolder folder;
    const std::string path = (folder.path() / "file").string();
    std::ofstream(path, std::ios::binary) << std::string(std::size_t{1} << 20, 'x');
    const int descriptor = ::open(path.c_str(), O_RDONLY); // NOLINT(*-vararg): the POSIX call
    ::fsync(descriptor);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
    const auto file = MappedFile::open(path).value();
    if (pagesOf(*file) > 0)
        GTEST_SKIP() << "this file system keeps every file in memory";
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    file->expect(file->bytes().subspan(100 * page + 5, page));
    file->expect(file->bytes().subspan(200 * page, 1));
    file->expect(std::span<const std::byte>());
    for (int i = 0; i < 1000 && pagesOf(*file) < 3; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_EQ(pagesOf(*file), 3U);
}
#endif

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
