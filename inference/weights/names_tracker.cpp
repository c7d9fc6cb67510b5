// SPDX-License-Identifier: Apache-2.0
// The tracker's names in the Hugging Face layout (checkpoints §1.8), as far as SAM 3.1's MLX layout shares
// them; alternatives in round brackets as in names_detector.cpp. In the three-layer perceptrons `layers.0` is
// the middle one beside a `proj_in`, else the numbers are canonical.
#include "inference/weights/name_tables.h"

#include <array>

namespace inference {
namespace {

constexpr auto kMemoryEncoder = std::to_array<NameRule>({
    {"mask_downsampler.layers.{0,1,2,3}.conv.~", "mask_downsampler.encoder.{0,3,6,9}.~"},
    {"mask_downsampler.layers.{0,1,2,3}.layer_norm.~", "mask_downsampler.encoder.{1,4,7,10}.~"},
    {"mask_downsampler.(final_conv|layers.4.conv).~", "mask_downsampler.encoder.12.~"},
    {"memory_fuser.layers.#.depthwise_conv.~", "fuser.layers.#.dwconv.~"},
    {"memory_fuser.layers.#.(layer_norm|norm).~", "fuser.layers.#.norm.~"},
    {"memory_fuser.layers.#.pointwise_conv{1,2}.~", "fuser.layers.#.pwconv{1,2}.~"},
    {"memory_fuser.layers.#.scale", "fuser.layers.#.gamma"},
    {"feature_projection.~", "pix_feat_proj.~"},
    {"projection.~", "out_proj.~"},
});

constexpr auto kPromptEncoder = std::to_array<NameRule>({
    {"point_embed.weight", "point_embeddings.#.weight (P2)"},
    {"shared_embedding.positional_embedding", "pe_layer.positional_encoding_gaussian_matrix"},
    {"{not_a_point_embed,no_mask_embed}.weight", "{not_a_point_embed,no_mask_embed}.weight"},
    {"mask_embed.{conv1,layer_norm1,conv2,layer_norm2,conv3}.~", "mask_downscaling.{0,1,3,4,6}.~"},
    {"mask_embed.#.~", "mask_downscaling.#.~"},
});

constexpr auto kMaskDecoder = std::to_array<NameRule>({
    {"transformer.layers.#.{self_attn,cross_attn_token_to_image,cross_attn_image_to_token}.{q,k,v}_proj.~",
     "transformer.layers.#.{self_attn,cross_attn_token_to_image,cross_attn_image_to_token}.{q,k,v}_proj.~"},
    {"transformer.layers.#.{self_attn,cross_attn_token_to_image,cross_attn_image_to_token}"
     ".(o_proj|out_proj).~",
     "transformer.layers.#.{self_attn,cross_attn_token_to_image,cross_attn_image_to_token}.out_proj.~"},
    {"transformer.layers.#.layer_norm{1,2,3,4}.~", "transformer.layers.#.norm{1,2,3,4}.~"},
    {"transformer.layers.#.mlp.proj_{in,out}.~", "transformer.layers.#.mlp.lin{1,2}.~"},
    {"transformer.final_attn_token_to_image.{q,k,v}_proj.~",
     "transformer.final_attn_token_to_image.{q,k,v}_proj.~"},
    {"transformer.final_attn_token_to_image.(o_proj|out_proj).~",
     "transformer.final_attn_token_to_image.out_proj.~"},
    {"transformer.layer_norm_final_attn.~", "transformer.norm_final_attn.~"},
    {"{iou_token,mask_tokens,obj_score_token}.weight", "{iou_token,mask_tokens,obj_score_token}.weight"},
    {"{upscale_conv1,upscale_layer_norm,upscale_conv2}.~", "output_upscaling.{0,1,3}.~"},
    {"output_upscaling.#.~", "output_upscaling.#.~"},
    {"conv_s{0,1}.~", "conv_s{0,1}.~"},
    {"output_hypernetworks_mlps.#.proj_{in,out}.~", "output_hypernetworks_mlps.#.layers.{0,2}.~"},
    {"output_hypernetworks_mlps.#.layers.0.~", "output_hypernetworks_mlps.#.layers.1.~ (M)"},
    {"output_hypernetworks_mlps.#.layers.#.~", "output_hypernetworks_mlps.#.layers.#.~"},
    {"{iou_prediction,pred_obj_score}_head.proj_{in,out}.~",
     "{iou_prediction,pred_obj_score}_head.layers.{0,2}.~"},
    {"{iou_prediction,pred_obj_score}_head.layers.0.~",
     "{iou_prediction,pred_obj_score}_head.layers.1.~ (M)"},
    {"{iou_prediction,pred_obj_score}_head.layers.#.~", "{iou_prediction,pred_obj_score}_head.layers.#.~"},
});

} // namespace

std::span<const NameRule> memoryEncoderNames() {
    return kMemoryEncoder;
}

std::span<const NameRule> promptEncoderNames() {
    return kPromptEncoder;
}

std::span<const NameRule> maskDecoderNames() {
    return kMaskDecoder;
}

} // namespace inference
