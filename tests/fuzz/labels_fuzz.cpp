// SPDX-License-Identifier: Apache-2.0
#include "core/formats/format.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <array>
#include <cstdint>
#include <cstdlib>

namespace {

struct Place {
    const char* format;
    const char* file; ///< that the bytes become
    const char* read; ///< that is imported
};
constexpr std::array<Place, 19> kPlaces{{{"labelme", "a.json", "a.json"},
                                         {"x-anylabeling", "a.json", "a.json"},
                                         {"yolo-segment", "data.yaml", "data.yaml"},
                                         {"yolo-segment", "labels/a.txt", "data.yaml"},
                                         {"voc", "a.xml", "a.xml"},
                                         {"cvat", "annotations.xml", "annotations.xml"},
                                         {"png", "classes.json", "classes.json"},
                                         {"label-studio", "label-studio.json", "label-studio.json"},
                                         {"datumaro", "annotations/a.json", "annotations/a.json"},
                                         {"sa-co", "sa-co.json", "sa-co.json"},
                                         {"geojson", "a.geojson", "a.geojson"},
                                         {"coco-panoptic", "panoptic.json", "panoptic.json"},
                                         {"coco-panoptic", "panoptic/a.png", "panoptic.json"},
                                         {"png", "instances/a.json", "classes.json"},
                                         {"png", "instances/a.png", "classes.json"},
                                         {"youtube-vis", "youtube-vis.json", "youtube-vis.json"},
                                         {"davis", "Annotations/x/0.png", "Annotations/x/0.png"},
                                         {"mots", "instances_txt/x.txt", "instances_txt/x.txt"},
                                         {"coco", "a.json", "a.json"}}};

/// The format that MASKWRIGHT_FUZZ_FORMAT numbers, so that each can be given its own time; else that of the
/// first byte.
const Place& placeOf(std::uint8_t first) {
    static const char* const chosen =
        std::getenv("MASKWRIGHT_FUZZ_FORMAT"); // NOLINT(concurrency-mt-unsafe): one thread
    return kPlaces.at((chosen ? std::size_t(std::atoi(chosen)) : first) % kPlaces.size());
}

void write(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(bytes);
}

} // namespace

/// The first byte chooses the format, the rest is the file: read, or refused with a sentence; every mask that
/// comes out lies inside its image.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const Place& place = placeOf(data[0]);
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("data.yaml")), "train: images\nnames: [a]\n");
    write(
        folder.filePath(QStringLiteral("panoptic.json")),
        R"({"images":[{"id":1,"file_name":"a.png","width":8,"height":6}],"categories":[{"id":1,"name":"a"}],)"
        R"("annotations":[{"image_id":1,"file_name":"a.png","segments_info":[{"id":1,"category_id":1}]}]})");
    write(folder.filePath(QStringLiteral("classes.json")), R"({"classes":[{"id":1,"name":"a"}]})");
    write(folder.filePath(QStringLiteral("instances/a.json")),
          R"({"image":"a.png","instances":[{"id":1,"class":1}]})");
    QImage(8, 6, QImage::Format_Grayscale8).save(folder.filePath(QStringLiteral("instances/a.png")));
    QDir().mkpath(folder.filePath(QStringLiteral("images")));
    QImage(8, 6, QImage::Format_Grayscale8).save(folder.filePath(QStringLiteral("images/a.png")));
    write(folder.filePath(QString::fromLatin1(place.file)),
          QByteArray(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1)));
    const core::Format* const format = core::formatById(QString::fromLatin1(place.format));
    const auto set = core::importDataset(*format, folder.filePath(QString::fromLatin1(place.read)));
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
