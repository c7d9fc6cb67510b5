// SPDX-License-Identifier: Apache-2.0
#include "gui/session/bulk_accept.h"
#include "gui/session/filter.h"

#include "tests/support/gui/review_fixture.h"
#include "tests/support/gui/watchdog.h"
#include "tests/support/slowdown.h"

#include <QTest>

#include <algorithm>
#include <memory>

namespace test {
namespace {

class ReviewScaleTest : public ReviewFixture {
protected:
    /// Prints how long the window did not answer since the last call, and expects less than `most`
    /// milliseconds of it to be work of its own.
    void tell(const char* what, double most = 50) {
        QTest::qWait(20);
        if (m_watch) {
            const Watchdog::Block block = m_watch->longest();
            std::printf("%s: the window stood still for %.0f ms at most, %.0f of them at work\n", what,
                        block.wall, block.busy);
            EXPECT_LT(block.busy, most * kSlowdown) << what;
        }
        m_watch = std::make_unique<Watchdog>();
    }
    static core::Annotation found(core::AnnotationId id, core::ImageId image, core::LabelId label,
                                  const QRect& rect) {
        core::Annotation a;
        a.id = id;
        a.image = image;
        a.fields.label = label;
        a.fields.state = core::State::Auto;
        a.origin = core::Origin::Run;
        a.score = float((id.value * 7919) % 1000) / 1000;
        a.mask = core::Mask::fromRect(rect);
        return a;
    }
    /// Instances of the model in all images at once, as a run writes them; none of these images is open then.
    void addEverywhere(int each) {
        core::Edit edit;
        const core::LabelId label = gui::edits::labelFor(project(), QStringLiteral("thing"), edit);
        for (const core::ImageInfo& image : project().images()) {
            for (int i = 0; i < each; ++i) {
                edit.changes.push_back(
                    core::AddAnnotation{found(project().newAnnotationId(), image.id, label,
                                              {16 * (i % 20) + 2, 12 * (i / 20) + 2, 10, 8 + i % 3})});
            }
        }
        session().commit(std::move(edit));
    }

private:
    std::unique_ptr<Watchdog> m_watch;
};

TEST_F(ReviewScaleTest, DISABLED_TenThousandInOneImage) {
    openPictures(2, {3200, 2400});
    core::Edit edit;
    edit.image = session().image();
    const core::LabelId label = gui::edits::labelFor(project(), QStringLiteral("thing"), edit);
    for (int i = 0; i < 10'000; ++i) {
        edit.changes.push_back(
            core::AddAnnotation{found(project().newAnnotationId(), session().image(), label,
                                      {32 * (i % 100) + 2, 24 * (i / 100) + 2, 26, 18 + i % 3})});
    }
    session().commit(std::move(edit));
    start();
    EXPECT_EQ(review().waiting(), 10'000);
    tell("measured");
    for (int i = 0; i < 20; ++i) {
        key(Qt::Key_Return);
        QTest::qWait(50);
    }
    tell("decisions");
    key(Qt::Key_Return, Qt::ShiftModifier);
    tell("the rest of the image");
    EXPECT_EQ(review().waiting(), 0);
}

// For the figures in docs/review.md; it takes half a minute.
TEST_F(ReviewScaleTest, DISABLED_AHundredThousandNeverStopTheWindow) {
    openPictures(1000, {64, 48});
    addEverywhere(100);
    ASSERT_TRUE(session().openProject()->flush());
    QTest::qWait(3000);
    tell("before");
    review().setOn(true);
    ASSERT_TRUE(waitFor([this] { return review().isReady(); }));
    EXPECT_EQ(review().waiting(), 100'000);
    QTest::qWait(100);
    tell("the queue arrives");
    ASSERT_TRUE(waitFor([this] { return !review().isMeasuring(); }));
    tell("it is measured");
    for (int i = 0; i < 20; ++i) {
        key(Qt::Key_Return);
        QTest::qWait(20);
    }
    tell("decisions");
    session().filter().setText(QStringLiteral("score:>0.5"));
    ASSERT_TRUE(waitFor([this] { return review().waiting() < 60'000; }));
    tell("the filter narrows it");
    session().filter().setText({});
    ASSERT_TRUE(waitFor([this] { return review().waiting() > 60'000; }));
    tell("and widens it");
    std::vector<core::AnnotationId> all;
    for (const core::RiskItem& item : review().queue()) {
        all.push_back(item.instance);
    }
    std::sort(all.begin(), all.end());
    gui::acceptInstances(session(), all);
    ASSERT_TRUE(waitFor([this] { return review().waiting() == 0; }));
    tell("all are accepted");
    session().undo();
    ASSERT_TRUE(waitFor([this] { return review().waiting() > 90'000; }));
    QTest::qWait(3000);
    tell("and not any more", 100); // the history's and the writer's copies of so many changes
}

} // namespace
} // namespace test
