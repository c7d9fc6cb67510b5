// SPDX-License-Identifier: Apache-2.0
#include "inference/api/engine.h"

#include "inference/device/run.h"
#include "inference/model/vocabulary.h"
#include "inference/session/describe.h"
#include "inference/session/engine_state.h"
#include "inference/session/preprocess.h"
#include "inference/weights/canonical_source.h"

#include <algorithm>
#include <array>
#include <new>
#include <optional>

namespace inference {

struct Engine::Parts {
    EngineState state;
};

namespace {

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

/// Nothing without a text part or a vocabulary.
Result<std::optional<Tokenizer>> readTokenizer(const OpenedModel& model, const std::filesystem::path& path) {
    // Without the table the vocabulary's size is unknown; loading says that the table is missing.
    const bool hasTable = std::any_of(kTokenTables.begin(), kTokenTables.end(), [&](const char* name) {
        return model.source->tensors().count(name) > 0;
    });
    if (!model.config.architecture.hasText() || !hasTable)
        return std::nullopt;
    ASSIGN_OR_RETURN(const std::optional<std::string> merges, findVocabulary(*model.source, path));
    if (!merges)
        return std::nullopt;
    return Tokenizer::create(*merges, model.config.vocabularySize, model.config.contextLength);
}

Result<OpenedModel> openModel(const std::filesystem::path& given) {
    ASSIGN_OR_RETURN(const std::filesystem::path path, weightsFileAt(given)); // its companions lie beside it
    OpenedModel model;
    ASSIGN_OR_RETURN(model.source, openCheckpoint(path));
    ASSIGN_OR_RETURN(model.config, readConfig(*model.source, path));
    ASSIGN_OR_RETURN(model.tokenizer, readTokenizer(model, path));
    ASSIGN_OR_RETURN(model.info,
                     describeModel(*model.source, model.config, given, model.tokenizer.has_value()));
    model.maxHoleArea =
        static_cast<int>(metadataNumber(*model.source, "maskwright.max_hole_area", 256, 0, 1 << 20));
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

Status Engine::check(const std::filesystem::path& model, const RunControl& control) {
    ASSIGN_OR_RETURN(const std::unique_ptr<Engine> engine,
                     open(model, {DeviceChoice::Cpu, 1, 0}, control.stop));
    const EngineState& state = engine->m_parts->state;
    return state.model->checkWeights({*state.device, control.stop, control.progress, control.yield});
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
