// SPDX-License-Identifier: Apache-2.0
#include "inference/api/engine.h"

#include "inference/base/content_hash.h"
#include "inference/model/vocabulary.h"
#include "inference/session/engine_state.h"
#include "inference/session/memory_estimate.h"
#include "inference/session/preprocess.h"
#include "inference/weights/canonical_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <new>
#include <optional>

namespace inference {

struct Engine::Parts {
    EngineState state;
};

namespace {

constexpr const char* kVocabularyKey = "maskwright.vocabulary";
constexpr std::array<const char*, 2> kTokenTables{
    "detector.backbone.language_backbone.encoder.token_embedding.weight",
    "detector.backbone.language_backbone.encoder.embedding_layer.weight"};
constexpr int kMaxImageSide = 1 << 17;

/// What a file says before its weights are loaded.
struct OpenedModel {
    std::shared_ptr<const CanonicalSource> source;
    Config config;
    std::optional<Tokenizer> tokenizer;
    ModelInfo info;
    int maxHoleArea = 256;
};

/// A number of the file's metadata, or `fallback`.
template <class Number>
Number metadataNumber(const WeightSource& source, const char* key, Number fallback, Number low, Number high) {
    const auto found = source.metadata().find(key);
    if (found == source.metadata().end())
        return fallback;
    Number value{};
    const std::string& text = found->second;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc() && value >= low && value <= high ? value : fallback;
}

/// Tells models apart by the start of each tensor, as much as the system reads at least: reading more would
/// read most of the file before it is needed.
std::string hashOf(const WeightSource& source) {
    constexpr std::size_t kSampleBytes = 4096;
    ContentHash hash;
    for (const auto& [name, tensor] : source.tensors()) {
        hash.add(name);
        hash.add(tensor.typeName);
        hash.add(toString(tensor.shape));
        for (const std::span<const std::byte> bytes : storedSpans(tensor))
            hash.add(bytes.first(std::min(kSampleBytes, bytes.size())));
    }
    for (const auto& [key, value] : source.metadata()) {
        hash.add(key);
        hash.add(value);
    }
    return hash.hex();
}

/// The type that most of the weights have.
std::string precisionOf(const WeightSource& source) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& entry : source.tensors())
        counts[entry.second.typeName] += elementCount(entry.second.shape);
    if (counts["I8"] > 0) // the encoders; the rest of such a file is f16
        return "q8";
    const std::map<std::string, std::string> names{{"F32", "f32"}, {"F16", "f16"}, {"BF16", "bf16"}};
    std::string most = "unknown";
    std::int64_t largest = 0;
    for (const auto& [type, name] : names)
        if (counts[type] > largest) {
            largest = counts[type];
            most = name;
        }
    return most;
}

/// Weights, not the scales of 8-bit ones.
std::size_t parameterCount(const WeightSource& source) {
    std::size_t total = 0;
    for (const auto& [name, tensor] : source.tensors()) {
        const bool isFloat = tensor.typeName[0] == 'F' || tensor.type == DType::BF16;
        if (tensor.type == DType::I8 || (isFloat && !name.ends_with(".scale")))
            total += static_cast<std::size_t>(elementCount(tensor.shape));
    }
    return total;
}

ModelInfo describe(const OpenedModel& model, const std::filesystem::path& path) {
    const WeightSource& source = *model.source;
    const Architecture& parts = model.config.architecture;
    ModelInfo info;
    const auto name = source.metadata().find("maskwright.name");
    info.name = name != source.metadata().end() ? name->second : path.stem().string();
    info.family = familyName(parts);
    info.hash = hashOf(source);
    info.precision = precisionOf(source);
    info.imageSize = model.config.imageSize;
    info.maskSize = model.config.maskSize();
    info.parameters = parameterCount(source);
    info.hasText = parts.hasText() && model.tokenizer.has_value();
    info.hasExemplars = info.hasText && parts.hasGeometry;
    info.hasClicks = parts.hasClicks;
    info.hasTracker = parts.hasTracker;
    info.threshold = metadataNumber(source, "maskwright.threshold", 0.5F, 0.0F, 1.0F);
    info.memory = memoryNeeds(source, model.config);
    info.metadata = source.metadata();
    info.metadata.erase(kVocabularyKey);
    return info;
}

