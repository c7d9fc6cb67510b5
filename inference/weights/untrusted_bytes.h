// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace inference {

/// A little-endian number of `bytes` (at most 8) at `at`; all of them must lie inside.
std::uint64_t littleEndian(std::span<const std::byte> data, std::size_t at, std::size_t bytes);

/// The bytes as text, without a copy.
std::string_view asText(std::span<const std::byte> bytes);

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

/// Text from a file for a message: in quotes, cut after 80 bytes, everything but printable ASCII escaped.
std::string inQuotes(std::string_view text);

/// A name that a tensor may have: not empty, at most 1024 bytes of UTF-8, no control characters.
bool isTensorName(std::string_view name);

} // namespace inference
