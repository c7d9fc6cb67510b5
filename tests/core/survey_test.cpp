// SPDX-License-Identifier: Apache-2.0
#include "core/review/survey.h"

#include "core/project/history.h"

#include "tests/support/core/temp_project.h"

#include <QFile>

#include <gtest/gtest.h>

namespace core {
namespace {

TEST(Survey, EdgesNeedAPictureThatCanBeRead) {
    TempProject project;
    const AnnotationId id = project.addSquare();
    ASSERT_TRUE(project->flush());
    const ImageId image = project->project().annotation(id)->image;
    const QString picture = project.folder() + QStringLiteral("/seen.png");
    QImage gray(100, 100, QImage::Format_RGB32);
    gray.fill(Qt::gray);
    ASSERT_TRUE(gray.save(picture));
    const QString broken = project.folder() + QStringLiteral("/broken.png");
    QFile file(broken);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    const auto flatOf = [&](const QString& path) {
        const auto measures = surveyShapes(project.file(), {{{image.value + 1000}, path}, {image, path}});
        EXPECT_EQ(measures.size(), 1U) << "of an image that is not there comes nothing";
        return measures.empty() ? 0 : measures[0].flat;
    };
    EXPECT_EQ(flatOf(picture), 1) << "no edge anywhere";
    EXPECT_LT(flatOf(broken), 0);
    EXPECT_LT(flatOf(project.folder() + QStringLiteral("/missing.png")), 0);
    EXPECT_LT(flatOf({}), 0);
}

} // namespace
} // namespace core
