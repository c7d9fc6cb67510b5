// SPDX-License-Identifier: Apache-2.0
#include "inference/model/config.h"

#include "inference/weights/canonical_source.h"
#include "tests/support/inference/nano_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <nlohmann/json.hpp>

namespace inference::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class ConfigTest : public ::testing::Test {
protected:
    std::filesystem::path written() {
        m_file.write(m_folder.path() / "model.safetensors");
        return m_folder.path() / "model.safetensors";
    }
    Result<Config> read() {
        const auto path = written();
        return readConfig(*openCheckpoint(path).value(), path);
    }
    std::string refusal() {
        const Result<Config> config = read();
        return config ? "accepted" : config.error().message;
    }
    void change(const std::string& key, const nlohmann::json& value) {
        nlohmann::json config = nlohmann::json::parse(m_file.metadata.at("maskwright.config"));
        config[key] = value;
        m_file.metadata["maskwright.config"] = config.dump();
    }
    void remove(const std::string& key) {
        nlohmann::json config = nlohmann::json::parse(m_file.metadata.at("maskwright.config"));
        config.erase(key);
        m_file.metadata["maskwright.config"] = config.dump();
    }

    TempFolder m_folder;
    WeightFile m_file = nanoModel();
};

TEST_F(ConfigTest, everySizeComesFromTheFile) {
    const auto config = read();
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->grid(), 4);
    EXPECT_EQ(config->maskSize(), 16);
    EXPECT_EQ(config->pretrainGrid, 3);
    EXPECT_EQ(config->vitHidden, 24);
    EXPECT_EQ(config->globalBlocks, std::vector<int>{1});
    EXPECT_EQ(config->textHidden, 64);
    EXPECT_EQ(config->vocabularySize, 518);
    EXPECT_EQ(config->contextLength, 12);
    EXPECT_EQ(config->samInner, 8);
    EXPECT_EQ(config->iouHidden, 16);
    EXPECT_EQ(config->maskChannels, 4);
    EXPECT_EQ(config->roiSize, 3);
    EXPECT_EQ(config->decoderLayers, 2);
    EXPECT_TRUE(config->architecture.hasText());
    EXPECT_TRUE(config->architecture.hasClicks);
}

TEST_F(ConfigTest, sizesThatShapesTellNeedNotBeStated) {
    for (const char* key :
         {"vit_dim", "vit_depth", "d_model", "heads", "num_queries", "sam_depth", "vit_mlp_ratio"})
        remove(key);
    const auto config = read();
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->vitDepth, 2);
    EXPECT_EQ(config->queries, 6);
    EXPECT_EQ(config->heads, 2);
}

TEST_F(ConfigTest, aFileBesideTheModelServesToo) {
    const std::string own = m_file.metadata.at("maskwright.config");
    m_file.metadata.erase("maskwright.config");
    EXPECT_THAT(refusal(), HasSubstr("put its config.json beside it"));
    std::ofstream(m_folder.path() / "config.json") << R"({"model_type": "something else"})";
    EXPECT_THAT(refusal(), HasSubstr("put its config.json beside it")) << "another program's file";
    std::ofstream(m_folder.path() / "config.json") << R"({"model": )" << own << "}";
    EXPECT_TRUE(read());
}

TEST_F(ConfigTest, contradictionsAreListedInOneError) {
    change("vit_depth", 3);
    change("num_queries", 7);
    change("vit_mlp_ratio", 4.625);
    EXPECT_THAT(refusal(), AllOf(HasSubstr("\"vit_depth\" should be 3, but the tensors say 2"),
                                 HasSubstr("\"num_queries\" should be 7, but the tensors say 6"),
                                 HasSubstr("vit_mlp_ratio")));
}

TEST_F(ConfigTest, nonsenseIsRefused) {
    const std::string good = m_file.metadata.at("maskwright.config");
    const auto refusalOf = [&](const std::string& key, const nlohmann::json& value) {
        m_file.metadata["maskwright.config"] = good;
        change(key, value);
        return refusal();
    };
    EXPECT_THAT(refusalOf("image_size", 57), HasSubstr("multiple of the patch size"));
    EXPECT_THAT(refusalOf("image_size", 0), HasSubstr("\"image_size\" is not a size"));
    EXPECT_THAT(refusalOf("image_size", -56), HasSubstr("not a size"));
    EXPECT_THAT(refusalOf("image_size", "56"), HasSubstr("not a size"));
    EXPECT_THAT(refusalOf("image_size", 1400000), HasSubstr("not a size"));
    EXPECT_THAT(refusalOf("image_size", 14 * 1000), HasSubstr("too many"));
    EXPECT_THAT(refusalOf("vit_heads", 3), HasSubstr("heads"));
    EXPECT_THAT(refusalOf("window_size", 100000), HasSubstr("window"));
    EXPECT_THAT(refusalOf("sam_heads", 5), HasSubstr("heads"));
    EXPECT_THAT(refusalOf("global_blocks", {1, 2}), HasSubstr("beyond"));
    EXPECT_THAT(refusalOf("global_blocks", "all"), HasSubstr("list"));
    EXPECT_THAT(refusalOf("rope_theta", "x"), HasSubstr("rope_theta"));
    EXPECT_THAT(refusalOf("vit_mlp_ratio", 1e300), HasSubstr("vit_mlp_ratio"));
    m_file.metadata["maskwright.config"] = "{";
    EXPECT_THAT(refusal(), HasSubstr("can't be read"));
}

TEST_F(ConfigTest, anEmptyTensorIsNotASize) {
    m_file.tensors["detector.transformer.decoder.query_embed.weight"] = {{0, 16}, {}};
    EXPECT_THAT(refusal(), HasSubstr("\"num_queries\" is nothing in the tensors"));
}

TEST_F(ConfigTest, anotherKindOfModelIsNotOurs) {
    m_file.tensors.clear();
    m_file.tensors["encoder.weight"] = {{1}, {0}};
    EXPECT_THAT(refusal(), HasSubstr("no SAM 3 model"));
}

TEST_F(ConfigTest, partsMayBeAbsent) {
    for (auto it = m_file.tensors.begin(); it != m_file.tensors.end();) {
        const bool drop =
            it->first.rfind("tracker.", 0) == 0 || it->first.find("language_backbone") != std::string::npos;
        it = drop ? m_file.tensors.erase(it) : std::next(it);
    }
    const auto config = read();
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_FALSE(config->architecture.hasText());
    EXPECT_FALSE(config->architecture.hasClicks);
}

} // namespace
} // namespace inference::test
