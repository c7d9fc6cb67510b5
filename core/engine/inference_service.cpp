// SPDX-License-Identifier: Apache-2.0
#include "core/engine/threaded_inference_service.h"

namespace core {

std::unique_ptr<InferenceService> makeInferenceService(const ServiceOptions& options) {
    inference::EngineOptions engine;
    engine.threads = options.threads;
    engine.cacheBytes = std::size_t(options.embeddingBytes);
    return std::make_unique<ThreadedInferenceService>(engineFactory(engine), options);
}

} // namespace core
