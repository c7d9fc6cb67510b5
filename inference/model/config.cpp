// SPDX-License-Identifier: Apache-2.0
#include "inference/model/config.h"

#include "inference/model/hf_config.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace inference {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxConfigBytes = 1 << 20;
constexpr int kMaxSize = 1 << 20;
constexpr int kMaxGrid = 288;
constexpr int kMaxLayers = 256;

constexpr std::string_view kTrunk = "detector.backbone.vision_backbone.trunk.";
constexpr std::string_view kText = "detector.backbone.language_backbone.";
constexpr std::string_view kGeometry = "detector.geometry_encoder.";
constexpr std::string_view kEncoder = "detector.transformer.encoder.";
constexpr std::string_view kDecoder = "detector.transformer.decoder.";
/// Behind clickPrefix().
constexpr std::string_view kClickPrompt = "sam_prompt_encoder.";
constexpr std::string_view kClickMask = "sam_mask_decoder.";

/// A size that stands in the JSON under `key` (empty: it doesn't) and in dimension `dim` of a tensor.
struct DerivedSize {
    std::string_view key;
    int Config::*member;
    std::string_view part;
    std::string_view tensor;
    std::size_t dim;
};

constexpr std::array<DerivedSize, 22> kDerived{{
    {"patch_size", &Config::patchSize, kTrunk, "patch_embed.proj.weight", 2},
    {"vit_dim", &Config::vitDim, kTrunk, "patch_embed.proj.weight", 0},
    {"", &Config::vitHidden, kTrunk, "blocks.0.mlp.fc1.weight", 0},
    {"text_width", &Config::textWidth, kText, "encoder.token_embedding.weight", 1},
    {"", &Config::vocabularySize, kText, "encoder.token_embedding.weight", 0},
    {"context_length", &Config::contextLength, kText, "encoder.positional_embedding", 0},
    {"", &Config::textHidden, kText, "encoder.transformer.resblocks.0.mlp.c_fc.weight", 0},
    {"d_model", &Config::dModel, kDecoder, "query_embed.weight", 1},
    {"num_queries", &Config::queries, kDecoder, "query_embed.weight", 0},
    {"heads", &Config::heads, kDecoder, "boxRPB_embed_x.layers.1.weight", 0},
    {"ffn_dim", &Config::ffnDim, kEncoder, "layers.0.linear1.weight", 0},
    {"roi_size", &Config::roiSize, kGeometry, "boxes_pool_project.weight", 2},
    {"sam_mlp", &Config::samMlp, kClickMask, "transformer.layers.0.mlp.lin1.weight", 0},
    {"", &Config::samInner, kClickMask, "transformer.final_attn_token_to_image.q_proj.weight", 0},
    {"iou_head_hidden", &Config::iouHidden, kClickMask, "iou_prediction_head.layers.0.weight", 0},
    {"mask_in_chans", &Config::maskChannels, kClickPrompt, "mask_downscaling.3.weight", 0},
    // Of the light encoders, which read what else they need from their own tensors.
    {"vit_dim", &Config::vitDim, kTrunk, "model.head.3.weight", 0},
    {"", &Config::vocabularySize, kText, "encoder.embedding_layer.weight", 0},
    // The same sizes in a second place, in case the first tensor is the one that is missing.
    {"d_model", &Config::dModel, kEncoder, "layers.0.linear1.weight", 1},
    {"vit_dim", &Config::vitDim, kTrunk, "ln_pre.weight", 0},
    {"", &Config::vitHidden, kTrunk, "blocks.0.mlp.fc2.weight", 1},
    {"patch_size", &Config::patchSize, kTrunk, "patch_embed.proj.weight", 3},
}};

/// A number of layers: how many different indices follow `part` + `list`.
struct DerivedCount {
    std::string_view key;
    int Config::*member;
    std::string_view part;
    std::string_view list;
};

constexpr std::array<DerivedCount, 6> kCounts{{
    {"vit_depth", &Config::vitDepth, kTrunk, "blocks."},
    {"text_layers", &Config::textLayers, kText, "encoder.transformer.resblocks."},
    {"geo_layers", &Config::geoLayers, kGeometry, "encode."},
    {"fusion_layers", &Config::fusionLayers, kEncoder, "layers."},
    {"decoder_layers", &Config::decoderLayers, kDecoder, "layers."},
    {"sam_depth", &Config::samDepth, kClickMask, "transformer.layers."},
}};

/// Sizes that no shape tells.
struct StatedSize {
    std::string_view key;
    int Config::*member;
};

constexpr std::array<StatedSize, 5> kStated{{{"image_size", &Config::imageSize},
                                             {"vit_heads", &Config::vitHeads},
                                             {"window_size", &Config::windowSize},
                                             {"text_heads", &Config::textHeads},
                                             {"sam_heads", &Config::samHeads}}};

