// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_writer.h"
#include "core/formats/coco_extension.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/export_pass.h"
#include "core/formats/held_text.h"
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/formats/split.h"
#include "core/project/shape_facts.h"

#include <nlohmann/json.hpp>

#include <array>
#include <memory>

namespace core {
namespace {

QByteArray listStart(const char* name) {
    return QByteArray(",\n\"") + name + "\":[";
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

QByteArray imageText(const ExportEntry& image, const QString& fileName) {
    return "{\"id\":" + QByteArray::number(image.number) + ",\"file_name\":" + jsonString(fileName) +
           ",\"width\":" + QByteArray::number(image.size.width()) +
           ",\"height\":" + QByteArray::number(image.size.height()) + cocoTags(*image.info) + '}';
}

/// The file up to its annotations. `fileName`: that of an image, or none if it is not of this file.
Status writeHead(ExportPass& pass, const QString& file,
                 const std::function<QString(const ExportEntry&)>& fileName) {
    RETURN_IF_ERROR(pass.out().begin(file));
    RETURN_IF_ERROR(
        pass.out().write("{\n\"info\":{\"description\":\"Instances exported by Maskwright; sizes and masks "
                         "are those of the upright image\",\"version\":\"1.0\"}"));
    RETURN_IF_ERROR(pass.out().write(listStart("images")));
    const char* comma = "\n";
    for (const ExportEntry& image : pass.images()) {
        const QString name = fileName(image);
        if (name.isEmpty())
            continue;
        RETURN_IF_ERROR(pass.out().write(comma + imageText(image, name)));
        comma = ",\n";
    }
    RETURN_IF_ERROR(pass.out().write("\n]"));
    RETURN_IF_ERROR(writeCategories(pass));
    return pass.out().write(listStart("annotations"));
}

/// What stands for the instance in the list of annotations.
Result<QByteArray> instanceText(ExportPass& pass, const ExportImage& image, const ExportInstance& instance,
                                qint64 id) {
    const Annotation& annotation = instance.annotation;
    const CocoShape shape = pass.options().polygons ? CocoShape::Polygons : CocoShape::CompressedRle;
    const QByteArray segmentation = cocoSegmentation(instance.mask, image.size, shape);
    // The text itself is read again, so the report counts what a reader gets and not what we meant to write.
    const auto parsed = nlohmann::json::parse(segmentation.begin(), segmentation.end(), nullptr,
                                              /*allow_exceptions=*/false);
    ASSIGN_OR_RETURN(const Mask readBack, maskOfCocoSegmentation(parsed, image.size));
    pass.written(instance, readBack);

    const QRect box = instance.mask.boundingBox();
    QByteArray text = "{\"id\":" + QByteArray::number(id);
    text += ",\"image_id\":" + QByteArray::number(image.number);
    text += ",\"category_id\":" + QByteArray::number(annotation.fields.label.value);
    text += ",\"segmentation\":" + segmentation + ",\"area\":" + QByteArray::number(instance.mask.area());
    text += ",\"bbox\":[" + QByteArray::number(box.x()) + ',' + QByteArray::number(box.y()) + ',' +
            QByteArray::number(box.width()) + ',' + QByteArray::number(box.height()) +
            "],\"iscrowd\":" + (annotation.fields.crowd ? '1' : '0');
    if (hasScore(annotation))
        text += ",\"score\":" + jsonNumber(annotation.score);
    const float byHand = shapeFacts(annotation.mask, annotation.touched).byHand;
    text += cocoExtension(annotation, pass.labels()[instance.label], byHand);
    return text + '}';
}

} // namespace

Status writeCoco(ExportPass& pass) {
    RETURN_IF_ERROR(writeHead(pass, QStringLiteral("annotations.json"),
                              [](const ExportEntry& image) { return image.given; }));
    qint64 instances = 0;
    RETURN_IF_ERROR(pass.forEachImage([&](const ExportImage& image) -> Status {
        for (const ExportInstance& instance : image.instances) {
            ASSIGN_OR_RETURN(const QByteArray text, instanceText(pass, image, instance, ++instances));
            RETURN_IF_ERROR(pass.out().write((instances > 1 ? ",\n" : "\n") + text));
        }
        return {};
    }));
    return pass.out().write("\n]\n}\n");
}

Status writeCocoSplit(ExportPass& pass) {
    const QList<Part> parts = splitOf(pass.images(), pass.options().split);
    std::array<std::unique_ptr<HeldText>, 3> held; // all are written in one go through the data
    for (std::unique_ptr<HeldText>& text : held)
        text = std::make_unique<HeldText>(pass.out());
    qint64 instances = 0;
    RETURN_IF_ERROR(pass.forEachImage([&](const ExportImage& image) -> Status {
        const Part part = parts[image.number - 1];
        RETURN_IF_ERROR(pass.copyPicture(image, QStringLiteral("images/") + nameOf(part) + QLatin1Char('/') +
                                                    image.name));
        for (const ExportInstance& instance : image.instances) {
            ASSIGN_OR_RETURN(const QByteArray text, instanceText(pass, image, instance, ++instances));
            RETURN_IF_ERROR(held.at(std::size_t(part))->add(text));
        }
        return {};
    }));
    for (const Part part : {Part::Train, Part::Val, Part::Test}) {
        if (!parts.contains(part))
            continue;
        const QString file = QStringLiteral("annotations/instances_%1.json").arg(nameOf(part));
        RETURN_IF_ERROR(writeHead(pass, file, [&](const ExportEntry& image) {
            return parts[image.number - 1] == part ? image.name : QString();
        }));
        RETURN_IF_ERROR(held.at(std::size_t(part))->writeTo(pass.out()));
        RETURN_IF_ERROR(pass.out().write("\n]\n}\n"));
    }
    return {};
}

} // namespace core
