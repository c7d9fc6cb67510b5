// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_writer.h"
#include "core/formats/coco_extension.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/export_pass.h"
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/project/shape_facts.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

QByteArray listStart(const char* name) {
    return QByteArray(",\n\"") + name + "\":[";
}

Status writeImages(ExportPass& pass) {
    RETURN_IF_ERROR(pass.out().write(listStart("images")));
    for (const ExportEntry& image : pass.images()) {
        RETURN_IF_ERROR(pass.out().write(
            (image.number > 1 ? ",\n" : "\n") + ("{\"id\":" + QByteArray::number(image.number)) +
            ",\"file_name\":" + jsonString(image.given) +
            ",\"width\":" + QByteArray::number(image.size.width()) +
            ",\"height\":" + QByteArray::number(image.size.height()) + cocoTags(*image.info) + '}'));
    }
    return pass.out().write("\n]");
}

Status writeCategories(ExportPass& pass) {
    RETURN_IF_ERROR(pass.out().write(listStart("categories")));
    const char* comma = "\n";
    for (const Label& label : pass.labels()) {
        RETURN_IF_ERROR(pass.out().write(comma + ("{\"id\":" + QByteArray::number(label.id.value)) +
                                         ",\"name\":" + jsonString(label.name) + ",\"supercategory\":\"\"" +
                                         cocoDefinitions(label) + '}'));
        comma = ",\n";
    }
    return pass.out().write("\n]");
}

Status writeInstance(ExportPass& pass, const ExportImage& image, const ExportInstance& instance, qint64 id) {
    const Annotation& annotation = instance.annotation;
    const CocoShape shape = pass.options().polygons ? CocoShape::Polygons : CocoShape::CompressedRle;
    const QByteArray segmentation = cocoSegmentation(instance.mask, image.size, shape);
    // The text itself is read again, so the report counts what a reader gets and not what we meant to write.
    const auto parsed = nlohmann::json::parse(segmentation.begin(), segmentation.end(), nullptr,
                                              /*allow_exceptions=*/false);
    ASSIGN_OR_RETURN(const Mask readBack, maskOfCocoSegmentation(parsed, image.size));
    pass.written(instance, readBack);

    const QRect box = instance.mask.boundingBox();
    QByteArray text = id > 1 ? ",\n" : "\n";
    text += "{\"id\":" + QByteArray::number(id) + ",\"image_id\":" + QByteArray::number(image.number);
    text += ",\"category_id\":" + QByteArray::number(annotation.fields.label.value);
    text += ",\"segmentation\":" + segmentation + ",\"area\":" + QByteArray::number(instance.mask.area());
    text += ",\"bbox\":[" + QByteArray::number(box.x()) + ',' + QByteArray::number(box.y()) + ',' +
            QByteArray::number(box.width()) + ',' + QByteArray::number(box.height()) +
            "],\"iscrowd\":" + (annotation.fields.crowd ? '1' : '0');
    if (hasScore(annotation))
        text += ",\"score\":" + jsonNumber(annotation.score);
    const float byHand = shapeFacts(annotation.mask, annotation.touched).byHand;
    text += cocoExtension(annotation, pass.labels()[instance.label], byHand);
    return pass.out().write(text + '}');
}

} // namespace

Status writeCoco(ExportPass& pass) {
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("annotations.json")));
    RETURN_IF_ERROR(
        pass.out().write("{\n\"info\":{\"description\":\"Instances exported by Maskwright; sizes and masks "
                         "are those of the upright image\",\"version\":\"1.0\"}"));
    RETURN_IF_ERROR(writeImages(pass));
    RETURN_IF_ERROR(writeCategories(pass));
    RETURN_IF_ERROR(pass.out().write(listStart("annotations")));
    qint64 instances = 0;
    RETURN_IF_ERROR(pass.forEachImage([&](const ExportImage& image) -> Status {
        for (const ExportInstance& instance : image.instances)
            RETURN_IF_ERROR(writeInstance(pass, image, instance, ++instances));
        return {};
    }));
    return pass.out().write("\n]\n}\n");
}

} // namespace core
