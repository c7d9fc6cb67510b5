// SPDX-License-Identifier: Apache-2.0
// The detector's names in the Hugging Face layout (checkpoints §1.8). Alternatives in round brackets are what
// versions of the MLX converter left (§1.9).
#include "inference/weights/name_tables.h"

#include <array>

namespace inference {
namespace {

constexpr auto kVit = std::to_array<NameRule>({
    {"embeddings.position_embeddings", "pos_embed"},
    {"embeddings.patch_embeddings.projection.weight", "patch_embed.proj.weight"},
    {"layer_norm.~", "ln_pre.~"},
    {"layers.#.layer_norm{1,2}.~", "blocks.#.norm{1,2}.~"},
    {"layers.#.attention.{q,k,v}_proj.~", "blocks.#.attn.qkv.~ [{q,k,v}]"},
    {"layers.#.attention.(o_proj|out_proj).~", "blocks.#.attn.proj.~"},
    {"layers.#.(mlp.fc|linear){1,2}.~", "blocks.#.mlp.fc{1,2}.~"},
});

constexpr auto kNeck = std::to_array<NameRule>({
    {"0.scale_layers.0.~", "0.dconv_2x2_0.~"},
    {"0.scale_layers.2.~", "0.dconv_2x2_1.~"},
    {"1.scale_layers.0.~", "1.dconv_2x2.~"},
    {"#.proj1.~", "#.conv_1x1.~"},
    {"#.proj2.~", "#.conv_3x3.~"},
});

constexpr auto kText = std::to_array<NameRule>({
    {"text_projection.~", "resizer.~"},
    {"text_encoder.text_projection.weight", "encoder.text_projection (T)"},
    {"text_encoder.text_model.embeddings.token_embedding.weight", "encoder.token_embedding.weight"},
    {"text_encoder.text_model.embeddings.position_embedding.weight", "encoder.positional_embedding"},
    {"text_encoder.text_model.final_layer_norm.~", "encoder.ln_final.~"},
    {"text_encoder.text_model.encoder.layers.#.layer_norm{1,2}.~",
     "encoder.transformer.resblocks.#.ln_{1,2}.~"},
    {"text_encoder.text_model.encoder.layers.#.self_attn.{q,k,v}_proj.~",
     "encoder.transformer.resblocks.#.attn.in_proj_~ [{q,k,v}]"},
    {"text_encoder.text_model.encoder.layers.#.self_attn.(out_proj|o_proj).~",
     "encoder.transformer.resblocks.#.attn.out_proj.~"},
    {"text_encoder.text_model.encoder.layers.#.(mlp.fc|linear){1,2}.~",
     "encoder.transformer.resblocks.#.mlp.{c_fc,c_proj}.~"},
});

constexpr auto kGeometry = std::to_array<NameRule>({
    {"(layers|encode).#.self_attn.{q,k,v}_proj.~", "encode.#.self_attn.in_proj_~ [{q,k,v}]"},
    {"(layers|encode).#.self_attn.(o_proj|out_proj).~", "encode.#.self_attn.out_proj.~"},
    {"(layers|encode).#.(cross_attn|cross_attn_image).{q,k,v}_proj.~",
     "encode.#.cross_attn_image.in_proj_~ [{q,k,v}]"},
    {"(layers|encode).#.(cross_attn|cross_attn_image).(o_proj|out_proj).~",
     "encode.#.cross_attn_image.out_proj.~"},
    {"(layers|encode).#.(mlp.fc|linear){1,2}.~", "encode.#.linear{1,2}.~"},
    {"(layers|encode).#.(layer_norm|norm){1,2,3}.~", "encode.#.norm{1,2,3}.~"},
    {"(vision_layer_norm|img_pre_norm).~", "img_pre_norm.~"},
    {"(prompt_layer_norm|norm).~", "norm.~"},
    {"(output_layer_norm|encode_norm).~", "encode_norm.~"},
    {"{label_embed,cls_embed}.weight", "{label_embed,cls_embed}.weight"},
    {"{points,boxes}_{direct,pool,pos_enc}_project.~", "{points,boxes}_{direct,pool,pos_enc}_project.~"},
    {"final_proj.~", "final_proj.~"},
});

constexpr auto kFusion = std::to_array<NameRule>({
    {"layers.#.self_attn.{q,k,v}_proj.~", "layers.#.self_attn.in_proj_~ [{q,k,v}]"},
    {"layers.#.self_attn.(o_proj|out_proj).~", "layers.#.self_attn.out_proj.~"},
    {"layers.#.cross_attn.{q,k,v}_proj.~", "layers.#.cross_attn_image.in_proj_~ [{q,k,v}]"},
    {"layers.#.cross_attn.(o_proj|out_proj).~", "layers.#.cross_attn_image.out_proj.~"},
    {"layers.#.(mlp.fc|linear){1,2}.~", "layers.#.linear{1,2}.~"},
    {"layers.#.layer_norm{1,2,3}.~", "layers.#.norm{1,2,3}.~"},
});

constexpr auto kQueryDecoder = std::to_array<NameRule>({
    {"layers.#.{self_attn,text_cross_attn,vision_cross_attn}.{q,k,v}_proj.~",
     "layers.#.{self_attn,ca_text,cross_attn}.in_proj_~ [{q,k,v}]"},
    {"layers.#.{self_attn,text_cross_attn,vision_cross_attn}.(o_proj|out_proj).~",
     "layers.#.{self_attn,ca_text,cross_attn}.out_proj.~"},
    {"layers.#.{vision_cross_attn,self_attn,text_cross_attn,mlp}_layer_norm.~",
     "layers.#.{norm1,norm2,catext_norm,norm3}.~"},
    {"layers.#.(mlp.fc|linear){1,2}.~", "layers.#.linear{1,2}.~"},
    {"output_layer_norm.~", "norm.~"},
    {"{box_head,presence_head,ref_point_head}.layer{1,2,3}.~",
     "{bbox_embed,presence_token_head,ref_point_head}.layers.{0,1,2}.~"},
    {"box_rpb_embed_{x,y}.layer{1,2}.~", "boxRPB_embed_{x,y}.layers.{0,1}.~"},
    {"presence_layer_norm.~", "presence_token_out_norm.~"},
    {"{query_embed,reference_points,presence_token}.weight",
     "{query_embed,reference_points,presence_token}.weight"},
});

constexpr auto kScoring = std::to_array<NameRule>({
    {"text_mlp.layer{1,2}.~", "prompt_mlp.layers.{0,1}.~"},
    {"text_mlp.layers.#.~", "prompt_mlp.layers.#.~"},
    {"text_mlp_out_norm.~", "prompt_mlp.out_norm.~"},
    {"text_proj.~", "prompt_proj.~"},
    {"query_proj.~", "hs_proj.~"},
});

constexpr auto kSegmentation = std::to_array<NameRule>({
    {"pixel_decoder.{conv_layers,norms}.#.~", "pixel_decoder.{conv_layers,norms}.#.~"},
    {"mask_embedder.layers.#.~", "mask_predictor.mask_embed.layers.#.~"},
    {"{instance,semantic}_projection.~", "{instance_seg,semantic_seg}_head.~"},
    {"prompt_cross_attn.{q,k,v}_proj.~", "cross_attend_prompt.in_proj_~ [{q,k,v}]"},
    {"prompt_cross_attn.(o_proj|out_proj).~", "cross_attend_prompt.out_proj.~"},
    {"prompt_cross_attn_norm.~", "cross_attn_norm.~"},
});

} // namespace

std::span<const NameRule> vitNames() {
    return kVit;
}

std::span<const NameRule> neckNames() {
    return kNeck;
}

std::span<const NameRule> textNames() {
    return kText;
}

std::span<const NameRule> geometryNames() {
    return kGeometry;
}

std::span<const NameRule> fusionNames() {
    return kFusion;
}

std::span<const NameRule> queryDecoderNames() {
    return kQueryDecoder;
}

std::span<const NameRule> scoringNames() {
    return kScoring;
}

std::span<const NameRule> segmentationNames() {
    return kSegmentation;
}

} // namespace inference
