// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/engine/inference_types.h"

#include <QHash>
#include <QObject>
#include <QRect>

#include <functional>
#include <memory>
#include <vector>

namespace core {
class InferenceService;
}

namespace gui {

/// One instance that the model proposes and nobody has accepted yet.
struct Proposal {
    core::Candidate candidate;
    std::shared_ptr<const core::Mask> mask; ///< none until it has been computed; then never empty
    QRect box;                              ///< of the mask; of the candidate until then
    bool rejected = false;                  ///< by a person
    bool covered = false;                   ///< an annotation is already there (IoU ≥ 0.7)
};

/// The set level of prompting: the phrase and the signed boxes of the current image, and what the model
/// answered. All candidates are kept with their scores, so the threshold moves without asking the model
/// again. What was found stays with its image while others are visited. Masks are computed off the UI thread,
/// best score first.
class Proposals : public QObject {
    Q_OBJECT
public:
    enum class Phase { Idle, Running, Ready, Failed };
    using AnnotationSource = std::function<QList<const core::Annotation*>()>;

    Proposals(core::InferenceService& service, QObject* parent = nullptr);

    /// Where to look for what is already labelled in the current image.
    void setAnnotationSource(AnnotationSource source) { m_annotations = std::move(source); }
    /// Puts the present set aside and brings that image's back; an invalid id forgets all of them.
    void setImage(core::ImageId image, QSize size);

    const core::ConceptQuery& query() const { return m_set.query; }
    Phase phase() const { return m_set.phase; }
    const QString& failure() const { return m_set.failure; }
    double milliseconds() const { return m_set.milliseconds; }
    float threshold() const { return m_threshold; }
    const std::vector<Proposal>& items() const { return m_set.items; }
    bool isShown(int index) const; ///< passes the threshold, neither rejected nor covered
    int found() const;             ///< neither rejected nor covered
    int passing() const;
    int covered() const; ///< above the threshold but already labelled
    float bestScore() const;
    bool masksReady() const; ///< of all that pass

    void setText(const QString& text);
    /// Adding or removing a box asks the model again at once.
    void addBox(const core::PromptBox& box);
    void removeBox(int index);
    void run();
    void setThreshold(float threshold);
    void reject(int index);
    /// Forgets the answer; keeps the phrase and, if asked, the boxes.
    void clearItems(bool keepBoxes = false);
    void stop();
    /// Something in the image was labelled or unlabelled.
    void checkCovered();

signals:
    void queryChanged();
    void phaseChanged();
    /// Another set of proposals is drawn; `dirty` in image pixels.
    void itemsChanged(const QRect& dirty);
    void masksBecameReady();

private:
    struct Set {
        core::ConceptQuery query;
        Phase phase = Phase::Idle;
        QString failure;
        double milliseconds = 0;
        std::vector<Proposal> items;
    };

    void answered(core::ImageId image, const QList<core::Candidate>& candidates, double milliseconds);
    void failed(const core::RequestKey& key, const QString& message);
    void computeMasks();
    void maskComputed(std::size_t index, std::shared_ptr<const core::Mask> mask);
    void setPhase(Phase phase);
    QRect shownRect() const;

    core::InferenceService& m_service;
    AnnotationSource m_annotations;
    core::ImageId m_image;
    QSize m_size;
    Set m_set;
    QHash<core::ImageId, Set> m_aside;
    QList<core::ImageId> m_asideOrder;
    float m_threshold = 0.5F;
    core::Background m_masks;
};

} // namespace gui
