// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace gui {

enum class Theme { System, Light, Dark, Contrast };

/// Fusion with our own palette for the whole program.
void applyTheme(Theme theme);
/// The program's font, by so many points larger than the system's.
void applyTextSize(int points);
QPalette lightPalette();
QPalette darkPalette();
QPalette contrastPalette(); ///< white on black; every pair of text and ground at 7:1 or more

/// Distances that every part of the window uses, in logical pixels.
inline constexpr int kGap = 6;
inline constexpr int kMargin = 8;

/// Colours that mean something, readable on either palette.
struct SignalColors {
    QColor good, busy, bad, quiet;
};
SignalColors signalColors(const QPalette& palette);

} // namespace gui
