// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>

namespace inference {

/// One file of an archive.
struct ZipEntry {
    std::span<const std::byte> data; ///< a part of the archive's bytes
    std::uint32_t crc = 0;           ///< as the directory says; not checked
    bool isCompressed = false;       ///< `data` would have to be unpacked, which nothing here does
};

using ZipEntries = std::map<std::string, ZipEntry, std::less<>>;

/// True if the bytes begin like an archive with at least one file.
bool looksLikeZip(std::span<const std::byte> file);

/// Reads the directory of a zip or zip64 archive whose files are stored without compression (checkpoints
/// §3.2). Sizes come from the central directory; every range is checked, and no two files may overlap.
/// Nothing is copied or unpacked. Errors: CorruptFile; Unsupported (compressed, encrypted, in parts).
Result<ZipEntries> readZip(std::span<const std::byte> file);

} // namespace inference
