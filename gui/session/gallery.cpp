// SPDX-License-Identifier: Apache-2.0
#include "gui/session/gallery.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/saved_annotations.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace gui {
namespace {

constexpr std::size_t kAtOnce = 8; // pictures

std::vector<GalleryItem> itemsOf(const core::InstanceIndex& index, const core::QueryContext& context,
                                 const core::QueryMatches& matches, core::LabelId label) {
    QSet<core::ImageId> images;
    for (const core::ImageInfo& image : context.images) {
        images.insert(image.id);
    }
    std::vector<GalleryItem> items;
    for (const core::InstanceRow& row : index.rows()) {
        const core::AnnotationId id{row.id};
        if (row.present && index.labels()[row.label] == label &&
            core::State(row.state) != core::State::Rejected && images.contains(index.images()[row.image]) &&
            (matches.everything ||
             std::binary_search(matches.instances.begin(), matches.instances.end(), id))) {
            items.push_back({id,
                             index.images()[row.image],
                             {row.left, row.top, row.width, row.height},
                             row.area,
                             row.score});
        }
    }
    return items;
}

std::vector<core::AnnotationId> idsOf(const std::vector<GalleryItem>& items) {
    std::vector<core::AnnotationId> ids;
    ids.reserve(items.size());
    for (const GalleryItem& item : items) {
        ids.push_back(item.instance);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// Those of `ids`, which are sorted, that still have the label.
std::vector<core::AnnotationId> stillOf(const core::InstanceIndex& index,
                                        const std::vector<core::AnnotationId>& ids, core::LabelId label) {
    std::vector<core::AnnotationId> still;
    for (const core::InstanceRow& row : index.rows()) {
        if (row.present && index.labels()[row.label] == label &&
            std::binary_search(ids.begin(), ids.end(), core::AnnotationId{row.id})) {
            still.push_back({row.id});
        }
    }
    return still;
}

/// The edit that removes instances, read from the project's file.
core::Edit removalOf(const QString& file, const std::vector<GalleryItem>& items) {
    std::vector<core::ImageId> images;
    images.reserve(items.size());
    for (const GalleryItem& item : items) {
        images.push_back(item.image);
    }
    std::sort(images.begin(), images.end());
    images.erase(std::unique(images.begin(), images.end()), images.end());
    const std::vector<core::AnnotationId> ids = idsOf(items);
    core::Edit edit;
    for (const core::ImageId image : images) {
        const auto stored = core::savedAnnotations(file, image);
        for (const core::Annotation& annotation : stored.value_or(std::vector<core::Annotation>())) {
            if (!annotation.fields.locked && std::binary_search(ids.begin(), ids.end(), annotation.id)) {
                edit.changes.emplace_back(core::RemoveAnnotation{annotation});
            }
        }
    }
    return edit;
}

} // namespace

Gallery::Gallery(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session, &Session::projectChanged, this, [this] {
        stop();
        m_background.reset(); // a reader of the file must not outlive the project
        m_looks.clear();
        m_items.clear();
        m_label.reset();
        emit changed();
    });
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        for (const core::AnnotationId id : event.annotations) {
            m_looks.remove(id);
        }
    });
    connect(&session.filter(), &Filter::found, this, &Gallery::ask);
    connect(&session.filter(), &Filter::dataChanged, this, &Gallery::ask);
}

Gallery::~Gallery() {
    m_stop.request_stop();
}

void Gallery::stop() {
    m_stop.request_stop();
    m_stop = {};
    m_pending.clear();
    if (m_background) {
        m_background->cancel();
    }
    ++m_asked;
}

void Gallery::show(std::optional<core::LabelId> label, Order order) {
    m_label = label;
    m_order = order;
    ask();
}

void Gallery::ask() {
    stop();
    core::InstanceSearch* search = m_session.filter().search();
    if (!m_label || search == nullptr) {
        m_items.clear();
        emit changed();
        return;
    }
    search->ask([matches = m_session.filter().matches(), label = *m_label](
                    const core::InstanceIndex& index,
                    const core::QueryContext& context) { return itemsOf(index, context, matches, label); },
                [this, asked = m_asked](std::vector<GalleryItem> items) {
                    if (asked == m_asked) {
                        take(std::move(items));
                    }
                });
}

