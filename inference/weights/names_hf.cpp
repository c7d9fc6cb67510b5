// SPDX-License-Identifier: Apache-2.0
// The Hugging Face layout of SAM 3 (checkpoints §1.8): which rows stand under which prefixes.
#include "inference/weights/name_tables.h"

#include <array>

namespace inference {
namespace {

constexpr auto kTracker = std::to_array<NameRule>({
    {"memory_temporal_positional_encoding", "maskmem_tpos_enc"},
    {"no_memory_embedding", "no_mem_embed"},
    {"no_memory_positional_encoding", "no_mem_pos_enc"},
    {"no_object_pointer", "no_obj_ptr"},
    {"occlusion_spatial_embedding_parameter", "no_obj_embed_spatial"},
    {"temporal_positional_encoding_projection_layer.~", "obj_ptr_tpos_proj.~"},
    {"object_pointer_proj.proj_{in,out}.~", "obj_ptr_proj.layers.{0,2}.~"},
    {"object_pointer_proj.layers.0.~", "obj_ptr_proj.layers.1.~"},
    {"mask_downsample.~", "mask_downsample.~"},
    {"shared_image_embedding.positional_embedding",
     "sam_prompt_encoder.pe_layer.positional_encoding_gaussian_matrix (=)"},
    {"memory_attention.layers.#.{self_attn,cross_attn_image}.{q,k,v}_proj.~",
     "transformer.encoder.layers.#.{self_attn,cross_attn_image}.{q,k,v}_proj.~"},
    {"memory_attention.layers.#.{self_attn,cross_attn_image}.(o_proj|out_proj).~",
     "transformer.encoder.layers.#.{self_attn,cross_attn_image}.out_proj.~"},
    {"memory_attention.layers.#.linear{1,2}.~", "transformer.encoder.layers.#.linear{1,2}.~"},
    {"memory_attention.layers.#.layer_norm{1,2,3}.~", "transformer.encoder.layers.#.norm{1,2,3}.~"},
    {"memory_attention.layer_norm.~", "transformer.encoder.norm.~"},
});

/// `mask_decoder.` stands in two of them: the detector's has a pixel decoder (canonical_source.cpp decides).
constexpr auto kBare = std::to_array<Prefix>({
    {"vision_encoder.", "detector_model."},
    {"text_encoder.", "detector_model."},
    {"text_projection.", "detector_model."},
    {"geometry_encoder.", "detector_model."},
    {"detr_encoder.", "detector_model."},
    {"detr_decoder.", "detector_model."},
    {"dot_product_scoring.", "detector_model."},
    {"prompt_encoder.", "tracker_model."},
    {"memory_attention.", "tracker_model."},
    {"memory_encoder.", "tracker_model."},
    {"object_pointer_proj.", "tracker_model."},
    {"shared_image_embedding.", "tracker_model."},
    {"temporal_positional_encoding_projection_layer.", "tracker_model."},
    {"mask_downsample.", "tracker_model."},
    {"memory_temporal_positional_encoding", "tracker_model."},
    {"no_memory_", "tracker_model."},
    {"no_object_pointer", "tracker_model."},
    {"occlusion_spatial_embedding_parameter", "tracker_model."},
});

} // namespace

std::vector<NameTable> huggingFaceTables() {
    constexpr std::string_view kSecondNeck = "detector.backbone.vision_backbone.sam2_convs.";
    return {
        {"detector_model.vision_encoder.backbone.", "detector.backbone.vision_backbone.trunk.", vitNames()},
        {"detector_model.vision_encoder.neck.fpn_layers.", "detector.backbone.vision_backbone.convs.",
         neckNames()},
        {"tracker_neck.fpn_layers.", kSecondNeck, neckNames()},
        {"tracker_model.tracker_neck.fpn_layers.", kSecondNeck, neckNames()},
        {"detector_model.geometry_encoder.", "detector.geometry_encoder.", geometryNames()},
        {"detector_model.detr_encoder.", "detector.transformer.encoder.", fusionNames()},
        {"detector_model.detr_decoder.", "detector.transformer.decoder.", queryDecoderNames()},
        {"detector_model.dot_product_scoring.", "detector.dot_prod_scoring.", scoringNames()},
        {"detector_model.mask_decoder.", "detector.segmentation_head.", segmentationNames()},
        {"detector_model.", "detector.backbone.language_backbone.", textNames()},
        {"tracker_model.memory_encoder.", "tracker.maskmem_backbone.", memoryEncoderNames()},
        {"tracker_model.prompt_encoder.", "tracker.sam_prompt_encoder.", promptEncoderNames()},
        {"tracker_model.mask_decoder.", "tracker.sam_mask_decoder.", maskDecoderNames()},
        {"tracker_model.", "tracker.", kTracker},
    };
}

std::span<const Prefix> bareHuggingFacePrefixes() {
    return kBare;
}

} // namespace inference
