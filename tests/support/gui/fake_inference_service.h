// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/inference_service.h"

#include <QList>

#include <functional>
#include <optional>

namespace test {

/// An InferenceService without a model: notes what it is asked and answers when it is told to, or by itself.
/// Like the real one it forgets an earlier request when a newer one of the same key comes.
class FakeInferenceService : public core::InferenceService {
    Q_OBJECT
public:
    explicit FakeInferenceService(QObject* parent = nullptr);

    void loadModel(const QString& file) override;
    const core::ModelStatus& model() const override { return m_model; }
    void prepare(const core::LoadedImage& image, core::Priority priority) override;
    void segmentConcept(core::ImageId image, const core::ConceptQuery& query) override;
    void segmentShape(core::ImageId image, const core::ShapeQuery& query) override;
    void runWork(qint64 number, core::EngineWork work) override;
    void cancel(core::RequestKey key) override;
    void cancelAll() override;

    void setModel(const core::ModelStatus& model);
    /// Answers the waiting request, if there is one.
    void answerConcept(const QList<core::Candidate>& candidates);
    void answerShape(const QList<core::Candidate>& candidates);
    void failConcept(const QString& message);
    void failShape(const QString& message);

    QList<core::ImageId> encoded;       ///< images handed to prepare(), in order
    QList<core::ConceptQuery> concepts; ///< every request, in order
    QList<core::ShapeQuery> shapes;
    QList<core::RequestKey> cancelled;
    QHash<qint64, core::EngineWork> works; ///< by number; tests call them, and worked() or failed() then
    bool conceptWaits() const { return m_concept.has_value(); }
    bool shapeWaits() const { return m_shape.has_value(); }
    /// If set, requests are answered by these after a moment.
    std::function<QList<core::Candidate>(core::ImageId, const core::ConceptQuery&)> conceptScript;
    std::function<QList<core::Candidate>(core::ImageId, const core::ShapeQuery&)> shapeScript;

private:
    void updateIdle();

    core::ModelStatus m_model;
    std::optional<core::ImageId> m_concept;
    std::optional<core::ImageId> m_shape;
    quint64 m_generation = 0;
    bool m_idle = true;
};

/// Logits of `size` that are positive inside an ellipse of an image, so that its mask is that ellipse.
core::LogitMap ellipseLogits(QSize size, QSize image, const QRectF& ellipse);
core::Candidate ellipseCandidate(QSize image, const QRectF& ellipse, float score);

} // namespace test
