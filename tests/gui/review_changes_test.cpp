// SPDX-License-Identifier: Apache-2.0
// Reviewing while something else happens: other edits, other images, other selections, keys that come too
// fast.
#include "gui/session/filter.h"

#include "core/store/open_project.h"

#include "tests/support/gui/review_fixture.h"

#include <QApplication>
#include <QFile>
#include <QTest>

namespace test {
namespace {

using core::State;

class ReviewChangesTest : public ReviewFixture {
protected:
    core::ImageId imageAt(int place) { return project().images()[place].id; }
    /// As if nobody had opened them: what was added there is in the file alone.
    void forgetAllBut(int shown) {
        session().showImage(imageAt(shown));
        ASSERT_TRUE(session().openProject()->flush());
        for (int i = 0; i < int(project().images().size()); ++i) {
            if (i != shown) {
                project().unload(imageAt(i));
            }
        }
    }
};

TEST_F(ReviewChangesTest, WhatIsDecidedInImagesThatAreNotOpenLeavesTheQueue) {
    openPictures(3);
    addFound(imageAt(0), 1, 0.2F);
    const auto far = addFound(imageAt(2), 3, 0.9F);
    forgetAllBut(0);
    start();
    ASSERT_EQ(review().waiting(), 4);
    core::Edit edit; // as accept-above makes it
    for (const core::AnnotationId id : far) {
        core::Fields before;
        before.label = project().labels().first().id;
        before.state = State::Auto;
        core::Fields after = before;
        after.state = State::Accepted;
        edit.changes.push_back(core::SetFields{id, before, after});
    }
    core::ImageInfo done = *project().image(imageAt(2));
    done.reviewed = true;
    edit.changes.push_back(core::SetImage{*project().image(imageAt(2)), done});
    session().commit(edit);
    EXPECT_EQ(review().waiting(), 1);
    EXPECT_EQ(review().decided(), 3);
    session().undo();
    EXPECT_EQ(review().waiting(), 4);
    EXPECT_EQ(current(), far[0]) << "back to what was undone";
}

TEST_F(ReviewChangesTest, ARunThatIsUndoneLeavesNothingAndOpensNoImage) {
    openPictures(4);
    core::Edit run;
    const core::LabelId label = gui::edits::labelFor(project(), QStringLiteral("thing"), run);
    for (const core::ImageInfo& image : project().images()) {
        core::Annotation a;
        a.id = project().newAnnotationId();
        a.image = image.id;
        a.fields.label = label;
        a.fields.state = State::Auto;
        a.mask = core::Mask::fromRect({10, 10, 30, 30});
        run.changes.push_back(core::AddAnnotation{a});
    }
    session().commit(run);
    start();
    ASSERT_EQ(review().waiting(), 4);
    session().undo();
    EXPECT_EQ(review().waiting(), 0);
    ASSERT_TRUE(waitFor([this] { return review().current() == nullptr; }));
    int open = 0;
    for (const core::ImageInfo& image : project().images()) {
        open += project().isLoaded(image.id) ? 1 : 0;
    }
    EXPECT_EQ(open, 1) << "the others need not be looked at";
    session().redo();
    EXPECT_TRUE(waitFor([this] { return review().waiting() == 4 && review().current() != nullptr; }));
}

TEST_F(ReviewChangesTest, AnImageThatIsRemovedTakesItsInstancesAlong) {
    openPictures(2);
    const auto stays = addFound(imageAt(0), 2, 0.9F);
    addFound(imageAt(1), 2, 0.3F);
    start();
    ASSERT_EQ(session().image(), imageAt(1));
    core::Edit edit;
    edit.changes.push_back(core::SetImage{*project().image(imageAt(1)), std::nullopt});
    session().commit(edit);
    EXPECT_EQ(review().waiting(), 2);
    ASSERT_TRUE(waitFor([&] { return current() == stays[1]; })) << "the less certain one of the other image";
    EXPECT_EQ(session().image(), imageAt(0));
    session().undo();
    EXPECT_TRUE(waitFor([this] { return review().waiting() == 4; }));
}

TEST_F(ReviewChangesTest, CountsStayTrueWhenTheFilterHidesTheCurrentOne) {
    openPictures(1);
    addFound(session().image(), 10);
    start();
    session().filter().setText(QStringLiteral("score:>0.8985"));
    ASSERT_TRUE(waitFor([this] { return int(review().queue().size()) == 3; })) << "the current one and two";
    EXPECT_EQ(review().waiting(), 3);
    for (int i = 0; i < 3; ++i) {
        key(Qt::Key_Return);
        EXPECT_EQ(review().waiting(), 2 - i);
        EXPECT_EQ(review().decided(), i + 1);
    }
    EXPECT_EQ(review().current(), nullptr);
}

TEST_F(ReviewChangesTest, NothingIsDecidedBeforeItsPictureIsThere) {
    openPictures(2);
    addFound(imageAt(0), 1, 0.2F);
    const auto second = addFound(imageAt(1), 1, 0.4F);
    start();
    key(Qt::Key_Return);
    ASSERT_EQ(current(), second[0]);
    if (session().picture().image.isNull()) {
        review().accept();
        review().reject();
        review().acceptImage();
        review().relabel(project().labels().first().id);
        EXPECT_EQ(stateOf(second[0]), State::Auto) << "nobody has seen it";
    } else {
        ADD_FAILURE() << "the picture came at once";
    }
    ASSERT_TRUE(pictureIsThere());
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(second[0]), State::Accepted);
}

TEST_F(ReviewChangesTest, APictureThatCannotBeReadDoesNotHoldTheQueueUp) {
    openPictures(2);
    addFound(imageAt(0), 1, 0.4F);
    const auto lost = addFound(imageAt(1), 1, 0.2F);
    session().showImage(imageAt(0));
    QFile::remove(session().openProject()->absolutePath(imageAt(1)));
    QFile broken(session().openProject()->absolutePath(imageAt(1)));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("no picture");
    broken.close();
    review().setOn(true);
    ASSERT_TRUE(waitFor([this] { return review().current() != nullptr; }));
    ASSERT_EQ(current(), lost[0]);
    ASSERT_TRUE(waitFor([this] { return !session().pictureFailure().isEmpty(); }));
    key(Qt::Key_X);
    EXPECT_EQ(stateOf(lost[0]), State::Rejected);
    EXPECT_EQ(session().image(), imageAt(0));
}

TEST_F(ReviewChangesTest, AKeyThatIsHeldDecidesOnce) {
    openPictures(1);
    addFound(session().image(), 6);
    start();
    for (const Qt::Key pressed : {Qt::Key_Return, Qt::Key_X, Qt::Key_1}) {
        const int before = review().decided();
        key(pressed);
        ASSERT_EQ(review().decided(), before + 1);
        for (int i = 0; i < 5; ++i) {
            const QString text =
                pressed == Qt::Key_Return ? QString() : QString(QChar(char16_t(pressed))).toLower();
            QTest::simulateEvent(&canvas(), true, pressed, Qt::NoModifier, text, true);
            QApplication::processEvents();
        }
        EXPECT_EQ(review().decided(), before + 1);
    }
}

TEST_F(ReviewChangesTest, WithAnotherImageInViewAcceptLeadsBackFirst) {
    openPictures(2);
    const auto ids = addFound(imageAt(0), 2, 0.3F);
    start();
    const auto asked = current();
    session().showImage(imageAt(1));
    ASSERT_TRUE(pictureIsThere());
    key(Qt::Key_X);
    key(Qt::Key_1);
    EXPECT_EQ(stateOf(asked), State::Auto) << "it is not in view";
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(asked), State::Auto);
    EXPECT_EQ(session().image(), imageAt(0));
    EXPECT_EQ(session().selection().ids(), QList{asked});
    ASSERT_TRUE(pictureIsThere());
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(asked), State::Accepted);
}

