// SPDX-License-Identifier: Apache-2.0
#include "cli/model_commands.h"

#include "cli/interrupt.h"
#include "cli/segment_output.h"
#include "core/engine/engine_bridge.h"
#include "core/media/image_loader.h"
#include "inference/api/engine.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace cli {

namespace {

using Clock = std::chrono::steady_clock;

/// One run of `segment`: what its phases share.
class SegmentRun {
public:
    explicit SegmentRun(SegmentOptions options) : m_options(std::move(options)) {}

    core::Status run();

private:
    core::Status open();
    core::Status encode();
    core::Status askConcepts();
    core::Status askShape();
    core::Status checkStopped() const;
    inference::RunControl control(std::vector<inference::StageTime>& stages) const;
    void addStages(const std::vector<inference::StageTime>& stages);
    void addInstances(const QList<core::Candidate>& candidates, const QString& label);
    void endPhase(const char* name);

    SegmentOptions m_options;
    Interrupt m_interrupt;
    core::LoadedImage m_image;
    std::unique_ptr<core::EnginePort> m_engine;
    std::unique_ptr<core::SessionPort> m_session;
    SegmentReport m_report;
    std::vector<inference::StageTime> m_stages;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_phaseStart = m_start;
};

core::Status SegmentRun::run() {
    ASSIGN_OR_RETURN(SegmentOutput output, SegmentOutput::open(m_options));
    RETURN_IF_ERROR(open());
    RETURN_IF_ERROR(encode());
    RETURN_IF_ERROR(m_options.isShape() ? askShape() : askConcepts());
    const std::chrono::duration<double, std::milli> total = Clock::now() - m_start;
    m_report.milliseconds.emplace_back("total", total.count());
    RETURN_IF_ERROR(checkStopped());
    RETURN_IF_ERROR(output.write(m_report, m_image.image));
    if (m_options.trace) {
        printStages(m_stages);
    }
    return {};
}

core::Status SegmentRun::open() {
    ASSIGN_OR_RETURN(m_image, core::loadImageFile(m_options.image));
    RETURN_IF_ERROR(checkInside(m_options, m_image.image.size()));
    m_report.imagePath = m_options.image;
    m_report.imageSize = m_image.image.size();
    endPhase("load_image");
    RETURN_IF_ERROR(checkStopped());

    inference::EngineOptions options;
    options.threads = m_options.threads;
    ASSIGN_OR_RETURN(m_engine, core::engineFactory(options)(m_options.model, m_interrupt.token()));
    m_report.model = QString::fromStdString(m_engine->info().name);
    endPhase("load_model");
    return checkStopped();
}

core::Status SegmentRun::encode() {
    ASSIGN_OR_RETURN(const core::EngineImage pixels, core::EngineImage::from(m_image.image));
    ASSIGN_OR_RETURN(m_session, m_engine->openImage(pixels.view(), m_image.hash.toHex().toStdString()));
    std::vector<inference::StageTime> stages;
    RETURN_IF_ERROR(m_session->prepare(control(stages), m_options.isShape() ? inference::Purpose::Clicks
                                                                            : inference::Purpose::Concepts));
    addStages(stages);
    endPhase("encode");
    return {};
}

core::Status SegmentRun::askConcepts() {
    const float threshold = m_options.threshold.value_or(m_engine->info().threshold);
    const QStringList phrases = m_options.texts.isEmpty() ? QStringList{QString()} : m_options.texts;
    for (const QString& phrase : phrases) {
        std::vector<inference::StageTime> stages;
        ASSIGN_OR_RETURN(
            QList<core::Candidate> found,
            core::segmentConcept(*m_session, {phrase, m_options.boxes}, threshold, control(stages)));
        addStages(stages);
        endPhase("prompt");
        const auto isBelow = [threshold](const core::Candidate& candidate) {
            return candidate.score <= threshold;
        };
        found.removeIf(isBelow); // strictly above, as the reference has it
        addInstances(found, phrase.isEmpty() ? QStringLiteral("visual") : phrase);
        endPhase("masks");
    }
    return {};
}

core::Status SegmentRun::askShape() {
    core::ShapeQuery query;
    query.points = m_options.points;
    if (!m_options.boxes.isEmpty()) {
        query.box = m_options.boxes.first().rect;
    }
    std::vector<inference::StageTime> stages;
    ASSIGN_OR_RETURN(const QList<core::Candidate> found,
                     core::segmentShape(*m_session, query, m_engine->info().maskSize, control(stages)));
    addStages(stages);
    endPhase("prompt");
    addInstances(found.first(1), m_options.texts.value(0, QStringLiteral("object")));
    for (FoundInstance& instance : m_report.instances) {
        instance.box = instance.mask.boundingBox();
    }
    endPhase("masks");
    return {};
}

core::Status SegmentRun::checkStopped() const {
    if (m_interrupt.isRequested()) {
        return core::fail(core::ErrorCode::Cancelled, QStringLiteral("Stopped."));
    }
    return {};
}

inference::RunControl SegmentRun::control(std::vector<inference::StageTime>& stages) const {
    inference::RunControl control;
    control.stop = m_interrupt.token();
    control.timings = m_options.trace ? &stages : nullptr;
    return control;
}

void SegmentRun::addStages(const std::vector<inference::StageTime>& stages) {
    for (const inference::StageTime& stage : stages) {
        const auto same = [&](const inference::StageTime& other) { return other.stage == stage.stage; };
        const auto known = std::find_if(m_stages.begin(), m_stages.end(), same);
        if (known == m_stages.end()) {
            m_stages.push_back(stage);
        } else {
            known->milliseconds += stage.milliseconds;
            known->flop += stage.flop;
            known->calls += stage.calls;
        }
    }
}

void SegmentRun::addInstances(const QList<core::Candidate>& candidates, const QString& label) {
    for (const core::Candidate& candidate : candidates) {
        m_report.instances.append(
            {label, candidate.score, candidate.box, candidate.logits.toMask(m_report.imageSize)});
    }
}

void SegmentRun::endPhase(const char* name) {
    const auto now = Clock::now();
    const double milliseconds = std::chrono::duration<double, std::milli>(now - m_phaseStart).count();
    m_phaseStart = now;
    for (auto& [phase, sum] : m_report.milliseconds) {
        if (phase == name) {
            sum += milliseconds;
            return;
        }
    }
    m_report.milliseconds.emplace_back(name, milliseconds);
}

} // namespace

ExitCode segment(const SegmentArguments& arguments) {
    auto options = readOptions(arguments);
    if (!options) {
        return report(options.error());
    }
    const core::Status status = SegmentRun(std::move(*options)).run();
    return status ? ExitCode::Done : report(status.error());
}

} // namespace cli
