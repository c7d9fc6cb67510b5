// SPDX-License-Identifier: Apache-2.0
#include "core/formats/format.h"

#include "core/formats/coco_writer.h"
#include "core/formats/cvat.h"
#include "core/formats/datumaro.h"
#include "core/formats/davis.h"
#include "core/formats/export_pass.h"
#include "core/formats/geojson.h"
#include "core/formats/import_watch.h"
#include "core/formats/label_studio.h"
#include "core/formats/labelme.h"
#include "core/formats/mots.h"
#include "core/formats/panoptic.h"
#include "core/formats/pictures.h"
#include "core/formats/png_masks.h"
#include "core/formats/saco.h"
#include "core/formats/voc.h"
#include "core/formats/yolo.h"
#include "core/formats/youtube_vis.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace core {
namespace {

constexpr qint64 kStart = 1 << 16;

bool looksLikeCoco(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) &&
           (start.contains("\"images\"") || start.contains("\"annotations\"") ||
            start.contains("\"categories\""));
}

std::vector<Format> table() {
    using Place = Format::Place;
    // Where two recognise a file, the later one knows better: COCO's lists are in many dialects.
    return {
        {QStringLiteral("coco"), QStringLiteral("COCO"), Place::File, QStringLiteral("annotations.json"),
         KeepsInCoco, false, false, writeCoco, importCoco, looksLikeCoco},
        {QStringLiteral("coco-split"), QStringLiteral("COCO, parted for training"), Place::Folder,
         QStringLiteral("instances_*.json"), KeepsInCoco, true, true, writeCocoSplit, nullptr, nullptr},
        {QStringLiteral("labelme"), QStringLiteral("LabelMe"), Place::Folder, QStringLiteral("*.json"),
         KeepsScores | KeepsAttributes | KeepsGroups | KeepsTags | KeepsReviewed | KeepsPrompt, true, false,
         writeLabelme, importLabelme, looksLikeLabelme},
        {QStringLiteral("x-anylabeling"), QStringLiteral("X-AnyLabeling"), Place::Folder,
         QStringLiteral("*.json"), KeepsScores | KeepsAttributes | KeepsTags | KeepsReviewed | KeepsPrompt,
         true, false, writeXAnyLabeling, importLabelme, looksLikeXAnyLabeling},
        {QStringLiteral("yolo-segment"), QStringLiteral("YOLO segment"), Place::Folder,
         QStringLiteral("data.yaml"), 0, true, true, writeYoloSegment, importYolo, looksLikeYolo},
        {QStringLiteral("yolo-detect"), QStringLiteral("YOLO detect"), Place::Folder,
         QStringLiteral("data.yaml"), 0, true, true, writeYoloDetect, importYolo, looksLikeYolo},
        {QStringLiteral("png"), QStringLiteral("PNG masks"), Place::Folder, QStringLiteral("classes.json"),
         KeepsScores | KeepsCrowds, true, false, writePngMasks, importPngMasks, looksLikePngMasks},
        {QStringLiteral("voc"), QStringLiteral("Pascal VOC"), Place::Folder, QStringLiteral("*.xml"), 0, true,
         true, writeVoc, importVoc, looksLikeVoc},
        {QStringLiteral("cvat"), QStringLiteral("CVAT for images"), Place::File,
         QStringLiteral("annotations.xml"), KeepsAttributes | KeepsGroups | KeepsStacking | KeepsTags, false,
         false, writeCvat, importCvat, looksLikeCvat},
        {QStringLiteral("coco-panoptic"), QStringLiteral("COCO panoptic"), Place::Folder,
         QStringLiteral("panoptic.json"), KeepsCrowds | KeepsColors, true, false, writePanoptic,
         importPanoptic, looksLikePanoptic},
        {QStringLiteral("sa-co"), QStringLiteral("SA-Co"), Place::File, QStringLiteral("sa-co.json"),
         KeepsCrowds, false, false, writeSaco, importSaco, looksLikeSaco},
        {QStringLiteral("label-studio"), QStringLiteral("Label Studio"), Place::Folder,
         QStringLiteral("label-studio.json"), KeepsScores | KeepsAttributes | KeepsTags | KeepsReviewed,
         false, false, writeLabelStudio, importLabelStudio, looksLikeLabelStudio},
        {QStringLiteral("datumaro"), QStringLiteral("Datumaro"), Place::Folder, QStringLiteral("*.json"),
         KeepsScores | KeepsAttributes | KeepsGroups | KeepsStacking | KeepsCrowds | KeepsTags |
             KeepsReviewed,
         true, false, writeDatumaro, importDatumaro, looksLikeDatumaro},
        {QStringLiteral("geojson"), QStringLiteral("GeoJSON"), Place::Folder, QStringLiteral("*.geojson"),
         KeepsScores | KeepsAttributes, true, false, writeGeojson, importGeojson, looksLikeGeojson},
        {QStringLiteral("youtube-vis"), QStringLiteral("YouTube-VIS"), Place::File,
         QStringLiteral("youtube-vis.json"), KeepsCrowds, false, false, writeYoutubeVis, importYoutubeVis,
         looksLikeYoutubeVis},
        {QStringLiteral("davis"), QStringLiteral("DAVIS"), Place::Folder, QStringLiteral("*.png"),
         RenamesImages, true, true, writeDavis, importDavis, looksLikeDavis},
        {QStringLiteral("mots"), QStringLiteral("MOTS"), Place::Folder, QStringLiteral("*.txt"),
         RenamesImages, true, false, writeMots, importMots, looksLikeMots},
        {QStringLiteral("cut-outs"), QStringLiteral("Cut-outs"), Place::Folder,
         QStringLiteral("cut-outs.json"), KeepsScores, false, false, writeCutouts, nullptr, nullptr},
        {QStringLiteral("overlays"), QStringLiteral("Overlays"), Place::Folder, QStringLiteral("*.png"), 0,
         false, false, writeOverlays, nullptr, nullptr},
    };
}