TEST_F(ReviewChangesTest, AnInstanceThatIsChosenByHandBecomesTheOneThatKeysDecide) {
    openPictures(1);
    const auto ids = addFound(session().image(), 3);
    start();
    const auto asked = current();
    const auto chosen = asked == ids[0] ? ids[1] : ids[0];
    const double scale = canvas().viewport().scale();
    session().selection().select(chosen);
    EXPECT_EQ(current(), chosen);
    EXPECT_EQ(canvas().viewport().scale(), scale) << "the view stays: it was clicked on";
    key(Qt::Key_X);
    EXPECT_EQ(stateOf(chosen), State::Rejected);
    EXPECT_EQ(stateOf(asked), State::Auto);
}

TEST_F(ReviewChangesTest, DigitsLabelWhatWasDrawnMeanwhile) {
    openPictures(1);
    addLabel(QStringLiteral("first"));
    addFound(session().image(), 2);
    start();
    const auto asked = current();
    const auto drawn = addMask(core::Mask::fromRect({200, 200, 30, 30}));
    session().selection().select(drawn);
    key(Qt::Key_1);
    EXPECT_EQ(stateOf(asked), State::Auto);
    EXPECT_EQ(project().annotation(drawn)->fields.label, project().labels().first().id);
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(asked), State::Auto) << "the current one is shown first";
    EXPECT_EQ(session().selection().ids(), QList{asked});
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(asked), State::Accepted);
}

