// SPDX-License-Identifier: Apache-2.0
#include "gui/models/crops.h"

#include "gui/models/thumbnail_masks.h"
#include "gui/session/session.h"

#include "core/media/image_loader.h"
#include "core/project/project.h"
#include "core/store/saved_annotations.h"

#include <algorithm>

namespace gui {
namespace {

constexpr int kKept = 400;
constexpr qsizetype kMostWishes = 40;      // more than a screen shows
constexpr qint64 kMostPixels = 60'000'000; // of a picture

/// A square round the box with a quarter of its longer side as margin.
QRect surroundings(const QRect& box) {
    const int side = std::max({box.width(), box.height(), 8}) * 3 / 2;
    return {box.center() - QPoint(side / 2, side / 2), QSize(side, side)};
}

} // namespace

Crops::Crops(Session& session, QObject* parent) : QObject(parent), m_session(session), m_crops(kKept) {
    connect(&session, &Session::projectChanged, this, &Crops::followProject);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        for (const core::AnnotationId id : event.annotations) {
            m_crops.remove(id);
            m_asked.remove(id);
        }
    });
    followProject();
}

Crops::~Crops() = default;

void Crops::followProject() {
    m_background.reset(); // a reader of the file must not outlive the project
    m_background = std::make_unique<core::Background>();
    m_last = std::make_shared<LastPicture>();
    m_crops.clear();
    m_asked.clear();
    m_wishes.clear();
    m_making = false;
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
    if (m_making || m_wishes.isEmpty() || project == nullptr) {
        return;
    }
    const Wish wish = m_wishes.takeLast();
    const core::ImageInfo* info = project->image(wish.image);
    if (info == nullptr || qint64(info->size.width()) * info->size.height() > kMostPixels) {
        makeNext();
        return;
    }
    m_making = true;
    const QString path = m_session.openProject()->absolutePath(wish.image);
    QHash<core::LabelId, QColor> colors;
    for (const core::Label& label : project->labels()) {
        colors.insert(label.id, label.color);
    }
    std::vector<core::Annotation> masks;
    if (const core::Annotation* loaded = project->annotation(wish.id)) {
        masks.push_back(*loaded);
    }
    m_background->run(
        [wish, path, colors, masks, last = m_last, file = m_session.openProject()->file()]() mutable {
            if (last->id != wish.image) {
                const auto loaded = core::loadImageFile(path);
                *last = {wish.image, loaded ? loaded->image : QImage()};
            }
            if (masks.empty()) {
                auto stored = core::savedAnnotations(file, wish.image);
                masks = stored ? std::move(*stored) : masks;
                std::erase_if(masks, [&](const core::Annotation& a) { return a.id != wish.id; });
            }
            const QRect around = surroundings(wish.box);
            QImage crop = last->image.isNull()
                              ? QImage()
                              : last->image.copy(around).scaled(wish.side, wish.side, Qt::IgnoreAspectRatio,
                                                                Qt::SmoothTransformation);
            for (core::Annotation& a : masks) {
                a.mask = a.mask.translated(-around.topLeft()).clipped({QPoint(), around.size()});
            }
            paintMasks(crop, around.size(), masks, colors);
            return crop;
        },
        [this, id = wish.id](const QImage& crop) {
            m_making = false;
            if (!crop.isNull()) {
                m_crops.insert(id, new QImage(crop));
                m_asked.remove(id);
                emit ready(id);
            }
            makeNext();
        });
}

} // namespace gui
