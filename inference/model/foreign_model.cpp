// SPDX-License-Identifier: Apache-2.0
#include "inference/model/foreign_model.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inference {
namespace {

struct Sign {
    std::string_view part; ///< of a tensor's name
    const char* model;
};

/// In this order: the first sign that any name carries decides.
constexpr std::array<Sign, 28> kSigns{
    {{"lora_", "a LoRA adapter, not a whole model"},
     {"model.diffusion_model.", "an image generator (Stable Diffusion)"},
     {"memory_attention.layers.", "a SAM 2 model"},
     {"image_encoder.trunk.", "a SAM 2 model"},
     {"image_encoder.neck.", "a SAM model of the first generation"},
     {"image_encoder.blocks.", "a SAM model of the first generation"},
     {"attn.rel_pos_h", "a SAM model of the first generation"},
     {"sam_mask_decoder.", "a SAM 2 model or only the tracker of SAM 3"},
     {"model.embed_tokens.", "a language model"},
     {"language_model.", "a language model"},
     {"lm_head.", "a language model"},
     {"tok_embeddings.", "a language model"},
     {"transformer.h.0.", "a language model"},
     {"wte.weight", "a language model"},
     {"bert.", "a text model (BERT)"},
     {"encoder.layer.0.attention.self.query", "a BERT or ViT classifier"},
     {"model.0.conv.weight", "a YOLO detector"},
     {"model.0.bn.", "a YOLO detector"},
     {"dfl.conv", "a YOLO detector"},
     {"backbone.0.body.", "a DETR detector"},
     {"roi_heads.", "a Mask R-CNN detector"},
     {"text_model.embeddings.", "a CLIP model"},
     {"visual.transformer.", "a CLIP model"},
     {"logit_scale", "a CLIP model"},
     {"layer1.0.conv1.", "a ResNet classifier"},
     {"blocks.0.attn.qkv.", "a ViT classifier"},
     {"encoder.down_blocks.", "an image autoencoder"},
     {".scales", "a quantised MLX model, which this program doesn't read"}}};

} // namespace

std::string describeForeignModel(const WeightSource& source) {
    const WeightSource::Tensors& tensors = source.tensors();
    if (tensors.empty())
        return "The file holds no tensors; use the file of a SAM 3 model.";
    for (const Sign& sign : kSigns) {
        const bool fits = std::any_of(tensors.begin(), tensors.end(), [&](const auto& entry) {
            return entry.first.find(sign.part) != std::string::npos;
        });
        if (fits)
            return "The file is no SAM 3 model but looks like " + std::string(sign.model) +
                   "; use the file of a SAM 3 model.";
    }
    return "The file holds no SAM 3 model (its first tensor is \"" + tensors.begin()->first.substr(0, 80) +
           "\"); use the file of a SAM 3 model.";
}

} // namespace inference
