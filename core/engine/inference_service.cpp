// SPDX-License-Identifier: Apache-2.0
#include "core/engine/threaded_inference_service.h"

#include <filesystem>

namespace core {

std::unique_ptr<InferenceService> makeInferenceService(const ServiceOptions& options) {
    inference::EngineOptions engine;
    engine.threads = options.threads;
    engine.cacheBytes = std::size_t(options.embeddingBytes);
    engine.cacheFolder = std::filesystem::path(options.cacheFolder.toStdU16String());
    engine.cacheDiskBytes = std::uint64_t(options.cacheDiskBytes);
    return std::make_unique<ThreadedInferenceService>(engineFactory(engine), options);
}

} // namespace core
