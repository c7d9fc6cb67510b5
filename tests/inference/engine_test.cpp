// SPDX-License-Identifier: Apache-2.0
#include "inference/api/engine.h"

#include "tests/support/inference/nano_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace inference::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class EngineTest : public ::testing::Test {
protected:
    static constexpr int kWidth = 90;
    static constexpr int kHeight = 60;

    std::filesystem::path written(const WeightFile& file) {
        const auto path = m_folder.path() / "nano.safetensors";
        file.write(path);
        return path;
    }
    std::unique_ptr<Engine> open(const WeightFile& file, std::size_t cacheBytes = std::size_t{1} << 24) {
        EngineOptions options;
        options.threads = 2;
        options.cacheBytes = cacheBytes;
        auto engine = Engine::open(written(file), options);
        EXPECT_TRUE(engine) << engine.error().message;
        return engine ? std::move(*engine) : nullptr;
    }
    std::string refusal(const WeightFile& file) {
        const auto engine = Engine::open(written(file));
        return engine ? std::string("accepted") : engine.error().message;
    }
    std::unique_ptr<ImageSession> session(Engine& engine, unsigned seed = 1) {
        std::mt19937 random(seed);
        std::vector<std::uint8_t> pixels(std::size_t{kWidth} * kHeight * 3);
        for (auto& value : pixels)
            value = static_cast<std::uint8_t>(random());
        return engine.openImage({pixels.data(), kWidth, kHeight, kWidth * 3, 3}).value();
    }
    static std::vector<float> numbers(const ConceptResult& result) {
        std::vector<float> all{result.presence};
        for (const Instance& instance : result.instances) {
            all.insert(all.end(),
                       {instance.score, instance.box.x0, instance.box.y0, instance.box.x1, instance.box.y1});
            all.insert(all.end(), instance.mask.values->begin(), instance.mask.values->end());
        }
        return all;
    }
    static std::vector<float> numbers(const std::vector<MaskCandidate>& candidates) {
        std::vector<float> all;
        for (const MaskCandidate& candidate : candidates) {
            all.push_back(candidate.iou);
            all.insert(all.end(), candidate.promptMask.values->begin(), candidate.promptMask.values->end());
        }
        return all;
    }
    static ConceptOptions everything() { return {0.0F}; }
    static ConceptPrompt phraseAndBoxes() {
        return {"cat", {{{10, 10, 40, 30}, true}, {{50, 20, 95, 50}, false}}};
    }
    static InstancePrompt clicks() {
        InstancePrompt prompt;
        prompt.points = {{20, 20, true}, {70, 40, false}};
        return prompt;
    }

    TempFolder m_folder;
};

TEST_F(EngineTest, saysWhatTheFileIs) {
    WeightFile file = nanoModel();
    file.tensors["tracker.maskmem_backbone.out_proj.bias"] = {{2}, {0, 0}};
    file.metadata["maskwright.card"] = "a toy";
    const auto info = Engine::inspect(written(file));
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_EQ(info->name, "Nano");
    EXPECT_EQ(info->family, "SAM 3");
    EXPECT_EQ(info->precision, "f32");
    EXPECT_EQ(info->imageSize, 56);
    EXPECT_EQ(info->maskSize, 16);
    EXPECT_GT(info->parameters, 10000U);
    EXPECT_TRUE(info->hasText);
    EXPECT_TRUE(info->hasExemplars);
    EXPECT_TRUE(info->hasClicks);
    EXPECT_TRUE(info->hasTracker);
    EXPECT_FLOAT_EQ(info->threshold, 0.4F);
    EXPECT_EQ(info->metadata.at("maskwright.card"), "a toy");
    EXPECT_EQ(info->metadata.count("maskwright.vocabulary"), 0U);
    EXPECT_EQ(open(file)->info().hash, info->hash);
    file.tensors["tracker.no_mem_embed"].values[3] += 1;
    EXPECT_NE(Engine::inspect(written(file))->hash, info->hash);
}

