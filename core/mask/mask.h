// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace core {

/// A set of pixels as runs: the truth about an instance's shape. Knows no image size; pixel (0,0) covers
/// [0,1)x[0,1). Spans are sorted by (y, x0), disjoint and never touching within a row, so equal sets are
/// equal values. Coordinates stay within +-2^30. Boolean operations take time linear in the spans of the rows
/// both masks share.
class Mask {
public:
    /// Pixels [x0, x1) of row y.
    struct Span {
        int y = 0, x0 = 0, x1 = 0;
        bool operator==(const Span&) const = default;
    };

    Mask() = default;
    /// Any order, overlaps allowed, empty spans ignored.
    static Mask fromSpans(std::vector<Span> spans);
    /// Non-zero bytes are inside. `bytesPerLine` ≥ width.
    static Mask fromBitmap(const std::uint8_t* data, int width, int height, std::ptrdiff_t bytesPerLine);
    static Mask fromRect(const QRect& rect);

    bool isEmpty() const { return m_spans.empty(); }
    qint64 area() const;
    QRect boundingBox() const; ///< null if empty
    bool contains(QPoint pixel) const;
    const std::vector<Span>& spans() const { return m_spans; }
    /// Memory held, for byte budgets.
    std::size_t bytes() const { return sizeof(Mask) + m_spans.capacity() * sizeof(Span); }

    Mask united(const Mask& other) const;
    Mask intersected(const Mask& other) const;
    Mask subtracted(const Mask& other) const;
    Mask exclusiveOr(const Mask& other) const;
    Mask clipped(const QRect& rect) const;
    Mask translated(QPoint offset) const;

    /// 4-connected components, by their first pixel in reading order.
    std::vector<Mask> parts() const;
    int partCount() const;
    int holeCount() const; ///< as holesFilled() counts them
    /// The mask with every hole (background that cannot reach the outside by 8-steps) of at most `maxArea`
    /// filled; -1: all.
    Mask holesFilled(qint64 maxArea = -1) const;
    /// Writes `value` into the bytes of the pixels inside `region`; data points at region's top left.
    void paint(std::uint8_t* data, std::ptrdiff_t bytesPerLine, const QRect& region,
               std::uint8_t value) const;

    bool operator==(const Mask&) const = default;

private:
    std::vector<Span> m_spans;
};

} // namespace core
