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

} // namespace core
