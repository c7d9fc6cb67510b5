// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/inference_types.h"

#include <QObject>
#include <QString>

namespace core {

/// The one way from the window to the engine: request values in, signals out. Calls return at once. Signals
/// fire on the thread of the service for the newest request of each key only, so no caller ever checks for
/// stale answers. Abstract, so that tests of the window use a scripted fake.
class InferenceService : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Loads a model file in place of the present one; answers modelChanged, or failed and keeps the present
    /// one. What runs is interrupted and done again with the model that is there afterwards.
    virtual void loadModel(const QString& file) = 0;
    virtual const ModelStatus& model() const = 0;
    /// Encodes the image (hot embeddings are kept); answers prepared. An interactive call moves the encoding
    /// of other images to the background, where it lets prompts pass.
    virtual void prepare(const LoadedImage& image, Priority priority) = 0;
    /// Answers conceptSegmented with every candidate scored at least 0.05. Encodes first if need be (the
    /// image must have been handed to prepare()).
    virtual void segmentConcept(ImageId image, const ConceptQuery& query) = 0;
    /// Answers shapeSegmented with up to three candidates, best first.
    virtual void segmentShape(ImageId image, const ShapeQuery& query) = 0;
    /// Calls `work` on the inference thread when nothing else waits; whatever is asked meanwhile goes first.
    /// Answers worked, or failed if there is no model; progressed tells that it goes on. `number` names it.
    virtual void runWork(qint64 number, EngineWork work) = 0;
    /// Stops the running request and drops the waiting ones of this key; nothing is answered.
    virtual void cancel(RequestKey key) = 0;
    /// The same for every key but those of loadModel and runWork.
    virtual void cancelAll() = 0;

signals:
    void modelChanged(const core::ModelStatus& status);
    void prepared(core::ImageId image, double milliseconds);
    /// By falling score.
    void conceptSegmented(core::ImageId image, const QList<core::Candidate>& candidates, double milliseconds);
    void shapeSegmented(core::ImageId image, const QList<core::Candidate>& candidates, double milliseconds);
    void worked(qint64 number);
    void progressed(const core::RequestKey& key, const core::InferenceProgress& progress);
    void failed(const core::RequestKey& key, const QString& message);
    /// Idle: nothing waits, runs, or is still to be answered, work apart.
    void idleChanged(bool idle);
};

} // namespace core
