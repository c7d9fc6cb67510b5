// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/weights/weight_source.h"

#include <filesystem>
#include <string>

namespace inference {

enum class Family { Sam3, Sam31Multiplex, EfficientSam3, LiteText };
enum class TrunkKind { Vit, EfficientVit, RepVit, TinyVit };
enum class TextKind { None, Clip, MobileClipS0, MobileClipS1, MobileClip2L };

/// Which of the SAM 3 relatives a file holds, read from its canonical names and a few shapes
/// (checkpoints §1.5). Sizes are in Config.
struct Architecture {
    Family family = Family::Sam3;
    /// SAM 3.1: three necks, clicks through `interactive_convs` and `tracker.model.interactive_*`. True in
    /// the 3.1 editions of the light families, too.
    bool isMultiplex = false;
    TrunkKind trunk = TrunkKind::Vit;
    /// Of a light trunk: b0 to b3 (EfficientViT), m0.6, m0.9, m1.0, m1.1, m1.5, m2.3 (RepViT), 5m, 11m or 21m
    /// (TinyViT). Empty for the ViT.
    std::string trunkSize;
    TextKind text = TextKind::Clip;
    /// Tokens of a phrase: stated beside the weights or by the position table, else 32 (CLIP), 16
    /// (MobileCLIP). The table may hold more rows; the first ones count.
    int contextLength = 32;
    bool hasGeometry = true;       ///< exemplar boxes; without it the prompt is the text alone
    bool hasPointExemplars = true; ///< all six `geometry_encoder.points_*`
    bool hasClicks = true;         ///< click neck, prompt encoder and mask decoder
    bool hasTracker = true;        ///< memory: follows an object through a clip

    bool hasText() const { return text != TextKind::None; }
};

/// What the names of the click part's prompt encoder and mask decoder begin with.
std::string clickPrefix(const Architecture& architecture);
/// "SAM 3", "SAM 3.1 multiplex", "EfficientSAM3" (or "EfficientSAM3.1"), "SAM 3 LiteText".
std::string familyName(const Architecture& architecture);
/// Such as "ViT", "RepViT m1.1".
std::string trunkName(const Architecture& architecture);
/// Such as "CLIP", "MobileCLIP-S0"; empty without a text encoder.
std::string textName(const Architecture& architecture);

/// Reads the architecture off canonical names. `path` is looked at for ctx16 or ctx32 in its name only.
/// Error: Unsupported (no SAM 3 model; says what it is instead where that can be told; a light trunk of a
/// size that isn't known).
Result<Architecture> detectArchitecture(const WeightSource& source, const std::filesystem::path& path);

} // namespace inference
