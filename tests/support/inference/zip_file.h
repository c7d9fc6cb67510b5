// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inference::test {

/// One file of an archive. What an honest writer would derive can be overridden.
struct ZipFileEntry {
    std::string name = {};
    std::string data = {};
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint16_t disk = 0;
    std::optional<std::string> localName = std::nullopt;
    std::optional<std::uint32_t> packedSize = std::nullopt;
    std::optional<std::uint32_t> size = std::nullopt;
    std::optional<std::uint32_t> offset = std::nullopt;
    std::string extra = {}; ///< of the central entry
};

/// An archive in memory, laid out as PyTorch does it: sizes in the central directory only.
struct ZipFile {
    std::vector<ZipFileEntry> entries;
    std::string comment;
    bool is64 = false; ///< with a zip64 end record and its locator
    std::optional<std::uint64_t> count;
    std::optional<std::uint64_t> directoryOffset;
    std::optional<std::uint64_t> directorySize;
    std::optional<std::uint64_t> end64Offset;
    std::uint16_t disk = 0;

    std::string bytes() const;
};

/// A little-endian number of so many bytes.
std::string number(std::uint64_t value, int bytes);

/// A PyTorch archive of this object tree, with one storage 0 of `storage`.
ZipFile torchArchive(const std::string& pickle, const std::string& storage = {});

} // namespace inference::test
