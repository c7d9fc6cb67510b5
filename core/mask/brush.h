// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPointF>
#include <QRect>

namespace core {

/// Turns pointer positions into pixels: round dabs joined without gaps. A pixel is inside if its centre is.
class Brush {
public:
    /// `diameter` in image pixels, at least 1; `bounds` is the image: nothing outside is ever painted.
    Brush(double diameter, const QRect& bounds);
    /// Adds a dab at the first position and a capsule from the last position afterwards; returns the pixels added by
    /// this step (may overlap earlier ones).
    Mask moveTo(QPointF position);
    /// Everything painted so far.
    const Mask& painted() const { return m_painted; }

private:
    double m_radius;
    QRect m_bounds;
    bool m_started = false;
    QPointF m_last;
    Mask m_painted;
};

} // namespace core
