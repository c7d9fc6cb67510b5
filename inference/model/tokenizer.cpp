// SPDX-License-Identifier: Apache-2.0
#include "inference/model/tokenizer.h"

#include "inference/model/unicode_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace inference {
namespace {

constexpr std::int32_t kBytes = 256;
constexpr std::int32_t kFirstMerge = 2 * kBytes;
constexpr int kSpecials = 2;
constexpr std::string_view kWordEnd = "</w>";
constexpr std::u32string_view kStartText = U"<start_of_text>";
constexpr std::u32string_view kEndText = U"<end_of_text>";
/// Only the first ids of a phrase count; the rest of a very long one is not looked at.
constexpr std::size_t kMaxCodePoints = 1024;

using Ids = std::unordered_map<std::string, std::int32_t>;

bool isPrintable(int byte) {
    return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
}

/// The id of every byte: printable ones first, then the rest, each group ascending.
std::array<std::int32_t, kBytes> byteIds() {
    std::array<std::int32_t, kBytes> ids{};
    std::int32_t next = 0;
    for (const bool printable : {true, false})
        for (int byte = 0; byte < kBytes; ++byte)
            if (isPrintable(byte) == printable)
                ids[static_cast<std::size_t>(byte)] = next++;
    return ids;
}

std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

std::uint64_t pairKey(std::int32_t left, std::int32_t right) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32U |
           static_cast<std::uint32_t>(right);
}

bool isSymbol(char32_t c) {
    return !unicode::isSpace(c) && !unicode::isLetter(c) && !unicode::isNumber(c);
}

std::size_t runLength(std::u32string_view text, bool (*belongs)(char32_t)) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), belongs) - text.begin());
}

/// Length of the English contraction at the front of `text`, 0 if there is none.
std::size_t contraction(std::u32string_view text) {
    for (const std::u32string_view ending : {U"'s", U"'t", U"'re", U"'ve", U"'m", U"'ll", U"'d"})
        if (text.substr(0, ending.size()) == ending)
            return ending.size();
    return 0;
}

/// Length of the piece at the front of a text that doesn't begin with white space.
std::size_t pieceLength(std::u32string_view text) {
    if (const std::size_t length = contraction(text); length > 0)
        return length;
    if (unicode::isLetter(text[0]))
        return runLength(text, unicode::isLetter);
    return unicode::isNumber(text[0]) ? 1 : runLength(text, isSymbol);
}

} // namespace

Ids byteSymbols() {
    Ids ids;
    char32_t other = 0x100;
    const std::array<std::int32_t, kBytes> order = byteIds();
    for (int byte = 0; byte < kBytes; ++byte) {
        std::string symbol;
        unicode::appendUtf8(symbol, isPrintable(byte) ? static_cast<char32_t>(byte) : other++);
        const std::int32_t id = order[static_cast<std::size_t>(byte)];
        ids[symbol + std::string(kWordEnd)] = id + kBytes;
        ids[std::move(symbol)] = id;
    }
    return ids;
}

