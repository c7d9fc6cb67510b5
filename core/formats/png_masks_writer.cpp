// SPDX-License-Identifier: Apache-2.0
#include "core/formats/json_text.h"
#include "core/formats/mask_png.h"
#include "core/formats/png_masks.h"

#include <QImage>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

constexpr std::size_t kMostNumbers = 65'535;
constexpr int kMostColors = 255;

void paint(QImage& image, const Mask& mask, int number) {
    for (const Mask::Span& span : mask.spans()) {
        auto* const line = image.scanLine(span.y);
        if (image.format() == QImage::Format_Grayscale16)
            std::fill(reinterpret_cast<quint16*>(line) + span.x0, reinterpret_cast<quint16*>(line) + span.x1,
                      quint16(number));
        else
            std::fill(line + span.x0, line + span.x1, uchar(number));
    }
}

QImage blank(QSize size, QImage::Format format) {
    QImage image(size, format);
    image.fill(0);
    return image;
}

Status writeNames(ExportPass& pass) {
    QByteArray text = "{\"classes\":[";
    for (qsizetype i = 0; i < pass.labels().size(); ++i)
        text += (i > 0 ? ",\n" : "\n") + ("{\"id\":" + QByteArray::number(i + 1)) +
                ",\"name\":" + jsonString(pass.labels()[i].name) + '}';
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("classes.json")));
    return pass.out().write(text + "\n]}\n");
}

QByteArray entryOf(const ExportInstance& instance, std::size_t number, int layer) {
    const Annotation& annotation = instance.annotation;
    QByteArray text = "{\"id\":" + QByteArray::number(number) + ",\"layer\":" + QByteArray::number(layer) +
                      ",\"class\":" + QByteArray::number(instance.label + 1) +
                      ",\"area\":" + QByteArray::number(instance.mask.area());
    if (annotation.origin != Origin::Hand && annotation.score != 1 && std::isfinite(annotation.score))
        text += ",\"score\":" + jsonNumber(annotation.score);
    if (annotation.fields.crowd)
        text += ",\"iscrowd\":1";
    return text + '}';
}

/// The number of the first layer, from 1, in which nothing lies under the mask.
int layerFor(const Mask& mask, std::vector<Mask>& layers) {
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const Mask& taken) { return taken.intersected(mask).isEmpty(); });
    const auto index = found - layers.begin();
    if (found == layers.end())
        layers.push_back(mask);
    else
        *found = found->united(mask);
    return int(index) + 1;
}

Status writeInstances(ExportPass& pass, const ExportImage& image) {
    std::vector<Mask> taken;
    std::vector<QImage> layers;
    QByteArray list;
    std::size_t number = 0;
    for (const ExportInstance& instance : image.instances) {
        if (number == kMostNumbers) {
            pass.skipped(1);
            continue;
        }
        const int layer = layerFor(instance.mask, taken);
        if (layer > int(layers.size()))
            layers.push_back(blank(image.size, QImage::Format_Grayscale16));
        paint(layers[std::size_t(layer - 1)], instance.mask, int(++number));
        list += (list.isEmpty() ? "\n" : ",\n") + entryOf(instance, number, layer);
        pass.written(instance, instance.mask);
    }
    if (layers.empty())
        layers.push_back(blank(image.size, QImage::Format_Grayscale16));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const QString folder =
            i == 0 ? QStringLiteral("instances/") : QStringLiteral("instances.%1/").arg(i + 1);
        RETURN_IF_ERROR(pass.out().begin(folder + image.stem + QStringLiteral(".png")));
        RETURN_IF_ERROR(pass.out().write(pngBytes(layers[i])));
    }
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("instances/") + image.stem + QStringLiteral(".json")));
    return pass.out().write("{\"image\":" + jsonString(image.name) + ",\"instances\":[" + list + "\n]}\n");
}

Status writeClasses(ExportPass& pass, const ExportImage& image) {
    const bool indexed = pass.labels().size() <= kMostColors;
    QImage classes = blank(image.size, indexed ? QImage::Format_Indexed8 : QImage::Format_Grayscale16);
    if (indexed) {
        QList<QRgb> colors{qRgb(0, 0, 0)};
        for (const Label& label : pass.labels())
            colors << (label.color.isValid() ? label.color.rgb() : qRgb(255, 255, 255));
        classes.setColorTable(colors);
    }
    std::vector<const ExportInstance*> order;
    for (const ExportInstance& instance : image.instances)
        order.push_back(&instance);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return a->annotation.fields.z < b->annotation.fields.z;
    });
    for (const ExportInstance* instance : order)
        paint(classes, instance->mask, instance->label + 1);
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("classes/") + image.stem + QStringLiteral(".png")));
    return pass.out().write(pngBytes(classes));
}

} // namespace

Status writePngMasks(ExportPass& pass) {
    RETURN_IF_ERROR(writeNames(pass));
    return pass.forEachImage([&pass](const ExportImage& image) -> Status {
        RETURN_IF_ERROR(pass.copyPicture(image, QStringLiteral("images/") + image.name));
        RETURN_IF_ERROR(writeInstances(pass, image));
        return writeClasses(pass, image);
    });
}

} // namespace core
