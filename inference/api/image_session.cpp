// SPDX-License-Identifier: Apache-2.0
#include "inference/api/image_session.h"

#include "inference/base/trace.h"
#include "inference/device/run.h"
#include "inference/session/engine_state.h"
#include "inference/session/postprocess.h"
#include "inference/session/preprocess.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace inference {
namespace {

constexpr const char* kPlaceholder = "visual"; ///< the phrase of a prompt that has exemplar boxes only
constexpr float kMaxPromptLogit = 32.0F;
constexpr std::size_t kCandidates = 3;
constexpr std::size_t kMaxPrompts = 1000; ///< boxes or clicks of one prompt

/// Runs one request: hands it a Run, and reports its time and a lack of memory.
template <class Work>
auto runRequest(EngineState& engine, const RunControl& control, Work work)
    -> decltype(work(std::declval<Run&>())) {
    Trace trace;
    Run run{*engine.device, control.stop, control.progress, control.yield, control.urgent, &trace};
    try {
        auto result = work(run);
        if (control.timings != nullptr)
            *control.timings = trace.times();
        return result;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
                    "There is not enough memory for this model; close other programs.");
    }
}

Result<Tensor> imageTrunk(Run& run, const ImageSession::Parts& parts) {
    EngineState& engine = parts.engine;
    if (std::optional<Tensor> kept = engine.disk.find(*engine.device, parts.key))
        return std::move(*kept);
    Tensor pixels;
    {
        const Trace::Scope scope(run.trace, "preprocess");
        pixels = normalisePixels(run, parts.pixels, engine.info.imageSize);
    }
    ASSIGN_OR_RETURN(Tensor trunk, engine.model->encodeTrunk(run, pixels));
    engine.disk.insert(parts.key, trunk);
    return trunk;
}

Result<ImageFeatures> imageFeatures(Run& run, const ImageSession::Parts& parts) {
    EngineState& engine = parts.engine;
    if (std::optional<ImageFeatures> hot = engine.images.find(parts.key))
        return std::move(*hot);
    ASSIGN_OR_RETURN(const Tensor trunk, imageTrunk(run, parts));
    ASSIGN_OR_RETURN(ImageFeatures features, engine.model->startFeatures(run, trunk));
    engine.images.insert(parts.key, features);
    return features;
}

/// Has later prompts find what this one may have added.
void keep(const ImageSession::Parts& parts, const ImageFeatures& features) {
    parts.engine.images.insert(parts.key, features);
}

Result<Tensor> textRows(Run& run, EngineState& engine, const std::string& phrase) {
    if (std::optional<Tensor> hot = engine.phrases.find(phrase))
        return std::move(*hot);
    ASSIGN_OR_RETURN(Tensor rows, engine.model->encodeText(run, phrase));
    engine.phrases.insert(phrase, rows);
    return rows;
}

