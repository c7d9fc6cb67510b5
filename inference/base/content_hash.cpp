// SPDX-License-Identifier: Apache-2.0
#include "inference/base/content_hash.h"

#include <cstring>

namespace inference {
namespace {

std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

void appendHex(std::string& text, std::uint64_t value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        text += kDigits[value >> static_cast<unsigned>(shift) & 15U];
}

} // namespace

void ContentHash::add(std::uint64_t number) {
    m_low = (m_low ^ mixed(number)) * 0x100000001B3U;
    m_high = mixed(m_high + number) ^ m_low >> 32U;
}

void ContentHash::add(std::span<const std::byte> bytes) {
    add(static_cast<std::uint64_t>(bytes.size()));
    while (!bytes.empty()) {
        std::uint64_t word = 0;
        const std::size_t taken = bytes.size() < sizeof(word) ? bytes.size() : sizeof(word);
        std::memcpy(&word, bytes.data(), taken);
        add(word);
        bytes = bytes.subspan(taken);
    }
}

void ContentHash::add(std::string_view text) {
    add(std::as_bytes(std::span(text.data(), text.size())));
}

std::string ContentHash::hex() const {
    std::string text;
    appendHex(text, mixed(m_low));
    appendHex(text, mixed(m_high ^ m_low));
    return text;
}

} // namespace inference
