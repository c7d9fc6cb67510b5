// SPDX-License-Identifier: Apache-2.0
// The model that comes with the program, held against figures that PyTorch computed with the same weights.
#include "inference/api/engine.h"
#include "tests/support/inference/demo_picture.h"
#include "tests/support/inference/golden_files.h"
#include "tests/support/slowdown.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>

namespace inference::test {
namespace {

std::filesystem::path modelPath() {
    return std::filesystem::path(RESOURCE_DIR) / "models" / "pocket.safetensors";
}

/// Pixels of the mask at the picture's size.
double area(const MaskLogits& mask, const Picture& picture) {
    const auto at = [&](int x, int y) {
        return mask.values->at(static_cast<std::size_t>(y) * mask.width + x);
    };
    const auto source = [](int to, int in, int out) { return std::max((to + 0.5F) * in / out - 0.5F, 0.0F); };
    double inside = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const float sy = source(y, mask.height, picture.height);
            const float sx = source(x, mask.width, picture.width);
            const int y0 = static_cast<int>(sy);
            const int x0 = static_cast<int>(sx);
            const int y1 = std::min(y0 + 1, mask.height - 1);
            const int x1 = std::min(x0 + 1, mask.width - 1);
            const float top = at(x0, y0) + (at(x1, y0) - at(x0, y0)) * (sx - x0);
            const float bottom = at(x0, y1) + (at(x1, y1) - at(x0, y1)) * (sx - x0);
            inside += top + (bottom - top) * (sy - y0) > 0 ? 1 : 0;
        }
    return inside;
}

class Pocket : public ::testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(modelPath()))
            GTEST_SKIP() << "the model is not there";
        auto opened = Engine::open(modelPath());
        ASSERT_TRUE(opened) << opened.error().message;
        m_engine = std::move(*opened);
    }
    std::unique_ptr<Engine> m_engine;
};

/// Only what is clearly on one side of the threshold can be expected on that side here, too.
void expectFound(const ConceptResult& found, const nlohmann::json& expected, const Picture& picture,
                 float threshold) {
    std::vector<const Instance*> kept;
    for (const Instance& instance : found.instances) {
        EXPECT_GT(std::abs(instance.score - threshold), 1e-4) << "too close to the threshold to compare";
        if (instance.score > threshold)
            kept.push_back(&instance);
    }
    ASSERT_EQ(kept.size(), expected["scores"].size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        EXPECT_NEAR(kept[i]->score, expected["scores"][i].get<float>(), 5e-3);
        const auto box = expected["boxes"][i].get<std::array<float, 4>>();
        EXPECT_NEAR(kept[i]->box.x0, box[0], 1.5F);
        EXPECT_NEAR(kept[i]->box.y0, box[1], 1.5F);
        EXPECT_NEAR(kept[i]->box.x1, box[2], 1.5F);
        EXPECT_NEAR(kept[i]->box.y1, box[3], 1.5F);
        const double pixels = expected["areas"][i].get<double>();
        EXPECT_NEAR(area(kept[i]->mask, picture), pixels, 0.01 * pixels + 50);
    }
}

TEST_F(Pocket, saysWhatItCan) {
    EXPECT_EQ(m_engine->info().name, "pocket");
    EXPECT_EQ(m_engine->info().imageSize, 128);
    EXPECT_EQ(m_engine->info().maskSize, 64);
    EXPECT_TRUE(m_engine->info().hasText && m_engine->info().hasExemplars && m_engine->info().hasClicks);
    EXPECT_FALSE(m_engine->info().hasTracker);
    EXPECT_FALSE(m_engine->info().metadata.at("maskwright.card").empty());
}

TEST_F(Pocket, agreesWithPyTorch) {
    int compared = 0;
    const auto folder = std::filesystem::path(TEST_DATA_DIR) / "pocket";
    if (!canReadJpeg() || !std::filesystem::exists(folder))
        GTEST_SKIP() << "no JPEG library or no figures to compare with";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".json")
            continue;
        const nlohmann::json expected = readJson(entry.path());
        const Picture picture =
            readJpeg(std::filesystem::path(RESOURCE_DIR) / "demo" / expected["picture"].get<std::string>());
        ASSERT_GT(picture.width, 0) << entry.path();
        const auto session = m_engine->openImage(picture.view()).value();
        const auto threshold = expected["threshold"].get<float>();
        for (const auto& query : expected["text"]) {
            SCOPED_TRACE(entry.path().stem().string() + " " + query["phrase"].get<std::string>());
            const auto found = session->segmentConcept({query["phrase"].get<std::string>(), {}});
            ASSERT_TRUE(found) << found.error().message;
            expectFound(*found, query, picture, threshold);
            ++compared;
        }
        const auto example = expected["exemplar"]["example"].get<std::array<float, 4>>();
        const auto alike =
            session->segmentConcept({"", {{{example[0], example[1], example[2], example[3]}, true}}});
        ASSERT_TRUE(alike) << alike.error().message;
        expectFound(*alike, expected["exemplar"], picture, threshold);

        InstancePrompt click;
        click.points = {
            {expected["click"]["point"][0].get<float>(), expected["click"]["point"][1].get<float>(), true}};
        const auto candidates = session->segmentInstance(click).value();
        const auto& best = *std::max_element(candidates.begin(), candidates.end(),
                                             [](const auto& a, const auto& b) { return a.iou < b.iou; });
        const double pixels = expected["click"]["area"].get<double>();
        EXPECT_NEAR(area(best.promptMask, picture), pixels,
                    0.01 * pixels + 50); // the reference fills no holes
    }
    EXPECT_GT(compared, 3);
}

TEST_F(Pocket, answersAtOnce) {
    const std::vector<std::uint8_t> grey(640 * 480 * 3, 120);
    const auto session = m_engine->openImage({grey.data(), 640, 480, 640 * 3, 3}).value();
    const auto milliseconds = [](auto&& work) {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_TRUE(work());
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    };
    const double encode = milliseconds([&] { return session->prepare().has_value(); });
    const double prompt = milliseconds([&] {
        return session->segmentConcept({"red circle", {}}).has_value();
    });
    InstancePrompt click;
    click.points = {{100, 100, true}};
    const double clicked = milliseconds([&] { return session->segmentInstance(click).has_value(); });
    std::printf("  encode %.0f ms, phrase %.0f ms, click %.0f ms\n", encode, prompt, clicked);
    // The aim is 500 and 150 ms; a loaded test machine or a debug build gets some slack.
    EXPECT_LT(encode, 5000 * ::test::kSlowdown);
    EXPECT_LT(prompt, 1500 * ::test::kSlowdown);
}

} // namespace
} // namespace inference::test
