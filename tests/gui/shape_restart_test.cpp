// SPDX-License-Identifier: Apache-2.0
// Every shape tool and command on masks with holes, many parts and thin bridges: done, undone and redone,
// each time with the project closed and opened again in between, gives the same instances to the last bit.
#include "gui/actions.h"
#include "gui/commands/file_commands.h"
#include "gui/docks/shape_panel.h"
#include "gui/tools/tool_manager.h"
#include "gui/tools/vertex_tool.h"

#include "tests/core/mask_random.h"
#include "tests/support/gui/window_fixture.h"

#include <QTest>

namespace {

using gui::ActionId;

class ShapeRestartTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(4);
        std::mt19937 random(81);
        for (int i = 0; i < 6; ++i) {
            // A ring in a ring with a bridge of one pixel, an island, and noise round it.
            core::Mask mask = core::randomBitmap(random, QSize(40, 50)).mask();
            mask = mask.subtracted(core::Mask::fromRect({8, 8, 60, 30}))
                       .united(core::Mask::fromRect({10, 10, 24, 24}))
                       .subtracted(core::Mask::fromRect({13, 13, 18, 18}))
                       .united(core::Mask::fromRect({16, 16, 9, 9}))
                       .subtracted(core::Mask::fromRect({19, 19, 3, 3}))
                       .united(core::Mask::fromRect({12, 20, 5, 1}))
                       .united(core::Mask::fromRect({55, 12, 3, 3}));
            masks.push_back(mask);
            ids.append(
                addMask(masks.back().translated({40 + 30 * i, 60}), QStringLiteral("thing %1").arg(i % 2)));
        }
        session().selection().set({ids[0], ids[1], ids[2]});
    }
    std::vector<core::Annotation> snapshot() {
        std::vector<core::Annotation> all;
        for (const core::ImageInfo& image : project().images()) {
            EXPECT_TRUE(session().openProject()->loadImage(image.id));
            for (const core::Annotation* a : project().annotations(image.id)) {
                all.push_back(*a);
            }
        }
        return all;
    }
    void restart() {
        const QString file = session().openProject()->file();
        const int index = session().imageIndex();
        session().setProject(nullptr);
        window->files().openProject(file);
        ASSERT_NE(session().project(), nullptr);
        session().showImage(project().images()[index].id);
        ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    }
    /// `act` must be exactly one edit.
    void walk(const std::string& what, const std::function<void()>& act) {
        SCOPED_TRACE(what);
        session().showImage(project().images()[0].id);
        ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
        session().selection().set({ids[0], ids[1], ids[2]});
        canvas().selectTool(gui::ToolId::Select);
        canvas().setFocus();
        const auto before = snapshot();
        const std::size_t cursor = history().cursor();
        act();
        ASSERT_TRUE(waitFor([&] { return history().cursor() == cursor + 1; }));
        const auto after = snapshot();
        EXPECT_NE(after, before);
        restart();
        EXPECT_EQ(snapshot(), after) << "as it was left";
        session().undo();
        EXPECT_EQ(snapshot(), before) << "undone after a restart";
        restart();
        EXPECT_EQ(snapshot(), before);
        session().redo();
        EXPECT_EQ(snapshot(), after) << "redone after a restart";
        session().undo();
    }
    void panel(ActionId id, double number) {
        window->actions()[id]->trigger();
        auto* panel = canvas().findChild<gui::ShapePanel*>(QStringLiteral("shapePanel"));
        panel->setNumber(number);
        panel->apply();
    }
    std::vector<core::Mask> masks;
    QList<core::AnnotationId> ids;
};

TEST_F(ShapeRestartTest, EveryCommand) {
    for (const ActionId id : {ActionId::FillHoles, ActionId::DropIslands, ActionId::Grow, ActionId::Shrink,
                              ActionId::SplitParts, ActionId::Merge, ActionId::Subtract, ActionId::Intersect,
                              ActionId::ExclusiveOr, ActionId::Duplicate, ActionId::CopyToNext}) {
        walk(gui::Actions::name(id).toStdString(), [this, id] { window->actions()[id]->trigger(); });
    }
    for (const auto& [id, number] :
         {std::pair(ActionId::GrowBy, 7.0), std::pair(ActionId::ShrinkBy, 2.0),
          std::pair(ActionId::SmoothBy, 3.0), std::pair(ActionId::FillHolesUnder, 30.0),
          std::pair(ActionId::DropIslandsUnder, 30.0), std::pair(ActionId::Simplify, 1.5)}) {
        walk(gui::Actions::name(id).toStdString(), [this, id = id, number = number] { panel(id, number); });
    }
    walk("copy and paste", [this] {
        window->actions()[ActionId::Copy]->trigger();
        window->actions()[ActionId::Paste]->trigger();
    });
    session().showImage(project().images()[3].id);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    const auto last = addMask(core::Mask::fromRect({200, 100, 60, 60}), QStringLiteral("thing 0"));
    walk("interpolate", [this, last] {
        session().showImage(project().images()[3].id);
        ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
        session().selection().select(last);
        window->actions()[ActionId::Interpolate]->trigger();
    });
}

TEST_F(ShapeRestartTest, EveryTool) {
    using gui::ToolId;
    for (const ToolId tool : {ToolId::Brush, ToolId::Eraser, ToolId::Lasso, ToolId::Rectangle}) {
        walk("drag " + std::to_string(int(tool)), [this, tool] {
            canvas().selectTool(tool);
            press(60, 70);
            moveTo(130, 80);
            moveTo(120, 130);
            release(120, 130);
        });
    }
    for (const ToolId tool : {ToolId::Polygon, ToolId::Scissors}) {
        walk("clicks " + std::to_string(int(tool)), [this, tool] {
            canvas().selectTool(tool);
            for (const QPointF p : {QPointF(60, 30), QPointF(150, 30), QPointF(150, 130), QPointF(60, 130)}) {
                click(p.x(), p.y());
                QTest::qWait(60);
            }
            key(Qt::Key_Return);
        });
    }
    walk("wand", [this] {
        canvas().selectTool(ToolId::Wand);
        click(20, 20);
    });
    walk("cut", [this] {
        session().selection().select(ids[0]);
        canvas().selectTool(ToolId::Cut);
        press(60, 50);
        moveTo(60, 125);
        release(60, 125);
    });
    walk("vertices", [this] {
        session().selection().select(ids[0]);
        canvas().selectTool(ToolId::Vertices);
        auto& outline = static_cast<gui::VertexTool&>(canvas().tools().current());
        ASSERT_TRUE(waitFor([&] { return outline.outline().vertexCount() > 2; }));
        const QPointF corner = outline.outline().rings()[0].vertices[0].at;
        drag(corner, corner + QPointF(-25, -30));
    });
}

} // namespace
