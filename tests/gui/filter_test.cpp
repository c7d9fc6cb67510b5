// SPDX-License-Identifier: Apache-2.0
#include "gui/session/filter.h"

#include "gui/actions.h"
#include "gui/docks/query_edit.h"
#include "gui/models/annotation_model.h"
#include "gui/models/image_model.h"

#include "tests/support/gui/window_fixture.h"

#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

namespace gui {
namespace {

class FilterTest : public test::WindowFixture {
protected:
    template <class Widget> Widget* in(const char* dock) {
        return window->findChild<QDockWidget*>(QString::fromLatin1(dock))->findChild<Widget*>();
    }
    QTreeView* table() { return in<QTreeView>("instances"); }
    QListView* list() { return in<QListView>("images"); }
    Filter& filter() { return session().filter(); }

    /// Types into the line of the image list and waits for the answer.
    void type(const QString& text) {
        auto* line = in<QueryEdit>("images");
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        if (!text.isEmpty()) {
            QTest::keyClicks(line, text);
        }
        // Without a window system nobody gives the window back what the completion took.
        window->activateWindow();
        settle();
    }
    /// Until the index has all edits and the filter, which gathers them for a moment, has answered.
    void settle() {
        ASSERT_TRUE(session().openProject()->flush());
        ASSERT_TRUE(waitFor([&] { return !filter().isReading(); }));
        QTest::qWait(200);
        bool done = false;
        filter().search()->ask([](const core::InstanceIndex&, const core::QueryContext&) { return 0; },
                               [&](int) { done = true; });
        ASSERT_TRUE(waitFor([&] { return done; }));
    }
    QStringList shownLabels() {
        QStringList labels;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            labels << table()->model()->index(row, AnnotationModel::Label).data().toString();
        }
        return labels;
    }
};

} // namespace

TEST_F(FilterTest, oneLineFiltersImagesAndInstances) {
    openPictures(4);
    addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("car"));
    addMask(core::Mask::fromRect({60, 60, 5, 5}), QStringLiteral("cat"));
    key(Qt::Key_D);
    addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("car"));
    key(Qt::Key_A);
    settle();
    EXPECT_EQ(list()->model()->rowCount(), 4);
    type(QStringLiteral("class:car"));
    EXPECT_TRUE(waitFor([&] { return list()->model()->rowCount() == 2; }));
    EXPECT_EQ(shownLabels(), QStringList(QStringLiteral("car")));
    EXPECT_EQ(in<QueryEdit>("instances")->text(), QStringLiteral("class:car")) << "the same line";
    type(QStringLiteral("area:<100"));
    EXPECT_TRUE(waitFor([&] { return list()->model()->rowCount() == 1; }));
    EXPECT_EQ(shownLabels(), QStringList(QStringLiteral("cat")));
    type({});
    EXPECT_TRUE(waitFor([&] { return list()->model()->rowCount() == 4; }));
    EXPECT_EQ(shownLabels().size(), 2);
}

TEST_F(FilterTest, whatIsWrongIsSaidAndNothingDisappears) {
    openPictures(3);
    settle();
    type(QStringLiteral("scor:1"));
    auto* line = in<QueryEdit>("images");
    EXPECT_TRUE(line->toolTip().contains(QStringLiteral("column 1"))) << line->toolTip().toStdString();
    const auto warned = [line] {
        const QList<QAction*> actions = line->actions();
        return std::any_of(actions.begin(), actions.end(), [](const QAction* a) {
            return a->isVisible() && a->toolTip().contains(QStringLiteral("column 1"));
        });
    };
    EXPECT_TRUE(warned());
    EXPECT_EQ(list()->model()->rowCount(), 3);
    QTest::keyClick(line, Qt::Key_Escape);
    EXPECT_TRUE(line->text().isEmpty());
    EXPECT_FALSE(warned());
}

