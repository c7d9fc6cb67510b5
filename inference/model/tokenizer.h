// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace inference {

/// The spelling of every byte in a vocabulary's files, alone (ids 0 to 255) and at the end of a word (256 to
/// 511).
std::unordered_map<std::string, std::int32_t> byteSymbols();

/// Byte-level byte-pair encoding as in CLIP (sam3-image §2). Ids: 256 bytes, the same ending a word, the
/// merges in order of rank, the start token, the end token.
class Tokenizer {
public:
    /// `merges`: a header line, then one merge a line, "left right"; as many are used as the vocabulary has
    /// room for. Error: CorruptFile (too few or unknown symbols).
    static Result<Tokenizer> create(std::string_view merges, int vocabularySize, int contextLength);

    /// Start token, ids, end token, then zeros up to the context length. A text that is too long is cut, its
    /// last id being the end token.
    std::vector<std::int32_t> encode(std::string_view text) const;
    /// Without padding: positions up to and including the end token. An id 0 among them counts as padding,
    /// too.
    std::vector<std::int32_t> encodeUnpadded(std::string_view text) const;

private:
    struct Merge {
        std::int32_t rank;
        std::int32_t result;
    };
    Tokenizer() = default;
    void appendPiece(std::u32string_view piece, std::vector<std::int32_t>& ids) const;

    std::unordered_map<std::uint64_t, Merge> m_merges; ///< by left id << 32 | right id
    std::int32_t m_start = 0;
    std::int32_t m_end = 0;
    std::size_t m_contextLength = 0;
};

} // namespace inference
