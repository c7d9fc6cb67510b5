// SPDX-License-Identifier: Apache-2.0
#include "core/formats/geojson.h"
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/mask/contour.h"

#include <QHash>

namespace core {
namespace {

/// The first point stands at the end again.
QByteArray ringText(const QPolygon& ring) {
    QByteArray text;
    for (qsizetype i = 0; i <= ring.size(); ++i) {
        const QPoint at = ring[i % ring.size()];
        text += (i > 0 ? ",[" : "[") + QByteArray::number(at.x()) + ',' + QByteArray::number(at.y()) + ']';
    }
    return '[' + text + ']';
}

/// Twice the area, positive for rings that go clockwise on the screen.
qint64 turningArea(const QPolygon& ring) {
    qint64 sum = 0;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        sum += qint64(a.x()) * b.y() - qint64(b.x()) * a.y();
    }
    return sum;
}

/// A ring that touches itself in a corner, as rings that touch nothing of themselves: other programs take no
/// others. Cut where a corner is met again.
std::vector<QPolygon> simpleRings(const QPolygon& ring) {
    std::vector<QPolygon> rings;
    QPolygon way;
    QHash<QPoint, qsizetype> places;
    for (const QPoint corner : ring) {
        if (const auto before = places.constFind(corner); before != places.constEnd()) {
            const qsizetype from = *before;
            rings.push_back(way.mid(from));
            for (const QPoint cut : rings.back())
                places.remove(cut);
            way.resize(from);
        }
        places.insert(corner, way.size());
        way << corner;
    }
    rings.push_back(way);
    return rings;
}

/// The ring around a part of 4-connected pixels touches itself only where it goes around something that is
/// not of the part: of its rings one is the outer, the others are holes.
QByteArray partText(const ContourPart& part) {
    QByteArray outer, holes;
    for (const QPolygon& ring : simpleRings(part.outer)) {
        if (turningArea(ring) > 0)
            outer = ringText(ring);
        else
            holes += ',' + ringText(ring);
    }
    for (const QPolygon& hole : part.holes) {
        for (const QPolygon& ring : simpleRings(hole))
            holes += ',' + ringText(ring);
    }
    return '[' + outer + holes + ']';
}

QByteArray featureText(const Label& label, const ExportInstance& instance) {
    const Annotation& annotation = instance.annotation;
    const QColor color = label.color.isValid() ? label.color : QColor(Qt::white);
    QByteArray parts;
    for (const ContourPart& part : contoursOf(instance.mask))
        parts += (parts.isEmpty() ? "" : ",") + partText(part);
    QByteArray text =
        "{\"type\":\"Feature\",\"properties\":{\"objectType\":\"annotation\",\"classification\":"
        "{\"name\":" +
        jsonString(label.name) + ",\"color\":[" + QByteArray::number(color.red()) + ',' +
        QByteArray::number(color.green()) + ',' + QByteArray::number(color.blue()) + "]}";
    if (hasScore(annotation))
        text += ",\"score\":" + jsonNumber(annotation.score);
    if (const QByteArray values = attributesJson(label, annotation); values != "{}")
        text += ",\"attributes\":" + values;
    return text + "},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[" + parts + "]}}";
}

} // namespace

Status writeGeojson(ExportPass& pass) {
    return pass.forEachImage([&pass](const ExportImage& image) -> Status {
        RETURN_IF_ERROR(pass.copyPicture(image, image.name));
        RETURN_IF_ERROR(pass.out().begin(image.stem + QStringLiteral(".geojson")));
        RETURN_IF_ERROR(pass.out().write(
            "{\"type\":\"FeatureCollection\",\"coordinate_space\":\"pixel-edge\",\"image\":{\"file_name\":" +
            jsonString(image.name.section(QLatin1Char('/'), -1)) +
            ",\"width\":" + QByteArray::number(image.size.width()) +
            ",\"height\":" + QByteArray::number(image.size.height()) + "},\n\"features\":["));
        const char* comma = "\n";
        for (const ExportInstance& instance : image.instances) {
            RETURN_IF_ERROR(pass.out().write(comma + featureText(pass.labels()[instance.label], instance)));
            pass.written(instance, instance.mask);
            comma = ",\n";
        }
        return pass.out().write("\n]}\n");
    });
}

} // namespace core
