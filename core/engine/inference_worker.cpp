// SPDX-License-Identifier: Apache-2.0
#include "core/engine/inference_worker.h"

#include "core/engine/engine_bridge.h"

#include <exception>
#include <new>
#include <utility>

namespace core {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kSessions = 8;
constexpr float kMinScore = 0.05F; ///< the threshold slider's lower end: below it nothing is kept
constexpr std::chrono::milliseconds kProgressInterval{100};

tl::unexpected<Error> stopped() {
    return inference::fail(ErrorCode::Cancelled, "Stopped.");
}

} // namespace

InferenceWorker::InferenceWorker(RequestQueue& queue, EngineFactory factory, WorkerEvents events)
    : m_queue(queue), m_factory(std::move(factory)), m_events(std::move(events)), m_sessions(kSessions),
      m_lastProgress(Clock::now() - kProgressInterval) {}

void InferenceWorker::run(const std::stop_token& quit) {
    const std::stop_callback stopRunning(quit, [this] { m_queue.close(); });
    while (auto job = m_queue.waitPop(quit)) {
        runJob(std::move(*job));
    }
}

void InferenceWorker::runJob(Job job) {
    const auto start = Clock::now();
    WorkerReply reply;
    reply.key = job.request.key;
    reply.generation = job.request.generation;
    reply.body = guarded(job);
    reply.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    const bool wasStopped = std::holds_alternative<StoppedReply>(reply.body);
    m_queue.finished(std::move(job),
                     wasStopped ? RequestQueue::Outcome::Stopped : RequestQueue::Outcome::Completed);
    m_events.reply(std::move(reply));
}

InferenceWorker::Body InferenceWorker::guarded(const Job& job) {
    Error error;
    try {
        Result<Body> body = execute(job);
        if (body) {
            return std::move(*body);
        }
        error = std::move(body).error();
    } catch (const std::bad_alloc&) {
        error.code = ErrorCode::OutOfMemory;
    } catch (const std::exception& exception) {
        error.message = std::string("The model failed unexpectedly: ") + exception.what();
    } catch (...) {
        error.code = ErrorCode::Internal;
    }
    if (job.stop.stop_requested()) {
        return StoppedReply{};
    }
    return FailedReply{toSentence(error)};
}

Result<InferenceWorker::Body> InferenceWorker::execute(const Job& job) {
    if (job.stop.stop_requested()) {
        return stopped();
    }
    if (const auto* load = std::get_if<LoadModelBody>(&job.request.body)) {
        return loadModel(job, *load);
    }
    if (!m_engine) {
        return fail(ErrorCode::NotFound, QStringLiteral("No model is loaded; choose one in the settings."));
    }
    if (const auto* wish = std::get_if<PrepareBody>(&job.request.body)) {
        return prepare(job, *wish);
    }
    if (const auto* wish = std::get_if<ConceptBody>(&job.request.body)) {
        return segment(job, *wish);
    }
    if (const auto* wish = std::get_if<WorkBody>(&job.request.body)) {
        return work(job, *wish);
    }
    return segment(job, std::get<ShapeBody>(job.request.body));
}

Result<InferenceWorker::Body> InferenceWorker::loadModel(const Job& job, const LoadModelBody& body) {
    ASSIGN_OR_RETURN(auto engine, m_factory(body.file, job.stop));
    if (job.stop.stop_requested()) {
        return stopped();
    }
    m_sessions.clear();
    m_engine = std::move(engine);
    return ModelReply{toStatus(*m_engine, body.file)};
}

Result<InferenceWorker::Body> InferenceWorker::prepare(const Job& job, const PrepareBody& body) {
    const auto loan = openEncoded(job, body.image);
    if (!loan) {
        return tl::unexpected(loan.error());
    }
    return PreparedReply{};
}

Result<InferenceWorker::Body> InferenceWorker::segment(const Job& job, const ConceptBody& body) {
    const auto loan = openEncoded(job, body.image);
    if (!loan) {
        return tl::unexpected(loan.error());
    }
    inference::RunControl control;
    control.stop = job.stop;
    control.progress = [&](const inference::Progress& progress) { report(job, progress); };
    ASSIGN_OR_RETURN(auto candidates, segmentConcept(loan->session(), body.query, kMinScore, control));
    return SegmentedReply{std::move(candidates)};
}

Result<InferenceWorker::Body> InferenceWorker::segment(const Job& job, const ShapeBody& body) {
    const auto loan = openEncoded(job, body.image);
    if (!loan) {
        return tl::unexpected(loan.error());
    }
    inference::RunControl control;
    control.stop = job.stop;
    ASSIGN_OR_RETURN(auto candidates,
                     segmentShape(loan->session(), body.query, m_engine->info().maskSize, control));
    return SegmentedReply{std::move(candidates)};
}

Result<InferenceWorker::Body> InferenceWorker::work(const Job& job, const WorkBody& body) {
    inference::RunControl control;
    control.stop = job.stop;
    control.progress = [&](const inference::Progress& progress) { report(job, progress); };
    yieldTo(control);
    body.work(*m_engine, control);
    if (job.stop.stop_requested()) {
        return stopped();
    }
    return WorkedReply{};
}

void InferenceWorker::yieldTo(inference::RunControl& control) {
    control.yield = [this] {
        while (auto urgent = m_queue.tryPopUrgent()) {
            runJob(std::move(*urgent));
        }
    };
    control.urgent = [this] { return m_queue.hasUrgent(); };
}

Result<SessionShelf::Loan> InferenceWorker::openEncoded(const Job& job, const LoadedImage& image) {
    auto loan = m_sessions.borrow(*m_engine, image);
    if (!loan) {
        return loan;
    }
    inference::RunControl control;
    control.stop = job.cancelled;
    control.progress = [&](const inference::Progress& progress) { report(job, progress); };
    if (job.request.key.kind == RequestKind::Prepare) {
        control.stop = job.stop;
        yieldTo(control);
    }
    const bool clicks = job.request.key.kind == RequestKind::Shape;
    RETURN_IF_ERROR(
        loan->session().prepare(control, clicks ? inference::Purpose::Clicks : inference::Purpose::Concepts));
    if (job.stop.stop_requested()) {
        return stopped();
    }
    return loan;
}

void InferenceWorker::report(const Job& job, const inference::Progress& progress) {
    const auto now = Clock::now();
    if (now - m_lastProgress < kProgressInterval) {
        return;
    }
    m_lastProgress = now;
    m_events.progress({job.request.key,
                       job.request.generation,
                       {QString::fromStdString(progress.phase), progress.done, progress.total}});
}

} // namespace core
