// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QImage>

#include <stop_token>

namespace core {

// Pixels by colour. Images are Format_RGB32, as the decoder gives them. The distance of two colours is the
// largest difference of a channel, 0 to 255.

struct Wand {
    QPoint seed;            ///< whose colour is looked for
    int tolerance = 24;     ///< largest distance that still counts as similar
    bool contiguous = true; ///< only what hangs together (4-connected) with the seed
    QRect region;           ///< nothing outside is looked at
};

/// Pixels similar to the seed; empty if the seed is outside image or region, or once stopped. Time and memory
/// go with the region.
Mask wandMask(const QImage& image, const Wand& wand, const std::stop_token& stop = {});
/// The pixels of `within` that are similar to `color`.
Mask similarWithin(const QImage& image, const Mask& within, QRgb color, int tolerance);

} // namespace core
