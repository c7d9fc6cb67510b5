// SPDX-License-Identifier: Apache-2.0
#include "inference/base/mapped_file.h"

#include <fstream>
#include <system_error>

#if __has_include(<sys/mman.h>)
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#define MW_HAS_MMAP 1
#else
#define MW_HAS_MMAP 0
#endif

namespace inference {
namespace {

/// The mapping, or an empty span if the system refused (the caller then reads the file).
std::span<const std::byte> map([[maybe_unused]] const std::filesystem::path& path,
                               [[maybe_unused]] std::size_t size) {
#if MW_HAS_MMAP
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC); // NOLINT(*-vararg): the POSIX call
    if (descriptor < 0)
        return {};
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (address == MAP_FAILED) // NOLINT(performance-no-int-to-ptr): the POSIX macro
        return {};
    return {static_cast<const std::byte*>(address), size};
#else
    return {};
#endif
}

} // namespace

Result<std::unique_ptr<MappedFile>> MappedFile::open(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::NotFound, "There is no file " + path.string() + ".");
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::Io, path.string() + " is not a file.");
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ErrorCode::Io, path.string() + " can't be read: " + error.message() + ".");
    if (size == 0)
        return std::unique_ptr<MappedFile>(new MappedFile({}, nullptr));
    if (const auto mapping = map(path, size); !mapping.empty())
        return std::unique_ptr<MappedFile>(new MappedFile(mapping, nullptr));

    std::ifstream stream(path, std::ios::binary);
    auto owned = std::make_unique<std::byte[]>(size);
    if (!stream.read(reinterpret_cast<char*>(owned.get()), static_cast<std::streamsize>(size)))
        return fail(ErrorCode::Io, path.string() + " can't be read; check its permissions.");
    const std::span<const std::byte> bytes{owned.get(), static_cast<std::size_t>(size)};
    return std::unique_ptr<MappedFile>(new MappedFile(bytes, std::move(owned)));
}

MappedFile::MappedFile(std::span<const std::byte> bytes, std::unique_ptr<std::byte[]> owned)
    : m_bytes(bytes), m_owned(std::move(owned)) {}

bool MappedFile::isMapped(std::span<const std::byte> bytes) const {
    return !m_owned && !bytes.empty() && bytes.data() >= m_bytes.data() &&
           bytes.data() + bytes.size() <= m_bytes.data() + m_bytes.size();
}

void MappedFile::expect([[maybe_unused]] std::span<const std::byte> bytes) const {
#if MW_HAS_MMAP
    if (!isMapped(bytes))
        return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto offset =
        static_cast<std::size_t>(bytes.data() - m_bytes.data()); // the mapping begins on a page
    const std::size_t first = offset / page * page;
    ::madvise(const_cast<std::byte*>(m_bytes.data()) + first, offset + bytes.size() - first, MADV_WILLNEED);
#endif
}

void MappedFile::forget([[maybe_unused]] std::span<const std::byte> bytes) const {
#if MW_HAS_MMAP
    if (!isMapped(bytes))
        return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto offset =
        static_cast<std::size_t>(bytes.data() - m_bytes.data()); // the mapping begins on a page
    const std::size_t first = (offset + page - 1) / page * page;
    const std::size_t last = (offset + bytes.size()) / page * page;
    if (first < last)
        ::madvise(const_cast<std::byte*>(m_bytes.data()) + first, last - first, MADV_DONTNEED);
#endif
}

MappedFile::~MappedFile() {
#if MW_HAS_MMAP
    if (!m_owned && !m_bytes.empty())
        ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
#endif
}

} // namespace inference
