// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace inference {

/// A 128-bit fingerprint to tell contents apart. Not meant to resist somebody who looks for collisions.
class ContentHash {
public:
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text);
    void add(std::uint64_t number);
    std::string hex() const; ///< 32 digits

private:
    std::uint64_t m_low = 0xCBF29CE484222325U;
    std::uint64_t m_high = 0x9E3779B97F4A7C15U;
};

} // namespace inference
