// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/stored_tensor.h"

#include "inference/device/device.h"
#include "inference/weights/weight_scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <numeric>

namespace inference::test {
namespace {

using ::testing::ElementsAre;

/// 0, 1, 2, … as a file would hold them.
class StoredTensors : public ::testing::Test {
protected:
    StoredTensors() { std::iota(m_numbers.begin(), m_numbers.end(), 0.0F); }
    StoredTensor stored(const Shape& shape, std::size_t first = 0) const {
        const auto count = static_cast<std::size_t>(elementCount(shape));
        return {"F32", DType::F32, shape, std::as_bytes(std::span(m_numbers)).subspan(first * 4, count * 4)};
    }
    static StoredTensor view(const StoredTensor& base, Shape shape, std::vector<std::int64_t> strides) {
        auto pieces = std::make_shared<const std::vector<Piece>>(
            std::vector<Piece>{{base.bytes, shape, std::move(strides)}});
        return {base.typeName, base.type, std::move(shape), {}, std::move(pieces)};
    }
    static std::vector<float> read(const StoredTensor& stored) {
        const std::vector<std::byte> bytes = materialise(stored);
        std::vector<float> values(bytes.size() / 4);
        if (!bytes.empty()) {
            std::memcpy(values.data(), bytes.data(), bytes.size());
        }
        return values;
    }

    std::vector<float> m_numbers = std::vector<float>(64);
};

TEST_F(StoredTensors, aContiguousTensorIsItsBytes) {
    EXPECT_THAT(read(stored({2, 2}, 3)), ElementsAre(3, 4, 5, 6));
    EXPECT_EQ(storedSpans(stored({2, 2})).front().size(), 16U);
    EXPECT_THAT(read(stored({0, 2})), ElementsAre());
}

TEST_F(StoredTensors, viewsAreGatheredInRowMajorOrder) {
    EXPECT_THAT(read(view(stored({6}), {3, 2}, {1, 3})), ElementsAre(0, 3, 1, 4, 2, 5)) << "transposed";
    EXPECT_THAT(read(view(stored({8}), {2, 2}, {4, 1})), ElementsAre(0, 1, 4, 5)) << "columns of a wider one";
    EXPECT_THAT(read(view(stored({2}), {2, 3}, {1, 0})), ElementsAre(0, 0, 0, 1, 1, 1)) << "expanded";
    EXPECT_THAT(read(view(stored({12}), {2, 1, 3}, {6, 99, 2})), ElementsAre(0, 2, 4, 6, 8, 10));
    EXPECT_THAT(read(view(stored({1}), {}, {})), ElementsAre(0)) << "a scalar";
    EXPECT_THAT(read(view(stored({0}), {0, 2}, {2, 1})), ElementsAre());
}

TEST_F(StoredTensors, dimensionsChangePlaces) {
    EXPECT_THAT(read(permuted(stored({2, 3}), {1, 0})), ElementsAre(0, 3, 1, 4, 2, 5));
    const StoredTensor kernel = permuted(stored({1, 2, 2, 3}), {0, 3, 1, 2}); // O,H,W,I to O,I,H,W
    EXPECT_EQ(kernel.shape, (Shape{1, 3, 2, 2}));
    EXPECT_THAT(read(kernel), ElementsAre(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11));
    EXPECT_THAT(read(permuted(permuted(stored({2, 3}), {1, 0}), {1, 0})), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST_F(StoredTensors, partsAreJoinedAlongTheFirstDimension) {
    const StoredTensor joined =
        concatenated({stored({1, 2}, 10), permuted(stored({2, 2}), {1, 0}), stored({0, 2})});
    EXPECT_EQ(joined.shape, (Shape{3, 2}));
    EXPECT_THAT(read(joined), ElementsAre(10, 11, 0, 2, 1, 3));
    EXPECT_THAT(read(concatenated({joined, stored({1, 2}, 20)})), ElementsAre(10, 11, 0, 2, 1, 3, 20, 21));
}

TEST_F(StoredTensors, rowsAreCutOut) {
    EXPECT_TRUE(rowsOf(stored({4, 2}), 1, 3).isContiguous());
    EXPECT_THAT(read(rowsOf(stored({4, 2}), 1, 3)), ElementsAre(2, 3, 4, 5));
    EXPECT_THAT(read(rowsOf(permuted(stored({2, 3}), {1, 0}), 1, 3)), ElementsAre(1, 4, 2, 5));
    EXPECT_THAT(read(rowsOf(stored({4, 2}), 4, 4)), ElementsAre());
}

TEST_F(StoredTensors, finiteMeansFiniteInEveryType) {
    EXPECT_TRUE(isFinite(stored({8})));
    m_numbers[5] = -std::numeric_limits<float>::infinity();
    EXPECT_FALSE(isFinite(stored({8})));
    EXPECT_TRUE(isFinite(view(stored({8}), {2}, {4}))) << "only elements of the view count";
    EXPECT_FALSE(isFinite(view(stored({8}), {2}, {5})));
    EXPECT_FALSE(isFinite({"F16", DType::F16, {16}, stored({8}).bytes}));
    EXPECT_TRUE(isFinite({"I32", DType::I32, {8}, stored({8}).bytes}));
}

/// Tensors in memory, what was to be fetched, and what was given back.
class ListedSource : public WeightSource {
public:
    Tensors all;
    mutable std::size_t expected = 0;
    mutable std::size_t forgotten = 0;
    const Tensors& tensors() const override { return all; }
    const Metadata& metadata() const override { return m_metadata; }
    void expect(std::span<const std::byte> bytes) const override { expected += bytes.size(); }
    void forget(std::span<const std::byte> bytes) const override { forgotten += bytes.size(); }

private:
    Metadata m_metadata;
};

TEST_F(StoredTensors, theLoaderPutsTogetherAndGivesBack) {
    const auto source = std::make_shared<ListedSource>();
    StoredTensor half = permuted(stored({2, 2}), {1, 0});
    half.typeName = "F16";
    half.type = DType::F16;
    source->all = {{"f32", permuted(stored({2, 3}), {1, 0})}, {"f16", half}, {"whole", stored({2, 2})}};
    const auto device = openDevice(DeviceChoice::Cpu, 1).value();
    WeightLoader loader(source, *device);
    EXPECT_EQ(source->expected, 24U + 16U + 16U) << "small ones at once";
    const Tensor full = loader.root().tensor("f32", {3, 2});
    EXPECT_EQ(std::vector<float>(full.f32(), full.f32() + 6), read(source->all.at("f32")));
    EXPECT_EQ(source->expected, 80U) << "what is copied";
    EXPECT_EQ(source->forgotten, 24U);
    EXPECT_EQ(loader.root().matrix("f16", {2, 2}).weight.type(), DType::F16) << "kept as stored";
    EXPECT_EQ(source->forgotten, 40U);
    EXPECT_EQ(loader.root().tensor("whole", {2, 2}).data(), m_numbers.data()) << "used where it lies";
    EXPECT_EQ(loader.root().values("f32", {3, 2}), read(source->all.at("f32")));
}

} // namespace
} // namespace inference::test
