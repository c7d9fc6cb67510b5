// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include "core/store/edit_codec.h"

#include "tests/core/slow_shapes.h"
#include "tests/support/gui/tool_fixture.h"

#include <algorithm>
#include <random>

namespace test {

/// A window with random masks (holes, rings in rings, many parts, bridges of one pixel), compared pixel by
/// pixel with what a slow reference says, and walked back and on through the history.
class MaskReference : public ToolFixture {
protected:
    static constexpr QSize kSize{48, 40};
    static constexpr double kScale = 8; // device pixels for each of the image

    int number(int below) { return int(random() % unsigned(below)); }
    /// Where the pointer really is, in image pixels, when it is sent to a point.
    QPointF reached(QPointF p) { return canvas().toImage(QPointF(at(p.x(), p.y()))); }
    QPolygonF reached(const QList<QPointF>& points) {
        QPolygonF there;
        for (const QPointF p : points) {
            there.append(reached(p));
        }
        return there;
    }
    QPointF somewhere() {
        return {1 + number(8 * (kSize.width() - 2)) / 8.0, 1 + number(8 * (kSize.height() - 2)) / 8.0};
    }
    core::Bitmap bitmap(const core::Mask& mask) {
        return core::bitmapOf(mask, kSize.width(), kSize.height());
    }
    core::Bitmap now(core::AnnotationId id) { return bitmap(maskOf(id)); }
    core::Bitmap randomShape() {
        core::Bitmap shape = core::randomBitmap(random, kSize);
        if (number(2) == 0) {
            const int x = number(20), y = number(14), half = 8 + number(5);
            for (int j = y; j < y + 2 * half && j < kSize.height(); ++j) {
                for (int i = x; i < x + 2 * half && i < kSize.width(); ++i) {
                    const int ring = std::max(std::abs(i - x - half), std::abs(j - y - half));
                    shape.at(i, j) = ring % 4 < 2 || j == y + half; // rings in rings, and a bridge
                }
            }
        }
        return shape;
    }
    /// A random instance, not empty.
    core::AnnotationId add(core::Bitmap* shape) {
        do {
            *shape = randomShape();
        } while (slowArea(*shape) == 0);
        ++masks;
        return addMask(shape->mask());
    }
    void trigger(gui::ActionId id) { window->actions()[id]->trigger(); }
    void expectDrawn(core::AnnotationId id, const core::Bitmap& before, const core::Drawn& drawn, bool take) {
        const core::Bitmap after = now(id);
        for (std::size_t i = 0; i < after.pixels.size(); ++i) {
            const bool sure =
                take ? before.pixels[i] && !drawn.maybe.pixels[i] : before.pixels[i] || drawn.sure.pixels[i];
            const bool maybe =
                take ? before.pixels[i] && !drawn.sure.pixels[i] : before.pixels[i] || drawn.maybe.pixels[i];
            ASSERT_TRUE(!sure || after.pixels[i]) << "lacks pixel " << i;
            ASSERT_TRUE(maybe || !after.pixels[i]) << "has pixel " << i;
        }
    }
    void expectShapes(std::vector<core::Bitmap> expected) {
        std::erase_if(expected, [](const core::Bitmap& b) { return slowArea(b) == 0; });
        std::vector<core::Bitmap> there;
        for (const core::Annotation* a : annotations()) {
            there.push_back(bitmap(a->mask));
        }
        const auto less = [](const core::Bitmap& a, const core::Bitmap& b) { return a.pixels < b.pixels; };
        std::sort(expected.begin(), expected.end(), less);
        std::sort(there.begin(), there.end(), less);
        ASSERT_EQ(there.size(), expected.size());
        ASSERT_TRUE(there == expected);
    }
    /// Everything in the image, as the file would hold it.
    QByteArray bytes() {
        QByteArray all;
        for (const core::Annotation* a : annotations()) {
            all += QByteArray::number(a->id.value) + core::encodeMask(a->mask) + core::encodeMask(a->touched);
        }
        return all;
    }
    /// Back to where the history was and on again; then everything away.
    void backAndForth() {
        const QByteArray after = bytes();
        const std::size_t last = edits();
        while (edits() > cursor) {
            session().undo();
        }
        ASSERT_EQ(bytes(), before) << "undone";
        while (edits() < last) {
            session().redo();
        }
        ASSERT_EQ(bytes(), after) << "redone";
    }
    /// From here on the history is walked back.
    void begin(const QList<core::AnnotationId>& selected) {
        session().selection().set(selected);
        before = bytes();
        cursor = edits();
    }

    QList<QPointF> points(int count) {
        QList<QPointF> list;
        for (int i = 0; i < count; ++i) {
            list.append(somewhere());
        }
        return list;
    }

    std::mt19937 random{20270213};
    QByteArray before;
    std::size_t cursor = 0;
    int masks = 0;
};

} // namespace test
