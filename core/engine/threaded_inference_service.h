// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine_port.h"
#include "core/engine/inference_service.h"
#include "core/engine/inference_worker.h"
#include "core/engine/request_queue.h"

#include <QHash>
#include <QList>

#include <memory>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace core {

struct ServiceOptions {
    int threads = 0;                         ///< of the engine; 0: one for each processor
    qint64 embeddingBytes = qint64{1} << 30; ///< memory for the features of recent images
    qint64 imageBytes = qint64{512} << 20;   ///< pictures kept to be opened again; the newest two always are
    QString cacheFolder;                     ///< for the features of earlier days; empty: none are kept
    qint64 cacheDiskBytes = qint64{4} << 30; ///< of files in it
};

/// The service with the real engine: what programs build.
std::unique_ptr<InferenceService> makeInferenceService(const ServiceOptions& options = {});

/// The service on one thread of its own. The destructor stops what runs and waits for the thread.
class ThreadedInferenceService final : public InferenceService {
    Q_OBJECT
public:
    ThreadedInferenceService(EngineFactory factory, const ServiceOptions& options, QObject* parent = nullptr);
    ~ThreadedInferenceService() override;

    void loadModel(const QString& file) override;
    const ModelStatus& model() const override { return m_model; }
    void prepare(const LoadedImage& image, Priority priority) override;
    void segmentConcept(ImageId image, const ConceptQuery& query) override;
    void segmentShape(ImageId image, const ShapeQuery& query) override;
    void runWork(qint64 number, EngineWork work) override;
    void cancel(RequestKey key) override;
    /// Everything but the loading of a model and work, which go on.
    void cancelAll() override;

private:
    using Mail = std::variant<WorkerReply, WorkerProgress>;

    WorkerEvents workerEvents();
    void post(Mail mail); ///< any thread
    Q_INVOKABLE void deliver();
    void push(RequestKey key, Priority priority, RequestBody body);
    const LoadedImage* recall(ImageId image);
    void remember(const LoadedImage& image);
    void refuse(RequestKey key);
    bool isNewest(RequestKey key, quint64 generation) const;
    void onReply(const WorkerReply& reply);
    void announce(const WorkerReply& reply);
    void updateIdle();

    ServiceOptions m_options;
    ModelStatus m_model;
    QHash<RequestKey, quint64> m_newest; ///< keys that still wait for an answer
    QList<LoadedImage> m_images;         ///< most recently used first
    quint64 m_generation = 0;
    bool m_idle = true;

    std::mutex m_mailMutex;
    std::vector<Mail> m_mail; ///< from the inference thread, not yet delivered

    RequestQueue m_queue;
    std::unique_ptr<InferenceWorker> m_worker;
    std::jthread m_thread; ///< last: joined before what it uses goes
};

} // namespace core
