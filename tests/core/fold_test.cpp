// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/fold.h"

#include "core/project/history.h"
#include "core/store/project_store.h"

#include "tests/support/core/temp_project.h"

#include <QDir>
#include <QImage>

#include <gtest/gtest.h>

namespace core {
namespace {

class FoldTest : public testing::Test {
protected:
    void SetUp() override {
        QStringList files;
        for (int i = 0; i < 4; ++i) {
            files.append(QDir(open.folder()).filePath(QStringLiteral("%1.png").arg(i)));
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(Qt::white);
            ASSERT_TRUE(image.save(files.last()));
        }
        open->addImages(files);
        PlannedClass cup;
        cup.label = QStringLiteral("cup");
        cup.phrases = {QStringLiteral("cup")};
        PlannedClass lid;
        lid.label = QStringLiteral("lid");
        lid.phrases = {QStringLiteral("round lid"), QStringLiteral("cover")};
        lid.threshold = 0.25;
        header.plan.classes = {cup, lid};
        header.model = QStringLiteral("toy");
        header.id = QByteArray(32, 'b');
        header.images = 4;
        for (const ImageInfo& image : open->project().images()) {
            ASSERT_TRUE(open->loadImage(image.id));
        }
    }
    ImageId image(int i) { return open->project().images()[i].id; }
    QString run(const std::vector<RunEntry>& entries, Shard shard = {}) {
        header.shard = shard;
        header.mark = shard.count == 1 ? newRunMark() : QByteArray();
        const QString file = QDir(open.folder()).filePath(QStringLiteral("r%1.jsonl").arg(++made));
        auto results = RunFile::open(file, header);
        EXPECT_TRUE(results) << results.error().message;
        for (const RunEntry& entry : entries) {
            EXPECT_TRUE(results->append(entry));
        }
        return file;
    }
    static RunEntry entry(int image, const std::vector<FoundObject>& objects) {
        return {QStringLiteral("%1.png").arg(image), {40, 30}, objects, {}};
    }
    static FoundObject object(int planned, const QRect& rect, float score = 0.8F) {
        return {planned, score, QStringLiteral("phrase"), Mask::fromRect(rect)};
    }
    Annotation person(int i, const QRect& rect, const QString& label = QStringLiteral("cup")) {
        Annotation a;
        a.id = open->project().newAnnotationId();
        a.image = image(i);
        a.mask = Mask::fromRect(rect);
        Edit edit;
        if (const Label* known = open->project().labelByName(label)) {
            a.fields.label = known->id;
        } else {
            a.fields.label = open->project().newLabelId();
            edit.changes.push_back(SetLabel{std::nullopt, Label{a.fields.label, label, Qt::red, {}, 0}});
        }
        edit.image = a.image;
        edit.changes.push_back(AddAnnotation{a});
        open->history().commit(std::move(edit));
        return a;
    }
    FoldReport fold(const QStringList& files) {
        FoldReport report;
        const StoredAnnotations stored = [this](ImageId id) -> Result<std::vector<Annotation>> {
            std::vector<Annotation> all;
            for (const Annotation* a : open->project().annotations(id)) {
                all.push_back(*a);
            }
            return all;
        };
        auto edit = foldRun(open->project(), stored, files, 1234, report);
        EXPECT_TRUE(edit) << edit.error().message;
        if (edit && !edit->changes.empty()) {
            open->history().commit(std::move(*edit));
        }
        return report;
    }
    /// Images that have taken a run, by the file.
    static int savedRuns(ProjectStore& store) {
        const auto contents = store.contents();
        return contents ? int(std::count_if(contents->images.begin(), contents->images.end(),
                                            [](const ImageInfo& i) { return i.runs.size() == 1; }))
                        : -1;
    }
    QList<const Annotation*> in(int i) { return open->project().annotations(image(i)); }