TEST_F(EngineTest, findsAConceptAndAnInstance) {
    const auto engine = open(nanoModel());
    const auto image = session(*engine);
    EXPECT_EQ(image->width(), kWidth);
    EXPECT_EQ(image->height(), kHeight);
    const auto found = image->segmentConcept(phraseAndBoxes(), everything());
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->instances.size(), 6U);
    for (const Instance& instance : found->instances) {
        EXPECT_EQ(instance.mask.width, 16);
        EXPECT_EQ(instance.mask.values->size(), 256U);
        EXPECT_TRUE(std::isfinite(instance.score + instance.box.x0 + instance.mask.values->at(7)));
    }
    const auto candidates = image->segmentInstance(clicks());
    ASSERT_TRUE(candidates) << candidates.error().message;
    EXPECT_EQ(candidates->size(), 3U);
    InstancePrompt refined = clicks();
    refined.multimask = false;
    refined.mask = candidates->at(1).promptMask;
    const auto single = image->segmentInstance(refined);
    ASSERT_TRUE(single) << single.error().message;
    EXPECT_EQ(single->size(), 1U);
}

TEST_F(EngineTest, minScoreSelectsWithoutChangingWhatRemains) {
    const auto engine = open(nanoModel());
    const auto image = session(*engine);
    const ConceptResult all = image->segmentConcept(phraseAndBoxes(), everything()).value();
    std::vector<float> scores;
    for (const Instance& instance : all.instances)
        scores.push_back(instance.score);
    std::sort(scores.begin(), scores.end());
    const float limit = scores[3];
    const ConceptResult some = image->segmentConcept(phraseAndBoxes(), {limit}).value();
    ASSERT_EQ(some.instances.size(), 3U);
    std::size_t next = 0;
    for (const Instance& instance : all.instances) {
        if (instance.score < limit)
            continue;
        EXPECT_FLOAT_EQ(some.instances[next].score, instance.score) << "query order";
        for (std::size_t i = 0; i < instance.mask.values->size(); ++i)
            EXPECT_NEAR(some.instances[next].mask.values->at(i), instance.mask.values->at(i), 1e-4);
        ++next;
    }
    EXPECT_TRUE(image->segmentConcept(phraseAndBoxes(), {2.0F}).value().instances.empty());
}

TEST_F(EngineTest, boxesAloneMeanThePlaceholderPhrase) {
    const auto engine = open(nanoModel());
    const auto image = session(*engine);
    ConceptPrompt boxes = phraseAndBoxes();
    boxes.text = " ";
    const auto implied = numbers(image->segmentConcept(boxes, everything()).value());
    boxes.text = "visual";
    EXPECT_EQ(implied, numbers(image->segmentConcept(boxes, everything()).value()));
    boxes.text = "dog";
    EXPECT_NE(implied, numbers(image->segmentConcept(boxes, everything()).value()));
}

TEST_F(EngineTest, embeddingsAreKeptBetweenPromptsAndSessions) {
    const auto engine = open(nanoModel());
    const auto image = session(*engine);
    EXPECT_FALSE(image->isPrepared());
    const auto stages = [](ImageSession& on) {
        std::vector<StageTime> times;
        RunControl control;
        control.timings = &times;
        EXPECT_TRUE(on.segmentConcept(phraseAndBoxes(), everything(), control));
        std::set<std::string> names;
        for (const StageTime& time : times)
            names.insert(time.stage);
        return names;
    };
    const std::set<std::string> first = stages(*image);
    for (const char* stage : {"preprocess", "image encoder", "necks", "text encoder", "geometry", "fusion",
                              "decoder", "scoring", "masks", "postprocess"})
        EXPECT_EQ(first.count(stage), 1U) << stage;
    EXPECT_TRUE(image->isPrepared());
    const std::set<std::string> second = stages(*image);
    EXPECT_EQ(second.count("image encoder"), 0U);
    EXPECT_EQ(second.count("text encoder"), 0U);
    EXPECT_EQ(second.count("decoder"), 1U);
    EXPECT_TRUE(session(*engine)->isPrepared()) << "the same pixels in another session";
    EXPECT_FALSE(session(*engine, 2)->isPrepared());
}

TEST_F(EngineTest, aDroppedImageIsEncodedAgain) {
    const auto engine = open(nanoModel(), 1);
    const auto first = session(*engine, 1);
    const auto second = session(*engine, 2);
    const auto before = numbers(first->segmentInstance(clicks()).value());
    ASSERT_TRUE(second->prepare());
    EXPECT_FALSE(first->isPrepared());
    EXPECT_EQ(numbers(first->segmentInstance(clicks()).value()), before);
}

