// SPDX-License-Identifier: Apache-2.0
#include "inference/model/architecture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace inference::test {
namespace {

using ::testing::HasSubstr;

/// Names and shapes without elements.
class Names : public WeightSource {
public:
    Names& add(const std::string& name, Shape shape = {1}) {
        m_tensors[name] = {"F32", DType::F32, std::move(shape), {}};
        return *this;
    }
    const Tensors& tensors() const override { return m_tensors; }
    const Metadata& metadata() const override { return m_metadata; }
    Metadata m_metadata;

private:
    Tensors m_tensors;
};

const std::string kStudent = "detector.backbone.vision_backbone.trunk.model.";
const std::string kText = "detector.backbone.language_backbone.encoder.";

std::string refusal(const Names& names) {
    const auto found = detectArchitecture(names, {});
    return found ? "accepted" : found.error().message;
}

TEST(Architecture, lightTrunksByTheirSizes) {
    Names efficient;
    efficient.add(kStudent + "backbone.model.input_stem.op_list.0.conv.weight", {16, 3, 3, 3});
    EXPECT_EQ(trunkName(detectArchitecture(efficient, {}).value()), "EfficientViT b1");
    Names tiny;
    tiny.add(kStudent + "backbone.model.patch_embed.seq.0.c.weight")
        .add(kStudent + "head.0.weight", {1024, 448, 1, 1});
    EXPECT_EQ(trunkName(detectArchitecture(tiny, {}).value()), "TinyViT 11m");
    for (const auto& [layers, size] : {std::pair{25, "RepViT m1.1"}, {43, "RepViT m1.5"}}) {
        Names rep;
        for (int i = 0; i < layers; ++i)
            rep.add(kStudent + "backbone.model.features." + std::to_string(i) + ".2.c.weight",
                    {64, 32, 3, 3});
        EXPECT_EQ(trunkName(detectArchitecture(rep, {}).value()), size);
        EXPECT_EQ(familyName(detectArchitecture(rep, {}).value()), "EfficientSAM3");
    }
    efficient.add(kStudent + "backbone.model.input_stem.op_list.0.conv.weight", {17, 3, 3, 3});
    EXPECT_THAT(refusal(efficient), HasSubstr("EfficientViT of a size"));
    Names strange;
    strange.add(kStudent + "stem.weight");
    EXPECT_THAT(refusal(strange), HasSubstr("of a kind that this program doesn't know"));
}

TEST(Architecture, textEncodersAndTheirContext) {
    Names names;
    names.add("detector.backbone.vision_backbone.trunk.blocks.0.norm1.weight");
    EXPECT_FALSE(detectArchitecture(names, {})->hasText());
    names.add(kText + "embedding_layer.weight", {49408, 512});
    names.add(kText + "positional_embedding.pos_embed.pos_embed", {1, 1, 77, 512});
    EXPECT_EQ(textName(*detectArchitecture(names, {})), "MobileCLIP-S1");
    EXPECT_EQ(familyName(*detectArchitecture(names, {})), "SAM 3 LiteText");
    EXPECT_EQ(detectArchitecture(names, {})->contextLength, 16) << "77 rows tell nothing";
    EXPECT_EQ(detectArchitecture(names, "lite_ctx32.pt")->contextLength, 32);
    names.add(kText + "positional_embedding.pos_embed.pos_embed", {1, 1, 32, 512});
    EXPECT_EQ(detectArchitecture(names, {})->contextLength, 32);
    names.m_metadata["text_context_length"] = "24";
    EXPECT_EQ(detectArchitecture(names, {})->contextLength, 24);
    names.add(kText + "transformer.0.token_mixer.layer_scale");
    EXPECT_EQ(textName(*detectArchitecture(names, {})), "MobileCLIP-S0");
    names.add(kText + "embedding_layer.weight", {49408, 640});
    EXPECT_THAT(refusal(names), HasSubstr("MobileCLIP of a width (640)"));
}

TEST(Architecture, partsOfSam31HaveTheirOwnNames) {
    Names names;
    names.add("detector.backbone.vision_backbone.trunk.blocks.0.norm1.weight");
    names.add("tracker.sam_mask_decoder.mask_tokens.weight", {4, 256});
    EXPECT_TRUE(detectArchitecture(names, {})->hasClicks);
    EXPECT_FALSE(detectArchitecture(names, {})->hasTracker);
    names.add("tracker.model.sam_mask_decoder.mask_tokens.weight", {48, 256});
    EXPECT_TRUE(detectArchitecture(names, {})->isMultiplex);
    EXPECT_FALSE(detectArchitecture(names, {})->hasClicks);
    names.add("tracker.model.interactive_sam_mask_decoder.mask_tokens.weight", {4, 256});
    EXPECT_TRUE(detectArchitecture(names, {})->hasClicks);
}

TEST(Architecture, otherModelsAreCalledByTheirNames) {
    EXPECT_THAT(refusal(Names().add("model.0.conv.weight")), HasSubstr("a YOLO detector"));
    EXPECT_THAT(refusal(Names().add("model.embed_tokens.weight")), HasSubstr("a language model"));
    EXPECT_THAT(refusal(Names().add("memory_attention.layers.0.norm1.weight")), HasSubstr("a SAM 2 model"));
    EXPECT_THAT(refusal(Names().add("image_encoder.blocks.0.norm1.weight")), HasSubstr("first generation"));
    EXPECT_THAT(refusal(Names().add("something")),
                HasSubstr("no SAM 3 model (its first tensor is \"something\")"));
    EXPECT_THAT(refusal(Names()), HasSubstr("holds no tensors"));
}

} // namespace
} // namespace inference::test