Result<OpenedModel> openModel(const std::filesystem::path& given) {
    ASSIGN_OR_RETURN(const std::filesystem::path path, weightsFileAt(given)); // its companions lie beside it
    OpenedModel model;
    ASSIGN_OR_RETURN(model.source, openCheckpoint(path));
    ASSIGN_OR_RETURN(model.config, readConfig(*model.source, path));
    // Without the table the vocabulary's size is unknown; loading says that the table is missing.
    const bool hasTable = std::any_of(kTokenTables.begin(), kTokenTables.end(), [&](const char* name) {
        return model.source->tensors().count(name) > 0;
    });
    if (model.config.architecture.hasText() && hasTable) {
        ASSIGN_OR_RETURN(const std::optional<std::string> merges, findVocabulary(*model.source, path));
        if (merges) {
            ASSIGN_OR_RETURN(model.tokenizer, Tokenizer::create(*merges, model.config.vocabularySize,
                                                                model.config.contextLength));
        }
    }
    model.info = describe(model, given);
    model.maxHoleArea = metadataNumber(*model.source, "maskwright.max_hole_area", 256, 0, 1 << 20);
    return model;
}

Status checkImage(const ImageView& image) {
    const bool hasPixels = image.data != nullptr && image.width > 0 && image.height > 0;
    if (!hasPixels || (image.channels != 3 && image.channels != 4))
        return fail(ErrorCode::InvalidArgument, "The image has no pixels, or not three or four channels.");
    if (image.width > kMaxImageSide || image.height > kMaxImageSide)
        return fail(ErrorCode::InvalidArgument, "The image is too large; cut it into parts.");
    return {};
}

} // namespace

Result<std::unique_ptr<Engine>> Engine::open(const std::filesystem::path& model, const EngineOptions& options,
                                             const std::stop_token& stop) {
    try {
        ASSIGN_OR_RETURN(OpenedModel opened, openModel(model));
        ASSIGN_OR_RETURN(std::unique_ptr<Device> device, openDevice(options.device, options.threads));
        ASSIGN_OR_RETURN(std::unique_ptr<Model> loaded,
                         loadModel(opened.source, opened.config, std::move(opened.tokenizer), *device, stop));
        EngineState state{std::move(device),
                          std::move(opened.info),
                          opened.maxHoleArea,
                          std::move(loaded),
                          EmbeddingCache(options.cacheBytes),
                          PhraseCache(),
                          DiskCache(options.cacheFolder, options.cacheDiskBytes)};
        return std::unique_ptr<Engine>(new Engine(std::unique_ptr<Parts>(new Parts{std::move(state)})));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
                    "There is not enough memory for this model; close other programs.");
    }
}

Result<ModelInfo> Engine::inspect(const std::filesystem::path& model) {
    try {
        ASSIGN_OR_RETURN(OpenedModel opened, openModel(model));
        return std::move(opened.info);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to read this model's description.");
    }
}

Engine::Engine(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Engine::~Engine() = default;

const ModelInfo& Engine::info() const {
    return m_parts->state.info;
}

std::string Engine::deviceName() const {
    return m_parts->state.device->info().name;
}

Result<std::unique_ptr<ImageSession>> Engine::openImage(const ImageView& image, std::string contentHash) {
    RETURN_IF_ERROR(checkImage(image));
    EngineState& state = m_parts->state;
    std::vector<std::uint8_t> pixels = resizeToSquare(image, state.info.imageSize, state.device->threads());
    if (contentHash.empty())
        contentHash = hashPixels(pixels);
    std::string key = contentHash + "/" + state.info.hash;
    return std::make_unique<ImageSession>(std::unique_ptr<ImageSession::Parts>(
        new ImageSession::Parts{state, image.width, image.height, std::move(pixels), std::move(key)}));
}

} // namespace inference