/// InvalidArgument if a picture of the project lies in the folder, which is to be replaced as a whole. Such
/// are those of an export that was imported.
Status holdsNoPicture(const QString& folder, const ExportSource& source) {
    const QString place = QFileInfo(folder).canonicalFilePath() + QLatin1Char('/');
    if (place.size() == 1) // not there yet
        return {};
    QStringList pictures = source.others;
    for (const ImageInfo& image : source.images)
        pictures << (source.imagePath ? source.imagePath(image.id) : image.path);
    const auto found = std::find_if(pictures.begin(), pictures.end(), [&place](const QString& picture) {
        return QFileInfo(picture).canonicalFilePath().startsWith(place);
    });
    if (found == pictures.end())
        return {};
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("%1 holds pictures that the project uses, such as %2; choose another folder.")
                    .arg(QDir::toNativeSeparators(folder), QFileInfo(*found).fileName()));
}

QByteArray startOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kStart) : QByteArray();
}

const Format* recognised(const QString& path) {
    const QByteArray start = startOf(path);
    const auto found = std::find_if(formats().rbegin(), formats().rend(), [&](const Format& format) {
        return format.recognises && format.recognises(path, start);
    });
    return found == formats().rend() ? nullptr : &*found;
}

/// The file in `folder` or below it that a format names; empty if none is among the first thousand of that
/// name.
QString fileIn(const QString& folder, const Format& format) {
    constexpr int kMostTries = 1000;
    QDirIterator entries(folder, {format.file}, QDir::Files, QDirIterator::Subdirectories);
    for (int i = 0; i < kMostTries && entries.hasNext(); ++i) {
        QString path = entries.next();
        if (!format.recognises || format.recognises(path, startOf(path)))
            return path;
    }
    return {};
}

Result<ImportedDataset> readFrom(const Format& format, const QString& path) {
    if (!format.read)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("%1 are only written; import labels of another format.").arg(format.title));
    if (!QFileInfo(path).isDir())
        return format.read(path);
    const QString file = fileIn(path, format);
    if (file.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no %1 of %2 in %3.")
                                             .arg(format.file, format.title, QDir::toNativeSeparators(path)));
    // Where every file is a part of the data set, the folder is what is read.
    return format.read(format.file.startsWith(QLatin1Char('*')) ? path : file);
}

} // namespace

const std::vector<Format>& formats() {
    static const std::vector<Format> kFormats = table();
    return kFormats;
}

const Format* formatById(const QString& id) {
    const auto found = std::find_if(formats().begin(), formats().end(),
                                    [&id](const Format& format) { return format.id == id; });
    return found == formats().end() ? nullptr : &*found;
}

Result<const Format*> formatOf(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound,
                    QStringLiteral("There is nothing at %1.").arg(QDir::toNativeSeparators(path)));
    const Format* found = info.isDir() ? nullptr : recognised(path);
    for (auto format = formats().rbegin(); info.isDir() && !found && format != formats().rend(); ++format)
        found = format->read && !fileIn(path, *format).isEmpty() ? &*format : nullptr;
    if (!found)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("%1 does not look like labels of any known format; say which it is.")
                        .arg(QDir::toNativeSeparators(path)));
    return found;
}

Result<LossReport> exportLosses(const Format& format, const ExportSource& source,
                                const ExportOptions& options) {
    const std::unique_ptr<ExportSink> nowhere = noSink();
    ExportPass pass(source, options, *nowhere, format.keeps);
    RETURN_IF_ERROR(format.write(pass));
    return pass.report();
}

Result<LossReport> exportDataset(const Format& format, const ExportSource& source, const QString& folder,
                                 const ExportOptions& options) {
    std::unique_ptr<ExportSink> sink = fileSink(folder);
    if (format.place == Format::Place::Folder) {
        RETURN_IF_ERROR(holdsNoPicture(folder, source));
        ASSIGN_OR_RETURN(sink, folderSink(folder));
    }
    ExportPass pass(source, options, *sink, format.keeps);
    RETURN_IF_ERROR(format.write(pass));
    RETURN_IF_ERROR(sink->commit());
    return pass.report();
}

Result<ImportedDataset> importDataset(const Format& format, const QString& path,
                                      const ImportProgress& progress) {
    const ImportWatch watch(progress);
    Result<ImportedDataset> read = readFrom(format, path);
    if (!read && read.error().code == ErrorCode::Cancelled) // readers put the file's name before it
        return ImportWatch::cancelled();
    return read;
}
Result<LossReport> exportCoco(const ExportSource& source, const QString& folder,
                              const ExportOptions& options) {
    return exportDataset(formats().front(), source, folder, options);
}

Result<LossReport> cocoLosses(const ExportSource& source, const ExportOptions& options) {
    return exportLosses(formats().front(), source, options);
}

} // namespace core
