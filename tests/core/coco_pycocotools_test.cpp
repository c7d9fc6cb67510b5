// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_format.h"

#include "tests/core/coco_sample.h"
#include "tests/core/mask_random.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <gtest/gtest.h>

namespace core {
namespace {

/// The masks as plain bytes, in the order of the export; see tests/tools/coco_roundtrip.py.
void writeBitmaps(const SampleDataset& dataset, const QString& path) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    for (const ImageInfo& image : dataset.images) {
        for (const Annotation& annotation : dataset.annotations.at(image.id)) {
            const Bitmap bitmap = bitmapOf(annotation.mask, image.size.width(), image.size.height());
            const qint32 header[] = {qToLittleEndian(bitmap.width), qToLittleEndian(bitmap.height)};
            file.write(reinterpret_cast<const char*>(header), sizeof header);
            file.write(reinterpret_cast<const char*>(bitmap.pixels.data()), qint64(bitmap.pixels.size()));
        }
    }
}

class CocoReference : public testing::TestWithParam<bool> {};

/// COCO_PYTHON names the interpreter that has pycocotools; without it, python3.
TEST_P(CocoReference, pycocotoolsReadsEveryPixel) {
    std::mt19937 random(GetParam() ? 11 : 10);
    const SampleDataset dataset = randomDataset(random, 1000);
    QTemporaryDir folder;
    ExportOptions options;
    options.polygons = GetParam();
    ASSERT_TRUE(exportCoco(dataset.source(), folder.path(), options));
    const QString bitmaps = folder.filePath(QStringLiteral("masks.bin"));
    writeBitmaps(dataset, bitmaps);

    const QString python = qEnvironmentVariable("COCO_PYTHON", QStringLiteral("python3"));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python, {QStringLiteral(TEST_DATA_DIR "/../tools/coco_roundtrip.py"),
                           folder.filePath(QStringLiteral("annotations.json")), bitmaps});
    if (!process.waitForStarted())
        GTEST_SKIP() << "no Python interpreter; set COCO_PYTHON";
    ASSERT_TRUE(process.waitForFinished(120'000));
    const std::string output = process.readAll().toStdString();
    if (process.exitCode() == 77)
        GTEST_SKIP() << output;
    EXPECT_EQ(process.exitCode(), 0) << output;
    RecordProperty("pycocotools", output);
}

INSTANTIATE_TEST_SUITE_P(Shapes, CocoReference, testing::Bool(), [](const auto& shape) {
    return shape.param ? std::string("polygons") : std::string("compressedRle");
});

} // namespace
} // namespace core
