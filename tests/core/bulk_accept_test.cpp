// SPDX-License-Identifier: Apache-2.0
#include "core/review/bulk_accept.h"

#include "core/project/history.h"
#include "core/review/risk.h"
#include "core/store/project_store.h"

#include "tests/support/core/temp_project.h"

#include <gtest/gtest.h>

#include <cmath>

namespace core {
namespace {

class BulkAccept : public testing::Test {
protected:
    void SetUp() override {
        m_project->addImages(
            {m_project.folder() + QStringLiteral("/a.png"), m_project.folder() + QStringLiteral("/b.png")});
        for (const ImageInfo& image : m_project->project().images()) {
            ASSERT_TRUE(m_project->loadImage(image.id));
        }
    }
    AnnotationId add(int image, float score, State state = State::Auto) {
        Edit edit;
        Annotation a;
        a.id = m_project->project().newAnnotationId();
        a.image = m_project->project().images()[image].id;
        a.fields.state = state;
        a.fields.z = 3;
        a.fields.hidden = true;
        a.fields.group = {9};
        a.fields.attributes = {{AttributeId{4}, QStringLiteral("yes")}};
        a.score = score;
        a.mask = Mask::fromRect({1, 2, 30, 40});
        edit.image = a.image;
        edit.changes.push_back(AddAnnotation{a});
        m_project->history().commit(edit);
        return a.id;
    }
    /// As the file knows it.
    const InstanceIndex& index() {
        EXPECT_TRUE(m_project->flush());
        Result<ProjectStore> store = ProjectStore::open(m_project.file(), ProjectStore::Mode::ReadOnly);
        EXPECT_TRUE(store && m_index.load(store->database()));
        return m_index;
    }
    QueryContext context() { return {m_project->project().labels(), m_project->project().images()}; }
    static QueryMatches everything() {
        QueryMatches matches;
        matches.everything = true;
        return matches;
    }

    TempProject m_project;

private:
    InstanceIndex m_index;
};

TEST_F(BulkAccept, WhatWaitsIsListedByScore) {
    const AnnotationId middle = add(0, 0.5F);
    const AnnotationId high = add(1, 0.9F);
    add(0, 0.7F, State::Accepted);
    add(0, 0.7F, State::Rejected);
    const AnnotationId low = add(1, 0.1F);
    std::vector<AnnotationId> ids;
    for (const WaitingInstance& one : waitingInstances(index(), context(), everything())) {
        ids.push_back(one.instance);
        EXPECT_EQ(one.box, QRect(1, 2, 30, 40));
    }
    EXPECT_EQ(ids, (std::vector{low, middle, high}));
    QueryMatches some;
    some.instances = {middle};
    EXPECT_EQ(waitingInstances(index(), context(), some).size(), 1U);
}

TEST_F(BulkAccept, TheEditFitsWhatTheProjectHoldsAndChangesTheStateAlone) {
    const AnnotationId passes = add(0, 0.8F);
    const AnnotationId fails = add(1, 0.5F);
    const AnnotationId too = add(1, 0.9F);
    const AnnotationId person = add(1, 1, State::Fixed);
    const Edit edit = acceptWaiting(index(), context(), {passes, too, person});
    for (const Change& change : edit.changes) {
        if (const auto* fields = std::get_if<SetFields>(&change)) {
            EXPECT_EQ(fields->before, m_project->project().annotation(fields->id)->fields);
            Fields after = fields->before;
            after.state = State::Accepted;
            EXPECT_EQ(fields->after, after);
        }
    }
    const ProjectState before = stateOf(m_project->project());
    m_project->history().commit(edit);
    const auto state = [this](AnnotationId id) { return m_project->project().annotation(id)->fields.state; };
    EXPECT_EQ(state(passes), State::Accepted);
    EXPECT_EQ(state(too), State::Accepted);
    EXPECT_EQ(state(fails), State::Auto);
    EXPECT_EQ(state(person), State::Fixed);
    EXPECT_FALSE(m_project->project().images()[0].reviewed) << "nobody looked at it";
    m_project->history().undo();
    EXPECT_EQ(stateOf(m_project->project()), before);
}

TEST_F(BulkAccept, WhatWasNotCountedWaitsStill) {
    const AnnotationId counted = add(0, 0.9F);
    add(0, 0.9F);
    const Edit edit = acceptWaiting(index(), context(), {counted});
    ASSERT_EQ(edit.changes.size(), 1U);
    EXPECT_EQ(std::get<SetFields>(edit.changes[0]).id, counted);
}

TEST_F(BulkAccept, NothingToAcceptIsNoEdit) {
    add(0, 0.2F);
    const AnnotationId done = add(1, 0.9F, State::Accepted);
    EXPECT_TRUE(acceptWaiting(index(), context(), {done}).changes.empty());
}

TEST_F(BulkAccept, WhatBelongsToARemovedImageDoesNotWait) {
    const AnnotationId stays = add(0, 0.2F);
    const AnnotationId removed = add(1, 0.9F);
    Edit edit;
    edit.changes.push_back(SetImage{m_project->project().images()[1], std::nullopt});
    m_project->history().commit(edit);
    const auto waiting = waitingInstances(index(), context(), everything());
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].instance, stays);
    EXPECT_EQ(acceptWaiting(index(), context(), {stays, removed}).changes.size(), 1U);
    const std::vector<RiskFacts> facts = riskFacts(index(), context(), everything());
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts[0].instance, stays);
}

} // namespace
} // namespace core
