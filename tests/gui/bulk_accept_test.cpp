// SPDX-License-Identifier: Apache-2.0
#include "gui/session/bulk_accept.h"

#include "gui/dialogs/accept_above_dialog.h"

#include "core/store/open_project.h"

#include "tests/support/gui/review_fixture.h"

#include <QDoubleSpinBox>
#include <QTest>

namespace test {
namespace {

using core::State;

class BulkAcceptTest : public ReviewFixture {
protected:
    bool isAccepted(core::AnnotationId id) {
        return waitFor([&] { return stateOf(id) == State::Accepted; });
    }
};

TEST_F(BulkAcceptTest, TheScoreItselfPasses) {
    openPictures(1);
    const auto ids = addFound(session().image(), 2); // 0.9 and a little less
    gui::AcceptAboveDialog dialog(session());
    dialog.findChild<QDoubleSpinBox*>()->setValue(0.9);
    ASSERT_TRUE(waitFor([&] { return !dialog.chosen().empty(); }));
    EXPECT_EQ(dialog.chosen(), std::vector{ids[0]});
}

TEST_F(BulkAcceptTest, WhatComesAfterTheCountIsNotAccepted) {
    openPictures(1);
    const core::ImageId image = session().image();
    const auto counted = addFound(image, 3);
    gui::AcceptAboveDialog dialog(session());
    dialog.findChild<QDoubleSpinBox*>()->setValue(0.5);
    ASSERT_TRUE(waitFor([&] { return dialog.chosen().size() == 3; }));
    const auto late = addFound(image, 2);
    gui::acceptInstances(session(), dialog.chosen());
    ASSERT_TRUE(isAccepted(counted[0]));
    EXPECT_EQ(stateOf(late[0]), State::Auto);
    EXPECT_EQ(stateOf(late[1]), State::Auto);
}

TEST_F(BulkAcceptTest, WhatIsDecidedOrRemovedMeanwhileStaysSo) {
    openPictures(1);
    const core::ImageId image = session().image();
    const auto ids = addFound(image, 4);
    ASSERT_TRUE(session().openProject()->flush());
    ASSERT_TRUE(waitFor([this] { return session().openProject()->saveState() == core::SaveState::Saved; }));
    gui::acceptInstances(session(), ids);
    // Before the answer, which was made for four that wait, can be here.
    session().selection().set({ids[1]});
    session().removeSelected();
    core::Edit edit;
    edit.image = image;
    core::Fields after = project().annotation(ids[2])->fields;
    after.state = State::Rejected;
    edit.changes.push_back(core::SetFields{ids[2], project().annotation(ids[2])->fields, after});
    session().commit(edit);
    const auto late = addFound(image, 1);
    ASSERT_TRUE(isAccepted(ids[0]));
    EXPECT_EQ(stateOf(ids[3]), State::Accepted);
    EXPECT_EQ(stateOf(ids[2]), State::Rejected);
    EXPECT_EQ(project().annotation(ids[1]), nullptr);
    EXPECT_EQ(stateOf(late[0]), State::Auto);
    for (const core::Change& change : history().edits().back().changes) {
        if (const auto* fields = std::get_if<core::SetFields>(&change)) {
            EXPECT_TRUE(fields->id == ids[0] || fields->id == ids[3]);
        }
    }
}

TEST_F(BulkAcceptTest, WhatDecodingTellsMeanwhileIsKept) {
    openPictures(1);
    const core::ImageId image = session().image();
    const auto ids = addFound(image, 2);
    ASSERT_TRUE(session().openProject()->flush());
    ASSERT_TRUE(waitFor([this] { return session().openProject()->saveState() == core::SaveState::Saved; }));
    gui::acceptInstances(session(), ids);
    session().openProject()->noteImageFacts(image, {123, 45}, "hash");
    ASSERT_TRUE(isAccepted(ids[0]));
    EXPECT_FALSE(project().image(image)->reviewed) << "nobody looked at all of it";
    EXPECT_EQ(project().image(image)->size, QSize(123, 45));
    session().undo();
    EXPECT_EQ(project().image(image)->size, QSize(123, 45));
}

TEST_F(BulkAcceptTest, AProjectThatIsClosedMeanwhileGetsNoAnswer) {
    openPictures(1);
    const auto ids = addFound(session().image(), 2);
    gui::acceptInstances(session(), ids);
    session().setProject(nullptr);
    QTest::qWait(100);
    openPictures(1);
    EXPECT_FALSE(history().canUndo() && history().undoText().contains(QStringLiteral("score")));
}

} // namespace
} // namespace test
