// SPDX-License-Identifier: Apache-2.0
#include "core/project/project.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace core {
namespace {

Annotation square(qint64 id, qint64 image, const QRect& rect, int z = 0) {
    Annotation annotation;
    annotation.id = {id};
    annotation.image = {image};
    annotation.fields.z = z;
    annotation.mask = Mask::fromRect(rect);
    return annotation;
}

/// Images 1 (loaded, one square) and 2 (not loaded).
class ProjectTest : public testing::Test {
protected:
    ProjectTest() {
        m_project.setContents(
            {{{3}, QStringLiteral("Car"), Qt::red, {}, 1}, {{4}, QStringLiteral("Person"), {}, {}, 0}},
            {{{1}, QStringLiteral("a"), {}, {}, false}, {{2}, QStringLiteral("b"), {}, {}, false}}, 20);
        m_project.setAnnotations({1}, {square(10, 1, {5, 5, 10, 10})});
        QObject::connect(&m_project, &Project::changed, &m_project,
                         [this](const ChangeEvent& event) { m_events.append(event); });
    }

    Project m_project;
    QList<ChangeEvent> m_events;
};

} // namespace

TEST_F(ProjectTest, oneEditIsOneEventWithTheUnionOfWhatChanged) {
    const PaintMask paint{
        {10}, MaskDelta(Mask::fromRect({14, 5, 4, 1})), MaskDelta(Mask::fromRect({14, 5, 4, 3}))};
    m_project.apply({{}, {1}, {}, {paint, AddAnnotation{square(11, 1, {100, 0, 1, 1})}, paint}});
    ASSERT_EQ(m_events.size(), 1);
    EXPECT_EQ(m_events[0].image, ImageId{1});
    EXPECT_EQ(m_events[0].annotations, (QList<AnnotationId>{{10}, {11}}));
    EXPECT_EQ(m_events[0].dirty, QRect(14, 0, 87, 8));
    EXPECT_FALSE(m_events[0].labels || m_events[0].images || m_events[0].loaded);
}

TEST_F(ProjectTest, paintingFlipsMaskAndTouchedSeparately) {
    m_project.apply(
        {{},
         {1},
         {},
         {PaintMask{
             {10}, MaskDelta(Mask::fromRect({10, 5, 10, 10})), MaskDelta(Mask::fromRect({10, 5, 1, 1}))}}});
    EXPECT_EQ(m_project.annotation({10})->mask,
              Mask::fromRect({5, 5, 5, 10}).united(Mask::fromRect({15, 5, 5, 10})));
    EXPECT_EQ(m_project.annotation({10})->touched, Mask::fromRect({10, 5, 1, 1}));
}

TEST_F(ProjectTest, changesOfImagesThatAreNotLoadedTouchNoAnnotations) {
    m_project.apply(
        {{}, {2}, {}, {AddAnnotation{square(12, 2, {0, 0, 3, 3})}, SetLabel{m_project.labels()[0], {}}}});
    EXPECT_EQ(m_project.annotation({12}), nullptr);
    EXPECT_FALSE(m_project.isLoaded({2}));
    EXPECT_EQ(m_project.label({4}), nullptr);
    ASSERT_EQ(m_events.size(), 1);
    EXPECT_TRUE(m_events[0].annotations.isEmpty());
    EXPECT_TRUE(m_events[0].labels);
}

TEST_F(ProjectTest, anEventOfSeveralImagesNamesNone) {
    m_project.setAnnotations({2}, {});
    m_events.clear();
    m_project.apply(
        {{}, {}, {}, {RemoveAnnotation{square(10, 1, {})}, AddAnnotation{square(12, 2, {0, 0, 3, 3})}}});
    ASSERT_EQ(m_events.size(), 1);
    EXPECT_FALSE(m_events[0].image.isValid());
    EXPECT_EQ(m_events[0].annotations.size(), 2);
}

TEST_F(ProjectTest, listsLabelsByOrderAndFindsThemByName) {
    EXPECT_EQ(m_project.labels()[0].name, QStringLiteral("Person"));
    EXPECT_EQ(m_project.labelByName(QStringLiteral("cAR"))->id, LabelId{3});
    EXPECT_EQ(m_project.labelByName(QStringLiteral("ca")), nullptr);
    Label last = m_project.labels()[0];
    last.order = 9;
    m_project.apply({{}, {}, {}, {SetLabel{m_project.labels()[0], last}}});
    EXPECT_EQ(m_project.labels().size(), 2);
    EXPECT_EQ(m_project.labels()[1].id, LabelId{4});
}

TEST_F(ProjectTest, listsAnnotationsBottomToTop) {
    m_project.setAnnotations(
        {1}, {square(13, 1, {}, 1), square(12, 1, {}, 0), square(11, 1, {}, 1), square(14, 1, {}, -5)});
    QList<qint64> ids;
    const QList<const Annotation*> annotations = m_project.annotations({1});
    for (const Annotation* annotation : annotations)
        ids.append(annotation->id.value);
    EXPECT_EQ(ids, (QList<qint64>{14, 12, 11, 13}));
    EXPECT_EQ(m_project.annotation({10}), nullptr) << "replaced annotations are gone";
}

TEST_F(ProjectTest, aRemovedImageComesBackToItsPlaceButNotLoaded) {
    const ImageInfo image = m_project.images()[0];
    m_project.apply({{}, {}, {}, {SetImage{image, std::nullopt}}});
    EXPECT_EQ(m_project.imageIndex({1}), -1);
    EXPECT_EQ(m_project.imageIndex({2}), 0);
    EXPECT_EQ(m_project.annotation({10}), nullptr);
    m_project.apply({{}, {}, {}, {SetImage{std::nullopt, image}}});
    EXPECT_EQ(m_project.imageIndex({1}), 0);
    EXPECT_EQ(m_project.imageIndex({2}), 1);
    EXPECT_FALSE(m_project.isLoaded({1}));
}

TEST_F(ProjectTest, loadingAndUnloadingSaySo) {
    m_project.setAnnotations({2}, {square(12, 2, {0, 0, 1, 1})});
    m_project.unload({2});
    m_project.unload({2});
    ASSERT_EQ(m_events.size(), 2);
    EXPECT_TRUE(m_events[0].loaded && m_events[1].loaded);
    EXPECT_EQ(m_events[1].image, ImageId{2});
    EXPECT_EQ(m_project.annotation({12}), nullptr);
}

TEST_F(ProjectTest, freshIdsLieAboveEverythingSeen) {
    EXPECT_EQ(m_project.newLabelId(), LabelId{21});
    m_project.apply({{}, {1}, {}, {AddAnnotation{square(500, 1, {})}}});
    EXPECT_EQ(m_project.newAnnotationId(), AnnotationId{501});
    m_project.setAnnotations({2}, {square(700, 2, {})});
    EXPECT_EQ(m_project.newEditId(), EditId{701});
}

} // namespace core
