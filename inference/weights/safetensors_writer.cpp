// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/safetensors_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <system_error>
#include <tuple>

#include <nlohmann/json.hpp>

namespace inference {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::size_t kLengthBytes = 8;

std::size_t bytesOf(const PlannedTensor& tensor) {
    return static_cast<std::size_t>(elementCount(tensor.shape)) * sizeOf(tensor.type);
}

/// As the format spells it: "BF16".
std::string spelled(DType type) {
    std::string name = nameOf(type);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name;
}

bool comesBefore(const PlannedTensor& a, const PlannedTensor& b) {
    const auto rank = [](const PlannedTensor& tensor) {
        return std::tuple(bytesOf(tensor) % kAlignment != 0, -static_cast<int>(sizeOf(tensor.type)));
    };
    return std::tuple(rank(a), std::string_view(a.name)) < std::tuple(rank(b), std::string_view(b.name));
}

std::string megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + 999'999) / 1'000'000) + " MB";
}

std::string folderOf(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path().string() : ".";
}

} // namespace

Result<std::unique_ptr<SafetensorsWriter>> SafetensorsWriter::create(const std::filesystem::path& path,
                                                                     std::vector<PlannedTensor> tensors,
                                                                     const WeightSource::Metadata& metadata) {
    std::sort(tensors.begin(), tensors.end(), comesBefore);
    std::unique_ptr<SafetensorsWriter> writer(new SafetensorsWriter(path));
    RETURN_IF_ERROR(writer->writeHeader(tensors, metadata));
    return writer;
}

SafetensorsWriter::SafetensorsWriter(std::filesystem::path path) : m_path(std::move(path)), m_part(m_path) {
    m_part += ".part";
}

SafetensorsWriter::~SafetensorsWriter() {
    if (m_isFinished)
        return;
    m_stream.close();
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
}

Status SafetensorsWriter::writeHeader(const std::vector<PlannedTensor>& tensors,
                                      const WeightSource::Metadata& metadata) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (!metadata.empty())
        json["__metadata__"] = metadata;
    std::uint64_t end = 0;
    for (const PlannedTensor& tensor : tensors) {
        const std::size_t bytes = bytesOf(tensor);
        json[tensor.name] = {
            {"dtype", spelled(tensor.type)}, {"shape", tensor.shape}, {"data_offsets", {end, end + bytes}}};
        [[maybe_unused]] const bool isNew = m_places.emplace(tensor.name, Place{end, bytes}).second;
        assert(isNew);
        end += bytes;
    }
    std::string header = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    header.append((kAlignment - (kLengthBytes + header.size()) % kAlignment) % kAlignment, ' ');
    const std::uint64_t start = kLengthBytes + header.size();
    for (auto& entry : m_places)
        entry.second.offset += start;
    m_total = start + end;
    RETURN_IF_ERROR(checkSpace());

    std::array<char, kLengthBytes> length{};
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length[i] = static_cast<char>(header.size() >> (8 * i) & 0xffU);
    errno = 0;
    m_stream.open(m_part, std::ios::binary | std::ios::trunc);
    m_stream.write(length.data(), length.size());
    m_stream.write(header.data(), static_cast<std::streamsize>(header.size()));
    if (!m_stream.flush())
        return writeFailed();
    return {};
}

Status SafetensorsWriter::checkSpace() const {
    std::error_code error;
    const auto space = std::filesystem::space(folderOf(m_path), error);
    if (!error && space.available < m_total - std::min(m_written, m_total))
        return fail(ErrorCode::Io, "There is not enough space in " + folderOf(m_path) + ": the file needs " +
                                       megabytes(m_total) + " and " + megabytes(space.available) +
                                       " are free; delete something or choose another folder.");
    return {};
}

tl::unexpected<Error> SafetensorsWriter::writeFailed() const {
    const int reason = errno;
    if (const Status status = checkSpace(); !status)
        return tl::unexpected(status.error());
    const std::string why = reason != 0 ? ": " + std::generic_category().message(reason) : "";
    return fail(ErrorCode::Io, m_path.string() + " can't be written" + why + "; choose another folder.");
}

Status SafetensorsWriter::write(std::string_view name, std::span<const std::byte> bytes) {
    const auto place = m_places.find(name);
    assert(place != m_places.end() && place->second.bytes == bytes.size());
    errno = 0;
    m_stream.seekp(static_cast<std::streamoff>(place->second.offset));
    m_stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!m_stream)
        return writeFailed();
    m_written += bytes.size();
    m_places.erase(place);
    return {};
}

Status SafetensorsWriter::finish(const std::function<Status(const std::filesystem::path& part)>& check) {
    assert(m_places.empty());
    errno = 0;
    m_stream.close();
    if (!m_stream)
        return writeFailed();
    if (check) {
        RETURN_IF_ERROR(check(m_part));
    }
    std::error_code error;
    std::filesystem::rename(m_part, m_path, error);
    if (error)
        return fail(ErrorCode::Io,
                    m_path.string() + " can't be written: " + error.message() + "; choose another name.");
    m_isFinished = true;
    return {};
}

} // namespace inference
