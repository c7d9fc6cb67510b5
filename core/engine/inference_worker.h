// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine_port.h"
#include "core/engine/inference_types.h"
#include "core/engine/request_queue.h"
#include "core/engine/session_shelf.h"

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <variant>

namespace core {

struct PreparedReply {};
struct SegmentedReply {
    QList<Candidate> candidates;
};
struct ModelReply {
    ModelStatus status;
};
struct FailedReply {
    QString message;
};
struct WorkedReply {};
struct StoppedReply {}; ///< nothing to tell but that the job is over

/// What became of one job. Every job that was popped gets exactly one.
struct WorkerReply {
    RequestKey key;
    quint64 generation = 0;
    std::variant<StoppedReply, PreparedReply, SegmentedReply, ModelReply, WorkedReply, FailedReply> body;
    double milliseconds = 0;
};

struct WorkerProgress {
    RequestKey key;
    quint64 generation = 0;
    InferenceProgress progress;
};

/// Both are called on the inference thread.
struct WorkerEvents {
    std::function<void(WorkerReply)> reply;
    std::function<void(WorkerProgress)> progress;
};

/// The body of the inference thread: owns the engine and the sessions. Everything it is told comes out of the
/// queue.
class InferenceWorker {
public:
    InferenceWorker(RequestQueue& queue, EngineFactory factory, WorkerEvents events);

    /// Works until `quit` is requested or the queue is closed.
    void run(const std::stop_token& quit);

private:
    using Body = decltype(WorkerReply::body);

    void runJob(Job job);
    Body guarded(const Job& job);
    Result<Body> execute(const Job& job);
    Result<Body> loadModel(const Job& job, const LoadModelBody& body);
    Result<Body> prepare(const Job& job, const PrepareBody& body);
    Result<Body> segment(const Job& job, const ConceptBody& body);
    Result<Body> segment(const Job& job, const ShapeBody& body);
    Result<Body> work(const Job& job, const WorkBody& body);
    void yieldTo(inference::RunControl& control);
    Result<SessionShelf::Loan> openEncoded(const Job& job, const LoadedImage& image);
    void report(const Job& job, const inference::Progress& progress);

    RequestQueue& m_queue;
    EngineFactory m_factory;
    WorkerEvents m_events;
    std::unique_ptr<EnginePort> m_engine;
    SessionShelf m_sessions; ///< after the engine: sessions go first
    std::chrono::steady_clock::time_point m_lastProgress;
};

} // namespace core
