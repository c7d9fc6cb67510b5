// SPDX-License-Identifier: Apache-2.0
#include "gui/session/effort_clock.h"

#include "tests/support/gui/window_fixture.h"

#include <gtest/gtest.h>

namespace gui {
namespace {

class EffortClockTest : public testing::Test {
protected:
    EffortClockTest() {
        m_project.setContents({}, {{{1}, QStringLiteral("a.png"), {}, {}, false}}, 1);
        m_project.setAnnotations({1}, {});
    }
    void apply(core::Edit edit, qint64 afterMilliseconds) {
        m_time += afterMilliseconds;
        m_clock.stamp(edit, m_project);
        m_project.apply(edit);
        m_edits.push_back(edit);
    }
    core::Edit addition(qint64 id) {
        core::Annotation annotation;
        annotation.id = {id};
        annotation.image = {1};
        annotation.mask = core::Mask::fromRect({0, 0, 4, 4});
        return {{}, {1}, {}, {core::AddAnnotation{annotation}}};
    }
    core::Edit stroke(std::initializer_list<qint64> ids) {
        core::Edit edit{{}, {1}, {}, {}};
        for (const qint64 id : ids) {
            edit.changes.emplace_back(
                core::PaintMask{{id}, core::MaskDelta(core::Mask::fromRect({9, 9, 1, 1})), {}});
        }
        return edit;
    }
    core::Effort effortOf(qint64 id) { return m_project.annotation({id})->effort; }

    core::Project m_project;
    qint64 m_time = 1'000'000;
    EffortClock m_clock{[this] { return m_time; }};
    std::vector<core::Edit> m_edits;
};

} // namespace

TEST_F(EffortClockTest, countsActionsAndTimeBetweenThem) {
    apply(addition(5), 0);
    EXPECT_EQ(m_project.annotation({5})->created, m_time);
    EXPECT_EQ(effortOf(5), (core::Effort{m_time, 0, 1})) << "nothing is known of what was before";
    apply(addition(6), 3000);
    apply(stroke({5, 6}), 2000);
    EXPECT_EQ(effortOf(5), (core::Effort{m_time, 1000, 2}));
    EXPECT_EQ(effortOf(6), (core::Effort{m_time, 4000, 2}));
    apply(stroke({5}), EffortClock::kLongestPause + 1);
    EXPECT_EQ(effortOf(5), (core::Effort{m_time, 1000, 3})) << "a break is no work";
    apply(stroke({5}), -9000);
    EXPECT_EQ(effortOf(5).worked, 1000) << "a clock that was set back";
}

TEST_F(EffortClockTest, undoTakesTheFiguresBack) {
    apply(addition(5), 0);
    const core::Annotation before = *m_project.annotation({5});
    apply(stroke({5}), 500);
    EXPECT_NE(*m_project.annotation({5}), before);
    m_project.apply(core::inverted(m_edits.back()));
    EXPECT_EQ(*m_project.annotation({5}), before);
}

TEST_F(EffortClockTest, switchedOffItNotesTimesOnly) {
    m_clock.setEnabled(false);
    apply(addition(5), 0);
    apply(stroke({5}), 500);
    EXPECT_EQ(effortOf(5), (core::Effort{m_time, 0, 0}));
}

} // namespace gui
