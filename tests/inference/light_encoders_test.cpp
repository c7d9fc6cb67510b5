// SPDX-License-Identifier: Apache-2.0
#include "inference/api/engine.h"
#include "inference/base/trace.h"
#include "inference/device/device.h"
#include "inference/model/efficient_vit.h"
#include "inference/model/mobile_clip.h"
#include "inference/model/rep_vit.h"
#include "inference/model/tiny_vit.h"
#include "inference/ops/ops.h"
#include "tests/support/inference/light_files.h"
#include "tests/support/inference/light_statement.h"
#include "tests/support/inference/nano_model.h"
#include "tests/support/inference/tensor_matchers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <numeric>

namespace inference::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class LightEncoders : public ::testing::Test {
protected:
    using Run = inference::Run;

    LightEncoders() {
        m_config.imageSize = 72;
        m_config.patchSize = 18; // the trunk's map of 3x3 is spread over a grid of 4x4
        m_config.vitDim = 16;
        m_config.dModel = 16;
        m_config.vocabularySize = 600;
        m_config.contextLength = 16;
    }

    template <class Encoder> Status load(const WeightFile& file, std::unique_ptr<Encoder>& encoder) {
        const auto path = m_folder.path() / "weights.safetensors";
        file.write(path);
        WeightLoader loader(openWeights(path).value(), *m_device);
        encoder = std::make_unique<Encoder>(loader.root() / "model", m_config);
        return loader.finish([](std::string_view name) { return name == "model.encoder.projection_layer"; });
    }
    template <class Encoder> std::unique_ptr<Encoder> loaded(const WeightFile& file) {
        std::unique_ptr<Encoder> encoder;
        const Status status = load(file, encoder);
        EXPECT_TRUE(status) << status.error().message;
        return encoder;
    }
    template <class Encoder> std::string refusal(const WeightFile& file) {
        std::unique_ptr<Encoder> encoder;
        const Status status = load(file, encoder);
        return status ? "accepted" : status.error().message;
    }
    static WeightFile made(const Manifest& manifest) {
        WeightFile file;
        addTensors(file, "model.", manifest);
        return file;
    }
    FloatTensor pixels() const {
        const std::int64_t side = m_config.imageSize;
        return {{side, side, 3}, generate("pixels", static_cast<std::size_t>(side * side * 3), 1, 0)};
    }
    static Plane asPlane(const FloatTensor& x) {
        return {x.shape[0], x.shape[1], x.shape[2], {x.values.begin(), x.values.end()}};
    }
    Tensor asTensor(const Plane& x, const Shape& shape) {
        const std::vector<float> values(x.values.begin(), x.values.end());
        return ops::fromHost(m_run, values, shape);
    }
    template <class Encoder>
    void expectStated(const WeightFile& file,
                      Plane (*stated)(const WeightFile&, const std::string&, const Plane&, int)) {
        const FloatTensor input = pixels();
        const auto encoder = loaded<Encoder>(file);
        ASSERT_FALSE(HasFailure());
        const Tensor map = (*encoder)(m_run, ops::fromHost(m_run, input.values, input.shape)).value();
        const Tensor expected = asTensor(stated(file, "model.", asPlane(input), m_config.grid()), {4, 4, 16});
        EXPECT_TENSOR_NEAR(map, expected, 1e-4);
        EXPECT_LT(difference(map, expected).relativeNorm, 1e-5);
    }
    Tensor rowsOf(const MobileClip& encoder, const std::vector<std::int32_t>& ids) {
        return encoder(m_run, ids).value();
    }
    Tensor statedRows(const WeightFile& file, const std::vector<std::int32_t>& ids, std::int64_t words) {
        const Plane all = statedMobileClip(file, "model.", ids);
        return asTensor(all, {all.width, all.channels}).rows(0, words);
    }
    static std::vector<std::int32_t> phrase(std::size_t context) {
        std::vector<std::int32_t> ids{598, 17, 230, 5, 599};
        ids.resize(context, 0);
        return ids;
    }

    TempFolder m_folder;
    std::unique_ptr<Device> m_device = openDevice(DeviceChoice::Cpu, 2).value();
    Run m_run{*m_device};
    Config m_config;
};

std::vector<int> odd(int first, int last) {
    std::vector<int> list;
    for (int i = first; i <= last; i += 2)
        list.push_back(i);
    return list;
}

std::vector<int> joined(std::vector<std::vector<int>> lists) {
    return std::accumulate(lists.begin(), lists.end(), std::vector<int>(),
                           [](std::vector<int> all, const auto& list) {
                               all.insert(all.end(), list.begin(), list.end());
                               return all;
                           });
}