bool hasPart(const WeightSource& source, std::string_view prefix) {
    const auto found = source.tensors().lower_bound(prefix);
    return found != source.tensors().end() && found->first.compare(0, prefix.size(), prefix) == 0;
}

int countLayers(const WeightSource& source, const std::string& prefix) {
    std::set<std::string> indices;
    for (auto it = source.tensors().lower_bound(prefix); it != source.tensors().end(); ++it) {
        if (it->first.compare(0, prefix.size(), prefix) != 0)
            break;
        const std::size_t end = it->first.find('.', prefix.size());
        indices.insert(it->first.substr(prefix.size(), end - prefix.size()));
    }
    return static_cast<int>(std::min<std::size_t>(indices.size(), kMaxSize));
}

/// The sizes as JSON; null if the file says nothing of itself.
Result<json> statedConfig(const WeightSource& source, const std::filesystem::path& path) {
    const auto own = source.metadata().find("maskwright.config");
    if (own != source.metadata().end()) {
        json value = own->second.size() > kMaxConfigBytes ? json(json::value_t::discarded)
                                                          : json::parse(own->second, nullptr, false);
        if (!value.is_object())
            return fail(ErrorCode::CorruptFile, "The model's own description of its sizes can't be read.");
        return value;
    }
    const std::filesystem::path sidecar = path.parent_path() / "config.json";
    std::ifstream stream(sidecar, std::ios::binary);
    if (path.empty() || !stream)
        return json();
    std::string text(kMaxConfigBytes, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    const json value = json::parse(text, nullptr, false);
    // Other programs keep a config.json beside their models, too.
    if (value.is_object() && value.contains("model") && value["model"].is_object())
        return value["model"];
    return sizesFromHuggingFace(value);
}

std::string atKey(std::string_view key) {
    return "\"" + std::string(key) + "\"";
}

/// Reads a whole number in [1, kMaxSize]; notes a problem if there is something else under the key.
bool readSize(const json& stated, std::string_view key, int& value, std::vector<std::string>& problems) {
    const auto found = stated.find(std::string(key));
    if (found == stated.end())
        return false;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() < 1 ||
        found->get<std::uint64_t>() > kMaxSize) {
        problems.push_back(atKey(key) + " is not a size");
        return false;
    }
    value = found->get<int>();
    return true;
}

void readStated(const json& stated, Config& config, std::vector<std::string>& problems) {
    for (const StatedSize& size : kStated)
        if (!readSize(stated, size.key, config.*size.member, problems) && size.key == "image_size")
            problems.push_back("\"image_size\" is missing");
    if (const auto theta = stated.find("rope_theta"); theta != stated.end()) {
        config.ropeTheta = theta->is_number() ? theta->get<double>() : 0;
        if (!(config.ropeTheta >= 1 && config.ropeTheta <= 1e9))
            problems.emplace_back("\"rope_theta\" is not a number from 1 on");
    }
    const auto blocks = stated.find("global_blocks");
    if (blocks == stated.end())
        return;
    config.globalBlocks.clear();
    if (!blocks->is_array() || blocks->size() > kMaxLayers)
        problems.emplace_back("\"global_blocks\" is not a list of block numbers");
    else
        for (const json& block : *blocks)
            config.globalBlocks.push_back(
                block.is_number_unsigned() && block.get<std::uint64_t>() < kMaxLayers ? block.get<int>()
                                                                                      : -1);
}

void checkSize(std::string_view key, int& value, int derived, bool isStated,
               std::vector<std::string>& problems) {
    if (derived < 1) {
        problems.push_back((key.empty() ? std::string("a size") : atKey(key)) + " is nothing in the tensors");
        return;
    }
    if (isStated && value != derived)
        problems.push_back((key.empty() ? std::string("a size") : atKey(key)) + " should be " +
                           std::to_string(value) + ", but the tensors say " + std::to_string(derived));
    value = derived;
}

/// The whole name of a part of the tables above.
std::string partName(std::string_view part, const Architecture& architecture) {
    const bool isClicks = part == kClickPrompt || part == kClickMask;
    return (isClicks ? clickPrefix(architecture) : std::string()) + std::string(part);
}

void derive(const WeightSource& source, const json& stated, Config& config,
            std::vector<std::string>& problems) {
    const bool official = stated.is_null();
    for (const DerivedSize& size : kDerived) {
        bool isStated = official;
        if (!official && !size.key.empty())
            isStated = readSize(stated, size.key, config.*size.member, problems);
        const auto found =
            source.tensors().find(partName(size.part, config.architecture) + std::string(size.tensor));
        if (found == source.tensors().end() || found->second.shape.size() <= size.dim)
            continue;
        const std::int64_t extent = std::min<std::int64_t>(found->second.shape[size.dim], kMaxSize);
        checkSize(size.key, config.*size.member, static_cast<int>(extent), isStated, problems);
    }
    for (const DerivedCount& count : kCounts) {
        const std::string list = partName(count.part, config.architecture) + std::string(count.list);
        if (!hasPart(source, list))
            continue;
        const bool isStated = official || readSize(stated, count.key, config.*count.member, problems);
        const int layers = countLayers(source, list);
        checkSize(count.key, config.*count.member, layers, isStated, problems);
    }
}

