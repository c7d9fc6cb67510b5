// SPDX-License-Identifier: Apache-2.0
#include "inference/model/precision.h"

#include <gtest/gtest.h>

#include <string>

namespace inference::test {
namespace {

TEST(PrecisionRules, matricesHaveWhatIsAsked) {
    const std::string name = "detector.backbone.vision_backbone.trunk.blocks.0.attn.qkv.weight";
    EXPECT_EQ(storageType(name, {3072, 1024}, Precision::F32), DType::F32);
    EXPECT_EQ(storageType(name, {3072, 1024}, Precision::F16), DType::F16);
    EXPECT_EQ(storageType(name, {3072, 1024}, Precision::BF16), DType::BF16);
    EXPECT_EQ(storageType(name, {3072, 1024}, Precision::Q8), DType::I8);
    for (const char* layer : {"mlp.fc1.weight", "mlp.fc2.weight"})
        EXPECT_EQ(storageType("detector.backbone.vision_backbone.trunk.blocks.0." + std::string(layer),
                              {1024, 1024}, Precision::Q8),
                  DType::I8);
}

TEST(PrecisionRules, necksKeepHalfTheBits) {
    for (const char* neck : {"convs", "sam2_convs", "interactive_convs"})
        EXPECT_EQ(storageType("detector.backbone.vision_backbone." + std::string(neck) + ".0.conv_1x1.weight",
                              {256, 256, 1, 1}, Precision::Q8),
                  DType::F16);
}

TEST(PrecisionRules, outputsOfAttentionKeepHalfTheBits) {
    EXPECT_EQ(storageType("detector.backbone.vision_backbone.trunk.blocks.31.attn.proj.weight", {1024, 1024},
                          Precision::Q8),
              DType::F16);
}

TEST(PrecisionRules, whatDoesNotFillBlocksHasHalfTheBits) {
    const std::string name = "detector.geometry_encoder.boxes_pos_enc_project.weight";
    EXPECT_EQ(storageType(name, {256, 258}, Precision::Q8), DType::F16);
    EXPECT_EQ(storageType("tracker.sam_mask_decoder.conv_s0.weight", {32, 256, 1, 1}, Precision::Q8),
              DType::F16);
    EXPECT_EQ(storageType("detector.backbone.vision_backbone.convs.0.conv_3x3.weight", {256, 256, 3, 3},
                          Precision::Q8),
              DType::F16);
    EXPECT_EQ(storageType("detector.backbone.vision_backbone.convs.0.dconv_2x2_0.weight", {1024, 512, 2, 2},
                          Precision::BF16),
              DType::BF16);
    EXPECT_EQ(storageType("detector.backbone.language_backbone.encoder.token_embedding.weight", {49408, 1024},
                          Precision::Q8),
              DType::F16);
}

TEST(PrecisionRules, smallAndDelicateTensorsStay) {
    for (const Precision precision : {Precision::F16, Precision::BF16, Precision::Q8}) {
        EXPECT_EQ(
            storageType("detector.backbone.vision_backbone.trunk.blocks.0.norm1.weight", {1024}, precision),
            DType::F32);
        EXPECT_EQ(storageType("detector.geometry_encoder.boxes_direct_project.weight", {256, 4}, precision),
                  DType::F32);
        EXPECT_EQ(storageType("detector.backbone.language_backbone.encoder.positional_embedding", {32, 1024},
                              precision),
                  DType::F32);
        EXPECT_EQ(
            storageType("detector.transformer.decoder.bbox_embed.layers.0.weight", {256, 256}, precision),
            DType::F32);
        EXPECT_EQ(storageType("tracker.sam_mask_decoder.output_hypernetworks_mlps.0.layers.0.weight",
                              {256, 256}, precision),
                  DType::F32);
    }
}

TEST(PrecisionRules, whatIsRecomputedIsIgnorable) {
    EXPECT_TRUE(isIgnorable("detector.backbone.vision_backbone.trunk.blocks.0.attn.freqs_cis"));
    EXPECT_TRUE(isIgnorable("detector.backbone.language_backbone.encoder.text_projection"));
    EXPECT_TRUE(isIgnorable("detector.backbone.vision_backbone.convs.3.conv_1x1.weight"));
    EXPECT_FALSE(isIgnorable("detector.backbone.vision_backbone.convs.2.conv_1x1.weight"));
    EXPECT_FALSE(isIgnorable("tracker.maskmem_backbone.fuser.layers.0.gamma"));
    EXPECT_FALSE(isIgnorable("tracker.sam_prompt_encoder.pe_layer.positional_encoding_gaussian_matrix"));
}

} // namespace
} // namespace inference::test
