// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/pickle_reader.h"

#include "tests/support/inference/zip_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace inference::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// The tree points into the pickle, so both are kept together.
struct Read {
    explicit Read(std::string bytes)
        : pickle(std::move(bytes)), tree(readPickle(std::as_bytes(std::span(pickle.data(), pickle.size())))) {
    }
    std::string pickle;
    Result<PickleTree> tree;
};

std::string text(const std::string& value) {
    return "X" + number(value.size(), 4) + value;
}

std::string protocol2(const std::string& body) {
    return "\x80\x02" + body + ".";
}

std::string protocol4(const std::string& body) {
    return "\x80\x04" + body + ".";
}

std::string storage(const std::string& key, int count, const std::string& type = "FloatStorage") {
    return "(" + text("storage") + "ctorch\n" + type + "\n" + text(key) + text("cpu") + "K" +
           number(static_cast<std::uint64_t>(count), 1) + "tQ";
}

/// A tensor of shape [2], offset 0, stride 1.
std::string tensor(const std::string& storageCode) {
    return "ctorch._utils\n_rebuild_tensor_v2\n(" + storageCode + "K" + number(0, 1) + "K\2\x85K\1\x85\x89" +
           "ccollections\nOrderedDict\n)RtR";
}

std::string refusal(const std::string& pickle) {
    const Read read(pickle);
    return read.tree ? "accepted" : read.tree.error().message;
}

TEST(Pickle, numbersKeepTheirValue) {
    const Read read(protocol2("(K\xff"
                              "M\xff\xff"
                              "J\xfe\xff\xff\xff"
                              "J\x01\x02\x03\x04" +
                              std::string("\x8a\0", 2) +
                              "\x8a\x01\xfd"
                              "\x8a\x05" +
                              std::string("\0\0\0\0\1", 5) +
                              "\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f"
                              "\x88\x89"
                              "t"));
    ASSERT_TRUE(read.tree) << read.tree.error().message;
    std::vector<std::int64_t> values;
    for (const PickleId id : read.tree->items(read.tree->top))
        values.push_back(read.tree->integer(id));
    EXPECT_THAT(values, ::testing::ElementsAre(255, 65535, -2, 0x04030201, 0, -3, std::int64_t{1} << 32,
                                               std::numeric_limits<std::int64_t>::max(), 1, 0));
}

TEST(Pickle, containersAreSharedAndFilledAfterTheyWereMemoised) {
    // d = {}; [d, d, {"k": ("x", 1.5)}], d["a"] = "b" set through the memo
    const Read read(protocol2(std::string("]q\1}q\2a") + "h\2" + text("a") + text("b") + "s0"));
    EXPECT_FALSE(read.tree) << "POP is not known";
    const Read good(protocol2(std::string("(}q\2h\2") + text("a") + text("b") + "s" +
                              std::string("G\x3f\xf8\0\0\0\0\0\0", 9) + "N\x87"));
    EXPECT_FALSE(good.tree) << "a mark is left";
    const Read shared(protocol2(std::string("}q\2h\2") + text("a") + text("b") + "s" +
                                std::string("G\x3f\xf8\0\0\0\0\0\0", 9) + "\x87"));
    ASSERT_TRUE(shared.tree) << shared.tree.error().message;
    const auto items = shared.tree->items(shared.tree->top);
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[0], items[1]);
    ASSERT_NE(shared.tree->find(items[0], "a"), nullptr);
    EXPECT_EQ(shared.tree->text(*shared.tree->find(items[0], "a")), "b");
    EXPECT_EQ(shared.tree->find(items[0], "b"), nullptr);
    EXPECT_EQ(shared.tree->kind(items[2]), PickleKind::Float);
}

TEST(Pickle, aTensorIsDescribed) {
    const Read read(protocol2(tensor(storage("7", 5, "HalfStorage"))));
    ASSERT_TRUE(read.tree) << read.tree.error().message;
    ASSERT_EQ(read.tree->kind(read.tree->top), PickleKind::Tensor);
    const PickleTensor& found = read.tree->tensors[read.tree->index(read.tree->top)];
    EXPECT_EQ(found.shape, Shape{2});
    EXPECT_EQ(read.tree->storages[found.storage].key, "7");
    EXPECT_EQ(read.tree->storages[found.storage].typeName, "F16");
    EXPECT_EQ(read.tree->storages[found.storage].count, 5U);
}

