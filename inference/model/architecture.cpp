// SPDX-License-Identifier: Apache-2.0
#include "inference/model/architecture.h"

#include "inference/model/foreign_model.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string_view>

namespace inference {
namespace {

constexpr std::string_view kVision = "detector.backbone.vision_backbone.";
constexpr std::string_view kStudent = "detector.backbone.vision_backbone.trunk.model.";
constexpr std::string_view kText = "detector.backbone.language_backbone.encoder.";
constexpr int kMaxContext = 77;
constexpr int kClipContext = 32;
constexpr int kMobileContext = 16;

struct TextEntry {
    TextKind kind;
    int width;
    const char* name;
};
constexpr std::array<TextEntry, 4> kTextEncoders{{{TextKind::Clip, 0, "CLIP"},
                                                  {TextKind::MobileClipS0, 512, "MobileCLIP-S0"},
                                                  {TextKind::MobileClipS1, 512, "MobileCLIP-S1"},
                                                  {TextKind::MobileClip2L, 768, "MobileCLIP2-L"}}};

/// A light trunk: which names betray it, and which extent of which tensor tells its size.
struct StudentEntry {
    TrunkKind kind;
    const char* name;
    std::string_view sign;   ///< below trunk.model.
    std::string_view tensor; ///< below trunk.model.
    std::size_t dim;
};
constexpr std::array<StudentEntry, 3> kStudents{
    {{TrunkKind::EfficientVit, "EfficientViT", "backbone.model.input_stem.",
      "backbone.model.input_stem.op_list.0.conv.weight", 0},
     {TrunkKind::RepVit, "RepViT", "backbone.model.features.", "backbone.model.features.0.2.c.weight", 0},
     {TrunkKind::TinyVit, "TinyViT", "backbone.model.patch_embed.seq.", "head.0.weight", 1}}};

struct SizeEntry {
    TrunkKind kind;
    std::int64_t extent;
    int layers; ///< distinct features.#; 0: any
    const char* name;
};
constexpr std::array<SizeEntry, 13> kSizes{{{TrunkKind::EfficientVit, 8, 0, "b0"},
                                            {TrunkKind::EfficientVit, 16, 0, "b1"},
                                            {TrunkKind::EfficientVit, 24, 0, "b2"},
                                            {TrunkKind::EfficientVit, 32, 0, "b3"},
                                            {TrunkKind::RepVit, 40, 0, "m0.6"},
                                            {TrunkKind::RepVit, 48, 0, "m0.9"},
                                            {TrunkKind::RepVit, 56, 0, "m1.0"},
                                            {TrunkKind::RepVit, 64, 25, "m1.1"},
                                            {TrunkKind::RepVit, 64, 43, "m1.5"},
                                            {TrunkKind::RepVit, 80, 0, "m2.3"},
                                            {TrunkKind::TinyVit, 320, 0, "5m"},
                                            {TrunkKind::TinyVit, 448, 0, "11m"},
                                            {TrunkKind::TinyVit, 576, 0, "21m"}}};

/// Questions about the names of one file.
class Names {
public:
    explicit Names(const WeightSource& source) : m_tensors(source.tensors()) {}

