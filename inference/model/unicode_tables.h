// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace inference::unicode {

/// Code points first … last.
struct CodeRange {
    std::uint32_t first, last;
};

/// Code points first, first + stride, … last, whose lower case is `delta` further.
struct CaseRun {
    std::uint32_t first, last;
    std::uint8_t stride;
    std::int32_t delta;
};

/// base + mark = composed (canonical composition), sorted by base, then mark.
struct Composition {
    std::uint16_t base, mark, composed;
};

std::span<const CodeRange> letters();        ///< general category L
std::span<const CodeRange> numbers();        ///< general category N
std::span<const CaseRun> lowerCase();        ///< single-character lower case
std::span<const Composition> compositions(); ///< pairs that compose to a character below U+2000

} // namespace inference::unicode
