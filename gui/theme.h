// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace gui {

enum class Theme { System, Light, Dark };

/// Fusion with our own palette for the whole program.
void applyTheme(Theme theme);
QPalette lightPalette();
QPalette darkPalette();

/// Distances that every part of the window uses, in logical pixels.
inline constexpr int kGap = 6;
inline constexpr int kMargin = 8;

/// Colours that mean something, readable on either palette.
struct SignalColors {
    QColor good, busy, bad, quiet;
};
SignalColors signalColors(const QPalette& palette);

} // namespace gui