    TempProject open;
    RunHeader header;
    int made = 0;
};

TEST_F(FoldTest, AWholeRunIsOneStepAndSaysWhereItCameFrom) {
    const ProjectState before = stateOf(*open);
    const auto steps = open->history().size();
    const FoldReport report = fold({run({entry(0, {object(0, {1, 1, 5, 5}), object(1, {20, 1, 5, 5}, 0.7F)}),
                                         entry(1, {}), entry(2, {object(0, {3, 3, 9, 9})}), entry(3, {})})});
    EXPECT_EQ(report.images, 4);
    EXPECT_EQ(report.added, 3);
    EXPECT_EQ(report.unfinished, 0);
    EXPECT_EQ(open->history().size(), steps + 1);
    ASSERT_EQ(in(0).size(), 2);
    const Annotation& first = *in(0)[0];
    EXPECT_EQ(first.fields.state, State::Auto);
    EXPECT_EQ(first.origin, Origin::Run);
    EXPECT_EQ(first.model, QStringLiteral("toy"));
    EXPECT_EQ(first.source, QStringLiteral("phrase"));
    EXPECT_EQ(first.created, 1234);
    EXPECT_TRUE(first.touched.isEmpty());
    const Label* lid = open->project().labelByName(QStringLiteral("lid"));
    ASSERT_NE(lid, nullptr);
    EXPECT_EQ(lid->phrases, (QStringList{QStringLiteral("round lid"), QStringLiteral("cover")}));
    EXPECT_EQ(lid->threshold, 0.25F);
    EXPECT_TRUE(open->project().labelByName(QStringLiteral("cup"))->phrases.isEmpty()) << "its name says it";
    EXPECT_NE(lid->color, open->project().labelByName(QStringLiteral("cup"))->color);
    open->history().undo();
    EXPECT_EQ(stateOf(*open), before);
}

TEST_F(FoldTest, NothingOfAPersonChangesUnderAnyPolicy) {
    person(0, {1, 1, 10, 10});
    Annotation rejected = person(1, {2, 2, 8, 8});
    Edit reject;
    reject.image = rejected.image;
    Fields after = rejected.fields;
    after.state = State::Rejected;
    reject.changes.push_back(SetFields{rejected.id, rejected.fields, after});
    open->history().commit(std::move(reject));
    const ProjectState before = stateOf(*open);
    for (const WritePolicy policy : {WritePolicy::Add, WritePolicy::FillEmpty, WritePolicy::ReplaceAuto}) {
        for (const bool exclusive : {false, true}) {
            header.plan.write = policy;
            header.plan.exclusivePixels = exclusive;
            fold({run({entry(0, {object(0, {1, 1, 10, 9}), object(0, {5, 5, 20, 20})}),
                       entry(1, {object(0, {2, 2, 8, 8})}), entry(2, {object(1, {1, 1, 3, 3})})})});
            const ProjectState now = stateOf(*open);
            for (const Annotation& old : before.annotations) {
                EXPECT_EQ(std::count(now.annotations.begin(), now.annotations.end(), old), 1)
                    << int(policy) << exclusive;
            }
            if (exclusive && policy != WritePolicy::FillEmpty) {
                EXPECT_EQ(in(0).last()->mask,
                          Mask::fromRect({5, 5, 20, 20}).subtracted(Mask::fromRect({1, 1, 10, 10})));
            }
            EXPECT_EQ(in(1).size(), 1) << "what a person rejected does not come back";
            while (!(stateOf(*open) == before)) {
                open->history().undo();
            }
        }
    }
}

TEST_F(FoldTest, WhatIsThereAlreadyIsNotAddedAgain) {
    const QString file = run({entry(0, {object(0, {1, 1, 5, 5})}), entry(1, {}), entry(2, {}), entry(3, {})});
    EXPECT_EQ(fold({file}).added, 1);
    const FoldReport again = fold({run({entry(0, {object(0, {1, 1, 5, 5})})})});
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.present, 1);
    EXPECT_EQ(in(0).size(), 1);
}

TEST_F(FoldTest, AnImageTakesARunOnce) {
    header.images = 2;
    const QString one = run({entry(0, {object(0, {1, 1, 5, 5})}), entry(2, {})}, {1, 2});
    const QString two = run({entry(1, {object(0, {1, 1, 5, 5})}), entry(3, {})}, {2, 2});
    EXPECT_EQ(fold({one}).added, 1);
    ASSERT_TRUE(open->flush());
    auto file = ProjectStore::open(open->file(), ProjectStore::Mode::ReadOnly);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(savedRuns(*file), 2) << "the marks are in the file, too";
    Edit remove;
    remove.image = image(0);
    remove.changes.push_back(RemoveAnnotation{*in(0)[0]});
    open->history().commit(std::move(remove));
    const FoldReport both = fold({one, two});
    EXPECT_EQ(both.foldedBefore, 2);
    EXPECT_EQ(both.added, 1);
    EXPECT_TRUE(in(0).isEmpty()) << "what a person deleted stays away";
    const ProjectState after = stateOf(*open);
    EXPECT_EQ(fold({two, one}).foldedBefore, 4);
    EXPECT_EQ(stateOf(*open), after);
    open->history().undo();
    open->history().undo();
    open->history().undo();
    EXPECT_EQ(fold({one, two}).added, 2) << "undo takes the mark back, too";
}

TEST_F(FoldTest, TheSamePlanMayBeRunAnew) {
    EXPECT_EQ(fold({run({entry(0, {object(0, {1, 1, 5, 5})})})}).added, 1);
    Edit remove;
    remove.image = image(0);
    remove.changes.push_back(RemoveAnnotation{*in(0)[0]});
    open->history().commit(std::move(remove));
    EXPECT_EQ(fold({run({entry(0, {object(0, {1, 1, 5, 5})})})}).added, 1);
}

TEST_F(FoldTest, ReplacingTakesOnlyWhatNobodyHasLookedAt) {
    fold({run({entry(0, {object(0, {1, 1, 5, 5}), object(0, {20, 1, 5, 5}), object(0, {30, 1, 5, 5})})})});
    // A person accepts one of them, and says something else of another.
    Edit tell;
    tell.image = image(0);
    tell.changes.push_back(SetEffort{in(0)[2]->id, in(0)[2]->effort, {99, 1, 1}});
    open->history().commit(std::move(tell));
    Edit accept;
    accept.image = image(0);
    Fields after = in(0)[1]->fields;
    after.state = State::Accepted;
    accept.changes.push_back(SetFields{in(0)[1]->id, in(0)[1]->fields, after});
    open->history().commit(std::move(accept));
    header.plan.write = WritePolicy::ReplaceAuto;
    const FoldReport report = fold({run({entry(0, {object(0, {1, 20, 5, 5})})})});
    EXPECT_EQ(report.replaced, 1);
    ASSERT_EQ(in(0).size(), 3);
    EXPECT_EQ(in(0)[0]->mask, Mask::fromRect({20, 1, 5, 5}));
    EXPECT_EQ(in(0)[1]->mask, Mask::fromRect({30, 1, 5, 5}));
    EXPECT_EQ(in(0)[2]->mask, Mask::fromRect({1, 20, 5, 5}));
}

TEST_F(FoldTest, FillingEmptyImagesLeavesTheOthers) {
    person(0, {1, 1, 10, 10});
    header.plan.write = WritePolicy::FillEmpty;
    const FoldReport report =
        fold({run({entry(0, {object(0, {20, 20, 5, 5})}), entry(1, {object(0, {20, 20, 5, 5})})})});
    EXPECT_EQ(report.skippedImages, 1);
    EXPECT_EQ(in(0).size(), 1);
    EXPECT_EQ(in(1).size(), 1);
}

TEST_F(FoldTest, ShardsInAnyOrderGiveWhatOneFileGives) {
    const std::vector<RunEntry> all{entry(0, {object(0, {1, 1, 5, 5})}), entry(1, {object(1, {2, 1, 5, 5})}),
                                    entry(2, {object(0, {3, 1, 5, 5})}), entry(3, {object(1, {4, 1, 5, 5})})};
    fold({run(all)});
    std::vector<Mask> whole;
    for (int i = 0; i < 4; ++i) {
        whole.push_back(in(i).value(0)->mask);
    }
    const auto names = [this] {
        QStringList all;
        for (const Label& label : open->project().labels()) {
            all.append(label.name);
        }
        return all;
    };
    EXPECT_EQ(names(), QStringList({QStringLiteral("cup"), QStringLiteral("lid")}));
    open->history().undo();
    header.images = 2;
    const QString one = run({all[0], all[2]}, {1, 2});
    const QString two = run({all[1], all[3], all[3]}, {2, 2});
    const FoldReport missing = fold({two});
    EXPECT_EQ(missing.missing, QList<Shard>({{1, 2}}));
    open->history().undo();
    const FoldReport report = fold({two, one, two});
    EXPECT_TRUE(report.missing.isEmpty());
    EXPECT_EQ(report.unfinished, 0);
    EXPECT_EQ(report.added, 4);
    EXPECT_EQ(names(), QStringList({QStringLiteral("cup"), QStringLiteral("lid")})) << "the plan's order";
    EXPECT_LT(open->project().labels()[0].id.value, open->project().labels()[1].id.value);
    for (int i = 0; i < 4; ++i) {
        ASSERT_EQ(in(i).size(), 1);
        EXPECT_EQ(in(i)[0]->mask, whole[std::size_t(i)]);
    }
}

TEST_F(FoldTest, SaysWhatIsMissingFailedOrUnknown) {
    RunEntry failed = entry(1, {});
    failed.failure = QStringLiteral("The file is cut off.");
    RunEntry healed = entry(2, {});
    healed.failure = QStringLiteral("No memory.");
    const FoldReport report = fold({run({entry(0, {}), failed, healed, entry(2, {}), entry(9, {})})});
    EXPECT_EQ(report.failures, QStringList(QStringLiteral("1.png: The file is cut off.")));
    EXPECT_EQ(report.unknown, QStringList(QStringLiteral("9.png")));
    EXPECT_EQ(report.added, 0);
    header.images = 40;
    EXPECT_EQ(fold({run({entry(0, {})})}).unfinished, 39);
}

TEST_F(FoldTest, ResultsOfAPictureThatHasChangedAreNotUsed) {
    open->noteImageFacts(image(0), {80, 60}, QByteArray(32, 'h'));
    const FoldReport report =
        fold({run({entry(0, {object(0, {1, 1, 5, 5})}), entry(1, {object(0, {1, 1, 5, 5})})})});
    EXPECT_EQ(report.added, 1);
    ASSERT_EQ(report.failures.size(), 1);
    EXPECT_TRUE(report.failures[0].startsWith(QStringLiteral("0.png: the picture had another size")));
    EXPECT_TRUE(in(0).isEmpty());
}

TEST_F(FoldTest, TwoRunsAreNotMixed) {
    const QString first = run({entry(0, {})});
    header.id = QByteArray(32, 'c');
    const QString second = run({entry(1, {})});
    FoldReport report;
    const auto stored = [](ImageId) -> Result<std::vector<Annotation>> { return std::vector<Annotation>(); };
    const auto edit = foldRun(open->project(), stored, {first, second}, 1, report);
    ASSERT_FALSE(edit);
    EXPECT_EQ(edit.error().code, ErrorCode::InvalidArgument);
}

} // namespace
} // namespace core
