// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>

namespace gui {

/// Where the image lies in the view. All view positions are device pixels, so that one image pixel at 100 %
/// is one pixel of the screen. Image pixel (0,0) covers [0,1) x [0,1).
class Viewport {
public:
    static constexpr double kMaxScale = 64;

    void setViewSize(QSize device);
    /// A new image: shown whole.
    void setImageSize(QSize image);
    QSize viewSize() const { return m_view; }
    QSize imageSize() const { return m_image; }

    double scale() const { return m_scale; } ///< device pixels for each image pixel
    QPointF offset() const { return m_offset; }
    QPointF toImage(QPointF device) const { return (device - m_offset) / m_scale; }
    QPointF toDevice(QPointF image) const { return image * m_scale + m_offset; }
    /// The device pixels that show any part of these image pixels.
    QRect toDevice(const QRect& image) const;

    /// The whole image with a small margin; never enlarged beyond 8x.
    void fit();
    bool isFit() const { return m_fit; }
    /// The image point under `device` stays there.
    void zoomAbout(QPointF device, double factor);
    void setScaleAbout(QPointF device, double scale);
    /// By whole device pixels; a strip of the image always stays in view.
    void panBy(QPoint device);
    /// This point of the image comes to the middle of the view, at the present scale.
    void centreOn(QPointF image);
    /// `image` fills `fraction` of the view.
    void show(const QRectF& image, double fraction);

    bool operator==(const Viewport&) const = default;

private:
    double fitScale() const;

    QSize m_view{1, 1};
    QSize m_image{1, 1};
    double m_scale = 1;
    QPointF m_offset;
    bool m_fit = true;
};

} // namespace gui
