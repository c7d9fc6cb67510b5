// SPDX-License-Identifier: Apache-2.0
#include "core/formats/loss_report.h"

#include "core/formats/format.h"
#include "tests/core/coco_sample.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {
namespace {

/// What is really lost, found by reading the written file: nothing of the exporter's own counting is used.
LossReport measured(const SampleDataset& dataset, const ImportedDataset& back) {
    LossReport report;
    report.images = int(back.images.size());
    report.instances = int(back.annotations.size());
    auto read = back.annotations.begin();
    for (const ImageInfo& image : dataset.images) {
        const auto list = dataset.annotations.find(image.id);
        if (list == dataset.annotations.end())
            continue;
        for (const Annotation& annotation : list->second) {
            const Mask visible = annotation.mask.clipped(QRect(QPoint(0, 0), image.size));
            if (annotation.fields.state == State::Rejected || visible.isEmpty()) {
                ++report.instancesSkipped;
                continue;
            }
            if (report.fieldsDropped.isEmpty() && read->fields.state != annotation.fields.state)
                report.fieldsDropped << QStringLiteral("review state");
            const Mask& mask = (read++)->mask;
            report.withHoles += annotation.mask.holesFilled() != annotation.mask;
            report.withParts += annotation.mask.parts().size() > 1;
            report.pixelsChanged +=
                mask.subtracted(annotation.mask).area() + annotation.mask.subtracted(mask).area();
        }
    }
    EXPECT_EQ(read, back.annotations.end());
    return report;
}

TEST(LossReport, countedBeforeWritingEqualsWhatIsReadBack) {
    std::mt19937 random(1);
    QTemporaryDir folder;
    for (const bool polygons : {false, true}) {
        SampleDataset dataset = randomDataset(random, 200);
        dataset.annotations[dataset.images[0].id][0].fields.state = State::Rejected;
        dataset.add(dataset.images[1].id, Mask());
        dataset.add(dataset.images[2].id, Mask::fromRect({-50, 0, 20, 20}));
        dataset.add(dataset.images[2].id, Mask::fromRect({-5, -5, 8, 8}));
        dataset.addImage(QStringLiteral("/data/none.png"), {5, 5});
        ExportOptions options;
        options.polygons = polygons;

        const Result<LossReport> before = cocoLosses(dataset.source(), options);
        const Result<LossReport> written = exportCoco(dataset.source(), folder.path(), options);
        const Result<ImportedDataset> back = importCoco(folder.filePath(QStringLiteral("annotations.json")));
        ASSERT_TRUE(before && written && back);
        EXPECT_EQ(*before, *written);
        EXPECT_EQ(*before, measured(dataset, *back));
        EXPECT_EQ(before->instancesSkipped, 3);
        EXPECT_GT(before->pixelsChanged, 0);
        EXPECT_FALSE(before->isLossless());
    }
}

TEST(LossReport, namesOnlyFieldsThatTheDataHas) {
    SampleDataset dataset = emptyDataset();
    const ImageId image = dataset.addImage(QStringLiteral("/a.png"), {10, 10});
    Annotation& annotation = dataset.add(image, Mask::fromRect({1, 1, 3, 3}));
    EXPECT_TRUE(cocoLosses(dataset.source())->fieldsDropped.isEmpty());
    EXPECT_TRUE(cocoLosses(dataset.source())->isLossless());
    annotation.fields.locked = true;
    annotation.fields.z = 2;
    dataset.labels[0].color = Qt::red;
    EXPECT_EQ(cocoLosses(dataset.source())->fieldsDropped.join(QStringLiteral(", ")),
              QStringLiteral("label colours, lock state"));
}

TEST(LossReport, annotationsWithoutAKnownLabelAreCounted) {
    SampleDataset dataset = emptyDataset();
    const ImageId image = dataset.addImage(QStringLiteral("/a.png"), {10, 10});
    dataset.add(image, Mask::fromRect({1, 1, 3, 3})).fields.label = LabelId{99};
    EXPECT_EQ(cocoLosses(dataset.source())->instancesSkipped, 1);
}

TEST(LossReport, imagesThatCannotBeReadAreNamed) {
    SampleDataset dataset = emptyDataset();
    const ImageId image = dataset.addImage(QStringLiteral("/nowhere/a.png"), QSize());
    dataset.add(image, Mask::fromRect({1, 1, 3, 3}));
    const Result<LossReport> report = cocoLosses(dataset.source());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->images, 0);
    EXPECT_EQ(report->instancesSkipped, 1);
    EXPECT_EQ(report->fieldsDropped, QStringList(QStringLiteral("1 images that could not be read")));
}

