// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/viewport.h"

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr double kFitMargin = 0.97;
constexpr double kFitLimit = 8;
constexpr int kKeepInView = 48; // device pixels

int clampedPan(int delta, double offset, double length, int view) {
    const double low = kKeepInView - length - offset;
    const double high = view - kKeepInView - offset;
    return int(std::floor(std::clamp(double(delta), std::min(low, 0.0), std::max(high, 0.0))));
}

} // namespace

void Viewport::setViewSize(QSize device) {
    device = device.expandedTo({1, 1});
    if (device == m_view) {
        return;
    }
    const QPointF centre = toImage(QPointF(m_view.width() / 2.0, m_view.height() / 2.0));
    m_view = device;
    if (m_fit) {
        fit();
    } else {
        m_offset = QPointF(m_view.width() / 2.0, m_view.height() / 2.0) - centre * m_scale;
    }
}

void Viewport::setImageSize(QSize image) {
    m_image = image.expandedTo({1, 1});
    fit();
}

QRect Viewport::toDevice(const QRect& image) const {
    if (image.isEmpty()) {
        return {};
    }
    const QPointF a = toDevice(QPointF(image.topLeft()));
    const QPointF b = toDevice(QPointF(image.x() + image.width(), image.y() + image.height()));
    // Far outside the view a rectangle may not fit into int.
    const auto limit = [](double v) { return int(std::clamp(v, -1e8, 1e8)); };
    return QRect(QPoint(limit(std::floor(a.x())), limit(std::floor(a.y()))),
                 QPoint(limit(std::ceil(b.x())) - 1, limit(std::ceil(b.y())) - 1));
}

double Viewport::fitScale() const {
    const double s =
        std::min(double(m_view.width()) / m_image.width(), double(m_view.height()) / m_image.height());
    return std::min(s * kFitMargin, kFitLimit);
}

void Viewport::fit() {
    m_fit = true;
    m_scale = fitScale();
    m_offset = QPointF(std::round((m_view.width() - m_image.width() * m_scale) / 2),
                       std::round((m_view.height() - m_image.height() * m_scale) / 2));
}

void Viewport::zoomAbout(QPointF device, double factor) {
    setScaleAbout(device, m_scale * factor);
}

void Viewport::setScaleAbout(QPointF device, double scale) {
    const QPointF fixed = toImage(device);
    m_scale = std::clamp(scale, std::min(fitScale() / 4, 1.0), kMaxScale);
    m_offset = device - fixed * m_scale;
    m_fit = false;
}

void Viewport::panBy(QPoint device) {
    m_offset += QPointF(clampedPan(device.x(), m_offset.x(), m_image.width() * m_scale, m_view.width()),
                        clampedPan(device.y(), m_offset.y(), m_image.height() * m_scale, m_view.height()));
    m_fit = false;
}

void Viewport::centreOn(QPointF image) {
    const QPointF middle(m_view.width() / 2.0, m_view.height() / 2.0);
    panBy((middle - toDevice(image)).toPoint());
}

void Viewport::show(const QRectF& image, double fraction) {
    const double w = std::max(image.width(), 1.0);
    const double h = std::max(image.height(), 1.0);
    const double s = std::min(m_view.width() / w, m_view.height() / h) * fraction;
    m_scale = std::clamp(s, std::min(fitScale() / 4, 1.0), 16.0);
    m_offset = QPointF(m_view.width() / 2.0, m_view.height() / 2.0) - image.center() * m_scale;
    m_fit = false;
}

} // namespace gui
