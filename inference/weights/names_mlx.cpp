// SPDX-License-Identifier: Apache-2.0
// SAM 3.1 as the MLX community stores it (checkpoints §1.9): the Hugging Face rows under other prefixes, and
// the multiplex tracker's own.
#include "inference/weights/name_tables.h"

#include <array>

namespace inference {
namespace {

constexpr auto kTracker = std::to_array<NameRule>({
    {"memory_temporal_positional_encoding", "maskmem_tpos_enc"},
    {"temporal_positional_encoding_projection_layer.~", "obj_ptr_tpos_proj.~"},
    {"image_pe_layer.positional_embedding", "image_pe_layer.positional_encoding_gaussian_matrix"},
    {"shared_image_embedding.positional_embedding",
     "interactive_sam_prompt_encoder.pe_layer.positional_encoding_gaussian_matrix (=)"},
    {"{obj_ptr_proj,interactive_obj_ptr_proj}.proj_{in,out}.~",
     "{obj_ptr_proj,interactive_obj_ptr_proj}.layers.{0,2}.~"},
    {"{obj_ptr_proj,interactive_obj_ptr_proj}.layers.0.~",
     "{obj_ptr_proj,interactive_obj_ptr_proj}.layers.1.~ (M)"},
    {"{obj_ptr_proj,interactive_obj_ptr_proj}.layers.#.~",
     "{obj_ptr_proj,interactive_obj_ptr_proj}.layers.#.~"},
    {"{no_obj_ptr_linear,interactive_mask_downsample}.~",
     "{no_obj_ptr_linear,interactive_mask_downsample}.~"},
    {"{interactivity_no_mem_embed,no_obj_embed_spatial,output_valid_embed,output_invalid_embed}",
     "{interactivity_no_mem_embed,no_obj_embed_spatial,output_valid_embed,output_invalid_embed}"},
    {"memory_attention.layers.#.{self_attn,cross_attn}_{q,k,v,out}_proj.~",
     "transformer.encoder.layers.#.{self_attn,cross_attn}_{q,k,v,out}_proj.~"},
    {"memory_attention.layers.#.image_cross_attn_{q,k}_proj.~",
     "transformer.encoder.layers.#.image_cross_attn_{q,k}_proj.~"},
    {"memory_attention.layers.#.{linear1,linear2,norm1,norm2,norm3}.~",
     "transformer.encoder.layers.#.{linear1,linear2,norm1,norm2,norm3}.~"},
    {"memory_attention.(layer_norm|norm).~", "transformer.encoder.norm.~"},
});

constexpr auto kSwappedDecoder = std::to_array<NameRule>({
    {"layers.#.{self_attn,vision_cross_attn}_layer_norm.~", "layers.#.norm{1,2}.~"},
});

constexpr auto kSwappedGeometry = std::to_array<NameRule>({
    {"{prompt,vision}_layer_norm.~", "{img_pre_norm,norm}.~"},
});

} // namespace

std::vector<NameTable> mlxTables(const MlxNorms& norms) {
    constexpr std::string_view kPrompt = "tracker.model.interactive_sam_prompt_encoder.";
    constexpr std::string_view kDecoder = "detector_model.detr_decoder.";
    constexpr std::string_view kGeometry = "detector_model.geometry_encoder.";
    std::vector<NameTable> tables;
    if (norms.swapsDecoder)
        tables.push_back({kDecoder, "detector.transformer.decoder.", kSwappedDecoder});
    if (norms.swapsGeometry)
        tables.push_back({kGeometry, "detector.geometry_encoder.", kSwappedGeometry});
    const std::vector<NameTable> own{
        {"detector_model.vision_encoder.neck.convs.", "detector.backbone.vision_backbone.convs.",
         neckNames()},
        {"detector_model.vision_encoder.neck.interactive_convs.",
         "detector.backbone.vision_backbone.interactive_convs.", neckNames()},
        {"detector_model.vision_encoder.neck.propagation_convs.",
         "detector.backbone.vision_backbone.propagation_convs.", neckNames()},
        {"tracker_model.memory_encoder.", "tracker.model.maskmem_backbone.", memoryEncoderNames()},
        {"tracker_model.interactive_sam_prompt_encoder.", kPrompt, promptEncoderNames()},
        {"tracker_model.interactive_sam_mask_decoder.", "tracker.model.interactive_sam_mask_decoder.",
         maskDecoderNames()},
        {"tracker_model.sam_mask_decoder.", "tracker.model.sam_mask_decoder.", maskDecoderNames()},
        {"tracker_model.", "tracker.model.", kTracker},
    };
    tables.insert(tables.end(), own.begin(), own.end());
    for (const NameTable& table : huggingFaceTables())
        if (table.filePrefix.substr(0, 8) == "detector")
            tables.push_back(table);
    return tables;
}

} // namespace inference
