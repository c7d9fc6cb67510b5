// SPDX-License-Identifier: Apache-2.0
#include "gui/icons.h"

#include "gui/models/annotation_model.h"

#include "tests/support/gui/tool_fixture.h"

#include <QPainter>

namespace {

TEST(Swatch, IsOneColourHoweverItIsDrawn) {
    const QColor color(10, 200, 30);
    const QIcon icon = gui::swatch(color);
    QImage all(20, 20, QImage::Format_RGB32);
    all.fill(color);
    EXPECT_EQ(icon.pixmap(20, 20).toImage().convertToFormat(QImage::Format_RGB32), all);
    QImage drawn(20, 20, QImage::Format_RGB32);
    drawn.fill(Qt::black);
    QPainter painter(&drawn);
    icon.paint(&painter, drawn.rect());
    painter.end();
    EXPECT_EQ(drawn, all);
}

class InstanceSwatchTest : public test::ToolFixture {};

TEST_F(InstanceSwatchTest, ARowShowsItsLabelsColour) {
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("cup"));
    auto* model = window->findChild<gui::AnnotationModel*>();
    ASSERT_NE(model, nullptr);
    ASSERT_EQ(model->rowCount({}), 1);
    const QModelIndex cell = model->index(0, gui::AnnotationModel::Label);
    const auto icon = model->data(cell, Qt::DecorationRole).value<QIcon>();
    EXPECT_EQ(icon.pixmap(8, 8).toImage().pixelColor(4, 4).rgb(),
              project().labelByName(QStringLiteral("cup"))->color.rgb());
}

} // namespace
