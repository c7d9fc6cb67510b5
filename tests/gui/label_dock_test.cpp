// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/label_dock.h"

#include "gui/actions.h"
#include "gui/dialogs/remap_dialog.h"
#include "gui/docks/label_picker.h"
#include "gui/keys/fuzzy.h"
#include "gui/models/label_model.h"
#include "gui/session/filter.h"
#include "gui/session/label_moves.h"

#include "core/project/new_label.h"

#include "tests/support/gui/window_fixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

namespace gui {
namespace {

class LabelDockTest : public test::WindowFixture {
protected:
    core::Label label(const char* name) {
        const core::Label* known = project().labelByName(QString::fromLatin1(name));
        return known ? *known : core::Label();
    }
    core::LabelId addLabel(const char* name) {
        const core::Label made = core::newLabel(project(), QString::fromLatin1(name));
        session().commit(edits::setLabel(std::nullopt, made));
        return made.id;
    }
    QStringList names() {
        QStringList list;
        for (const core::Label& known : project().labels()) {
            list << known.name;
        }
        return list;
    }
    LabelDock* dock() { return window->findChild<LabelDock*>(); }
    LabelPicker* picker() { return window->findChild<LabelPicker*>(); }
    QLineEdit* pickerLine() { return picker()->findChild<QLineEdit*>(); }
    bool read() {
        return waitFor([this] { return !session().filter().isReading(); });
    }
};

} // namespace

TEST_F(LabelDockTest, pickerFindsByLettersAndGivesTheLabel) {
    openPictures(1);
    const auto square = addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("car"));
    addLabel("traffic light");
    const core::LabelId fire = addLabel("fire truck");
    session().selection().select(square);
    key(Qt::Key_Apostrophe);
    ASSERT_TRUE(picker()->isVisible());
    QTest::keyClicks(pickerLine(), QStringLiteral("ftr"));
    EXPECT_EQ(picker()->findChild<QListWidget*>()->item(0)->text(), QStringLiteral("fire truck"));
    QTest::keyClick(pickerLine(), Qt::Key_Return);
    EXPECT_FALSE(picker()->isVisible());
    EXPECT_EQ(project().annotation(square)->fields.label, fire);
    EXPECT_EQ(session().label(), fire);
    EXPECT_TRUE(canvas().hasFocus());
}

TEST_F(LabelDockTest, pickerMakesALabelThatIsMissingAndEscapeLeaves) {
    openPictures(1);
    addLabel("car");
    key(Qt::Key_Apostrophe);
    QTest::keyClicks(pickerLine(), QStringLiteral("zebra"));
    QTest::keyClick(pickerLine(), Qt::Key_Escape);
    EXPECT_FALSE(picker()->isVisible());
    EXPECT_EQ(names(), QStringList(QStringLiteral("car")));
    key(Qt::Key_Apostrophe);
    EXPECT_TRUE(pickerLine()->text().isEmpty());
    QTest::keyClicks(pickerLine(), QStringLiteral("zebra"));
    QTest::keyClick(pickerLine(), Qt::Key_Return);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("car"), QStringLiteral("zebra")}));
    EXPECT_EQ(session().label(), label("zebra").id);
}

TEST_F(LabelDockTest, fuzzyPrefersBeginningsAndWholeRuns) {
    EXPECT_FALSE(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("fire truck")));
    EXPECT_GT(fuzzyScore(QStringLiteral("ft"), QStringLiteral("fire truck")),
              fuzzyScore(QStringLiteral("ft"), QStringLiteral("left")));
    EXPECT_GT(fuzzyScore(QStringLiteral("car"), QStringLiteral("car")),
              fuzzyScore(QStringLiteral("car"), QStringLiteral("cargo")));
    EXPECT_TRUE(fuzzyScore(QStringLiteral("CAR"), QStringLiteral("race car")));
}

