// SPDX-License-Identifier: Apache-2.0
#include "core/mask/contour.h"
#include "core/mask/rle.h"

#include <cstdlib>
#include <cstring>

/// The first four bytes are the size, the rest is the text. What can be read must come back from its own
/// encoding, and from its outline when it is small.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 4)
        return 0;
    std::uint16_t sides[2];
    std::memcpy(sides, data, 4);
    const QSize imageSize(sides[0], sides[1]);
    const QByteArray text(reinterpret_cast<const char*>(data) + 4, qsizetype(size) - 4);
    const core::Result<core::Mask> mask = core::maskFromRleString(text, imageSize);
    if (!mask)
        return 0;
    const QByteArray canonical = core::rleString(*mask, imageSize);
    const core::Result<core::Mask> again = core::maskFromRleString(canonical, imageSize);
    if (!again || *again != *mask)
        std::abort();
    if (mask->spans().size() < 2000 && core::maskOf(core::contoursOf(*mask)) != *mask)
        std::abort();
    return 0;
}