TEST_F(FilterTest, theAnswerFollowsEditsAndUndo) {
    openPictures(2);
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("car"));
    settle();
    type(QStringLiteral("class:car state:accepted"));
    EXPECT_TRUE(waitFor([&] { return list()->model()->rowCount() == 1; }));
    session().selection().select(annotations().first()->id);
    canvas().setFocus();
    key(Qt::Key_X);
    EXPECT_EQ(annotations().first()->fields.state, core::State::Rejected);
    EXPECT_TRUE(waitFor([&] { return list()->model()->rowCount() == 0; })) << "rejected";
    session().undo();
    EXPECT_TRUE(waitFor([&] { return list()->model()->rowCount() == 1; }));
}

TEST_F(FilterTest, nextAndPreviousWalkThroughWhatIsShown) {
    openPictures(5);
    settle();
    const QList<core::ImageInfo> images = project().images();
    type(QStringLiteral("image:2 or image:4"));
    ASSERT_TRUE(waitFor([&] { return list()->model()->rowCount() == 2; }));
    canvas().setFocus();
    session().step(1);
    EXPECT_EQ(session().image(), images[1].id);
    session().step(1);
    EXPECT_EQ(session().image(), images[3].id);
    session().step(1);
    EXPECT_EQ(session().image(), images[3].id);
    session().step(-1);
    EXPECT_EQ(session().image(), images[1].id);
}

TEST_F(FilterTest, theNextImageToDoIsOneWithoutLabelsOrWithSomethingThatWaits) {
    openPictures(5);
    addMask(core::Mask::fromRect({10, 10, 40, 40}));
    for (const int image : {1, 3}) {
        session().showImage(project().images()[image].id);
        addMask(core::Mask::fromRect({10, 10, 40, 40}));
    }
    session().selection().set({annotations()[0]->id});
    core::Edit edit = edits::setFields(
        project(), session().image(), {annotations()[0]->id},
        [](core::Fields& f) { f.state = core::State::Auto; }, QStringLiteral("auto"));
    session().commit(edit);
    session().showImage(project().images()[0].id);
    settle();
    key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(session().imageIndex(), 2) << "the second has a label";
    key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(session().imageIndex(), 3) << "the fourth has one that waits";
    key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(session().imageIndex(), 2);
    key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(session().imageIndex(), 2) << "nothing before it is left";
}

TEST_F(FilterTest, theTableSortsByItsColumns) {
    openPictures(1);
    const auto large = addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("b"));
    const auto small = addMask(core::Mask::fromRect({60, 60, 5, 5}), QStringLiteral("c"));
    const auto middle = addMask(core::Mask::fromRect({80, 80, 9, 9}), QStringLiteral("a"));
    auto* model = qobject_cast<AnnotationModel*>(table()->model());
    EXPECT_EQ(model->ids(), (QList{large, small, middle}));
    table()->sortByColumn(AnnotationModel::Area, Qt::AscendingOrder);
    EXPECT_EQ(model->ids(), (QList{small, middle, large}));
    table()->sortByColumn(AnnotationModel::Label, Qt::DescendingOrder);
    EXPECT_EQ(model->ids(), (QList{small, large, middle}));
    // The rows selected in the table are what tools and commands work on.
    const QRect cell = table()->visualRect(model->index(2, AnnotationModel::Label));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
    EXPECT_EQ(session().selection().ids(), QList{middle});
    session().selection().select(large);
    EXPECT_EQ(table()->selectionModel()->selectedRows().value(0).row(), 1);
}

TEST_F(FilterTest, hoverMarksTheRowOnTheTableAndTheInstanceOnTheCanvas) {
    openPictures(1);
    const auto first = addMask(core::Mask::fromRect({10, 10, 40, 40}));
    const auto second = addMask(core::Mask::fromRect({100, 100, 40, 40}));
    const auto marked = [&](int row) {
        return table()->model()->index(row, 0).data(Qt::BackgroundRole).isValid() &&
               table()->model()->index(row, AnnotationModel::Label).data(Qt::FontRole).value<QFont>().bold();
    };
    moveTo(120, 120);
    EXPECT_EQ(session().selection().hovered(), second);
    EXPECT_FALSE(marked(0));
    EXPECT_TRUE(marked(1));
    QSignalSpy repainted(table()->model(), &QAbstractItemModel::dataChanged);
    moveTo(20, 20);
    EXPECT_EQ(repainted.size(), 2) << "the row that was left and the one that is marked now";
    EXPECT_TRUE(marked(0));
    EXPECT_FALSE(marked(1));
    moveTo(300, 20);
    EXPECT_FALSE(marked(0));
    const QPoint row = table()->visualRect(table()->model()->index(1, 1)).center();
    QTest::mouseMove(table()->viewport(), row);
    ASSERT_TRUE(waitFor([&] { return session().selection().hovered() == second; }));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(table()->viewport(), &leave);
    EXPECT_FALSE(session().selection().hovered().isValid()) << "nothing stays lit";
    EXPECT_NE(first, second);
}

