// SPDX-License-Identifier: Apache-2.0
// Renders each shape tool in the middle of its gesture. With SCREENSHOT_DIR set the pictures are kept there.
#include "gui/actions.h"
#include "gui/docks/shape_panel.h"
#include "gui/theme.h"
#include "gui/tools/tool_manager.h"

#include "core/mask/morphology.h"

#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QDir>
#include <QTest>

namespace {

class ShapeScreenshotTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(2, {640, 480});
        const core::Mask blob = core::smoothed(core::Mask::fromRect({60, 60, 170, 120}), 30);
        id = addMask(blob.subtracted(core::Mask::fromRect({120, 100, 30, 20})), QStringLiteral("bottle"));
        addMask(core::smoothed(core::Mask::fromRect({330, 240, 150, 150}), 40), QStringLiteral("plate"));
        session().selection().select(id);
    }
    QImage shot() {
        QApplication::processEvents();
        return canvas().grab().toImage();
    }
    void keep(const QString& name) {
        QApplication::processEvents();
        const QString to = qEnvironmentVariable("SCREENSHOT_DIR");
        if (!to.isEmpty()) {
            const double ratio = window->devicePixelRatioF();
            EXPECT_TRUE(window->grab().toImage().save(
                QDir(to).filePath(QStringLiteral("tool-%1-%2x.png").arg(name).arg(ratio))));
        }
    }
    /// `gesture` must change what the canvas shows.
    void use(gui::ToolId tool, const QString& name, const std::function<void()>& gesture) {
        canvas().selectTool(tool);
        session().selection().select(id);
        moveTo(600, 20);
        const QImage before = shot();
        const std::size_t edits = history().cursor();
        gesture();
        EXPECT_NE(shot(), before) << name.toStdString();
        keep(name);
        key(Qt::Key_Escape);
        release(0, 0);
        EXPECT_EQ(history().cursor(), edits) << name.toStdString() << ": Esc drops the gesture";
    }
    core::AnnotationId id;
};

TEST_F(ShapeScreenshotTest, EveryToolInUse) {
    for (const auto& [theme, suffix] : {std::pair(gui::Theme::Light, QStringLiteral("-light")),
                                        std::pair(gui::Theme::Dark, QStringLiteral("-dark"))}) {
        window->setTheme(theme);
        use(gui::ToolId::Brush, QStringLiteral("brush") + suffix, [this] {
            press(200, 150);
            moveTo(300, 200);
        });
        use(gui::ToolId::Eraser, QStringLiteral("eraser") + suffix, [this] {
            press(200, 150);
            moveTo(100, 80);
        });
        use(gui::ToolId::Lasso, QStringLiteral("lasso") + suffix, [this] {
            press(220, 90);
            for (const QPointF p :
                 {QPointF(280, 80), QPointF(320, 120), QPointF(280, 180), QPointF(230, 170)}) {
                moveTo(p.x(), p.y());
            }
        });
        use(gui::ToolId::Rectangle, QStringLiteral("box") + suffix, [this] {
            press(220, 90);
            moveTo(300, 180);
        });
        use(gui::ToolId::Polygon, QStringLiteral("polygon") + suffix, [this] {
            click(230, 80);
            click(330, 100);
            click(310, 190);
            moveTo(240, 200);
        });
        use(gui::ToolId::Scissors, QStringLiteral("scissors") + suffix, [this] {
            click(96 + 34, 144);
            QTest::qWait(300);
            moveTo(96, 144 + 34);
        });
        use(gui::ToolId::Cut, QStringLiteral("cut") + suffix, [this] {
            press(140, 40);
            moveTo(150, 120);
            moveTo(160, 200);
        });
    }
}

TEST_F(ShapeScreenshotTest, WandVerticesAndThePanel) {
    window->setTheme(gui::Theme::Light);
    use(gui::ToolId::Wand, QStringLiteral("wand"), [this] {
        press(500, 60);
        ASSERT_TRUE(waitFor([this] { return canvas().scene().preview().has_value(); }));
    });
    use(gui::ToolId::Vertices, QStringLiteral("vertices"), [this] {
        QTest::qWait(200);
        press(60, 120);
        moveTo(30, 120);
    });
    canvas().selectTool(gui::ToolId::Select);
    session().selection().select(id);
    window->actions()[gui::ActionId::Simplify]->trigger();
    auto* panel = canvas().findChild<gui::ShapePanel*>(QStringLiteral("shapePanel"));
    ASSERT_TRUE(waitFor([panel] { return panel->isReady(); }));
    EXPECT_TRUE(canvas().rect().contains(panel->geometry())) << "the panel lies within the canvas";
    keep(QStringLiteral("panel-light"));
    window->setTheme(gui::Theme::Dark);
    keep(QStringLiteral("panel-dark"));
    window->resize(window->minimumSize());
    QApplication::processEvents();
    EXPECT_TRUE(canvas().rect().contains(panel->geometry())) << "in the smallest window, too";
    keep(QStringLiteral("panel-small"));
}

} // namespace
