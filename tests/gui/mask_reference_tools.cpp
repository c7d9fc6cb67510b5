// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/polygon_tool.h"

#include "tests/gui/mask_reference_deeds.h"

#include <cmath>

namespace test {

void MaskDeeds::paints(ToolId tool, bool take) {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    canvas().selectTool(tool);
    const double size = 1 + number(14);
    canvas().tools().current().setSize(size);
    begin({id});
    const auto way = points(1 + number(4));
    stroke(way, take && tool == ToolId::Brush ? Qt::AltModifier : Qt::NoModifier);
    expectDrawn(id, shape, core::slowStroke(reached(way), size / 2, kSize), take);
}

void MaskDeeds::protects() {
    Bitmap shape(1, 1), other(1, 1);
    const auto id = add(&shape);
    const auto second = add(&other);
    trigger(ActionId::OverlapProtect);
    canvas().selectTool(ToolId::Brush);
    canvas().tools().current().setSize(7);
    begin({id});
    const auto way = points(2);
    stroke(way);
    core::Drawn drawn = core::slowStroke(reached(way), 3.5, kSize);
    drawn = {slowSubtracted(drawn.sure, other), slowSubtracted(drawn.maybe, other)};
    expectDrawn(id, shape, drawn, false);
    ASSERT_TRUE(now(second) == other);
}

void MaskDeeds::overwrites() {
    Bitmap shape(1, 1), other(1, 1);
    const auto id = add(&shape);
    const auto second = add(&other);
    trigger(ActionId::OverlapOverwrite);
    canvas().selectTool(ToolId::Brush);
    canvas().tools().current().setSize(7);
    begin({id});
    const auto way = points(2);
    stroke(way);
    const core::Drawn drawn = core::slowStroke(reached(way), 3.5, kSize);
    expectDrawn(id, shape, drawn, false);
    // A stroke that changes nothing of the selected one is no stroke at all.
    if (edits() > cursor) {
        expectDrawn(second, other, drawn, true);
    }
}

void MaskDeeds::takesCovered() {
    Bitmap shape(1, 1), other(1, 1);
    const auto id = add(&shape);
    const auto second = add(&other);
    trigger(ActionId::OverlapAsk);
    canvas().selectTool(ToolId::Brush);
    canvas().tools().current().setSize(7);
    begin({id});
    const auto way = points(2);
    stroke(way);
    const core::Drawn drawn = core::slowStroke(reached(way), 3.5, kSize);
    ASSERT_TRUE(now(second) == other) << "not before the answer";
    if (edits() > cursor) {
        trigger(ActionId::TakeCovered);
        expectDrawn(second, other, drawn, true);
    }
    expectDrawn(id, shape, drawn, false);
}

void MaskDeeds::drags(ToolId tool) {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    canvas().selectTool(tool);
    begin({id});
    const bool take = number(2) == 0;
    const auto way = points(tool == ToolId::Lasso ? 5 : 2);
    stroke(way, take ? Qt::AltModifier : Qt::NoModifier);
    QPolygonF outline = reached(way);
    if (tool == ToolId::Rectangle) {
        const auto corner = [&](int i) {
            return QPointF(std::round(outline[i].x()), std::round(outline[i].y()));
        };
        const QRectF box = QRectF(corner(0), corner(1)).normalized();
        outline = {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
    }
    expectDrawn(id, shape, core::slowPolygon(outline, kSize), take);
}

void MaskDeeds::polygon() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    canvas().selectTool(ToolId::Polygon);
    begin({id});
    const bool take = number(2) == 0;
    QList<QPointF> corners;
    while (corners.size() < 5) { // apart from each other, or a click would take hold of an earlier one
        const QPointF next = somewhere();
        const bool free = std::all_of(corners.begin(), corners.end(), [&](QPointF p) {
            return std::hypot(p.x() - next.x(), p.y() - next.y()) > 3;
        });
        corners += free ? QList{next} : QList<QPointF>();
    }
    for (const QPointF p : corners) {
        // Ctrl: borders must not pull.
        click(p.x(), p.y(), Qt::LeftButton, Qt::ControlModifier | (take ? Qt::AltModifier : Qt::NoModifier));
    }
    key(Qt::Key_Return);
    expectDrawn(id, shape, core::slowPolygon(reached(corners), kSize), take);
}

void MaskDeeds::wand() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    const bool take = number(2) == 0;
    const bool contiguous = number(2) == 0;
    const int tolerance = number(60);
    setTool([&](gui::ToolSettings::Values& v) {
        v.contiguous = contiguous;
        v.tolerance = tolerance;
    });
    canvas().selectTool(ToolId::Wand);
    begin({id});
    const QPointF at = somewhere();
    const QPoint seed(int(std::floor(reached(at).x())), int(std::floor(reached(at).y())));
    const Bitmap like = core::slowWand(session().picture().image, seed, tolerance, contiguous);
    click(at.x(), at.y(), Qt::LeftButton, take ? Qt::AltModifier : Qt::NoModifier);
    const Bitmap expected = take ? slowSubtracted(shape, like) : slowUnited(shape, like);
    // Found off the UI thread; pixels that were there already are decided by hand now, so there is an edit.
    ASSERT_TRUE(waitFor([&] { return edits() > cursor; }));
    ASSERT_TRUE(now(id) == expected);
}

/// The way along an edge is the picture's alone: what the tool draws where nothing is, it draws anywhere.
void MaskDeeds::scissors() {
    canvas().selectTool(ToolId::Scissors);
    const auto draw = [this] {
        for (const QPointF p : {QPointF(6, 6), QPointF(40, 8), QPointF(30, 34)}) {
            click(p.x(), p.y(), Qt::LeftButton, Qt::ControlModifier);
            const auto& tool = static_cast<gui::PolygonTool&>(canvas().tools().current());
            ASSERT_TRUE(waitFor([&tool] { return tool.isWireReady(); }));
        }
        key(Qt::Key_Return);
    };
    session().selection().clear();
    draw();
    const Bitmap drawn = bitmap(selectedMask());
    session().undo();
    ASSERT_GT(slowArea(drawn), 0);
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    draw();
    ASSERT_TRUE(now(id) == slowUnited(shape, drawn));
}

void MaskDeeds::cut() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    canvas().selectTool(ToolId::Cut);
    begin({id});
    stroke(points(2));
    Bitmap all(kSize.width(), kSize.height());
    int area = 0;
    for (const core::Annotation* a : annotations()) {
        const Bitmap piece = bitmap(a->mask);
        ASSERT_TRUE(a->id == id || slowParts(piece).size() == 1) << "a piece hangs together";
        area += slowArea(piece);
        all = slowUnited(all, piece);
    }
    ASSERT_TRUE(all == shape) << "no pixel lost";
    ASSERT_EQ(area, slowArea(shape)) << "none twice";
}

} // namespace test