Result<Tokenizer> Tokenizer::create(std::string_view merges, int vocabularySize, int contextLength) {
    if (vocabularySize < kFirstMerge + kSpecials || contextLength < 2)
        return fail(ErrorCode::CorruptFile, "The model's vocabulary is smaller than the byte alphabet.");
    const std::int32_t count = vocabularySize - kFirstMerge - kSpecials;
    Ids ids = byteSymbols();
    std::vector<std::array<std::string, 2>> pairs;
    takeLine(merges);
    while (static_cast<std::int32_t>(pairs.size()) < count) {
        const std::string_view line = takeLine(merges);
        const std::size_t space = line.find(' ');
        if (space == std::string_view::npos || space == 0 || space + 1 == line.size())
            return fail(ErrorCode::CorruptFile, "The vocabulary has " + std::to_string(pairs.size()) +
                                                    " merges where the model needs " + std::to_string(count) +
                                                    "; use the vocabulary that belongs to the model.");
        pairs.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
        // A symbol that two merges make has the later one's id, as in the reference.
        ids[pairs.back()[0] + pairs.back()[1]] = kFirstMerge + static_cast<std::int32_t>(pairs.size()) - 1;
    }
    Tokenizer tokenizer;
    for (std::size_t rank = 0; rank < pairs.size(); ++rank) {
        const auto left = ids.find(pairs[rank][0]);
        const auto right = ids.find(pairs[rank][1]);
        if (left == ids.end() || right == ids.end())
            return fail(ErrorCode::CorruptFile, "The vocabulary's merge " + std::to_string(rank + 1) +
                                                    " joins symbols that it doesn't have; fetch it again.");
        const Merge merge{static_cast<std::int32_t>(rank), ids[pairs[rank][0] + pairs[rank][1]]};
        tokenizer.m_merges.emplace(pairKey(left->second, right->second), merge);
    }
    tokenizer.m_start = kFirstMerge + count;
    tokenizer.m_end = tokenizer.m_start + 1;
    tokenizer.m_contextLength = static_cast<std::size_t>(contextLength);
    return tokenizer;
}

void Tokenizer::appendPiece(std::u32string_view piece, std::vector<std::int32_t>& ids) const {
    static const std::array<std::int32_t, kBytes> kByteIds = byteIds();
    std::string bytes;
    for (const char32_t code : piece)
        unicode::appendUtf8(bytes, code);
    std::vector<std::int32_t> symbols;
    for (const char byte : bytes)
        symbols.push_back(kByteIds[static_cast<unsigned char>(byte)]);
    symbols.back() += kBytes;
    while (symbols.size() > 1) {
        std::uint64_t bestKey = 0;
        Merge best{std::numeric_limits<std::int32_t>::max(), 0};
        for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
            const std::uint64_t key = pairKey(symbols[i], symbols[i + 1]);
            const auto found = m_merges.find(key);
            if (found != m_merges.end() && found->second.rank < best.rank) {
                best = found->second;
                bestKey = key;
            }
        }
        if (best.rank == std::numeric_limits<std::int32_t>::max())
            break;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            const bool joins = i + 1 < symbols.size() && pairKey(symbols[i], symbols[i + 1]) == bestKey;
            symbols[kept++] = joins ? best.result : symbols[i];
            i += joins ? 1 : 0;
        }
        symbols.resize(kept);
    }
    ids.insert(ids.end(), symbols.begin(), symbols.end());
}

std::vector<std::int32_t> Tokenizer::encodeUnpadded(std::string_view text) const {
    // Four bytes a code point at most, so this keeps at least kMaxCodePoints of them.
    const std::u32string clean = unicode::cleaned(text.substr(0, 4 * kMaxCodePoints));
    std::u32string_view rest = std::u32string_view(clean).substr(0, kMaxCodePoints);
    std::vector<std::int32_t> ids{m_start};
    while (!rest.empty()) {
        std::size_t length = 1;
        if (rest.substr(0, kStartText.size()) == kStartText) {
            length = kStartText.size();
            ids.push_back(m_start);
        } else if (rest.substr(0, kEndText.size()) == kEndText) {
            length = kEndText.size();
            ids.push_back(m_end);
        } else if (!unicode::isSpace(rest[0])) {
            length = pieceLength(rest);
            appendPiece(rest.substr(0, length), ids);
        }
        rest.remove_prefix(length);
    }
    ids.push_back(m_end);
    if (ids.size() > m_contextLength) {
        ids.resize(m_contextLength);
        ids.back() = m_end;
    }
    return ids;
}

std::vector<std::int32_t> Tokenizer::encode(std::string_view text) const {
    std::vector<std::int32_t> ids = encodeUnpadded(text);
    ids.resize(m_contextLength, 0);
    return ids;
}

} // namespace inference
