// SPDX-License-Identifier: Apache-2.0
#include "inference/model/tokenizer.h"

#include "inference/model/unicode_text.h"
#include "inference/model/vocabulary.h"
#include "tests/support/inference/golden_files.h"
#include "tests/support/inference/weight_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <zlib.h>

#if defined(__GNUC__) && !defined(__clang__) // GCC 12 sees a free of the error's text that never happens
#pragma GCC diagnostic ignored "-Wfree-nonheap-object"
#endif

namespace inference::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr int kSpecialsAndBytes = 514;
constexpr const char* kMerges = "# header\nc a\nca t</w>\nt h\nth e</w>\n\xC3\x83 \xC2\xA9\n";
constexpr int kMergeCount = 5;
constexpr int kStart = kSpecialsAndBytes - 2 + kMergeCount;
constexpr int kEnd = kStart + 1;

Tokenizer tokenizer(int context = 32) {
    return Tokenizer::create(kMerges, kSpecialsAndBytes + kMergeCount, context).value();
}

int symbol(char c) {
    return c - '!';
}
int lastSymbol(char c) {
    return symbol(c) + 256;
}

std::string lowered(const std::string& text) {
    std::string result;
    for (const char32_t code : unicode::cleaned(text))
        unicode::appendUtf8(result, code);
    return result;
}

TEST(Tokenizer, mergesByRankAndEndsWords) {
    EXPECT_THAT(tokenizer().encodeUnpadded("cat"), ElementsAre(kStart, 513, kEnd));
    EXPECT_THAT(tokenizer().encodeUnpadded("ca"), ElementsAre(kStart, symbol('c'), lastSymbol('a'), kEnd));
    EXPECT_THAT(tokenizer().encodeUnpadded("cats"),
                ElementsAre(kStart, 512, symbol('t'), lastSymbol('s'), kEnd));
    EXPECT_THAT(tokenizer().encodeUnpadded("THE  Cat"), ElementsAre(kStart, 515, 513, kEnd));
}

TEST(Tokenizer, splitsLettersDigitsSymbolsAndContractions) {
    EXPECT_THAT(tokenizer().encodeUnpadded("42"),
                ElementsAre(kStart, lastSymbol('4'), lastSymbol('2'), kEnd));
    EXPECT_THAT(tokenizer().encodeUnpadded("a_-b"),
                ElementsAre(kStart, lastSymbol('a'), symbol('_'), lastSymbol('-'), lastSymbol('b'), kEnd));
    EXPECT_THAT(tokenizer().encodeUnpadded("cat's"),
                ElementsAre(kStart, 513, symbol('\''), lastSymbol('s'), kEnd));
    EXPECT_THAT(tokenizer().encodeUnpadded("-'s"),
                ElementsAre(kStart, symbol('-'), lastSymbol('\''), lastSymbol('s'), kEnd))
        << "the run of symbols began before the contraction";
}

TEST(Tokenizer, bytesOfOtherScriptsAreSymbols) {
    // é is C3 A9 in UTF-8; both bytes stand for themselves, and the vocabulary joins them inside a word.
    EXPECT_THAT(tokenizer().encodeUnpadded("\xC3\xA9"),
                ElementsAre(kStart, 0xC3 - 174 + 94 + 12, 0xA9 - 161 + 94 + 256, kEnd));
    EXPECT_THAT(tokenizer().encodeUnpadded("\xC3\xA9"
                                           "a"),
                ElementsAre(kStart, 516, lastSymbol('a'), kEnd));
}

TEST(Tokenizer, specialTokensCanBeSpelled) {
    EXPECT_THAT(tokenizer().encodeUnpadded("<start_of_text>cat<END_of_text>"),
                ElementsAre(kStart, kStart, 513, kEnd, kEnd));
}

TEST(Tokenizer, idZeroIsAnExclamationMarkInsideAPiece) {
    EXPECT_THAT(tokenizer().encodeUnpadded("!!"), ElementsAre(kStart, 0, 256, kEnd));
}

TEST(Tokenizer, padsAndCuts) {
    EXPECT_THAT(tokenizer(6).encode("cat"), ElementsAre(kStart, 513, kEnd, 0, 0, 0));
    EXPECT_THAT(tokenizer(4).encode("cat cat cat cat"), ElementsAre(kStart, 513, 513, kEnd));
    EXPECT_THAT(tokenizer(4).encode(""), ElementsAre(kStart, kEnd, 0, 0));
    const std::string longWord(100000, 'x');
    EXPECT_EQ(tokenizer().encode(longWord).size(), 32U);
}

