// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/media/deep_image.h"

#include <QImage>
#include <QObject>

namespace gui {

class Session;

/// The current picture as it is shown: through a window of its samples that a person sets, for the view only.
/// The engine always sees the picture's own window. Another window is computed off the UI thread.
class DisplayPicture : public QObject {
    Q_OBJECT
public:
    explicit DisplayPicture(Session& session, QObject* parent = nullptr);

    const core::DisplayWindow& window() const { return m_window; }
    void setWindow(const core::DisplayWindow& window);
    void reset(); ///< to the picture's own window
    core::DisplayWindow ownWindow() const;
    /// The smallest and largest sample worth choosing.
    std::pair<float, float> range() const;
    int channels() const;
    /// Whether the next picture of the same kind is shown through the same window.
    bool isKept() const { return m_kept; }
    void setKept(bool kept) { m_kept = kept; }
    /// The stored samples of a pixel, as people read them; empty outside.
    QString valueText(QPoint pixel) const;

signals:
    void windowChanged();
    void shown(const QImage& image); ///< null while there is no picture

private:
    void pictureChanged();
    void render();

    Session& m_session;
    core::DisplayWindow m_window;
    core::Background m_background;
    int m_lastChannels = 0;
    bool m_lastDeep = false;
    bool m_kept = false;
};

} // namespace gui
