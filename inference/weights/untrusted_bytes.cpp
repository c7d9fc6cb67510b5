// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/untrusted_bytes.h"

#include <algorithm>
#include <cassert>

namespace inference {
namespace {

constexpr std::size_t kMaxQuoted = 80;
constexpr std::size_t kMaxName = 1024;

bool isContinuation(unsigned char c) {
    return (c & 0xC0U) == 0x80U;
}

/// Bytes of the character at the front; 0 if it is malformed.
std::size_t characterLength(std::string_view text) {
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return isContinuation(at(1)) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;  // shorter forms exist below
        const unsigned high = first == 0xED ? 0x9F : 0xBF; // surrogates above
        return at(1) >= low && at(1) <= high && isContinuation(at(2)) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return at(1) >= low && at(1) <= high && isContinuation(at(2)) && isContinuation(at(3)) ? 4 : 0;
    }
    return 0;
}

} // namespace

std::uint64_t littleEndian(std::span<const std::byte> data, std::size_t at, std::size_t bytes) {
    assert(bytes <= 8 && at + bytes <= data.size());
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= std::to_integer<std::uint64_t>(data[at + i]) << (8 * i);
    return value;
}

std::string_view asText(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string inQuotes(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text.substr(0, kMaxQuoted)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\') {
            result += c;
            continue;
        }
        result += "\\x";
        result += kDigits[byte >> 4];
        result += kDigits[byte & 15U];
    }
    return result + (text.size() > kMaxQuoted ? "…\"" : "\"");
}

bool isTensorName(std::string_view name) {
    const auto isControl = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
    return !name.empty() && name.size() <= kMaxName && std::none_of(name.begin(), name.end(), isControl) &&
           isUtf8(name);
}

} // namespace inference
