// SPDX-License-Identifier: Apache-2.0
#include "inference/api/engine.h"

#include "tests/support/inference/layouts.h"
#include "tests/support/inference/nano_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace inference::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Describe : public ::testing::Test {
protected:
    ModelInfo info(const WeightFile& file) {
        const auto path = m_folder.path() / "nano.safetensors";
        file.write(path);
        return Engine::inspect(path).value();
    }
    static void drop(WeightFile& file, const std::string& prefix) {
        for (auto it = file.tensors.begin(); it != file.tensors.end();)
            it = it->first.rfind(prefix, 0) == 0 ? file.tensors.erase(it) : std::next(it);
    }

    TempFolder m_folder;
};

TEST_F(Describe, familyEncodersAndFile) {
    WeightFile file = nanoModel();
    const ModelInfo official = info(file);
    EXPECT_EQ(official.family, "SAM 3");
    EXPECT_EQ(official.encoders, "ViT, CLIP");
    EXPECT_EQ(official.container, "safetensors");
    EXPECT_EQ(official.naming, "official");
    EXPECT_EQ(official.bytes, official.parameters * sizeof(float));
    EXPECT_GT(official.machineBytes, std::uint64_t{1} << 26);
    EXPECT_EQ(info(inHuggingFaceLayout(file)).naming, "Hugging Face");
    const ModelInfo multiplex = info(asMultiplex(file));
    EXPECT_EQ(multiplex.family, "SAM 3.1 multiplex");
    EXPECT_EQ(info(inMlxLayout(asMultiplex(file))).naming, "MLX");
    file.type = DType::BF16;
    EXPECT_EQ(info(file).bytes, official.bytes / 2);
}

TEST_F(Describe, whatIsMissingIsSaidInWords) {
    WeightFile file = nanoModel();
    EXPECT_THAT(info(file).missing, ElementsAre(StartsWith("following objects through a clip:")));
    file.tensors["tracker.maskmem_backbone.mask_downsampler.encoder.0.weight"] = {{1}, {0}};
    EXPECT_THAT(info(file).missing, ElementsAre());

    WeightFile mute = file;
    mute.metadata.erase("maskwright.vocabulary");
    EXPECT_THAT(info(mute).missing, ElementsAre(HasSubstr("vocabulary is not beside the file")));
    EXPECT_FALSE(info(mute).hasText);
    drop(mute, "detector.backbone.language_backbone.");
    EXPECT_THAT(info(mute).missing, ElementsAre(HasSubstr("phrases and example boxes: it has no text")));
    EXPECT_EQ(info(mute).encoders, "ViT");

    drop(file, "detector.geometry_encoder.");
    drop(file, "tracker.");
    EXPECT_THAT(info(file).missing,
                ElementsAre(StartsWith("example boxes: "), StartsWith("clicks: "), StartsWith("following ")));
}

} // namespace
} // namespace inference::test
