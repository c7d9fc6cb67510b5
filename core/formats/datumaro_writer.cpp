// SPDX-License-Identifier: Apache-2.0
#include "core/formats/datumaro.h"
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/mask/rle.h"

namespace core {
namespace {

QByteArray categoriesOf(const QList<Label>& labels) {
    QByteArray list;
    for (const Label& label : labels) {
        QByteArray attributes;
        for (const Attribute& attribute : label.attributes)
            attributes += (attributes.isEmpty() ? "" : ",") + jsonString(attribute.name);
        list += (list.isEmpty() ? "\n" : ",\n") + ("{\"name\":" + jsonString(label.name)) +
                ",\"parent\":\"\",\"attributes\":[" + attributes + "]}";
    }
    return "{\"label\":{\"labels\":[" + list + "\n],\"label_groups\":[],\"attributes\":[]}}";
}

/// The object of attributes with what else Datumaro keeps there.
QByteArray attributesOf(const ExportPass& pass, const ExportInstance& instance) {
    QByteArray own = instance.annotation.fields.crowd ? QByteArray("\"is_crowd\":true") : QByteArray();
    if (hasScore(instance.annotation))
        own += (own.isEmpty() ? "" : ",") + ("\"score\":" + jsonNumber(instance.annotation.score));
    QByteArray all = attributesJson(pass.labels()[instance.label], instance.annotation);
    if (!own.isEmpty())
        all.insert(1, all == "{}" ? own : own + ',');
    return all;
}

QByteArray annotationText(const ExportPass& pass, const ExportImage& image, const ExportInstance& instance,
                          int id) {
    const Fields& fields = instance.annotation.fields;
    return "{\"id\":" + QByteArray::number(id) +
           ",\"type\":\"mask\",\"attributes\":" + attributesOf(pass, instance) +
           ",\"group\":" + QByteArray::number(fields.group.value) +
           ",\"label_id\":" + QByteArray::number(instance.label) +
           ",\"rle\":{\"counts\":" + jsonString(rleString(instance.mask, image.size)) + ",\"size\":[" +
           QByteArray::number(image.size.height()) + ',' + QByteArray::number(image.size.width()) +
           "]},\"z_order\":" + QByteArray::number(fields.z) + '}';
}

QByteArray itemAttributes(const ImageInfo& image) {
    QByteArray text = image.reviewed ? QByteArray("\"reviewed\":true") : QByteArray();
    for (const QString& tag : image.tags)
        text += (text.isEmpty() ? "" : ",") + jsonString(QStringLiteral("tag:") + tag) + ":true";
    return '{' + text + '}';
}

QByteArray itemText(ExportPass& pass, const ExportImage& image) {
    QByteArray list;
    int id = 0;
    for (const ExportInstance& instance : image.instances) {
        list += (list.isEmpty() ? "\n" : ",\n") + annotationText(pass, image, instance, ++id);
        pass.written(instance, instance.mask);
    }
    return "{\"id\":" + jsonString(image.stem) + ",\"attr\":" + itemAttributes(*image.info) +
           ",\"image\":{\"path\":" + jsonString(image.name) + ",\"size\":[" +
           QByteArray::number(image.size.height()) + ',' + QByteArray::number(image.size.width()) +
           "]},\"annotations\":[" + list + "]}";
}

} // namespace

Status writeDatumaro(ExportPass& pass) {
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("annotations/default.json")));
    RETURN_IF_ERROR(pass.out().write("{\"dm_format_version\":\"1.0\",\"media_type\":2,\"infos\":{},\n"
                                     "\"categories\":" +
                                     categoriesOf(pass.labels()) + ",\n\"items\":["));
    RETURN_IF_ERROR(pass.forEachImage([&pass](const ExportImage& image) -> Status {
        RETURN_IF_ERROR(pass.copyPicture(image, QStringLiteral("images/default/") + image.name));
        return pass.out().write((image.number > 1 ? ",\n" : "\n") + itemText(pass, image));
    }));
    return pass.out().write("\n]}\n");
}

} // namespace core
