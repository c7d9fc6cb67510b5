// SPDX-License-Identifier: Apache-2.0
#include "gui/session/proposals.h"

#include "core/engine/inference_service.h"

#include <algorithm>

namespace gui {
namespace {

constexpr int kSetsAside = 8;
constexpr double kCoveredIou = 0.7;

/// What a comparison needs of an annotation, measured once.
struct Present {
    const core::Annotation* annotation;
    const core::Mask* mask;
    QRect box;
    double area;
};

std::vector<Present> measured(const QList<const core::Annotation*>& annotations) {
    std::vector<Present> list;
    for (const core::Annotation* a : annotations) {
        if (a->fields.state != core::State::Rejected) {
            list.push_back({a, &a->mask, a->mask.boundingBox(), double(a->mask.area())});
        }
    }
    return list;
}

/// The annotation that a proposal finds again, if there is one.
const core::Annotation* presentFor(const Proposal& proposal, const std::vector<Present>& present) {
    if (!proposal.mask) {
        return nullptr;
    }
    const double area = double(proposal.mask->area());
    const auto found = std::find_if(present.begin(), present.end(), [&](const Present& other) {
        const QRect both = proposal.box.intersected(other.box);
        // What the boxes share bounds what the masks can share.
        const double bound = std::min({double(both.width()) * both.height(), area, other.area});
        if (both.isEmpty() || bound < kCoveredIou * std::max(area, other.area)) {
            return false;
        }
        const double common = double(proposal.mask->intersected(*other.mask).area());
        return common >= kCoveredIou * (area + other.area - common);
    });
    return found == present.end() ? nullptr : found->annotation;
}

/// Whether that is something else than before.
bool note(Proposal& proposal, const core::Annotation* present) {
    const core::AnnotationId id = present ? present->id : core::AnnotationId{};
    const bool locked = present != nullptr && present->fields.locked;
    const bool changed = id != proposal.present || locked != proposal.presentIsLocked;
    proposal.present = id;
    proposal.presentIsLocked = locked;
    return changed;
}

} // namespace

Proposals::Proposals(core::InferenceService& service, QObject* parent) : QObject(parent), m_service(service) {
    connect(&service, &core::InferenceService::conceptSegmented, this, &Proposals::answered);
    connect(&service, &core::InferenceService::failed, this, &Proposals::failed);
}

void Proposals::setImage(core::ImageId image, QSize size) {
    if (image == m_image) {
        m_size = size;
        return;
    }
    stop();
    const QString phrase = m_set.query.text;
    if (m_image.isValid()) {
        m_aside[m_image] = std::move(m_set);
        m_asideOrder.removeOne(m_image);
        m_asideOrder.append(m_image);
        if (m_asideOrder.size() > kSetsAside) {
            m_aside.remove(m_asideOrder.takeFirst());
        }
    }
    // The phrase goes along from image to image; boxes belong to the image they were drawn on.
    m_set = {};
    m_set.query.text = phrase;
    m_image = image;
    m_size = size;
    if (!image.isValid()) {
        m_aside.clear();
        m_asideOrder.clear();
    } else if (m_aside.contains(image)) {
        m_set = m_aside.take(image);
        m_asideOrder.removeOne(image);
    }
    emit queryChanged();
    emit phaseChanged();
    followThreshold();
    checkCovered();
    emit itemsChanged(QRect(QPoint(), m_size));
    computeMasks();
}

bool Proposals::isShown(int index) const {
    const Proposal& p = m_set.items[std::size_t(index)];
    return !p.rejected && !isLeftOut(p) && p.candidate.score >= m_threshold;
}

bool Proposals::isLeftOut(const Proposal& proposal) const {
    return proposal.present.isValid() && (m_foundAgain == FoundAgain::Keep || proposal.presentIsLocked);
}

const core::Label* Proposals::labelOf(const QString& phrase) const {
    return m_labelOf && !phrase.isEmpty() ? m_labelOf(phrase) : nullptr;
}

int Proposals::found() const {
    return int(std::count_if(m_set.items.begin(), m_set.items.end(),
                             [this](const Proposal& p) { return !p.rejected && !isLeftOut(p); }));
}

int Proposals::passing() const {
    int n = 0;
    for (int i = 0; i < int(m_set.items.size()); ++i) {
        n += isShown(i) ? 1 : 0;
    }
    return n;
}

int Proposals::covered() const {
    return int(std::count_if(m_set.items.begin(), m_set.items.end(), [this](const Proposal& p) {
        return p.present.isValid() && !p.rejected && p.candidate.score >= m_threshold;
    }));
}

float Proposals::bestScore() const {
    float best = 0;
    for (const Proposal& p : m_set.items) {
        best = p.rejected || isLeftOut(p) ? best : std::max(best, p.candidate.score);
    }
    return best;
}

bool Proposals::masksReady() const {
    for (int i = 0; i < int(m_set.items.size()); ++i) {
        if (isShown(i) && !m_set.items[std::size_t(i)].mask) {
            return false;
        }
    }
    return true;
}

void Proposals::setText(const QString& text) {
    if (text != m_set.query.text) {
        m_set.query.text = text;
        emit queryChanged();
    }
}

void Proposals::addBox(const core::PromptBox& box) {
    m_set.query.boxes.append(box);
    emit queryChanged();
    run();
}

void Proposals::removeBox(int index) {
    m_set.query.boxes.removeAt(index);
    emit queryChanged();
    if (m_set.query.isEmpty()) {
        clearItems();
    } else {
        run();
    }
}

void Proposals::run() {
    if (!m_image.isValid() || m_set.query.isEmpty()) {
        return;
    }
    setPhase(Phase::Running);
    core::ConceptQuery query = m_set.query;
    query.text = query.text.simplified();
    m_set.asked = query.text;
    if (const core::Label* label = labelOf(query.text)) {
        query.synonyms = label->asked();
        query.text = query.synonyms.takeFirst();
    }
    followThreshold();
    m_service.segmentConcept(m_image, query);
}

void Proposals::setThreshold(float threshold) {
    const core::Label* label = labelOf(m_set.asked);
    m_moved[label ? label->name : m_set.asked] = {threshold, label ? label->threshold : std::nullopt};
    followThreshold();
}

void Proposals::setModelThreshold(float threshold) {
    m_modelThreshold = threshold;
    m_moved.clear(); // another model's scores mean something else
    followThreshold();
}

void Proposals::labelsChanged() {
    followThreshold();
}

void Proposals::setFoundAgain(FoundAgain rule) {
    m_foundAgain = rule;
    emit itemsChanged(QRect(QPoint(), m_size));
}

void Proposals::followThreshold() {
    const core::Label* label = labelOf(m_set.asked);
    const std::optional<float> said = label ? label->threshold : std::nullopt;
    const auto moved = m_moved.constFind(label ? label->name : m_set.asked);
    const bool holds = moved != m_moved.constEnd() && moved->said == said;
    // What was set before anything was asked is for all that says nothing of its own.
    const float usual = m_moved.value({}, {m_modelThreshold, {}}).threshold;
    const float threshold = holds ? moved->threshold : said.value_or(usual);
    if (threshold == m_threshold) {
        return;
    }
    const float low = std::min(threshold, m_threshold);
    const float high = std::max(threshold, m_threshold);
    m_threshold = threshold;
    QRect dirty;
    for (const Proposal& p : m_set.items) {
        if (p.candidate.score >= low && p.candidate.score < high) {
            dirty |= p.box;
        }
    }
    emit thresholdChanged();
    emit itemsChanged(dirty);
}

void Proposals::reject(int index) {
    Proposal& p = m_set.items[std::size_t(index)];
    p.rejected = true;
    emit itemsChanged(p.box);
}

void Proposals::clearItems(bool keepBoxes) {
    m_masks.cancel();
    stop();
    const QRect dirty = shownRect();
    m_set.items.clear();
    if (!keepBoxes && !m_set.query.boxes.isEmpty()) {
        m_set.query.boxes.clear();
        emit queryChanged();
    }
    setPhase(Phase::Idle);
    emit itemsChanged(dirty);
}

void Proposals::stop() {
    if (m_set.phase == Phase::Running) {
        m_service.cancel({core::RequestKind::Concept, m_image.value});
        setPhase(m_set.items.empty() ? Phase::Idle : Phase::Ready);
    }
}

void Proposals::checkCovered() {
    if (!m_annotations || m_set.items.empty()) {
        return;
    }
    const auto present = measured(m_annotations());
    QRect dirty;
    for (Proposal& p : m_set.items) {
        if (note(p, presentFor(p, present))) {
            dirty |= p.box;
        }
    }
    if (!dirty.isEmpty()) {
        emit itemsChanged(dirty);
    }
}

void Proposals::answered(core::ImageId image, const QList<core::Candidate>& candidates, double milliseconds) {
    if (image != m_image || m_set.phase != Phase::Running) {
        return;
    }
    const QRect before = shownRect();
    m_set.items.clear();
    for (const core::Candidate& c : candidates) {
        m_set.items.push_back({c, nullptr, c.box.toAlignedRect().intersected(QRect(QPoint(), m_size))});
    }
    std::stable_sort(m_set.items.begin(), m_set.items.end(), [](const Proposal& a, const Proposal& b) {
        return a.candidate.score > b.candidate.score;
    });
    m_set.milliseconds = milliseconds;
    setPhase(Phase::Ready);
    emit itemsChanged(before | shownRect());
    computeMasks();
}

void Proposals::failed(const core::RequestKey& key, const QString& message) {
    if (key == core::RequestKey{core::RequestKind::Concept, m_image.value} && m_set.phase == Phase::Running) {
        m_set.failure = message;
        setPhase(Phase::Failed);
    }
}

void Proposals::computeMasks() {
    using MaskPtr = std::shared_ptr<const core::Mask>;
    m_masks.cancel();
    for (std::size_t i = 0; i < m_set.items.size(); ++i) {
        if (!m_set.items[i].mask) {
            m_masks.run(
                [logits = m_set.items[i].candidate.logits, size = m_size]() -> MaskPtr {
                    return std::make_shared<core::Mask>(logits.toMask(size));
                },
                [this, i](MaskPtr mask) { maskComputed(i, std::move(mask)); });
        }
    }
}

void Proposals::maskComputed(std::size_t index, std::shared_ptr<const core::Mask> mask) {
    Proposal& p = m_set.items[index];
    QRect dirty = p.box;
    p.rejected = p.rejected || mask->isEmpty();
    p.box = mask->boundingBox();
    p.mask = std::move(mask);
    if (m_annotations) {
        note(p, presentFor(p, measured(m_annotations())));
    }
    dirty |= p.box;
    emit itemsChanged(dirty);
    if (masksReady()) {
        emit masksBecameReady();
    }
}

void Proposals::setPhase(Phase phase) {
    if (phase != m_set.phase) {
        m_set.phase = phase;
        emit phaseChanged();
    }
}

QRect Proposals::shownRect() const {
    QRect rect;
    for (int i = 0; i < int(m_set.items.size()); ++i) {
        rect = isShown(i) ? rect | m_set.items[std::size_t(i)].box : rect;
    }
    return rect;
}

} // namespace gui
