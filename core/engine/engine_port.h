// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "inference/api/types.h"

#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

/// What the inference thread needs of one opened image: inference::ImageSession without its file format, so
/// that tests run a scripted one. Same contracts.
class SessionPort {
public:
    virtual ~SessionPort() = default;
    virtual int width() const = 0;
    virtual int height() const = 0;
    virtual bool isPrepared() const = 0;
    virtual Status prepare(const inference::RunControl& control, inference::Purpose purpose) = 0;
    virtual Result<inference::ConceptResult> segmentConcept(const inference::ConceptPrompt& prompt,
                                                            const inference::ConceptOptions& options,
                                                            const inference::RunControl& control) = 0;
    virtual Result<std::vector<inference::MaskCandidate>>
    segmentInstance(const inference::InstancePrompt& prompt, const inference::RunControl& control) = 0;
};

/// What the inference thread needs of a loaded model. Sessions must not outlive it.
class EnginePort {
public:
    virtual ~EnginePort() = default;
    virtual const inference::ModelInfo& info() const = 0;
    virtual std::string deviceName() const = 0;
    /// The pixels of `image` are not used after the call.
    virtual Result<std::unique_ptr<SessionPort>> openImage(const inference::ImageView& image,
                                                           std::string contentHash) = 0;
};

/// Opens a model file; called on the inference thread. Cancelled once the token asks to stop.
using EngineFactory =
    std::function<Result<std::unique_ptr<EnginePort>>(const QString& file, const std::stop_token& stop)>;

/// The factory of the real engine.
EngineFactory engineFactory(const inference::EngineOptions& options);

} // namespace core
