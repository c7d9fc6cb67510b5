// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/viewport.h"

#include "core/base/background.h"

#include <QImage>
#include <QObject>

#include <vector>

namespace gui {

/// The picture at full, half, quarter ... size. The smaller levels are made off the UI thread; until they are
/// there the picture is drawn from the nearest level that is.
class ImagePyramid : public QObject {
    Q_OBJECT
public:
    explicit ImagePyramid(QObject* parent = nullptr);

    void setImage(const QImage& image); ///< Format_RGB32; a null image clears
    const QImage& image() const { return m_levels.front(); }
    const QImage& smallest() const { return m_levels.back(); } ///< of the levels that are there
    bool isNull() const { return m_levels.front().isNull(); }
    /// Paints the device pixels of `device`: exact squares at 100 % and above, smoothed below.
    void paint(QImage& target, const QRect& device, const Viewport& viewport) const;

signals:
    void levelReady();

private:
    void makeNextLevel();
    void paintSharp(QImage& target, const QRect& device, const Viewport& viewport, int level) const;
    void paintSmooth(QImage& target, const QRect& device, const Viewport& viewport, int level) const;

    std::vector<QImage> m_levels;
    core::Background m_background;
};

/// Half the size in both directions, each pixel the mean of its four; a missing last row or column is
/// repeated.
QImage halved(const QImage& image);

} // namespace gui