std::size_t parameters(const Manifest& manifest) {
    std::size_t total = 0;
    for (const auto& [name, shape] : manifest)
        if (name.find("running_") == std::string::npos && name.find("num_batches") == std::string::npos)
            total += static_cast<std::size_t>(elementCount(shape));
    return total;
}

TEST(LightManifests, haveTheSpecificationsCounts) {
    const Manifest b0 = efficientVitManifest({{8, 16, 32, 64, 128}, {1, 2, 2, 2, 2}, 16, 1024});
    const Manifest b1 = efficientVitManifest({{16, 32, 64, 128, 256}, {1, 2, 3, 3, 4}, 16, 1024});
    const Manifest b2 = efficientVitManifest({{24, 48, 96, 192, 384}, {1, 3, 4, 4, 6}, 32, 1024});
    EXPECT_EQ(b0.size(), 194U);
    EXPECT_EQ(b1.size(), 269U);
    EXPECT_EQ(b2.size(), 362U);
    EXPECT_EQ(parameters(b1), 4643936U + 9702400U);
    const Manifest m09 = repVitManifest(
        {{48, 96, 192, 384}, {3, 7, 23, 26}, joined({{1, 5}, odd(9, 21), {25}}), {16, 24, 48, 96}, 1024});
    const Manifest m11 = repVitManifest(
        {{64, 128, 256, 512}, {3, 7, 21, 24}, joined({{1, 5}, odd(9, 19), {23}}), {16, 32, 64, 128}, 1024});
    const Manifest m23 = repVitManifest({{80, 160, 320, 640},
                                         {7, 15, 51, 54},
                                         joined({{1, 3, 5, 9, 11, 13}, odd(17, 49), {53}}),
                                         {24, 40, 80, 160},
                                         1024});
    EXPECT_EQ(m09.size(), 707U);
    EXPECT_EQ(m11.size(), 653U);
    EXPECT_EQ(m23.size(), 1463U);
    EXPECT_EQ(parameters(m23), 22404232U + 10095616U);
    const std::vector<int> blocks{2, 2, 6, 2};
    const std::vector<std::int64_t> window{0, 7, 14, 7};
    const Manifest tiny = tinyVitManifest({{64, 128, 256, 448}, blocks, window, 1024});
    EXPECT_EQ(tiny.size(), 300U);
    EXPECT_EQ(parameters(tiny), 10547076U + 9899008U);
    const Manifest s0 = mobileClipManifest({512, 6, {0, 5}, 49408, 16, 256});
    const Manifest s1 = mobileClipManifest({512, 12, {}, 49408, 77, 256});
    EXPECT_EQ(s0.size(), 111U);
    EXPECT_EQ(s1.size(), 151U);
    EXPECT_EQ(parameters(s0), 42541312U);
    EXPECT_EQ(parameters(s1), 63559424U);
}

TEST_F(LightEncoders, efficientVitIsWhatTheSpecificationStates) {
    expectStated<EfficientVit>(made(efficientVitManifest({})), statedEfficientVit);
}

TEST_F(LightEncoders, repVitIsWhatTheSpecificationStates) {
    expectStated<RepVit>(made(repVitManifest({})), statedRepVit);
}

TEST_F(LightEncoders, tinyVitIsWhatTheSpecificationStates) { // windows of 4, 5 and 2 on maps of 9, 5 and 3
    expectStated<TinyVit>(made(tinyVitManifest({})), statedTinyVit);
}

TEST_F(LightEncoders, mobileClipIsWhatTheSpecificationStates) {
    const WeightFile file = made(mobileClipManifest({}));
    const auto encoder = loaded<MobileClip>(file);
    ASSERT_FALSE(HasFailure());
    const Tensor rows = rowsOf(*encoder, phrase(16));
    EXPECT_TENSOR_NEAR(rows, statedRows(file, phrase(16), 5), 2e-5);
}

TEST_F(LightEncoders, mixersReachFiveTokensAndSeeZerosBeyondTheContext) {
    MobileClipSizes sizes;
    sizes.blocks = 1;
    sizes.mixers = {0};
    WeightFile file = made(mobileClipManifest(sizes));
    auto& positions = file.tensors.at("model.encoder.positional_embedding.pos_embed.pos_embed").values;
    std::fill(positions.begin(), positions.end(), 0.0F);
    const auto encoder = loaded<MobileClip>(file);
    ASSERT_FALSE(HasFailure());
    const Tensor plain = rowsOf(*encoder, std::vector<std::int32_t>(16, 7));
    for (const std::size_t impulse : {std::size_t{0}, std::size_t{5}, std::size_t{15}}) {
        std::vector<std::int32_t> ids(16, 7);
        ids[impulse] = 301;
        const Tensor rows = rowsOf(*encoder, ids);
        EXPECT_TENSOR_NEAR(rows, statedRows(file, ids, 16), 2e-5);
        for (std::size_t t = 0; t < 16; ++t) { // two kernels of eleven taps in a row
            const auto at = static_cast<std::int64_t>(t);
            const std::size_t distance = std::max(t, impulse) - std::min(t, impulse);
            EXPECT_EQ(difference(rows.rows(at, at + 1), plain.rows(at, at + 1)).largest > 0, distance <= 10)
                << impulse << " " << t;
        }
    }
}

