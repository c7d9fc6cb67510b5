// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/golden_case.h"

#include "inference/base/trace.h"
#include "inference/model/vocabulary.h"
#include "inference/session/postprocess.h"
#include "inference/weights/canonical_source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace inference::test {
namespace {

constexpr double kMinCosine = 0.99999;
constexpr double kMaxSampledL2 = 3e-4;

template <class T> T orAbort(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().message.c_str());
        std::abort();
    }
    return std::move(*result);
}

bool startsWith(const std::string& text, const std::string& start) {
    return text.compare(0, start.size(), start) == 0;
}

/// Stages that the reference stores channel-first.
bool isChannelFirst(const std::string& stage) {
    static const std::array<const char*, 13> kNames{
        "trunk",    "fpn",       "sam2_fpn",     "pos2",     "pvs_high", "pvs_embed", "pvs_pe",
        "seg_norm", "seg_pixel", "seg_instance", "semantic", "upscale",  "dense"};
    return std::any_of(kNames.begin(), kNames.end(),
                       [&](const char* name) { return startsWith(stage, name); });
}

/// [blocks, rows, columns] → [blocks, columns, rows].
std::vector<float> swapped(const std::vector<float>& values, std::size_t rows, std::size_t columns,
                           std::size_t depth) {
    std::vector<float> result(values.size());
    const std::size_t block = rows * columns * depth;
    for (std::size_t b = 0; b < values.size() / block; ++b)
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c)
                for (std::size_t d = 0; d < depth; ++d)
                    result[b * block + (c * rows + r) * depth + d] =
                        values[b * block + (r * columns + c) * depth + d];
    return result;
}

std::vector<float> inReferenceLayout(const std::string& stage, const FloatTensor& ours, const Shape& shape) {
    const auto channels = static_cast<std::size_t>(ours.shape.back());
    if (isChannelFirst(stage))
        return swapped(ours.values, ours.values.size() / channels, channels, 1);
    if (stage.size() > 5 && stage.compare(stage.size() - 5, 5, "_rope") == 0)
        return swapped(ours.values, static_cast<std::size_t>(shape[2]), static_cast<std::size_t>(shape[1]),
                       static_cast<std::size_t>(shape[3]));
    return ours.values;
}

StageError measure(const std::string& stage, const std::vector<float>& ours, const FloatTensor& reference) {
    StageError error{stage, 1, 0, ours.size() != reference.values.size()};
    if (error.missing)
        return error;
    double product = 0;
    double mine = 0;
    double theirs = 0;
    double difference = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const double a = ours[i];
        const double b = reference.values[i];
        product += a * b;
        mine += a * a;
        theirs += b * b;
        difference += (a - b) * (a - b);
    }
    const double norm = std::sqrt(mine * theirs);
    error.cosine = norm > 0 ? product / norm : (difference == 0 ? 1 : 0);
    error.relativeL2 = theirs > 0 ? std::sqrt(difference / theirs) : std::sqrt(difference);
    return error;
}

/// Stages that tests look at by other means than taps.
bool isComparedElsewhere(const std::string& stage) {
    return stage == "input" || stage == "tokens" || stage == "iou" || stage == "low_res" ||
           startsWith(stage, "final_");
}

/// `path`: of the model file, beside which its vocabulary may lie.
std::unique_ptr<EngineState> openEngine(const std::shared_ptr<const WeightSource>& source,
                                        const std::filesystem::path& path) {
    const Config config = orAbort(readConfig(*source, path));
    const auto merges = orAbort(findVocabulary(*source, path));
    std::optional<Tokenizer> tokenizer;
    if (merges)
        tokenizer = orAbort(Tokenizer::create(*merges, config.vocabularySize, config.contextLength));
    auto device = orAbort(openDevice(DeviceChoice::Cpu, 2));
    auto model = orAbort(loadModel(source, config, std::move(tokenizer), *device));
    ModelInfo info;
    info.imageSize = config.imageSize;
    info.maskSize = config.maskSize();
    return std::unique_ptr<EngineState>(new EngineState{std::move(device), std::move(info), 256,
                                                        std::move(model),
                                                        EmbeddingCache(std::size_t{1} << 30), PhraseCache()});
}

} // namespace

bool StageError::deviates(double maxRelativeL2) const {
    return missing || !(cosine > kMinCosine) || !(relativeL2 < maxRelativeL2);
}

