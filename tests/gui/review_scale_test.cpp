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
    /// Instances of the model in all images at once, as a run writes them; none of these images is open then.
    void addEverywhere(int each) {
        core::Edit edit;
        const core::LabelId label = gui::edits::labelFor(project(), QStringLiteral("thing"), edit);
        for (const core::ImageInfo& image : project().images()) {
            for (int i = 0; i < each; ++i) {
                core::Annotation a;
                a.id = project().newAnnotationId();
                a.image = image.id;
                a.fields.label = label;
                a.fields.state = core::State::Auto;
                a.origin = core::Origin::Run;
                a.score = float((a.id.value * 7919) % 1000) / 1000;
                a.mask = core::Mask::fromRect({16 * (i % 20) + 2, 12 * (i / 20) + 2, 10, 8 + i % 3});
                edit.changes.push_back(core::AddAnnotation{a});
            }
        }
        session().commit(std::move(edit));
    }
};

// For the figures in docs/review.md; it takes half a minute.
TEST_F(ReviewScaleTest, DISABLED_AHundredThousandNeverStopTheWindow) {
    openPictures(1000, {64, 48});
    addEverywhere(100);
    ASSERT_TRUE(session().openProject()->flush());
    QTest::qWait(3000);
    auto watch = std::make_unique<Watchdog>();
    const auto tell = [&](const char* what) {
        QTest::qWait(20);
        const Watchdog::Block block = watch->longest();
        std::printf("%s: the window stood still for %.0f ms at most, %.0f of them at work\n", what,
                    block.wall, block.busy);
        EXPECT_LT(block.busy, 50 * kSlowdown) << what;
        watch = std::make_unique<Watchdog>();
    };
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
    tell("and not any more");
}

} // namespace
} // namespace test