TEST(Pickle, protocolFourIsRead) {
    const std::string body = std::string("\x95") + number(0, 8) + "]\x94" + "\x8c\x02hi\x94" + "a\x8d" +
                             number(1, 8) + "x\x8f\x86" +
                             "\x8c\x0b"
                             "collections\x8c\x0bOrderedDict\x93)R\x87";
    EXPECT_TRUE(Read(protocol4(body)).tree) << refusal(protocol4(body));
    EXPECT_THAT(refusal(protocol2("\x8c\x02hi")), HasSubstr("SHORT_BINUNICODE")) << "not in protocol 2";
}

TEST(Pickle, pythonObjectsAreRefusedByName) {
    EXPECT_THAT(refusal(protocol2("cos\nsystem\n" + text("true") + "\x85R")), HasSubstr("\"os.system\""));
    EXPECT_THAT(refusal(protocol2("cposix\nsystem\n")), HasSubstr("\"posix.system\""));
    EXPECT_THAT(refusal(protocol2("c__builtin__\neval\n")), HasSubstr("\"__builtin__.eval\""));
    EXPECT_THAT(refusal(protocol2("ctorch._utils\n_rebuild_tensor\n")), HasSubstr("_rebuild_tensor"));
    EXPECT_THAT(refusal(protocol2("ctorch\nUntypedStorage\n")), HasSubstr("torch.UntypedStorage"));
    EXPECT_THAT(refusal(protocol4(text("builtins") + text("eval") + "\x93")), HasSubstr("\"builtins.eval\""));
    EXPECT_THAT(refusal(protocol2("c\x1b[31m\n\"\n")),
                AllOf(HasSubstr("\\x1b[31m.\\x22"), Not(HasSubstr("\x1b"))));
    EXPECT_LT(refusal(protocol2("c" + std::string(100000, 'm') + "\nx\n")).size(), 250U);
}

TEST(Pickle, otherInstructionsAreRefusedByName) {
    EXPECT_THAT(refusal(protocol2(")\x81")), AllOf(HasSubstr("NEWOBJ "), HasSubstr("byte 3")));
    EXPECT_THAT(refusal(protocol2("(ios\nsystem\n")), HasSubstr("INST"));
    EXPECT_THAT(refusal(protocol2("(o")), HasSubstr("OBJ"));
    EXPECT_THAT(refusal(protocol2("Pabc\n")), HasSubstr("PERSID"));
    EXPECT_THAT(refusal(protocol2("\x82\x01")), HasSubstr("EXT1"));
    EXPECT_THAT(refusal(protocol2("B\0\0\0\0")), HasSubstr("BINBYTES"));
    EXPECT_THAT(refusal(protocol2("\xff")), HasSubstr("0xff"));
    EXPECT_THAT(refusal(protocol2("\x80\x02N")), HasSubstr("PROTO"));
    EXPECT_THAT(refusal(std::string("\x80\x05N.")), HasSubstr("version 5"));
    EXPECT_THAT(refusal(std::string("\x80\x01N.")), HasSubstr("version 1"));
    EXPECT_THAT(refusal("N."), HasSubstr("PROTO"));
    EXPECT_THAT(refusal(""), HasSubstr("PROTO"));
}

struct Hostile {
    std::string pickle;
    const char* sentence;
};