TEST_F(FilterTest, attributesOfSeveralInstancesChangeInOneStep) {
    openPictures(1);
    const auto first = addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("car"));
    const auto second = addMask(core::Mask::fromRect({60, 60, 5, 5}), QStringLiteral("car"));
    const core::Label before = *project().labelByName(QStringLiteral("car"));
    core::Label after = before;
    after.attributes = {{project().newAttributeId(), QStringLiteral("broken"), core::AttributeType::Bool},
                        {project().newAttributeId(), QStringLiteral("fill"), core::AttributeType::Number}};
    session().commit(edits::setLabel(before, after));
    session().selection().set({first, second});
    auto* box = in<QComboBox>("instances");
    ASSERT_NE(box, nullptr);
    ASSERT_TRUE(box->isVisible());
    box->setCurrentIndex(1);
    emit box->activated(1);
    for (const auto id : {first, second}) {
        EXPECT_EQ(project().annotation(id)->fields.attributes.value(after.attributes[0].id),
                  QStringLiteral("yes"));
    }
    session().undo();
    EXPECT_TRUE(project().annotation(first)->fields.attributes.isEmpty());
    EXPECT_TRUE(project().annotation(second)->fields.attributes.isEmpty());
    QLineEdit* fill = nullptr;
    for (QLineEdit* line :
         window->findChild<QDockWidget*>(QStringLiteral("instances"))->findChildren<QLineEdit*>()) {
        fill = line->accessibleName() == QStringLiteral("fill") ? line : fill;
    }
    ASSERT_NE(fill, nullptr);
    fill->setFocus();
    QTest::keyClicks(fill, QStringLiteral("0.50"));
    QTest::keyClick(fill, Qt::Key_Return);
    EXPECT_EQ(project().annotation(second)->fields.attributes.value(after.attributes[1].id),
              QStringLiteral("0.5"));
    QTest::keyClicks(fill, QStringLiteral("x"));
    QTest::keyClick(fill, Qt::Key_Return);
    EXPECT_EQ(project().annotation(second)->fields.attributes.value(after.attributes[1].id),
              QStringLiteral("0.5"))
        << "no number";
}

TEST_F(FilterTest, soloGroupsAndLabelsAreOneStepEach) {
    openPictures(1);
    const auto a = addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("car"));
    const auto b = addMask(core::Mask::fromRect({60, 60, 5, 5}), QStringLiteral("car"));
    const auto c = addMask(core::Mask::fromRect({90, 60, 5, 5}), QStringLiteral("cat"));
    const auto hidden = [&] {
        QList<core::AnnotationId> ids;
        for (const core::Annotation* annotation : annotations()) {
            if (annotation->fields.hidden) {
                ids.append(annotation->id);
            }
        }
        return ids;
    };
    session().selection().select(a);
    key(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(hidden(), (QList{b, c}));
    session().selection().select(a);
    window->actions()[ActionId::Solo]->trigger();
    EXPECT_TRUE(hidden().isEmpty()) << "again: all";
    session().undo();
    session().undo();
    EXPECT_TRUE(hidden().isEmpty());
    session().setLabel(project().labelByName(QStringLiteral("car"))->id);
    window->actions()[ActionId::HideLabel]->trigger();
    EXPECT_EQ(hidden(), (QList{a, b}));
    session().undo();
    session().selection().set({a, c});
    key(Qt::Key_G);
    EXPECT_TRUE(project().annotation(a)->fields.group.isValid());
    EXPECT_EQ(project().annotation(a)->fields.group, project().annotation(c)->fields.group);
    EXPECT_FALSE(project().annotation(b)->fields.group.isValid());
}

} // namespace gui
