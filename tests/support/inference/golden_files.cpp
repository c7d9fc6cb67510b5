// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/golden_files.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include <zlib.h>

namespace inference::test {
namespace {

[[noreturn]] void giveUp(const std::filesystem::path& path) {
    std::fprintf(stderr, "can't read %s\n", path.c_str());
    std::abort();
}

std::string readAll(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        giveUp(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::uint32_t bigEndian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

int paeth(int left, int up, int corner) {
    const int guess = left + up - corner;
    const int dl = std::abs(guess - left);
    const int du = std::abs(guess - up);
    const int dc = std::abs(guess - corner);
    return dl <= du && dl <= dc ? left : du <= dc ? up : corner;
}

void unfilterRow(int filter, std::uint8_t* row, const std::uint8_t* above, int stride, int channels) {
    for (int i = 0; i < stride; ++i) {
        const int left = i >= channels ? row[i - channels] : 0;
        const int up = above != nullptr ? above[i] : 0;
        const int corner = above != nullptr && i >= channels ? above[i - channels] : 0;
        const int added = filter == 1   ? left
                          : filter == 2 ? up
                          : filter == 3 ? (left + up) / 2
                          : filter == 4 ? paeth(left, up, corner)
                                        : 0;
        row[i] = static_cast<std::uint8_t>(row[i] + added);
    }
}

} // namespace

std::filesystem::path goldenDir() {
    const char* folder = std::getenv("GOLDEN_DIR");
    return folder == nullptr ? std::filesystem::path() : std::filesystem::path(folder);
}

FloatTensor readNpy(const std::filesystem::path& path) {
    const std::string bytes = readAll(path);
    if (bytes.size() < 12 || bytes.compare(1, 5, "NUMPY") != 0)
        giveUp(path);
    const std::size_t wide = bytes[6] >= 2 ? 4 : 2;
    std::size_t length = 0;
    for (std::size_t i = 0; i < wide; ++i)
        length |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[8 + i])) << (8 * i);
    const std::string header = bytes.substr(8 + wide, length);
    FloatTensor tensor;
    const std::size_t open = header.find('(');
    const std::string dims = header.substr(open + 1, header.find(')') - open - 1);
    for (std::size_t at = 0; at < dims.size(); ++at) {
        if (dims[at] < '0' || dims[at] > '9')
            continue;
        std::size_t used = 0;
        tensor.shape.push_back(std::stoll(dims.substr(at), &used));
        at += used;
    }
    const char* data = bytes.data() + 8 + wide + length;
    const bool isInteger = header.find("<i8") != std::string::npos;
    if (!isInteger && header.find("<f4") == std::string::npos)
        giveUp(path);
    tensor.values.resize(static_cast<std::size_t>(elementCount(tensor.shape)));
    for (std::size_t i = 0; i < tensor.values.size(); ++i) {
        std::int64_t integer = 0;
        if (isInteger) {
            std::memcpy(&integer, data + 8 * i, 8);
            tensor.values[i] = static_cast<float>(integer);
        } else {
            std::memcpy(&tensor.values[i], data + 4 * i, 4);
        }
    }
    return tensor;
}

nlohmann::json readJson(const std::filesystem::path& path) {
    nlohmann::json value = nlohmann::json::parse(readAll(path), nullptr, false);
    if (value.is_discarded())
        giveUp(path);
    return value;
}

ImageView Picture::view() const {
    return {pixels.data(), width, height, static_cast<std::ptrdiff_t>(width) * channels, channels};
}

Picture readPng(const std::filesystem::path& path) {
    const std::string bytes = readAll(path);
    Picture picture;
    std::string packed;
    for (std::size_t at = 8; at + 12 <= bytes.size(); at += bigEndian(bytes, at) + 12) {
        const std::string kind = bytes.substr(at + 4, 4);
        if (kind == "IHDR") {
            picture.width = static_cast<int>(bigEndian(bytes, at + 8));
            picture.height = static_cast<int>(bigEndian(bytes, at + 12));
            picture.channels = bytes[at + 17] == 2 ? 3 : 1;
            if (bytes[at + 16] != 8 || (bytes[at + 17] != 2 && bytes[at + 17] != 0) || bytes[at + 20] != 0)
                giveUp(path);
        }
        if (kind == "IDAT")
            packed += bytes.substr(at + 8, bigEndian(bytes, at));
    }
    const int stride = picture.width * picture.channels;
    std::vector<std::uint8_t> rows(static_cast<std::size_t>(picture.height) * (stride + 1));
    uLongf size = rows.size();
    if (rows.empty() ||
        uncompress(rows.data(), &size, reinterpret_cast<const Bytef*>(packed.data()), packed.size()) != Z_OK)
        giveUp(path);
    picture.pixels.resize(static_cast<std::size_t>(picture.height) * stride);
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* from = rows.data() + static_cast<std::ptrdiff_t>(y) * (stride + 1);
        std::uint8_t* to = picture.pixels.data() + static_cast<std::ptrdiff_t>(y) * stride;
        std::copy(from + 1, from + 1 + stride, to);
        unfilterRow(from[0], to, y == 0 ? nullptr : to - stride, stride, picture.channels);
    }
    return picture;
}

} // namespace inference::test
