// SPDX-License-Identifier: Apache-2.0
#include "core/engine/threaded_inference_service.h"

namespace core {

namespace {

inference::EngineOptions engineOptions(const ServiceOptions& options) {
    inference::EngineOptions engine;
    engine.threads = options.threads;
    engine.cacheBytes = std::size_t(options.embeddingBytes);
    return engine;
}

} // namespace

// In a file of its own: programs that bring another engine need not link the real one.
ThreadedInferenceService::ThreadedInferenceService(const ServiceOptions& options, QObject* parent)
    : ThreadedInferenceService(engineFactory(engineOptions(options)), options, parent) {}

} // namespace core
