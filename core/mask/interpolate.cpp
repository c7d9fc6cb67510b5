// SPDX-License-Identifier: Apache-2.0
#include "core/mask/interpolate.h"

#include <QPointF>

#include <cmath>
#include <limits>

namespace core {
namespace {

constexpr float kFar = 1e9F;

QPointF centreOf(const Mask& mask) {
    double x = 0;
    double y = 0;
    double area = 0;
    for (const Mask::Span& s : mask.spans()) {
        const double width = s.x1 - s.x0;
        x += width * (s.x0 + s.x1) / 2.0;
        y += width * (s.y + 0.5);
        area += width;
    }
    return {x / area, y / area};
}

/// Squared distances along one line: the lower envelope of the parabolas that stand on `line`.
class Envelope {
public:
    explicit Envelope(std::size_t longest) : m_at(longest), m_from(longest + 1), m_line(longest) {}
    void transform(float* values, std::size_t count, std::size_t stride) {
        for (std::size_t i = 0; i < count; ++i)
            m_line[i] = values[i * stride];
        std::size_t last = 0;
        m_at[0] = 0;
        m_from[0] = -std::numeric_limits<double>::infinity();
        for (std::size_t i = 1; i < count; ++i) {
            double meets = meeting(m_at[last], i);
            while (meets <= m_from[last])
                meets = meeting(m_at[--last], i);
            m_at[++last] = i;
            m_from[last] = meets;
        }
        m_from[last + 1] = std::numeric_limits<double>::infinity();
        std::size_t k = 0;
        for (std::size_t i = 0; i < count; ++i) {
            while (m_from[k + 1] < double(i))
                ++k;
            const double away = double(i) - double(m_at[k]);
            values[i * stride] = float(away * away + m_line[m_at[k]]);
        }
    }

private:
    double meeting(std::size_t a, std::size_t b) const {
        const double square = double(b) * double(b) - double(a) * double(a);
        return (double(m_line[b]) - double(m_line[a]) + square) / (2.0 * (double(b) - double(a)));
    }
    std::vector<std::size_t> m_at;
    std::vector<double> m_from;
    std::vector<float> m_line;
};

/// Squared distance from each pixel of the box to the nearest one of the mask.
std::vector<float> squaresTo(const Mask& mask, const QRect& box) {
    const auto width = std::size_t(box.width());
    const auto height = std::size_t(box.height());
    std::vector<float> values(width * height, kFar);
    for (const Mask::Span& s : mask.spans()) {
        float* row = values.data() + std::size_t(s.y - box.top()) * width;
        std::fill(row + (s.x0 - box.left()), row + (s.x1 - box.left()), 0.0F);
    }
    Envelope envelope(std::max(width, height));
    for (std::size_t x = 0; x < width; ++x)
        envelope.transform(values.data() + x, height, width);
    for (std::size_t y = 0; y < height; ++y)
        envelope.transform(values.data() + y * width, width, 1);
    return values;
}

/// Distance to the border between pixel centres: negative inside.
std::vector<float> signedDistances(const Mask& mask, const QRect& box) {
    std::vector<float> outside = squaresTo(mask, box);
    const std::vector<float> inside = squaresTo(Mask::fromRect(box).subtracted(mask), box);
    for (std::size_t i = 0; i < outside.size(); ++i)
        outside[i] = outside[i] > 0 ? std::sqrt(outside[i]) - 0.5F : 0.5F - std::sqrt(inside[i]);
    return outside;
}

QPoint rounded(QPointF p) {
    return {int(std::lround(p.x())), int(std::lround(p.y()))};
}

} // namespace

Mask interpolated(const Mask& from, const Mask& to, double part) {
    if (from.isEmpty() || to.isEmpty() || part <= 0)
        return part < 1 ? from : to;
    if (part >= 1)
        return to;
    const QPointF way = centreOf(to) - centreOf(from);
    const Mask a = from.translated(rounded(way * part));
    const Mask b = to.translated(rounded(way * (part - 1)));
    const QRect box = a.boundingBox().united(b.boundingBox()).adjusted(-1, -1, 1, 1);
    const std::vector<float> da = signedDistances(a, box);
    const std::vector<float> db = signedDistances(b, box);
    std::vector<std::uint8_t> inside(da.size());
    for (std::size_t i = 0; i < inside.size(); ++i)
        inside[i] = (1 - part) * da[i] + part * db[i] < 0;
    return Mask::fromBitmap(inside.data(), box.width(), box.height(), box.width()).translated(box.topLeft());
}

} // namespace core
