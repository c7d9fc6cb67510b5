// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/sharded_file.h"

#include "inference/weights/weight_scope.h"
#include "tests/support/inference/weight_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace inference::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Sharded : public ::testing::Test {
protected:
    void SetUp() override {
        writePart("part-1.safetensors", {{"a", 1.0F}, {"both", 2.0F}});
        writePart("part-2.safetensors", {{"b", 3.0F}, {"both", 4.0F}, {"unnamed", 5.0F}});
    }
    void writePart(const std::string& name, const std::map<std::string, float>& scalars) const {
        WeightFile part;
        for (const auto& [tensor, value] : scalars)
            part.tensors[tensor] = {{1}, {value}};
        part.metadata["from"] = name;
        part.write(path() / name);
    }
    void write(const std::string& name, const std::string& content) const {
        std::ofstream(path() / name, std::ios::binary) << content;
    }
    std::string refusal(const std::string& index) const {
        write("x.index.json", index);
        const auto source = openWeights(path() / "x.index.json");
        return source ? "accepted" : source.error().message;
    }
    const std::filesystem::path& path() const { return m_folder.path(); }

    static constexpr const char* kIndex =
        R"({"metadata":{"total_size":12,"more":[1,{"deep":null}]},"weight_map":)"
        R"({"a":"part-1.safetensors","b":"part-2.safetensors",)"
        R"("both":"part-2.safetensors"}})";
    TempFolder m_folder;
};

TEST_F(Sharded, partsAreOneSource) {
    write("model.safetensors.index.json", kIndex);
    const auto source = openWeights(path());
    ASSERT_TRUE(source) << source.error().message;
    ASSERT_EQ((*source)->tensors().size(), 3U) << "what the index doesn't name is left out";
    EXPECT_THAT(toFloats((*source)->tensors().at("a")), ElementsAre(1.0F));
    EXPECT_THAT(toFloats((*source)->tensors().at("b")), ElementsAre(3.0F));
    EXPECT_THAT(toFloats((*source)->tensors().at("both")), ElementsAre(4.0F)) << "the index settles it";
    EXPECT_EQ((*source)->metadata().at("from"), "part-1.safetensors");
}

TEST_F(Sharded, badIndicesAreRefusedWithOneSentence) {
    const auto map = [](const std::string& content) { return "{\"weight_map\":{" + content + "}}"; };
    EXPECT_EQ(refusal(map(R"("a":"part-1.safetensors")")), "accepted");
    for (const char* name : {"../part-1.safetensors", "/part-1.safetensors", "sub/part-1.safetensors",
                             "a\\\\part-1.safetensors", ".safetensors", ".hidden.safetensors",
                             "C:x.safetensors", "a\\u0000.safetensors", "part-1.pt", "a..safetensors", ""})
        EXPECT_THAT(refusal(map("\"a\":\"" + std::string(name) + "\"")), HasSubstr("unsafe name")) << name;
    EXPECT_THAT(refusal(map(R"("a":"none.safetensors")")),
                HasSubstr("none.safetensors of the model is missing"));
    EXPECT_THAT(refusal(map(R"("b":"part-1.safetensors")")), HasSubstr("\"b\" is not in the part"));
    EXPECT_THAT(refusal(map(R"("a":"part-1.safetensors","a":"part-2.safetensors")")),
                HasSubstr("\"a\" twice"));
    EXPECT_THAT(refusal(map(R"("a":1)")), HasSubstr("something else than a file"));
    EXPECT_THAT(refusal(map(R"("a":["part-1.safetensors"])")), HasSubstr("something else than a file"));
    EXPECT_THAT(refusal(map(R"("a":{"x":"part-1.safetensors"})")), HasSubstr("something else than a file"));
    EXPECT_THAT(refusal(map(R"("":"part-1.safetensors")")), HasSubstr("name that is empty"));
    EXPECT_THAT(refusal(map("")), HasSubstr("names 0 files"));
    EXPECT_THAT(refusal(R"({"weight_map":{},"weight_map":{}})"), HasSubstr("two weight maps"));
    EXPECT_THAT(refusal(R"({"weight_map":[]})"), HasSubstr("not a model's list"));
    EXPECT_THAT(refusal("{}"), HasSubstr("not a model's list"));
    EXPECT_THAT(refusal("{\"x\":" + std::string(100'000, '[')), HasSubstr("nested too deeply"));
    EXPECT_THAT(refusal("{\"weight_map\":"), HasSubstr("JSON"));
    EXPECT_THAT(refusal("[]"), HasSubstr("not a model's list"));
    EXPECT_THAT(refusal(""), HasSubstr("JSON"));
    write("part-3.safetensors", "damaged");
    EXPECT_THAT(refusal(map(R"("a":"part-3.safetensors")")),
                HasSubstr("part-3.safetensors of the model can't be used"));
}

TEST_F(Sharded, moreFilesOrTensorsThanAnyModelAreRefused) {
    std::string files = "{\"weight_map\":{\"a\":\"0.safetensors\"";
    for (int i = 1; i < 1001; ++i)
        files += ",\"" + std::to_string(i) + "\":\"" + std::to_string(i) + ".safetensors\"";
    EXPECT_THAT(refusal(files + "}}"), HasSubstr("names 1001 files"));
    std::string tensors = "{\"weight_map\":{\"a\":\"0.safetensors\"";
    for (int i = 0; i < 65'536; ++i)
        tensors += ",\"" + std::to_string(i) + "\":\"0.safetensors\"";
    EXPECT_THAT(refusal(tensors + "}}"), HasSubstr("more tensors"));
}

TEST_F(Sharded, everyTruncationOfTheIndexIsRefused) {
    const std::string index = kIndex;
    for (std::size_t length = 0; length < index.size(); ++length)
        EXPECT_FALSE(readShardIndex(std::as_bytes(std::span(index.data(), length)))) << length;
}

class ModelFolder : public ::testing::Test {
protected:
    std::string chosen() const {
        const auto file = weightsFileAt(m_folder.path());
        return file ? file->filename().string() : file.error().message;
    }
    void touch(const std::string& name) const { std::ofstream(m_folder.path() / name) << "x"; }
    TempFolder m_folder;
};

TEST_F(ModelFolder, theModelOfAFolderIsFound) {
    EXPECT_THAT(chosen(), HasSubstr("holds no model"));
    touch("config.json");
    touch("sam3.pt");
    EXPECT_EQ(chosen(), "sam3.pt");
    touch("tuned.safetensors");
    EXPECT_THAT(chosen(), HasSubstr("several models"));
    touch("tuned.safetensors.index.json");
    EXPECT_EQ(chosen(), "tuned.safetensors.index.json");
    touch("model.safetensors");
    EXPECT_EQ(chosen(), "model.safetensors");
    EXPECT_EQ(weightsFileAt(m_folder.path() / "sam3.pt").value(), m_folder.path() / "sam3.pt");
}

} // namespace
} // namespace inference::test
