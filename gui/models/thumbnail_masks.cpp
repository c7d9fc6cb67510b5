// SPDX-License-Identifier: Apache-2.0
#include "gui/models/thumbnail_masks.h"

#include <QPainter>

#include <algorithm>

namespace gui {
namespace {

constexpr int kOpacity = 130; // of 255

/// The first small pixel whose centre lies at or behind `x`, of `full` pixels shown as `size`.
int firstPixel(int x, int full, int size) {
    const qint64 twice = 2 * qint64(x) * size - full;
    return twice <= 0 ? 0 : int((twice + 2 * qint64(full) - 1) / (2 * qint64(full)));
}

/// Paints what lies under the centres of the small pixels: no more work than they are, however large the
/// image.
void paint(QPainter& painter, const core::Mask& mask, QSize full, QSize size, const QColor& color) {
    const auto& spans = mask.spans();
    const QRect box = mask.boundingBox();
    const int top = firstPixel(box.top(), full.height(), size.height());
    const int bottom = std::min(firstPixel(box.bottom() + 1, full.height(), size.height()), size.height());
    bool painted = false;
    for (int y = top; y < bottom; ++y) {
        const int row = int((2 * qint64(y) + 1) * full.height() / (2 * qint64(size.height())));
        auto span = std::lower_bound(spans.begin(), spans.end(), row,
                                     [](const core::Mask::Span& s, int wanted) { return s.y < wanted; });
        for (; span != spans.end() && span->y == row; ++span) {
            const int left = firstPixel(span->x0, full.width(), size.width());
            const int right = std::min(firstPixel(span->x1, full.width(), size.width()), size.width());
            if (right > left) {
                painter.fillRect(left, y, right - left, 1, color);
                painted = true;
            }
        }
    }
    if (!painted) {
        const QPoint centre = box.center();
        painter.fillRect(int(qint64(centre.x()) * size.width() / full.width()),
                         int(qint64(centre.y()) * size.height() / full.height()), 1, 1, color);
    }
}

} // namespace

void paintMasks(QImage& picture, QSize full, const std::vector<core::Annotation>& annotations,
                const QHash<core::LabelId, QColor>& colors) {
    if (full.isEmpty() || picture.isNull()) {
        return;
    }
    std::vector<const core::Annotation*> shown;
    for (const core::Annotation& a : annotations) {
        if (!a.fields.hidden && a.fields.state != core::State::Rejected && !a.mask.isEmpty()) {
            shown.push_back(&a);
        }
    }
    if (shown.empty()) {
        return;
    }
    std::stable_sort(shown.begin(), shown.end(), [](const core::Annotation* a, const core::Annotation* b) {
        return a->fields.z < b->fields.z;
    });
    picture.convertTo(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&picture);
    for (const core::Annotation* annotation : shown) {
        QColor color = colors.value(annotation->fields.label, Qt::gray);
        color.setAlpha(kOpacity);
        paint(painter, annotation->mask, full, picture.size(), color);
    }
}

} // namespace gui
