// SPDX-License-Identifier: Apache-2.0
// Random masks with holes, rings in rings, many parts and bridges of one pixel through every tool: each
// gesture changes the pixels it is about and no other, and undo gives the mask back to the last bit. A sample
// in the suite; MASKWRIGHT_MASKS=10000 sets how many masks each tool sees.
#include "gui/tools/tool_manager.h"
#include "gui/tools/vertex_tool.h"

#include "tests/core/mask_random.h"
#include "tests/support/gui/tool_fixture.h"

#include <array>
#include <random>

namespace {

using gui::ToolId;

class MaskSurvivalTest : public test::ToolFixture {
protected:
    static constexpr QSize kSmall{96, 80};

    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(1, kSmall);
        core::ModelStatus model;
        model.ready = model.hasClicks = true;
        service.setModel(model);
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("MASKWRIGHT_MASKS", &given);
        count = given ? asked : 30;
    }
    int number(int below) { return int(random() % unsigned(below)); }
    core::Mask randomMask() {
        core::Mask mask;
        while (mask.area() < 2) {
            mask = core::randomBitmap(random, kSmall).mask();
            if (number(2) == 0) {
                const QRect ring(number(40), number(30), 30 + number(20), 26 + number(20));
                mask = mask.subtracted(core::Mask::fromRect(ring))
                           .united(core::Mask::fromRect(ring.adjusted(2, 2, -2, -2)))
                           .subtracted(core::Mask::fromRect(ring.adjusted(6, 6, -6, -6)))
                           .united(core::Mask::fromRect(ring.adjusted(9, 9, -9, -9)))
                           .united(core::Mask::fromRect({ring.left(), ring.center().y(), 10, 1}));
            }
            mask = mask.intersected(core::Mask::fromRect(QRect({}, kSmall)));
        }
        return mask;
    }
    /// What the tool draws where there is nothing yet.
    core::Mask drawnAlone(const std::function<void()>& gesture) {
        session().selection().clear();
        const std::size_t cursor = edits();
        gesture();
        EXPECT_TRUE(waitFor([&] { return edits() == cursor + 1; }));
        const core::Mask drawn = selectedMask();
        EXPECT_FALSE(drawn.isEmpty());
        session().undo();
        return drawn;
    }
    /// The mask goes in as an instance; the gesture; `check` of what is there now; then back and forth.
    void survives(const std::function<void()>& gesture,
                  const std::function<void(const core::Mask& before)>& check) {
        const core::Mask before = randomMask();
        const core::AnnotationId id = addMask(before);
        session().selection().select(id);
        const std::size_t cursor = edits();
        gesture();
        if (edits() == cursor) { // nothing to change, which must be true
            EXPECT_EQ(maskOf(id), before);
        }
        check(before);
        const auto after = snapshot();
        while (edits() > cursor) {
            session().undo();
        }
        ASSERT_EQ(maskOf(id), before) << "undone";
        while (history().cursor() < history().size()) {
            session().redo();
        }
        ASSERT_EQ(snapshot(), after) << "redone";
        while (edits() >= cursor) {
            session().undo();
        }
        ASSERT_TRUE(annotations().isEmpty());
    }
    core::Mask everything() {
        core::Mask all;
        for (const core::Annotation* a : annotations()) {
            all = all.united(a->mask);
        }
        return all;
    }
    /// `draw` gives pixels without Alt and takes them with it, the very same whatever mask is there.
    void givesAndTakes(ToolId tool, const std::function<void(int way, Qt::KeyboardModifiers)>& draw) {
        canvas().selectTool(tool);
        QList<core::Mask> drawn;
        constexpr int kWays = 6;
        for (int way = 0; way < kWays; ++way) {
            drawn.append(drawnAlone([&] { draw(way, {}); }));
        }
        for (int i = 0; i < count && !HasFatalFailure(); ++i) {
            const int way = number(kWays);
            const bool take = number(2) == 0;
            survives([&] { draw(way, take ? Qt::AltModifier : Qt::NoModifier); },
                     [&](const core::Mask& before) {
                         ASSERT_EQ(everything(),
                                   take ? before.subtracted(drawn[way]) : before.united(drawn[way]));
                     });
        }
    }
    /// All that can change when a vertex at `at` moves: the ways to its neighbours. Parts that touch by a
    /// corner have a vertex each at one place.
    static QRectF reachOf(const core::Outline& outline, QPointF at) {
        QRectF reach;
        for (const auto& ring : outline.rings()) {
            const std::size_t n = ring.vertices.size();
            for (std::size_t v = 0; v < n; ++v) {
                if (QLineF(ring.vertices[v].at, at).length() < 0.5) {
                    for (const std::size_t near : {v, (v + 1) % n, (v + n - 1) % n}) {
                        reach |= QRectF(ring.vertices[near].at - QPointF(1, 1), QSizeF(2, 2));
                    }
                }
            }
        }
        return reach;
    }
    static QPointF corner(int way, int i) {
        constexpr std::array<std::array<int, 8>, 6> kCorners{{{10, 10, 60, 14, 55, 50, 14, 44},
                                                              {4, 30, 90, 34, 88, 40, 6, 38},
                                                              {40, 2, 50, 4, 52, 76, 42, 74},
                                                              {20, 20, 24, 20, 24, 24, 20, 24},
                                                              {2, 2, 93, 3, 92, 77, 3, 76},
                                                              {30, 60, 80, 12, 84, 70, 36, 66}}};
        const auto& c = kCorners.at(std::size_t(way));
        return {c.at(std::size_t(2 * i)) + 0.5, c.at(std::size_t(2 * i + 1)) + 0.5};
    }

