// SPDX-License-Identifier: Apache-2.0
#include "gui/models/thumbnails.h"

#include <QImageReader>

namespace gui {
namespace {

constexpr int kKept = 600;
constexpr qsizetype kMostWishes = 80; ///< more than a screen shows

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

} // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent), m_images(kKept) {}

void Thumbnails::clear() {
    m_background.cancel();
    m_images.clear();
    m_asked.clear();
    m_wishes.clear();
    m_reading = false;
}

QImage Thumbnails::of(core::ImageId id, const QString& path, double deviceRatio) {
    if (const QImage* image = m_images.object(id)) {
        return *image;
    }
    if (m_asked.contains(id)) {
        return {};
    }
    m_asked.insert(id);
    m_wishes.append({id, path, kSize * deviceRatio});
    if (m_wishes.size() > kMostWishes) {
        m_asked.remove(m_wishes.takeFirst().id);
    }
    readNext();
    return {};
}

void Thumbnails::readNext() {
    if (m_reading || m_wishes.isEmpty()) {
        return;
    }
    m_reading = true;
    const Wish wish = m_wishes.takeLast();
    m_background.run([wish] { return small(wish.path, wish.within); },
                     [this, id = wish.id](const QImage& image) {
                         m_reading = false;
                         if (!image.isNull()) {
                             m_images.insert(id, new QImage(image));
                             m_asked.remove(id);
                             emit ready(id);
                         }
                         readNext();
                     });
}

} // namespace gui
