// SPDX-License-Identifier: Apache-2.0
#include "core/engine/threaded_inference_service.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr qsizetype kMinImages = 2;

} // namespace

ThreadedInferenceService::ThreadedInferenceService(EngineFactory factory, const ServiceOptions& options,
                                                   QObject* parent)
    : InferenceService(parent), m_options(options),
      m_worker(std::make_unique<InferenceWorker>(m_queue, std::move(factory), workerEvents())),
      m_thread([this](const std::stop_token& quit) { m_worker->run(quit); }) {}

ThreadedInferenceService::~ThreadedInferenceService() {
    m_thread.request_stop();
    m_thread.join();
}

WorkerEvents ThreadedInferenceService::workerEvents() {
    return {[this](WorkerReply reply) { post(std::move(reply)); },
            [this](WorkerProgress progress) { post(std::move(progress)); }};
}

void ThreadedInferenceService::post(Mail mail) {
    const std::scoped_lock lock(m_mailMutex);
    m_mail.push_back(std::move(mail));
    if (m_mail.size() == 1) { // else a delivery is on its way
        QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
    }
}

void ThreadedInferenceService::deliver() {
    std::vector<Mail> mail;
    {
        const std::scoped_lock lock(m_mailMutex);
        mail.swap(m_mail);
    }
    for (const Mail& item : mail) {
        if (const auto* reply = std::get_if<WorkerReply>(&item)) {
            onReply(*reply);
            continue;
        }
        const auto& progress = std::get<WorkerProgress>(item);
        if (isNewest(progress.key, progress.generation)) {
            emit progressed(progress.key, progress.progress);
        }
    }
    updateIdle();
}

void ThreadedInferenceService::loadModel(const QString& file) {
    push({RequestKind::LoadModel, 0}, Priority::Interactive, LoadModelBody{file});
}

void ThreadedInferenceService::prepare(const LoadedImage& image, Priority priority) {
    remember(image);
    push({RequestKind::Prepare, image.id.value}, priority, PrepareBody{image});
}

void ThreadedInferenceService::segmentConcept(ImageId image, const ConceptQuery& query) {
    const RequestKey key{RequestKind::Concept, image.value};
    const LoadedImage* pixels = recall(image);
    if (!pixels) {
        refuse(key);
        return;
    }
    push(key, Priority::Interactive, ConceptBody{*pixels, query});
}

void ThreadedInferenceService::segmentShape(ImageId image, const ShapeQuery& query) {
    const RequestKey key{RequestKind::Shape, image.value};
    const LoadedImage* pixels = recall(image);
    if (!pixels) {
        refuse(key);
        return;
    }
    push(key, Priority::Interactive, ShapeBody{*pixels, query});
}

void ThreadedInferenceService::runWork(qint64 number, EngineWork work) {
    push({RequestKind::Work, number}, Priority::Background, WorkBody{std::move(work)});
}

void ThreadedInferenceService::cancel(RequestKey key) {
    m_newest.remove(key);
    m_queue.cancel(key);
    updateIdle();
}

void ThreadedInferenceService::cancelAll() {
    erase_if(m_newest, [](const std::pair<const RequestKey&, quint64&>& waiting) {
        return waiting.first.kind != RequestKind::LoadModel && waiting.first.kind != RequestKind::Work;
    });
    m_queue.cancelAll();
    updateIdle();
}

void ThreadedInferenceService::push(RequestKey key, Priority priority, RequestBody body) {
    const quint64 generation = ++m_generation;
    const auto pushed = m_queue.push({key, generation, priority, std::move(body)});
    if (pushed == RequestQueue::Pushed::Queued) {
        m_newest.insert(key, generation);
    }
    updateIdle();
}

void ThreadedInferenceService::remember(const LoadedImage& image) {
    const auto same = [&](const LoadedImage& other) { return other.id == image.id; };
    const auto known = std::find_if(m_images.begin(), m_images.end(), same);
    if (known != m_images.end()) {
        m_queue.discard(std::move(*known));
        m_images.erase(known);
    }
    m_images.prepend(image);
    qint64 bytes = 0;
    for (const LoadedImage& kept : std::as_const(m_images)) {
        bytes += kept.image.sizeInBytes();
    }
    while (m_images.size() > kMinImages && bytes > m_options.imageBytes) {
        bytes -= m_images.last().image.sizeInBytes();
        m_queue.discard(m_images.takeLast());
    }
}

const LoadedImage* ThreadedInferenceService::recall(ImageId image) {
    const auto same = [&](const LoadedImage& other) { return other.id == image; };
    const auto known = std::find_if(m_images.begin(), m_images.end(), same);
    if (known == m_images.end()) {
        return nullptr;
    }
    std::rotate(m_images.begin(), known, known + 1);
    return &m_images.first();
}

void ThreadedInferenceService::refuse(RequestKey key) {
    const quint64 generation = ++m_generation;
    m_newest.insert(key, generation);
    WorkerReply reply;
    reply.key = key;
    reply.generation = generation;
    reply.body = FailedReply{tr("The image is not in memory any more; open it again and repeat the prompt.")};
    post(std::move(reply));
}

bool ThreadedInferenceService::isNewest(RequestKey key, quint64 generation) const {
    const auto newest = m_newest.constFind(key);
    return newest != m_newest.constEnd() && *newest == generation;
}

void ThreadedInferenceService::onReply(const WorkerReply& reply) {
    if (isNewest(reply.key, reply.generation) && !std::holds_alternative<StoppedReply>(reply.body)) {
        m_newest.remove(reply.key);
        announce(reply);
    }
}

void ThreadedInferenceService::announce(const WorkerReply& reply) {
    const ImageId image{reply.key.subject};
    if (const auto* model = std::get_if<ModelReply>(&reply.body)) {
        m_model = model->status;
        emit modelChanged(m_model);
    } else if (const auto* failure = std::get_if<FailedReply>(&reply.body)) {
        emit failed(reply.key, failure->message);
    } else if (const auto* segmented = std::get_if<SegmentedReply>(&reply.body)) {
        if (reply.key.kind == RequestKind::Concept) {
            emit conceptSegmented(image, segmented->candidates, reply.milliseconds);
        } else {
            emit shapeSegmented(image, segmented->candidates, reply.milliseconds);
        }
    } else if (std::holds_alternative<WorkedReply>(reply.body)) {
        emit worked(reply.key.subject);
    } else if (std::holds_alternative<PreparedReply>(reply.body)) {
        emit prepared(image, reply.milliseconds);
    }
}

void ThreadedInferenceService::updateIdle() {
    const auto isWork = [](const auto& waiting) { return waiting.first.kind == RequestKind::Work; };
    const bool answered = std::all_of(m_newest.constKeyValueBegin(), m_newest.constKeyValueEnd(), isWork);
    const bool idle = answered && m_queue.isIdle();
    if (idle != m_idle) {
        m_idle = idle;
        emit idleChanged(idle);
    }
}

} // namespace core
