// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace gui {

/// Fusion with a full-strength line round everything that can be used, and a thick one round what has the
/// focus: Fusion's own lines are shades of the ground and vanish on black.
class ContrastStyle : public QProxyStyle {
    Q_OBJECT
public:
    ContrastStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

} // namespace gui
