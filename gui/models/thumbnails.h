// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/project/annotation.h"

#include <QCache>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSet>

namespace gui {

/// Small pictures for the image list, read off the UI thread when they are first asked for. The newest wish
/// comes first and old ones are forgotten, so that a list that is scrolled fast shows where it stops.
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
    struct Wish {
        core::ImageId id;
        QString path;
        QSize within;
    };
    void readNext();

    QCache<core::ImageId, QImage> m_images;
    QSet<core::ImageId> m_asked; ///< wished for, being read, or unreadable
    QList<Wish> m_wishes;        ///< newest last
    bool m_reading = false;
    core::Background m_background;
};

} // namespace gui
