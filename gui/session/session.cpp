// SPDX-License-Identifier: Apache-2.0
#include "gui/session/session.h"

#include "gui/session/auto_label.h"
#include "gui/session/filter.h"
#include "gui/session/proposals.h"
#include "gui/session/review.h"
#include "gui/session/selection.h"

#include "core/engine/inference_service.h"
#include "core/project/history.h"
#include "core/project/project.h"

#include <QDateTime>

#include <algorithm>

namespace gui {

Session::Session(core::InferenceService& service, QObject* parent)
    : QObject(parent), m_service(service), m_selection(new Selection(this)),
      m_proposals(new Proposals(service, this)), m_filter(new Filter(*this, this)),
      m_review(new Review(*this, this)), m_autoLabel(new AutoLabel(*this, this)),
      m_effort(QDateTime::currentMSecsSinceEpoch) {
    // A model that comes after the picture has not seen it.
    connect(&service, &core::InferenceService::modelChanged, this, &Session::encode);
    connect(&m_loader, &core::ImageLoader::loaded, this, &Session::pictureLoaded);
    connect(&m_loader, &core::ImageLoader::failed, this, &Session::pictureFailed);
    connect(&m_loader, &core::ImageLoader::prefetched, this, [this](const core::LoadedImage& picture) {
        if (m_service.model().ready) {
            m_service.prepare(picture, core::Priority::Background);
        }
    });
    connect(m_proposals, &Proposals::masksBecameReady, this, [this] {
        if (m_acceptWaits) {
            acceptProposals();
        }
    });
    connect(m_proposals, &Proposals::phaseChanged, this, [this] { m_acceptWaits = false; });
    m_proposals->setAnnotationSource(
        [this] { return project() ? project()->annotations(m_image) : QList<const core::Annotation*>(); });
    m_proposals->setLabelSource([this](const QString& phrase) {
        return project() ? edits::knownLabel(*project(), phrase) : nullptr;
    });
    connect(this, &Session::contentChanged, m_proposals, [this](const core::ChangeEvent& event) {
        if (event.labels) {
            m_proposals->labelsChanged();
        }
    });
}

Session::~Session() {
    // Children that look at the project go before it does.
    delete m_autoLabel;
    delete m_review;
    delete m_filter;
    delete m_proposals;
    m_open.reset();
}

core::Project* Session::project() {
    return m_open ? &m_open->project() : nullptr;
}
const core::Project* Session::project() const {
    return m_open ? &m_open->project() : nullptr;
}
core::History* Session::history() {
    return m_open ? &m_open->history() : nullptr;
}

void Session::setProject(std::unique_ptr<core::OpenProject> project) {
    m_service.cancelAll();
    m_selection->clear();
    m_selection->setHovered({});
    m_image = {};
    m_picture = {};
    m_proposals->setImage({}, {});
    m_proposals->setText({});
    // The old project must live until everything has let go of it.
    const std::unique_ptr<core::OpenProject> old = std::exchange(m_open, std::move(project));
    if (m_open) {
        connectProject();
        m_label =
            m_open->project().labels().isEmpty() ? core::LabelId{} : m_open->project().labels().first().id;
    }
    emit projectChanged();
    emit labelChanged();
    emit historyChanged();
    if (m_open && !m_open->project().images().isEmpty()) {
        showImage(m_open->project().images().first().id);
    } else {
        emit imageChanged();
        emit pictureChanged();
    }
}

void Session::connectProject() {
    core::History& history = m_open->history();
    connect(&m_open->project(), &core::Project::changed, this, [this](const core::ChangeEvent& event) {
        dropVanished(event);
        emit contentChanged(event);
        if (event.image == m_image && !event.annotations.isEmpty()) {
            m_proposals->checkCovered();
        }
    });
    connect(&history, &core::History::changed, this, &Session::historyChanged);
    connect(m_open.get(), &core::OpenProject::damageFound, this, &Session::report);
    connect(&history, &core::History::undone, this, [this](const core::Edit& edit) {
        followEdit(edit);
        emit editUndone(edit);
    });
    connect(&history, &core::History::redone, this, [this](const core::Edit& edit) {
        followEdit(edit);
        emit editRedone(edit);
    });
    history.setEnsureLoaded([this](core::ImageId image) {
        if (const auto status = m_open->loadImage(image); !status) {
            report(QString::fromStdString(status.error().message));
        }
    });
}

void Session::dropVanished(const core::ChangeEvent& event) {
    for (const core::AnnotationId id : event.annotations) {
        if (m_open->project().annotation(id) == nullptr) {
            if (m_selection->contains(id)) {
                m_selection->toggle(id);
            }
            if (m_selection->hovered() == id) {
                m_selection->setHovered({});
            }
        }
    }
    if (event.labels && m_open->project().label(m_label) == nullptr) {
        const auto& labels = m_open->project().labels();
        setLabel(labels.isEmpty() ? core::LabelId{} : labels.first().id);
    }
    if (event.images && m_open->project().imageIndex(m_image) < 0) {
        const auto& images = m_open->project().images();
        showImage(images.isEmpty() ? core::ImageId{} : images.first().id);
    }
}

void Session::showImage(core::ImageId image) {
    if (!m_open || image == m_image) {
        return;
    }
    const auto& images = m_open->project();
    m_direction = images.imageIndex(image) >= images.imageIndex(m_image) ? 1 : -1;
    dropMask();
    m_selection->clear();
    m_selection->setHovered({});
    m_image = image;
    m_picture = {};
    m_pictureFailure.clear();
    if (image.isValid()) {
        if (const auto status = m_open->loadImage(image); !status) {
            report(QString::fromStdString(status.error().message));
        }
        m_loader.load(image, m_open->absolutePath(image));
    }
    emit imageChanged();
    emit pictureChanged();
}

int Session::imageIndex() const {
    return project() ? project()->imageIndex(m_image) : -1;
}

void Session::step(int images) {
    if (!m_open || m_open->project().images().isEmpty()) {
        return;
    }
    if (m_filter->isActive()) {
        stepFiltered(images);
        return;
    }
    const auto& list = m_open->project().images();
    const int to = std::clamp(imageIndex() + images, 0, int(list.size()) - 1);
    showImage(list[to].id);
}

/// The filter's images are the list then; one that it hides lies between its neighbours.
void Session::stepFiltered(int images) {
    const auto& shown = m_filter->matches().images;
    if (shown.empty()) {
        return;
    }
    const auto at = std::lower_bound(shown.begin(), shown.end(), m_image);
    const bool hidden = at == shown.end() || *at != m_image;
    const auto place = qint64(at - shown.begin()) - (hidden && images > 0 ? 1 : 0);
    const qint64 to = std::clamp<qint64>(place + images, 0, qint64(shown.size()) - 1);
    showImage(shown[std::size_t(to)]);
}

void Session::stepToOpen(int direction) {
    if (!m_open) {
        return;
    }
    const auto& images = m_open->project().images();
    const auto& shown = m_filter->matches().images;
    for (int at = imageIndex() + direction; at >= 0 && at < images.size(); at += direction) {
        const core::ImageInfo& image = images[at];
        const Filter::Badge badge = m_filter->badge(image.id);
        const bool hidden = m_filter->isActive() && !std::binary_search(shown.begin(), shown.end(), image.id);
        if (!hidden && !image.reviewed && (badge.instances == 0 || badge.open > 0)) {
            showImage(image.id);
            return;
        }
    }
    report(direction > 0 ? tr("No image after this one is left to do.")
                         : tr("No image before this one is left to do."));
}

void Session::pictureLoaded(const core::LoadedImage& picture) {
    if (picture.id != m_image) {
        return;
    }
    m_picture = picture;
    m_open->noteImageFacts(m_image, picture.image.size(), picture.hash);
    m_proposals->setImage(m_image, picture.image.size());
    emit pictureChanged();
    encode();
    prefetchNext();
}

void Session::encode() {
    if (m_service.model().ready && !m_picture.image.isNull()) {
        m_service.prepare(m_picture, core::Priority::Interactive);
    }
}

void Session::pictureFailed(core::ImageId id, const QString& message) {
    if (id == m_image) {
        m_pictureFailure = message;
        emit pictureChanged();
    }
}

void Session::prefetchNext() {
    if (const core::ImageId next = m_review->nextImage(); next.isValid()) {
        m_loader.prefetch(next, m_open->absolutePath(next));
        return;
    }
    const auto& images = m_open->project().images();
    const int next = imageIndex() + m_direction;
    if (next >= 0 && next < images.size()) {
        m_loader.prefetch(images[next].id, m_open->absolutePath(images[next].id));
    }
}

void Session::setLabel(core::LabelId label) {
    if (label != m_label) {
        m_label = label;
        emit labelChanged();
    }
}

core::LabelId Session::labelForNew(core::Edit& edit) {
    if (m_open->project().label(m_label) != nullptr) {
        return m_label;
    }
    return edits::labelFor(m_open->project(), tr("object"), edit);
}

/// Instances that come from the model say which one it was.
void Session::noteModel(core::Edit& edit) const {
    for (core::Change& change : edit.changes) {
        if (auto* add = std::get_if<core::AddAnnotation>(&change);
            add != nullptr && add->annotation.origin == core::Origin::Prompt &&
            add->annotation.model.isEmpty()) {
            add->annotation.model = m_service.model().name;
        }
    }
}

bool Session::mayEdit() {
    const bool may = m_open && !m_open->isReadOnly();
    if (m_open && !may) {
        report(tr("This project is open to look at only: another program is working in it."));
    }
    return may;
}

core::EditId Session::commit(core::Edit edit) {
    if (!m_open || edit.changes.empty() || !mayEdit()) {
        return {};
    }
    if (!edit.id.isValid()) {
        edit.id = m_open->project().newEditId();
    }
    const core::EditId id = edit.id;
    noteModel(edit);
    m_effort.stamp(edit, m_open->project());
    m_open->history().commit(std::move(edit));
    if (!m_label.isValid() && !m_open->project().labels().isEmpty()) {
        setLabel(m_open->project().labels().first().id);
    }
    return id;
}

void Session::askOverlap(const core::Edit& edit, core::AnnotationId own, const core::Mask& painted) {
    const auto others = edits::covered(m_open->project(), m_image, own, painted);
    if (m_overlap == edits::Overlap::Ask && !others.isEmpty()) {
        emit overlapAsked(edit, own, painted, int(others.size()));
    }
}

void Session::undo() {
    if (m_open && m_open->history().canUndo()) {
        m_open->history().undo();
    }
}

void Session::redo() {
    if (m_open && m_open->history().canRedo()) {
        m_open->history().redo();
    }
}

void Session::followEdit(const core::Edit& edit) {
    if (edit.image.isValid() && m_open->project().imageIndex(edit.image) >= 0) {
        showImage(edit.image);
    }
}

void Session::acceptProposals() {
    if (!m_open || m_proposals->passing() == 0) {
        return;
    }
    m_acceptWaits = !m_proposals->masksReady();
    if (m_acceptWaits) {
        return;
    }
    std::vector<edits::Accepted> accepted;
    const auto& items = m_proposals->items();
    for (int i = 0; i < int(items.size()); ++i) {
        if (m_proposals->isShown(i)) {
            accepted.push_back(accepting(items[std::size_t(i)]));
        }
    }
    const QString phrase = m_proposals->query().text;
    core::Edit edit = edits::accept(m_open->project(), m_image, accepted, phrase, m_label);
    m_proposals->clearItems();
    commit(std::move(edit));
    if (const core::Label* label = edits::knownLabel(m_open->project(), phrase)) {
        setLabel(label->id);
    }
}

edits::Accepted Session::accepting(const Proposal& proposal) const {
    return {proposal.mask, proposal.candidate.score, proposal.present,
            m_proposals->foundAgain() == FoundAgain::Merge};
}

core::AnnotationId Session::acceptProposal(int index) {
    const Proposal& proposal = m_proposals->items()[std::size_t(index)];
    if (!m_open || !proposal.mask) {
        return {};
    }
    core::Edit edit =
        edits::accept(m_open->project(), m_image, {accepting(proposal)}, m_proposals->query().text, m_label);
    const auto* added =
        edit.changes.empty() ? nullptr : std::get_if<core::AddAnnotation>(&edit.changes.back());
    const core::AnnotationId id = added ? added->annotation.id : proposal.present;
    if (!edit.changes.empty() && !commit(std::move(edit)).isValid()) {
        return {};
    }
    m_selection->select(id);
    return id;
}

void Session::computeMask(const core::LogitMap& logits, std::function<void(const core::Mask&)> done) {
    dropMask();
    m_masks.run([logits, size = m_picture.image.size()] { return logits.toMask(size); }, std::move(done));
}

void Session::removeSelected() {
    if (m_open && !m_selection->isEmpty()) {
        commit(edits::remove(m_open->project(), m_image, m_selection->ids()));
    }
}

void Session::assignLabel(core::LabelId label) {
    if (!m_open || m_open->project().label(label) == nullptr) {
        return;
    }
    setLabel(label);
    commit(edits::setFields(
        m_open->project(), m_image, m_selection->ids(), [label](core::Fields& f) { f.label = label; },
        tr("Assign label")));
}

} // namespace gui
