// SPDX-License-Identifier: Apache-2.0
// Two versions of a project and the state that they come from: labels, marks and images.
#include "core/store/project_merge.h"

#include "core/project/history.h"
#include "core/project/new_label.h"
#include "core/project/project.h"

#include "tests/support/core/temp_project.h"

#include <QFile>

#include <gtest/gtest.h>

namespace core {
namespace {

class ProjectMergeTest : public testing::Test {
protected:
    void SetUp() override {
        mine->addImages({QStringLiteral("a.png"), QStringLiteral("b.png"), QStringLiteral("c.png"),
                         QStringLiteral("d.png"), QStringLiteral("e.png")});
        for (const char* name : {"cat", "dog", "bird"})
            commit(*mine, SetLabel{std::nullopt, newLabel(mine->project(), QLatin1String(name))});
        for (const ImageInfo& image : mine->project().images()) {
            Annotation annotation;
            annotation.id = mine->project().newAnnotationId();
            annotation.image = image.id;
            annotation.fields.label = label(*mine, "cat").id;
            annotation.mask = Mask::fromRect({5, 5, 10, 10});
            commit(*mine, AddAnnotation{annotation});
        }
        ASSERT_TRUE(mine->flush());
        base = mine.folder() + QStringLiteral("/base.maskwright");
        other = mine.folder() + QStringLiteral("/other.maskwright");
        ASSERT_TRUE(mine->saveCopy(base));
        ASSERT_TRUE(mine->saveCopy(other));
    }

    static void commit(OpenProject& open, Change change) {
        Edit edit;
        edit.text = QStringLiteral("step");
        edit.changes.push_back(std::move(change));
        open.history().commit(std::move(edit));
    }
    static Label label(OpenProject& open, const char* name) {
        const Label* known = open.project().labelByName(QLatin1String(name));
        return known ? *known : Label();
    }
    static void relabel(OpenProject& open, const char* name, const std::function<void(Label&)>& how) {
        const Label before = label(open, name);
        Label after = before;
        how(after);
        commit(open, SetLabel{before, after});
    }
    static void dropImage(OpenProject& open, int place) {
        const ImageInfo image = open.project().images()[place];
        ASSERT_TRUE(open.loadImage(image.id));
        for (const Annotation* a : open.project().annotations(image.id))
            commit(open, RemoveAnnotation{*a});
        commit(open, SetImage{image, std::nullopt});
    }
    /// What they do.
    void theirs(const std::function<void(OpenProject&)>& work) {
        auto open = OpenProject::open(other);
        ASSERT_TRUE(open);
        work(**open);
        ASSERT_TRUE((*open)->flush());
    }
    MergePlan merge() {
        EXPECT_TRUE(mine->flush());
        const auto plan = planMerge(base, mine.file(), other);
        EXPECT_TRUE(plan) << plan.error().message;
        if (!plan)
            return {};
        for (const ImageInfo& image : mine->project().images())
            EXPECT_TRUE(mine->loadImage(image.id));
        mine->history().commit(mergeEdit(mine->project(), *plan, {}, QStringLiteral("Merge")));
        return *plan;
    }

