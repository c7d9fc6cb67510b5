// SPDX-License-Identifier: Apache-2.0
#include "tests/core/formats_fixture.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

class Pictures : public FormatFixture {
protected:
    /// A grey picture with a red column in it.
    void SetUp() override {
        m_dataset = emptyDataset();
        m_dataset.labels[0].color = Qt::blue;
        m_image = m_dataset.addImage(QStringLiteral("/data/set/a.png"), {8, 6});
        makePictures(m_dataset);
        QImage picture(m_dataset.images[0].path);
        for (int y = 0; y < 6; ++y)
            picture.setPixelColor(3, y, Qt::red);
        ASSERT_TRUE(picture.save(m_dataset.images[0].path));
    }
    LossReport write(const char* id) {
        const Result<LossReport> written = exportDataset(format(id), m_dataset.source(), out());
        const Result<LossReport> counted = exportLosses(format(id), m_dataset.source());
        EXPECT_TRUE(written && counted && *written == *counted) << written.error().message;
        return written.value_or(LossReport());
    }
    SampleDataset m_dataset;
    ImageId m_image;
};

TEST_F(Pictures, ACutOutIsTransparentWhereTheMaskIsNot) {
    m_dataset.add(m_image, Mask::fromRect({2, 1, 3, 2}).subtracted(Mask::fromRect({4, 2, 1, 1})));
    m_dataset.labels[0].name = QStringLiteral("../b/c");
    m_dataset.labels[1].name = QStringLiteral("..");
    m_dataset.add(m_image, Mask::fromRect({0, 0, 1, 1})).fields.label = LabelId{7};
    EXPECT_TRUE(write("cut-outs").isLossless());
    const auto root = nlohmann::json::parse(written("cut-outs.json").toStdString());
    ASSERT_EQ(root["cut_outs"].size(), 2U);
    EXPECT_EQ(root["cut_outs"][0]["file_name"], "__b_c/a.1.png");
    EXPECT_EQ(root["cut_outs"][1]["file_name"], "_/a.2.png") << "no name leads out of the folder";
    EXPECT_EQ(root["cut_outs"][0]["bbox"], nlohmann::json::parse("[2,1,3,2]"));
    const QImage cut(out(QStringLiteral("__b_c/a.1.png")));
    ASSERT_EQ(cut.size(), QSize(3, 2));
    EXPECT_EQ(cut.pixelColor(1, 0), QColor(Qt::red));
    EXPECT_EQ(cut.pixelColor(0, 1), QColor(Qt::gray));
    EXPECT_EQ(cut.pixelColor(2, 1).alpha(), 0);
}

TEST_F(Pictures, AnOverlayHasTheColourInsideAndABorder) {
    m_dataset.add(m_image, Mask::fromRect({1, 1, 5, 4}));
    const LossReport report = write("overlays");
    EXPECT_EQ(report.pixelsChanged, 20) << "no reader gets a mask back";
    const QImage overlay(out(QStringLiteral("a.png")));
    ASSERT_EQ(overlay.size(), QSize(8, 6));
    EXPECT_EQ(overlay.pixelColor(1, 1), QColor(Qt::blue)) << "the border";
    EXPECT_EQ(overlay.pixelColor(3, 2), QColor(153, 0, 102)) << "two fifths of blue over red";
    EXPECT_EQ(overlay.pixelColor(0, 0), QColor(Qt::gray));
}

TEST_F(Pictures, APictureThatIsMissingOrAnotherIsNamed) {
    m_dataset.add(m_image, Mask::fromRect({1, 1, 2, 2}));
    for (const char* id : {"cut-outs", "overlays"}) {
        ASSERT_TRUE(QImage(4, 4, QImage::Format_RGB32).save(m_dataset.images[0].path));
        const Result<LossReport> other = exportDataset(format(id), m_dataset.source(), out());
        ASSERT_FALSE(other);
        EXPECT_TRUE(other.error().message.starts_with("a.png has another size")) << other.error().message;
        QFile::remove(m_dataset.images[0].path);
        const Result<LossReport> gone = exportDataset(format(id), m_dataset.source(), out());
        ASSERT_FALSE(gone);
        EXPECT_NE(gone.error().message.find("a.png"), std::string::npos) << gone.error().message;
        EXPECT_FALSE(QFileInfo::exists(out())) << "nothing is left behind";
    }
    EXPECT_FALSE(importDataset(format("overlays"), m_folder.path()));
}

} // namespace
} // namespace core