TEST_F(ReviewChangesTest, UndoOfOneThatWasSortedAwayBringsItBack) {
    openPictures(2);
    const auto here = addFound(imageAt(0), 4, 0.3F);
    addFound(imageAt(1), 1, 0.8F);
    start();
    key(Qt::Key_Return, Qt::ShiftModifier); // decides three that come after the current one
    EXPECT_EQ(review().decided(), 4);
    addFound(imageAt(1), 1, 0.85F); // the queue is made again
    ASSERT_TRUE(waitFor([this] { return review().waiting() == 2; }));
    session().undo();
    session().undo();
    EXPECT_TRUE(waitFor([this] { return review().waiting() == 5; }));
    EXPECT_EQ(review().decided(), 1) << "that which is not there any more";
    for (const core::AnnotationId id : here) {
        EXPECT_EQ(stateOf(id), State::Auto);
    }
}

TEST_F(ReviewChangesTest, KeysAfterTheLastOneChangeNothing) {
    openPictures(1);
    addLabel(QStringLiteral("first"));
    const auto last = addFound(session().image(), 1)[0];
    const auto person = addMask(core::Mask::fromRect({100, 100, 60, 60}), QStringLiteral("mine"));
    start();
    key(Qt::Key_Return);
    ASSERT_EQ(review().current(), nullptr);
    const core::Fields mine = project().annotation(person)->fields;
    const core::Fields decided = project().annotation(last)->fields;
    moveTo(130, 130);
    for (const Qt::Key pressed : {Qt::Key_X, Qt::Key_1, Qt::Key_Delete, Qt::Key_Return}) {
        key(pressed);
    }
    ASSERT_NE(project().annotation(person), nullptr);
    EXPECT_EQ(project().annotation(person)->fields, mine) << "the pointer rests on it by chance";
    ASSERT_NE(project().annotation(last), nullptr);
    EXPECT_EQ(project().annotation(last)->fields, decided);
}

TEST_F(ReviewChangesTest, TheModeAndTheProjectCanChangeWhileItIsMeasured) {
    openPictures(3);
    for (const core::ImageInfo& image : project().images()) {
        addFound(image.id, 40);
    }
    for (int delay = 0; delay < 12; ++delay) {
        review().setOn(true);
        QTest::qWait(delay);
        review().setOn(false);
        EXPECT_TRUE(review().queue().empty());
    }
    review().setOn(true);
    review().setOn(false);
    QTest::qWait(200);
    EXPECT_TRUE(review().queue().empty()) << "no answer comes late";
    review().setOn(true);
    const QString file = session().openProject()->file();
    session().setProject(nullptr);
    EXPECT_FALSE(review().isOn());
    QTest::qWait(50);
    EXPECT_TRUE(review().queue().empty());
    auto again = core::OpenProject::open(file);
    ASSERT_TRUE(again);
    session().setProject(std::move(*again));
    start();
    EXPECT_EQ(review().waiting(), 120);
}

} // namespace
} // namespace test
