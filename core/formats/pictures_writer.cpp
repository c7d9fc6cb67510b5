// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_paths.h"
#include "core/formats/held_text.h"
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/formats/mask_png.h"
#include "core/formats/pictures.h"
#include "core/mask/morphology.h"
#include "core/media/image_loader.h"

#include <QRegularExpression>

#include <algorithm>

namespace core {
namespace {

constexpr int kFill = 102;           // of 255: how much of the colour lies over the picture
constexpr int kSidesPerBorder = 400; // a border is one pixel for so many of the picture's longer side

/// Not decoded when only losses are counted.
Result<QImage> pictureOf(const ExportPass& pass, const ExportImage& image) {
    if (pass.isCounting())
        return QImage();
    ASSIGN_OR_RETURN(const LoadedImage loaded, loadImageFile(image.path));
    if (loaded.image.size() != image.size)
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("%1 has another size than when it was labelled; put the old picture back.")
                        .arg(image.name));
    return loaded.image;
}

QImage cutout(const QImage& picture, const Mask& mask) {
    const QRect box = mask.boundingBox();
    QImage cut(box.size(), QImage::Format_ARGB32);
    cut.fill(Qt::transparent);
    for (const Mask::Span& span : mask.spans()) {
        const auto* const from = reinterpret_cast<const QRgb*>(picture.constScanLine(span.y)) + span.x0;
        auto* const to = reinterpret_cast<QRgb*>(cut.scanLine(span.y - box.top())) + span.x0 - box.left();
        std::transform(from, from + (span.x1 - span.x0), to, [](QRgb color) { return color | 0xff000000U; });
    }
    return cut;
}

/// The folder of a label: nothing in its name leads anywhere or is refused by a disk.
QStringList foldersOf(const QList<Label>& labels) {
    static const QRegularExpression kRefused(QStringLiteral("[\\\\/:*?\"<>|]|^\\.+|[. ]+$"));
    DistinctStems stems;
    QStringList folders;
    for (const Label& label : labels) {
        const QString name = printable(label.name).replace(kRefused, QStringLiteral("_"));
        folders << stems.add(name.isEmpty() ? QStringLiteral("_") : name, {});
    }
    return folders;
}

QByteArray entryOf(const ExportPass& pass, const ExportImage& image, const ExportInstance& instance,
                   const QString& name) {
    const QRect box = instance.mask.boundingBox();
    QByteArray text = "{\"file_name\":" + jsonString(name) + ",\"image\":" + jsonString(image.given) +
                      ",\"label\":" + jsonString(pass.labels()[instance.label].name) + ",\"bbox\":[" +
                      QByteArray::number(box.x()) + ',' + QByteArray::number(box.y()) + ',' +
                      QByteArray::number(box.width()) + ',' + QByteArray::number(box.height()) +
                      "],\"area\":" + QByteArray::number(instance.mask.area());
    if (hasScore(instance.annotation))
        text += ",\"score\":" + jsonNumber(instance.annotation.score);
    return text + '}';
}

/// `pixel` under so much of `color`.
QRgb blended(QRgb pixel, QRgb color, int share) {
    const auto mix = [share](int a, int b) { return (a * (255 - share) + b * share + 127) / 255; };
    return qRgb(mix(qRed(pixel), qRed(color)), mix(qGreen(pixel), qGreen(color)),
                mix(qBlue(pixel), qBlue(color)));
}

void draw(QImage& picture, const Mask& mask, QRgb color, int share) {
    for (const Mask::Span& span : mask.spans()) {
        auto* const line = reinterpret_cast<QRgb*>(picture.scanLine(span.y));
        for (int x = span.x0; x < span.x1; ++x)
            line[x] = blended(line[x], color, share);
    }
}

void drawInstance(QImage& picture, const Mask& mask, const QColor& color) {
    const int border = std::max(1, std::max(picture.width(), picture.height()) / kSidesPerBorder);
    const QRgb rgb = color.isValid() ? color.rgb() : qRgb(255, 255, 255);
    const Mask inside = shrunk(mask, border);
    draw(picture, inside, rgb, kFill);
    draw(picture, mask.subtracted(inside), rgb, 255);
}

} // namespace

Status writeCutouts(ExportPass& pass) {
    const QStringList folders = foldersOf(pass.labels());
    HeldText list(pass.out());
    RETURN_IF_ERROR(pass.forEachImage([&](const ExportImage& image) -> Status {
        QImage picture;
        if (!image.instances.empty()) {
            ASSIGN_OR_RETURN(picture, pictureOf(pass, image));
        }
        int number = 0;
        for (const ExportInstance& instance : image.instances) {
            const QString name = folders[instance.label] + QLatin1Char('/') + image.stem + QLatin1Char('.') +
                                 QString::number(++number) + QStringLiteral(".png");
            RETURN_IF_ERROR(pass.out().begin(name));
            if (!pass.isCounting())
                RETURN_IF_ERROR(pass.out().write(pngBytes(cutout(picture, instance.mask))));
            RETURN_IF_ERROR(list.add(entryOf(pass, image, instance, name)));
            pass.written(instance, instance.mask);
        }
        return {};
    }));
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("cut-outs.json")));
    RETURN_IF_ERROR(pass.out().write("{\"cut_outs\":["));
    RETURN_IF_ERROR(list.writeTo(pass.out()));
    return pass.out().write("\n]}\n");
}

Status writeOverlays(ExportPass& pass) {
    return pass.forEachImage([&](const ExportImage& image) -> Status {
        ASSIGN_OR_RETURN(QImage picture, pictureOf(pass, image));
        for (const ExportInstance* const instance : image.upwards()) {
            if (!pass.isCounting())
                drawInstance(picture, instance->mask, pass.labels()[instance->label].color);
            pass.written(*instance, {});
        }
        RETURN_IF_ERROR(pass.out().begin(image.stem + QStringLiteral(".png")));
        return pass.isCounting() ? Status() : pass.out().write(pngBytes(picture));
    });
}

} // namespace core
