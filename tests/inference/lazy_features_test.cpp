// SPDX-License-Identifier: Apache-2.0
// An image's features are made when they are needed; what is found does not depend on the order.
#include "inference/api/engine.h"
#include "tests/support/inference/nano_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

namespace inference::test {
namespace {

class LazyFeatures : public ::testing::Test {
protected:
    void SetUp() override {
        nanoModel().write(path());
        m_engine = Engine::open(path(), {DeviceChoice::Cpu, 1}).value();
    }
    std::filesystem::path path() const { return m_folder.path() / "model.safetensors"; }
    std::unique_ptr<ImageSession> session(Engine& engine) const {
        return engine.openImage({m_pixels.data(), 56, 56, 56 * 3, 3}).value();
    }
    static std::vector<float> conceptMasks(ImageSession& session) {
        std::vector<float> values;
        const ConceptResult found = session.segmentConcept({"cat", {}}, {0}).value();
        for (const Instance& instance : found.instances)
            values.insert(values.end(), instance.mask.values->begin(), instance.mask.values->end());
        return values;
    }
    static std::vector<float> clickMask(ImageSession& session) {
        InstancePrompt prompt;
        prompt.points = {{20, 20, true}};
        const std::vector<MaskCandidate> found = session.segmentInstance(prompt).value();
        return *found.front().promptMask.values;
    }
    static int necks(const std::vector<StageTime>& stages) {
        const auto found = std::find_if(stages.begin(), stages.end(),
                                        [](const StageTime& stage) { return stage.stage == "necks"; });
        return found == stages.end() ? 0 : found->calls;
    }

    TempFolder m_folder;
    std::vector<std::uint8_t> m_pixels = std::vector<std::uint8_t>(56 * 56 * 3, 77);
    std::unique_ptr<Engine> m_engine;
};

TEST_F(LazyFeatures, theOrderOfPromptsChangesNoBit) {
    const auto first = session(*m_engine);
    const std::vector<float> masks = conceptMasks(*first);
    const std::vector<float> click = clickMask(*first);
    const auto engine = Engine::open(path(), {DeviceChoice::Cpu, 1}).value();
    const auto second = session(*engine);
    ASSERT_TRUE(second->prepare({}, Purpose::Clicks));
    EXPECT_EQ(clickMask(*second), click);
    EXPECT_EQ(conceptMasks(*second), masks);
    EXPECT_FALSE(masks.empty());
}

TEST_F(LazyFeatures, eachPartIsMadeOnceAndByWhoNeedsIt) {
    const auto image = session(*m_engine);
    std::vector<StageTime> stages;
    RunControl control;
    control.timings = &stages;
    ASSERT_TRUE(image->prepare(control));
    EXPECT_EQ(necks(stages), 1) << "the coarse level";
    ASSERT_TRUE(image->segmentConcept({"cat", {}}, {2.0F}, control));
    EXPECT_EQ(necks(stages), 0) << "nothing passes this threshold";
    ASSERT_TRUE(image->segmentConcept({"cat", {}}, {0}, control));
    EXPECT_EQ(necks(stages), 2);
    ASSERT_TRUE(image->segmentConcept({"dog", {}}, {0}, control));
    EXPECT_EQ(necks(stages), 0);
    ASSERT_TRUE(image->prepare(control, Purpose::Clicks));
    EXPECT_EQ(necks(stages), 3);
    InstancePrompt click;
    click.points = {{5, 5, true}};
    ASSERT_TRUE(image->segmentInstance(click, control));
    EXPECT_EQ(necks(stages), 0);
}

TEST_F(LazyFeatures, loadingCanBeStopped) {
    std::stop_source stop;
    stop.request_stop();
    const auto opened = Engine::open(path(), {}, stop.get_token());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace inference::test
