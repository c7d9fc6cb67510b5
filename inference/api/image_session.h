// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/api/types.h"

#include <memory>
#include <vector>

namespace inference {

/// One image and the model: encode once, then ask as often as needed (the embeddings stay in the engine's
/// cache; a session whose embeddings were dropped encodes again).
class ImageSession {
public:
    struct Parts;
    explicit ImageSession(std::unique_ptr<Parts> parts);
    ~ImageSession();
    ImageSession(const ImageSession&) = delete;
    ImageSession& operator=(const ImageSession&) = delete;

    int width() const;
    int height() const;
    /// True if a prompt can be answered without encoding first.
    bool isPrepared() const;

    /// Encodes the image unless its embeddings are hot or on disk. Errors: Cancelled, OutOfMemory.
    Status prepare(const RunControl& control = {}, Purpose purpose = Purpose::Concepts);

    /// All instances of a concept, in query order, with scores of at least `options.minScore`.
    /// Errors: InvalidArgument (neither phrase nor box), Unsupported (the model has no text part), Cancelled.
    Result<ConceptResult> segmentConcept(const ConceptPrompt& prompt, const ConceptOptions& options = {},
                                         const RunControl& control = {});

    /// One instance: three candidates in the model's order, or one (InstancePrompt::multimask).
    Result<std::vector<MaskCandidate>> segmentInstance(const InstancePrompt& prompt,
                                                       const RunControl& control = {});

private:
    std::unique_ptr<Parts> m_parts;
};

} // namespace inference
