// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_segmentation.h"
#include "core/formats/held_text.h"
#include "core/formats/json_text.h"
#include "core/formats/saco.h"

#include <algorithm>
#include <map>

namespace core {
namespace {

constexpr int kDigits = 9;

QByteArray share(double value) {
    return QByteArray::number(value, 'g', kDigits);
}

QString phraseOf(const Label& label) {
    return label.asked().first();
}

/// The ids of an image's pairs by their phrases, which two labels can share.
std::map<QString, qint64> pairsOf(const ExportPass& pass, const ExportImage& image, qint64& last) {
    std::map<QString, qint64> pairs;
    for (const ExportInstance& instance : image.instances)
        pairs[phraseOf(pass.labels()[instance.label])] = 0;
    if (image.info->reviewed) {
        for (const Label& label : pass.labels())
            pairs[phraseOf(label)] = 0;
    }
    for (auto& [phrase, id] : pairs)
        id = ++last;
    return pairs;
}

/// Phrases have numbers, too: those of the first label that asks for them.
int numberOf(const QList<Label>& labels, const QString& phrase) {
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [&](const Label& label) { return phraseOf(label) == phrase; });
    return int(found - labels.begin());
}

QByteArray pairText(const ExportPass& pass, const ExportImage& image, const QString& phrase, qint64 id) {
    const QByteArray exhaustive = image.info->reviewed ? "1" : "0";
    return "{\"id\":" + QByteArray::number(id) + ",\"file_name\":" + jsonString(image.given) +
           ",\"text_input\":" + jsonString(phrase) + ",\"width\":" + QByteArray::number(image.size.width()) +
           ",\"height\":" + QByteArray::number(image.size.height()) + ",\"queried_category\":\"" +
           QByteArray::number(numberOf(pass.labels(), phrase)) +
           "\",\"is_instance_exhaustive\":" + exhaustive + ",\"is_pixel_exhaustive\":" + exhaustive + '}';
}

Status writeInstance(ExportPass& pass, const ExportImage& image, const ExportInstance& instance, qint64 pair,
                     qint64 id) {
    const QRect box = instance.mask.boundingBox();
    const double w = image.size.width(), h = image.size.height();
    pass.written(instance, instance.mask);
    return pass.out().write(
        (id > 1 ? ",\n" : "\n") + ("{\"id\":" + QByteArray::number(id)) +
        ",\"image_id\":" + QByteArray::number(pair) +
        ",\"category_id\":1,\"iscrowd\":" + (instance.annotation.fields.crowd ? '1' : '0') +
        ",\"area\":" + share(double(instance.mask.area()) / (w * h)) + ",\"bbox\":[" + share(box.x() / w) +
        ',' + share(box.y() / h) + ',' + share(box.width() / w) + ',' + share(box.height() / h) +
        "],\"segmentation\":" + cocoSegmentation(instance.mask, image.size, CocoShape::CompressedRle) +
        ",\"source\":\"" + (instance.annotation.origin == Origin::Hand ? "manual" : "model") + "\"}");
}

} // namespace

Status writeSaco(ExportPass& pass) {
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("sa-co.json")));
    RETURN_IF_ERROR(pass.out().write("{\"info\":{\"description\":\"SA-Co pairs exported by Maskwright\"},\n"
                                     "\"categories\":[{\"id\":1,\"name\":\"object\"}],\n\"annotations\":["));
    HeldText pairs(pass.out()); // so that the data is gone through once
    qint64 lastPair = 0, lastInstance = 0;
    RETURN_IF_ERROR(pass.forEachImage([&](const ExportImage& image) -> Status {
        const std::map<QString, qint64> ids = pairsOf(pass, image, lastPair);
        for (const auto& [phrase, id] : ids)
            RETURN_IF_ERROR(pairs.add(pairText(pass, image, phrase, id)));
        for (const ExportInstance& instance : image.instances) {
            const qint64 pair = ids.at(phraseOf(pass.labels()[instance.label]));
            RETURN_IF_ERROR(writeInstance(pass, image, instance, pair, ++lastInstance));
        }
        return {};
    }));
    RETURN_IF_ERROR(pass.out().write("\n],\n\"images\":["));
    RETURN_IF_ERROR(pairs.writeTo(pass.out()));
    return pass.out().write("\n]}\n");
}

} // namespace core
