// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine_port.h"

#include "inference/api/engine.h"

#include <filesystem>
#include <utility>

namespace core {

namespace {

class EngineSession final : public SessionPort {
public:
    explicit EngineSession(std::unique_ptr<inference::ImageSession> session)
        : m_session(std::move(session)) {}

    int width() const override { return m_session->width(); }
    int height() const override { return m_session->height(); }
    bool isPrepared() const override { return m_session->isPrepared(); }
    Status prepare(const inference::RunControl& control, inference::Purpose purpose) override {
        return m_session->prepare(control, purpose);
    }

    Result<inference::ConceptResult> segmentConcept(const inference::ConceptPrompt& prompt,
                                                    const inference::ConceptOptions& options,
                                                    const inference::RunControl& control) override {
        return m_session->segmentConcept(prompt, options, control);
    }

    Result<std::vector<inference::MaskCandidate>>
    segmentInstance(const inference::InstancePrompt& prompt, const inference::RunControl& control) override {
        return m_session->segmentInstance(prompt, control);
    }

private:
    std::unique_ptr<inference::ImageSession> m_session;
};

class LoadedEngine final : public EnginePort {
public:
    explicit LoadedEngine(std::unique_ptr<inference::Engine> engine) : m_engine(std::move(engine)) {}

    const inference::ModelInfo& info() const override { return m_engine->info(); }
    std::string deviceName() const override { return m_engine->deviceName(); }

    Result<std::unique_ptr<SessionPort>> openImage(const inference::ImageView& image,
                                                   std::string contentHash) override {
        auto session = m_engine->openImage(image, std::move(contentHash));
        if (!session) {
            return tl::unexpected(std::move(session).error());
        }
        return std::make_unique<EngineSession>(std::move(*session));
    }

private:
    std::unique_ptr<inference::Engine> m_engine;
};

} // namespace

EngineFactory engineFactory(const inference::EngineOptions& options) {
    return [options](const QString& file,
                     const std::stop_token& stop) -> Result<std::unique_ptr<EnginePort>> {
        auto engine = inference::Engine::open(std::filesystem::path(file.toStdU16String()), options, stop);
        if (!engine) {
            return tl::unexpected(std::move(engine).error());
        }
        return std::make_unique<LoadedEngine>(std::move(*engine));
    };
}

} // namespace core