TEST_F(LightEncoders, paddingTakesPartInThePhrase) {
    MobileClipSizes sizes;
    sizes.positions = 77;
    const WeightFile file = made(mobileClipManifest(sizes));
    const auto encoder = loaded<MobileClip>(file);
    ASSERT_FALSE(HasFailure());
    const Tensor shorter = rowsOf(*encoder, phrase(16));
    const Tensor longer = rowsOf(*encoder, phrase(32));
    EXPECT_EQ(shorter.shape(), longer.shape());
    EXPECT_GT(difference(shorter, longer).relativeNorm, 1e-3);
}

TEST_F(LightEncoders, aPositionTableThatIsTooShortIsRefused) {
    MobileClipSizes sizes;
    sizes.positions = 8;
    EXPECT_THAT(refusal<MobileClip>(made(mobileClipManifest(sizes))),
                HasSubstr("pos_embed is [1, 1, 8, 128] instead of [1, 1, 16, 128]"));
}

TEST_F(LightEncoders, negativeVariancesAndFoldsThatOverflowAreRefused) {
    const char* const variance = "model.backbone.model.features.3.token_mixer.0.bn.running_var";
    WeightFile file = made(repVitManifest({}));
    file.tensors.at(variance).values[2] = -0.25F;
    EXPECT_THAT(refusal<RepVit>(file), AllOf(HasSubstr("variances are negative"), HasSubstr(variance)));
    file = made(repVitManifest({}));
    file.tensors.at(variance).values[2] = 0;
    file.tensors.at("model.backbone.model.features.3.token_mixer.0.bn.weight").values[2] = 3e38F;
    EXPECT_THAT(refusal<RepVit>(file), HasSubstr("not finite"));
    file.tensors.at(variance).values[2] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_THAT(refusal<RepVit>(file), HasSubstr("not finite"));
}

TEST_F(LightEncoders, whatIsMissingOrMisshapenIsNamed) {
    WeightFile file = made(efficientVitManifest({}));
    file.tensors.erase("model.backbone.model.stages.2.op_list.0.main.depth_conv.conv.bias");
    file.tensors.at("model.head.0.weight").shape = {12, 32, 1, 1};
    EXPECT_THAT(refusal<EfficientVit>(file),
                AllOf(HasSubstr("stages.2.op_list.0.main.depth_conv.conv.bias"),
                      HasSubstr("model.head.0.weight is [12, 32, 1, 1] instead of [16, 24, 1, 1]")));
    file = made(tinyVitManifest({}));
    auto& biases = file.tensors.at("model.backbone.model.layers.1.blocks.0.attn.attention_biases");
    biases = {{1, 15}, std::vector<float>(15)};
    EXPECT_THAT(refusal<TinyVit>(file), HasSubstr("attention_biases is [1, 15] instead of [1, 16]"));
}

/// Every tensor in turn missing, empty or without its first dimension: always a sentence, never a crash.
template <class Encoder>
void damageEach(const WeightFile& whole, const std::function<std::string(const WeightFile&)>& refusal) {
    for (const auto& entry : whole.tensors) {
        if (entry.first == "model.encoder.projection_layer")
            continue;
        SCOPED_TRACE(entry.first);
        WeightFile file = whole;
        file.tensors.erase(entry.first);
        EXPECT_NE(refusal(file), "accepted");
        file.tensors[entry.first] = {Shape(entry.second.shape.size(), 0), {}};
        EXPECT_NE(refusal(file), "accepted");
        file.tensors[entry.first] = {{3}, {1, 2, 3}};
        EXPECT_NE(refusal(file), "accepted");
    }
}

TEST_F(LightEncoders, anyDamagedTensorIsRefused) {
    damageEach<RepVit>(made(repVitManifest({{4, 4, 4, 4}, {1, 2, 3, 4}, {1}, {2, 2, 2, 2}, 16})),
                       [&](const WeightFile& file) { return refusal<RepVit>(file); });
    damageEach<TinyVit>(made(tinyVitManifest({{4, 32, 32, 32}, {1, 1, 1, 1}, {0, 2, 2, 2}, 16})),
                        [&](const WeightFile& file) { return refusal<TinyVit>(file); });
    damageEach<EfficientVit>(made(efficientVitManifest({{4, 4, 4, 4, 4}, {1, 1, 1, 1, 1}, 2, 16})),
                             [&](const WeightFile& file) { return refusal<EfficientVit>(file); });
    damageEach<MobileClip>(made(mobileClipManifest({64, 2, {0}, 600, 16, 16})),
                           [&](const WeightFile& file) { return refusal<MobileClip>(file); });
}

