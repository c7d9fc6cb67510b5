// SPDX-License-Identifier: Apache-2.0
// Every tool and command that changes masks, on random masks with holes, rings in rings, many parts and
// bridges of one pixel: what comes out is what a slow reference says, pixel by pixel, and undo and redo give
// the same bytes. A sample in the suite; MASKWRIGHT_MASKS=10000 sets how many masks all of them see together.
#include "gui/actions.h"
#include "gui/docks/shape_panel.h"
#include "gui/tools/polygon_tool.h"
#include "gui/tools/tool_manager.h"

#include "tests/core/slow_shapes.h"
#include "tests/support/gui/mask_reference.h"

#include <cmath>

namespace {

using core::Bitmap;
using gui::ActionId;
using gui::ToolId;

class MaskReferenceTest;
struct Operation {
    const char* name;
    void (MaskReferenceTest::*run)();
};

class MaskReferenceTest : public test::MaskReference {
public:
    void brush() { paints(ToolId::Brush, false); }
    void brushTakes() { paints(ToolId::Brush, true); }
    void eraser() { paints(ToolId::Eraser, true); }
    void protects();
    void overwrites();
    void takesCovered();
    void box() { drags(ToolId::Rectangle); }
    void lasso() { drags(ToolId::Lasso); }
    void polygon();
    void wand();
    void scissors();
    void cut();
    void fillHoles() {
        changes(ActionId::FillHoles, [](const Bitmap& b) { return slowFilled(b, -1); });
    }
    void keepLargest();
    void grow() {
        changes(ActionId::Grow, [](const Bitmap& b) { return slowGrown(b, 1); });
    }
    void shrink() {
        changes(ActionId::Shrink, [](const Bitmap& b) { return slowShrunk(b, 1); });
    }
    void growBy() { panels(ActionId::GrowBy, 1 + number(4), core::slowGrown); }
    void shrinkBy() { panels(ActionId::ShrinkBy, 1 + number(4), core::slowShrunk); }
    void smoothBy() { panels(ActionId::SmoothBy, 1 + number(4), core::slowSmoothed); }
    void fillHolesUnder() {
        panels(ActionId::FillHolesUnder, 2 + number(40),
               [](const Bitmap& b, int n) { return slowFilled(b, n - 1); });
    }
    void dropIslandsUnder();
    void splitParts();
    void merge() { combines(ActionId::Merge, core::slowUnited); }
    void subtract() { combines(ActionId::Subtract, core::slowSubtracted); }
    void intersect() { combines(ActionId::Intersect, core::slowIntersected); }
    void exclusiveOr() { combines(ActionId::ExclusiveOr, core::slowExclusiveOr); }
    void duplicate();
    void copyAndPaste();
    void copyToNext();

protected:
    using Change = std::function<Bitmap(const Bitmap&)>;

