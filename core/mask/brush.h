// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPointF>
#include <QRect>

#include <vector>

namespace core {

/// Turns pointer positions into pixels: round dabs joined without gaps. A pixel is inside if its centre is;
/// the pixel under the pointer always is, so that the smallest brush paints wherever it is put down. One
/// thread.
class Brush {
public:
    /// `diameter` in image pixels, at least 1; `bounds` is the image: nothing outside is ever painted.
    Brush(double diameter, const QRect& bounds);
    /// The next step reaches this width at its end, as a pen is pressed harder or softer.
    void setDiameter(double diameter);
    /// Adds a dab at the first position and a capsule from the last position afterwards; returns the pixels
    /// added by this step (may overlap earlier ones). Costs one span for each row of the step, whatever was
    /// painted before.
    Mask moveTo(QPointF position);
    /// Everything painted so far.
    const Mask& painted() const;

private:
    void appendCapsule(QPointF from, QPointF to, double radius, std::vector<Mask::Span>& spans) const;
    void remember(const Mask& step);
    void mergePending() const;

    double m_radius;
    double m_nextRadius;
    QRect m_bounds;
    bool m_started = false;
    QPointF m_last;
    // Steps are merged when someone looks, or when they outweigh what is merged: a long stroke is not
    // quadratic.
    mutable std::vector<Mask::Span> m_pending;
    mutable Mask m_painted;
};

} // namespace core
