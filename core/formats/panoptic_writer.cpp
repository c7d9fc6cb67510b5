// SPDX-License-Identifier: Apache-2.0
#include "core/formats/held_text.h"
#include "core/formats/json_text.h"
#include "core/formats/mask_png.h"
#include "core/formats/panoptic.h"

#include <QImage>

#include <algorithm>

namespace core {
namespace {

struct Segment {
    const ExportInstance* instance;
    Mask mask; ///< what nothing lies on
};

/// In the order of the instances.
std::vector<Segment> segmentsOf(const ExportImage& image) {
    std::vector<Segment> segments;
    for (const ExportInstance& instance : image.instances)
        segments.push_back({&instance, {}});
    const std::vector<const ExportInstance*> order = image.upwards();
    Mask above;
    for (auto instance = order.rbegin(); instance != order.rend(); ++instance) {
        segments[std::size_t(*instance - image.instances.data())].mask = (*instance)->mask.subtracted(above);
        above = above.united((*instance)->mask);
    }
    return segments;
}

void paint(QImage& image, const Mask& mask, int number) {
    const QRgb color = qRgb(number & 255, number >> 8 & 255, number >> 16);
    for (const Mask::Span& span : mask.spans()) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(span.y));
        std::fill(line + span.x0, line + span.x1, color);
    }
}

QByteArray segmentText(const ExportPass& pass, const Segment& segment, int number) {
    const QRect box = segment.mask.boundingBox();
    return "{\"id\":" + QByteArray::number(number) +
           ",\"category_id\":" + QByteArray::number(pass.labels()[segment.instance->label].id.value) +
           ",\"area\":" + QByteArray::number(segment.mask.area()) + ",\"bbox\":[" +
           QByteArray::number(box.x()) + ',' + QByteArray::number(box.y()) + ',' +
           QByteArray::number(box.width()) + ',' + QByteArray::number(box.height()) +
           "],\"iscrowd\":" + (segment.instance->annotation.fields.crowd ? '1' : '0') + '}';
}

/// Writes the picture's PNG and gives the entry that belongs to it.
Result<QByteArray> annotationOf(ExportPass& pass, const ExportImage& image) {
    RETURN_IF_ERROR(fitsPng(image.name, image.size));
    QImage numbers(image.size, QImage::Format_RGB32);
    numbers.fill(Qt::black);
    QByteArray list;
    int number = 0;
    for (const Segment& segment : segmentsOf(image)) {
        if (segment.mask.isEmpty()) {
            pass.skipped(1);
            continue;
        }
        paint(numbers, segment.mask, ++number);
        list += (number > 1 ? ",\n" : "\n") + segmentText(pass, segment, number);
        pass.written(*segment.instance, segment.mask);
    }
    const QString name = image.stem + QStringLiteral(".png");
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("panoptic/") + name));
    RETURN_IF_ERROR(pass.out().write(pngBytes(numbers)));
    return "{\"image_id\":" + QByteArray::number(image.number) + ",\"file_name\":" + jsonString(name) +
           ",\"segments_info\":[" + list + "]}";
}

QByteArray categoryText(const Label& label) {
    const QColor color = label.color.isValid() ? label.color : QColor(Qt::white);
    return "{\"id\":" + QByteArray::number(label.id.value) + ",\"name\":" + jsonString(label.name) +
           ",\"supercategory\":\"\",\"isthing\":1,\"color\":[" + QByteArray::number(color.red()) + ',' +
           QByteArray::number(color.green()) + ',' + QByteArray::number(color.blue()) + "]}";
}

QByteArray imageText(const ExportEntry& image) {
    return "{\"id\":" + QByteArray::number(image.number) + ",\"file_name\":" + jsonString(image.name) +
           ",\"width\":" + QByteArray::number(image.size.width()) +
           ",\"height\":" + QByteArray::number(image.size.height()) + '}';
}

} // namespace

Status writePanoptic(ExportPass& pass) {
    HeldText annotations(pass.out());
    RETURN_IF_ERROR(pass.forEachImage([&](const ExportImage& image) -> Status {
        RETURN_IF_ERROR(pass.copyPicture(image, QStringLiteral("images/") + image.name));
        ASSIGN_OR_RETURN(const QByteArray annotation, annotationOf(pass, image));
        return annotations.add(annotation);
    }));
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("panoptic.json")));
    RETURN_IF_ERROR(pass.out().write("{\"categories\":["));
    // Categories first: by them the format is recognised.
    for (qsizetype i = 0; i < pass.labels().size(); ++i)
        RETURN_IF_ERROR(pass.out().write((i > 0 ? ",\n" : "\n") + categoryText(pass.labels()[i])));
    RETURN_IF_ERROR(pass.out().write("\n],\n\"images\":["));
    for (const ExportEntry& image : pass.images())
        RETURN_IF_ERROR(pass.out().write((image.number > 1 ? ",\n" : "\n") + imageText(image)));
    RETURN_IF_ERROR(pass.out().write("\n],\n\"annotations\":["));
    RETURN_IF_ERROR(annotations.writeTo(pass.out()));
    return pass.out().write("\n]}\n");
}

} // namespace core
