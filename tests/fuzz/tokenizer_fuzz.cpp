// SPDX-License-Identifier: Apache-2.0
// Any bytes as a phrase and as a vocabulary: ids stay inside the vocabulary, and the length inside the
// context.
#include "inference/model/tokenizer.h"
#include "inference/model/vocabulary.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

constexpr int kContext = 32;
constexpr int kBytesAndSpecials = 514;

void check(const inference::Tokenizer& tokenizer, std::string_view phrase, int vocabulary) {
    const auto ids = tokenizer.encode(phrase);
    if (ids.size() != kContext || tokenizer.encodeUnpadded(phrase).size() < 2)
        std::abort();
    if (std::any_of(ids.begin(), ids.end(), [&](std::int32_t id) { return id < 0 || id >= vocabulary; }))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kFixed =
        inference::Tokenizer::create("#\nc a\nca t</w>\nt h\nth e</w>\n", kBytesAndSpecials + 4, kContext);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(*kFixed, text, kBytesAndSpecials + 4);

    inference::inflateGzip(std::as_bytes(std::span(data, size)), 1 << 16);
    const int merges = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    const auto own =
        inference::Tokenizer::create(text, kBytesAndSpecials + std::max(merges - 1, 0), kContext);
    if (own)
        check(*own, text, kBytesAndSpecials + std::max(merges - 1, 0));
    return 0;
}