bool isBlank(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

bool isFinite(const Box& box) {
    return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

Status checkConcept(const ConceptPrompt& prompt, const EngineState& engine) {
    if (isBlank(prompt.text) && prompt.boxes.empty())
        return fail(ErrorCode::InvalidArgument,
                    "The prompt is empty: type what to find, or draw an example box.");
    if (engine.model->tokenizer() == nullptr)
        return fail(ErrorCode::Unsupported,
                    engine.model->config().architecture.hasText()
                        ? "The model's vocabulary is missing, so it can't read a phrase: put "
                          "bpe_simple_vocab_16e6.txt.gz beside the model file."
                        : "This model has no text part; use clicks and boxes around single instances.");
    if (!prompt.boxes.empty() && !engine.model->hasExemplars())
        return fail(ErrorCode::Unsupported,
                    "This model has no part for example boxes; type what to find instead.");
    const auto isUsable = [](const SignedBox& box) {
        return isFinite(box.box) && box.box.x1 > box.box.x0 && box.box.y1 > box.box.y0;
    };
    if (!std::all_of(prompt.boxes.begin(), prompt.boxes.end(), isUsable))
        return fail(ErrorCode::InvalidArgument, "An example box is empty: draw it larger.");
    if (prompt.boxes.size() > kMaxPrompts)
        return fail(ErrorCode::InvalidArgument, "The prompt has more than 1000 example boxes; remove some.");
    return {};
}

Status checkInstance(const InstancePrompt& prompt, const EngineState& engine) {
    if (!engine.model->hasClicks())
        return fail(ErrorCode::Unsupported,
                    "This model has no part for clicks; type a phrase or draw example boxes.");
    if (prompt.points.empty() && !prompt.box && !prompt.mask)
        return fail(ErrorCode::InvalidArgument,
                    "The prompt is empty: click on the object, or draw a box around it.");
    if (prompt.points.size() > kMaxPrompts)
        return fail(ErrorCode::InvalidArgument, "The prompt has more than 1000 clicks; remove some.");
    const auto isUsable = [](const SignedPoint& point) {
        return std::isfinite(point.x) && std::isfinite(point.y);
    };
    if (!std::all_of(prompt.points.begin(), prompt.points.end(), isUsable) ||
        (prompt.box && !isFinite(*prompt.box)))
        return fail(ErrorCode::InvalidArgument, "A click or the box has no valid coordinates; set it again.");
    const int side = engine.info.maskSize;
    if (prompt.mask && (prompt.mask->width != side || prompt.mask->height != side || !prompt.mask->values ||
                        prompt.mask->values->size() != static_cast<std::size_t>(side) * side))
        return fail(ErrorCode::InvalidArgument,
                    "The prompt's mask was made by another model; start without it.");
    return {};
}

MaskCandidate toCandidate(const DecodedMasks& masks, std::size_t index, const EngineState& engine) {
    const int side = engine.info.maskSize;
    const std::size_t area = static_cast<std::size_t>(side) * side;
    const auto begin = masks.logits.begin() + static_cast<std::ptrdiff_t>(index * area);
    std::vector<float> shown(begin, begin + static_cast<std::ptrdiff_t>(area));
    std::vector<float> reused = shown;
    for (float& value : reused)
        value = std::clamp(value, -kMaxPromptLogit, kMaxPromptLogit);
    fillHoles(shown, side, side, engine.maxHoleArea);
    return {masks.iou[index], toMask(std::move(shown), side), toMask(std::move(reused), side)};
}

} // namespace

ImageSession::ImageSession(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

ImageSession::~ImageSession() = default;

int ImageSession::width() const {
    return m_parts->width;
}

int ImageSession::height() const {
    return m_parts->height;
}

bool ImageSession::isPrepared() const {
    return m_parts->engine.images.contains(m_parts->key);
}

Status ImageSession::prepare(const RunControl& control, Purpose purpose) {
    return runRequest(m_parts->engine, control, [&](Run& run) -> Status {
        ASSIGN_OR_RETURN(ImageFeatures features, imageFeatures(run, *m_parts));
        if (purpose != Purpose::Clicks || !m_parts->engine.model->hasClicks())
            return {};
        RETURN_IF_ERROR(m_parts->engine.model->addClickMaps(run, features));
        keep(*m_parts, features);
        return {};
    });
}

Result<ConceptResult> ImageSession::segmentConcept(const ConceptPrompt& prompt, const ConceptOptions& options,
                                                   const RunControl& control) {
    EngineState& engine = m_parts->engine;
    RETURN_IF_ERROR(checkConcept(prompt, engine));
    const ImageSize size{m_parts->width, m_parts->height};
    return runRequest(engine, control, [&](Run& run) -> Result<ConceptResult> {
        ASSIGN_OR_RETURN(ImageFeatures features, imageFeatures(run, *m_parts));
        const std::string phrase = isBlank(prompt.text) ? kPlaceholder : prompt.text;
        ASSIGN_OR_RETURN(const Tensor text, textRows(run, engine, phrase));
        std::vector<Exemplar> exemplars;
        for (const SignedBox& box : prompt.boxes)
            exemplars.push_back(toExemplar(box, size));
        ASSIGN_OR_RETURN(FoundConcept found,
                         engine.model->findConcept(run, features, text, exemplars, options.minScore));
        keep(*m_parts, features);
        const Trace::Scope scope(run.trace, "postprocess");
        ConceptResult result{found.presence, {}};
        for (FoundQuery& query : found.queries)
            result.instances.push_back({query.score, toPixels(query.box, size),
                                        toMask(std::move(query.maskLogits), engine.info.maskSize)});
        return result;
    });
}

Result<std::vector<MaskCandidate>> ImageSession::segmentInstance(const InstancePrompt& prompt,
                                                                 const RunControl& control) {
    EngineState& engine = m_parts->engine;
    RETURN_IF_ERROR(checkInstance(prompt, engine));
    const ImageSize size{m_parts->width, m_parts->height};
    return runRequest(engine, control, [&](Run& run) -> Result<std::vector<MaskCandidate>> {
        ASSIGN_OR_RETURN(ImageFeatures features, imageFeatures(run, *m_parts));
        const std::vector<ClickPoint> clicks = toClicks(prompt, size, engine.info.imageSize);
        const std::span<const float> mask =
            prompt.mask ? std::span<const float>(*prompt.mask->values) : std::span<const float>();
        ASSIGN_OR_RETURN(const DecodedMasks masks, engine.model->segmentClicks(run, features, clicks, mask));
        keep(*m_parts, features);
        const Trace::Scope scope(run.trace, "postprocess");
        std::vector<MaskCandidate> candidates;
        if (prompt.multimask) {
            candidates.resize(kCandidates);
            engine.device->threads().parallelFor(kCandidates, 1, [&](std::int64_t begin, std::int64_t end) {
                for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i)
                    candidates[i] = toCandidate(masks, i + 1, engine);
            });
        } else {
            candidates.push_back(toCandidate(masks, chooseSingleMask(masks), engine));
        }
        return candidates;
    });
}

} // namespace inference
