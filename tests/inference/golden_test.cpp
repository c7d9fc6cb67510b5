// SPDX-License-Identifier: Apache-2.0
// Holds every stage against tensors of the reference, which lie in the folder that GOLDEN_DIR names.
#include "inference/session/postprocess.h"
#include "inference/session/preprocess.h"
#include "tests/support/inference/golden_case.h"
#include "tests/support/inference/nano_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace inference::test {
namespace {

class Golden : public ::testing::Test {
protected:
    void SetUp() override {
        if (goldenDir().empty() ||
            !std::filesystem::exists(goldenDir() / "tiny-image" / "weights.safetensors"))
            GTEST_SKIP() << "GOLDEN_DIR names no folder of reference tensors";
    }

    static std::filesystem::path folder(const char* name) { return goldenDir() / name; }
    static std::filesystem::path tinyWeights() { return folder("tiny-image") / "weights.safetensors"; }

    /// The tiny model with its sizes and vocabulary in the metadata, as another fixture folder states them.
    WeightFile tinyModel(const char* sizesOf = "tiny-image") {
        WeightFile file = WeightFile::read(tinyWeights());
        file.metadata["maskwright.config"] = readJson(folder(sizesOf) / "config.json")["model"].dump();
        std::filesystem::copy_file(folder("tiny-image") / "vocabulary.txt.gz",
                                   m_temp.path() / "vocabulary.txt.gz",
                                   std::filesystem::copy_options::overwrite_existing);
        return file;
    }
    std::filesystem::path written(const WeightFile& file) {
        file.write(m_temp.path() / "model.safetensors");
        return m_temp.path() / "model.safetensors";
    }

    TempFolder m_temp;
};

void expectAgreement(const Comparison& comparison) {
    EXPECT_FALSE(comparison.stages.empty());
    const StageError worst = comparison.worst();
    std::printf("  %3zu stages, worst %-28s relative L2 %.2e, cosine %.9f\n", comparison.stages.size(),
                worst.stage.c_str(), worst.relativeL2, worst.cosine);
    EXPECT_EQ(comparison.firstDeviation(), "") << "the first stage that deviates";
    for (const StageError& stage : comparison.stages) {
        if (stage.deviates(comparison.maxRelativeL2)) {
            std::printf("      DEVIATES %-28s relative L2 %.2e, cosine %.9f%s\n", stage.stage.c_str(),
                        stage.relativeL2, stage.cosine,
                        stage.missing ? " (not computed, or of another size)" : "");
        }
    }
}

double relativeError(const std::vector<float>& ours, const std::vector<float>& theirs) {
    double difference = 0;
    double norm = 0;
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
        difference += std::pow(static_cast<double>(ours[i]) - theirs[i], 2);
        norm += std::pow(static_cast<double>(theirs[i]), 2);
    }
    return ours.size() == theirs.size() ? std::sqrt(difference / std::max(norm, 1e-30)) : 1;
}

/// Pixels in which the enlarged logits and a 0/255 picture differ.
std::ptrdiff_t differingPixels(const std::vector<float>& logits, const Picture& mask) {
    std::ptrdiff_t count = 0;
    for (std::size_t i = 0; i < logits.size(); ++i)
        count += (logits[i] > 0) != (mask.pixels[i] > 127) ? 1 : 0;
    return logits.size() == mask.pixels.size() ? count : -1;
}

void expectMask(GoldenCase& golden, const std::string& name, std::size_t index, const MaskLogits& mask) {
    const auto path = golden.folder() / name / ("final_mask" + std::to_string(index) + ".png");
    if (std::filesystem::exists(path)) {
        EXPECT_EQ(differingPixels(golden.enlarged(mask), readPng(path)), 0) << name << " mask " << index;
    }
}

void expectConceptResult(GoldenCase& golden, const nlohmann::json& prompt) {
    const std::string name = prompt["name"].get<std::string>();
    const auto found = golden.findConcept(prompt);
    ASSERT_TRUE(found) << found.error().message;
    const float threshold = golden.config()["confidence_threshold"].get<float>();
    std::vector<float> scores;
    std::vector<float> boxes;
    for (const Instance& instance : found->instances) {
        if (!(instance.score > threshold))
            continue;
        expectMask(golden, name, scores.size(), instance.mask);
        if (scores.empty() && std::filesystem::exists(golden.folder() / name / "final_probs0.npy")) {
            std::vector<float> probabilities = golden.enlarged(instance.mask);
            for (float& value : probabilities)
                value = 1.0F / (1.0F + std::exp(-value));
            EXPECT_LT(relativeError(probabilities, golden.reference(name + "/final_probs0").values), 1e-4);
        }
        scores.push_back(instance.score);
        boxes.insert(boxes.end(), {instance.box.x0, instance.box.y0, instance.box.x1, instance.box.y1});
    }
    EXPECT_LT(relativeError(scores, golden.reference(name + "/final_scores").values), 1e-5) << name;
    EXPECT_LT(relativeError(boxes, golden.reference(name + "/final_boxes").values), 1e-5) << name;
}