std::vector<Hostile> hostilePickles() {
    const std::string dict = "ccollections\nOrderedDict\n";
    return {
        {protocol4("K\1K\1\x93"), "isn't text"},
        {protocol2("N)R"), "isn't a known object"},
        {protocol2(dict + "]R"), "isn't a known object"},
        {protocol2(dict + "K\1\x85R"), "unknown way"},
        {protocol2("ctorch\nFloatStorage\n)R"), "unknown way"},
        {protocol2("]Q"), "isn't a tuple"},
        {protocol2(")Q"), "unknown way"},
        {protocol2(storage("../x", 1)), "valid type, key"},
        {protocol2(storage("", 1)), "valid type, key"},
        {protocol2(storage(std::string(21, '1'), 1)), "valid type, key"},
        {protocol2(storage("0", 1, "Size")), "valid type, key"},
        {protocol2(storage("0", 1) + storage("0", 2) + "\x86"), "two types"},
        {protocol2(storage("0", 1) + storage("0", 1, "IntStorage") + "\x86"), "two types"},
        {protocol2(tensor("N")), "describes a tensor"},
        {protocol2("ctorch._utils\n_rebuild_parameter\n(N\x89}tR"), "isn't a tensor"},
        {protocol2("h\1"), "isn't there"},
        {protocol2("j\xff\xff\xff\xff"), "isn't there"},
        {protocol2("Nr\xff\xff\xff\xff"), "more objects"},
        {protocol2("q\1"), "isn't there"},
        {protocol2("\x8a\x09" + std::string(9, 'x')), "too large"},
        {protocol2("\x8a\xff"), "too large"},
        {protocol2("t"), "mark that isn't there"},
        {protocol2("\x85"), "isn't there"},
        {protocol2("N(\x85"), "isn't there"},
        {protocol2("}(N(u"), "can't be filled"},
        {protocol2("](Na"), "isn't there"},
        {protocol2("}(Nu"), "without a value"},
        {protocol2("}NNs"), "neither text nor number"},
        {protocol2("]NNs"), "can't be filled"},
        {protocol2(")Na"), "can't be filled"},
        {protocol2("]q\1h\1a"), "nested"},
        {protocol2("}q\1K\1h\1s"), "nested"},
        {protocol2(std::string(70, ']') + std::string(69, 'a')), "nested"},
        {protocol2(")" +
                   [] {
                       std::string s;
                       for (int i = 0; i < 70; ++i)
                           s += '\x85';
                       return s;
                   }()),
         "nested"},
        {protocol2("]Nb"), "isn't a dict"},
        {protocol2("}b"), "isn't there"},
        {protocol2("X" + number(1 << 21, 4) + std::string(1 << 21, 'x')), "too long"},
        {protocol2("X" + number(9, 4) + "short"), "breaks off"},
        {protocol2("X" + number(2, 4) + "\xc0\x80"), "UTF-8"},
        {protocol2("U\1\xc3"), "UTF-8"},
        {protocol4("\x95" + number(1000, 8) + "N"), "breaks off"},
        {protocol2("NN"), "one object"},
        {protocol2(""), "one object"},
        {protocol2("(N"), "one object"},
        {protocol2("N") + ".", "goes on"},
        {protocol2("cnoline"), "breaks off"},
        {"\x80\x02N", "breaks off"},
    };
}

TEST(Pickle, damageIsRefusedWithOneSentence) {
    for (const Hostile& hostile : hostilePickles()) {
        const std::string message = refusal(hostile.pickle);
        EXPECT_THAT(message, HasSubstr(hostile.sentence));
        EXPECT_EQ(message.back(), '.');
        EXPECT_LT(message.size(), 300U);
    }
}

TEST(Pickle, everyTruncationIsRefused) {
    const std::string whole = protocol2("}(" + text("a") + tensor(storage("0", 2)) + text("b") + "K\1u");
    ASSERT_TRUE(Read(whole).tree) << refusal(whole);
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(Read(whole.substr(0, length)).tree) << length;
}

TEST(Pickle, moreObjectsThanAnyModelAreRefused) {
    EXPECT_THAT(refusal(protocol2(std::string(1'100'000, 'N'))), HasSubstr("more objects"));
    EXPECT_THAT(refusal(protocol2(std::string(1'100'000, '('))), HasSubstr("more objects"));
    std::string lists;
    for (int i = 0; i < 10; ++i)
        lists += "](" + std::string(500'000, 'N') + "e";
    EXPECT_THAT(refusal(protocol2(lists)), HasSubstr("more objects"));
}

} // namespace
} // namespace inference::test
