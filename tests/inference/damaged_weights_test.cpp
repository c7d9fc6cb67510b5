// SPDX-License-Identifier: Apache-2.0
#include "inference/api/engine.h"

#include "tests/support/inference/nano_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace inference::test {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr std::int64_t kLarge = 1 << 14; ///< tensors above are not looked through while a model is opened
constexpr const char* kTrunk = "detector.backbone.vision_backbone.trunk.blocks.1.mlp.fc1.weight";
constexpr const char* kText =
    "detector.backbone.language_backbone.encoder.transformer.resblocks.0.mlp.c_fc.weight";
constexpr const char* kDecoder = "detector.transformer.decoder.layers.0.linear1.weight";
constexpr const char* kConvolution = "detector.backbone.vision_backbone.convs.0.conv_3x3.weight";

/// Each part has matrices of more than kLarge elements.
NanoSizes largeSizes() {
    NanoSizes sizes;
    sizes.vitDim = 64;
    sizes.vitHidden = 1100;
    sizes.textWidth = 132;
    sizes.dModel = 96;
    sizes.ffnDim = 700;
    return sizes;
}

/// A model of which one value is wrong: opened, asked and checked.
class DamagedWeights : public ::testing::Test {
protected:
    WeightFile damaged(const std::string& name, float value = kNan) const {
        WeightFile file = m_whole;
        std::vector<float>& values = file.tensors.at(name).values;
        values[values.size() * 2 / 3] = value;
        return file;
    }
    Result<std::unique_ptr<Engine>> open(const WeightFile& file) {
        file.write(m_path);
        return Engine::open(m_path, {DeviceChoice::Cpu, 1});
    }
    static std::string messageOf(const Status& status) {
        if (status)
            return "accepted";
        EXPECT_EQ(status.error().code, ErrorCode::CorruptFile);
        return status.error().message;
    }
    static std::unique_ptr<ImageSession> picture(Engine& engine) {
        std::vector<std::uint8_t> pixels(48 * 32 * 3);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<std::uint8_t>(i * 37);
        return engine.openImage({pixels.data(), 48, 32, 48 * 3, 3}).value();
    }
    static Status find(ImageSession& session) {
        const auto found = session.segmentConcept({"cat", {}}, {0});
        return found ? Status() : tl::unexpected<Error>(found.error());
    }
    static auto oneSentenceWith(const std::string& name) {
        return AllOf(HasSubstr(name), HasSubstr("not finite"), EndsWith("fetch it again."),
                     Not(HasSubstr(". ")));
    }

    TempFolder m_folder;
    std::filesystem::path m_path = m_folder.path() / "model.safetensors";
    WeightFile m_whole = nanoModel(largeSizes());
};

TEST_F(DamagedWeights, aPartThatIsMissingIsNamedOnce) {
    WeightFile file = m_whole;
    for (auto it = file.tensors.begin(); it != file.tensors.end();) {
        const bool isGone = it->first.rfind("detector.segmentation_head.", 0) == 0 ||
                            it->first.find("trunk.blocks.1.mlp.") != std::string::npos;
        it = isGone ? file.tensors.erase(it) : std::next(it);
    }
    const auto engine = open(file);
    ASSERT_FALSE(engine);
    EXPECT_THAT(engine.error().message,
                AllOf(HasSubstr("detector.segmentation_head with its "),
                      HasSubstr("vision_backbone.trunk.blocks.1.mlp with its 4 tensors"), EndsWith("layout."),
                      Not(HasSubstr(". "))));
    EXPECT_LT(engine.error().message.size(), 300U);
}

TEST_F(DamagedWeights, aForeignModelAndAWrongShapeAreOneSentence) {
    WeightFile file;
    file.tensors["memory_attention.layers.0.norm1.weight"] = {{1}, {1}};
    EXPECT_THAT(open(file).error().message,
                AllOf(HasSubstr("a SAM 2 model"), EndsWith("."), Not(HasSubstr(". "))));
    file = m_whole;
    file.tensors.at(kTrunk) = {{64, 1100}, std::vector<float>(64 * 1100)};
    EXPECT_THAT(
        open(file).error().message,
        AllOf(HasSubstr(std::string(kTrunk) + " is [64, 1100] instead of [1100, 64]"), Not(HasSubstr(". "))));
}

TEST_F(DamagedWeights, theFirstUseOfAPartNamesIt) {
    for (const DType type : {DType::F32, DType::F16, DType::BF16}) {
        WeightFile file = damaged(kTrunk);
        file.type = type;
        const auto engine = open(file);
        ASSERT_TRUE(engine) << engine.error().message;
        const auto session = picture(**engine);
        for (int i = 0; i < 2; ++i) // and does so again
            EXPECT_THAT(messageOf(session->prepare()), oneSentenceWith(kTrunk));
    }
}

TEST_F(DamagedWeights, aValueThatALayerWouldSwallowIsNamed) {
    const auto engine = open(damaged(kDecoder)).value(); // ReLU may make a zero of it
    EXPECT_THAT(messageOf(picture(*engine)->prepare()), oneSentenceWith(kDecoder));
}

TEST_F(DamagedWeights, whatDoesNotNeedThePartGoesOn) {
    const auto engine = open(damaged(kText, -std::numeric_limits<float>::infinity())).value();
    const auto session = picture(*engine);
    EXPECT_TRUE(session->prepare());
    InstancePrompt click;
    click.points = {{20, 20, true}};
    EXPECT_TRUE(session->segmentInstance(click));
    EXPECT_THAT(messageOf(find(*session)), oneSentenceWith(kText));
}

TEST_F(DamagedWeights, whatLoadingCopiesIsNamedByIt) {
    const auto engine = open(damaged(kConvolution));
    ASSERT_FALSE(engine);
    EXPECT_THAT(engine.error().message, oneSentenceWith(kConvolution));
}

TEST_F(DamagedWeights, theCheckFindsEveryLargeTensor) {
    m_whole.write(m_path);
    EXPECT_EQ(messageOf(Engine::check(m_path)), "accepted");
    int seen = 0;
    for (const auto& [name, tensor] : m_whole.tensors) {
        if (elementCount(tensor.shape) <= kLarge)
            continue;
        damaged(name).write(m_path);
        EXPECT_THAT(messageOf(Engine::check(m_path)), oneSentenceWith(name));
        ++seen;
    }
    EXPECT_GT(seen, 12);
}

TEST_F(DamagedWeights, theCheckCanBeStopped) {
    m_whole.write(m_path);
    std::stop_source stop;
    int yields = 0;
    RunControl control;
    control.stop = stop.get_token();
    control.yield = [&] { yields += stop.request_stop() ? 1 : 0; };
    const Status status = Engine::check(m_path, control);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(yields, 1);
}

TEST_F(DamagedWeights, finiteWeightsWithoutAFiniteResultAreSaid) {
    const auto engine = open(damaged("detector.backbone.vision_backbone.trunk.ln_pre.weight", 3e38F)).value();
    const auto session = picture(*engine);
    EXPECT_THAT(messageOf(session->prepare()), HasSubstr("The model computes values that are not finite"));
    EXPECT_FALSE(session->isPrepared());
    const auto blind =
        open(damaged("detector.transformer.decoder.presence_token_head.layers.2.bias", 3e38F)).value();
    EXPECT_EQ(messageOf(find(*picture(*blind))), "accepted") << "a presence of 1";
}

} // namespace
} // namespace inference::test
