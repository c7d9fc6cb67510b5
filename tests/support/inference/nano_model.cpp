// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/nano_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace inference::test {
namespace {

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

struct EmbeddingScale {
    std::string_view ending;
    float scale;
};

constexpr std::array<EmbeddingScale, 22> kEmbeddings{{{"query_embed.weight", 3},
                                                      {"reference_points.weight", 2},
                                                      {"mask_tokens.weight", 1.5F},
                                                      {"token_embedding.weight", 1},
                                                      {"presence_token.weight", 1},
                                                      {"label_embed.weight", 1},
                                                      {"cls_embed.weight", 1},
                                                      {"point_embeddings.0.weight", 1},
                                                      {"point_embeddings.1.weight", 1},
                                                      {"point_embeddings.2.weight", 1},
                                                      {"point_embeddings.3.weight", 1},
                                                      {"not_a_point_embed.weight", 1},
                                                      {"iou_token.weight", 1},
                                                      {"obj_score_token.weight", 1},
                                                      {"no_obj_ptr", 1},
                                                      {"pe_layer.positional_encoding_gaussian_matrix", 1},
                                                      {"pos_embed", 0.5F},
                                                      {"positional_embedding", 0.5F},
                                                      {"no_mask_embed.weight", 0.5F},
                                                      {"maskmem_tpos_enc", 0.5F},
                                                      {"no_mem_embed", 0.5F},
                                                      {"no_mem_pos_enc", 0.5F}}};

struct Gain {
    std::string_view part;
    std::string_view ending;
    double gain;
};

constexpr std::array<Gain, 19> kGains{{{".trunk.blocks.", "attn.proj.weight", 0.3},
                                       {".trunk.blocks.", "fc2.weight", 0.4},
                                       {".decoder.layers.", "out_proj.weight", 0.15},
                                       {".decoder.layers.", "linear2.weight", 0.5},
                                       {".decoder.layers.", "cross_attn.in_proj_weight", 0.7},
                                       {"", "out_proj.weight", 0.6},
                                       {"", "qkv.weight", 1.5},
                                       {"", "in_proj_weight", 1.5},
                                       {"", "q_proj.weight", 1.5},
                                       {"", "k_proj.weight", 1.5},
                                       {"", "v_proj.weight", 1.5},
                                       {"", "conv_1x1.weight", 0.7},
                                       {"", "hs_proj.weight", 3},
                                       {"", "bbox_embed.layers.2.weight", 0.7},
                                       {"", "presence_token_head.layers.2.weight", 0.5},
                                       {"", "output_hypernetworks_mlps.0.layers.2.weight", 6},
                                       {"", "pred_obj_score_head.layers.2.weight", 10},
                                       {"", ".layers.1.weight", 1.5},
                                       {"", ".layers.2.weight", 1.5}}};

float matrixScale(const std::string& name, const Shape& shape) {
    const bool transposed = contains(name, "dconv_2x2") || endsWith(name, "output_upscaling.0.weight") ||
                            endsWith(name, "output_upscaling.3.weight");
    const std::int64_t fanIn = transposed ? shape[0] : elementCount(shape) / shape[0];
    const auto* found = std::find_if(kGains.begin(), kGains.end(), [&](const Gain& g) {
        return contains(name, g.part) && endsWith(name, g.ending);
    });
    const double gain = found == kGains.end() ? 1.0 : found->gain;
    return static_cast<float>(gain * std::sqrt(3.0 / static_cast<double>(fanIn)));
}

/// Collects the tensors of a model by the checkpoint's names.
class Builder {
public:
    explicit Builder(WeightFile& file) : m_file(file) {}

