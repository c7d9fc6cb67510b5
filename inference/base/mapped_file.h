// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace inference {

/// A file's bytes, read-only. Memory-mapped where the system has POSIX calls, read into memory elsewhere.
/// A mapped file that somebody shortens while it is in use ends the process: replace model files by renaming.
class MappedFile {
public:
    /// Errors: NotFound, Io (unreadable, or a folder).
    static Result<std::unique_ptr<MappedFile>> open(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<const std::byte> bytes() const { return m_bytes; }

    /// Asks the system to fetch the pages of `bytes` while others are asked for: one page after the other,
    /// each waited for, takes as long as the disk needs to answer, and brings far more around it than is
    /// wanted. Bytes of something else are left alone.
    void expect(std::span<const std::byte> bytes) const;

    /// Gives the memory of the whole pages among `bytes` back to the system, which reads them again when they
    /// are touched. Bytes of something else are left alone.
    void forget(std::span<const std::byte> bytes) const;

private:
    MappedFile(std::span<const std::byte> bytes, std::unique_ptr<std::byte[]> owned);
    bool isMapped(std::span<const std::byte> bytes) const;
    std::span<const std::byte> m_bytes;
    std::unique_ptr<std::byte[]> m_owned; ///< empty if m_bytes is a mapping
};

} // namespace inference
