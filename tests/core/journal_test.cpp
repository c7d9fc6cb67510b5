// SPDX-License-Identifier: Apache-2.0
// Undo that survives closing: how far back it goes, and edits of unusual size.
#include "core/project/history.h"
#include "core/store/sqlite.h"

#include "tests/support/core/temp_project.h"

#include <cmath>

#include <gtest/gtest.h>

namespace core {
namespace {

/// What a round brush 40 pixels wide flips on a bent path of 200 pixels.
Mask brushPath(int start) {
    std::vector<Mask::Span> spans;
    for (int step = 0; step < 200; step += 5)
        for (int y = -20; y <= 20; ++y) {
            const int half = static_cast<int>(std::sqrt(400 - y * y));
            const int x = start % 400 + step;
            spans.push_back({y + start % 177 + step / 3, x - half, x + half + 1});
        }
    return Mask::fromSpans(std::move(spans));
}

/// Many instances of many small spans each; some tens of megabytes in the journal.
Edit import(Project& project, ImageId image, int instances) {
    Edit edit{{}, image, QStringLiteral("Import"), {}};
    std::vector<Mask::Span> spans;
    for (int y = 0; y < 6000; ++y)
        for (int x = 0; x < 8; ++x)
            spans.push_back({y, x * 40 + y % 17, x * 40 + y % 17 + 3 + y % 5});
    const Mask mask = Mask::fromSpans(std::move(spans));
    for (int i = 0; i < instances; ++i) {
        Annotation annotation;
        annotation.id = project.newAnnotationId();
        annotation.image = image;
        annotation.mask = mask;
        edit.changes.emplace_back(AddAnnotation{annotation});
    }
    return edit;
}

qint64 value(const TempProject& project, const char* sql) {
    return Database::open(project.file(), Database::Mode::ReadOnly)->integer(sql).value();
}

} // namespace

TEST(Journal, twelveHundredStrokesAreUndoneAfterARestart) {
    constexpr int kStrokes = 1200;
    TempProject project;
    const AnnotationId square = project.addSquare();
    const ImageId image = project->project().annotation(square)->image;
    const ProjectState before = stateOf(*project);
    for (int i = 0; i < kStrokes; ++i) {
        const Mask dabs = brushPath(i * 37);
        project->history().commit({{},
                                   image,
                                   QStringLiteral("Brush stroke"),
                                   {PaintMask{square, MaskDelta(dabs), MaskDelta(dabs)}}});
    }
    const ProjectState after = stateOf(*project);
    project.reopen();
    ASSERT_EQ(project->history().size(), kStrokes + 2U);
    ASSERT_TRUE(project->loadImage(image));
    for (int i = 0; i < kStrokes; ++i)
        project->history().undo();
    EXPECT_EQ(stateOf(*project), before);
    project.reopen();
    for (int i = 0; i < kStrokes; ++i)
        project->history().redo();
    EXPECT_EQ(stateOf(*project), after);
    std::printf("%d strokes: %.1f KB each in the journal, %.1f KB in memory\n", kStrokes,
                static_cast<double>(value(project, "SELECT avg(bytes) FROM edit")) / 1024,
                static_cast<double>(project->history().bytes()) / kStrokes / 1024);
}

TEST(Journal, anEditTooLargeForOneRowIsStillOneStep) {
    TempProject project;
    project.addSquare();
    const ImageId image = project->project().images().constFirst().id;
    const ProjectState before = stateOf(*project);
    project->history().commit(import(project->project(), image, 180));
    const ProjectState imported = stateOf(*project);
    project->history().commit(
        {{}, {}, {}, {SetLabel{{}, Label{project->project().newLabelId(), {}, {}, {}, 0}}}});
    project.reopen();
    EXPECT_GT(value(project, "SELECT count(*) FROM edit"), 6) << "the import takes several rows";
    ASSERT_EQ(project->history().size(), 4U);
    project->history().undo();
    EXPECT_EQ(stateOf(*project), imported);
    project->history().undo();
    EXPECT_EQ(stateOf(*project), before);
    project.reopen();
    ASSERT_EQ(project->history().cursor(), 2U);
    EXPECT_EQ(stateOf(*project), before);
    project->history().redo();
    EXPECT_EQ(stateOf(*project), imported);
    project.reopen();
    ASSERT_EQ(project->history().cursor(), 3U);
    while (project->history().canUndo())
        project->history().undo();
    EXPECT_EQ(stateOf(*project), ProjectState());
    project->addImages({QStringLiteral("other.png")});
    project.reopen();
    EXPECT_EQ(project->history().size(), 1U) << "what could be redone is gone, all rows of it";
    EXPECT_EQ(value(project, "SELECT count(*) FROM edit"), 1);
}

TEST(Journal, aDamagedPartEndsTheHistoryThereAndLosesNoWork) {
    TempProject project;
    project.addSquare();
    const ImageId image = project->project().images().constFirst().id;
    project->history().commit(import(project->project(), image, 180));
    const ProjectState imported = stateOf(*project);
    project.close();
    auto database = Database::open(project.file(), Database::Mode::ReadWrite);
    ASSERT_TRUE(database->execute("UPDATE edit SET payload = x'00' WHERE seq = 4"));
    project.reopen();
    EXPECT_EQ(stateOf(*project), imported);
    EXPECT_FALSE(project->history().canUndo()) << "half an edit is none";
}

} // namespace core
