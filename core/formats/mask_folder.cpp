// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_folder.h"

#include "core/formats/dataset_builder.h"
#include "core/formats/mask_png.h"
#include "core/media/image_loader.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QImageReader>
#include <QMap>

namespace core {
namespace {

QDirIterator masksIn(const QString& folder) {
    return {folder, {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories};
}

/// Finds the picture that a mask belongs to by its name.
class Pictures {
public:
    explicit Pictures(const QStringList& paths) {
        for (const QString& path : paths)
            m_byStem[QFileInfo(path).completeBaseName()].append(path);
    }

    /// Empty if there is none, or several that nothing tells apart.
    QString of(const QString& mask) const {
        QString stem = QFileInfo(mask).completeBaseName();
        for (const char* end : {"", "_mask", "-mask"}) {
            const QLatin1String suffix(end);
            if (!stem.endsWith(suffix) || !m_byStem.contains(stem.chopped(suffix.size())))
                continue;
            const QStringList& all = m_byStem[stem.chopped(suffix.size())];
            return all.size() == 1 ? all.first() : ofSameFolder(all, mask);
        }
        return {};
    }

private:
    static QString ofSameFolder(const QStringList& pictures, const QString& mask) {
        const QString folder = QFileInfo(mask).dir().dirName();
        QStringList same;
        for (const QString& picture : pictures)
            if (QFileInfo(picture).dir().dirName() == folder)
                same.append(picture);
        return same.size() == 1 ? same.first() : QString();
    }

    QHash<QString, QStringList> m_byStem;
};

class MaskFolderReader {
public:
    MaskFolderReader(const QString& folder, const QStringList& images)
        : m_folder(folder), m_pictures(images), m_builder(folder) {}

    Result<ImportedDataset> read() {
        QStringList files;
        for (QDirIterator entries = masksIn(m_folder.path()); entries.hasNext();)
            files.append(entries.next());
        files.sort();
        for (const QString& file : files)
            RETURN_IF_ERROR(readMask(file));
        ImportedDataset data = m_builder.take();
        if (data.annotations.empty())
            return fail(ErrorCode::NotFound,
                        QStringLiteral("There are no masks in %1 that fit the project's pictures.%2")
                            .arg(QDir::toNativeSeparators(m_folder.path()),
                                 data.warnings.isEmpty() ? QString() : QLatin1Char(' ') + data.warnings[0]));
        if (m_numbers.size() == 1 && data.labels.size() == 1)
            data.labels[0].name = QStringLiteral("object");
        return data;
    }

private:
    Status readMask(const QString& file) {
        const QString name = m_folder.relativeFilePath(file);
        const QString picture = m_pictures.of(file);
        if (picture.isEmpty()) {
            m_builder.warnings().add(QStringLiteral("%1 masks have no picture of their name."), name);
            return {};
        }
        const Result<QImage> numbers = numberImage(file);
        if (!numbers) {
            m_builder.warnings().add(QStringLiteral("%1 files are no masks of numbers."), name);
            return {};
        }
        const Result<QSize> size = imageFileSize(picture);
        if (size && *size != numbers->size()) {
            m_builder.warnings().add(QStringLiteral("%1 masks have another size than their picture."), name);
            return {};
        }
        ASSIGN_OR_RETURN(const ImageId image, imageOf(picture, numbers->size()));
        auto masks = masksOfNumbers(*numbers);
        if (!masks)
            return unreadable(file, QStringLiteral("it has more runs of pixels than any real one"));
        for (auto& [number, mask] : *masks) {
            Annotation annotation;
            annotation.image = image;
            annotation.fields.label = labelOf(file, number);
            annotation.mask = std::move(mask);
            RETURN_IF_ERROR(m_builder.add(std::move(annotation), QFileInfo(file).size()));
        }
        return {};
    }

    Result<ImageId> imageOf(const QString& picture, QSize size) {
        if (m_images.contains(picture))
            return m_images[picture];
        // The whole path keeps two pictures of one name apart; the builder wants names inside the folder.
        ASSIGN_OR_RETURN(const ImageId id,
                         m_builder.addImage(QStringLiteral("%1").arg(m_images.size() + 1), size));
        m_builder.image(id).path = picture;
        m_images.insert(picture, id);
        return id;
    }

    LabelId labelOf(const QString& file, int number) {
        const QDir folder = QFileInfo(file).dir();
        if (folder != m_folder)
            return m_builder.label(folder.dirName());
        if (!m_numbers.contains(number))
            m_numbers.insert(number, m_builder.label(QStringLiteral("class %1").arg(number)));
        return m_numbers[number];
    }

    QDir m_folder;
    Pictures m_pictures;
    DatasetBuilder m_builder;
    QHash<QString, ImageId> m_images;
    QMap<int, LabelId> m_numbers;
};

} // namespace

bool isMaskFolder(const QString& folder, const QStringList& images) {
    constexpr int kEnough = 10;
    const Pictures pictures(images);
    int seen = 0;
    for (QDirIterator entries = masksIn(folder); seen < kEnough && entries.hasNext(); ++seen) {
        const QString file = entries.next();
        const QImage::Format format = QImageReader(file).imageFormat();
        const bool numbers = format == QImage::Format_Mono || format == QImage::Format_Indexed8 ||
                             format == QImage::Format_Grayscale8 || format == QImage::Format_Grayscale16;
        if (!numbers || images.contains(file) || pictures.of(file).isEmpty())
            return false;
    }
    return seen > 0;
}

Result<ImportedDataset> importMaskFolder(const QString& folder, const QStringList& images) {
    return MaskFolderReader(folder, images).read();
}

} // namespace core