void expectInstanceResult(GoldenCase& golden, const nlohmann::json& prompt) {
    const std::string name = prompt["name"].get<std::string>();
    const auto candidates = golden.instance(prompt);
    ASSERT_TRUE(candidates) << candidates.error().message;
    std::vector<float> iou;
    std::vector<float> lowRes;
    for (std::size_t i = 0; i < candidates->size(); ++i) {
        const MaskCandidate& candidate = (*candidates)[i];
        iou.push_back(candidate.iou);
        lowRes.insert(lowRes.end(), candidate.promptMask.values->begin(), candidate.promptMask.values->end());
        expectMask(golden, name, i, candidate.mask);
    }
    EXPECT_LT(relativeError(iou, golden.reference(name + "/iou").values), 1e-4) << name;
    EXPECT_LT(relativeError(lowRes, golden.reference(name + "/low_res").values), 1e-4) << name;
    if (std::filesystem::exists(golden.folder() / name / "final_logits0.npy")) {
        const std::vector<float> large = golden.enlarged(candidates->front().mask);
        EXPECT_LT(relativeError(large, golden.reference(name + "/final_logits0").values), 1e-4) << name;
    }
}

void expectTokens(GoldenCase& golden, const nlohmann::json& prompt) {
    std::string text = golden.conceptPrompt(prompt).text;
    if (text.empty())
        text = "visual";
    std::vector<float> ids;
    for (const std::int32_t id : golden.engine().model->tokenizer()->encode(text))
        ids.push_back(static_cast<float>(id));
    EXPECT_EQ(ids, golden.reference(prompt["name"].get<std::string>() + "/tokens").values);
}

void expectEverything(GoldenCase& golden, const std::vector<float>& input) {
    expectAgreement(golden.compareImage(input));
    for (const auto& prompt : golden.config()["cases"]) {
        SCOPED_TRACE(prompt["name"].get<std::string>());
        expectAgreement(golden.comparePrompt(prompt));
        if (prompt["kind"] == "pcs") {
            expectTokens(golden, prompt);
            expectConceptResult(golden, prompt);
        } else {
            expectInstanceResult(golden, prompt);
        }
    }
}

std::vector<float> preprocessed(GoldenCase& golden) {
    Run run{*golden.engine().device};
    const int side = golden.engine().info.imageSize;
    const auto pixels = resizeToSquare(golden.picture().view(), side, golden.engine().device->threads());
    return ops::toHost(run, normalisePixels(run, pixels, side)).value();
}

float largestGreyDifference(const std::vector<float>& a, const std::vector<float>& b) {
    float largest = a.size() == b.size() ? 0.0F : 255.0F;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]) * 127.5F);
    return largest;
}

TEST_F(Golden, tinyModelAgreesInEveryStage) {
    GoldenCase golden(folder("tiny-image"), tinyWeights());
    expectEverything(golden, golden.referenceInput());
}

TEST_F(Golden, tinyModelAgreesFromThePictureOn) {
    GoldenCase golden(folder("tiny-image"), tinyWeights());
    const std::vector<float> input = preprocessed(golden);
    EXPECT_LT(largestGreyDifference(input, golden.referenceInput()), 1.01F);
    expectEverything(golden, input);
}

TEST_F(Golden, paddedWindowsAgreeInEveryStage) {
    GoldenCase golden(folder("tiny-pad"), written(tinyModel("tiny-pad")));
    EXPECT_LT(largestGreyDifference(preprocessed(golden), golden.referenceInput()), 1.01F);
    expectEverything(golden, golden.referenceInput());
}

TEST_F(Golden, resizeAgreesWithTheLargePicture) {
    const auto large = folder("full-image");
    if (!std::filesystem::exists(large / "image" / "input.npy"))
        GTEST_SKIP() << "no full-image folder";
    const Picture picture = readPng(large / "image.png");
    constexpr int kSide = 1008;
    ThreadPool threads(2);
    const auto pixels = resizeToSquare(picture.view(), kSide, threads);
    const FloatTensor sample = readNpy(large / "image" / "input.npy");
    const std::uint64_t count = pixels.size();
    float largest = 0;
    for (std::uint64_t j = 0; j < sample.values.size(); ++j) {
        const std::uint64_t index = j * 2654435761U % count; // of [3,R,R], see the fixtures' rule
        const std::uint64_t pixel = index % (kSide * kSide) * 3 + index / (kSide * kSide);
        largest = std::max(largest, std::abs(pixels[pixel] - (sample.values[j] + 1) * 127.5F));
    }
    EXPECT_LT(largest, 1.01F);
}