    void paints(ToolId tool, bool take);
    void drags(ToolId tool);
    void changes(ActionId action, const Change& change);
    void panels(ActionId action, int pixels, const std::function<Bitmap(const Bitmap&, int)>& change);
    void combines(ActionId action, Bitmap (*rule)(const Bitmap&, const Bitmap&));
};

void MaskReferenceTest::paints(ToolId tool, bool take) {
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

void MaskReferenceTest::protects() {
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

void MaskReferenceTest::overwrites() {
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

void MaskReferenceTest::takesCovered() {
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

void MaskReferenceTest::drags(ToolId tool) {
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

void MaskReferenceTest::polygon() {
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

void MaskReferenceTest::wand() {
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
void MaskReferenceTest::scissors() {
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

void MaskReferenceTest::cut() {
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

void MaskReferenceTest::changes(ActionId action, const Change& change) {
    Bitmap first(1, 1), second(1, 1);
    const auto one = add(&first);
    const auto two = add(&second);
    begin({one, two});
    trigger(action);
    expectShapes({change(first), change(second)});
}

void MaskReferenceTest::keepLargest() {
    changes(ActionId::DropIslands, [](const Bitmap& b) {
        Bitmap best(kSize.width(), kSize.height());
        for (const Bitmap& part : slowParts(b)) {
            best = slowArea(part) > slowArea(best) ? part : best;
        }
        return best;
    });
}

void MaskReferenceTest::panels(ActionId action, int pixels,
                               const std::function<Bitmap(const Bitmap&, int)>& change) {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    auto* panel = canvas().findChild<gui::ShapePanel*>(QStringLiteral("shapePanel"));
    trigger(action);
    panel->setNumber(pixels);
    ASSERT_TRUE(waitFor([&] { return panel->isReady(); }));
    panel->apply();
    expectShapes({change(shape, pixels)});
}

void MaskReferenceTest::dropIslandsUnder() {
    panels(ActionId::DropIslandsUnder, 2 + number(40), [](const Bitmap& b, int pixels) {
        Bitmap kept(kSize.width(), kSize.height());
        for (const Bitmap& part : slowParts(b)) {
            kept = slowArea(part) >= pixels ? slowUnited(kept, part) : kept;
        }
        return kept;
    });
}

void MaskReferenceTest::splitParts() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::SplitParts);
    const auto parts = slowParts(shape);
    int largest = 0;
    for (const Bitmap& part : parts) {
        largest = std::max(largest, slowArea(part));
    }
    ASSERT_EQ(slowArea(now(id)), largest) << "the largest keeps the id";
    expectShapes(parts);
}

void MaskReferenceTest::combines(ActionId action, Bitmap (*rule)(const Bitmap&, const Bitmap&)) {
    std::vector<Bitmap> shapes(2 + std::size_t(number(2)), Bitmap(1, 1));
    QList<core::AnnotationId> ids;
    for (Bitmap& shape : shapes) {
        ids.append(add(&shape));
    }
    Bitmap expected = shapes[0];
    for (std::size_t i = 1; i < shapes.size(); ++i) {
        expected = rule(expected, shapes[i]);
    }
    begin(ids);
    trigger(action);
    ASSERT_TRUE(now(ids[0]) == expected);
    std::vector<Bitmap> all{expected};
    if (action == ActionId::Subtract) {
        all.insert(all.end(), shapes.begin() + 1, shapes.end());
    }
    expectShapes(all);
}

void MaskReferenceTest::duplicate() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::Duplicate);
    expectShapes({shape, slowMoved(shape, 10, 10)});
}

void MaskReferenceTest::copyAndPaste() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::Copy);
    trigger(ActionId::Paste);
    ASSERT_TRUE(waitFor([&] { return annotations().size() == 2; })) << "read off the UI thread";
    expectShapes({shape, shape});
}

void MaskReferenceTest::copyToNext() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::CopyToNext);
    ASSERT_EQ(session().imageIndex(), 1);
    expectShapes({shape});
    session().undo();
    ASSERT_TRUE(annotations().isEmpty());
    session().showImage(project().images()[0].id);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    expectShapes({shape});
}

constexpr Operation kOperations[]{{"Brush", &MaskReferenceTest::brush},
                                  {"BrushWithAlt", &MaskReferenceTest::brushTakes},
                                  {"Eraser", &MaskReferenceTest::eraser},
                                  {"BrushThatProtects", &MaskReferenceTest::protects},
                                  {"BrushThatOverwrites", &MaskReferenceTest::overwrites},
                                  {"BrushThatAsks", &MaskReferenceTest::takesCovered},
                                  {"Box", &MaskReferenceTest::box},
                                  {"Lasso", &MaskReferenceTest::lasso},
                                  {"Polygon", &MaskReferenceTest::polygon},
                                  {"Wand", &MaskReferenceTest::wand},
                                  {"Scissors", &MaskReferenceTest::scissors},
                                  {"Cut", &MaskReferenceTest::cut},
                                  {"FillHoles", &MaskReferenceTest::fillHoles},
                                  {"KeepLargest", &MaskReferenceTest::keepLargest},
                                  {"Grow", &MaskReferenceTest::grow},
                                  {"Shrink", &MaskReferenceTest::shrink},
                                  {"GrowBy", &MaskReferenceTest::growBy},
                                  {"ShrinkBy", &MaskReferenceTest::shrinkBy},
                                  {"SmoothBy", &MaskReferenceTest::smoothBy},
                                  {"FillHolesUnder", &MaskReferenceTest::fillHolesUnder},
                                  {"DropIslandsUnder", &MaskReferenceTest::dropIslandsUnder},
                                  {"SplitParts", &MaskReferenceTest::splitParts},
                                  {"Merge", &MaskReferenceTest::merge},
                                  {"Subtract", &MaskReferenceTest::subtract},
                                  {"Intersect", &MaskReferenceTest::intersect},
                                  {"ExclusiveOr", &MaskReferenceTest::exclusiveOr},
                                  {"Duplicate", &MaskReferenceTest::duplicate},
                                  {"CopyAndPaste", &MaskReferenceTest::copyAndPaste},
                                  {"CopyToNext", &MaskReferenceTest::copyToNext}};

class EveryOperation : public MaskReferenceTest, public testing::WithParamInterface<Operation> {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(2, kSize);
        canvas().setScale(kScale);
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("MASKWRIGHT_MASKS", &given);
        const int all = int(std::size(kOperations));
        wanted = given ? (asked + all - 1) / all : 12;
    }
    int wanted = 0;
};

TEST_P(EveryOperation, GivesWhatTheReferenceSaysAndUndoGivesTheSameBytes) {
    while (masks < wanted && !HasFatalFailure()) {
        SCOPED_TRACE(masks);
        const std::size_t empty = edits();
        (this->*GetParam().run)();
        if (HasFatalFailure()) {
            return;
        }
        backAndForth();
        while (edits() > empty) {
            session().undo();
        }
        ASSERT_TRUE(annotations().isEmpty());
    }
}

INSTANTIATE_TEST_SUITE_P(On, EveryOperation, testing::ValuesIn(kOperations),
                         [](const auto& info) { return std::string(info.param.name); });

} // namespace
