// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_format.h"

#include <QTemporaryDir>

#include <QFile>

#include <cstdint>
#include <cstdlib>

/// Any bytes as a data set: read, or refused with a sentence; every mask that comes out lies inside its
/// image.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir kFolder;
    const QString path = kFolder.filePath(QStringLiteral("annotations.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    const core::Result<core::ImportedDataset> set = core::importCoco(path);
    if (!set) {
        if (set.error().message.empty() || set.error().message.back() != '.')
            std::abort();
        return 0;
    }
    for (const core::Annotation& annotation : set->annotations) {
        const core::ImageInfo& image = set->images.at(annotation.image.value - 1);
        const QRect bounds(QPoint(0, 0), image.size);
        if (!image.size.isEmpty() && annotation.mask.clipped(bounds) != annotation.mask)
            std::abort();
    }
    return 0;
}