    TempProject mine;
    QString base, other;
};

TEST_F(ProjectMergeTest, WhatOnlyTheyDidToALabelIsCarriedFieldByField) {
    const LabelId cat = label(*mine, "cat").id;
    relabel(*mine, "cat", [](Label& l) { l.color = Qt::green; });
    theirs([&](OpenProject& open) {
        relabel(open, "cat", [&](Label& l) {
            l.name = QStringLiteral("kitten");
            l.phrases = {QStringLiteral("small cat"), QStringLiteral("kitten")};
            l.threshold = 0.3F;
            l.attributes.append({open.project().newAttributeId(), QStringLiteral("asleep")});
        });
    });
    const MergePlan plan = merge();
    EXPECT_TRUE(plan.notMerged.isEmpty());
    const Label after = *mine->project().label(cat);
    EXPECT_EQ(after.name, QStringLiteral("kitten"));
    EXPECT_EQ(after.color, QColor(Qt::green)) << "mine";
    EXPECT_EQ(after.phrases, (QStringList{QStringLiteral("small cat"), QStringLiteral("kitten")}));
    EXPECT_EQ(after.threshold, 0.3F);
    ASSERT_EQ(after.attributes.size(), 1);
    EXPECT_TRUE(after.attributes[0].id.isValid());
    EXPECT_EQ(mine->project().labels().size(), 3) << "no second label of that name";
    mine->history().undo();
    EXPECT_EQ(mine->project().label(cat)->name, QStringLiteral("cat")) << "one step";
}

TEST_F(ProjectMergeTest, WhatBothDidToALabelStaysMineAndIsNamed) {
    relabel(*mine, "cat", [](Label& l) { l.name = QStringLiteral("tiger"); });
    relabel(*mine, "bird", [](Label& l) { l.name = QStringLiteral("eagle"); });
    theirs([](OpenProject& open) {
        relabel(open, "cat", [](Label& l) { l.name = QStringLiteral("lion"); });
        relabel(open, "bird", [](Label& l) { l.color = Qt::red; });
        commit(open, SetLabel{label(open, "dog"), std::nullopt});
        commit(open, SetLabel{std::nullopt, newLabel(open.project(), QStringLiteral("fish"))});
    });
    const MergePlan plan = merge();
    using What = NotMerged::What;
    EXPECT_EQ(plan.notMerged, (QList<NotMerged>{{What::Label, QStringLiteral("tiger")},
                                                {What::RemovedLabel, QStringLiteral("dog")}}));
    EXPECT_NE(mine->project().labelByName(QStringLiteral("tiger")), nullptr);
    EXPECT_EQ(label(*mine, "eagle").color, QColor(Qt::red)) << "another field of the same label";
    EXPECT_NE(mine->project().labelByName(QStringLiteral("fish")), nullptr) << "without an instance";
}

TEST_F(ProjectMergeTest, ANameThatIsTakenHereIsNotGivenTwice) {
    relabel(*mine, "dog", [](Label& l) { l.name = QStringLiteral("wolf"); });
    theirs(
        [](OpenProject& open) { relabel(open, "cat", [](Label& l) { l.name = QStringLiteral("Wolf"); }); });
    const MergePlan plan = merge();
    EXPECT_EQ(plan.notMerged, (QList<NotMerged>{{NotMerged::What::LabelName, QStringLiteral("cat")}}));
    EXPECT_NE(mine->project().labelByName(QStringLiteral("cat")), nullptr);
}

TEST_F(ProjectMergeTest, ImagesThatTheyRemovedGoUnlessIChangedThem) {
    const QList<ImageInfo> images = mine->project().images();
    ASSERT_TRUE(mine->loadImage(images[1].id));
    const Annotation* kept = mine->project().annotations(images[1].id).constFirst();
    Fields locked = kept->fields;
    locked.locked = true;
    commit(*mine, SetFields{kept->id, kept->fields, locked});
    dropImage(*mine, 2);
    theirs([&](OpenProject& open) {
        const ImageInfo last = open.project().images()[2];
        Annotation more;
        more.id = open.project().newAnnotationId();
        more.image = last.id;
        more.mask = Mask::fromRect({1, 1, 2, 2});
        commit(open, AddAnnotation{more});
        dropImage(open, 1);
        dropImage(open, 0);
    });
    const MergePlan plan = merge();
    using What = NotMerged::What;
    EXPECT_EQ(plan.notMerged,
              (QList<NotMerged>{{What::RemovedImage, images[1].path}, {What::MissingImage, images[2].path}}));
    ASSERT_EQ(plan.removed.size(), 1U) << "no instance stays behind without an image";
    EXPECT_EQ(plan.removed[0].image, images[0].id);
    ASSERT_EQ(mine->project().images().size(), 3);
    EXPECT_EQ(mine->project().images()[0].id, images[1].id);
    mine->history().undo();
    EXPECT_EQ(mine->project().images().size(), 4);
    ASSERT_TRUE(mine->loadImage(images[0].id)) << "it comes back, but not loaded";
    EXPECT_EQ(mine->project().annotations(images[0].id).size(), 1) << "with its instance";
    mine->history().redo();
    mine->history().undo();
    ASSERT_TRUE(mine->loadImage(images[0].id));
    EXPECT_EQ(mine->project().annotations(images[0].id).size(), 1);
}

TEST_F(ProjectMergeTest, AnImageThatIReviewedOrTaggedIsNotRemoved) {
    const QList<ImageInfo> images = mine->project().images();
    ImageInfo reviewed = images[0], tagged = images[1];
    reviewed.reviewed = true;
    tagged.tags = {QStringLiteral("night")};
    commit(*mine, SetImage{images[0], reviewed});
    commit(*mine, SetImage{images[1], tagged});
    theirs([](OpenProject& open) {
        dropImage(open, 1);
        dropImage(open, 0);
    });
    const MergePlan plan = merge();
    EXPECT_EQ(mine->project().images().size(), images.size());
    EXPECT_EQ(plan.notMerged.size(), 2);
}

TEST_F(ProjectMergeTest, MarksOfImagesAreCarried) {
    const ImageInfo image = mine->project().images()[0];
    ImageInfo tagged = image;
    tagged.tags = {QStringLiteral("night")};
    commit(*mine, SetImage{image, tagged});
    theirs([&](OpenProject& open) {
        ImageInfo after = image;
        after.reviewed = true;
        after.tags = {QStringLiteral("wet")};
        after.runs = {QStringLiteral("r1")};
        commit(open, SetImage{image, after});
    });
    merge();
    const ImageInfo after = mine->project().images()[0];
    EXPECT_TRUE(after.reviewed);
    EXPECT_EQ(after.tags, (QStringList{QStringLiteral("night"), QStringLiteral("wet")}));
    EXPECT_EQ(after.runs, QStringList{QStringLiteral("r1")});
}

} // namespace
} // namespace core
