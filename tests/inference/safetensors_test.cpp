// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/safetensors_file.h"

#include "tests/support/inference/weight_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>

namespace inference::test {
namespace {

/// A file with this header and `dataBytes` bytes behind it.
std::string file(const std::string& header, std::size_t dataBytes = 0) {
    std::string bytes(8, '\0');
    const std::uint64_t length = header.size();
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + std::string(dataBytes, '\1');
}

std::string entry(const std::string& name, const std::string& type, const std::string& shape,
                  const std::string& offsets) {
    return "\"" + name + R"(":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" +
           offsets + "}";
}

Result<WeightIndex> read(const std::string& bytes) {
    return readSafetensors(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

TEST(Safetensors, readsNamesShapesBytesAndMetadata) {
    const std::string bytes =
        file(R"({"__metadata__":{"format":"pt"},)" + entry("b", "F16", "[2,2]", "[4,12]") + "," +
                 entry("a", "F32", "[]", "[0,4]") + "," + entry("e", "I64", "[0,3]", "[12,12]") + "}  ",
             12);
    const auto index = read(bytes);
    ASSERT_TRUE(index) << index.error().message;
    EXPECT_EQ(index->metadata.at("format"), "pt");
    ASSERT_EQ(index->tensors.size(), 3U);
    EXPECT_EQ(index->tensors.at("a").shape, Shape{});
    EXPECT_EQ(index->tensors.at("a").bytes.size(), 4U);
    EXPECT_EQ(index->tensors.at("b").shape, (Shape{2, 2}));
    EXPECT_EQ(index->tensors.at("b").type, DType::F16);
    EXPECT_EQ(reinterpret_cast<const char*>(index->tensors.at("b").bytes.data()),
              bytes.data() + bytes.size() - 8);
    EXPECT_TRUE(index->tensors.at("e").bytes.empty());
}

TEST(Safetensors, acceptsAnEmptyFile) {
    EXPECT_TRUE(read(file("{}")));
}

struct Hostile {
    const char* what;
    std::string bytes;
};

std::vector<Hostile> hostileFiles() {
    const std::string good = entry("a", "F32", "[1]", "[0,4]");
    std::string huge = file("{}");
    std::memset(huge.data(), 0xff, 8);
    return {
        {"nothing", ""},
        {"seven bytes", std::string(7, '\0')},
        {"length 0", file("")},
        {"length beyond the file", std::string("\x40\0\0\0\0\0\0\0{}", 10)},
        {"length 2^64-1", huge},
        {"header of spaces", file("    ")},
        {"not JSON", file("{\"a\":")},
        {"not UTF-8", file("{\"\xff\xfe\":1}")},
        {"text after the object", file("{}x")},
        {"an array on top", file("[]")},
        {"a tensor that is a number", file(R"({"a":1})")},
        {"a tensor that is a list", file(R"({"a":[]})")},
        {"no fields", file(R"({"a":{}})")},
        {"missing offsets", file(R"({"a":{"dtype":"F32","shape":[1]}})", 4)},
        {"unknown field", file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}})", 4)},
        {"field twice", file(R"({"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 4)},
        {"name twice", file("{" + good + "," + good + "}", 4)},
        {"empty name", file("{" + entry("", "F32", "[1]", "[0,4]") + "}", 4)},
        {"control character in a name", file("{" + entry("a\\u0007", "F32", "[1]", "[0,4]") + "}", 4)},
        {"long name", file("{" + entry(std::string(1025, 'n'), "F32", "[1]", "[0,4]") + "}", 4)},
        {"metadata number", file(R"({"__metadata__":{"n":1}})")},
        {"metadata list", file(R"({"__metadata__":{"n":["x"]}})")},
        {"metadata object", file(R"({"__metadata__":{"n":{"x":"y"}}})")},
        {"metadata key twice", file(R"({"__metadata__":{"n":"x","n":"y"}})")},
        {"unknown type", file("{" + entry("a", "F7", "[1]", "[0,4]") + "}", 4)},
        {"type is a number", file(R"({"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}})", 4)},
        {"shape is text", file(R"({"a":{"dtype":"F32","shape":"1","data_offsets":[0,4]}})", 4)},
        {"nested shape", file("{" + entry("a", "F32", "[[1]]", "[0,4]") + "}", 4)},
        {"negative dimension", file("{" + entry("a", "F32", "[-1]", "[0,4]") + "}", 4)},
        {"fraction", file("{" + entry("a", "F32", "[1.0]", "[0,4]") + "}", 4)},
        {"exponent", file("{" + entry("a", "F32", "[1e0]", "[0,4]") + "}", 4)},
        {"enormous number", file("{" + entry("a", "F32", "[99999999999999999999]", "[0,4]") + "}", 4)},
        {"rank 9", file("{" + entry("a", "F32", "[1,1,1,1,1,1,1,1,1]", "[0,4]") + "}", 4)},
        {"product overflow",
         file("{" + entry("a", "F32", "[4294967296,4294967296,4294967296]", "[0,4]") + "}", 4)},
        {"zero hides an overflow",
         file("{" + entry("a", "F32", "[4294967296,4294967296,4294967296,0]", "[0,4]") + "}", 4)},
        {"begin after end", file("{" + entry("a", "F32", "[1]", "[4,0]") + "}", 4)},
        {"one offset", file("{" + entry("a", "F32", "[1]", "[0]") + "}", 4)},
        {"three offsets", file("{" + entry("a", "F32", "[1]", "[0,4,4]") + "}", 4)},
        {"offsets beyond the file", file("{" + entry("a", "F32", "[2]", "[0,8]") + "}", 4)},
        {"size unlike the shape", file("{" + entry("a", "F32", "[2]", "[0,4]") + "}", 4)},
        {"hole at the start", file("{" + entry("a", "F32", "[1]", "[4,8]") + "}", 8)},
        {"hole between", file("{" + good + "," + entry("b", "F32", "[1]", "[8,12]") + "}", 12)},
        {"overlap", file("{" + good + "," + entry("b", "F32", "[1]", "[0,4]") + "}", 4)},
        {"bytes after the last tensor", file("{" + good + "}", 5)},
        {"deep nesting", file("{\"a\":" + std::string(100000, '[') + "}")},
        {"null", file(R"({"a":null})")},
        {"truth value", file(R"({"a":{"dtype":true}})")},
    };
}

TEST(Safetensors, refusesHostileFilesWithOneSentence) {
    for (const Hostile& hostile : hostileFiles()) {
        const auto index = read(hostile.bytes);
        ASSERT_FALSE(index) << hostile.what;
        EXPECT_EQ(index.error().code, ErrorCode::CorruptFile) << hostile.what;
        EXPECT_EQ(index.error().message.back(), '.') << hostile.what;
        EXPECT_LT(index.error().message.size(), 300U) << hostile.what;
    }
}

TEST(Safetensors, everyTruncationIsRefused) {
    WeightFile model;
    model.tensors["x"] = {{2, 3}, {1, 2, 3, 4, 5, 6}};
    model.tensors["y"] = {{1}, {7}};
    const std::string bytes = model.bytes();
    ASSERT_TRUE(read(bytes));
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(read(bytes.substr(0, length))) << length;
}

TEST(OpenWeights, saysWhatAForeignFileIs) {
    const TempFolder folder;
    const auto refusal = [&](const std::string& content) {
        const auto path = folder.path() / "model.bin";
        std::ofstream(path, std::ios::binary)
            .write(content.data(), static_cast<std::streamsize>(content.size()));
        const auto source = openWeights(path);
        return source ? std::string("accepted") : source.error().message;
    };
    EXPECT_THAT(refusal(std::string("PK\3\4") + std::string(60, '\0')),
                ::testing::HasSubstr("archive is damaged"));
    EXPECT_THAT(refusal("\x80\x02}q\x01."), ::testing::HasSubstr("pickle"));
    EXPECT_THAT(refusal(std::string(257, '\0') + "ustar"), ::testing::HasSubstr("old format"));
    EXPECT_THAT(refusal("<!DOCTYPE html>"), ::testing::HasSubstr("web page"));
    EXPECT_THAT(refusal("GGUF and so on"), ::testing::HasSubstr("another program"));
    EXPECT_THAT(refusal(R"({"weight_map":{}})"), ::testing::HasSubstr("names 0 files"));
    EXPECT_THAT(refusal(R"({"weights":{}})"), ::testing::HasSubstr("list of parts"));
    EXPECT_THAT(refusal("version https://git-lfs.github.com/spec/v1\n"), ::testing::HasSubstr("pointer"));
    EXPECT_THAT(refusal("hello"), ::testing::HasSubstr("not a model"));
    EXPECT_THAT(refusal(""), ::testing::HasSubstr("empty"));
    EXPECT_EQ(openWeights(folder.path() / "none").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace inference::test