    std::mt19937 random{20260711};
    int count = 0;
};

TEST_F(MaskSurvivalTest, TheBrush) {
    givesAndTakes(ToolId::Brush, [this](int way, Qt::KeyboardModifiers modifiers) {
        stroke({corner(way, 0), corner(way, 1), corner(way, 2)}, modifiers);
    });
}

TEST_F(MaskSurvivalTest, TheEraser) {
    canvas().selectTool(ToolId::Brush);
    const auto gesture = [this](int way) { stroke({corner(way, 0), corner(way, 1), corner(way, 2)}); };
    canvas().tools().current().setSize(9);
    QList<core::Mask> drawn;
    for (int way = 0; way < 6; ++way) {
        drawn.append(drawnAlone([&] { gesture(way); }));
    }
    canvas().selectTool(ToolId::Eraser);
    canvas().tools().current().setSize(9);
    for (int i = 0; i < count && !HasFatalFailure(); ++i) {
        const int way = number(6);
        survives([&] { gesture(way); },
                 [&](const core::Mask& before) { ASSERT_EQ(everything(), before.subtracted(drawn[way])); });
    }
}

TEST_F(MaskSurvivalTest, TheLassoAndTheBox) {
    for (const ToolId tool : {ToolId::Lasso, ToolId::Rectangle}) {
        givesAndTakes(tool, [this](int way, Qt::KeyboardModifiers modifiers) {
            stroke({corner(way, 0), corner(way, 1), corner(way, 2)}, modifiers);
        });
    }
}

TEST_F(MaskSurvivalTest, ThePolygon) {
    givesAndTakes(ToolId::Polygon, [this](int way, Qt::KeyboardModifiers modifiers) {
        for (int i = 0; i < 4; ++i) {
            const QPointF at = corner(way, i);
            // Ctrl: the corners of the random mask must not pull.
            click(at.x(), at.y(), Qt::LeftButton, modifiers | Qt::ControlModifier);
        }
        key(Qt::Key_Return);
    });
}

TEST_F(MaskSurvivalTest, TheWand) {
    givesAndTakes(ToolId::Wand, [this](int way, Qt::KeyboardModifiers modifiers) {
        const std::size_t cursor = edits();
        click(corner(way, 3).x(), corner(way, 3).y(), Qt::LeftButton, modifiers);
        ASSERT_TRUE(waitFor([&] { return edits() == cursor + 1; })) << "found off the UI thread";
    });
}

TEST_F(MaskSurvivalTest, TheCut) {
    canvas().selectTool(ToolId::Cut);
    for (int i = 0; i < count && !HasFatalFailure(); ++i) {
        const int way = number(6);
        survives(
            [&] {
                stroke({corner(way, 0), corner(way, 2)});
            },
            [&](const core::Mask& before) {
                ASSERT_EQ(everything(), before);
                qint64 pixels = 0;
                for (const core::Annotation* a : annotations()) {
                    pixels += a->mask.area();
                }
                ASSERT_EQ(pixels, before.area()) << "no pixel in two parts";
            });
    }
}

TEST_F(MaskSurvivalTest, VerticesThatAreMoved) {
    canvas().selectTool(ToolId::Vertices);
    auto& tool = dynamic_cast<gui::VertexTool&>(canvas().tools().current());
    int changes = 0;
    for (int i = 0; i < count && !HasFatalFailure(); ++i) {
        QRectF moved;
        survives(
            [&] {
                ASSERT_TRUE(waitFor([&] { return tool.outline().vertexCount() > 2; }));
                const auto& rings = tool.outline().rings();
                const auto& chosen = rings[std::size_t(number(int(rings.size())))].vertices;
                const QPointF from = chosen[std::size_t(number(int(chosen.size())))].at;
                const QPointF to = from + QPointF(number(11) - 5, number(11) - 5);
                moved = reachOf(tool.outline(), from).united(QRectF(to - QPointF(1, 1), QSizeF(2, 2)));
                drag(from, to, Qt::LeftButton, Qt::ControlModifier);
            },
            [&](const core::Mask& before) {
                const core::Mask changed = everything().exclusiveOr(before);
                changes += changed.isEmpty() ? 0 : 1;
                ASSERT_EQ(changed.subtracted(core::Mask::fromRect(moved.toAlignedRect())).area(), 0);
            });
    }
    EXPECT_GT(changes, count / 2);
}

TEST_F(MaskSurvivalTest, AnAnswerToAClickAndASelectionChangeNothingElse) {
    canvas().selectTool(ToolId::Points);
    const core::Candidate answer = test::ellipseCandidate(kSmall, {20, 15, 50, 40}, 0.9F);
    const core::Mask ellipse = answer.logits.toMask(kSmall);
    for (int i = 0; i < count && !HasFatalFailure(); ++i) {
        survives(
            [&] {
                const std::size_t cursor = edits();
                click(40, 30);
                service.answerShape({answer});
                ASSERT_TRUE(waitFor([&] { return edits() > cursor || everything() == ellipse; }));
            },
            [&](const core::Mask&) { ASSERT_EQ(everything(), ellipse); });
    }
    canvas().selectTool(ToolId::Select);
    survives(
        [&] {
            drag({5, 5}, {90, 70});
        },
        [&](const core::Mask& before) { ASSERT_EQ(everything(), before); });
}

} // namespace
