// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/weight_scope.h"

#include "inference/device/device.h"
#include "tests/support/inference/weight_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <numeric>

namespace inference::test {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Weights : public ::testing::Test {
protected:
    std::shared_ptr<const WeightSource> open(const WeightFile& file) {
        const auto path = m_folder.path() / "weights.safetensors";
        file.write(path);
        return openWeights(path).value();
    }
    static std::vector<float> values(const Tensor& tensor) {
        return {tensor.f32(), tensor.f32() + tensor.count()};
    }
    static FloatTensor counting(const Shape& shape) {
        FloatTensor tensor{shape, std::vector<float>(static_cast<std::size_t>(elementCount(shape)))};
        std::iota(tensor.values.begin(), tensor.values.end(), 0.0F);
        return tensor;
    }

    TempFolder m_folder;
    std::unique_ptr<Device> m_device = openDevice(DeviceChoice::Cpu, 1).value();
    WeightFile m_file;
};

bool nothing(std::string_view /*name*/) {
    return false;
}

TEST_F(Weights, f32IsUsedWhereTheFileLies) {
    m_file.tensors["layer.weight"] = counting({2, 3});
    const auto source = open(m_file);
    WeightLoader loader(source, *m_device);
    const Tensor tensor = (loader.root() / "layer").tensor("weight", {2, 3});
    EXPECT_EQ(tensor.data(), source->tensors().at("layer.weight").bytes.data());
    EXPECT_THAT(values(tensor), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST_F(Weights, theFileStaysOpenAsLongAsATensorNeedsIt) {
    m_file.tensors["a"] = counting({4});
    Tensor tensor;
    {
        WeightLoader loader(open(m_file), *m_device);
        tensor = loader.root().tensor("a", {4});
    }
    EXPECT_THAT(values(tensor), ElementsAre(0, 1, 2, 3));
}

TEST_F(Weights, halfTypesAreConverted) {
    for (const DType type : {DType::F16, DType::BF16}) {
        m_file.tensors["a"] = {{3}, {1.0F, -2.5F, 0.1F}};
        m_file.type = type;
        WeightLoader loader(open(m_file), *m_device);
        const std::vector<float> read = values(loader.root().tensor("a", {3}));
        EXPECT_EQ(read[1], -2.5F);
        EXPECT_EQ(read[2], type == DType::F16 ? halfToFloat(floatToHalf(0.1F))
                                              : bfloat16ToFloat(floatToBfloat16(0.1F)));
    }
}

TEST_F(Weights, misalignedAndDoubleTensorsAreConverted) {
    const std::string header = R"({"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                               R"("f":{"dtype":"F32","shape":[1],"data_offsets":[1,5]},)"
                               R"("d":{"dtype":"F64","shape":[1],"data_offsets":[5,13]}})";
    const std::uint64_t length = header.size();
    const float single = 3.5F;
    const double wide = -0.25;
    std::string bytes(reinterpret_cast<const char*>(&length), 8);
    bytes += header + "\1";
    bytes.append(reinterpret_cast<const char*>(&single), 4);
    bytes.append(reinterpret_cast<const char*>(&wide), 8);
    const auto path = m_folder.path() / "odd.safetensors";
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    WeightLoader loader(openWeights(path).value(), *m_device);
    EXPECT_THAT(values(loader.root().tensor("f", {1})), ElementsAre(3.5F));
    EXPECT_THAT(values(loader.root().tensor("d", {1})), ElementsAre(-0.25F));
    loader.root().tensor("b", {1});
    EXPECT_THAT(loader.finish(nothing).error().message, HasSubstr("b has the type U8 instead of a float"));
}

TEST_F(Weights, convolutionsAreLaidOutChannelLast) {
    m_file.tensors["weight"] = counting({1, 2, 1, 3}); // [O,I,kh,kw]
    WeightLoader loader(open(m_file), *m_device);
    const Tensor tensor = loader.root().convolution("weight", {1, 2, 1, 3});
    EXPECT_EQ(tensor.shape(), (Shape{1, 1, 3, 2}));
    EXPECT_THAT(values(tensor), ElementsAre(0, 3, 1, 4, 2, 5));
}

TEST_F(Weights, transposedConvolutionsBecomeFourLinearLayers) {
    m_file.tensors["weight"] = counting({2, 1, 2, 2}); // [I,O,dy,dx]
    m_file.tensors["bias"] = {{1}, {9}};
    WeightLoader loader(open(m_file), *m_device);
    EXPECT_THAT(values(loader.root().transposedConvolution("weight", {2, 1, 2, 2})),
                ElementsAre(0, 4, 1, 5, 2, 6, 3, 7));
    EXPECT_THAT(values(loader.root().transposedBias("bias", 1)), ElementsAre(9, 9, 9, 9));
}

TEST_F(Weights, everyProblemIsInOneError) {
    m_file.tensors["good"] = counting({2});
    m_file.tensors["square"] = counting({2, 2});
    m_file.tensors["stranger"] = counting({1});
    m_file.tensors["tracker.rest"] = counting({1});
    WeightLoader loader(open(m_file), *m_device);
    const WeightScope root = loader.root();
    EXPECT_FALSE(root.tensor("good", {2}).isEmpty());
    EXPECT_TRUE(root.tensor("square", {4}).isEmpty());
    EXPECT_TRUE((root / "block" / 3).tensor("weight", {2}).isEmpty());
    EXPECT_EQ(root.values("gone", {3}).size(), 3U);
    root.tensor("gone", {3});
    const Status status = loader.finish([](std::string_view name) { return name == "tracker.rest"; });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::CorruptFile);
    EXPECT_THAT(status.error().message,
                AllOf(HasSubstr("missing: block.3.weight, gone;"),
                      HasSubstr("square is [2, 2] instead of [4]"), HasSubstr("unknown: stranger)"),
                      Not(HasSubstr("tracker.rest")), Not(HasSubstr("good"))));
}

TEST_F(Weights, smallTensorsWithoutFiniteValuesAreNamed) {
    m_file.tensors["norm.weight"] = {{2}, {1.0F, std::numeric_limits<float>::quiet_NaN()}};
    m_file.tensors["token"] = {{1, 2}, {std::numeric_limits<float>::infinity(), 0.0F}};
    m_file.tensors["fine"] = counting({2});
    for (const DType type : {DType::F32, DType::F16, DType::BF16}) {
        m_file.type = type;
        WeightLoader loader(open(m_file), *m_device);
        loader.root().tensor("norm.weight", {2});
        loader.root().values("token", {1, 2});
        loader.root().tensor("fine", {2});
        const Status status = loader.finish(nothing);
        ASSERT_FALSE(status);
        EXPECT_THAT(status.error().message, AllOf(HasSubstr("not finite"), HasSubstr("norm.weight, token;")));
    }
}

/// A file with one 8-bit matrix and, unless its shape is empty, a scale of ones.
std::string withMatrix(const std::string& shape, std::size_t elements, const std::string& scaleShape,
                       std::size_t scales) {
    std::string header =
        R"({"m":{"dtype":"I8","shape":)" + shape + R"(,"data_offsets":[0,)" + std::to_string(elements) + "]}";
    if (scales > 0)
        header += R"(,"m.scale":{"dtype":"F32","shape":)" + scaleShape + R"(,"data_offsets":[)" +
                  std::to_string(elements) + "," + std::to_string(elements + 4 * scales) + "]}";
    header += "}";
    header.resize((header.size() + 7) / 8 * 8, ' '); // the scale can be used where it lies
    const std::uint64_t length = header.size();
    std::string bytes(reinterpret_cast<const char*>(&length), 8);
    bytes += header + std::string(elements, '\1');
    const float one = 1;
    for (std::size_t i = 0; i < scales; ++i)
        bytes.append(reinterpret_cast<const char*>(&one), 4);
    return bytes;
}

TEST_F(Weights, eightBitMatricesNeedWholeBlocksAndTheirScale) {
    const auto problem = [&](const std::string& bytes, const Shape& shape) {
        const auto path = m_folder.path() / "small.safetensors";
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        WeightLoader loader(openWeights(path).value(), *m_device);
        const LinearWeights read = loader.root().matrix("m", shape);
        const Status status = loader.finish(nothing);
        EXPECT_EQ(read.weight.isEmpty(), !status);
        return status ? std::string("fine") : status.error().message;
    };
    EXPECT_EQ(problem(withMatrix("[2,128]", 256, "[2,2]", 4), {2, 128}), "fine");
    EXPECT_THAT(problem(withMatrix("[2,128]", 256, "", 0), {2, 128}), HasSubstr("missing: m.scale"));
    EXPECT_THAT(problem(withMatrix("[2,128]", 256, "[4,1]", 4), {2, 128}),
                HasSubstr("m.scale is [4, 1] instead of [2, 2]"));
    EXPECT_THAT(problem(withMatrix("[2,96]", 192, "[2,1]", 2), {2, 96}),
                HasSubstr("m has 8-bit rows that don't fill their blocks of 64"));
}

TEST_F(Weights, manyScalesAreLookedThroughAtTheirFirstUse) {
    constexpr std::size_t kRows = 20'000;
    const std::string rows = std::to_string(kRows);
    std::string bytes = withMatrix("[" + rows + ",64]", kRows * 64, "[" + rows + ",1]", kRows);
    const auto path = m_folder.path() / "large.safetensors";
    for (const bool isDamaged : {false, true}) {
        if (isDamaged)
            bytes.replace(bytes.size() - 2, 2, "\xc0\x7f"); // not a number
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        WeightLoader loader(openWeights(path).value(), *m_device);
        EXPECT_FALSE(loader.root().matrix("m", {kRows, 64}).scale.isEmpty());
        EXPECT_TRUE(loader.finish(nothing));
        const Status status = loader.takeScan()->scan(inference::Run{*m_device}, "m");
        EXPECT_EQ(status.has_value(), !isDamaged);
        if (!status) {
            EXPECT_THAT(status.error().message, HasSubstr("m.scale holds values that are not finite"));
        }
    }
}

TEST_F(Weights, nothingIsWrongWhenEverythingFits) {
    m_file.tensors["a"] = counting({2});
    WeightLoader loader(open(m_file), *m_device);
    loader.root().tensor("a", {2});
    EXPECT_TRUE(loader.finish(nothing));
}

} // namespace
} // namespace inference::test
