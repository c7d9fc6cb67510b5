// SPDX-License-Identifier: Apache-2.0
// Any bytes as the index of a model in parts: refused, or every part is a bare file name.
#include "inference/weights/sharded_file.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto map = inference::readShardIndex(std::as_bytes(std::span(data, size)));
    if (!map) {
        if (map.error().message.empty() || map.error().message.size() > 1200)
            std::abort();
        return 0;
    }
    for (const auto& entry : *map)
        if (entry.first.empty() || entry.second.find_first_of("/\\:") != std::string::npos ||
            entry.second.front() == '.')
            std::abort();
    return 0;
}
