// SPDX-License-Identifier: Apache-2.0
#include "gui/models/crops.h"

#include "gui/models/thumbnail_masks.h"
#include "gui/session/session.h"

#include "core/media/image_loader.h"
#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/saved_annotations.h"

#include <QPainter>

#include <algorithm>

namespace gui {
namespace {

constexpr int kKept = 400;
constexpr qsizetype kMostWishes = 40;      // more than a screen shows
constexpr int kLongest = 1 << 20;          // side of a box; what is longer is no instance of a picture
constexpr qint64 kMostPixels = 60'000'000; // of a picture

/// What the square `around` shows of a picture, as a square of `side` pixels; null if it lies outside.
QImage cutOut(const QImage& picture, const QRect& around, int side) {
    const QRect inner = around & picture.rect();
    if (inner.isEmpty()) {
        return {};
    }
    const double scale = double(side) / around.width();
    const QRect target = QRectF((inner.x() - around.x()) * scale, (inner.y() - around.y()) * scale,
                                inner.width() * scale, inner.height() * scale)
                             .toAlignedRect();
    QImage crop(side, side, QImage::Format_ARGB32_Premultiplied);
    crop.fill(Qt::transparent);
    QPainter(&crop).drawImage(
        target.topLeft(),
        picture.copy(inner).scaled(target.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return crop;
}

/// A square round the box with a quarter of its longer side as margin.
QRect surroundings(const QRect& box) {
    const int side = std::min(std::max({box.width(), box.height(), 8}), kLongest) * 3 / 2;
    return {box.center() - QPoint(side / 2, side / 2), QSize(side, side)};
}

} // namespace

Crops::Crops(Session& session, QObject* parent) : QObject(parent), m_session(session), m_crops(kKept) {
    connect(&session, &Session::projectChanged, this, &Crops::followProject);
    connect(&session, &Session::contentChanged, this,
            [this](const core::ChangeEvent& event) { forget(event); });
    followProject();
}

Crops::~Crops() {
    m_stop.request_stop();
}

void Crops::followProject() {
    m_stop.request_stop();
    m_stop = {};
    m_background.reset(); // a reader of the file must not outlive the project
    m_background = std::make_unique<core::Background>();
    m_last = std::make_shared<LastPicture>();
    m_crops.clear();
    m_asked.clear();
    m_wishes.clear();
    m_making = {};
}

/// What is being made shows how it was before.
void Crops::forget(const core::ChangeEvent& event) {
    const core::Edit* edit = event.loaded ? nullptr : m_session.history()->applying();
    if (edit != nullptr && !edit->image.isValid()) {
        m_crops.clear(); // colours, or instances of images that are not open
        m_asked.clear();
        m_wishes.clear();
        m_outdated = true;
    }
    for (const core::AnnotationId id : event.annotations) {
        m_crops.remove(id);
        m_asked.remove(id);
        m_outdated = m_outdated || id == m_making;
    }
}

QImage Crops::of(core::AnnotationId id, core::ImageId image, const QRect& box, double deviceRatio) {
    const QImage* known = m_crops.object(id);
    if (known == nullptr && !m_asked.contains(id)) {
        m_asked.insert(id);
        m_wishes.append({id, image, box, int(kSide * deviceRatio)});
        if (m_wishes.size() > kMostWishes) {
            m_asked.remove(m_wishes.takeFirst().id);
        }
        makeNext();
    }
    return known != nullptr ? *known : QImage();
}

void Crops::makeNext() {
    core::Project* project = m_session.project();
    if (m_making.isValid() || m_wishes.isEmpty() || project == nullptr) {
        return;
    }
    Wish wish = m_wishes.takeLast();
    const core::ImageInfo* info = project->image(wish.image);
    if (info == nullptr || qint64(info->size.width()) * info->size.height() > kMostPixels) {
        makeNext();
        return;
    }
    m_making = wish.id;
    m_outdated = false;
    const QString path = m_session.openProject()->absolutePath(wish.image);
    QHash<core::LabelId, QColor> colors;
    for (const core::Label& label : project->labels()) {
        colors.insert(label.id, label.color);
    }
    std::vector<core::Annotation> masks;
    if (const core::Annotation* loaded = project->annotation(wish.id)) {
        masks.push_back(*loaded);
        wish.box = loaded->mask.boundingBox();
    }
    m_background->run(
        [wish, path, colors, masks, last = m_last, file = m_session.openProject()->file(),
         stop = m_stop.get_token()]() mutable {
            if (last->id != wish.image) {
                const auto loaded = core::loadImageFile(path, stop);
                *last = {wish.image, loaded ? loaded->image : QImage()};
            }
            if (masks.empty()) {
                auto stored = core::savedAnnotations(file, wish.image);
                masks = stored ? std::move(*stored) : masks;
                std::erase_if(masks, [&](const core::Annotation& a) { return a.id != wish.id; });
            }
            const QRect around = surroundings(wish.box);
            QImage crop = cutOut(last->image, around, wish.side);
            for (core::Annotation& a : masks) {
                a.mask = a.mask.translated(-around.topLeft()).clipped({QPoint(), around.size()});
            }
            paintMasks(crop, around.size(), masks, colors);
            return crop;
        },
        [this, id = wish.id](const QImage& crop) {
            m_making = {};
            if (m_outdated || !crop.isNull()) {
                if (!m_outdated) {
                    m_crops.insert(id, new QImage(crop));
                }
                m_asked.remove(id);
                emit ready(id);
            }
            makeNext();
        });
}

} // namespace gui
