// SPDX-License-Identifier: Apache-2.0
#include "inference/session/embedding_cache.h"

#include "inference/device/device.h"

#include <gtest/gtest.h>

namespace inference::test {
namespace {

class EmbeddingCacheTest : public ::testing::Test {
protected:
    /// Features of 4·(floats + 1) bytes.
    ImageFeatures features(std::int64_t floats) {
        ImageFeatures made;
        for (Tensor& level : made.levels)
            level = m_device->allocate(DType::F32, {0});
        made.levels[0] = m_device->allocate(DType::F32, {floats});
        made.fusionStart = m_device->allocate(DType::F32, {1});
        return made;
    }
    std::unique_ptr<Device> m_device = openDevice(DeviceChoice::Cpu, 1).value();
};

TEST_F(EmbeddingCacheTest, dropsTheLeastRecentlyUsed) {
    EmbeddingCache cache(1200);
    cache.insert("a", features(99));
    cache.insert("b", features(99));
    cache.insert("c", features(99));
    EXPECT_EQ(cache.bytes(), 1200U);
    EXPECT_TRUE(cache.find("a"));
    cache.insert("d", features(99));
    EXPECT_TRUE(cache.contains("a"));
    EXPECT_FALSE(cache.contains("b"));
    EXPECT_FALSE(cache.find("b"));
    EXPECT_TRUE(cache.contains("c"));
    EXPECT_EQ(cache.bytes(), 1200U);
}

TEST_F(EmbeddingCacheTest, keepsTheNewestEvenIfItIsTooLarge) {
    EmbeddingCache cache(0);
    cache.insert("a", features(10));
    EXPECT_TRUE(cache.contains("a"));
    cache.insert("b", features(10));
    EXPECT_FALSE(cache.contains("a"));
    EXPECT_TRUE(cache.contains("b"));
    EXPECT_EQ(cache.count(), 1U);
}

TEST_F(EmbeddingCacheTest, replacesAnEntryOfTheSameKey) {
    EmbeddingCache cache(10000);
    cache.insert("a", features(10));
    cache.insert("a", features(20));
    EXPECT_EQ(cache.count(), 1U);
    EXPECT_EQ(cache.bytes(), 84U);
}

TEST_F(EmbeddingCacheTest, whatWasFoundOutlivesItsEntry) {
    EmbeddingCache cache(0);
    ImageFeatures original = features(4);
    original.levels[0].f32()[3] = 7;
    cache.insert("a", original);
    original = {};
    const auto found = cache.find("a");
    cache.insert("b", features(1));
    EXPECT_EQ(found->levels[0].f32()[3], 7.0F);
}

TEST_F(EmbeddingCacheTest, phrasesAreKeptToo) {
    PhraseCache cache;
    for (int i = 0; i < 65; ++i)
        cache.insert(std::to_string(i), m_device->allocate(DType::F32, {i + 1, 2}));
    EXPECT_FALSE(cache.find("0"));
    ASSERT_TRUE(cache.find("1"));
    EXPECT_EQ(cache.find("1")->dim(0), 2);
    cache.insert("new", m_device->allocate(DType::F32, {1, 2}));
    EXPECT_TRUE(cache.find("1")) << "used a moment ago";
    EXPECT_FALSE(cache.find("2"));
}

} // namespace
} // namespace inference::test
