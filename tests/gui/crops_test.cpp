// SPDX-License-Identifier: Apache-2.0
#include "gui/models/crops.h"

#include "tests/support/gui/review_fixture.h"

#include <QSignalSpy>

namespace test {
namespace {

class CropsTest : public ReviewFixture {
protected:
    QImage cropOf(gui::Crops& crops, core::AnnotationId id) {
        const core::Annotation* a = project().annotation(id);
        const QRect box = a->mask.boundingBox();
        QImage crop;
        waitFor([&] { return !(crop = crops.of(id, a->image, box, 1)).isNull(); });
        return crop;
    }
    void paint(core::AnnotationId id, const QRect& rect) {
        const core::Mask before = project().annotation(id)->mask;
        core::Edit edit;
        edit.image = session().image();
        edit.changes.push_back(
            core::PaintMask{id, core::MaskDelta::between(before, core::Mask::fromRect(rect)), {}});
        session().commit(edit);
    }
};

TEST_F(CropsTest, AnEditWhileACropIsMadeIsInIt) {
    openPictures(1);
    const auto id = addFound(session().image(), 1)[0];
    gui::Crops crops(session());
    const QRect old = project().annotation(id)->mask.boundingBox();
    EXPECT_TRUE(crops.of(id, session().image(), old, 1).isNull()) << "it is being made";
    paint(id, {100, 100, 60, 40});
    QImage crop;
    QSignalSpy ready(&crops, &gui::Crops::ready);
    ASSERT_TRUE(waitFor([&] { return ready.count() > 0; }));
    crop = cropOf(crops, id);
    gui::Crops fresh(session());
    EXPECT_EQ(crop, cropOf(fresh, id));
    paint(id, {10, 10, 60, 40});
    EXPECT_NE(cropOf(crops, id), crop);
}

TEST_F(CropsTest, ALabelsNewColourIsShown) {
    openPictures(1);
    const auto id = addFound(session().image(), 1)[0];
    gui::Crops crops(session());
    const QImage before = cropOf(crops, id);
    core::Edit edit;
    core::Label label = project().labels().first();
    label.color = label.color == QColor(Qt::yellow) ? Qt::cyan : Qt::yellow;
    edit.changes.push_back(core::SetLabel{project().labels().first(), label});
    session().commit(edit);
    EXPECT_NE(cropOf(crops, id), before);
}

TEST_F(CropsTest, WhatLiesPartlyOutsideIsCutOutOfWhatThereIs) {
    openPictures(1);
    const auto id = addFound(session().image(), 1)[0];
    gui::Crops crops(session());
    paint(id, {-20, -20, 40, 40});
    const QImage crop = cropOf(crops, id);
    ASSERT_EQ(crop.size(), QSize(gui::Crops::kSide, gui::Crops::kSide));
    EXPECT_EQ(qAlpha(crop.pixel(2, 2)), 0) << "left of and above the picture";
    EXPECT_EQ(qAlpha(crop.pixel(48, 48)), 255);
}

} // namespace
} // namespace test