    void tensor(const std::string& name, const Shape& shape) {
        m_file.tensors[name] = generateTensor(name, shape);
    }
    void layer(const std::string& name, const Shape& weight) {
        tensor(name + ".weight", weight);
        tensor(name + ".bias", {weight[0]});
    }
    void transposed(const std::string& name, std::int64_t in, std::int64_t out) {
        tensor(name + ".weight", {in, out, 2, 2});
        tensor(name + ".bias", {out});
    }
    void norm(const std::string& name, std::int64_t dim) { layer(name, {dim}); }
    void mlp(const std::string& name, const std::vector<std::int64_t>& widths) {
        for (std::size_t i = 0; i + 1 < widths.size(); ++i)
            layer(name + ".layers." + std::to_string(i), {widths[i + 1], widths[i]});
    }
    void packedAttention(const std::string& name, std::int64_t dim) {
        tensor(name + ".in_proj_weight", {3 * dim, dim});
        tensor(name + ".in_proj_bias", {3 * dim});
        layer(name + ".out_proj", {dim, dim});
    }
    void narrowAttention(const std::string& name, std::int64_t dim, std::int64_t inner) {
        for (const char* part : {".q_proj", ".k_proj", ".v_proj"})
            layer(name + part, {inner, dim});
        layer(name + ".out_proj", {dim, inner});
    }

private:
    WeightFile& m_file;
};

void addVision(Builder& b, const NanoSizes& s) {
    const std::string vision = "detector.backbone.vision_backbone.";
    const std::string trunk = vision + "trunk.";
    b.tensor(trunk + "pos_embed", {1, s.pretrainGrid * s.pretrainGrid + 1, s.vitDim});
    b.tensor(trunk + "patch_embed.proj.weight", {s.vitDim, 3, s.patchSize, s.patchSize});
    b.norm(trunk + "ln_pre", s.vitDim);
    for (int i = 0; i < s.vitDepth; ++i) {
        const std::string block = trunk + "blocks." + std::to_string(i) + ".";
        b.norm(block + "norm1", s.vitDim);
        b.norm(block + "norm2", s.vitDim);
        b.layer(block + "attn.qkv", {3 * s.vitDim, s.vitDim});
        b.layer(block + "attn.proj", {s.vitDim, s.vitDim});
        b.layer(block + "mlp.fc1", {s.vitHidden, s.vitDim});
        b.layer(block + "mlp.fc2", {s.vitDim, s.vitHidden});
    }
    for (const char* neck : {"convs.", "sam2_convs."}) {
        const std::string name = vision + neck;
        b.transposed(name + "0.dconv_2x2_0", s.vitDim, s.vitDim / 2);
        b.transposed(name + "0.dconv_2x2_1", s.vitDim / 2, s.vitDim / 4);
        b.transposed(name + "1.dconv_2x2", s.vitDim, s.vitDim / 2);
        const std::array<int, 3> widths{s.vitDim / 4, s.vitDim / 2, s.vitDim};
        for (std::size_t i = 0; i < widths.size(); ++i) {
            b.layer(name + std::to_string(i) + ".conv_1x1", {s.dModel, widths[i], 1, 1});
            b.layer(name + std::to_string(i) + ".conv_3x3", {s.dModel, s.dModel, 3, 3});
        }
    }
}

void addText(Builder& b, const NanoSizes& s) {
    const std::string text = "detector.backbone.language_backbone.";
    const auto merges = std::count(s.merges.begin(), s.merges.end(), '\n') - 1;
    b.tensor(text + "encoder.token_embedding.weight", {514 + merges, s.textWidth});
    b.tensor(text + "encoder.positional_embedding", {s.contextLength, s.textWidth});
    b.norm(text + "encoder.ln_final", s.textWidth);
    b.layer(text + "resizer", {s.dModel, s.textWidth});
    for (int i = 0; i < s.textLayers; ++i) {
        const std::string block = text + "encoder.transformer.resblocks." + std::to_string(i) + ".";
        b.packedAttention(block + "attn", s.textWidth);
        b.norm(block + "ln_1", s.textWidth);
        b.norm(block + "ln_2", s.textWidth);
        b.layer(block + "mlp.c_fc", {4 * s.textWidth, s.textWidth});
        b.layer(block + "mlp.c_proj", {s.textWidth, 4 * s.textWidth});
    }
}

void addFeedForward(Builder& b, const std::string& name, const NanoSizes& s) {
    b.layer(name + "linear1", {s.ffnDim, s.dModel});
    b.layer(name + "linear2", {s.dModel, s.ffnDim});
}

void addEncoderLayers(Builder& b, const std::string& prefix, int count, const NanoSizes& s) {
    for (int i = 0; i < count; ++i) {
        const std::string layer = prefix + std::to_string(i) + ".";
        b.packedAttention(layer + "self_attn", s.dModel);
        b.packedAttention(layer + "cross_attn_image", s.dModel);
        addFeedForward(b, layer, s);
        for (const char* norm : {"norm1", "norm2", "norm3"})
            b.norm(layer + norm, s.dModel);
    }
}

void addGeometry(Builder& b, const NanoSizes& s) {
    const std::string g = "detector.geometry_encoder.";
    b.tensor(g + "label_embed.weight", {2, s.dModel});
    b.tensor(g + "cls_embed.weight", {1, s.dModel});
    b.layer(g + "boxes_direct_project", {s.dModel, 4});
    b.layer(g + "boxes_pool_project", {s.dModel, s.dModel, s.roiSize, s.roiSize});
    b.layer(g + "boxes_pos_enc_project", {s.dModel, s.dModel + 2});
    b.layer(g + "final_proj", {s.dModel, s.dModel});
    for (const char* norm : {"norm", "img_pre_norm", "encode_norm"})
        b.norm(g + norm, s.dModel);
    addEncoderLayers(b, g + "encode.", s.geoLayers, s);
}

void addDecoder(Builder& b, const NanoSizes& s) {
    const std::string d = "detector.transformer.decoder.";
    const std::int64_t c = s.dModel;
    for (int i = 0; i < s.decoderLayers; ++i) {
        const std::string layer = d + "layers." + std::to_string(i) + ".";
        for (const char* attention : {"self_attn", "ca_text", "cross_attn"})
            b.packedAttention(layer + attention, c);
        for (const char* norm : {"norm1", "norm2", "norm3", "catext_norm"})
            b.norm(layer + norm, c);
        addFeedForward(b, layer, s);
    }
    b.norm(d + "norm", c);
    b.norm(d + "presence_token_out_norm", c);
    b.mlp(d + "bbox_embed", {c, c, c, 4});
    b.mlp(d + "presence_token_head", {c, c, c, 1});
    b.mlp(d + "ref_point_head", {2 * c, c, c});
    b.mlp(d + "boxRPB_embed_x", {2, c, s.heads});
    b.mlp(d + "boxRPB_embed_y", {2, c, s.heads});
    b.tensor(d + "query_embed.weight", {s.queries, c});
    b.tensor(d + "reference_points.weight", {s.queries, 4});
    b.tensor(d + "presence_token.weight", {1, c});
}

void addHeads(Builder& b, const NanoSizes& s) {
    const std::string head = "detector.segmentation_head.";
    const std::int64_t c = s.dModel;
    for (const char* index : {"0", "1"}) {
        b.layer(head + "pixel_decoder.conv_layers." + index, {c, c, 3, 3});
        b.norm(head + "pixel_decoder.norms." + index, c);
    }
    b.mlp(head + "mask_predictor.mask_embed", {c, c, c, c});
    b.packedAttention(head + "cross_attend_prompt", c);
    b.norm(head + "cross_attn_norm", c);
    b.layer(head + "semantic_seg_head", {1, c, 1, 1});
    b.layer(head + "instance_seg_head", {c, c, 1, 1});
    const std::string scoring = "detector.dot_prod_scoring.";
    b.mlp(scoring + "prompt_mlp", {c, s.ffnDim, c});
    b.norm(scoring + "prompt_mlp.out_norm", c);
    b.layer(scoring + "prompt_proj", {c, c});
    b.layer(scoring + "hs_proj", {c, c});
}

void addPromptEncoder(Builder& b, const NanoSizes& s) {
    const std::string p = "tracker.sam_prompt_encoder.";
    b.tensor("tracker.no_mem_embed", {1, 1, s.dModel});
    b.tensor(p + "pe_layer.positional_encoding_gaussian_matrix", {2, s.dModel / 2});
    for (const char* name : {"point_embeddings.0", "point_embeddings.1", "point_embeddings.2",
                             "point_embeddings.3", "not_a_point_embed", "no_mask_embed"})
        b.tensor(p + name + ".weight", {1, s.dModel});
    b.layer(p + "mask_downscaling.0", {s.maskChannels / 4, 1, 2, 2});
    b.norm(p + "mask_downscaling.1", s.maskChannels / 4);
    b.layer(p + "mask_downscaling.3", {s.maskChannels, s.maskChannels / 4, 2, 2});
    b.norm(p + "mask_downscaling.4", s.maskChannels);
    b.layer(p + "mask_downscaling.6", {s.dModel, s.maskChannels, 1, 1});
}

void addMaskDecoder(Builder& b, const NanoSizes& s) {
    const std::string m = "tracker.sam_mask_decoder.";
    const std::int64_t c = s.dModel;
    for (int i = 0; i < s.samDepth; ++i) {
        const std::string layer = m + "transformer.layers." + std::to_string(i) + ".";
        b.narrowAttention(layer + "self_attn", c, c);
        b.narrowAttention(layer + "cross_attn_token_to_image", c, c / 2);
        b.narrowAttention(layer + "cross_attn_image_to_token", c, c / 2);
        b.layer(layer + "mlp.lin1", {s.samMlp, c});
        b.layer(layer + "mlp.lin2", {c, s.samMlp});
        for (const char* norm : {"norm1", "norm2", "norm3", "norm4"})
            b.norm(layer + norm, c);
    }
    b.narrowAttention(m + "transformer.final_attn_token_to_image", c, c / 2);
    b.norm(m + "transformer.norm_final_attn", c);
    b.tensor(m + "iou_token.weight", {1, c});
    b.tensor(m + "obj_score_token.weight", {1, c});
    b.tensor(m + "mask_tokens.weight", {4, c});
    b.transposed(m + "output_upscaling.0", c, c / 4);
    b.norm(m + "output_upscaling.1", c / 4);
    b.transposed(m + "output_upscaling.3", c / 4, c / 8);
    b.layer(m + "conv_s0", {c / 8, c, 1, 1});
    b.layer(m + "conv_s1", {c / 4, c, 1, 1});
    for (int k = 0; k < 4; ++k)
        b.mlp(m + "output_hypernetworks_mlps." + std::to_string(k), {c, c, c, c / 8});
    b.mlp(m + "iou_prediction_head", {c, s.iouHidden, s.iouHidden, 4});
    b.mlp(m + "pred_obj_score_head", {c, c, c, 1});
}

std::string configJson(const NanoSizes& s) {
    const nlohmann::json config = {{"image_size", s.imageSize},
                                   {"patch_size", s.patchSize},
                                   {"pretrain_grid", s.pretrainGrid},
                                   {"vit_dim", s.vitDim},
                                   {"vit_depth", s.vitDepth},
                                   {"vit_heads", s.vitHeads},
                                   {"window_size", s.windowSize},
                                   {"global_blocks", s.globalBlocks},
                                   {"rope_theta", 10000},
                                   {"text_width", s.textWidth},
                                   {"text_heads", s.textHeads},
                                   {"text_layers", s.textLayers},
                                   {"context_length", s.contextLength},
                                   {"d_model", s.dModel},
                                   {"heads", s.heads},
                                   {"ffn_dim", s.ffnDim},
                                   {"geo_layers", s.geoLayers},
                                   {"fusion_layers", s.fusionLayers},
                                   {"decoder_layers", s.decoderLayers},
                                   {"num_queries", s.queries},
                                   {"roi_size", s.roiSize},
                                   {"sam_depth", s.samDepth},
                                   {"sam_heads", s.samHeads},
                                   {"sam_mlp", s.samMlp},
                                   {"iou_head_hidden", s.iouHidden},
                                   {"mask_in_chans", s.maskChannels},
                                   {"vit_mlp_ratio", (s.vitHidden + 0.25) / s.vitDim}};
    return config.dump();
}

} // namespace

