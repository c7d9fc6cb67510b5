// SPDX-License-Identifier: Apache-2.0
#include "inference/model/precision.h"

#include "inference/device/kernels.h"

#include <algorithm>
#include <array>

namespace inference {
namespace {

constexpr std::int64_t kLeastSide = 64;       ///< of a matrix that is worth 8 bits
constexpr std::int64_t kLeastElements = 4096; ///< of a tensor that is worth fewer bits at all

/// Parts of names of matrices and tables that stay f32.
constexpr std::array<std::string_view, 28> kDelicate{"pos_embed",
                                                     "positional_embedding",
                                                     "query_embed",
                                                     "label_embed",
                                                     "cls_embed",
                                                     "point_embeddings",
                                                     "not_a_point",
                                                     "no_mask_embed",
                                                     "no_mem_",
                                                     "no_obj_",
                                                     "reference_points",
                                                     "presence_token",
                                                     "iou_token",
                                                     "mask_tokens",
                                                     "obj_score_token",
                                                     "gaussian_matrix",
                                                     "tpos_enc",
                                                     "bbox_embed",
                                                     "ref_point_head",
                                                     "boxRPB_",
                                                     "iou_prediction_head",
                                                     "pred_obj_score",
                                                     "hypernetworks",
                                                     "instance_seg_head",
                                                     "semantic_seg_head",
                                                     "attention_biases",
                                                     "layer_scale",
                                                     "gamma"};

constexpr std::array<std::string_view, 2> kTables{"token_embedding.", "embedding_layer."};

/// Student image encoders are folded into other layers while they are read, which 8-bit matrices can't be.
constexpr std::string_view kStudent = "vision_backbone.trunk.model.";

/// Behind the encoders: 4 % of the parameters, in which the rounding of 8-bit products moves the scores.
constexpr std::array<std::string_view, 5> kHeads{"detector.transformer.", "detector.geometry_encoder.",
                                                 "detector.segmentation_head.", "detector.dot_prod_scoring.",
                                                 "tracker."};

/// The necks, less than a million parameters, and the outputs of the image encoder's attention, whose
/// rounding moves masks more than that of its other layers.
constexpr std::array<std::string_view, 2> kFine{"convs.", ".attn.proj."};

constexpr std::array<std::string_view, 11> kIgnorableParts{".freqs_cis",
                                                           ".rotary_emb.",
                                                           "rope_embeddings",
                                                           ".attn_mask",
                                                           ".position_ids",
                                                           ".num_batches_tracked",
                                                           ".attention_bias_idxs",
                                                           ".relative_coords",
                                                           ".attention_biases_idxs",
                                                           "vision_backbone.convs.3.",
                                                           "sam2_convs.3."};

constexpr std::array<std::string_view, 2> kIgnorableEnds{"language_backbone.encoder.text_projection",
                                                         ".encoder.projection_layer"};

template <std::size_t N> bool hasAny(std::string_view name, const std::array<std::string_view, N>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

/// A linear layer, or a 1x1 convolution, which is one.
bool isMatrix(const Shape& shape) {
    return shape.size() == 2 || (shape.size() == 4 && shape[2] == 1 && shape[3] == 1);
}

} // namespace

DType storageType(std::string_view name, const Shape& shape, Precision precision) {
    if (precision == Precision::F32 || shape.size() < 2 || elementCount(shape) < kLeastElements ||
        hasAny(name, kDelicate))
        return DType::F32;
    const DType half = precision == Precision::BF16 ? DType::BF16 : DType::F16;
    if (precision != Precision::Q8)
        return half;
    const bool isQuantised = isMatrix(shape) && shape[0] >= kLeastSide && shape[1] >= kLeastSide &&
                             shape[1] % kQuantBlock == 0 && !hasAny(name, kTables) && !hasAny(name, kHeads) &&
                             !hasAny(name, kFine) && name.find(kStudent) == std::string_view::npos;
    return isQuantised ? DType::I8 : half;
}

bool isIgnorable(std::string_view name) {
    return hasAny(name, kIgnorableParts) ||
           std::any_of(kIgnorableEnds.begin(), kIgnorableEnds.end(), [&](std::string_view end) {
               return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
           });
}

std::string scaleName(std::string_view matrix) {
    return std::string(matrix) + ".scale";
}

} // namespace inference
