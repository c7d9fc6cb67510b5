// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/zip_file.h"

#include <zlib.h>

namespace inference::test {
namespace {

std::uint64_t crcOf(const std::string& data) {
    return ::crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size()));
}

std::string localHeader(const ZipFileEntry& entry) {
    const std::string name = entry.localName.value_or(entry.name);
    return "PK\3\4" + number(0, 2) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 16) +
           number(name.size(), 2) + number(0, 2) + name;
}

std::string centralHeader(const ZipFileEntry& entry, std::size_t offset) {
    const std::uint64_t size = entry.size.value_or(static_cast<std::uint32_t>(entry.data.size()));
    return "PK\1\2" + number(0, 4) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 4) +
           number(crcOf(entry.data), 4) +
           number(entry.packedSize.value_or(static_cast<std::uint32_t>(size)), 4) + number(size, 4) +
           number(entry.name.size(), 2) + number(entry.extra.size(), 2) + number(0, 2) +
           number(entry.disk, 2) + number(0, 6) +
           number(entry.offset.value_or(static_cast<std::uint32_t>(offset)), 4) + entry.name + entry.extra;
}

} // namespace

std::string number(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(i < 8 ? value >> (8 * i) & 0xFFU : 0U);
    return text;
}

std::string ZipFile::bytes() const {
    std::string file;
    std::string directory;
    for (const ZipFileEntry& entry : entries) {
        directory += centralHeader(entry, file.size());
        file += localHeader(entry) + entry.data;
    }
    const std::uint64_t offset = directoryOffset.value_or(file.size());
    const std::uint64_t size = directorySize.value_or(directory.size());
    const std::uint64_t all = count.value_or(entries.size());
    file += directory;
    if (is64) {
        const std::uint64_t at = end64Offset.value_or(file.size());
        file += "PK\6\6" + number(44, 8) + number(0, 4) + number(disk, 4) + number(0, 4) + number(all, 8) +
                number(all, 8) + number(size, 8) + number(offset, 8);
        file += "PK\6\7" + number(0, 4) + number(at, 8) + number(1, 4);
    }
    return file + "PK\5\6" + number(disk, 2) + number(0, 2) + number(all, 2) + number(all, 2) +
           number(size, 4) + number(offset, 4) + number(comment.size(), 2) + comment;
}

ZipFile torchArchive(const std::string& pickle, const std::string& storage) {
    ZipFile file;
    file.entries.push_back({.name = "archive/data.pkl", .data = pickle});
    file.entries.push_back({.name = "archive/data/0", .data = storage});
    file.entries.push_back({.name = "archive/version", .data = "3\n"});
    return file;
}

} // namespace inference::test
