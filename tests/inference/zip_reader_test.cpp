// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/zip_reader.h"

#include "tests/support/inference/zip_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace inference::test {
namespace {

using ::testing::HasSubstr;

Result<ZipEntries> read(const std::string& bytes) {
    return readZip(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

std::string textOf(const ZipEntry& entry) {
    return {reinterpret_cast<const char*>(entry.data.data()), entry.data.size()};
}

ZipFile twoFiles() {
    ZipFile file;
    file.entries.push_back({.name = "a/one", .data = "first"});
    file.entries.push_back({.name = "a/two", .data = ""});
    return file;
}

TEST(Zip, namesAndDataAreFound) {
    for (const bool is64 : {false, true}) {
        ZipFile file = twoFiles();
        file.is64 = is64;
        file.comment = "a comment with PK\5\6 in it";
        const std::string bytes = file.bytes();
        const auto entries = read(bytes);
        ASSERT_TRUE(entries) << entries.error().message;
        ASSERT_EQ(entries->size(), 2U);
        EXPECT_EQ(textOf(entries->at("a/one")), "first");
        EXPECT_EQ(textOf(entries->at("a/two")), "");
    }
}

TEST(Zip, anArchiveWithoutFilesIsEmpty) {
    const std::string bytes = ZipFile().bytes();
    ASSERT_TRUE(read(bytes));
    EXPECT_TRUE(read(bytes)->empty());
}

TEST(Zip, largeNumbersStandInTheExtraField) {
    ZipFile file = twoFiles();
    file.is64 = true;
    ZipFileEntry& entry = file.entries[0];
    entry.size = entry.packedSize = entry.offset = 0xFFFFFFFF;
    entry.extra = number(0x4246, 2) + number(2, 2) + "ZZ" + number(1, 2) + number(24, 2) + number(5, 8) +
                  number(5, 8) + number(0, 8);
    const std::string bytes = file.bytes();
    const auto entries = read(bytes);
    ASSERT_TRUE(entries) << entries.error().message;
    EXPECT_EQ(textOf(entries->at("a/one")), "first");
}

TEST(Zip, compressedFilesAreMarkedAndNotUnpacked) {
    ZipFile file = twoFiles();
    file.entries[0].method = 8;
    file.entries[0].packedSize = 5;
    file.entries[0].size = 0x7FFFFFFF; // what a bomb would unpack to
    const auto entries = read(file.bytes());
    ASSERT_TRUE(entries) << entries.error().message;
    EXPECT_TRUE(entries->at("a/one").isCompressed);
    EXPECT_EQ(entries->at("a/one").data.size(), 5U);
    EXPECT_FALSE(entries->at("a/two").isCompressed);
}

struct Hostile {
    const char* sentence; ///< a part of the refusal
    std::function<void(ZipFile&)> spoil;
};

const std::vector<Hostile>& hostileArchives() {
    static const std::vector<Hostile> kAll{
        {"encrypted", [](ZipFile& f) { f.entries[0].flags = 1; }},
        {"two sizes", [](ZipFile& f) { f.entries[0].packedSize = 4; }},
        {"one part of several", [](ZipFile& f) { f.entries[0].disk = 1; }},
        {"one part of several", [](ZipFile& f) { f.disk = 1; }},
        {"unsafe name", [](ZipFile& f) { f.entries[0].name = "/etc/passwd"; }},
        {"unsafe name", [](ZipFile& f) { f.entries[0].name = "a/../b"; }},
        {"unsafe name", [](ZipFile& f) { f.entries[0].name = "a\\b"; }},
        {"unsafe name", [](ZipFile& f) { f.entries[0].name = "C:b"; }},
        {"unsafe name", [](ZipFile& f) { f.entries[0].name = std::string("a\0b", 3); }},
        {"unsafe name", [](ZipFile& f) { f.entries[0].name = "a\xff"; }},
        {"unsafe name", [](ZipFile& f) { f.entries[0].name = ""; }},
        {"same name", [](ZipFile& f) { f.entries[1].name = f.entries[0].name; }},
        {"two names", [](ZipFile& f) { f.entries[0].localName = "a/oNe"; }},
        {"overlaps", [](ZipFile& f) { f.entries[1].offset = 0; }},
        {"overlaps", [](ZipFile& f) { f.entries[0].size = 20; }},
        {"doesn't fit", [](ZipFile& f) { f.entries[1].size = 1 << 20; }},
        {"not where the directory says", [](ZipFile& f) { f.entries[0].offset = 3; }},
        {"not where the directory says", [](ZipFile& f) { f.entries[1].offset = 1 << 30; }},
        {"a size is missing", [](ZipFile& f) { f.entries[0].size = f.entries[0].packedSize = 0xFFFFFFFF; }},
        {"doesn't fit",
         [](ZipFile& f) {
             f.entries[1].size = f.entries[1].packedSize = 0xFFFFFFFF;
             f.entries[1].extra = number(1, 2) + number(16, 2) + number(~0ULL, 8) + number(~0ULL, 8);
         }},
        {"outside the file", [](ZipFile& f) { f.directoryOffset = 1 << 20; }},
        {"outside the file", [](ZipFile& f) { f.directorySize = 1 << 20; }},
        {"breaks off", [](ZipFile& f) { f.directoryOffset = 1; }},
        {"as many files as it says", [](ZipFile& f) { f.count = 3; }},
        {"as many files as it says", [](ZipFile& f) { f.count = 65535; }},
    };
    return kAll;
}

TEST(Zip, hostileArchivesAreRefusedWithOneSentence) {
    for (const bool is64 : {false, true}) {
        for (const Hostile& hostile : hostileArchives()) {
            ZipFile file = twoFiles();
            file.is64 = is64;
            hostile.spoil(file);
            const auto entries = read(file.bytes());
            ASSERT_FALSE(entries) << hostile.sentence;
            EXPECT_THAT(entries.error().message, HasSubstr(hostile.sentence));
            EXPECT_EQ(entries.error().message.back(), '.');
        }
    }
}

TEST(Zip, absurdNumbersOfZip64AreRefused) {
    for (const std::uint64_t absurd : {~0ULL, 1ULL << 63, 1ULL << 32, 100'000ULL}) {
        for (auto field :
             {&ZipFile::count, &ZipFile::directoryOffset, &ZipFile::directorySize, &ZipFile::end64Offset}) {
            ZipFile file = twoFiles();
            file.is64 = true;
            file.*field = absurd;
            EXPECT_FALSE(read(file.bytes())) << absurd;
        }
    }
}

TEST(Zip, everyTruncationIsRefused) {
    for (const bool is64 : {false, true}) {
        ZipFile file = twoFiles();
        file.is64 = is64;
        const std::string bytes = file.bytes();
        for (std::size_t length = 0; length < bytes.size(); ++length)
            EXPECT_FALSE(read(bytes.substr(0, length))) << length;
        EXPECT_FALSE(read(bytes + "x")) << "bytes after the end record";
    }
}

} // namespace
} // namespace inference::test
