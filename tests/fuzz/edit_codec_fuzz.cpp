// SPDX-License-Identifier: Apache-2.0
#include "core/store/edit_codec.h"

#include <cstdlib>

/// What can be read must come back from its own encoding; masks have one encoding only.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    if (const core::Result<core::Mask> mask = core::decodeMask(bytes);
        mask && core::encodeMask(*mask) != bytes)
        std::abort();
    const core::Result<core::Edit> edit = core::decodeEdit(bytes);
    if (!edit)
        return 0;
    const core::Result<core::Edit> again = core::decodeEdit(core::encodeEdit(*edit));
    if (!again || *again != *edit || core::inverted(core::inverted(*edit)) != *edit)
        std::abort();
    return 0;
}
