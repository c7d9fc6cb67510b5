// SPDX-License-Identifier: Apache-2.0
#include "inference/model/tokenizer_json.h"

#include "inference/model/tokenizer.h"
#include "inference/model/vocabulary.h"
#include "tests/support/inference/weight_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <nlohmann/json.hpp>

namespace inference::test {
namespace {

using ::testing::HasSubstr;

constexpr const char* kMerges = "#version: 0.2\nc a\nca t</w>\nd o\ndo g</w>\n";
constexpr int kSize = 514 + 4;

class TokenizerJson : public ::testing::Test {
protected:
    TokenizerJson() {
        for (const auto& [symbol, id] : byteSymbols())
            m_vocab[symbol] = id;
        int next = 512;
        for (const char* symbol : {"ca", "cat</w>", "do", "dog</w>", "<|startoftext|>", "<|endoftext|>"})
            m_vocab[symbol] = next++;
        m_pairs = {"c a", "ca t</w>", "d o", "do g</w>"};
    }
    std::string text() const {
        return nlohmann::json{{"version", "1.0"},
                              {"truncation", nullptr},
                              {"added_tokens", {{{"id", 516}, {"content", "<|startoftext|>"}}}},
                              {"model", {{"type", "BPE"}, {"vocab", m_vocab}, {"merges", m_pairs}}}}
            .dump(2);
    }
    std::string refusal() const {
        const auto merges = mergesFromTokenizerJson(text());
        return merges ? "accepted" : merges.error().message;
    }
    std::string found() const {
        const auto merges = findVocabulary(*openWeights(m_model).value(), m_model);
        return merges ? merges->value_or("none") : merges.error().message;
    }
    void write(const char* name, const std::string& content) const {
        std::ofstream(m_folder.path() / name, std::ios::binary) << content;
    }
    void SetUp() override {
        WeightFile file;
        file.tensors["x"] = {{1}, {0}};
        file.write(m_model);
    }

    TempFolder m_folder;
    std::filesystem::path m_model = m_folder.path() / "model.safetensors";
    nlohmann::json m_vocab;
    nlohmann::json m_pairs;
};

TEST_F(TokenizerJson, givesTheSameIdsAsThePlainVocabulary) {
    const auto plain = Tokenizer::create(kMerges, kSize, 12).value();
    write("tokenizer.json", text());
    const auto own = Tokenizer::create(found(), kSize, 12).value();
    for (const char* phrase : {"cat", "a dog!", "Cats and dogs", "caf\xC3\xA9 2024", "\xE6\x97\xA5"})
        EXPECT_EQ(own.encode(phrase), plain.encode(phrase)) << phrase;
    m_pairs = nlohmann::json::parse(R"([["c","a"],["ca","t</w>"],["d","o"],["do","g</w>"]])");
    EXPECT_EQ(mergesFromTokenizerJson(text()).value(), kMerges) << "the newer way to write pairs";
}

TEST_F(TokenizerJson, mergesAndVocabularyServeToo) {
    write("merges.txt", kMerges);
    EXPECT_EQ(found(), kMerges);
    write("vocab.json", m_vocab.dump());
    EXPECT_EQ(found(), kMerges);
    m_vocab["do"] = 99;
    write("vocab.json", m_vocab.dump());
    EXPECT_THAT(found(), HasSubstr("\"do\" should be 514"));
    write("vocab.json", "{\"a\": -1}");
    EXPECT_THAT(found(), HasSubstr("something else than a number"));
    write("merges.txt", "");
    EXPECT_THAT(found(), HasSubstr("merges.txt is empty"));
}

TEST_F(TokenizerJson, otherVocabulariesAreRefused) {
    EXPECT_EQ(refusal(), "accepted");
    const nlohmann::json good = m_pairs;
    m_pairs = {"c a", "d o", "ca t</w>", "do g</w>"};
    EXPECT_THAT(refusal(), HasSubstr("numbers its symbols otherwise"));
    m_pairs = {"ca"};
    EXPECT_THAT(refusal(), HasSubstr("no pair of symbols"));
    m_pairs = nlohmann::json::parse(R"([["c","a","t"]])");
    EXPECT_THAT(refusal(), HasSubstr("no pair of symbols"));
    m_pairs = nlohmann::json::parse(R"([["c","a b"]])");
    EXPECT_THAT(refusal(), HasSubstr("no pair of symbols"));
    m_pairs = nlohmann::json::array();
    EXPECT_THAT(refusal(), HasSubstr("no byte-pair vocabulary"));
    m_pairs = good;
    m_vocab["ca"] = "512";
    EXPECT_THAT(refusal(), HasSubstr("numbers its symbols otherwise"));
    m_vocab["ca"] = {1};
    EXPECT_THAT(refusal(), HasSubstr("something else than a number"));
}

TEST_F(TokenizerJson, damagedFilesAreRefused) {
    EXPECT_THAT(mergesFromTokenizerJson("{\"model\": {").error().message, HasSubstr("not valid JSON"));
    EXPECT_THAT(mergesFromTokenizerJson(std::string(1000, '[')).error().message, HasSubstr("nested"));
    EXPECT_THAT(mergesFromTokenizerJson("{\"model\":{\"vocab\":{\"a\":1,\"a\":2}}}").error().message,
                HasSubstr("twice"));
    EXPECT_FALSE(mergesFromTokenizerJson(""));
}

} // namespace
} // namespace inference::test
