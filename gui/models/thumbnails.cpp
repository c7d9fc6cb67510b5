// SPDX-License-Identifier: Apache-2.0
#include "gui/models/thumbnails.h"

#include <QImageReader>

namespace gui {
namespace {

constexpr int kKept = 600;

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
}

QImage Thumbnails::of(core::ImageId id, const QString& path, double deviceRatio) {
    if (const QImage* image = m_images.object(id)) {
        return *image;
    }
    if (m_asked.contains(id)) {
        return {};
    }
    m_asked.insert(id);
    const QSize within = kSize * deviceRatio;
    m_background.run([path, within] { return small(path, within); },
                     [this, id](const QImage& image) {
                         if (!image.isNull()) {
                             m_images.insert(id, new QImage(image));
                             m_asked.remove(id);
                             emit ready(id);
                         }
                     });
    return {};
}

} // namespace gui
