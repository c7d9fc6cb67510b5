// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gui/fake_inference_service.h"

#include <QTimer>

#include <cmath>

namespace test {

FakeInferenceService::FakeInferenceService(QObject* parent) : core::InferenceService(parent) {
    m_model.name = QStringLiteral("Fake");
    m_model.device = QStringLiteral("CPU");
    m_model.ready = m_model.hasText = m_model.hasExemplars = m_model.hasClicks = true;
}

void FakeInferenceService::loadModel(const QString& file) {
    m_model.file = file;
    emit modelChanged(m_model);
}

void FakeInferenceService::setModel(const core::ModelStatus& model) {
    m_model = model;
    emit modelChanged(m_model);
}

void FakeInferenceService::prepare(const core::LoadedImage& image, core::Priority) {
    encoded.append(image.id);
    emit prepared(image.id, 1);
}

void FakeInferenceService::segmentConcept(core::ImageId image, const core::ConceptQuery& query) {
    concepts.append(query);
    m_concept = image;
    updateIdle();
    const quint64 mine = ++m_generation;
    if (conceptScript) {
        QTimer::singleShot(1, this, [this, mine, image, query] {
            if (mine == m_generation) {
                answerConcept(conceptScript(image, query));
            }
        });
    }
}

void FakeInferenceService::segmentShape(core::ImageId image, const core::ShapeQuery& query) {
    shapes.append(query);
    m_shape = image;
    updateIdle();
    if (shapeScript) {
        QTimer::singleShot(1, this, [this, image, query] { answerShape(shapeScript(image, query)); });
    }
}

void FakeInferenceService::runWork(qint64 number, core::EngineWork work) {
    works.insert(number, std::move(work));
}

void FakeInferenceService::cancel(core::RequestKey key) {
    cancelled.append(key);
    if (key.kind == core::RequestKind::Work) {
        works.remove(key.subject);
    }
    if (key.kind == core::RequestKind::Concept && m_concept && m_concept->value == key.subject) {
        m_concept.reset();
        ++m_generation;
    }
    if (key.kind == core::RequestKind::Shape && m_shape && m_shape->value == key.subject) {
        m_shape.reset();
    }
    updateIdle();
}

void FakeInferenceService::cancelAll() {
    m_concept.reset();
    m_shape.reset();
    ++m_generation;
    updateIdle();
}

void FakeInferenceService::answerConcept(const QList<core::Candidate>& candidates) {
    if (m_concept) {
        const core::ImageId image = *m_concept;
        m_concept.reset();
        updateIdle();
        emit conceptSegmented(image, candidates, 1);
    }
}

void FakeInferenceService::answerShape(const QList<core::Candidate>& candidates) {
    if (m_shape) {
        const core::ImageId image = *m_shape;
        m_shape.reset();
        updateIdle();
        emit shapeSegmented(image, candidates, 1);
    }
}

void FakeInferenceService::failConcept(const QString& message) {
    if (m_concept) {
        const core::RequestKey key{core::RequestKind::Concept, m_concept->value};
        m_concept.reset();
        updateIdle();
        emit failed(key, message);
    }
}

void FakeInferenceService::failShape(const QString& message) {
    if (m_shape) {
        const core::RequestKey key{core::RequestKind::Shape, m_shape->value};
        m_shape.reset();
        updateIdle();
        emit failed(key, message);
    }
}

void FakeInferenceService::updateIdle() {
    const bool idle = !m_concept && !m_shape;
    if (idle != m_idle) {
        m_idle = idle;
        emit idleChanged(idle);
    }
}

core::LogitMap ellipseLogits(QSize size, QSize image, const QRectF& ellipse) {
    auto values = std::make_shared<std::vector<float>>();
    values->reserve(std::size_t(size.width()) * std::size_t(size.height()));
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const double px = (x + 0.5) * image.width() / size.width() - ellipse.center().x();
            const double py = (y + 0.5) * image.height() / size.height() - ellipse.center().y();
            const double r = std::hypot(px / (ellipse.width() / 2), py / (ellipse.height() / 2));
            values->push_back(float(std::clamp((1 - r) * 8, -10.0, 10.0)));
        }
    }
    return {size, values};
}

core::Candidate ellipseCandidate(QSize image, const QRectF& ellipse, float score) {
    core::Candidate candidate;
    candidate.score = score;
    candidate.box = ellipse;
    candidate.logits = ellipseLogits({96, 96}, image, ellipse);
    candidate.promptLogits = candidate.logits;
    return candidate;
}

} // namespace test
