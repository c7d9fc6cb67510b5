// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/engine/inference_types.h"

#include <QHash>
#include <QObject>
#include <QRect>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace core {
class InferenceService;
}

namespace gui {

/// One instance that the model proposes and nobody has accepted yet.
struct Proposal {
    core::Candidate candidate;
    std::shared_ptr<const core::Mask> mask = nullptr; ///< none until it has been computed; then never empty
    QRect box;                                        ///< of the mask; of the candidate until then
    bool rejected = false;                            ///< by a person
    core::AnnotationId present = {};                  ///< an annotation that is there already (IoU ≥ 0.7)
    bool presentIsLocked = false;
};

/// What accepting does with an instance that was found again: nothing, and the proposal is left out; it gets
/// the shape that was found; or it gets what was found besides its own shape. Pixels that a hand decided stay
/// as they are, and locked instances are kept.
enum class FoundAgain { Keep, Replace, Merge };

/// The set level of prompting: the phrase and the signed boxes of the current image, and what the model
/// answered. All candidates are kept with their scores, so the threshold moves without asking the model
/// again. What was found stays with its image while others are visited. Masks are computed off the UI thread,
/// best score first.
class Proposals : public QObject {
    Q_OBJECT
public:
    enum class Phase { Idle, Running, Ready, Failed };
    using AnnotationSource = std::function<QList<const core::Annotation*>()>;
    using LabelSource = std::function<const core::Label*(const QString& phrase)>;

    Proposals(core::InferenceService& service, QObject* parent = nullptr);

    /// Where to look for what is already labelled in the current image.
    void setAnnotationSource(AnnotationSource source) { m_annotations = std::move(source); }
    /// Who knows the label that has a phrase, with its other phrases and its threshold; null: none has.
    void setLabelSource(LabelSource source) { m_labelOf = std::move(source); }
    /// Puts the present set aside and brings that image's back; an invalid id forgets all of them.
    void setImage(core::ImageId image, QSize size);

    const core::ConceptQuery& query() const { return m_set.query; }
    Phase phase() const { return m_set.phase; }
    const QString& failure() const { return m_set.failure; }
    double milliseconds() const { return m_set.milliseconds; }
    float threshold() const { return m_threshold; }
    const std::vector<Proposal>& items() const { return m_set.items; }
    FoundAgain foundAgain() const { return m_foundAgain; }
    bool isShown(int index) const; ///< passes the threshold, neither rejected nor left out as there already
    int found() const;             ///< neither rejected nor left out
    int passing() const;
    int covered() const; ///< above the threshold and already labelled
    float bestScore() const;
    bool masksReady() const; ///< of all that pass

    void setText(const QString& text);
    /// Adding or removing a box asks the model again at once.
    void addBox(const core::PromptBox& box);
    void removeBox(int index);
    /// Asks for the phrase, and for the other phrases of its label.
    void run();
    /// Of what was asked for, until its label says something else; each label and phrase keeps its own.
    void setThreshold(float threshold);
    /// For what has no threshold of its own.
    void setModelThreshold(float threshold);
    void setFoundAgain(FoundAgain rule);
    /// Labels have changed: phrases, thresholds.
    void labelsChanged();
    void reject(int index);
    /// Forgets the answer; keeps the phrase and, if asked, the boxes.
    void clearItems(bool keepBoxes = false);
    void stop();
    /// Something in the image was labelled or unlabelled.
    void checkCovered();

signals:
    void queryChanged();
    void phaseChanged();
    void thresholdChanged();
    /// Another set of proposals is drawn; `dirty` in image pixels.
    void itemsChanged(const QRect& dirty);
    void masksBecameReady();

private:
    struct Set {
        core::ConceptQuery query;
        QString asked; ///< the phrase that the items, or those that are coming, are of
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
    const core::Label* labelOf(const QString& phrase) const;
    bool isLeftOut(const Proposal& proposal) const;
    void followThreshold();
    QRect shownRect() const;

    core::InferenceService& m_service;
    AnnotationSource m_annotations;
    LabelSource m_labelOf;
    core::ImageId m_image;
    QSize m_size;
    Set m_set;
    QHash<core::ImageId, Set> m_aside;
    QList<core::ImageId> m_asideOrder;
    /// A threshold that a person set, and what the label said then.
    struct Moved {
        float threshold = 0;
        std::optional<float> said;
    };
    QHash<QString, Moved> m_moved; ///< by the label's name, or the phrase if no label has it
    float m_modelThreshold = 0.5F;
    float m_threshold = 0.5F;
    FoundAgain m_foundAgain = FoundAgain::Keep;
    core::Background m_masks;
};

} // namespace gui
