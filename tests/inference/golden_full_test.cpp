// SPDX-License-Identifier: Apache-2.0
// The full-size model, made in memory, against the reference's samples of every stage. Takes 4 GB of memory
// and most of a minute on two cores, so it runs where GOLDEN_FULL is set; CLIP_VOCABULARY names
// bpe_simple_vocab_16e6.txt.gz.
#include "inference/session/postprocess.h"
#include "inference/session/preprocess.h"
#include "tests/support/inference/golden_case.h"
#include "tests/support/inference/synthetic_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace inference::test {
namespace {

std::filesystem::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

double unionShare(const std::vector<float>& logits, const Picture& mask) {
    std::size_t both = 0;
    std::size_t either = 0;
    for (std::size_t i = 0; i < std::min(logits.size(), mask.pixels.size()); ++i) {
        const bool ours = logits[i] > 0;
        const bool theirs = mask.pixels[i] > 127;
        both += ours && theirs ? 1 : 0;
        either += ours || theirs ? 1 : 0;
    }
    return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

class GoldenFull : public ::testing::Test {
protected:
    void SetUp() override {
        if (fromEnvironment("GOLDEN_FULL").empty())
            GTEST_SKIP() << "GOLDEN_FULL is not set";
        if (!std::filesystem::exists(goldenDir() / "full-image" / "index.json"))
            GTEST_SKIP() << "GOLDEN_DIR names no folder of reference tensors";
        if (!std::filesystem::exists(fromEnvironment("CLIP_VOCABULARY")))
            GTEST_SKIP() << "CLIP_VOCABULARY names no vocabulary";
    }

    static void report(const Comparison& comparison) {
        ASSERT_FALSE(comparison.stages.empty());
        const StageError worst = comparison.worst();
        std::printf("  %3zu stages, worst %-28s relative L2 %.2e, cosine %.9f\n", comparison.stages.size(),
                    worst.stage.c_str(), worst.relativeL2, worst.cosine);
        EXPECT_EQ(comparison.firstDeviation(), "") << "the first stage that deviates";
    }

    static void expectMask(GoldenCase& golden, const std::string& name, std::size_t index,
                           const MaskLogits& mask) {
        const auto path = golden.folder() / name / ("final_mask" + std::to_string(index) + ".png");
        if (!std::filesystem::exists(path))
            return;
        const double share = unionShare(golden.enlarged(mask), readPng(path));
        std::printf("      %s mask %zu: IoU %.6f\n", name.c_str(), index, share);
        EXPECT_GT(share, 0.999) << name << " mask " << index;
    }

    static void expectConcept(GoldenCase& golden, const nlohmann::json& prompt) {
        const std::string name = prompt["name"].get<std::string>();
        const auto found = golden.findConcept(prompt);
        ASSERT_TRUE(found) << found.error().message;
        const std::vector<float> scores = golden.reference(name + "/final_scores").values;
        std::size_t kept = 0;
        for (const Instance& instance : found->instances) {
            if (!(instance.score > golden.config()["confidence_threshold"].get<float>()))
                continue;
            ASSERT_LT(kept, scores.size());
            EXPECT_NEAR(instance.score, scores[kept], 1e-3);
            expectMask(golden, name, kept, instance.mask);
            ++kept;
        }
        EXPECT_EQ(kept, scores.size());
    }

    static void expectInstance(GoldenCase& golden, const nlohmann::json& prompt) {
        const std::string name = prompt["name"].get<std::string>();
        const auto candidates = golden.instance(prompt);
        ASSERT_TRUE(candidates) << candidates.error().message;
        const std::vector<float> iou = golden.reference(name + "/iou").values;
        ASSERT_EQ(candidates->size(), iou.size());
        for (std::size_t i = 0; i < candidates->size(); ++i) {
            EXPECT_NEAR((*candidates)[i].iou, iou[i], 1e-3);
            expectMask(golden, name, i, (*candidates)[i].mask);
        }
    }
};

TEST_F(GoldenFull, fullModelAgreesInEveryStage) {
    GoldenCase golden(goldenDir() / "full-image", makeSyntheticSource(goldenDir() / "manifest-sam3.json"),
                      fromEnvironment("CLIP_VOCABULARY"));
    inference::Run run{*golden.engine().device};
    const int side = golden.engine().info.imageSize;
    const auto pixels = resizeToSquare(golden.picture().view(), side, golden.engine().device->threads());
    report(golden.compareImage(ops::toHost(run, normalisePixels(run, pixels, side)).value()));
    for (const auto& prompt : golden.config()["cases"]) {
        SCOPED_TRACE(prompt["name"].get<std::string>());
        report(golden.comparePrompt(prompt));
        if (prompt["kind"] == "pcs")
            expectConcept(golden, prompt);
        else
            expectInstance(golden, prompt);
    }
}

} // namespace
} // namespace inference::test
