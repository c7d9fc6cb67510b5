// SPDX-License-Identifier: Apache-2.0
// Any bytes as an archive: refused, or every file in it lies inside the archive and apart from the others.
#include "inference/weights/zip_reader.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::byte> file(reinterpret_cast<const std::byte*>(data), size);
    const auto entries = inference::readZip(file);
    if (!entries) {
        if (entries.error().message.empty() || entries.error().message.size() > 600)
            std::abort();
        return 0;
    }
    std::vector<std::span<const std::byte>> spans;
    for (const auto& entry : *entries)
        spans.push_back(entry.second.data);
    std::sort(spans.begin(), spans.end(), [](auto a, auto b) { return a.data() < b.data(); });
    const std::byte* end = file.data();
    for (const auto span : spans) {
        if (span.data() < end)
            std::abort();
        end = span.data() + span.size();
    }
    return end > file.data() + file.size() ? std::abort(), 0 : 0;
}
