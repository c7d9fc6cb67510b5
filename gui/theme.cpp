// SPDX-License-Identifier: Apache-2.0
#include "gui/theme.h"

#include "gui/contrast_style.h"

#include <QApplication>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>

namespace gui {
namespace {

struct Colors {
    QRgb window, base, alternate, button, text, weak, line, accent, link;
    QRgb onAccent = 0xffffffff;
};

QPalette paletteOf(const Colors& c) {
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.alternate);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.weak);
    p.setColor(QPalette::Button, c.button);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, Qt::white);
    p.setColor(QPalette::ToolTipBase, c.base);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.link);
    p.setColor(QPalette::Light, QColor(c.button).lighter(115));
    p.setColor(QPalette::Midlight, QColor(c.button).lighter(107));
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, QColor(c.line).darker(115));
    p.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, c.weak);
    }
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    return p;
}

} // namespace

QPalette lightPalette() {
    return paletteOf({0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xffe9ebef, 0xff1c2026, 0xff858b96, 0xffc9ced6,
                      0xff1f6fd1, 0xff1f6fd1});
}

QPalette darkPalette() {
    return paletteOf({0xff24262b, 0xff1b1d21, 0xff212328, 0xff34373e, 0xffe4e7ec, 0xff7f8692, 0xff3f434b,
                      0xff2c72cc, 0xff6cabf7});
}

QPalette contrastPalette() {
    return paletteOf({0xff000000, 0xff000000, 0xff0a0a0a, 0xff000000, 0xffffffff, 0xffb0b0b0, 0xffffffff,
                      0xffffe600, 0xff7fd4ff, 0xff000000});
}

void applyTextSize(int points) {
    static const QFont system = QApplication::font();
    QFont font = system;
    font.setPointSizeF(std::max(system.pointSizeF() + points, 6.0));
    QApplication::setFont(font);
}

void applyTheme(Theme theme) {
    static const bool systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    if (theme == Theme::Contrast) {
        QApplication::setStyle(new ContrastStyle);
        QApplication::setPalette(contrastPalette());
        return;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemIsDark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

SignalColors signalColors(const QPalette& palette) {
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return dark ? SignalColors{0xff57c878, 0xffe6b450, 0xffff7b72, 0xff9aa1ad}
                : SignalColors{0xff1a7f37, 0xff9a6700, 0xffcf222e, 0xff5d6570};
}

} // namespace gui
