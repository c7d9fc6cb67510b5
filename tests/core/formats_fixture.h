// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/format.h"
#include "tests/core/coco_sample.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {

/// A folder with pictures, an export of them and what is read from it.
class FormatFixture : public testing::Test {
protected:
    QString out(const QString& name = {}) const { return m_folder.filePath(QStringLiteral("out/") + name); }
    QByteArray written(const char* name) const {
        QFile file(out(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString put(const char* name, const QByteArray& bytes) const {
        QString path = out(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    static const Format& format(const char* id) {
        const Format* const found = formatById(QString::fromLatin1(id));
        EXPECT_NE(found, nullptr) << id;
        return *found;
    }
    /// Gives every image of the set a picture of its size below the folder.
    void makePictures(SampleDataset& dataset) const {
        for (ImageInfo& image : dataset.images) {
            image.path = m_folder.filePath(QStringLiteral("in/") + image.path.section(QLatin1Char('/'), 3));
            QDir().mkpath(QFileInfo(image.path).path());
            QImage picture(image.size, QImage::Format_RGB32);
            picture.fill(Qt::gray);
            EXPECT_TRUE(picture.save(image.path));
        }
    }
    /// Writes and reads again; the reader must have nothing to complain about.
    ImportedDataset roundTrip(const char* id, const SampleDataset& dataset, LossReport& report,
                              const ExportOptions& options = {}) {
        const Result<LossReport> written = exportDataset(format(id), dataset.source(), out(), options);
        EXPECT_TRUE(written) << written.error().message;
        const Result<LossReport> counted = exportLosses(format(id), dataset.source(), options);
        EXPECT_TRUE(written && counted && *written == *counted) << "what was counted is what was written";
        report = written.value_or(LossReport());
        const Result<ImportedDataset> back = importDataset(format(id), out());
        EXPECT_TRUE(back) << back.error().message;
        return back.value_or(ImportedDataset());
    }
    QTemporaryDir m_folder;
};

/// The ends of the paths of what came back, so that images of both sides can be told: "p0" for ".../p0.png".
inline QString stemOf(const ImageInfo& image) {
    return QFileInfo(image.path).completeBaseName();
}

/// Pixels in which the instances of both sets differ, instance by instance in their order in each image; -1
/// if there are not equally many or a label has another name.
inline qint64 differingPixels(const SampleDataset& dataset, const ImportedDataset& back) {
    const auto nameOf = [](const QList<Label>& labels, LabelId id) {
        for (const Label& label : labels) {
            if (label.id == id)
                return label.name;
        }
        return QString();
    };
    const SampleDataset found = datasetOf(back);
    qint64 pixels = 0;
    for (const ImageInfo& image : dataset.images) {
        const auto wanted = dataset.annotations.find(image.id);
        const auto other = std::find_if(found.images.begin(), found.images.end(),
                                        [&](const ImageInfo& i) { return stemOf(i) == stemOf(image); });
        const std::vector<Annotation> none;
        const auto theirs =
            other == found.images.end() ? found.annotations.end() : found.annotations.find(other->id);
        const std::vector<Annotation>& a = wanted == dataset.annotations.end() ? none : wanted->second;
        const std::vector<Annotation>& b = theirs == found.annotations.end() ? none : theirs->second;
        if (a.size() != b.size())
            return -1;
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (nameOf(dataset.labels, a[i].fields.label) != nameOf(found.labels, b[i].fields.label))
                return -1;
            pixels += a[i].mask.exclusiveOr(b[i].mask).area();
        }
    }
    return pixels;
}

} // namespace core
