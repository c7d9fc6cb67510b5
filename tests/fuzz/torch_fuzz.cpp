// SPDX-License-Identifier: Apache-2.0
// Any bytes as a PyTorch checkpoint: refused, or every tensor can be put together from bytes inside the file.
// An input that is no archive is taken as the object tree of one, so that mutations reach the tensors too.
#include "inference/weights/torch_file.h"
#include "inference/weights/zip_reader.h"
#include "tests/support/inference/zip_file.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void check(std::span<const std::byte> file) {
    const auto index = inference::readTorch(file);
    if (!index) {
        if (index.error().message.empty() || index.error().message.size() > 600)
            std::abort();
        return;
    }
    std::size_t total = 0;
    for (const auto& entry : index->tensors) {
        for (const auto span : inference::storedSpans(entry.second))
            if (!span.empty() &&
                (span.data() < file.data() || span.data() + span.size() > file.data() + file.size()))
                std::abort();
        total += inference::materialise(entry.second).size();
        inference::isFinite(entry.second);
    }
    if (total > 4 * file.size())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::byte> bytes = std::as_bytes(std::span(data, size));
    if (inference::looksLikeZip(bytes)) {
        check(bytes);
        return 0;
    }
    const std::string pickle(reinterpret_cast<const char*>(data), size);
    const std::string file = inference::test::torchArchive(pickle, std::string(64, '\1')).bytes();
    check(std::as_bytes(std::span(file.data(), file.size())));
    return 0;
}