TEST_F(Golden, halfPrecisionWeightsStayClose) {
    for (const DType type : {DType::F16, DType::BF16}) {
        WeightFile file = tinyModel();
        file.type = type;
        GoldenCase golden(folder("tiny-image"), written(file));
        const Comparison image = golden.compareImage(golden.referenceInput());
        const auto trunk = std::find_if(image.stages.begin(), image.stages.end(),
                                        [](const StageError& stage) { return stage.stage == "image/trunk"; });
        ASSERT_NE(trunk, image.stages.end());
        // The reference with rounded weights deviates by 4.7e-4 and 4.0e-3.
        EXPECT_LT(trunk->relativeL2, type == DType::F16 ? 7e-4 : 6e-3);
        EXPECT_GT(trunk->relativeL2, 1e-5) << "the weights were not rounded at all";
    }
}

/// Where channel `c` of a head stands after its pairs (2p, 2p+1) were spread over the two halves (p, p +
/// headDim/2).
std::size_t spreadChannel(std::size_t c, std::size_t headDim) {
    const std::size_t inHead = c % headDim;
    return c - inHead + inHead / 2 + inHead % 2 * (headDim / 2);
}

/// The model's rotation turns neighbours. With the rows of q and k reordered it turns what the original
/// weights have in channels p and p + headDim/2, and with the computed stages put back in order that is
/// exactly the other convention.
TEST_F(Golden, ropeOnHalvesInsteadOfNeighboursIsNoticed) {
    WeightFile file = tinyModel();
    const auto config = readJson(folder("tiny-image") / "config.json")["model"];
    const auto width = config["vit_dim"].get<std::size_t>();
    const std::size_t headDim = width / config["vit_heads"].get<std::size_t>();
    for (const char* part : {"weight", "bias"}) {
        auto& values =
            file.tensors[std::string("detector.backbone.vision_backbone.trunk.blocks.0.attn.qkv.") + part]
                .values;
        const std::size_t row = values.size() / (3 * width);
        const std::vector<float> original = values;
        for (std::size_t c = 0; c < 2 * width; ++c)
            std::copy_n(original.begin() + static_cast<std::ptrdiff_t>(spreadChannel(c, headDim) * row), row,
                        values.begin() + static_cast<std::ptrdiff_t>(c * row));
    }
    const auto restore = [&](Taps& taps) {
        for (const char* stage : {"block00_qkv", "block00_q_rope", "block00_k_rope"}) {
            FloatTensor& tensor = taps.at(stage);
            const auto columns = static_cast<std::size_t>(tensor.shape.back());
            const std::vector<float> computed = tensor.values;
            for (std::size_t i = 0; i < computed.size(); ++i)
                if (const std::size_t c = i % columns; c < 2 * width)
                    tensor.values[i - c + spreadChannel(c, headDim)] = computed[i];
        }
    };
    GoldenCase golden(folder("tiny-image"), written(file));
    const Comparison image = golden.compareImage(golden.referenceInput(), restore);
    EXPECT_EQ(image.firstDeviation(), "image/block00_q_rope");
    EXPECT_GT(image.worst().relativeL2, 0.5);
}

TEST_F(Golden, aMissingBiasIsNoticed) {
    WeightFile file = tinyModel();
    auto& bias = file.tensors.at("detector.transformer.encoder.layers.1.self_attn.out_proj.bias").values;
    std::fill(bias.begin(), bias.end(), 0.0F);
    GoldenCase golden(folder("tiny-image"), written(file));
    EXPECT_EQ(golden.compareImage(golden.referenceInput()).firstDeviation(), "");
    EXPECT_EQ(golden.comparePrompt(golden.config()["cases"][0]).firstDeviation(), "text/fusion_layer1");
}

TEST_F(Golden, swappedExemplarLabelsAreNoticed) {
    WeightFile file = tinyModel();
    auto& rows = file.tensors.at("detector.geometry_encoder.label_embed.weight").values;
    std::rotate(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2), rows.end());
    GoldenCase golden(folder("tiny-image"), written(file));
    EXPECT_EQ(golden.compareImage(golden.referenceInput()).firstDeviation(), "");
    EXPECT_EQ(golden.comparePrompt(golden.config()["cases"][0]).firstDeviation(), "") << "no box, no label";
    EXPECT_EQ(golden.comparePrompt(golden.config()["cases"][2]).firstDeviation(), "text-box/geo_boxes");
}

TEST_F(Golden, theWeightGeneratorIsTheReferences) {
    int compared = 0;
    for (const auto& [name, tensor] : tinyModel().tensors) {
        if (isKnownExtra(name))
            continue;
        ++compared;
        EXPECT_EQ(generateTensor(name, tensor.shape).values, tensor.values) << name;
    }
    EXPECT_GT(compared, 400);
}

} // namespace
} // namespace inference::test
