// SPDX-License-Identifier: Apache-2.0
#include "core/review/shape_measure.h"

#include <QRect>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace core {
namespace {

/// Differences of a colour channel below this are no edge.
constexpr int kFaint = 20;

/// Edges of pixels between inside and outside: two for each span, and what rows do not share with the next.
qint64 outlineLength(const Mask& mask) {
    const auto& spans = mask.spans();
    qint64 shared = 0; // pixels whose upper neighbour is inside, too
    std::size_t above = 0;
    for (const Mask::Span& span : spans) {
        while (above < spans.size() && (spans[above].y < span.y - 1 ||
                                        (spans[above].y == span.y - 1 && spans[above].x1 <= span.x0))) {
            ++above;
        }
        for (std::size_t i = above; i < spans.size() && spans[i].y == span.y - 1 && spans[i].x0 < span.x1;
             ++i) {
            shared += std::min(spans[i].x1, span.x1) - std::max(spans[i].x0, span.x0);
        }
    }
    return 2 * qint64(spans.size()) + 2 * (mask.area() - shared);
}

/// Mean squared distance of the pixels from their middle, in parts of the area.
double spreadOf(const Mask& mask, double area) {
    double x = 0;
    double y = 0;
    double squares = 0;
    const QPoint origin = mask.boundingBox().topLeft();
    for (const Mask::Span& span : mask.spans()) {
        const double n = span.x1 - span.x0;
        const double middle = (span.x0 + span.x1) / 2.0 - origin.x();
        const double row = span.y - origin.y();
        x += n * middle;
        y += n * row;
        squares += n * (middle * middle + row * row) + n * (n * n - 1) / 12;
    }
    return (squares - (x * x + y * y) / area) / (area * area);
}

/// Looks for edges of the picture along the outline of a mask.
class EdgeSearch {
public:
    EdgeSearch(const Mask& mask, const QImage& picture) : m_picture(picture) {
        // What lies outside the picture has no edges in it, and may be of any size.
        m_box = mask.boundingBox().intersected(picture.rect()).adjusted(-1, -1, 1, 1);
        m_inside.assign(std::size_t(m_box.width()) * std::size_t(m_box.height()), 0);
        mask.paint(m_inside.data(), m_box.width(), m_box, 1);
    }

    /// Share of the outline without an edge; negative if all of the outline lies on the picture's border.
    double flatShare() {
        for (int y = m_box.top() + 1; y < m_box.bottom(); ++y) {
            for (int x = m_box.left() + 1; x < m_box.right(); ++x) {
                if (isInside({x, y})) {
                    lookRound({x, y});
                }
            }
        }
        return m_sides == 0 ? -1 : double(m_flat) / double(m_sides);
    }

private:
    void lookRound(QPoint at) {
        constexpr std::array kSteps{QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)};
        for (const QPoint step : kSteps) {
            // A model's outline may be a pixel off: two pixels on each side are compared.
            if (!isInside(at + step) && isInPicture(at + 2 * step) && isInPicture(at - step)) {
                ++m_sides;
                m_flat += isFlat(at - step, at + 2 * step) ? 1 : 0;
            }
        }
    }
    bool isInside(QPoint at) const {
        return m_inside[std::size_t(at.y() - m_box.top()) * std::size_t(m_box.width()) +
                        std::size_t(at.x() - m_box.left())] != 0;
    }
    bool isInPicture(QPoint at) const { return m_picture.valid(at); }
    QRgb colorAt(QPoint at) const {
        return reinterpret_cast<const QRgb*>(m_picture.constScanLine(at.y()))[at.x()];
    }
    bool isFlat(QPoint inner, QPoint outer) const {
        const QRgb a = colorAt(inner);
        const QRgb b = colorAt(outer);
        return std::abs(qRed(a) - qRed(b)) < kFaint && std::abs(qGreen(a) - qGreen(b)) < kFaint &&
               std::abs(qBlue(a) - qBlue(b)) < kFaint;
    }

    const QImage& m_picture;
    QRect m_box;
    std::vector<std::uint8_t> m_inside;
    qint64 m_sides = 0; ///< of pixels, between inside and outside
    qint64 m_flat = 0;  ///< of them without an edge
};

ShapeMeasure measured(const Annotation& a, qint64 pixels, const QImage& picture) {
    ShapeMeasure measure;
    measure.instance = a.id;
    measure.overlap = 0;
    measure.twin = 0;
    if (pixels > 0) {
        const auto area = double(pixels);
        const auto length = double(outlineLength(a.mask));
        measure.outline = float(length * length / area);
        measure.spread = float(spreadOf(a.mask, area));
        if (!picture.isNull()) {
            measure.flat = float(EdgeSearch(a.mask, picture).flatShare());
        }
    }
    return measure;
}

} // namespace

std::vector<ShapeMeasure> measureShapes(const std::vector<Annotation>& annotations, const QImage& picture,
                                        const std::stop_token& stop) {
    const QImage colors = picture.isNull() || picture.format() == QImage::Format_RGB32
                              ? picture
                              : picture.convertToFormat(QImage::Format_RGB32);
    struct Judged {
        const Annotation* annotation;
        QRect box;
        qint64 area;
    };
    std::vector<Judged> judged;
    std::vector<ShapeMeasure> measures;
    for (const Annotation& a : annotations) {
        if (a.fields.state != State::Rejected && !a.fields.crowd && !stop.stop_requested()) {
            judged.push_back({&a, a.mask.boundingBox(), a.mask.area()});
            measures.push_back(measured(a, judged.back().area, colors));
        }
    }
    for (std::size_t i = 0; i < judged.size() && !stop.stop_requested(); ++i) {
        for (std::size_t j = i + 1; j < judged.size(); ++j) {
            const Judged& a = judged[i];
            const Judged& b = judged[j];
            if (!a.box.intersects(b.box)) {
                continue;
            }
            const qint64 shared = a.annotation->mask.intersected(b.annotation->mask).area();
            if (shared == 0) {
                continue;
            }
            const bool same = a.annotation->fields.label == b.annotation->fields.label;
            const auto share =
                float(double(shared) / double(same ? a.area + b.area - shared : std::min(a.area, b.area)));
            for (const std::size_t k : {i, j}) {
                float& most = same ? measures[k].twin : measures[k].overlap;
                most = std::max(most, share);
            }
        }
    }
    return measures;
}

} // namespace core
