// SPDX-License-Identifier: Apache-2.0
#include "gui/models/thumbnails.h"

#include "gui/models/thumbnail_masks.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/open_project.h"
#include "core/store/saved_annotations.h"

#include <QImageReader>

namespace gui {
namespace {

constexpr int kKept = 400;
constexpr qsizetype kMostWishes = 80; ///< more than a screen shows
constexpr int kTogether = 300;        ///< milliseconds

QImage small(const QString& path, QSize within) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize size = reader.size();
    if (size.isValid()) {
        reader.setScaledSize(
            size.scaled(turned ? within.transposed() : within, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    const QImage image = reader.read();
    return image.width() > within.width() || image.height() > within.height()
               ? image.scaled(within, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : image;
}

/// What the thread needs to know of a project to paint the masks of an image.
struct MaskSource {
    QString file;
    core::ImageId image;
    QSize size; ///< empty: never decoded, so it has no masks
    QHash<core::LabelId, QColor> colors;

    QImage over(const QImage& plain) const {
        if (plain.isNull() || size.isEmpty()) {
            return plain;
        }
        const auto stored = core::savedAnnotations(file, image);
        QImage shown = plain;
        if (stored) {
            paintMasks(shown, size, *stored, colors);
        }
        return shown;
    }
};

/// The images whose masks a change touches; none: perhaps all.
struct ImageOfChange {
    core::ImageId image; ///< of the edit
    core::ImageId operator()(const core::AddAnnotation& change) const { return change.annotation.image; }
    core::ImageId operator()(const core::RemoveAnnotation& change) const { return change.annotation.image; }
    core::ImageId operator()(const core::SetImage& change) const {
        return change.after ? change.after->id : change.before ? change.before->id : image;
    }
    core::ImageId operator()(const core::SetLabel&) const { return {}; }
    core::ImageId operator()(const core::MoveLabel&) const { return {}; }
    template <class OfInstance> core::ImageId operator()(const OfInstance&) const { return image; }
};

} // namespace

Thumbnails::Thumbnails(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_images(kKept) {
    m_gather.setSingleShot(true);
    m_gather.setInterval(kTogether);
    connect(&m_gather, &QTimer::timeout, this, &Thumbnails::markChanged);
    connect(&session, &Session::projectChanged, this, &Thumbnails::followProject);
    followProject();
}

void Thumbnails::followProject() {
    m_background.cancel();
    shutGate();
    m_gather.stop();
    m_images.clear();
    m_asked.clear();
    m_stale.clear();
    m_changed.clear();
    m_allChanged = false;
    m_wishes.clear();
    m_reading = false;
    if (m_session.openProject() == nullptr) {
        return;
    }
    for (const auto signal : {&core::History::committed, &core::History::undone, &core::History::redone}) {
        connect(m_session.history(), signal, this, &Thumbnails::note);
    }
    connect(m_session.openProject(), &core::OpenProject::saveStateChanged, this,
            [this](core::SaveState state) {
                if (state == core::SaveState::Saved && (m_allChanged || !m_changed.isEmpty())) {
                    m_gather.start();
                }
            });
}

/// Waits for no more than masks being read, never for a picture.
void Thumbnails::shutGate() {
    const std::shared_ptr<Gate> old = std::exchange(m_gate, std::make_shared<Gate>());
    const std::lock_guard lock(old->mutex);
    old->isOpen = false;
}

void Thumbnails::note(const core::Edit& edit) {
    for (const core::Change& change : edit.changes) {
        const core::ImageId image = std::visit(ImageOfChange{edit.image}, change);
        m_allChanged = m_allChanged || !image.isValid();
        m_changed.insert(image);
    }
}

void Thumbnails::markChanged() {
    // Not yet saved once more: the next save marks these, too.
    if (m_session.openProject() == nullptr ||
        m_session.openProject()->saveState() != core::SaveState::Saved) {
        return;
    }
    m_stale.unite(std::exchange(m_changed, {}));
    if (std::exchange(m_allChanged, false)) {
        const QList<core::ImageId> kept = m_images.keys();
        m_stale.unite({kept.begin(), kept.end()});
        m_stale.unite(m_asked);
    }
    emit ready({});
}

QImage Thumbnails::of(core::ImageId id, const QString& path, double deviceRatio) {
    const Thumbnail* known = m_images.object(id);
    QImage shown = known != nullptr ? known->shown : QImage();
    if (!m_asked.contains(id) && (known == nullptr || m_stale.contains(id))) {
        wish({id, path, kSize * deviceRatio});
    }
    return shown;
}

void Thumbnails::wish(const Wish& wish) {
    m_asked.insert(wish.id);
    m_wishes.append(wish);
    if (m_wishes.size() > kMostWishes) {
        m_asked.remove(m_wishes.takeFirst().id);
    }
    readNext();
}

void Thumbnails::readNext() {
    const core::Project* project = m_session.project();
    if (m_reading || m_wishes.isEmpty() || project == nullptr) {
        return;
    }
    m_reading = true;
    const Wish wish = m_wishes.takeLast();
    m_stale.remove(wish.id); // edits from now on mark it again
    const Thumbnail* known = m_images.object(wish.id);
    const core::ImageInfo* image = project->image(wish.id);
    MaskSource masks{m_session.openProject()->file(), wish.id, image ? image->size : QSize(), {}};
    for (const core::Label& label : project->labels()) {
        masks.colors.insert(label.id, label.color);
    }
    m_background.run(
        [wish, masks, gate = m_gate, plain = known != nullptr ? known->plain : QImage()] {
            const QImage picture = plain.isNull() ? small(wish.path, wish.within) : plain;
            const std::lock_guard lock(gate->mutex);
            return Thumbnail{picture, gate->isOpen ? masks.over(picture) : picture};
        },
        [this, id = wish.id](const Thumbnail& thumbnail) {
            m_reading = false;
            if (!thumbnail.plain.isNull()) {
                m_images.insert(id, new Thumbnail(thumbnail));
                m_asked.remove(id);
                emit ready(id);
            }
            readNext();
        });
}

} // namespace gui
