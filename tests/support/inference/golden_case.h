// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/session/engine_state.h"
#include "inference/session/postprocess.h"
#include "tests/support/inference/golden_files.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace inference::test {

/// What the engine computed, by the stage's name within its group.
using Taps = std::map<std::string, FloatTensor>;

struct StageError {
    std::string stage;
    double cosine = 1;
    double relativeL2 = 0;
    bool missing = false;
    bool deviates(double maxRelativeL2) const;
};

/// Compares stages in computing order; the first that deviates is the place to look.
struct Comparison {
    std::vector<StageError> stages;
    double maxRelativeL2 = 1e-4;        ///< 3e-4 for a folder of samples, which is of the full size
    std::string firstDeviation() const; ///< empty: all agree
    StageError worst() const;
};

/// One folder of reference tensors and a model to hold against it.
class GoldenCase {
public:
    /// `model`: the weights, with sizes and vocabulary in their metadata or beside them.
    GoldenCase(std::filesystem::path folder, const std::filesystem::path& model);
    /// `source`: a checkpoint in any naming; `vocabulary`: the file with the merges.
    GoldenCase(std::filesystem::path folder, std::shared_ptr<const WeightSource> source,
               const std::filesystem::path& vocabulary);

    const nlohmann::json& config() const { return m_config; }
    FloatTensor reference(const std::string& stage) const { return readNpy(m_folder / (stage + ".npy")); }
    const std::filesystem::path& folder() const { return m_folder; }
    EngineState& engine() { return *m_engine; }

    /// Encodes the input [R,R,3] and compares the stages of group "image".
    /// `change` may alter what was computed before it is compared.
    Comparison compareImage(const std::vector<float>& input, const std::function<void(Taps&)>& change = {});
    /// Runs a prompt on the features of compareImage and compares its group.
    Comparison comparePrompt(const nlohmann::json& prompt);
    /// The same prompt through the public session.
    Result<ConceptResult> findConcept(const nlohmann::json& prompt);
    Result<std::vector<MaskCandidate>> instance(const nlohmann::json& prompt);
    ConceptPrompt conceptPrompt(const nlohmann::json& prompt) const;
    InstancePrompt instancePrompt(const nlohmann::json& prompt) const;
    /// Large stages of some folders are stored as a sample: what the reference's rule picks of `values`.
    std::vector<float> likeReference(std::vector<float> values) const;
    /// reference input [1,3,R,R] → [R,R,3].
    std::vector<float> referenceInput() const;
    /// A mask's logits enlarged to the picture.
    std::vector<float> enlarged(const MaskLogits& mask);
    ImageSize pictureSize() const { return {m_picture.width, m_picture.height}; }
    const Picture& picture() const { return m_picture; }

private:
    struct TappedRun;
    GoldenCase(std::filesystem::path folder, std::unique_ptr<EngineState> engine);
    Comparison compare(const std::string& group, const Taps& taps) const;

    std::filesystem::path m_folder;
    nlohmann::json m_config;
    nlohmann::json m_index;
    Picture m_picture;
    std::unique_ptr<EngineState> m_engine;
    std::unique_ptr<ImageSession> m_session;
    ImageFeatures m_features;
    std::map<std::string, std::vector<MaskCandidate>>
        m_answers; ///< of instance(), for prompts that go on from one
};

} // namespace inference::test
