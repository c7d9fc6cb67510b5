// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QSize>

#include <memory>
#include <vector>

namespace core {

/// Mask logits on a low-resolution grid that covers the whole image, as the engine returns them. Shared,
/// immutable.
struct LogitMap {
    QSize size;
    std::shared_ptr<const std::vector<float>> values;

    bool isEmpty() const { return !values || values->empty(); }
    /// Pixels of an image of `imageSize` whose bilinear logit (half-pixel centres, no antialias: the engine's
    /// own enlargement) is above `threshold`.
    Mask toMask(QSize imageSize, float threshold = 0) const;
};

/// A mask as logits of a coarser grid over an image of `imageSize`, to hand it to a model that has not made
/// it: from -8 (nothing of the cell is inside) to 8 (all of it). Pixels outside the image don't count.
LogitMap logitsOf(const Mask& mask, QSize imageSize, QSize grid);

} // namespace core
