// SPDX-License-Identifier: Apache-2.0
// What surrounds the official names: programs that wrap the model, tensors that nobody needs, kernels of
// transposed convolutions.
#include "inference/weights/name_tables.h"

#include <array>

namespace inference {
namespace {

constexpr auto kWrappers = std::to_array<Prefix>({
    {"sam3_model.", "detector."},
    {"sam2_predictor.model.", "tracker."},
    {"sam2_predictor.", "tracker."},
});

constexpr auto kMultiplexWrappers = std::to_array<Prefix>({
    {"sam3_model.", "detector."},
    {"sam2_predictor.model.", "tracker.model."},
    {"sam2_predictor.", "tracker.model."},
});

constexpr auto kIgnored = std::to_array<std::string_view>({
    // Tables that are computed.
    "*.freqs_cis",
    "*.freqs_cis_real",
    "*.freqs_cis_imag",
    "*.rotary_emb.*",
    "*rope_embeddings*",
    "*.attn_mask",
    "*.position_ids",
    "*.attention_bias_idxs",
    "*.attention_biases_idxs",
    "*.relative_coords",
    // Leftovers of training and of the classifiers that the light trunks come from.
    "*.num_batches_tracked",
    "*.classifier.*",
    "*.head_dist.*",
    "*.distill_head.*",
    "*.norm_head.*",
    "optimizer*",
    "scaler*",
    "loss*",
    "epoch*",
    "meta*",
    "_metadata*",
    // Parts that SAM 3 has but never uses: CLIP's joint space, the pyramid's coarsest level, tokens of the
    // pre-training.
    "*language_backbone.encoder.text_projection",
    "*.encoder.projection_layer",
    "*.vision_backbone.convs.3.*",
    "*.vision_backbone.sam2_convs.3.*",
    "*.vision_backbone.trunk.mask_token",
    "*.vision_backbone.trunk.cls_token",
});

constexpr auto kTransposed = std::to_array<std::string_view>({
    ".dconv_2x2.weight",
    ".dconv_2x2_0.weight",
    ".dconv_2x2_1.weight",
    ".output_upscaling.0.weight",
    ".output_upscaling.3.weight",
});

} // namespace

std::span<const Prefix> wrapperPrefixes(bool isMultiplex) {
    return isMultiplex ? std::span<const Prefix>(kMultiplexWrappers) : std::span<const Prefix>(kWrappers);
}

std::span<const std::string_view> ignoredNames() {
    return kIgnored;
}

std::span<const std::string_view> transposedKernels() {
    return kTransposed;
}

} // namespace inference
