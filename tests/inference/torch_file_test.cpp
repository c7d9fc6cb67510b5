// SPDX-License-Identifier: Apache-2.0
// The files under tests/data/torch were written by PyTorch 2.13.
#include "inference/weights/torch_file.h"

#include "inference/weights/weight_scope.h"
#include "tests/support/inference/weight_file.h"
#include "tests/support/inference/zip_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace inference::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::filesystem::path fixture(const std::string& name) {
    return std::filesystem::path(TEST_DATA_DIR) / "torch" / (name + ".pt");
}

std::string contentOf(const std::string& name) {
    std::ostringstream content;
    content << std::ifstream(fixture(name), std::ios::binary).rdbuf();
    return content.str();
}

Result<WeightIndex> read(const std::string& bytes) {
    return readTorch(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

std::string refusal(const std::string& bytes) {
    const auto index = read(bytes);
    return index ? "accepted" : index.error().message;
}

std::shared_ptr<const WeightSource> open(const std::string& name) {
    auto source = openWeights(fixture(name));
    EXPECT_TRUE(source) << source.error().message;
    return source.value_or(nullptr);
}

std::vector<float> values(const std::shared_ptr<const WeightSource>& source, const std::string& name) {
    return toFloats(source->tensors().at(name));
}

TEST(Torch, aFlatDictIsMapped) {
    const auto source = open("flat");
    ASSERT_EQ(source->tensors().size(), 2U);
    EXPECT_EQ(source->tensors().at("a").shape, (Shape{2, 3}));
    EXPECT_TRUE(source->tensors().at("a").isContiguous());
    EXPECT_THAT(values(source, "a"), ElementsAre(0, 1, 2, 3, 4, 5));
    EXPECT_THAT(values(source, "b.weight"), ElementsAre(10, 11, 12, 13));
}

TEST(Torch, weightsAreFoundUnderTheirUsualKeys) {
    const auto model = open("model");
    EXPECT_EQ(model->tensors().size(), 2U) << "the optimizer's tensors are left alone";
    EXPECT_THAT(values(model, "w"), ElementsAre(0, 1, 2, 3));
    EXPECT_EQ(model->metadata().at("text_context_length"), "16");
    EXPECT_EQ(model->metadata().at("text_pos_embed_table_size"), "77");
    EXPECT_EQ(model->metadata().size(), 2U);
    EXPECT_THAT(values(open("state_dict"), "w"), ElementsAre(0, 1, 2));
    EXPECT_THAT(values(open("protocol4"), "w"), ElementsAre(0, 1, 2, 3));
}

TEST(Torch, viewsReadAsTheyWere) {
    const auto source = open("views");
    EXPECT_THAT(values(source, "base"), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
                                                    17, 18, 19, 20, 21, 22, 23));
    EXPECT_EQ(source->tensors().at("transposed").shape, (Shape{6, 4}));
    EXPECT_THAT(values(source, "transposed"), ElementsAre(0, 6, 12, 18, 1, 7, 13, 19, 2, 8, 14, 20, 3, 9, 15,
                                                          21, 4, 10, 16, 22, 5, 11, 17, 23));
    EXPECT_THAT(values(source, "rows"), ElementsAre(6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17));
    EXPECT_TRUE(source->tensors().at("rows").isContiguous());
    EXPECT_THAT(values(source, "columns"), ElementsAre(2, 3, 8, 9, 14, 15, 20, 21));
    EXPECT_THAT(values(source, "offset"), ElementsAre(5, 6, 7));
    EXPECT_THAT(values(source, "expanded"), ElementsAre(0, 1, 2, 0, 1, 2));
    EXPECT_THAT(values(source, "scalar"), ElementsAre(2.5F));
    EXPECT_THAT(values(source, "empty"), ElementsAre());
    EXPECT_THAT(values(source, "permuted"), ElementsAre(0, 4, 8, 12, 16, 20, 1, 5, 9, 13, 17, 21, 2, 6, 10,
                                                        14, 18, 22, 3, 7, 11, 15, 19, 23));
    EXPECT_TRUE(source->tensors().at("ones").isContiguous()) << "dimensions of size 1 may lie anywhere";
    EXPECT_THAT(values(source, "param"), ElementsAre(0, 1));
}

TEST(Torch, everyTypeKeepsItsName) {
    const auto source = open("types");
    const std::map<std::string, std::string> names{
        {"f32", "F32"}, {"f64", "F64"}, {"f16", "F16"}, {"bf16", "BF16"}, {"i64", "I64"}, {"i32", "I32"},
        {"i16", "I16"}, {"i8", "I8"},   {"u8", "U8"},   {"bool", "BOOL"}, {"c64", "C64"}, {"c128", "C128"}};
    ASSERT_EQ(source->tensors().size(), names.size());
    for (const auto& [key, type] : names) {
        const StoredTensor& stored = source->tensors().at(key);
        EXPECT_EQ(stored.typeName, type);
        EXPECT_EQ(stored.bytes.size(), 3 * findStoredType(type)->size) << type;
    }
    for (const char* key : {"f32", "f64", "f16", "bf16"})
        EXPECT_THAT(values(source, key), ElementsAre(1, 0, 3)) << key;
}

TEST(Torch, manySharedTensorsAndAnyLanguage) {
    const auto source = open("many");
    EXPECT_EQ(source->tensors().size(), 1101U);
    EXPECT_EQ(source->tensors().at("k0000").bytes.data(), source->tensors().at("k1099").bytes.data());
    EXPECT_THAT(values(source, "größe.日本"), ElementsAre(0, 1));
}

TEST(Torch, filesThatAreNoWeightsAreRefusedByWhatTheyAre) {
    EXPECT_THAT(openWeights(fixture("legacy")).error().message, HasSubstr("old format"));
    EXPECT_THAT(openWeights(fixture("script")).error().message, HasSubstr("TorchScript"));
    EXPECT_THAT(openWeights(fixture("numpy")).error().message, HasSubstr("the Python object \"numpy"));
    EXPECT_THAT(openWeights(fixture("object")).error().message,
                HasSubstr("the Python object \"__main__.Custom\""));
}

std::string text(const std::string& value) {
    return "X" + number(value.size(), 4) + value;
}

std::string integers(const std::vector<std::int64_t>& values) {
    std::string code = "(";
    for (const std::int64_t value : values)
        code += "\x8a\x08" + number(static_cast<std::uint64_t>(value), 8);
    return code + "t";
}

/// {"x": a tensor of the storage 0, which has `count` floats}
std::string onePickle(std::int64_t count, std::int64_t offset, const std::vector<std::int64_t>& shape,
                      const std::vector<std::int64_t>& strides, const std::string& key = "x") {
    const std::string storage = "(" + text("storage") + "ctorch\nFloatStorage\n" + text("0") + text("cpu") +
                                "\x8a\x08" + number(static_cast<std::uint64_t>(count), 8) + "tQ";
    return "\x80\x02}" + text(key) + "ctorch._utils\n_rebuild_tensor_v2\n(" + storage + "\x8a\x08" +
           number(static_cast<std::uint64_t>(offset), 8) + integers(shape) + integers(strides) + "\x89}tRs.";
}

TEST(Torch, tensorsStayInsideTheirStorage) {
    const std::string storage(16, '\0');
    constexpr std::int64_t kHuge = std::int64_t{1} << 62;
    const auto outcome = [&](std::int64_t count, std::int64_t offset, const std::vector<std::int64_t>& shape,
                             const std::vector<std::int64_t>& strides) {
        return refusal(torchArchive(onePickle(count, offset, shape, strides), storage).bytes());
    };
    EXPECT_EQ(outcome(4, 0, {4}, {1}), "accepted");
    EXPECT_EQ(outcome(4, 0, {2, 2}, {2, 1}), "accepted");
    EXPECT_EQ(outcome(4, 3, {1}, {99}), "accepted");
    EXPECT_EQ(outcome(4, 99, {0}, {1}), "accepted");
    EXPECT_THAT(outcome(4, 0, {5}, {1}), HasSubstr("\"x\" lies outside"));
    EXPECT_THAT(outcome(4, 1, {4}, {1}), HasSubstr("lies outside"));
    EXPECT_THAT(outcome(4, 4, {}, {}), HasSubstr("lies outside"));
    EXPECT_THAT(outcome(4, kHuge, {1}, {1}), HasSubstr("lies outside"));
    EXPECT_THAT(outcome(4, 0, {2}, {4}), HasSubstr("lies outside"));
    EXPECT_THAT(outcome(4, 0, {3, 3}, {kHuge, kHuge}), HasSubstr("lies outside"));
    EXPECT_THAT(outcome(5, 0, {4}, {1}), HasSubstr("storage 0 is shorter"));
    EXPECT_THAT(outcome(kHuge, 0, {4}, {1}), HasSubstr("storage 0 is shorter"));
    EXPECT_THAT(outcome(-1, 0, {4}, {1}), HasSubstr("length"));
    EXPECT_THAT(outcome(4, -1, {4}, {1}), HasSubstr("unknown way"));
    EXPECT_THAT(outcome(4, 0, {4}, {-1}), HasSubstr("unknown way"));
    EXPECT_THAT(outcome(4, 0, {-4}, {1}), HasSubstr("unknown way"));
    EXPECT_THAT(outcome(4, 0, {4}, {1, 1}), HasSubstr("unknown way"));
    EXPECT_THAT(outcome(4, 0, std::vector<std::int64_t>(9, 1), std::vector<std::int64_t>(9, 1)),
                HasSubstr("unknown way"));
    EXPECT_THAT(outcome(4, 0, {kHuge, kHuge}, {0, 0}), HasSubstr("larger than any"));
    EXPECT_THAT(outcome(4, 0, {1 << 30}, {0}), HasSubstr("repeat"));
}

TEST(Torch, archivesMustLookLikeACheckpoint) {
    const std::string pickle = onePickle(1, 0, {1}, {1});
    ZipFile good = torchArchive(pickle, std::string(4, '\0'));
    ASSERT_EQ(refusal(good.bytes()), "accepted");
    const auto with = [&](const std::string& name, const std::string& data = {}) {
        ZipFile file = good;
        file.entries.push_back({.name = name, .data = data});
        return refusal(file.bytes());
    };
    EXPECT_EQ(with("archive/byteorder", "little"), "accepted");
    EXPECT_EQ(with("archive/.data/serialization_id", "1"), "accepted");
    EXPECT_THAT(with("archive/byteorder", "big"), HasSubstr("big-endian"));
    EXPECT_THAT(with("archive/code/x.py"), HasSubstr("TorchScript"));
    EXPECT_THAT(with("archive/constants.pkl"), HasSubstr("TorchScript"));
    EXPECT_THAT(with("other/file"), HasSubstr("not a PyTorch checkpoint"));
    EXPECT_THAT(with("file"), HasSubstr("not a PyTorch checkpoint"));
    for (std::size_t i : {0U, 2U}) {
        ZipFile file = good;
        file.entries.erase(file.entries.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_THAT(refusal(file.bytes()), HasSubstr("not a PyTorch checkpoint"));
    }
    ZipFile packed = good;
    packed.entries[1].method = 8;
    EXPECT_THAT(refusal(packed.bytes()), HasSubstr("compressed"));
    ZipFile noStorage = good;
    noStorage.entries.erase(noStorage.entries.begin() + 1);
    EXPECT_THAT(refusal(noStorage.bytes()), HasSubstr("storage 0 is missing"));
    EXPECT_THAT(refusal(ZipFile().bytes()), HasSubstr("empty archive"));
    EXPECT_THAT(refusal(torchArchive("\x80\x02}.").bytes()), HasSubstr("without tensors"));
    EXPECT_THAT(refusal(torchArchive("\x80\x02N.").bytes()), HasSubstr("without tensors"));
    EXPECT_THAT(refusal(torchArchive(onePickle(1, 0, {1}, {1}, "a\n"), "1234").bytes()),
                HasSubstr("not printable"));
    EXPECT_THAT(refusal(torchArchive(onePickle(1, 0, {1}, {1}, ""), "1234").bytes()),
                HasSubstr("name that is empty"));
    std::string damaged = good.bytes();
    damaged[damaged.find("storage")] = 'S';
    EXPECT_THAT(refusal(damaged), HasSubstr("checksum"));
}

TEST(Torch, aNameTwiceIsRefused) {
    std::string pickle = onePickle(1, 0, {1}, {1});
    pickle.pop_back();
    const std::string again = pickle.substr(3); // without the protocol and the dict
    EXPECT_THAT(refusal(torchArchive(pickle + again + ".", "1234").bytes()), HasSubstr("\"x\" twice"));
}

TEST(Torch, everyTruncationIsRefused) {
    for (const char* name : {"flat", "model", "views"}) {
        const std::string bytes = contentOf(name);
        ASSERT_TRUE(read(bytes));
        for (std::size_t length = 0; length < bytes.size(); ++length)
            ASSERT_FALSE(read(bytes.substr(0, length))) << length;
    }
}

TEST(Torch, everyChangedByteIsRefusedOrHarmless) {
    std::string bytes = contentOf("views");
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char before = bytes[at];
        for (const char flip : {'\x01', '\x80', '\xff'}) {
            bytes[at] = static_cast<char>(before ^ flip);
            const auto index = read(bytes);
            for (const auto& entry : index ? index->tensors : WeightSource::Tensors())
                ASSERT_EQ(materialise(entry.second).size(), storedSize(entry.second));
        }
        bytes[at] = before;
    }
}

} // namespace
} // namespace inference::test
