// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/davis.h"
#include "core/formats/mask_png.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QImage>

#include <nlohmann/json.hpp>

namespace core {
namespace {

constexpr int kFirstVoid = 254;
constexpr qint64 kMaxBytes = 64 << 20;

/// The picture of a frame, which may have any suffix: "JPEGImages/480p/x/00000.jpg" for "Annotations/…png",
/// relative to `root`; the name with ".jpg" if none is there.
QString pictureOf(const QString& root, const QString& numbers) {
    QString stem = QDir(root).relativeFilePath(numbers);
    stem.replace(0, QStringLiteral("Annotations").size(), QStringLiteral("JPEGImages"));
    stem.chop(QStringLiteral(".png").size());
    const QFileInfo place(QDir(root).filePath(stem));
    const QStringList names =
        place.dir().entryList({place.fileName() + QStringLiteral(".*")}, QDir::Files, QDir::Name);
    return names.isEmpty() ? stem + QStringLiteral(".jpg")
                           : stem.section(QLatin1Char('/'), 0, -2) + QLatin1Char('/') + names.first();
}

class DavisReader {
public:
    explicit DavisReader(const QString& root) : m_root(root), m_builder(root) { readLabels(); }

    Status readFrame(const QString& path) {
        ASSIGN_OR_RETURN(const QImage numbers, numberImage(path));
        ASSIGN_OR_RETURN(const ImageId image, m_builder.addImage(pictureOf(m_root, path), numbers.size()));
        if (!image.isValid())
            return {};
        auto masks = masksOfNumbers(numbers);
        if (!masks)
            return unreadable(path, QString::fromStdString(masks.error().message));
        for (auto& [number, mask] : *masks) {
            if (number >= kFirstVoid) {
                m_builder.notUsed(QStringLiteral("areas that nobody decided"));
                continue;
            }
            const QString clip = QFileInfo(path).dir().dirName();
            Annotation annotation;
            annotation.image = image;
            annotation.fields.label =
                m_builder.label(m_labels.value({clip, number}, QStringLiteral("object")));
            annotation.fields.attributes = m_builder.attributes(annotation.fields.label, trackValue(number));
            annotation.mask = std::move(mask);
            RETURN_IF_ERROR(m_builder.add(std::move(annotation), 1000));
        }
        return {};
    }
    ImportedDataset take() { return m_builder.take(); }

private:
    /// Exports of ours say which label a number is; in others all are objects.
    void readLabels() {
        const auto bytes = bytesOf(QDir(m_root).filePath(QStringLiteral("labels.txt")), kMaxBytes);
        for (const QByteArray& line : bytes.value_or(QByteArray()).split('\n')) {
            const QStringList parts = QString::fromUtf8(line).split(QLatin1Char('\t'));
            if (parts.size() == 3)
                m_labels.insert({parts[0], parts[1].toInt()}, parts[2]);
        }
    }

    QString m_root;
    DatasetBuilder m_builder;
    QHash<std::pair<QString, int>, QString> m_labels;
};

} // namespace

Result<ImportedDataset> importDavis(const QString& path) {
    // A picture stands for its clip; the data set's folder is that above "Annotations".
    const QString below =
        QFileInfo(path).isDir() ? QDir(path).absolutePath() : QFileInfo(path).absolutePath();
    const qsizetype at = (below + QLatin1Char('/')).lastIndexOf(QStringLiteral("/Annotations/"));
    const QString root = at < 0 ? below : below.left(at);
    QStringList files;
    QDirIterator entries(at < 0 ? root + QStringLiteral("/Annotations") : below, {QStringLiteral("*.png")},
                         QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << entries.next();
    files.sort();
    if (files.isEmpty())
        return fail(
            ErrorCode::NotFound,
            QStringLiteral("There are no pictures of DAVIS below %1.").arg(QDir::toNativeSeparators(path)));
    DavisReader reader(root);
    for (const QString& file : std::as_const(files))
        RETURN_IF_ERROR(reader.readFrame(file));
    return reader.take();
}

bool looksLikeDavis(const QString& file, const QByteArray& start) {
    return start.startsWith("\x89PNG") && file.contains(QStringLiteral("/Annotations/"));
}

} // namespace core
