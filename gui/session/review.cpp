// SPDX-License-Identifier: Apache-2.0
#include "gui/session/review.h"

#include "gui/session/edits.h"
#include "gui/session/filter.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/project.h"
#include "core/review/bulk_accept.h"

#include <algorithm>
#include <utility>

namespace gui {
namespace {

constexpr int kTogether = 1'000;           // milliseconds
constexpr std::size_t kShapesAtOnce = 500; // images
constexpr std::size_t kPicturesAtOnce = 8;

} // namespace

Review::Review(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_again.setSingleShot(true);
    m_again.setInterval(kTogether);
    connect(&m_again, &QTimer::timeout, this, &Review::ask);
    connect(&session, &Session::projectChanged, this, [this] {
        setOn(false);
        m_background.reset(); // a reader of the file must not outlive the project
    });
    connect(&session, &Session::contentChanged, this, &Review::followContent);
    connect(&session, &Session::editUndone, this, &Review::followUndo);
    connect(&session, &Session::editRedone, this, &Review::followUndo);
    connect(&session.filter(), &Filter::found, this, &Review::followFilter);
}

Review::~Review() {
    forget();
}

void Review::followFilter() {
    const Filter& filter = m_session.filter();
    const bool typed = filter.text() != m_filter;
    const bool differs = filter.matches().everything != m_matches.everything ||
                         filter.matches().instances != m_matches.instances;
    if (m_on && (differs || m_stale) && !m_again.isActive()) {
        m_again.start(typed ? 0 : kTogether);
    }
}

void Review::forget() {
    m_stop.request_stop();
    if (m_background) {
        m_background->cancel();
    }
    m_looked.clear();
    m_facts.reset();
    m_ordering = 0;
    m_measures.clear();
    m_images.clear();
    m_measured = 0;
    m_queue.clear();
    m_places.clear();
    m_decided.clear();
    m_place = -1;
    m_done = 0;
    m_waiting = 0;
    m_ready = false;
    ++m_asked;
}

void Review::setOn(bool on) {
    if (on == m_on || (on && m_session.openProject() == nullptr)) {
        return;
    }
    m_on = on;
    m_again.stop();
    forget();
    emit modeChanged(on);
    emit queueChanged();
    if (on) {
        ask();
    }
}

void Review::ask() {
    if (!m_on) {
        return;
    }
    m_stale = false;
    m_filter = m_session.filter().text();
    m_matches = m_session.filter().matches();
    const quint64 asked = ++m_asked;
    m_session.filter().whenWritten([this, asked] {
        m_session.filter().search()->ask(
            [matches = m_matches](const core::InstanceIndex& index, const core::QueryContext& context) {
                return core::riskFacts(index, context, matches);
            },
            [this, asked](std::vector<core::RiskFacts> facts) {
                if (asked == m_asked && m_on) {
                    take(std::move(facts));
                }
            });
    });
}

void Review::take(std::vector<core::RiskFacts> facts) {
    m_facts = std::make_shared<const std::vector<core::RiskFacts>>(std::move(facts));
    listImages();
    m_stop.request_stop();
    m_stop = {};
    if (m_background) {
        m_background->cancel();
    } else {
        m_background = std::make_unique<core::Background>();
    }
    m_ordering = 0;
    m_fresh = true;
    order();
    measureNext();
}

/// Shapes of all images first, which takes seconds, then their pictures.
void Review::listImages() {
    QSet<core::ImageId> shapes;
    QList<core::ImageId> pictures;
    QSet<core::ImageId> listed;
    m_images.clear();
    m_measured = 0;
    for (const core::RiskFacts& f : *m_facts) {
        if (!f.asked || f.state != core::State::Auto) {
            continue;
        }
        const bool isNew = !m_measures.contains(f.instance);
        if (isNew && !shapes.contains(f.image)) {
            shapes.insert(f.image);
            m_images.push_back({f.image, {}});
        }
        if ((isNew || !m_looked.contains(f.image)) && !listed.contains(f.image)) {
            listed.insert(f.image);
            pictures.append(f.image);
        }
    }
    for (const core::ImageId image : pictures) {
        m_images.push_back({image, m_session.openProject()->absolutePath(image)});
    }
}

/// Off the UI thread: 100,000 take a quarter of a second.
void Review::order() {
    ++m_ordering;
    m_background->run(
        [known = m_facts, measures = m_measures] {
            std::vector<core::RiskFacts> facts = *known;
            for (core::RiskFacts& f : facts) {
                if (const auto measure = measures.constFind(f.instance); measure != measures.constEnd()) {
                    f.shape = *measure;
                }
            }
            return core::riskQueue(facts);
        },
        [this](std::vector<core::RiskItem> sorted) {
            --m_ordering;
            m_ready = true;
            arrange(std::move(sorted));
            if (std::exchange(m_fresh, false) && (current() == nullptr || isDecided(m_place))) {
                advance();
            }
        });
}

/// What was passed and the current one stay where they are: nobody wants a card to move under the eyes.
void Review::arrange(std::vector<core::RiskItem> sorted) {
    const int kept = m_place + 1;
    m_queue.resize(std::size_t(kept));
    m_places.clear();
    for (const core::RiskItem& item : m_queue) {
        m_places.insert(item.instance, int(m_places.size()));
    }
    m_waiting = 0;
    for (core::RiskItem& item : sorted) {
        const bool open = !m_decided.contains(item.instance);
        m_waiting += open ? 1 : 0;
        if (!m_places.contains(item.instance) && open) {
            m_places.insert(item.instance, int(m_queue.size()));
            m_queue.push_back(std::move(item));
        }
    }
    emit queueChanged();
}

void Review::measureNext() {
    if (m_measured >= m_images.size()) {
        return;
    }
    const bool withPictures = !m_images[m_measured].picture.isEmpty();
    const std::size_t most = withPictures ? kPicturesAtOnce : kShapesAtOnce;
    std::vector<core::SurveyedImage> images;
    for (std::size_t i = m_measured;
         i < m_images.size() && images.size() < most && m_images[i].picture.isEmpty() != withPictures; ++i) {
        images.push_back(m_images[i]);
    }
    m_background->run([file = m_session.openProject()->file(), images,
                       stop = m_stop.get_token()] { return core::surveyShapes(file, images, stop); },
                      [this, images](const std::vector<core::ShapeMeasure>& measures) {
                          for (const core::ShapeMeasure& measure : measures) {
                              m_measures.insert(measure.instance, measure);
                          }
                          for (const core::SurveyedImage& one : images) {
                              if (!one.picture.isEmpty()) {
                                  m_looked.insert(one.image);
                              }
                          }
                          const std::size_t count = images.size();
                          m_measured += count;
                          // Sorting a large queue takes a while; with pictures it is done now and then.
                          constexpr std::size_t kSortEvery = 400;
                          if (m_measured == m_images.size() || m_measured % kSortEvery < count) {
                              order();
                          }
                          measureNext();
                      });
}

const core::RiskItem* Review::current() const {
    return m_place >= 0 && m_place < int(m_queue.size()) ? &m_queue[std::size_t(m_place)] : nullptr;
}

bool Review::isDecided(int place) const {
    return m_decided.contains(m_queue[std::size_t(place)].instance);
}

void Review::setPlace(int place) {
    if (m_on && place >= 0 && place < int(m_queue.size())) {
        m_place = place;
        show();
    }
}

core::ImageId Review::nextImage() const {
    const core::RiskItem* here = m_on ? current() : nullptr;
    for (int place = m_place + 1; here != nullptr && place < int(m_queue.size()); ++place) {
        if (!isDecided(place) && m_queue[std::size_t(place)].image != here->image) {
            return m_queue[std::size_t(place)].image;
        }
    }
    return {};
}

/// Loaded ones are known to the last edit.
bool Review::waits(core::AnnotationId id) const {
    const core::Annotation* a = m_session.project()->annotation(id);
    return a != nullptr && a->fields.state == core::State::Auto;
}

/// Notes whether `id`, which is loaded, waits still; true if that is news.
bool Review::mark(core::AnnotationId id) {
    const bool was = m_decided.contains(id);
    const bool is = !waits(id);
    if (was == is) {
        return false;
    }
    if (is) {
        m_decided.insert(id);
    } else {
        m_decided.remove(id);
    }
    m_done += is ? 1 : -1;
    m_waiting += is ? -1 : 1;
    return true;
}

void Review::followContent(const core::ChangeEvent& event) {
    if (!m_on || event.loaded) {
        return;
    }
    bool gone = false;
    m_stale = m_stale || (!event.image.isValid() && !event.images && !event.labels);
    for (const core::AnnotationId id : event.annotations) {
        const int place = m_places.value(id, -1);
        const bool known = place >= 0 || m_decided.contains(id);
        if (known && mark(id)) {
            emit itemChanged(place);
            gone = gone || (place >= 0 && place == m_place && m_session.project()->annotation(id) == nullptr);
        }
        m_stale = m_stale || (place < 0 && waits(id));
    }
    if (gone) {
        // Not from within the edit: showing another image loads it.
        QMetaObject::invokeMethod(this, &Review::advance, Qt::QueuedConnection);
    }
}

void Review::followUndo(const core::Edit& edit) {
    if (!m_on) {
        return;
    }
    for (const core::Change& change : edit.changes) {
        const auto* fields = std::get_if<core::SetFields>(&change);
        const auto* removed = std::get_if<core::RemoveAnnotation>(&change);
        const core::AnnotationId id = fields    ? fields->id
                                      : removed ? removed->annotation.id
                                                : core::AnnotationId{};
        if (const auto place = m_places.constFind(id); id.isValid() && place != m_places.constEnd()) {
            setPlace(*place);
            return;
        }
    }
}

bool Review::decide(core::State state, core::LabelId label, const QString& text) {
    const core::RiskItem* item = m_on ? current() : nullptr;
    if (item == nullptr) {
        return false;
    }
    const core::Annotation* a = m_session.project()->annotation(item->instance);
    if (a != nullptr && a->fields.locked && state == core::State::Rejected) {
        m_session.report(tr("This instance is locked; unlock it to reject it."));
    } else {
        decideAll({item->instance}, state, label, text);
    }
    return true;
}

bool Review::accept() {
    return decide(core::State::Accepted, {}, tr("Accept"));
}
bool Review::reject() {
    return decide(core::State::Rejected, {}, tr("Reject"));
}
bool Review::relabel(core::LabelId label) {
    return decide(core::State::Accepted, label, tr("Assign label"));
}

bool Review::acceptImage() {
    if (!m_on || current() == nullptr) {
        return false;
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

void Review::acceptAbove(double score) {
    if (m_session.openProject() == nullptr) {
        return;
    }
    m_session.filter().whenWritten([this, score] {
        m_session.filter().search()->ask(
            [score, matches = m_session.filter().matches()](const core::InstanceIndex& index,
                                                            const core::QueryContext& context) {
                return core::acceptAbove(index, context, matches, float(score));
            },
            [this](core::Edit edit) {
                // What was decided since then stays as it is.
                std::erase_if(edit.changes, [this](const core::Change& change) {
                    const auto* fields = std::get_if<core::SetFields>(&change);
                    const core::Annotation* a =
                        fields != nullptr ? m_session.project()->annotation(fields->id) : nullptr;
                    return a != nullptr && !(a->fields == fields->before);
                });
                edit.text = tr("Accept above a score");
                m_session.commit(std::move(edit));
            });
    });
}

bool Review::skip(int by) {
    if (!m_on || current() == nullptr) {
        return false;
    }
    setPlace((m_place + by + int(m_queue.size())) % int(m_queue.size()));
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
    for (const core::AnnotationId id : ids) {
        const core::Annotation* a = project.annotation(id);
        if (a == nullptr) {
            continue;
        }
        core::Fields after = a->fields;
        const bool keeps = state == core::State::Accepted && after.state == core::State::Fixed;
        after.state = keeps ? after.state : state;
        after.label = label.isValid() ? label : after.label;
        if (!(after == a->fields)) {
            edit.changes.push_back(core::SetFields{id, a->fields, after});
        }
    }
    const auto annotations = project.annotations(image);
    const bool done = std::all_of(annotations.begin(), annotations.end(), [&](const core::Annotation* a) {
        return a->fields.state != core::State::Auto || std::find(ids.begin(), ids.end(), a->id) != ids.end();
    });
    const core::ImageInfo* before = project.image(image);
    if (done && before != nullptr && !before->reviewed) {
        core::ImageInfo after = *before;
        after.reviewed = true;
        edit.changes.push_back(core::SetImage{*before, after});
    }
    m_session.commit(std::move(edit));
    advance();
}

/// To the next one that waits; from the end on to those that were skipped.
void Review::advance() {
    const int count = int(m_queue.size());
    int next = -1;
    for (int step = 1; step <= count && next < 0; ++step) {
        const int place = (std::max(m_place, -1) + step) % count;
        next = isDecided(place) ? -1 : place;
    }
    m_place = next;
    show();
}

void Review::show() {
    const core::RiskItem* item = current();
    if (item != nullptr) {
        m_session.showImage(item->image);
        const core::Annotation* a = m_session.project()->annotation(item->instance);
        if (a == nullptr && !m_decided.contains(item->instance)) {
            // It went while its image was not loaded.
            mark(item->instance);
            advance();
            return;
        }
        m_session.selection().set(a != nullptr ? QList{a->id} : QList<core::AnnotationId>());
    }
    emit currentChanged();
}

} // namespace gui
