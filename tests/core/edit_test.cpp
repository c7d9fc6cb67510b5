// SPDX-License-Identifier: Apache-2.0
#include "core/project/edit.h"

#include "tests/support/core/random_edits.h"
#include "tests/support/core/temp_project.h"

#include <gtest/gtest.h>

namespace core {
namespace {

Project& withImages(Project& project, int count) {
    QList<ImageInfo> images;
    for (int i = 1; i <= count; ++i)
        images.append({{i}, QString::number(i), {}, {}, false});
    project.setContents({}, images, count);
    for (const ImageInfo& image : images)
        project.setAnnotations(image.id, {});
    return project;
}

} // namespace

TEST(Edit, invertsEachChangeInReverseOrder) {
    Annotation annotation;
    annotation.id = {7};
    const Label label{{3}, QStringLiteral("car"), Qt::red, {}, 0};
    const PaintMask paint{{7}, MaskDelta(Mask::fromRect({0, 0, 2, 2})), {}};
    const Edit edit{
        {9},
        {2},
        QStringLiteral("x"),
        {AddAnnotation{annotation}, paint, SetFields{{7}, {}, {{3}}}, SetLabel{std::nullopt, label}}};
    const Edit expected{
        {9},
        {2},
        QStringLiteral("x"),
        {SetLabel{label, std::nullopt}, SetFields{{7}, {{3}}, {}}, paint, RemoveAnnotation{annotation}}};
    EXPECT_EQ(inverted(edit), expected);
    EXPECT_EQ(inverted(inverted(edit)), edit);
    EXPECT_EQ(highestId(edit), 9);
}

TEST(Edit, bytesGrowWithTheStrokeNotWithTheImage) {
    const auto stroke = [](int rows) {
        return bytesOf(
            {{}, {}, {}, {PaintMask{{1}, MaskDelta(Mask::fromRect({30000, 30000, 500, rows})), {}}}});
    };
    EXPECT_LT(stroke(40), 2000U);
    EXPECT_GE(stroke(4000) - stroke(40), 3900 * sizeof(Mask::Span));
    Edit named{{}, {}, QString(1000, QLatin1Char('x')), {}};
    EXPECT_GE(bytesOf(named), 2000U);
}

TEST(Edit, randomEditsUndoneInReverseRestoreEveryState) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        RandomEdits random(seed);
        Project project;
        withImages(project, 3);
        std::vector<Edit> edits;
        std::vector<ProjectState> states{stateOf(project)};
        for (int i = 0; i < 60; ++i) {
            edits.push_back(random.next(project));
            project.apply(edits.back());
            states.push_back(stateOf(project));
        }
        for (std::size_t i = edits.size(); i-- > 0;) {
            project.apply(inverted(edits[i]));
            ASSERT_EQ(stateOf(project), states[i]) << "seed " << seed << ", edit " << i;
        }
        for (std::size_t i = 0; i < edits.size(); ++i)
            project.apply(edits[i]);
        ASSERT_EQ(stateOf(project), states.back()) << "seed " << seed;
    }
}

} // namespace core
