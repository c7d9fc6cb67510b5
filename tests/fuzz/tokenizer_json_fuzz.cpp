// SPDX-License-Identifier: Apache-2.0
// Any bytes as the tokenizer files of a Hugging Face folder: refused, or merges that a tokenizer takes.
#include "inference/model/tokenizer.h"
#include "inference/model/tokenizer_json.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    constexpr int kBytesAndSpecials = 514;
    if (const auto merges = inference::mergesFromTokenizerJson(text)) {
        const auto count = static_cast<int>(std::count(merges->begin(), merges->end(), '\n')) - 1;
        if (merges->size() > 2 * size || count < 1)
            std::abort();
        const auto tokenizer = inference::Tokenizer::create(*merges, kBytesAndSpecials + count, 32);
        if (tokenizer && tokenizer->encode("a cat").size() != 32)
            std::abort();
    }
    const std::size_t half = text.find('\0');
    if (half != std::string_view::npos)
        static_cast<void>(inference::checkVocabularyJson(text.substr(0, half), text.substr(half + 1)));
    return 0;
}