void derivePretrainGrid(const WeightSource& source, const json& stated, Config& config,
                        std::vector<std::string>& problems) {
    const bool isStated =
        stated.is_null() || readSize(stated, "pretrain_grid", config.pretrainGrid, problems);
    const auto found = source.tensors().find(std::string(kTrunk) + "pos_embed");
    if (found == source.tensors().end() || found->second.shape.size() != 3)
        return;
    const std::int64_t rows = found->second.shape[1];
    int side = 1;
    while (side < kMaxGrid && static_cast<std::int64_t>(side) * side < rows)
        ++side;
    checkSize("pretrain_grid", config.pretrainGrid, side, isStated, problems);
}

void checkRatio(const json& stated, const Config& config, std::vector<std::string>& problems) {
    if (stated.is_null() || !stated.contains("vit_mlp_ratio"))
        return;
    const json& stored = stated["vit_mlp_ratio"];
    const double ratio = stored.is_number() ? stored.get<double>() : 0;
    if (!(ratio > 0 && ratio < 1000) || static_cast<int>(config.vitDim * ratio) != config.vitHidden)
        problems.emplace_back("\"vit_mlp_ratio\" contradicts the tensors");
}

void checkRules(const Config& c, std::vector<std::string>& problems) {
    const auto require = [&](bool holds, const char* rule) {
        if (!holds)
            problems.emplace_back(rule);
    };
    require(c.patchSize >= 1 && c.imageSize % c.patchSize == 0,
            "the image size is not a multiple of the patch size");
    require(c.grid() >= 1 && c.grid() <= kMaxGrid, "the image has too many or no patches");
    require(c.vitDim % 4 == 0 && c.vitDim % c.vitHeads == 0 && c.vitDim / c.vitHeads % 4 == 0,
            "the image encoder's width doesn't fit its heads");
    require(c.windowSize <= kMaxGrid, "the attention window is too large");
    require(c.dModel % c.heads == 0 && c.dModel % 8 == 0, "the detector's width doesn't fit its heads");
    require(!c.architecture.hasText() || c.textWidth % c.textHeads == 0,
            "the text encoder's width doesn't fit its heads");
    require(!c.architecture.hasText() || (c.contextLength >= 2 && c.contextLength <= 4096),
            "the text length is out of range");
    require(!c.architecture.hasText() || c.vocabularySize >= 514,
            "the vocabulary is smaller than the byte alphabet");
    require(!c.architecture.hasClicks || (c.dModel % c.samHeads == 0 && c.samInner % c.samHeads == 0),
            "the mask decoder's width doesn't fit its heads");
    require(!c.architecture.hasClicks || c.maskChannels % 4 == 0,
            "the mask encoder's channels are not a multiple of four");
    require(c.roiSize <= 64, "the exemplar grid is too large");
    require(std::all_of(c.globalBlocks.begin(), c.globalBlocks.end(),
                        [&](int b) { return b >= 0 && b < c.vitDepth; }),
            "a global block lies beyond the image encoder's depth");
    require(std::max({c.vitDepth, c.textLayers, c.geoLayers, c.fusionLayers, c.decoderLayers}) <= kMaxLayers,
            "there are too many layers");
    require(std::min({c.vitDepth, c.fusionLayers, c.decoderLayers}) >= 1, "a part has no layers");
}

} // namespace

Result<Config> readConfig(const WeightSource& source, const std::filesystem::path& path) {
    Config config;
    ASSIGN_OR_RETURN(config.architecture, detectArchitecture(source, path));
    ASSIGN_OR_RETURN(const json stated, statedConfig(source, path));
    if (config.architecture.text != TextKind::Clip) // whose position table is as long as the context
        config.contextLength = config.architecture.contextLength;
    std::vector<std::string> problems;
    if (!stated.is_null())
        readStated(stated, config, problems);
    derive(source, stated, config, problems);
    derivePretrainGrid(source, stated, config, problems);
    checkRatio(stated, config, problems);
    if (problems.empty())
        checkRules(config, problems);
    if (problems.empty())
        return config;
    std::string text = stated.is_null()
                           ? "The model has other sizes than the official one and no description of them "
                             "(put its config.json beside it): "
                           : "The model's description doesn't fit it: ";
    for (std::size_t i = 0; i < problems.size(); ++i)
        text += (i == 0 ? "" : "; ") + problems[i];
    return fail(ErrorCode::Unsupported, text + ".");
}

Result<std::string> statedSizes(const WeightSource& source, const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(const json stated, statedConfig(source, path));
    return stated.is_null() ? std::string() : stated.dump();
}

} // namespace inference