TEST_F(EngineTest, everyCheckpointCanCancel) {
    const auto engine = open(nanoModel(), 1);
    const auto image = session(*engine);
    const auto expected = numbers(image->segmentConcept(phraseAndBoxes(), everything()).value());
    const auto expectedClicks = numbers(image->segmentInstance(clicks()).value());
    const auto other = session(*engine, 2);
    int checkpoints = 0;
    RunControl counting;
    counting.progress = [&](const Progress& /*at*/) { ++checkpoints; };
    ASSERT_TRUE(other->prepare());
    ASSERT_TRUE(image->segmentConcept(phraseAndBoxes(), everything(), counting));
    ASSERT_TRUE(other->prepare());
    ASSERT_TRUE(image->segmentInstance(clicks(), counting));
    ASSERT_GT(checkpoints, 20);
    int cancelled = 0;
    for (int stopAt = 0; stopAt < checkpoints; ++stopAt) {
        ASSERT_TRUE(other->prepare()); // drops the image's embeddings, so that the encoder runs
        std::stop_source source;
        int seen = 0;
        RunControl control;
        control.stop = source.get_token();
        control.progress = [&](const Progress& /*at*/) {
            if (seen++ == stopAt)
                source.request_stop();
        };
        const auto found = image->segmentConcept(phraseAndBoxes(), everything(), control);
        const auto clicked = found ? image->segmentInstance(clicks(), control) : std::vector<MaskCandidate>();
        if (!found || !clicked) {
            ++cancelled;
            EXPECT_EQ((found ? clicked.error() : found.error()).code, ErrorCode::Cancelled);
        }
    }
    EXPECT_GT(cancelled, checkpoints / 2);
    EXPECT_EQ(numbers(image->segmentConcept(phraseAndBoxes(), everything()).value()), expected);
    EXPECT_EQ(numbers(image->segmentInstance(clicks()).value()), expectedClicks);
}

TEST_F(EngineTest, anotherRequestMayRunWhileABackgroundEncodeYields) {
    const auto engine = open(nanoModel());
    const auto background = session(*engine, 1);
    const auto urgent = session(*engine, 2);
    const auto expected = numbers(urgent->segmentInstance(clicks()).value());
    int nested = 0;
    RunControl control;
    control.yield = [&] {
        if (nested++ % 50 == 0) {
            EXPECT_EQ(numbers(urgent->segmentInstance(clicks()).value()), expected);
        }
    };
    const auto interrupted =
        numbers(background->segmentConcept(phraseAndBoxes(), everything(), control).value());
    EXPECT_GT(nested, 10);
    const auto calm = open(nanoModel());
    EXPECT_EQ(numbers(session(*calm, 1)->segmentConcept(phraseAndBoxes(), everything()).value()),
              interrupted);
}

TEST_F(EngineTest, everyTensorProblemIsListedAtOnce) {
    WeightFile file = nanoModel();
    file.tensors.erase("detector.transformer.decoder.layers.1.catext_norm.bias");
    file.tensors.erase("tracker.no_mem_embed");
    file.tensors["detector.dot_prod_scoring.hs_proj.weight"] = {{16, 15}, std::vector<float>(240)};
    file.tensors["detector.stranger"] = {{1}, {0}};
    file.tensors["tracker.mask_downsample.weight"] = {{1}, {0}};
    EXPECT_THAT(refusal(file),
                AllOf(HasSubstr("missing: "),
                      HasSubstr("detector.transformer.decoder.layers.1.catext_norm.bias"),
                      HasSubstr("tracker.no_mem_embed"),
                      HasSubstr("detector.dot_prod_scoring.hs_proj.weight is [16, 15] instead of [16, 16]"),
                      HasSubstr("unknown: detector.stranger)")));
}

