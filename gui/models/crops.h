// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/project/annotation.h"
#include "core/project/change_event.h"

#include <QCache>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSet>

#include <memory>
#include <stop_token>

namespace gui {

class Session;

/// Small square pictures of single instances with their masks, cut out of their images off the UI thread when
/// they are first asked for. The newest wish comes first, and old ones are forgotten. Nothing is cut out of
/// pictures so large that decoding them for it would take seconds.
class Crops : public QObject {
    Q_OBJECT
public:
    static constexpr int kSide = 52; ///< logical pixels

    explicit Crops(Session& session, QObject* parent = nullptr);
    ~Crops() override;
    /// The crop if it is there; otherwise it is made and ready() tells: then ask again. `box` is the
    /// instance's as far as its image is not open.
    QImage of(core::AnnotationId id, core::ImageId image, const QRect& box, double deviceRatio);

signals:
    void ready(core::AnnotationId id);

private:
    struct Wish {
        core::AnnotationId id;
        core::ImageId image;
        QRect box;
        int side = 0; ///< device pixels
    };
    struct LastPicture {
        core::ImageId id;
        QImage image;
    };
    void followProject();
    void forget(const core::ChangeEvent& event);
    void makeNext();

    Session& m_session;
    QCache<core::AnnotationId, QImage> m_crops;
    QSet<core::AnnotationId> m_asked; ///< wished for, being made, or impossible
    QList<Wish> m_wishes;             ///< newest last
    core::AnnotationId m_making;      ///< none: nothing is being made
    bool m_outdated = false;          ///< it changed since
    std::stop_source m_stop;
    std::shared_ptr<LastPicture> m_last; ///< the thread's alone
    std::unique_ptr<core::Background> m_background;
};

} // namespace gui