std::string Comparison::firstDeviation() const {
    const auto found = std::find_if(stages.begin(), stages.end(), [this](const StageError& stage) {
        return stage.deviates(maxRelativeL2);
    });
    return found == stages.end() ? std::string() : found->stage;
}

StageError Comparison::worst() const {
    return stages.empty() ? StageError()
                          : *std::max_element(stages.begin(), stages.end(), [](const auto& a, const auto& b) {
                                return a.relativeL2 < b.relativeL2;
                            });
}

/// A run whose taps land in `taps`: whole, or as the reference's sample where its folder holds samples, as
/// the stages of a large model would not fit into memory together.
struct GoldenCase::TappedRun {
    TappedRun(const GoldenCase& golden, const std::string& group)
        : run{*golden.m_engine->device, {}, {}, {}, {}, &trace} {
        std::map<std::string, Shape> shapes;
        for (const auto& entry : golden.m_index["stages"])
            if (const auto name = entry["stage"].get<std::string>(); startsWith(name, group + "/"))
                shapes[name.substr(group.size() + 1)] = entry["shape"].get<Shape>();
        const bool isSampled = golden.m_config.contains("subsample");
        trace.setTapSink([this, &golden, shapes, isSampled](const std::string& name, const Tensor& tensor) {
            if (!isSampled) {
                taps[name] = {tensor.shape(), ops::toHost(run, tensor).value()};
                return;
            }
            const auto wanted = shapes.find(name);
            if (wanted == shapes.end())
                return;
            const FloatTensor whole{tensor.shape(), ops::toHost(run, tensor).value()};
            taps[name] = {{}, golden.likeReference(inReferenceLayout(name, whole, wanted->second))};
        });
    }
    Trace trace;
    Taps taps;
    Run run;
};

GoldenCase::GoldenCase(std::filesystem::path folder, std::unique_ptr<EngineState> engine)
    : m_folder(std::move(folder)), m_config(readJson(m_folder / "config.json")),
      m_index(readJson(m_folder / "index.json")),
      m_picture(readPng(m_folder / m_config["image"].get<std::string>())), m_engine(std::move(engine)),
      m_session(std::make_unique<ImageSession>(std::unique_ptr<ImageSession::Parts>(
          new ImageSession::Parts{*m_engine, m_picture.width, m_picture.height, {}, "golden"}))) {}

GoldenCase::GoldenCase(std::filesystem::path folder, const std::filesystem::path& model)
    : GoldenCase(std::move(folder), openEngine(orAbort(openCheckpoint(model)), model)) {}

GoldenCase::GoldenCase(std::filesystem::path folder, std::shared_ptr<const WeightSource> source,
                       const std::filesystem::path& vocabulary)
    : GoldenCase(std::move(folder),
                 openEngine(orAbort(CanonicalSource::create(std::move(source))), vocabulary)) {}

std::vector<float> GoldenCase::likeReference(std::vector<float> values) const {
    const std::uint64_t count = values.size();
    const auto wanted = m_config.value("subsample", std::uint64_t{0});
    if (wanted == 0 || count <= wanted)
        return values;
    std::vector<float> sample(wanted);
    for (std::uint64_t j = 0; j < wanted; ++j)
        sample[j] = values[j * 2654435761U % count];
    return sample;
}

Comparison GoldenCase::compare(const std::string& group, const Taps& taps) const {
    Comparison comparison;
    if (m_config.contains("subsample"))
        comparison.maxRelativeL2 = kMaxSampledL2;
    for (const auto& entry : m_index["stages"]) {
        const std::string name = entry["stage"].get<std::string>();
        const std::string stage = name.substr(name.find('/') + 1);
        if (name.substr(0, name.find('/')) != group || isComparedElsewhere(stage))
            continue;
        const FloatTensor expected = reference(name);
        const auto found = taps.find(stage);
        if (found == taps.end()) {
            if (!expected.values.empty())
                comparison.stages.push_back({name, 0, 1, true});
            continue;
        }
        comparison.stages.push_back(measure(name,
                                            found->second.shape.empty()
                                                ? found->second.values
                                                : inReferenceLayout(stage, found->second, expected.shape),
                                            expected));
    }
    return comparison;
}

std::vector<float> GoldenCase::referenceInput() const {
    const FloatTensor input = reference("image/input");
    return swapped(input.values, 3, input.values.size() / 3, 1);
}

