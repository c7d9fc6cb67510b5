// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/zip_reader.h"

#include "inference/weights/untrusted_bytes.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace inference {
namespace {

constexpr std::uint64_t kMaxEntries = 65'536;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocatorSignature = 0x07064b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kLocatorSize = 20;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kMaxComment = 65'535;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF; ///< the real number is in the zip64 extra field

using Bytes = std::span<const std::byte>;

tl::unexpected<Error> corrupt(const std::string& what) {
    return fail(ErrorCode::CorruptFile, "The archive is damaged: " + what + "; fetch it again.");
}

tl::unexpected<Error> unsupported(const std::string& what) {
    return fail(ErrorCode::Unsupported, "The archive " + what + "; use the checkpoint as it was published.");
}

/// Where the central directory lies.
struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t entries = 0;
};

/// An entry of the central directory.
struct Central {
    std::string name;
    std::uint64_t offset = 0; ///< of the local header
    std::uint64_t size = 0;   ///< as it lies in the archive
    std::uint32_t crc = 0;
    bool isCompressed = false;
};

/// The last end record whose comment reaches exactly to the end of the file.
std::optional<std::size_t> findEnd(Bytes file) {
    if (file.size() < kEndSize)
        return std::nullopt;
    const std::size_t last = file.size() - kEndSize;
    for (std::size_t back = 0; back <= std::min(last, kMaxComment); ++back) {
        const std::size_t at = last - back;
        if (littleEndian(file, at, 4) == kEndSignature && littleEndian(file, at + 20, 2) == back)
            return at;
    }
    return std::nullopt;
}

Result<Directory> readEnd64(Bytes file, std::size_t locator) {
    const std::uint64_t at = littleEndian(file, locator + 8, 8);
    if (littleEndian(file, locator + 4, 4) != 0 || littleEndian(file, locator + 16, 4) > 1)
        return unsupported("is one part of several");
    if (locator < kEnd64Size || at > locator - kEnd64Size || littleEndian(file, at, 4) != kEnd64Signature)
        return corrupt("its zip64 end record is not where it should be");
    if (littleEndian(file, at + 16, 4) != 0 || littleEndian(file, at + 20, 4) != 0 ||
        littleEndian(file, at + 24, 8) != littleEndian(file, at + 32, 8))
        return unsupported("is one part of several");
    const Directory directory{littleEndian(file, at + 48, 8), littleEndian(file, at + 40, 8),
                              littleEndian(file, at + 32, 8)};
    if (directory.offset > at || directory.size > at - directory.offset)
        return corrupt("its directory lies outside the file");
    return directory;
}

Result<Directory> readEnd(Bytes file) {
    const std::optional<std::size_t> end = findEnd(file);
    if (!end)
        return corrupt("it has no end record, so a part of the file is missing");
    Directory directory{littleEndian(file, *end + 16, 4), littleEndian(file, *end + 12, 4),
                        littleEndian(file, *end + 10, 2)};
    if (*end >= kLocatorSize && littleEndian(file, *end - kLocatorSize, 4) == kLocatorSignature) {
        ASSIGN_OR_RETURN(directory, readEnd64(file, *end - kLocatorSize));
    } else if (littleEndian(file, *end + 4, 4) != 0 || littleEndian(file, *end + 8, 2) != directory.entries) {
        return unsupported("is one part of several");
    } else if (directory.offset > *end || directory.size > *end - directory.offset) {
        return corrupt("its directory lies outside the file");
    }
    if (directory.entries > kMaxEntries || directory.entries * kCentralSize > directory.size)
        return corrupt("its directory doesn't hold as many files as it says");
    return directory;
}

/// Fills what the 32-bit fields couldn't hold from the zip64 extra field: sizes and offset, in this order.
Status readExtra64(Bytes extra, const std::vector<std::uint64_t*>& wide) {
    for (std::size_t at = 0; at + 4 <= extra.size();) {
        const auto length = static_cast<std::size_t>(littleEndian(extra, at + 2, 2));
        if (length > extra.size() - at - 4)
            break;
        if (littleEndian(extra, at, 2) == 1) {
            if (length < 8 * wide.size())
                break;
            for (std::size_t i = 0; i < wide.size(); ++i)
                *wide[i] = littleEndian(extra, at + 4 + 8 * i, 8);
            return {};
        }
        at += 4 + length;
    }
    return corrupt("a size is missing in its directory");
}

bool isSafeName(std::string_view name) {
    if (name.empty() || name.front() == '/' || (name.size() > 1 && name[1] == ':') || !isUtf8(name))
        return false;
    return name.find('\0') == std::string_view::npos && name.find('\\') == std::string_view::npos &&
           name.find("..") == std::string_view::npos;
}