TEST_F(LightEncoders, mapsHaveTheSpecificationsSizes) { // b0 as published, at 1008
    m_config = Config();
    const WeightFile file = made(efficientVitManifest({{8, 16, 32, 64, 128}, {1, 2, 2, 2, 2}, 16, 1024}));
    const auto encoder = loaded<EfficientVit>(file);
    ASSERT_FALSE(HasFailure());
    std::map<std::string, Shape> shapes;
    Trace trace;
    trace.setTapSink([&](const std::string& name, const Tensor& tensor) { shapes[name] = tensor.shape(); });
    m_run.trace = &trace;
    const FloatTensor input = pixels();
    const auto map = (*encoder)(m_run, ops::fromHost(m_run, input.values, input.shape));
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_EQ(shapes.at("light_trunk"), (Shape{32, 32, 128}));
    EXPECT_EQ(shapes.at("light_head"), (Shape{32, 32, 1024}));
    EXPECT_EQ(map->shape(), (Shape{72, 72, 1024}));
}

TEST_F(LightEncoders, aStoppedEncodeEnds) {
    const auto encoder = loaded<TinyVit>(made(tinyVitManifest({})));
    ASSERT_FALSE(HasFailure());
    std::stop_source source;
    Run run{*m_device, source.get_token()};
    int reports = 0;
    run.progress = [&](const Progress&) {
        if (++reports == 3)
            source.request_stop();
    };
    const FloatTensor input = pixels();
    const auto map = (*encoder)(run, ops::fromHost(run, input.values, input.shape));
    ASSERT_FALSE(map);
    EXPECT_EQ(map.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reports, 3);
}

/// The toy model with a light trunk and text encoder in place of its own, and nothing else that the published
/// EfficientSAM3 files lack.
WeightFile lightModel() {
    WeightFile file = nanoModel();
    for (const char* part :
         {"detector.backbone.vision_backbone.trunk.", "detector.backbone.vision_backbone.sam2_convs.",
          "detector.backbone.language_backbone.", "detector.geometry_encoder.", "tracker."})
        std::erase_if(file.tensors, [&](const auto& entry) { return entry.first.rfind(part, 0) == 0; });
    MobileClipSizes text;
    text.width = 512; // the only ones that the program knows are 512 and 768
    text.blocks = 2;
    text.vocabulary = 518;
    addTensors(file, "detector.backbone.vision_backbone.trunk.model.", efficientVitManifest({}));
    addTensors(file, "detector.backbone.language_backbone.", mobileClipManifest(text));
    file.metadata["maskwright.config"] =
        R"({"image_size":72,"patch_size":18,"vit_heads":2,"context_length":16})";
    return file;
}

TEST_F(LightEncoders, aWholeModelFindsByPhraseAlone) {
    const auto path = m_folder.path() / "light.safetensors";
    lightModel().write(path);
    const auto engine = Engine::open(path);
    ASSERT_TRUE(engine) << engine.error().message;
    EXPECT_EQ((*engine)->info().family, "EfficientSAM3");
    EXPECT_TRUE((*engine)->info().hasText);
    EXPECT_FALSE((*engine)->info().hasExemplars);
    EXPECT_FALSE((*engine)->info().hasClicks);
    const std::vector<std::uint8_t> picture(std::size_t{20} * 10 * 3, 90);
    const auto session = (*engine)->openImage({picture.data(), 20, 10, 60, 3});
    ASSERT_TRUE(session) << session.error().message;
    ConceptPrompt prompt;
    prompt.text = "cat";
    ConceptOptions options;
    options.minScore = 0;
    const auto cats = (*session)->segmentConcept(prompt, options, {});
    ASSERT_TRUE(cats) << cats.error().message;
    EXPECT_EQ(cats->instances.size(), 6U);
    prompt.text = "dog";
    const auto dogs = (*session)->segmentConcept(prompt, options, {});
    ASSERT_TRUE(dogs) << dogs.error().message;
    EXPECT_NE(cats->instances[0].score, dogs->instances[0].score);
    prompt.boxes.push_back({{1, 1, 9, 9}, true});
    const auto boxed = (*session)->segmentConcept(prompt, options, {});
    ASSERT_FALSE(boxed);
    EXPECT_THAT(boxed.error().message, HasSubstr("example boxes"));
}

} // namespace
} // namespace inference::test
