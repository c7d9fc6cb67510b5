// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/viewport.h"

#include "core/mask/mask.h"

#include <QImage>
#include <QRegion>
#include <QRgb>

#include <vector>

namespace gui {

/// What a fill is made of, a second sign beside its colour: where the pattern leaves a gap the fill is
/// weaker.
enum class Pattern { Solid, Rising, Falling, Dots, Level };
inline constexpr int kPatterns = 5;

/// How one mask is drawn.
struct OverlayStyle {
    QRgb color = 0;     ///< opaque
    int fillAlpha = 89; ///< 0..255
    int outline = 1;    ///< device pixels, 0 to 4
    int dash = 0;       ///< device pixels of a dash; 0: a solid line
    Pattern pattern = Pattern::Solid;
    bool operator==(const OverlayStyle&) const = default;
};

struct OverlayItem {
    const core::Mask* mask = nullptr; ///< not owned, must outlive the call
    QRect box;                        ///< its bounding box
    OverlayStyle style;
};

/// Paints masks straight from their runs: each device row looks up the image row it shows, so the time goes
/// with the pixels on the screen and not with the size of the image. Works on Format_ARGB32_Premultiplied,
/// later items on top.
void paintOverlay(QImage& target, const QRegion& device, const Viewport& viewport,
                  const std::vector<OverlayItem>& items);

} // namespace gui
