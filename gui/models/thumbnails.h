// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/project/annotation.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

namespace gui {

/// Small pictures for the image list, read off the UI thread when they are first asked for.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    static constexpr QSize kSize{96, 64};

    explicit Thumbnails(QObject* parent = nullptr);
    /// The picture if it is there; otherwise it is read and ready() tells.
    QImage of(core::ImageId id, const QString& path, double deviceRatio);
    void clear();

signals:
    void ready(core::ImageId id);

private:
    QCache<core::ImageId, QImage> m_images;
    QSet<core::ImageId> m_asked;
    core::Background m_background;
};

} // namespace gui
