// SPDX-License-Identifier: Apache-2.0
#include "gui/session/review.h"

#include "gui/session/review_sorter.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"

#include <algorithm>
#include <utility>

namespace gui {
namespace {

/// More than these are one new queue for those who show it.
constexpr std::size_t kOneByOne = 50;

} // namespace

Review::Review(Session& session, QObject* parent)
    : QObject(parent), m_session(session),
      m_sorter(new ReviewSorter(
          session,
          [this](std::vector<core::RiskItem> sorted, bool fresh) { takeSorted(std::move(sorted), fresh); },
          this)) {
    connect(&session, &Session::projectChanged, this, [this] { setOn(false); });
    connect(&session, &Session::contentChanged, this, &Review::followContent);
    connect(&session, &Session::editUndone, this, &Review::followUndo);
    connect(&session, &Session::editRedone, this, &Review::followUndo);
    connect(&session.selection(), &Selection::changed, this, &Review::followSelection);
}

Review::~Review() = default;

bool Review::isMeasuring() const {
    return m_ready && m_sorter->isMeasuring();
}

void Review::setOn(bool on) {
    if (on == m_on || (on && m_session.openProject() == nullptr)) {
        return;
    }
    m_on = on;
    m_ready = false;
    m_queue = {};
    m_sorter->stop();
    emit modeChanged(on);
    emit queueChanged();
    if (on) {
        m_sorter->start();
    }
}

void Review::setAgreement(const QHash<core::AnnotationId, float>& agreement) {
    m_sorter->setAgreement(agreement);
}

void Review::takeSorted(std::vector<core::RiskItem> sorted, bool fresh) {
    m_ready = true;
    m_queue.arrange(std::move(sorted));
    emit queueChanged();
    if (fresh && (current() == nullptr || isDecided(place()))) {
        advance();
    }
}

void Review::setPlace(int place) {
    if (m_on && place >= 0 && place < int(queue().size())) {
        m_queue.setPlace(place);
        if (!show()) {
            advance();
        }
    }
}

/// Notes what an edit, in images that are open or not, says of what is in the queue; those for which that is
/// news.
std::vector<core::AnnotationId> Review::markChanged(const core::Edit& edit) {
    std::vector<core::AnnotationId> news;
    QSet<core::ImageId> lost;
    const auto mark = [&](core::AnnotationId id, bool waits) {
        if (m_queue.mark(id, !waits)) {
            news.push_back(id);
        }
        if (waits && m_queue.placeOf(id) < 0) {
            m_sorter->askAgain();
        }
    };
    for (const core::Change& change : edit.changes) {
        if (const auto* fields = std::get_if<core::SetFields>(&change)) {
            mark(fields->id, fields->after.state == core::State::Auto);
        } else if (const auto* added = std::get_if<core::AddAnnotation>(&change)) {
            mark(added->annotation.id, added->annotation.fields.state == core::State::Auto);
        } else if (const auto* removed = std::get_if<core::RemoveAnnotation>(&change)) {
            mark(removed->annotation.id, false);
        } else if (const auto* image = std::get_if<core::SetImage>(&change); image && !image->after) {
            lost.insert(image->before->id);
        } else if ((image && !image->before) || std::holds_alternative<core::MoveLabel>(change)) {
            m_sorter->askAgain();
        }
    }
    if (!lost.isEmpty()) {
        m_queue.removeImages(lost);
        emit queueChanged();
    }
    return news;
}

void Review::followContent(const core::ChangeEvent& event) {
    const core::Edit* edit = m_on && !event.loaded ? m_session.history()->applying() : nullptr;
    if (edit == nullptr) {
        return;
    }
    const core::AnnotationId was = currentId();
    const std::vector<core::AnnotationId> news = markChanged(*edit);
    if (news.size() > kOneByOne) {
        emit queueChanged();
    } else {
        for (const core::AnnotationId id : news) {
            emit itemChanged(m_queue.placeOf(id));
        }
    }
    const core::AnnotationId now = currentId();
    const bool lost = now != was || (now.isValid() && m_session.project()->annotation(now) == nullptr);
    // What is corrected in its image stays until it is decided; what a step over many images decides goes.
    const bool goes = lost || !edit->image.isValid() || (!now.isValid() && waiting() > 0);
    if (goes) {
        // Not from within the edit: showing another image loads it.
        QMetaObject::invokeMethod(
            this,
            [this, now, lost] {
                if (m_on && currentId() == now && (lost || !now.isValid() || isDecided(place()))) {
                    advance();
                }
            },
            Qt::QueuedConnection);
    }
}

core::AnnotationId Review::currentId() const {
    return current() != nullptr ? current()->instance : core::AnnotationId{};
}

void Review::followUndo(const core::Edit& edit) {
    for (const core::Change& change : edit.changes) {
        const auto* fields = std::get_if<core::SetFields>(&change);
        const auto* removed = std::get_if<core::RemoveAnnotation>(&change);
        const core::AnnotationId id = fields    ? fields->id
                                      : removed ? removed->annotation.id
                                                : core::AnnotationId{};
        if (const int place = m_queue.placeOf(id); place >= 0) {
            setPlace(place);
            return;
        }
    }
}

/// What the user chose is what keys decide; the view stays.
void Review::followSelection() {
    const QList<core::AnnotationId>& ids = m_session.selection().ids();
    const int chosen = m_on && ids.size() == 1 ? m_queue.placeOf(ids.first()) : -1;
    if (chosen >= 0 && chosen != place()) {
        m_queue.setPlace(chosen);
        emit currentChanged();
    }
}

Review::Sight Review::sight() const {
    const core::RiskItem* item = current();
    if (item == nullptr) {
        return Sight::Nothing;
    }
    const QList<core::AnnotationId>& ids = m_session.selection().ids();
    if (m_session.image() != item->image || !(ids.isEmpty() || ids == QList{item->instance})) {
        return Sight::Elsewhere;
    }
    const bool coming = m_session.picture().image.isNull() && m_session.pictureFailure().isEmpty();
    return coming ? Sight::Coming : Sight::Current;
}

void Review::decide(core::State state, core::LabelId label, const QString& text) {
    const core::Annotation* a = m_session.project()->annotation(current()->instance);
    if (a != nullptr && a->fields.locked && state == core::State::Rejected) {
        m_session.report(tr("This instance is locked; unlock it to reject it."));
    } else {
        decideAll({current()->instance}, state, label, text);
    }
}

bool Review::accept() {
    const Sight what = sight();
    if (what == Sight::Current) {
        decide(core::State::Accepted, {}, tr("Accept"));
    } else if (what == Sight::Elsewhere) {
        setPlace(place());
    }
    return what != Sight::Nothing;
}

bool Review::reject() {
    const Sight what = sight();
    if (what == Sight::Current) {
        decide(core::State::Rejected, {}, tr("Reject"));
    }
    // One press too many at the end must not reject what the pointer happens to rest on.
    return m_on && what != Sight::Elsewhere;
}

bool Review::relabel(core::LabelId label) {
    const Sight what = sight();
    if (what == Sight::Current) {
        decide(core::State::Accepted, label, tr("Assign label"));
    }
    return what == Sight::Current || what == Sight::Coming;
}

bool Review::acceptImage() {
    const Sight what = sight();
    if (what == Sight::Elsewhere) {
        setPlace(place());
    }
    if (what != Sight::Current) {
        return what != Sight::Nothing;
    }
    std::vector<core::AnnotationId> ids;
    for (const core::Annotation* a : m_session.project()->annotations(current()->image)) {
        if (a->fields.state == core::State::Auto) {
            ids.push_back(a->id);
        }
    }
    decideAll(ids, core::State::Accepted, {}, tr("Accept the rest"));
    return true;
}

bool Review::skip(int by) {
    if (current() == nullptr) {
        return false;
    }
    setPlace((place() + by + int(queue().size())) % int(queue().size()));
    return true;
}

/// An image without anything that waits is reviewed: its mark is part of the edit that decides the last one.
void Review::decideAll(const std::vector<core::AnnotationId>& ids, core::State state, core::LabelId label,
                       const QString& text) {
    const core::Project& project = *m_session.project();
    const core::ImageId image = current()->image;
    core::Edit edit;
    edit.image = image;
    edit.text = text;
    std::size_t waited = 0;
    for (const core::AnnotationId id : ids) {
        const core::Annotation* a = project.annotation(id);
        if (a == nullptr) {
            continue;
        }
        waited += a->fields.state == core::State::Auto ? 1 : 0;
        core::Fields after = a->fields;
        const bool keeps = state == core::State::Accepted && after.state == core::State::Fixed;
        after.state = keeps ? after.state : state;
        after.label = label.isValid() ? label : after.label;
        if (!(after == a->fields)) {
            edit.changes.push_back(core::SetFields{id, a->fields, after});
        }
    }
    const auto annotations = project.annotations(image);
    const auto waiting =
        std::size_t(std::count_if(annotations.begin(), annotations.end(), [](const core::Annotation* a) {
            return a->fields.state == core::State::Auto;
        }));
    const core::ImageInfo* before = project.image(image);
    if (waiting == waited && before != nullptr && !before->reviewed) {
        core::ImageInfo after = *before;
        after.reviewed = true;
        edit.changes.push_back(core::SetImage{*before, after});
    }
    m_session.commit(std::move(edit));
    advance();
    if (current() == nullptr) {
        m_session.selection().clear(); // nor relabel or delete what was decided last
    }
}

void Review::advance() {
    do {
        m_queue.advance();
    } while (!show());
}

/// False if the current one went while its image was not open.
bool Review::show() {
    if (const core::RiskItem* item = current()) {
        const core::AnnotationId id = item->instance;
        m_session.showImage(item->image);
        const core::Annotation* a = m_session.project()->annotation(id);
        if (a == nullptr && m_queue.mark(id, true)) {
            return false;
        }
        m_session.selection().set(a != nullptr ? QList{a->id} : QList<core::AnnotationId>());
    }
    emit currentChanged();
    emit shown();
    return true;
}

} // namespace gui