    bool any(std::string_view prefix) const {
        const auto found = m_tensors.lower_bound(prefix);
        return found != m_tensors.end() && std::string_view(found->first).substr(0, prefix.size()) == prefix;
    }
    bool any(std::string_view prefix, std::string_view more) const { return any(joined(prefix, more)); }
    /// 0 if the tensor is not there or has no such dimension.
    std::int64_t extent(std::string_view prefix, std::string_view name, std::size_t dim) const {
        const auto found = m_tensors.find(joined(prefix, name));
        return found == m_tensors.end() || found->second.shape.size() <= dim ? 0 : found->second.shape[dim];
    }
    int countParts(std::string_view prefix) const {
        std::set<std::string_view> parts;
        for (auto it = m_tensors.lower_bound(prefix); it != m_tensors.end(); ++it) {
            const std::string_view name = it->first;
            if (name.substr(0, prefix.size()) != prefix)
                break;
            parts.insert(name.substr(prefix.size(), name.find('.', prefix.size()) - prefix.size()));
        }
        return static_cast<int>(parts.size());
    }
    bool anyContaining(std::string_view prefix, std::string_view part) const {
        for (auto it = m_tensors.lower_bound(prefix); it != m_tensors.end(); ++it) {
            if (std::string_view(it->first).substr(0, prefix.size()) != prefix)
                break;
            if (it->first.find(part, prefix.size()) != std::string::npos)
                return true;
        }
        return false;
    }

private:
    static std::string joined(std::string_view a, std::string_view b) {
        return std::string(a) + std::string(b);
    }
    const WeightSource::Tensors& m_tensors;
};

Status readTrunk(const Names& names, Architecture& found) {
    if (!names.any(kStudent))
        return {};
    for (const StudentEntry& student : kStudents) {
        if (!names.any(kStudent, student.sign))
            continue;
        found.trunk = student.kind;
        const std::int64_t extent = names.extent(kStudent, student.tensor, student.dim);
        const int layers = names.countParts(std::string(kStudent) + "backbone.model.features.");
        const auto* const size = std::find_if(kSizes.begin(), kSizes.end(), [&](const SizeEntry& entry) {
            return entry.kind == student.kind && entry.extent == extent &&
                   (entry.layers == 0 || entry.layers == layers);
        });
        if (size == kSizes.end())
            return fail(ErrorCode::Unsupported,
                        "The model's image encoder is a " + std::string(student.name) +
                            " of a size that this program doesn't know (" + std::string(student.tensor) +
                            " has the extent " + std::to_string(extent) + ").");
        found.trunkSize = size->name;
        return {};
    }
    return fail(ErrorCode::Unsupported, "The model's image encoder is of a kind that this program doesn't "
                                        "know; it reads ViT, EfficientViT, RepViT and TinyViT.");
}

/// The context length that the file or its name states, 0 if neither does.
int statedContext(const WeightSource& source, const std::filesystem::path& path) {
    if (const auto meta = source.metadata().find("text_context_length"); meta != source.metadata().end()) {
        int value = 0;
        const std::string& text = meta->second;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
        if (parsed.ec == std::errc() && value >= 2 && value <= kMaxContext)
            return value;
    }
    const std::string name = path.filename().string();
    return name.find("ctx16") != std::string::npos ? 16 : name.find("ctx32") != std::string::npos ? 32 : 0;
}

Status readText(const Names& names, int stated, Architecture& found) {
    if (names.any(kText, "transformer.resblocks.") || names.any(kText, "token_embedding.")) {
        const std::int64_t rows = names.extent(kText, "positional_embedding", 0);
        found.contextLength = rows >= 2 ? static_cast<int>(std::min<std::int64_t>(rows, 4096)) : kClipContext;
        return {};
    }
    if (!names.any(kText, "embedding_layer.")) {
        found.text = TextKind::None;
        return {};
    }
    const std::int64_t width = names.extent(kText, "embedding_layer.weight", 1);
    const bool mixes = names.anyContaining(std::string(kText) + "transformer.", "token_mixer");
    if (width != 512 && (width != 768 || mixes))
        return fail(ErrorCode::Unsupported, "The model's text encoder is a MobileCLIP of a width (" +
                                                std::to_string(width) +
                                                ") that this program doesn't know; it reads S0, S1 and L.");
    found.text = mixes          ? TextKind::MobileClipS0
                 : width == 512 ? TextKind::MobileClipS1
                                : TextKind::MobileClip2L;
    const std::int64_t rows = names.extent(kText, "positional_embedding.pos_embed.pos_embed", 2);
    const bool tableTells = rows >= 2 && rows < kMaxContext;
    found.contextLength = stated > 0 ? stated : tableTells ? static_cast<int>(rows) : kMobileContext;
    return {};
}

bool hasAllPointLayers(const Names& names) {
    for (const char* layer : {"points_direct_project", "points_pool_project", "points_pos_enc_project"})
        for (const char* leaf : {".weight", ".bias"})
            if (!names.any("detector.geometry_encoder." + std::string(layer) + leaf))
                return false;
    return true;
}

void readParts(const Names& names, Architecture& found) {
    found.isMultiplex = names.any(kVision, "propagation_convs.") ||
                        names.any(kVision, "interactive_convs.") ||
                        names.any("tracker.model.interactive_sam_mask_decoder.") ||
                        names.extent("tracker.model.sam_mask_decoder.", "mask_tokens.weight", 0) == 48;
    const std::string clicks = clickPrefix(found);
    found.hasClicks = names.any(clicks + "sam_prompt_encoder.") || names.any(clicks + "sam_mask_decoder.");
    found.hasTracker =
        names.any(found.isMultiplex ? "tracker.model.maskmem_backbone." : "tracker.maskmem_backbone.");
    found.hasGeometry = names.any("detector.geometry_encoder.");
    found.hasPointExemplars = hasAllPointLayers(names);
}

} // namespace

std::string clickPrefix(const Architecture& architecture) {
    return architecture.isMultiplex ? "tracker.model.interactive_" : "tracker.";
}

std::string familyName(const Architecture& architecture) {
    const char* edition = architecture.isMultiplex ? ".1" : "";
    switch (architecture.family) {
    case Family::Sam3:
        return "SAM 3";
    case Family::Sam31Multiplex:
        return "SAM 3.1 multiplex";
    case Family::EfficientSam3:
        return std::string("EfficientSAM3") + edition;
    case Family::LiteText:
        return std::string("SAM 3") + edition + " LiteText";
    }
    return "SAM 3";
}

std::string trunkName(const Architecture& architecture) {
    for (const StudentEntry& student : kStudents)
        if (student.kind == architecture.trunk)
            return std::string(student.name) + " " + architecture.trunkSize;
    return "ViT";
}

std::string textName(const Architecture& architecture) {
    for (const TextEntry& text : kTextEncoders)
        if (text.kind == architecture.text)
            return text.name;
    return "";
}

Result<Architecture> detectArchitecture(const WeightSource& source, const std::filesystem::path& path) {
    const Names names(source);
    if (!names.any(kVision, "trunk."))
        return fail(ErrorCode::Unsupported, describeForeignModel(source));
    Architecture found;
    RETURN_IF_ERROR(readTrunk(names, found));
    RETURN_IF_ERROR(readText(names, statedContext(source, path), found));
    readParts(names, found);
    const bool hasLightText = found.hasText() && found.text != TextKind::Clip;
    found.family = found.trunk != TrunkKind::Vit ? Family::EfficientSam3
                   : hasLightText                ? Family::LiteText
                   : found.isMultiplex           ? Family::Sam31Multiplex
                                                 : Family::Sam3;
    return found;
}

} // namespace inference