TEST(LossReport, sentencesTellOnlyWhatHappened) {
    LossReport report;
    report.images = 3;
    report.instances = 5;
    EXPECT_EQ(report.sentences().size(), 1);
    report.withHoles = 2;
    report.pixelsChanged = 7;
    report.fieldsDropped << QStringLiteral("lock state");
    EXPECT_EQ(report.sentences().size(), 4);
    EXPECT_EQ(report.sentences().last(), QStringLiteral("Not kept by this format: lock state."));
}

/// One thing that data can have, the name that a report has for it, and whether it came back.
struct Fact {
    const char* name;
    std::function<void(SampleDataset&)> give;
    std::function<bool(const ImportedDataset&)> cameBack;
};

std::vector<Fact> facts() {
    const auto first = [](SampleDataset& d) -> Annotation& { return d.annotations[d.images[0].id][0]; };
    const auto scored = [first](SampleDataset& d, State state) {
        first(d).origin = Origin::Run;
        first(d).score = 0.5F;
        first(d).fields.state = state;
    };
    return {
        {"scores", [=](SampleDataset& d) { scored(d, State::Auto); },
         [](const ImportedDataset& b) { return b.annotations[0].score == 0.5F; }},
        {"review state", [=](SampleDataset& d) { scored(d, State::Auto); },
         [](const ImportedDataset& b) { return b.annotations[0].fields.state == State::Auto; }},
        {"review state", [=](SampleDataset& d) { scored(d, State::Accepted); },
         [](const ImportedDataset& b) { return b.annotations[0].fields.state == State::Accepted; }},
        {"review state", [=](SampleDataset& d) { first(d).fields.state = State::Auto; },
         [](const ImportedDataset& b) { return b.annotations[0].fields.state == State::Auto; }},
        {"prompts and models", [=](SampleDataset& d) { first(d).source = QStringLiteral("red hat"); },
         [](const ImportedDataset& b) { return b.annotations[0].source == QStringLiteral("red hat"); }},
        {"prompts and models", [=](SampleDataset& d) { first(d).model = QStringLiteral("m1"); },
         [](const ImportedDataset& b) { return b.annotations[0].model == QStringLiteral("m1"); }},
        {"groups", [=](SampleDataset& d) { first(d).fields.group = GroupId{3}; },
         [](const ImportedDataset& b) { return b.annotations[0].fields.group.isValid(); }},
        {"stacking order", [=](SampleDataset& d) { first(d).fields.z = 2; },
         [](const ImportedDataset& b) { return b.annotations[0].fields.z == 2; }},
        {"marks of crowds", [=](SampleDataset& d) { first(d).fields.crowd = true; },
         [](const ImportedDataset& b) { return b.annotations[0].fields.crowd; }},
        {"times and effort", [=](SampleDataset& d) { first(d).created = 77; },
         [](const ImportedDataset& b) { return b.annotations[0].created == 77; }},
        {"attributes",
         [=](SampleDataset& d) {
             d.labels[0].attributes = {{{1}, QStringLiteral("kind"), AttributeType::Text}};
             first(d).fields.attributes = {{{1}, QStringLiteral("wet")}};
         },
         [](const ImportedDataset& b) {
             return b.annotations[0].fields.attributes.values().contains(QStringLiteral("wet"));
         }},
        {"tags of images", [](SampleDataset& d) { d.images[0].tags = {QStringLiteral("night")}; },
         [](const ImportedDataset& b) { return b.images[0].tags.size() == 1; }},
        {"reviewed marks of images", [](SampleDataset& d) { d.images[0].reviewed = true; },
         [](const ImportedDataset& b) { return b.images[0].reviewed; }},
    };
}

TEST(LossReport, namesExactlyWhatDoesNotComeBackInEveryFormat) {
    for (const Format& format : formats()) {
        for (const Fact& fact : format.read ? facts() : std::vector<Fact>()) {
            QTemporaryDir folder;
            const QString picture = folder.filePath(QStringLiteral("in/a.png"));
            QDir(folder.path()).mkpath(QStringLiteral("in"));
            QImage image(9, 9, QImage::Format_RGB32);
            image.fill(Qt::gray);
            ASSERT_TRUE(image.save(picture));
            SampleDataset dataset = emptyDataset();
            dataset.add(dataset.addImage(picture, {9, 9}), Mask::fromRect({1, 1, 3, 3}));
            fact.give(dataset);
            const QString out = folder.filePath(QStringLiteral("out"));
            const Result<LossReport> report = exportDataset(format, dataset.source(), out);
            ASSERT_TRUE(report) << report.error().message;
            const Result<ImportedDataset> back = importDataset(format, out);
            ASSERT_TRUE(back && back->annotations.size() == 1) << format.id.toStdString();
            EXPECT_NE(report->fieldsDropped.contains(QString::fromLatin1(fact.name)), fact.cameBack(*back))
                << format.id.toStdString() << ": " << fact.name;
        }
    }
}

} // namespace
} // namespace core
