// SPDX-License-Identifier: Apache-2.0
#include "core/mask/mask.h"
#include "core/mask/span_components.h"

namespace core {
namespace {

/// The background around and inside a mask; its first component is the outside.
struct Background {
    Mask pixels;
    SpanComponents components;
};

Background backgroundOf(const Mask& mask) {
    Background result;
    result.pixels = Mask::fromRect(mask.boundingBox().adjusted(-1, -1, 1, 1)).subtracted(mask);
    result.components = spanComponents(result.pixels.spans(), Connectivity::Eight);
    return result;
}

} // namespace

std::vector<Mask> Mask::parts() const {
    const SpanComponents components = spanComponents(m_spans, Connectivity::Four);
    std::vector<Mask> parts(std::size_t(components.count));
    for (std::size_t i = 0; i < m_spans.size(); ++i)
        parts[std::size_t(components.of[i])].m_spans.push_back(m_spans[i]);
    return parts;
}

int Mask::partCount() const {
    return spanComponents(m_spans, Connectivity::Four).count;
}

int Mask::holeCount() const {
    return isEmpty() ? 0 : backgroundOf(*this).components.count - 1;
}

Mask Mask::holesFilled(qint64 maxArea) const {
    if (isEmpty())
        return *this;
    const Background background = backgroundOf(*this);
    const std::vector<Span>& spans = background.pixels.spans();
    const std::vector<int>& component = background.components.of;
    std::vector<qint64> area(std::size_t(background.components.count));
    for (std::size_t i = 0; i < spans.size(); ++i)
        area[std::size_t(component[i])] += spans[i].x1 - spans[i].x0;
    Mask filling;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const bool fits = maxArea < 0 || area[std::size_t(component[i])] <= maxArea;
        if (component[i] != 0 && fits)
            filling.m_spans.push_back(spans[i]);
    }
    return united(filling);
}

} // namespace core
