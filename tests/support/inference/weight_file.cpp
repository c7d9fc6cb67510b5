// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/weight_file.h"

#include "inference/weights/weight_scope.h"
#include "inference/weights/weight_source.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>

#include <nlohmann/json.hpp>

namespace inference::test {
namespace {

void append(std::string& data, float value, DType type) {
    if (type == DType::F32) {
        data.append(reinterpret_cast<const char*>(&value), sizeof(value));
        return;
    }
    const std::uint16_t bits = type == DType::F16 ? floatToHalf(value) : floatToBfloat16(value);
    data.append(reinterpret_cast<const char*>(&bits), sizeof(bits));
}

} // namespace

std::string WeightFile::bytes() const {
    nlohmann::json header = nlohmann::json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::string data;
    for (const auto& [name, tensor] : tensors) {
        const std::size_t begin = data.size();
        for (const float value : tensor.values)
            append(data, value, type);
        header[name] = {{"dtype", type == DType::F32   ? "F32"
                                  : type == DType::F16 ? "F16"
                                                       : "BF16"},
                        {"shape", tensor.shape},
                        {"data_offsets", {begin, data.size()}}};
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    const std::uint64_t length = text.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof(length)) + text + data;
}

void WeightFile::write(const std::filesystem::path& path) const {
    const std::string content = bytes();
    std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
}

WeightFile WeightFile::read(const std::filesystem::path& path) {
    const auto source = openWeights(path);
    if (!source)
        std::abort();
    WeightFile file;
    file.metadata = (*source)->metadata();
    for (const auto& [name, stored] : (*source)->tensors())
        file.tensors[name] = {stored.shape, toFloats(stored)};
    return file;
}

TempFolder::TempFolder() {
    std::random_device random;
    m_path = std::filesystem::temp_directory_path() /
             ("inference-test-" + std::to_string(random()) + "-" + std::to_string(random()));
    std::filesystem::create_directories(m_path);
}

TempFolder::~TempFolder() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

} // namespace inference::test