TEST_F(LabelDockTest, draggingSortsInOneStepAndIdsStay) {
    openPictures(1);
    const core::LabelId a = addLabel("a");
    addLabel("b");
    addLabel("c");
    auto* model = dock()->findChild<LabelModel*>();
    const std::unique_ptr<QMimeData> data(model->mimeData({model->index(0)}));
    model->dropMimeData(data.get(), Qt::MoveAction, 3, 0, {});
    EXPECT_EQ(names(), (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
    EXPECT_EQ(label("a").id, a);
    session().undo();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    session().commit(edits::reorderLabel(project(), label("c").id, 0));
    EXPECT_EQ(names(), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
}

TEST_F(LabelDockTest, schemaAddsAnAttributeAndChangesItsType) {
    openPictures(1);
    addLabel("car");
    session().setLabel(label("car").id);
    QToolButton* schema = nullptr;
    QToolButton* add = nullptr;
    for (QToolButton* button : dock()->findChildren<QToolButton*>()) {
        schema = button->isCheckable() && !button->text().isEmpty() ? button : schema;
        add = button->accessibleName() == QStringLiteral("Add attribute") ? button : add;
    }
    ASSERT_TRUE(schema != nullptr && add != nullptr);
    QTest::mouseClick(schema, Qt::LeftButton);
    QTest::mouseClick(add, Qt::LeftButton);
    ASSERT_EQ(label("car").attributes.size(), 1);
    const core::AttributeId id = label("car").attributes[0].id;
    auto* table = dock()->findChild<QTableWidget*>();
    table->item(0, 0)->setText(QStringLiteral("size"));
    EXPECT_EQ(label("car").attributes[0].name, QStringLiteral("size"));
    auto* type = qobject_cast<QComboBox*>(table->cellWidget(0, 1));
    emit type->activated(int(core::AttributeType::Choice));
    ASSERT_TRUE(waitFor([&] { return label("car").attributes[0].type == core::AttributeType::Choice; }));
    table->item(0, 2)->setText(QStringLiteral("small, big ,, small"));
    EXPECT_EQ(label("car").attributes[0].choices,
              (QStringList{QStringLiteral("small"), QStringLiteral("big")}));
    EXPECT_EQ(label("car").attributes[0].id, id);
    session().undo();
    EXPECT_TRUE(label("car").attributes[0].choices.isEmpty());
}

TEST_F(LabelDockTest, mergingReachesImagesThatAreNotLoadedAndUndoesInOneStep) {
    openPictures(6);
    for (int i = 0; i < 6; ++i) {
        addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("car"));
        addMask(core::Mask::fromRect({70, 10, 40, 40}),
                i % 2 == 0 ? QStringLiteral("auto") : QStringLiteral("bus"));
        session().step(1);
    }
    ASSERT_TRUE(session().openProject()->flush());
    const QList<core::ImageInfo> images = project().images();
    for (int i = 0; i < 5; ++i) {
        project().unload(images[i].id);
    }
    ASSERT_TRUE(read());
    const auto car = label("car").id;
    const auto automobile = label("auto").id;
    ASSERT_TRUE(waitFor([&] { return session().filter().use(automobile).instances == 3; }));
    const std::size_t steps = history().cursor();

    window->actions()[ActionId::MergeLabels]->trigger();
    auto* dialog = window->findChild<RemapDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->setTarget(automobile, car);
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Change")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    ASSERT_TRUE(waitFor([&] { return project().label(automobile) == nullptr; }));
    EXPECT_EQ(history().cursor(), steps + 1);
    const auto carsOf = [&](core::ImageId image) {
        EXPECT_TRUE(session().openProject()->loadImage(image));
        int cars = 0;
        for (const core::Annotation* a : project().annotations(image)) {
            cars += a->fields.label == car ? 1 : 0;
        }
        return cars;
    };
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(carsOf(images[i].id), i % 2 == 0 ? 2 : 1) << i;
    }
    session().undo();
    EXPECT_NE(project().label(automobile), nullptr);
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(carsOf(images[i].id), 1) << i;
    }
    session().redo();
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(carsOf(images[i].id), i % 2 == 0 ? 2 : 1) << i;
    }
    delete dialog;
}

TEST_F(LabelDockTest, exchangingTwoLabelsKeepsBoth) {
    openPictures(2);
    const auto a = addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("a"));
    const auto b = addMask(core::Mask::fromRect({70, 10, 40, 40}), QStringLiteral("b"));
    ASSERT_TRUE(read());
    const core::LabelId first = label("a").id;
    const core::LabelId second = label("b").id;
    qint64 changed = -1;
    moveLabels(session(), {{{first, second}, {second, first}}, true}, [&](qint64 n) { changed = n; });
    ASSERT_TRUE(waitFor([&] { return changed >= 0; }));
    EXPECT_EQ(changed, 2);
    EXPECT_EQ(project().annotation(a)->fields.label, second);
    EXPECT_EQ(project().annotation(b)->fields.label, first);
    EXPECT_EQ(project().labels().size(), 2);
    session().undo();
    EXPECT_EQ(project().annotation(a)->fields.label, first);
}

} // namespace gui
