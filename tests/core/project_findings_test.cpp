// SPDX-License-Identifier: Apache-2.0
#include "core/review/project_findings.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/review/shape_measure.h"

#include "tests/support/core/temp_project.h"

#include <gtest/gtest.h>

#include <stop_token>

namespace core {
namespace {

const Mask kSound = Mask::fromRect({10, 10, 30, 30});
const Mask kHoled = kSound.subtracted(Mask::fromRect({20, 20, 2, 2}));

class ProjectFindings : public testing::Test {
protected:
    void SetUp() override {
        m_project->addImages(
            {m_project.folder() + QStringLiteral("/a.png"), m_project.folder() + QStringLiteral("/b.png")});
        for (const ImageInfo& image : m_project->project().images()) {
            ASSERT_TRUE(m_project->loadImage(image.id));
            m_project->noteImageFacts(image.id, {200, 150}, {});
        }
    }
    AnnotationId add(int image, const Mask& mask, float score = 0.5F) {
        Annotation a;
        a.id = m_project->project().newAnnotationId();
        a.image = m_project->project().images()[image].id;
        a.fields.label = {77};
        a.fields.state = State::Auto;
        a.score = score;
        a.mask = mask;
        commit({AddAnnotation{a}});
        return a.id;
    }
    void commit(std::vector<Change> changes) {
        m_project->history().commit({{}, {}, QStringLiteral("test"), std::move(changes)});
        ASSERT_TRUE(m_project->flush());
    }
    void remove(AnnotationId id) { commit({RemoveAnnotation{*m_project->project().annotation(id)}}); }
    std::vector<PlacedFinding> findings() {
        auto found = findingsOf(m_project.file());
        EXPECT_TRUE(found);
        return found ? *found : std::vector<PlacedFinding>();
    }
    std::vector<Change> repairsFor(const std::vector<PlacedFinding>& found) {
        auto changes = repairsOf(m_project.file(), found);
        EXPECT_TRUE(changes);
        return changes ? *changes : std::vector<Change>();
    }

    TempProject m_project;
};

TEST_F(ProjectFindings, ARepairEndsWhatItIsForAndChangesNothingElse) {
    const AnnotationId holed = add(0, kHoled);
    const AnnotationId twin = add(1, kSound, 0.9F);
    add(1, kSound, 0.1F);
    const AnnotationId beside = add(1, Mask::fromRect({100, 100, 30, 30}));
    const auto found = findings();
    ASSERT_EQ(found.size(), 2U);
    commit(repairsFor(found));
    EXPECT_TRUE(findings().empty());
    EXPECT_EQ(m_project->project().annotation(holed)->mask, kSound);
    EXPECT_EQ(m_project->project().annotation(twin)->mask, kSound);
    EXPECT_EQ(m_project->project().annotations(m_project->project().images()[1].id).size(), 2);
    EXPECT_NE(m_project->project().annotation(beside), nullptr);
}

TEST_F(ProjectFindings, WhatIsNoLongerSoIsNotMended) {
    const AnnotationId better = add(0, kSound, 0.9F);
    add(0, kSound, 0.1F);
    const auto found = findings();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(repairsFor(found).size(), 1U);
    // The other way round by now: a person looked at the one that was worth less.
    const AnnotationId lesser = found[0].finding.instance;
    const Fields before = m_project->project().annotation(lesser)->fields;
    Fields looked = before;
    looked.state = State::Accepted;
    commit({SetFields{lesser, before, looked}});
    EXPECT_TRUE(repairsFor(found).empty());
    remove(better);
    EXPECT_TRUE(repairsFor(found).empty()) << "the other one is gone";
}

TEST_F(ProjectFindings, WhatBelongsToARemovedImageCountsForNothing) {
    for (int i = 0; i < 30; ++i) {
        add(1, Mask::fromRect({i, 0, 3, 3}));
    }
    commit({SetImage{m_project->project().images()[1], std::nullopt}});
    add(0, Mask::fromRect({10, 10, 100, 100}));
    EXPECT_TRUE(findings().empty()) << "one of a label is no outlier";
}

TEST_F(ProjectFindings, StopsWithinAnImage) {
    std::vector<Annotation> all;
    for (int i = 0; i < 3; ++i) {
        Annotation a;
        a.id = {i + 1};
        a.mask = kHoled;
        all.push_back(a);
    }
    std::stop_source stop;
    stop.request_stop();
    for (const Finding& finding : findingsIn(all, {}, {}, {}, stop.get_token())) {
        EXPECT_EQ(finding.rule, Rule::Hole);
    }
    EXPECT_TRUE(measureShapes(all, {}, stop.get_token()).empty());
    const auto found = findingsOf(m_project.file(), stop.get_token());
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace core
