// SPDX-License-Identifier: Apache-2.0
#include "gui/contrast_style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace gui {
namespace {

void outline(QPainter* painter, const QRect& rect, const QColor& color, int width) {
    painter->save();
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->setBrush(Qt::NoBrush);
    const int inset = width / 2;
    painter->drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1));
    painter->restore();
}

void outline(QPainter* painter, const QStyleOption& option, const QRect& rect) {
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const auto group = option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    outline(painter, rect, option.palette.color(group, focus ? QPalette::Highlight : QPalette::WindowText),
            focus ? 3 : 1);
}

} // namespace

ContrastStyle::ContrastStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    if (element == PE_FrameFocusRect) {
        outline(painter, option->rect, option->palette.color(QPalette::Highlight), 2);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelLineEdit:
    case PE_Frame:
    case PE_FrameMenu:
    case PE_FrameGroupBox:
    case PE_FrameDockWidget:
    case PE_IndicatorCheckBox:
    case PE_PanelTipLabel:
        outline(painter, *option, option->rect);
        break;
    case PE_PanelButtonTool:
        if ((option->state & (State_On | State_Sunken | State_MouseOver)) ||
            !(option->state & State_AutoRaise)) {
            outline(painter, *option, option->rect);
        }
        break;
    default:
        break;
    }
}

void ContrastStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                       QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox) {
        outline(painter, *option, option->rect);
    } else if (control == CC_Slider) {
        outline(painter, *option, subControlRect(control, option, SC_SliderGroove, widget));
        outline(painter, *option, subControlRect(control, option, SC_SliderHandle, widget));
    } else if (control == CC_ScrollBar) {
        outline(painter, *option, subControlRect(control, option, SC_ScrollBarSlider, widget));
    }
}

} // namespace gui
