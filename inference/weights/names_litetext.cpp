// SPDX-License-Identifier: Apache-2.0
// SAM 3 LiteText in the Hugging Face layout: its MobileCLIP text encoder (checkpoints §1.10). The rest of the
// model has the names of names_hf.cpp.
#include "inference/weights/name_tables.h"

#include <array>

namespace inference {
namespace {

constexpr auto kText = std::to_array<NameRule>({
    {"text_projection.~", "projector.~"},
    {"text_encoder.embeddings.token_embedding.weight", "encoder.embedding_layer.weight"},
    {"text_encoder.embeddings.position_embedding.position_embedding",
     "encoder.positional_embedding.pos_embed.pos_embed"},
    {"text_encoder.final_layer_norm.~", "encoder.final_layer_norm.~"},
    {"text_encoder.projection.weight", "encoder.projection_layer"},
    {"text_encoder.layers.#.layer_norm1.~", "encoder.transformer.#.pre_norm_mha.0.~"},
    {"text_encoder.layers.#.self_attn.{q,k,v}_proj.~",
     "encoder.transformer.#.pre_norm_mha.1.qkv_proj.~ [{q,k,v}]"},
    {"text_encoder.layers.#.self_attn.(out_proj|o_proj).~",
     "encoder.transformer.#.pre_norm_mha.1.out_proj.~"},
    {"text_encoder.layers.#.layer_norm2.~", "encoder.transformer.#.pre_norm_ffn.0.~"},
    {"text_encoder.layers.#.mlp.fc{1,2}.~", "encoder.transformer.#.pre_norm_ffn.{1,4}.~"},
    {"text_encoder.layers.#.layer_scale", "encoder.transformer.#.layer_scale"},
    {"text_encoder.layers.#.token_mixer.layer_scale", "encoder.transformer.#.token_mixer.layer_scale"},
    {"text_encoder.layers.#.token_mixer.reference_batchnorm.*",
     "encoder.transformer.#.token_mixer.norm.rbr_skip.*"},
    {"text_encoder.layers.#.token_mixer.mixer.batchnorm_skip.*",
     "encoder.transformer.#.token_mixer.mixer.rbr_skip.*"},
    {"text_encoder.layers.#.token_mixer.mixer.conv.weight",
     "encoder.transformer.#.token_mixer.mixer.rbr_conv.0.conv.weight"},
    {"text_encoder.layers.#.token_mixer.mixer.batchnorm_conv.*",
     "encoder.transformer.#.token_mixer.mixer.rbr_conv.0.bn.*"},
    {"text_encoder.layers.#.conv_feed_forward.depthwise_conv.weight",
     "encoder.transformer.#.convffn.conv.conv.weight"},
    {"text_encoder.layers.#.conv_feed_forward.depthwise_batchnorm.*",
     "encoder.transformer.#.convffn.conv.bn.*"},
    {"text_encoder.layers.#.conv_feed_forward.mlp.fc{1,2}.~", "encoder.transformer.#.convffn.fc{1,2}.~"},
});

} // namespace

std::vector<NameTable> liteTextTables() {
    return {{"detector_model.", "detector.backbone.language_backbone.", kText}};
}

} // namespace inference