TEST_F(EngineTest, everyTensorOfTheFileIsNeeded) {
    const WeightFile whole = nanoModel();
    constexpr std::size_t kBatches = 10; // each lacks every tenth tensor
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        WeightFile file = whole;
        std::vector<std::string> removed;
        std::size_t index = 0;
        for (const auto& entry : whole.tensors)
            if (index++ % kBatches == batch)
                removed.push_back(entry.first);
        for (const std::string& name : removed)
            file.tensors.erase(name);
        const std::string message = refusal(file);
        for (const std::string& name : removed)
            EXPECT_NE(message.find(name), std::string::npos) << name << ": " << message.substr(0, 200);
    }
}

TEST_F(EngineTest, knownExtrasAreAccepted) {
    WeightFile file = nanoModel();
    for (const char* name :
         {"detector.backbone.vision_backbone.convs.3.conv_1x1.bias",
          "detector.geometry_encoder.points_pool_project.bias",
          "detector.segmentation_head.pixel_decoder.norms.2.bias", "tracker.maskmem_tpos_enc",
          "detector.backbone.vision_backbone.sam2_convs.3.conv_3x3.bias",
          "detector.backbone.vision_backbone.trunk.blocks.0.attn.freqs_cis",
          "detector.backbone.language_backbone.encoder.text_projection"})
        file.tensors[name] = {{1}, {0}};
    EXPECT_EQ(refusal(file), "accepted");
}

TEST_F(EngineTest, missingPartsAreSaidWhenAskedFor) {
    WeightFile file = nanoModel();
    file.metadata.erase("maskwright.vocabulary");
    const auto mute = open(file);
    EXPECT_FALSE(mute->info().hasText);
    const auto unread = session(*mute)->segmentConcept({"cat", {}});
    ASSERT_FALSE(unread);
    EXPECT_EQ(unread.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(unread.error().message, HasSubstr("vocabulary"));
    EXPECT_TRUE(session(*mute)->segmentInstance(clicks()));

    WeightFile words = nanoModel();
    for (auto it = words.tensors.begin(); it != words.tensors.end();)
        it = it->first.rfind("tracker.", 0) == 0 ? words.tensors.erase(it) : std::next(it);
    const auto detector = open(words);
    EXPECT_FALSE(detector->info().hasClicks);
    EXPECT_EQ(session(*detector)->segmentInstance(clicks()).error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(session(*detector)->segmentConcept(phraseAndBoxes()));
}

TEST_F(EngineTest, uselessPromptsAreRefused) {
    const auto engine = open(nanoModel());
    const auto image = session(*engine);
    const auto codeOf = [](const auto& result) { return result ? ErrorCode::Internal : result.error().code; };
    const float nan = std::nanf("");
    EXPECT_EQ(codeOf(image->segmentConcept({" \t", {}})), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(image->segmentConcept({"cat", {{{5, 5, 5, 9}, true}}})), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(image->segmentConcept({"cat", {{{nan, 5, 8, 9}, true}}})), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(image->segmentInstance({})), ErrorCode::InvalidArgument);
    InstancePrompt prompt;
    prompt.points = {{nan, 1, true}};
    EXPECT_EQ(codeOf(image->segmentInstance(prompt)), ErrorCode::InvalidArgument);
    prompt.points.clear();
    prompt.mask = MaskLogits{8, 8, std::make_shared<std::vector<float>>(64)};
    EXPECT_EQ(codeOf(image->segmentInstance(prompt)), ErrorCode::InvalidArgument);
    EXPECT_FALSE(image->isPrepared()) << "refused before any work";
    EXPECT_EQ(codeOf(engine->openImage({})), ErrorCode::InvalidArgument);
}

TEST_F(EngineTest, holesAreFilledAsTheFileSays) {
    WeightFile file = nanoModel();
    const auto filling = open(file);
    const auto filled = session(*filling)->segmentInstance(clicks()).value();
    file.metadata["maskwright.max_hole_area"] = "0";
    const auto engine = open(file);
    const auto plain = session(*engine)->segmentInstance(clicks()).value();
    EXPECT_EQ(numbers(filled), numbers(plain)) << "what goes back in is never filled";
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_EQ(std::count(plain[i].mask.values->begin(), plain[i].mask.values->end(), 10.0F), 0);
        // The grid has 256 pixels, so every component counts as small.
        EXPECT_TRUE(std::all_of(filled[i].mask.values->begin(), filled[i].mask.values->end(),
                                [](float value) { return value > 0; }));
    }
}

} // namespace
} // namespace inference::test