std::vector<float> generate(std::string_view name, std::size_t count, float scale, float offset) {
    std::uint64_t seed = 0xCBF29CE484222325U;
    for (const char c : name)
        seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t z = seed + i + 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        z ^= z >> 31U;
        const double u = static_cast<double>(z >> 40U) * 0x1p-23 - 1.0;
        values[i] = static_cast<float>(static_cast<double>(scale) * u + static_cast<double>(offset));
    }
    return values;
}

FloatTensor generateTensor(const std::string& name, const Shape& shape) {
    float scale = 0;
    float offset = 0;
    const auto* embedding =
        std::find_if(kEmbeddings.begin(), kEmbeddings.end(),
                     [&](const EmbeddingScale& e) { return endsWith(name, "." + std::string(e.ending)); });
    if (endsWith(name, "bias")) {
        scale = 0.1F;
        offset = endsWith(name, "presence_token_head.layers.2.bias")   ? 1.5F
                 : endsWith(name, "pred_obj_score_head.layers.2.bias") ? 7.3F
                                                                       : 0.0F;
    } else if (embedding != kEmbeddings.end()) {
        scale = embedding->scale;
    } else if (shape.size() == 1) {
        scale = 0.2F;
        offset = 1;
    } else {
        scale = matrixScale(name, shape);
    }
    return {shape, generate(name, static_cast<std::size_t>(elementCount(shape)), scale, offset)};
}

WeightFile nanoModel(const NanoSizes& sizes) {
    WeightFile file;
    Builder builder(file);
    addVision(builder, sizes);
    addText(builder, sizes);
    addGeometry(builder, sizes);
    addEncoderLayers(builder, "detector.transformer.encoder.layers.", sizes.fusionLayers, sizes);
    addDecoder(builder, sizes);
    addHeads(builder, sizes);
    addPromptEncoder(builder, sizes);
    addMaskDecoder(builder, sizes);
    file.metadata = {{"maskwright.config", configJson(sizes)},
                     {"maskwright.vocabulary", sizes.merges},
                     {"maskwright.name", "Nano"},
                     {"maskwright.threshold", "0.4"}};
    return file;
}

} // namespace inference::test
