// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

namespace core {

/// The pixels that differ between two masks: proportional to the stroke, not to the image, and its own
/// inverse.
class MaskDelta {
public:
    MaskDelta() = default;
    explicit MaskDelta(Mask flips) : m_flips(std::move(flips)) {}
    static MaskDelta between(const Mask& before, const Mask& after);

    const Mask& flips() const { return m_flips; }
    bool isEmpty() const { return m_flips.isEmpty(); }
    QRect boundingBox() const { return m_flips.boundingBox(); }
    Mask applied(const Mask& mask) const;
    std::size_t bytes() const { return m_flips.bytes(); }
    bool operator==(const MaskDelta&) const = default;

private:
    Mask m_flips;
};

} // namespace core
