// SPDX-License-Identifier: Apache-2.0
#include "inference/session/disk_cache.h"

#include "inference/base/content_hash.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <span>
#include <system_error>
#include <vector>

namespace inference {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "mwtrunk1";
constexpr std::size_t kRank = 3;
constexpr std::size_t kHashDigits = 32;
constexpr std::int64_t kMaxExtent = 1 << 16;
constexpr float kLargestHalf = 65504.0F;

/// The file's start; the values follow.
struct Header {
    std::array<char, kMagic.size()> magic{};
    std::array<char, kHashDigits> hash{};
    std::array<std::int64_t, kRank> shape{};
};

std::string hashOf(const std::string& key, const std::array<std::int64_t, kRank>& shape,
                   std::span<const std::uint16_t> values) {
    ContentHash hash;
    hash.add(key);
    for (const std::int64_t extent : shape)
        hash.add(static_cast<std::uint64_t>(extent));
    hash.add(std::as_bytes(values));
    return hash.hex();
}

bool isPlausible(const Header& header, std::uintmax_t fileBytes) {
    const auto isExtent = [](std::int64_t extent) { return extent >= 1 && extent <= kMaxExtent; };
    if (std::string_view(header.magic.data(), header.magic.size()) != kMagic ||
        !std::all_of(header.shape.begin(), header.shape.end(), isExtent))
        return false;
    const auto count = static_cast<std::uintmax_t>(header.shape[0] * header.shape[1] * header.shape[2]);
    return sizeof(Header) + count * sizeof(std::uint16_t) == fileBytes;
}

struct Contents {
    Header header;
    std::vector<std::uint16_t> values;
};

std::optional<Contents> read(const fs::path& file, const std::string& key) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    Contents contents;
    if (error || !stream.read(reinterpret_cast<char*>(&contents.header), sizeof(Header)) ||
        !isPlausible(contents.header, bytes))
        return std::nullopt;
    contents.values.resize((bytes - sizeof(Header)) / sizeof(std::uint16_t));
    if (!stream.read(reinterpret_cast<char*>(contents.values.data()),
                     static_cast<std::streamsize>(bytes - sizeof(Header))))
        return std::nullopt;
    const std::string hash = hashOf(key, contents.header.shape, contents.values);
    if (!std::equal(hash.begin(), hash.end(), contents.header.hash.begin(), contents.header.hash.end()))
        return std::nullopt;
    return contents;
}

void write(const fs::path& file, const std::string& key, Contents contents) {
    std::copy(kMagic.begin(), kMagic.end(), contents.header.magic.begin());
    const std::string hash = hashOf(key, contents.header.shape, contents.values);
    std::copy(hash.begin(), hash.end(), contents.header.hash.begin());
    fs::path part = file;
    part += ".part";
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(&contents.header), sizeof(Header));
    stream.write(reinterpret_cast<const char*>(contents.values.data()),
                 static_cast<std::streamsize>(contents.values.size() * sizeof(std::uint16_t)));
    stream.close();
    std::error_code error;
    if (stream)
        fs::rename(part, file, error);
    if (!stream || error)
        fs::remove(part, error);
}

/// Removes the files used least recently until the rest fits.
void trim(const fs::path& folder, std::uint64_t maxBytes) {
    struct File {
        fs::file_time_type used;
        std::uintmax_t bytes;
        fs::path path;
    };
    std::vector<File> files;
    std::uintmax_t total = 0;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code gone;
        const File file{it->last_write_time(gone), it->file_size(gone), it->path()};
        if (gone || it->path().stem().extension() != ".trunk")
            continue;
        total += file.bytes;
        files.push_back(file);
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.used < b.used; });
    for (const File& file : files) {
        if (total <= maxBytes)
            return;
        if (fs::remove(file.path, error))
            total -= file.bytes;
    }
}

} // namespace

DiskCache::DiskCache(fs::path folder, std::uint64_t maxBytes)
    : m_folder(std::move(folder)), m_maxBytes(maxBytes) {}

fs::path DiskCache::fileOf(const std::string& key) const {
    ContentHash hash;
    hash.add(key);
    return m_folder / (hash.hex() + ".trunk.f16");
}

void DiskCache::wait() {
    if (m_writer.joinable())
        m_writer.join();
}

std::optional<Tensor> DiskCache::find(Device& device, const std::string& key) {
    if (m_folder.empty())
        return std::nullopt;
    wait();
    const fs::path file = fileOf(key);
    std::error_code error;
    if (!fs::exists(file, error))
        return std::nullopt;
    const std::optional<Contents> contents = read(file, key);
    if (!contents) {
        fs::remove(file, error);
        return std::nullopt;
    }
    fs::last_write_time(file, fs::file_time_type::clock::now(), error);
    Tensor trunk =
        device.allocate(DType::F32, {contents->header.shape.begin(), contents->header.shape.end()});
    std::transform(contents->values.begin(), contents->values.end(), trunk.f32(), halfToFloat);
    return trunk;
}

void DiskCache::insert(const std::string& key, const Tensor& trunk) {
    if (m_folder.empty() || trunk.rank() != static_cast<int>(kRank))
        return;
    const std::span<const float> values(trunk.f32(), static_cast<std::size_t>(trunk.count()));
    const auto fits = [](float value) { return std::abs(value) <= kLargestHalf; };
    if (!std::all_of(values.begin(), values.end(), fits))
        return;
    Contents contents;
    std::copy(trunk.shape().begin(), trunk.shape().end(), contents.header.shape.begin());
    contents.values.resize(values.size());
    std::transform(values.begin(), values.end(), contents.values.begin(), floatToHalf);
    wait();
    m_writer = std::jthread([folder = m_folder, file = fileOf(key), key, maxBytes = m_maxBytes,
                             kept = std::move(contents)]() mutable {
        std::error_code error;
        fs::create_directories(folder, error);
        write(file, key, std::move(kept));
        trim(folder, maxBytes);
    });
}

} // namespace inference
