// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace inference {

/// 8-bit RGB pixels that somebody else owns: row-major, `channels` bytes a pixel of which the first three are
/// R, G, B. Orientation is already applied; the engine sees what the user sees.
struct ImageView {
    const std::uint8_t* data = nullptr;
    int width = 0;
    int height = 0;
    std::ptrdiff_t bytesPerLine = 0;
    int channels = 3; ///< 3 (RGB) or 4 (RGBX)
};

/// Half-open rectangle in pixels of the oriented image; may reach outside it.
struct Box {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct SignedBox {
    Box box;
    bool positive = true;
};

/// A click, in pixels of the oriented image; the centre of the first pixel is (0.5, 0.5).
struct SignedPoint {
    float x = 0, y = 0;
    bool positive = true;
};

/// Mask logits on the model's low-resolution grid [height, width]; the mask of the image is where the
/// bilinear enlargement to the image's size is above 0 (sam3-image §12). Shared, never changed after it was
/// made.
struct MaskLogits {
    int width = 0;
    int height = 0;
    std::shared_ptr<const std::vector<float>> values;
};

/// Which instances: a phrase, exemplar boxes, or both. An empty phrase with boxes means "like these boxes".
struct ConceptPrompt {
    std::string text;
    std::vector<SignedBox> boxes;
};

/// What shape one instance has: clicks, a box, and optionally the logits of an earlier answer.
struct InstancePrompt {
    std::vector<SignedPoint> points;
    std::optional<Box> box;
    std::optional<MaskLogits> mask;
    bool multimask =
        true; ///< three candidates; false: the one that the stability rule picks (sam3-image §13)
};

/// One instance found by a concept prompt.
struct Instance {
    float score = 0; ///< sigmoid(logit) * sigmoid(presence)
    Box box;         ///< pixels of the image, not clipped to it
    MaskLogits mask;
};

struct ConceptResult {
    float presence = 0; ///< probability that the concept is in the image at all
    std::vector<Instance> instances;
};

/// One answer to an instance prompt.
struct MaskCandidate {
    float iou = 0;         ///< the model's own estimate of the mask's quality
    MaskLogits mask;       ///< logits with small holes filled: what the user sees
    MaskLogits promptMask; ///< unfilled logits clamped to ±32: hand back as InstancePrompt::mask
};

struct Progress {
    std::string phase; ///< English, such as "image encoder"
    int done = 0;
    int total = 0;
};

struct StageTime {
    std::string stage;
    double milliseconds = 0;
    int calls = 0;
    double flop = 0; ///< of products, convolutions and attention
};

/// What a caller hands to one request. `progress` and `yield` are called on the calling thread.
struct RunControl {
    std::stop_token stop = {};
    std::function<void(const Progress&)> progress = {};
    std::function<void()> yield = {};  ///< background requests: run whatever is more urgent
    std::function<bool()> urgent = {}; ///< any thread: whether yield has something to run; null: it may
    std::vector<StageTime>* timings = nullptr; ///< filled with time per stage when given
};

/// What an image is made ready for. Concepts need the least; masks of what they find are added by the first
/// prompt that finds something.
enum class Purpose { Concepts, Clicks };

struct ConceptOptions {
    float minScore = 0.05F; ///< instances below are not returned; masks are computed only for the others
};

enum class DeviceChoice { Auto, Cpu };

/// How a file stores its large matrices; Q8 is 8-bit integers with a scale for each 64 of them.
enum class Precision { F32, F16, BF16, Q8 };

struct EngineOptions {
    DeviceChoice device = DeviceChoice::Auto;
    int threads = 0;                               ///< 0: one for each processor
    std::size_t cacheBytes = std::size_t{1} << 30; ///< memory for embeddings of recent images
    std::filesystem::path cacheFolder = {};        ///< for embeddings of earlier days; empty: none are kept
    std::uint64_t cacheDiskBytes = std::uint64_t{4} << 30;
};

/// What working on one image takes, estimated.
struct MemoryNeed {
    Precision precision = Precision::F32;
    std::uint64_t bytes = 0; ///< weights and what is computed
    bool fits = true;        ///< this machine has as much and some to spare
};

struct ModelInfo {
    std::string name;                 ///< from the file, else its stem
    std::string family;               ///< such as "SAM 3"
    std::string encoders;             ///< of images and phrases, such as "ViT, CLIP"
    std::string container;            ///< "safetensors", "safetensors in parts" or "PyTorch"
    std::string naming;               ///< whose names the file uses: "official", "Hugging Face" or "MLX"
    std::size_t bytes = 0;            ///< of all tensors that the model may need
    std::vector<std::string> missing; ///< what the model can't do, a colon, and the part that it lacks
    std::string hash; ///< content hash of names, shapes and sampled bytes; part of the cache key
    std::string precision;
    int imageSize = 0;
    int maskSize = 0; ///< side of the low-resolution mask grid
    std::size_t parameters = 0;
    bool hasText = false;
    bool hasExemplars = false;
    bool hasClicks = false;
    bool hasTracker = false;
    float threshold = 0.5F;                      ///< recommended confidence threshold
    std::vector<MemoryNeed> memory;              ///< for each precision that it can be converted to
    std::uint64_t machineBytes = 0;              ///< this machine's memory; 0 if the system doesn't say
    std::map<std::string, std::string> metadata; ///< what the file says of itself, such as its card
};

} // namespace inference
