// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/canvas_chrome.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr int kRuler = 20; // logical pixels
const QColor kPlate(20, 22, 26, 225);
const QColor kInk(0xe8, 0xea, 0xee);

QFont smallFont(const QPainter& painter) {
    QFont font = painter.font();
    font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.8));
    return font;
}

/// One ruler: `at` gives the view position of an image position along it, `mark` draws there.
template <class At, class Mark> void eachMark(int first, int last, int step, const At& at, const Mark& mark) {
    const int minor = std::max(1, step / 5);
    for (qint64 i = qint64(std::floor(double(first) / step)) * step; i <= last; i += minor) {
        mark(at(double(i)), i % step == 0, i);
    }
}

} // namespace

int rulerStep(double scale, double least) {
    int decade = 1;
    while (decade < 100'000'000) {
        for (const int factor : {1, 2, 5}) {
            if (decade * factor * scale >= least) {
                return decade * factor;
            }
        }
        decade *= 10;
    }
    return decade;
}

void paintRulers(QPainter& painter, const QSize& view, const Viewport& viewport, double ratio,
                 QPointF pointer) {
    const double scale = viewport.scale() / ratio;
    const QPointF origin = viewport.offset() / ratio;
    const QFont font = smallFont(painter);
    const QFontMetrics metrics(font);
    const int widest = metrics.horizontalAdvance(
        QString::number(std::max(viewport.imageSize().width(), viewport.imageSize().height())));
    const int step = rulerStep(scale, widest + 24);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(0, 0, view.width(), kRuler, kPlate);
    painter.fillRect(0, kRuler, kRuler, view.height() - kRuler, kPlate);
    painter.setFont(font);
    painter.setPen(kInk);
    // Marks stand along the picture only.
    const QPointF low = viewport.toImage(QPointF(kRuler, kRuler) * ratio);
    const QPointF high = viewport.toImage(QPointF(view.width(), view.height()) * ratio);
    const auto clamped = [](double v, int size) { return int(std::clamp(v, 0.0, double(size))); };
    const QSize image = viewport.imageSize();
    painter.setClipRect(kRuler, 0, view.width() - kRuler, kRuler);
    eachMark(
        clamped(low.x(), image.width()), clamped(high.x(), image.width()), step,
        [&](double x) { return int(origin.x() + x * scale); },
        [&](int x, bool major, qint64 value) {
            painter.drawLine(x, major ? kRuler - 8 : kRuler - 4, x, kRuler - 1);
            if (major) {
                painter.drawText(x + 3, metrics.ascent() + 1, QString::number(value));
            }
        });
    painter.setClipRect(0, kRuler, kRuler, view.height() - kRuler);
    eachMark(
        clamped(low.y(), image.height()), clamped(high.y(), image.height()), step,
        [&](double y) { return int(origin.y() + y * scale); },
        [&](int y, bool major, qint64 value) {
            painter.drawLine(major ? kRuler - 8 : kRuler - 4, y, kRuler - 1, y);
            if (major) {
                painter.save();
                painter.translate(metrics.ascent() + 1, y - 3);
                painter.rotate(-90);
                painter.drawText(0, 0, QString::number(value));
                painter.restore();
            }
        });
    painter.setClipping(false);
    painter.setPen(QColor(0xff, 0xb0, 0x20));
    painter.drawLine(QPointF(pointer.x(), 0), QPointF(pointer.x(), kRuler - 1));
    painter.drawLine(QPointF(0, pointer.y()), QPointF(kRuler - 1, pointer.y()));
}

void paintLegend(QPainter& painter, const QSize& view, const QList<LegendEntry>& entries) {
    if (entries.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(painter.font());
    const int line = metrics.height() + 4;
    int widest = 0;
    for (const LegendEntry& entry : entries) {
        widest = std::max(widest, metrics.horizontalAdvance(entry.text));
    }
    QRect plate(0, 0, std::min(widest + line + 20, view.width() / 3), line * int(entries.size()) + 12);
    plate.moveTopRight({view.width() - 10, kRuler + 8});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kPlate);
    painter.drawRoundedRect(plate, 4, 4);
    int top = plate.top() + 6;
    for (const LegendEntry& entry : entries) {
        const QRect swatch(plate.left() + 8, top + 3, line - 8, line - 8);
        painter.setBrush(QColor::fromRgba(entry.color));
        painter.setPen(Qt::NoPen);
        painter.drawRect(swatch);
        painter.setPen(kInk);
        const QRect words(swatch.right() + 8, top, plate.right() - swatch.right() - 14, line);
        painter.drawText(words, int(Qt::AlignVCenter),
                         metrics.elidedText(entry.text, Qt::ElideRight, words.width()));
        top += line;
    }
}

} // namespace gui
