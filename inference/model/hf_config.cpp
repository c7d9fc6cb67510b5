// SPDX-License-Identifier: Apache-2.0
#include "inference/model/hf_config.h"

#include <algorithm>
#include <array>
#include <span>

#include <nlohmann/json.hpp>

namespace inference {
namespace {

using nlohmann::json;

struct Place {
    const char* key;     ///< ours
    const char* pointer; ///< theirs, from the detector's object or from the file's
};

constexpr std::array<Place, 6> kInDetector{
    {{"image_size", "/vision_config/backbone_config/image_size"},
     {"vit_heads", "/vision_config/backbone_config/num_attention_heads"},
     {"window_size", "/vision_config/backbone_config/window_size"},
     {"global_blocks", "/vision_config/backbone_config/global_attn_indexes"},
     {"rope_theta", "/vision_config/backbone_config/rope_parameters/rope_theta"},
     {"text_heads", "/text_config/num_attention_heads"}}};
constexpr std::array<Place, 1> kInFile{
    {{"sam_heads", "/tracker_config/mask_decoder_config/num_attention_heads"}}};
constexpr std::array<const char*, 3> kTypes{"sam3", "sam3_video", "sam3_lite_text"};
constexpr int kImageSize = 1008; ///< where the file leaves it out

void copySizes(const json& from, std::span<const Place> places, json& sizes) {
    for (const Place& place : places) {
        const json::json_pointer pointer(place.pointer);
        if (from.contains(pointer))
            sizes[place.key] = from[pointer];
    }
}

} // namespace

json sizesFromHuggingFace(const json& config) {
    const auto type = config.is_object() ? config.find("model_type") : config.end();
    if (type == config.end() ||
        std::none_of(kTypes.begin(), kTypes.end(), [&](const char* known) { return *type == known; }))
        return {};
    json sizes{{"image_size", kImageSize}};
    const auto detector = config.find("detector_config");
    copySizes(detector == config.end() ? config : *detector, kInDetector, sizes);
    copySizes(config, kInFile, sizes);
    return sizes;
}

} // namespace inference
