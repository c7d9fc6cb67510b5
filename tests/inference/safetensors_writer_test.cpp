// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/safetensors_writer.h"

#include "tests/support/inference/weight_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <numeric>

namespace inference::test {
namespace {

using ::testing::HasSubstr;

class SafetensorsWriterTest : public ::testing::Test {
protected:
    std::filesystem::path file() const { return m_folder.path() / "out.safetensors"; }
    std::filesystem::path part() const { return m_folder.path() / "out.safetensors.part"; }
    static std::vector<std::byte> bytes(std::size_t count, int start) {
        std::vector<std::byte> values(count);
        for (std::size_t i = 0; i < count; ++i)
            values[i] = static_cast<std::byte>(start + static_cast<int>(i));
        return values;
    }

    TempFolder m_folder;
};

TEST_F(SafetensorsWriterTest, whatIsWrittenIsRead) {
    const std::vector<PlannedTensor> plan{{"odd", DType::I8, {3, 1}},   {"matrix", DType::I8, {2, 64}},
                                          {"bias", DType::F32, {5}},    {"half", DType::F16, {64, 2}},
                                          {"brain", DType::BF16, {7}},  {"wide", DType::F32, {16}},
                                          {"empty", DType::F32, {0, 4}}};
    auto writer = SafetensorsWriter::create(file(), plan, {{"maskwright.name", "a \"name\""}}).value();
    int start = 0;
    for (const PlannedTensor& tensor : plan) {
        const std::size_t size = static_cast<std::size_t>(elementCount(tensor.shape)) * sizeOf(tensor.type);
        ASSERT_TRUE(writer->write(tensor.name, bytes(size, start++)));
    }
    EXPECT_FALSE(std::filesystem::exists(file())) << "not before it is complete";
    ASSERT_TRUE(writer->finish());
    EXPECT_FALSE(std::filesystem::exists(part()));

    const auto source = openWeights(file()).value();
    EXPECT_EQ(source->metadata().at("maskwright.name"), "a \"name\"");
    ASSERT_EQ(source->tensors().size(), plan.size());
    start = 0;
    for (const PlannedTensor& tensor : plan) {
        const StoredTensor& stored = source->tensors().at(tensor.name);
        EXPECT_EQ(stored.type, tensor.type) << tensor.name;
        EXPECT_EQ(stored.shape, tensor.shape) << tensor.name;
        const std::vector<std::byte> expected = bytes(stored.bytes.size(), start++);
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), stored.bytes.begin())) << tensor.name;
        const auto address = reinterpret_cast<std::uintptr_t>(stored.bytes.data());
        EXPECT_EQ(address % (stored.bytes.size() % 64 == 0 ? 64 : sizeOf(tensor.type)), 0U) << tensor.name;
    }
}

TEST_F(SafetensorsWriterTest, anUnfinishedFileLeavesNothing) {
    std::ofstream(file()) << "the old model";
    {
        auto writer = SafetensorsWriter::create(file(), {{"a", DType::F32, {4}}}, {}).value();
        ASSERT_TRUE(writer->write("a", bytes(16, 0)));
        EXPECT_TRUE(std::filesystem::exists(part()));
    }
    EXPECT_FALSE(std::filesystem::exists(part()));
    EXPECT_EQ(std::filesystem::file_size(file()), 13U) << "the old file is still there";
}

TEST_F(SafetensorsWriterTest, aFileThatFailsItsCheckGetsNoName) {
    auto writer = SafetensorsWriter::create(file(), {{"a", DType::F32, {4}}}, {}).value();
    ASSERT_TRUE(writer->write("a", bytes(16, 0)));
    bool isComplete = false;
    const Status status = writer->finish([&](const std::filesystem::path& path) -> Status {
        isComplete = openWeights(path).has_value();
        return fail(ErrorCode::CorruptFile, "No.");
    });
    EXPECT_TRUE(isComplete);
    EXPECT_EQ(status.error().message, "No.");
    writer.reset();
    EXPECT_TRUE(std::filesystem::is_empty(m_folder.path()));
}

TEST_F(SafetensorsWriterTest, aFileThatDoesNotFitIsRefusedBeforeItIsWritten) {
    const auto writer = SafetensorsWriter::create(file(), {{"a", DType::F32, {1 << 30, 1 << 20}}}, {});
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().code, ErrorCode::Io);
    EXPECT_THAT(writer.error().message, HasSubstr("There is not enough space"));
    EXPECT_TRUE(std::filesystem::is_empty(m_folder.path()));
}

TEST_F(SafetensorsWriterTest, aDiskThatFillsUpIsOneSentence) {
    // Every write to this device fails with "no space left".
    if (!std::filesystem::exists("/dev/full"))
        GTEST_SKIP() << "this system has no /dev/full";
    std::filesystem::create_symlink("/dev/full", part());
    const auto writer = SafetensorsWriter::create(file(), {{"a", DType::F32, {4}}}, {});
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().code, ErrorCode::Io);
    EXPECT_THAT(writer.error().message, HasSubstr("No space left on device"));
}

TEST_F(SafetensorsWriterTest, aFolderThatIsNotThereIsOneSentence) {
    const auto writer = SafetensorsWriter::create(m_folder.path() / "gone" / "a", {}, {});
    ASSERT_FALSE(writer);
    EXPECT_THAT(writer.error().message, HasSubstr("can't be written: No such file or directory"));
}

} // namespace
} // namespace inference::test
