// SPDX-License-Identifier: Apache-2.0
#include "inference/session/disk_cache.h"

#include "inference/api/engine.h"
#include "tests/support/inference/nano_model.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace inference::test {
namespace {

namespace fs = std::filesystem;

class DiskCacheTest : public ::testing::Test {
protected:
    Tensor trunk(float first) {
        Tensor made = m_device->allocate(DType::F32, {2, 2, 4});
        for (int i = 0; i < 16; ++i)
            made.f32()[i] = first + 0.25F * static_cast<float>(i);
        return made;
    }
    void insert(DiskCache& cache, const std::string& key, float first) {
        cache.insert(key, trunk(first));
        cache.wait();
    }
    std::vector<fs::path> files() const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(folder()))
            found.push_back(entry.path());
        return found;
    }
    fs::path folder() const { return m_folder.path() / "cache"; }

    TempFolder m_folder;
    std::unique_ptr<Device> m_device = openDevice(DeviceChoice::Cpu, 1).value();
};

TEST_F(DiskCacheTest, whatIsPutInIsFoundByAnotherProgram) {
    {
        DiskCache cache(folder(), 1 << 20);
        cache.insert("image/model", trunk(3)); // written before the cache is gone
    }
    DiskCache cache(folder(), 1 << 20);
    const std::optional<Tensor> found = cache.find(*m_device, "image/model");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->shape(), (Shape{2, 2, 4}));
    for (int i = 0; i < 16; ++i)
        EXPECT_EQ(found->f32()[i], 3 + 0.25F * static_cast<float>(i));
    EXPECT_FALSE(cache.find(*m_device, "image/another"));
    EXPECT_EQ(files().size(), 1U) << "no temporary file is left";
}

TEST_F(DiskCacheTest, everyDamageIsNoticedAndCleared) {
    DiskCache cache(folder(), 1 << 20);
    insert(cache, "key", 0);
    const auto size = fs::file_size(files().front());
    for (std::uintmax_t at = 0; at < size; ++at) {
        insert(cache, "key", 0);
        std::fstream file(files().front(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(static_cast<std::streamoff>(at));
        const auto byte = static_cast<char>(file.get());
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(byte ^ 0x10));
        file.close();
        ASSERT_FALSE(cache.find(*m_device, "key")) << "byte " << at;
        ASSERT_TRUE(files().empty()) << "byte " << at;
    }
    for (const std::uintmax_t length : {std::uintmax_t{0}, std::uintmax_t{10}, size - 1, size + 8}) {
        insert(cache, "key", 0);
        fs::resize_file(files().front(), length);
        ASSERT_FALSE(cache.find(*m_device, "key")) << length;
        ASSERT_TRUE(files().empty()) << length;
    }
}

TEST_F(DiskCacheTest, aFileOfAnotherKeyIsNotTaken) {
    DiskCache cache(folder(), 1 << 20);
    insert(cache, "a", 1);
    const fs::path a = files().front();
    insert(cache, "b", 2);
    for (const fs::path& file : files())
        if (file != a)
            fs::copy_file(a, file, fs::copy_options::overwrite_existing);
    EXPECT_FALSE(cache.find(*m_device, "b"));
    EXPECT_TRUE(cache.find(*m_device, "a"));
}

TEST_F(DiskCacheTest, theLeastRecentlyUsedGoes) {
    const std::uint64_t one = [&] {
        DiskCache cache(folder(), 1 << 20);
        insert(cache, "old", 1);
        return fs::file_size(files().front());
    }();
    const auto age = [&](int hours) {
        for (const fs::path& file : files())
            fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(hours));
    };
    DiskCache cache(folder(), 2 * one);
    age(1);
    insert(cache, "middle", 2);
    age(1);
    EXPECT_TRUE(cache.find(*m_device, "old")); // used just now
    insert(cache, "new", 3);
    EXPECT_TRUE(cache.find(*m_device, "old"));
    EXPECT_FALSE(cache.find(*m_device, "middle"));
    EXPECT_TRUE(cache.find(*m_device, "new"));
}

TEST_F(DiskCacheTest, whatHalvesCanNotHoldIsNotKept) {
    DiskCache cache(folder(), 1 << 20);
    insert(cache, "large", 1e6F);
    EXPECT_FALSE(cache.find(*m_device, "large"));
}

TEST_F(DiskCacheTest, aFolderThatCanNotBeMadeIsNoTrouble) {
    std::ofstream(folder()) << "a file stands in the way";
    DiskCache cache(folder(), 1 << 20);
    insert(cache, "key", 1);
    EXPECT_FALSE(cache.find(*m_device, "key"));
}

/// The engine with a cache, on a small model.
class CachedEngine : public DiskCacheTest {
protected:
    void SetUp() override { nanoModel().write(m_folder.path() / "model.safetensors"); }
    std::unique_ptr<Engine> open() const {
        EngineOptions options;
        options.threads = 1;
        options.cacheFolder = folder();
        return Engine::open(m_folder.path() / "model.safetensors", options).value();
    }
    ConceptResult ask(Engine& engine, std::vector<StageTime>& stages) {
        const auto session = engine.openImage({m_pixels.data(), 56, 56, 56 * 3, 3}).value();
        RunControl control;
        control.timings = &stages;
        return session->segmentConcept({"cat", {}}, {0}, control).value();
    }
    static bool encoded(const std::vector<StageTime>& stages) {
        return std::any_of(stages.begin(), stages.end(),
                           [](const StageTime& stage) { return stage.stage == "preprocess"; });
    }

    std::vector<std::uint8_t> m_pixels = std::vector<std::uint8_t>(56 * 56 * 3, 90);
};

TEST_F(CachedEngine, anImageSeenBeforeIsNotEncodedAgain) {
    std::vector<StageTime> stages;
    const ConceptResult first = ask(*open(), stages);
    EXPECT_TRUE(encoded(stages));
    const ConceptResult second = ask(*open(), stages);
    EXPECT_FALSE(encoded(stages));
    ASSERT_EQ(first.instances.size(), second.instances.size());
    for (std::size_t i = 0; i < first.instances.size(); ++i)
        EXPECT_NEAR(first.instances[i].score, second.instances[i].score, 5e-3F);
}

TEST_F(CachedEngine, aDamagedFileIsComputedAgain) {
    std::vector<StageTime> stages;
    const ConceptResult first = ask(*open(), stages);
    fs::resize_file(files().front(), 20);
    const ConceptResult second = ask(*open(), stages);
    EXPECT_TRUE(encoded(stages));
    ASSERT_EQ(first.instances.size(), second.instances.size());
    for (std::size_t i = 0; i < first.instances.size(); ++i)
        EXPECT_EQ(first.instances[i].score, second.instances[i].score);
    ask(*open(), stages);
    EXPECT_FALSE(encoded(stages)) << "and kept again";
}

TEST_F(CachedEngine, anotherModelHasFilesOfItsOwn) {
    std::vector<StageTime> stages;
    ask(*open(), stages);
    WeightFile other = nanoModel();
    other.tensors.begin()->second.values[0] += 0.5F;
    other.write(m_folder.path() / "model.safetensors");
    ask(*open(), stages);
    EXPECT_TRUE(encoded(stages));
    EXPECT_EQ(files().size(), 2U);
}

} // namespace
} // namespace inference::test