Result<Central> readCentral(Bytes header, std::size_t nameLength, std::size_t extraLength) {
    Central entry{std::string(asText(header.subspan(kCentralSize, nameLength))), littleEndian(header, 42, 4),
                  littleEndian(header, 20, 4), static_cast<std::uint32_t>(littleEndian(header, 16, 4)),
                  littleEndian(header, 10, 2) != 0};
    if (!isSafeName(entry.name))
        return corrupt("it holds a file with the unsafe name " + inQuotes(entry.name));
    std::uint64_t unpacked = littleEndian(header, 24, 4);
    std::vector<std::uint64_t*> wide;
    for (std::uint64_t* field : {&unpacked, &entry.size, &entry.offset})
        if (*field == kIn64)
            wide.push_back(field);
    if (!wide.empty())
        RETURN_IF_ERROR(readExtra64(header.subspan(kCentralSize + nameLength, extraLength), wide));
    if ((littleEndian(header, 8, 2) & 1U) != 0)
        return unsupported("is encrypted");
    if (!entry.isCompressed && unpacked != entry.size)
        return corrupt("the file " + inQuotes(entry.name) + " in it has two sizes");
    if (const std::uint64_t disk = littleEndian(header, 34, 2); disk != 0 && disk != 0xFFFF)
        return unsupported("is one part of several");
    return entry;
}

Result<std::vector<Central>> readDirectory(Bytes file, const Directory& directory) {
    Bytes rest = file.subspan(directory.offset, directory.size);
    std::vector<Central> entries;
    for (std::uint64_t i = 0; i < directory.entries; ++i) {
        if (rest.size() < kCentralSize || littleEndian(rest, 0, 4) != kCentralSignature)
            return corrupt("its directory breaks off");
        const auto name = static_cast<std::size_t>(littleEndian(rest, 28, 2));
        const auto extra = static_cast<std::size_t>(littleEndian(rest, 30, 2));
        const std::size_t length = kCentralSize + name + extra + littleEndian(rest, 32, 2);
        if (length > rest.size())
            return corrupt("its directory breaks off");
        ASSIGN_OR_RETURN(Central entry, readCentral(rest, name, extra));
        entries.push_back(std::move(entry));
        rest = rest.subspan(length);
    }
    return entries;
}

/// The data of an entry, which must end before `limit`.
Result<Bytes> locate(Bytes file, const Central& entry, std::uint64_t limit) {
    const std::string name = inQuotes(entry.name);
    if (limit < kLocalSize || entry.offset > limit - kLocalSize ||
        littleEndian(file, entry.offset, 4) != kLocalSignature)
        return corrupt("the file " + name + " in it is not where the directory says");
    const std::uint64_t nameAt = entry.offset + kLocalSize;
    const std::uint64_t nameLength = littleEndian(file, entry.offset + 26, 2);
    const std::uint64_t dataAt = nameAt + nameLength + littleEndian(file, entry.offset + 28, 2);
    if (dataAt > limit || entry.size > limit - dataAt)
        return corrupt("the file " + name + " in it doesn't fit into it");
    if (asText(file.subspan(nameAt, nameLength)) != entry.name)
        return corrupt("the file " + name + " in it has two names");
    return file.subspan(dataAt, entry.size);
}

} // namespace

bool looksLikeZip(std::span<const std::byte> file) {
    return file.size() >= 4 && littleEndian(file, 0, 4) == kLocalSignature;
}

Result<ZipEntries> readZip(std::span<const std::byte> file) {
    ASSIGN_OR_RETURN(const Directory directory, readEnd(file));
    ASSIGN_OR_RETURN(std::vector<Central> listed, readDirectory(file, directory));
    std::sort(listed.begin(), listed.end(),
              [](const Central& a, const Central& b) { return a.offset < b.offset; });
    ZipEntries entries;
    std::uint64_t end = 0;
    for (Central& entry : listed) {
        if (entry.offset < end)
            return corrupt("the file " + inQuotes(entry.name) + " in it overlaps another one");
        ASSIGN_OR_RETURN(const Bytes data, locate(file, entry, directory.offset));
        end = static_cast<std::uint64_t>(data.data() - file.data()) + data.size();
        const ZipEntry found{data, entry.crc, entry.isCompressed};
        if (!entries.emplace(std::move(entry.name), found).second)
            return corrupt("it holds two files of the same name");
    }
    return entries;
}

} // namespace inference
