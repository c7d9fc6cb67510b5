// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/image_session.h"
#include "inference/api/result.h"
#include "inference/api/types.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace inference {

/// The engine: a loaded model on a device. One thread at a time (the inference thread); sessions share that
/// rule and must not outlive the engine.
class Engine {
public:
    /// Loads a model. Every missing, misshapen or unclaimed tensor of the file is listed in one error. Error
    /// once `stop` is requested: Cancelled.
    static Result<std::unique_ptr<Engine>> open(const std::filesystem::path& model,
                                                const EngineOptions& options = {},
                                                const std::stop_token& stop = {});
    /// Reads what the file says of itself without loading the weights.
    static Result<ModelInfo> inspect(const std::filesystem::path& model);

    /// Opens a model and looks through all weights that images need for values that are not finite numbers,
    /// which otherwise the first request that uses them does: reads the whole file. Errors: as open.
    static Status check(const std::filesystem::path& model, const RunControl& control = {});

    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    const ModelInfo& info() const;
    std::string deviceName() const;

    /// A session on one image. Cheap: the pixels are copied at the model's size, nothing is encoded yet.
    /// `contentHash` names the pixels for the embedding cache; empty: computed from them.
    Result<std::unique_ptr<ImageSession>> openImage(const ImageView& image, std::string contentHash = {});

private:
    struct Parts;
    explicit Engine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace inference