void Gallery::take(std::vector<GalleryItem> items) {
    m_items = std::move(items);
    if (m_order == Order::Odd) {
        QSet<core::ImageId> listed;
        for (const GalleryItem& item : m_items) {
            if (!m_looks.contains(item.instance) && !listed.contains(item.image)) {
                listed.insert(item.image);
                m_pending.push_back({item.image, m_session.openProject()->absolutePath(item.image)});
            }
        }
    }
    sort();
    emit changed();
    measureNext();
}

void Gallery::measureNext() {
    if (m_pending.empty()) {
        return;
    }
    if (!m_background) {
        m_background = std::make_unique<core::Background>();
    }
    const std::size_t count = std::min(kAtOnce, m_pending.size());
    const std::vector<core::AppearanceImage> images(m_pending.begin(),
                                                    m_pending.begin() + std::ptrdiff_t(count));
    m_background->run(
        [file = m_session.openProject()->file(), images, ids = idsOf(m_items), token = m_stop.get_token()] {
            return core::surveyAppearance(file, images, ids, token);
        },
        [this, count](const std::vector<core::Appearance>& looks) {
            for (const core::Appearance& look : looks) {
                m_looks.insert(look.instance, look);
            }
            m_pending.erase(m_pending.begin(), m_pending.begin() + std::ptrdiff_t(count));
            if (m_pending.empty()) {
                sort(); // once: nothing is to move under the eyes all the time
            }
            emit changed();
            measureNext();
        });
}

void Gallery::sort() {
    if (m_order != Order::Odd) {
        std::sort(m_items.begin(), m_items.end(), [this](const GalleryItem& a, const GalleryItem& b) {
            const auto key = [this](const GalleryItem& item) {
                return m_order == Order::Largest    ? -double(item.area)
                       : m_order == Order::Smallest ? double(item.area)
                                                    : double(item.score);
            };
            return std::tuple(key(a), a.instance) < std::tuple(key(b), b.instance);
        });
        return;
    }
    std::vector<core::Appearance> looks;
    for (const GalleryItem& item : m_items) {
        if (const auto look = m_looks.constFind(item.instance); look != m_looks.constEnd()) {
            looks.push_back(*look);
        }
    }
    QHash<core::AnnotationId, int> places;
    for (const core::AnnotationId id : core::oddFirst(looks)) {
        places.insert(id, int(places.size()));
    }
    std::stable_sort(m_items.begin(), m_items.end(), [&](const GalleryItem& a, const GalleryItem& b) {
        const int last = int(places.size());
        return places.value(a.instance, last) < places.value(b.instance, last);
    });
}

void Gallery::remove(const std::vector<GalleryItem>& items) {
    if (items.empty() || !m_session.mayEdit()) {
        return;
    }
    m_session.filter().whenWritten([self = QPointer(this), items] {
        if (!self) {
            return;
        }
        Session& session = self->m_session;
        const core::EditId last = session.history()->lastDone();
        session.filter().search()->ask(
            [file = session.openProject()->file(),
             items](const core::InstanceIndex&, const core::QueryContext&) { return removalOf(file, items); },
            [self, items, last](core::Edit edit) {
                if (!self) {
                    return;
                }
                if (self->m_session.history()->lastDone() != last) {
                    self->remove(items); // it was made for what is no more
                    return;
                }
                edit.text = tr("Delete %1 instances").arg(edit.changes.size());
                self->m_session.commit(std::move(edit));
            });
    });
}

void Gallery::relabel(const std::vector<GalleryItem>& items, core::LabelId to) {
    if (items.empty() || !m_label || to == *m_label || m_session.project()->label(to) == nullptr) {
        return;
    }
    m_session.filter().whenWritten([self = QPointer(this), items, from = *m_label, to] {
        if (!self) {
            return;
        }
        Session& session = self->m_session;
        const core::EditId last = session.history()->lastDone();
        session.filter().search()->ask(
            [ids = idsOf(items), from](const core::InstanceIndex& index, const core::QueryContext&) {
                return stillOf(index, ids, from);
            },
            [self, items, from, to, last](std::vector<core::AnnotationId> ids) {
                if (!self || ids.empty()) {
                    return;
                }
                if (self->m_session.history()->lastDone() != last) {
                    self->relabel(items, to);
                    return;
                }
                core::Edit edit;
                edit.text = tr("Change labels of %1 instances").arg(ids.size());
                edit.changes.emplace_back(core::MoveLabel{from, to, std::move(ids)});
                self->m_session.commit(std::move(edit));
            });
    });
}

} // namespace gui
