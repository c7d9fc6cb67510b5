// SPDX-License-Identifier: Apache-2.0
// Renders the lists, the schema and the statistics as users see them. With SCREENSHOT_DIR set the pictures
// are kept there, to be looked at.
#include "gui/actions.h"
#include "gui/dialogs/remap_dialog.h"
#include "gui/docks/label_picker.h"
#include "gui/docks/statistics_dock.h"
#include "gui/session/filter.h"
#include "gui/session/review.h"

#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <random>

namespace gui {
namespace {

class ListsScreenshotTest : public test::WindowFixture {
protected:
    void keep(QWidget& widget, const QString& name) {
        QApplication::processEvents();
        const QImage shot = widget.grab().toImage();
        EXPECT_EQ(shot.size(), (QSizeF(widget.size()) * widget.devicePixelRatioF()).toSize());
        if (const QString to = qEnvironmentVariable("SCREENSHOT_DIR"); !to.isEmpty()) {
            EXPECT_TRUE(shot.save(QDir(to).filePath(name + QStringLiteral(".png"))));
        }
    }
    /// Twelve pictures with instances of a few labels, made by hand and by a model.
    void labelMuch() {
        openPictures(12, {640, 480});
        std::mt19937 random(3);
        const QStringList names{QStringLiteral("car"), QStringLiteral("fire truck"), QStringLiteral("person"),
                                QStringLiteral("traffic light")};
        for (int image = 0; image < 12; ++image) {
            for (int i = 0; i < 4 + int(random() % 6); ++i) {
                const int side = 12 + int(random() % 90);
                core::Edit edit;
                edit.image = session().image();
                core::Annotation made;
                made.id = project().newAnnotationId();
                made.image = session().image();
                made.fields.label =
                    edits::labelFor(project(), names[int(random() % 4 * (random() % 2))], edit);
                made.fields.state = core::State(random() % 3);
                made.origin = i % 3 == 0 ? core::Origin::Hand : core::Origin::Prompt;
                made.score = float(30 + random() % 70) / 100;
                made.source = QStringLiteral("vehicle");
                made.mask = core::Mask::fromRect({int(random() % 520), int(random() % 380), side, side});
                edit.changes.push_back(core::AddAnnotation{made});
                session().commit(std::move(edit));
            }
            session().step(1);
        }
        session().step(-8);
        ASSERT_TRUE(session().openProject()->flush());
        ASSERT_TRUE(waitFor([this] { return !session().filter().isReading(); }));
        QTest::qWait(300);
    }
    void giveAttributes() {
        const core::Label before = project().labels().first();
        core::Label after = before;
        after.attributes = {{project().newAttributeId(), QStringLiteral("broken"), core::AttributeType::Bool},
                            {project().newAttributeId(),
                             QStringLiteral("size"),
                             core::AttributeType::Choice,
                             {QStringLiteral("small"), QStringLiteral("big")}}};
        session().commit(edits::setLabel(before, after));
        session().setLabel(after.id);
        for (const core::Annotation* a : annotations()) {
            if (a->fields.label == after.id) {
                session().selection().select(a->id);
            }
        }
    }
};

} // namespace

TEST_F(ListsScreenshotTest, listsSchemaAndPicker) {
    window->resize(1360, 860);
    labelMuch();
    giveAttributes();
    for (QToolButton* button : window->findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Schema")) {
            button->click();
        }
    }
    session().filter().setText(QStringLiteral("class:car score:<0.9"));
    ASSERT_TRUE(waitFor([this] { return session().filter().isActive(); }));
    QTest::qWait(200);
    keep(*window, QStringLiteral("lists"));
    session().filter().setText(QStringLiteral("class:car scor:<0.9"));
    window->actions()[ActionId::PickLabel]->trigger();
    QTest::keyClicks(window->findChild<LabelPicker*>()->focusWidget(), QStringLiteral("t"));
    EXPECT_TRUE(window->findChild<LabelPicker*>()->isVisible());
    window->setTheme(Theme::Dark);
    keep(*window, QStringLiteral("lists-dark"));
}

TEST_F(ListsScreenshotTest, review) {
    labelMuch();
    window->actions()[ActionId::ToggleReview]->trigger();
    Review& review = session().review();
    ASSERT_TRUE(waitFor([&] { return review.isReady() && !review.isMeasuring(); }));
    for (int i = 0; i < 3; ++i) {
        key(Qt::Key_Return);
    }
    ASSERT_NE(review.current(), nullptr);
    for (const auto& [theme, name] :
         {std::pair(Theme::Light, "review-light"), std::pair(Theme::Dark, "review-dark")}) {
        window->setTheme(theme);
        QTest::qWait(400); // crops and the picture
        keep(*window, QString::fromLatin1(name));
    }
}

TEST_F(ListsScreenshotTest, statisticsAndMerging) {
    window->resize(1360, 860);
    labelMuch();
    auto* dock = window->findChild<StatisticsDock*>();
    dock->show();
    dock->raise();
    ASSERT_TRUE(waitFor([&] { return dock->statistics().instances > 40; }));
    for (int page = 0; page < StatisticsDock::PageCount; ++page) {
        dock->showPage(StatisticsDock::Page(page));
        keep(*dock, QStringLiteral("statistics-%1").arg(page));
    }
    keep(*window, QStringLiteral("statistics-window"));
    window->actions()[ActionId::MergeLabels]->trigger();
    auto* dialog = window->findChild<RemapDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->setTarget(project().labels()[1].id, project().labels()[0].id);
    keep(*dialog, QStringLiteral("merge"));
    delete dialog;
}

} // namespace gui
