// SPDX-License-Identifier: Apache-2.0
#include "core/formats/center_rings.h"
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/formats/labelme.h"
#include "core/formats/mask_png.h"

namespace core {
namespace {

QByteArray point(QPoint p) {
    return '[' + QByteArray::number(p.x()) + ',' + QByteArray::number(p.y()) + ']';
}

/// What both programs have in a shape, apart from what it covers.
QByteArray shapeText(const ExportPass& pass, const ExportInstance& instance, qint64 group) {
    return "{\"label\":" + jsonString(pass.labels()[instance.label].name) +
           ",\"group_id\":" + (group > 0 ? QByteArray::number(group) : QByteArray("null")) +
           ",\"description\":" + jsonString(instance.annotation.source) + ",\"flags\":{},\"attributes\":" +
           attributesJson(pass.labels()[instance.label], instance.annotation) +
           (hasScore(instance.annotation) ? ",\"score\":" + jsonNumber(instance.annotation.score)
                                          : QByteArray());
}

QByteArray maskShape(const ExportPass& pass, const ExportInstance& instance) {
    const QRect box = instance.mask.boundingBox();
    return shapeText(pass, instance, instance.annotation.fields.group.value) +
           ",\"shape_type\":\"mask\",\"points\":[" + point(box.topLeft()) + ',' + point(box.bottomRight()) +
           "],\"mask\":\"" + maskPng(instance.mask, box).toBase64() + "\"}";
}

QByteArray polygonShape(const ExportPass& pass, const ExportInstance& instance, const QPolygon& ring,
                        qint64 group) {
    QByteArray text = shapeText(pass, instance, group) +
                      (hasScore(instance.annotation) ? QByteArray() : QByteArray(",\"score\":null")) +
                      ",\"difficult\":false,\"kie_linking\":[],\"shape_type\":\"polygon\",\"points\":[";
    for (qsizetype i = 0; i < ring.size(); ++i)
        text += (i > 0 ? "," : "") + point(ring[i]);
    return text + "]}";
}

QByteArray flagsOf(const ImageInfo& image) {
    QByteArray text = image.reviewed ? QByteArray("\"reviewed\":true") : QByteArray();
    for (const QString& tag : image.tags)
        text += (text.isEmpty() ? QByteArray() : QByteArray(",")) + jsonString(tag) + ":true";
    return '{' + text + '}';
}

Status writeImage(ExportPass& pass, const ExportImage& image, const char* version, const QByteArray& shapes) {
    RETURN_IF_ERROR(pass.copyPicture(image, image.name));
    RETURN_IF_ERROR(pass.out().begin(image.stem + QStringLiteral(".json")));
    return pass.out().write(QByteArray("{\"version\":\"") + version + "\",\"flags\":" + flagsOf(*image.info) +
                            ",\"shapes\":[" + shapes +
                            "\n],\"imagePath\":" + jsonString(image.name.section(QLatin1Char('/'), -1)) +
                            ",\"imageData\":null,\"imageHeight\":" + QByteArray::number(image.size.height()) +
                            ",\"imageWidth\":" + QByteArray::number(image.size.width()) + "}\n");
}

} // namespace

Status writeLabelme(ExportPass& pass) {
    return pass.forEachImage([&pass](const ExportImage& image) -> Status {
        QByteArray shapes;
        for (const ExportInstance* instance : image.upwards()) {
            RETURN_IF_ERROR(fitsPng(image.name, instance->mask.boundingBox().size()));
            shapes += (shapes.isEmpty() ? "\n" : ",\n") + maskShape(pass, *instance);
            pass.written(*instance, instance->mask);
        }
        return writeImage(pass, image, "5.7.0", shapes);
    });
}

Status writeXAnyLabeling(ExportPass& pass) {
    return pass.forEachImage([&pass](const ExportImage& image) {
        QByteArray shapes;
        qint64 groups = 0;
        for (const ExportInstance* instance : image.upwards()) {
            const std::vector<QPolygon> rings = centerRings(instance->mask);
            const qint64 group = rings.size() > 1 ? ++groups : 0;
            std::vector<Mask::Span> back;
            for (const QPolygon& ring : rings) {
                shapes += (shapes.isEmpty() ? "\n" : ",\n") + polygonShape(pass, *instance, ring, group);
                const Mask filled = maskOfFillPoly(ring, QRect(QPoint(0, 0), image.size));
                back.insert(back.end(), filled.spans().begin(), filled.spans().end());
            }
            pass.written(*instance, Mask::fromSpans(std::move(back)));
        }
        return writeImage(pass, image, "3.0.0", shapes);
    });
}

} // namespace core