Comparison GoldenCase::compareImage(const std::vector<float>& input,
                                    const std::function<void(Taps&)>& change) {
    TappedRun tapped(*this, "image");
    const int side = m_engine->info.imageSize;
    const Model& model = *m_engine->model;
    const Tensor trunk =
        orAbort(model.encodeTrunk(tapped.run, ops::fromHost(tapped.run, input, {side, side, 3})));
    m_features = orAbort(model.startFeatures(tapped.run, trunk));
    if (!model.addFineLevels(tapped.run, m_features) ||
        (model.hasClicks() && !model.addClickMaps(tapped.run, m_features)))
        std::abort();
    m_engine->images.insert("golden", m_features);
    if (change)
        change(tapped.taps);
    return compare("image", tapped.taps);
}

ConceptPrompt GoldenCase::conceptPrompt(const nlohmann::json& prompt) const {
    ConceptPrompt result;
    for (const auto& step : prompt["steps"]) {
        if (step.contains("text"))
            result.text = step["text"].get<std::string>();
        if (!step.contains("box"))
            continue;
        const auto box = step["box"].get<std::array<float, 4>>();
        result.boxes.push_back({toPixels(box, pictureSize()), step["positive"].get<bool>()});
    }
    return result;
}

InstancePrompt GoldenCase::instancePrompt(const nlohmann::json& prompt) const {
    InstancePrompt result;
    result.multimask = prompt["multimask"].get<bool>();
    for (std::size_t i = 0; prompt.contains("points") && i < prompt["points"].size(); ++i)
        result.points.push_back({prompt["points"][i][0].get<float>(), prompt["points"][i][1].get<float>(),
                                 prompt["labels"][i].get<int>() == 1});
    if (prompt.contains("box")) {
        const auto box = prompt["box"].get<std::array<float, 4>>();
        result.box = Box{box[0], box[1], box[2], box[3]};
    }
    if (prompt.contains("mask_from")) {
        const std::string from = prompt["mask_from"].get<std::string>();
        const auto index = prompt["mask_index"].get<std::size_t>();
        if (const auto answer = m_answers.find(from); answer != m_answers.end()) {
            result.mask = answer->second.at(index).promptMask;
            return result;
        }
        const FloatTensor masks = reference(from + "/low_res");
        const auto side = static_cast<int>(masks.shape[1]);
        const auto begin = masks.values.begin() + static_cast<std::ptrdiff_t>(index) * side * side;
        result.mask =
            toMask(std::vector<float>(begin, begin + static_cast<std::ptrdiff_t>(side) * side), side);
    }
    return result;
}

Comparison GoldenCase::comparePrompt(const nlohmann::json& prompt) {
    TappedRun tapped(*this, prompt["name"].get<std::string>());
    const Model& model = *m_engine->model;
    if (prompt["kind"] == "pcs") {
        const ConceptPrompt request = conceptPrompt(prompt);
        std::vector<Exemplar> exemplars;
        for (const SignedBox& box : request.boxes)
            exemplars.push_back(toExemplar(box, pictureSize()));
        const Tensor text =
            orAbort(model.encodeText(tapped.run, request.text.empty() ? "visual" : request.text));
        orAbort(model.findConcept(tapped.run, m_features, text, exemplars, 0.0F));
    } else {
        const InstancePrompt request = instancePrompt(prompt);
        const std::vector<ClickPoint> clicks = toClicks(request, pictureSize(), m_engine->info.imageSize);
        const std::vector<float> mask = request.mask ? *request.mask->values : std::vector<float>();
        orAbort(model.segmentClicks(tapped.run, m_features, clicks, mask));
    }
    return compare(prompt["name"].get<std::string>(), tapped.taps);
}

Result<ConceptResult> GoldenCase::findConcept(const nlohmann::json& prompt) {
    return m_session->segmentConcept(conceptPrompt(prompt));
}

Result<std::vector<MaskCandidate>> GoldenCase::instance(const nlohmann::json& prompt) {
    auto candidates = m_session->segmentInstance(instancePrompt(prompt));
    if (candidates && m_config.contains("subsample"))
        m_answers[prompt["name"].get<std::string>()] = *candidates;
    return candidates;
}

std::vector<float> GoldenCase::enlarged(const MaskLogits& mask) {
    Run run{*m_engine->device};
    const Tensor planes = ops::fromHost(run, *mask.values, {1, mask.height, mask.width});
    return orAbort(ops::toHost(run, ops::resizeBilinear(run, planes, m_picture.height, m_picture.width)));
}

} // namespace inference::test
