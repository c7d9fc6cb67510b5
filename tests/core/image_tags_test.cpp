// SPDX-License-Identifier: Apache-2.0
#include "core/project/image_tags.h"

#include "core/project/history.h"

#include "tests/support/core/temp_project.h"

#include <gtest/gtest.h>

namespace core {
namespace {

QString joined(const QStringList& tags) {
    return tags.join(QLatin1Char('|'));
}

} // namespace

TEST(ImageTags, areReadAsPeopleTypeThem) {
    EXPECT_EQ(joined(imageTags(QStringLiteral(" wet  road,night ,, Night,\tante"))),
              QStringLiteral("ante|night|wet road"));
    EXPECT_TRUE(imageTags(QStringLiteral(" , ")).isEmpty());
    EXPECT_EQ(joined(imageTags(QStringList{QStringLiteral("b,c"), QStringLiteral("a\nd")})),
              QStringLiteral("a d|b c"))
        << "a comma would make two of it in the file";
    EXPECT_EQ(imageTags(QString(5000, QLatin1Char('x'))).first().size(), kLongestTag);
    QStringList many;
    for (int i = 0; i < 5000; ++i)
        many << QString::number(i);
    EXPECT_EQ(imageTags(many).size(), kMostTags);
}

TEST(ImageTags, areAddedAndTakenAwayWhateverTheirCase) {
    const QStringList tags{QStringLiteral("Night"), QStringLiteral("rain")};
    EXPECT_EQ(joined(changedTags(tags, {QStringLiteral("NIGHT"), QStringLiteral("fog")}, {})),
              QStringLiteral("fog|Night|rain"));
    EXPECT_EQ(joined(changedTags(tags, {}, {QStringLiteral("night"), QStringLiteral("x")})),
              QStringLiteral("rain"));
    EXPECT_EQ(joined(changedTags(tags, {QStringLiteral("night")}, {QStringLiteral("NIGHT")})),
              QStringLiteral("night|rain"));
}

TEST(ImageTags, areKeptInTheFileAndUndoneAfterARestart) {
    TempProject project;
    const AnnotationId square = project.addSquare();
    const ImageInfo before = *project->project().image(project->project().annotation(square)->image);
    ImageInfo after = before;
    after.tags = imageTags(QStringLiteral("night, Straße"));
    project->history().commit({{}, {}, QStringLiteral("Tags"), {SetImage{before, after}}});
    project.reopen();
    EXPECT_EQ(project->project().image(before.id)->tags, after.tags);
    project->history().undo();
    EXPECT_TRUE(project->project().image(before.id)->tags.isEmpty());
    project.reopen();
    EXPECT_TRUE(project->project().image(before.id)->tags.isEmpty());
    project->history().redo();
    EXPECT_EQ(project->project().image(before.id)->tags, after.tags);
}

} // namespace core
