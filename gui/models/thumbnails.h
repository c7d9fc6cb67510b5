// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/project/edit.h"

#include <QCache>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <mutex>

namespace gui {

class Session;

/// Small pictures with their masks for the image list, read off the UI thread when they are first asked for,
/// and their masks again once an edit of them is in the file. The newest wish comes first and old ones are
/// forgotten, so that a list that is scrolled fast shows where it stops.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    static constexpr QSize kSize{96, 64};

    explicit Thumbnails(Session& session, QObject* parent = nullptr);
    /// The picture if it is there; otherwise it is read and ready() tells.
    QImage of(core::ImageId id, const QString& path, double deviceRatio);

signals:
    void ready(core::ImageId id);

private:
    /// The picture is kept without its masks, too: decoding it costs far more than they do.
    struct Thumbnail {
        QImage plain, shown;
    };
    struct Wish {
        core::ImageId id;
        QString path;
        QSize within;
    };
    void followProject();
    void shutGate();
    void note(const core::Edit& edit);
    void markChanged();
    void wish(const Wish& wish);
    void readNext();

    Session& m_session;
    QCache<core::ImageId, Thumbnail> m_images;
    QSet<core::ImageId> m_asked;   ///< wished for, being read, or unreadable
    QSet<core::ImageId> m_stale;   ///< their masks are to be read again when they are shown next
    QSet<core::ImageId> m_changed; ///< by edits that may not be in the file yet
    bool m_allChanged = false;
    QList<Wish> m_wishes; ///< newest last
    bool m_reading = false;
    QTimer m_gather; ///< strokes in a row are read once
    /// Shut when the project closes, so that no reader is left at its file.
    struct Gate {
        std::mutex mutex;
        bool isOpen = true;
    };
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
    core::Background m_background;
};

} // namespace gui