TEST(Tokenizer, refusesVocabulariesThatDontFit) {
    const auto message = [](const char* merges, int size) {
        const auto made = Tokenizer::create(merges, size, 32);
        std::string text = "accepted";
        if (!made)
            text = made.error().message;
        return text;
    };
    EXPECT_THAT(message(kMerges, kSpecialsAndBytes + kMergeCount + 1),
                HasSubstr("5 merges where the model needs 6"));
    EXPECT_THAT(message("#\na bc\n", kSpecialsAndBytes + 1), HasSubstr("merge 1"));
    EXPECT_THAT(message("#\nab\n", kSpecialsAndBytes + 1), HasSubstr("0 merges"));
    EXPECT_THAT(message("", 12), HasSubstr("byte alphabet"));
    EXPECT_EQ(message(kMerges, kSpecialsAndBytes + 2), "accepted") << "the rest of the file is not looked at";
}

TEST(CleanText, straightensWhatPeopleType) {
    EXPECT_EQ(lowered("  A\tB\n\nC  "), "a b c");
    EXPECT_EQ(lowered("\xE2\x80\x9CHi\xE2\x80\x9D \xE2\x80\x98x\xE2\x80\x99"), "\"hi\" 'x'");
    EXPECT_EQ(lowered("\xEF\xAC\x81sh \xEF\xBC\xA1\xEF\xBC\x91\xE3\x80\x80z"), "fish a1 z");
    EXPECT_EQ(lowered("a\x01"
                      "b\x7F"
                      "c"),
              "abc");
    EXPECT_EQ(lowered(" &amp;amp; "), "&");
    EXPECT_EQ(lowered("&#65;&#x42;&bogus;&"), "ab&bogus;&");
    EXPECT_EQ(lowered("e\xCC\x81"), "\xC3\xA9") << "NFC";
}

TEST(CleanText, lowersOtherScripts) {
    EXPECT_EQ(lowered("\xC3\x84\xC3\x96\xC3\x9C"), "\xC3\xA4\xC3\xB6\xC3\xBC");
    EXPECT_EQ(lowered("\xD0\x96\xD0\xA3\xD0\x9A"), "\xD0\xB6\xD1\x83\xD0\xBA");                 // Cyrillic
    EXPECT_EQ(lowered("\xCE\x9F\xCE\x94\xCE\x9F\xCE\xA3"), "\xCE\xBF\xCE\xB4\xCE\xBF\xCF\x82"); // final sigma
    EXPECT_EQ(lowered("\xC5\xBD\xC4\x8C"), "\xC5\xBE\xC4\x8D");
}

TEST(CleanText, survivesBytesThatAreNotUtf8) {
    EXPECT_EQ(lowered("a\xFF\xC3"), "a\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(lowered("\xED\xA0\x80").size(), 9U) << "a surrogate";
    EXPECT_EQ(lowered("\xC0\x80").size(), 6U) << "an overlong zero";
}

TEST(Vocabulary, comesFromTheFileThenFromBesideIt) {
    const TempFolder folder;
    WeightFile file;
    file.tensors["x"] = {{1}, {0}};
    const auto path = folder.path() / "model.safetensors";
    file.write(path);
    EXPECT_FALSE(findVocabulary(*openWeights(path).value(), path).value().has_value());

    const std::string text = "#\nx y\n";
    gzFile packed = gzopen((folder.path() / "bpe_simple_vocab_16e6.txt.gz").c_str(), "wb");
    gzwrite(packed, text.data(), static_cast<unsigned>(text.size()));
    gzclose(packed);
    EXPECT_EQ(findVocabulary(*openWeights(path).value(), path).value(), text);

    std::ofstream(folder.path() / "vocabulary.txt") << "beside";
    EXPECT_EQ(findVocabulary(*openWeights(path).value(), path).value(), "beside");

    file.metadata["maskwright.vocabulary"] = "own";
    file.write(path);
    EXPECT_EQ(findVocabulary(*openWeights(path).value(), path).value(), "own");
}

TEST(Vocabulary, doesNotUnpackMoreThanAllowed) {
    const std::string zeros(1 << 20, '\0');
    std::string packed(4096, '\0');
    z_stream stream{};
    ASSERT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zeros.data()));
    stream.avail_in = static_cast<uInt>(zeros.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    ASSERT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    const auto bytes = std::as_bytes(std::span(packed.data(), packed.size()));
    EXPECT_EQ(inflateGzip(bytes, zeros.size()).value().size(), zeros.size());
    EXPECT_FALSE(inflateGzip(bytes, zeros.size() - 1));
    EXPECT_FALSE(inflateGzip(bytes.subspan(0, bytes.size() / 2), zeros.size()));
    EXPECT_FALSE(inflateGzip(bytes.subspan(1), zeros.size()));
}

} // namespace
} // namespace inference::test
