// SPDX-License-Identifier: Apache-2.0
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/formats/mask_png.h"
#include "core/formats/png_masks.h"

#include <QHash>
#include <QImage>

#include <algorithm>
#include <map>

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
    if (hasScore(annotation))
        text += ",\"score\":" + jsonNumber(annotation.score);
    if (annotation.fields.crowd)
        text += ",\"iscrowd\":1";
    return text + '}';
}

/// The pixels that are taken in one layer, row by row, so that a mask is added in the time of its own spans.
class Layer {
public:
    bool hasRoomFor(const Mask& mask) const {
        return std::none_of(mask.spans().begin(), mask.spans().end(), [this](const Mask::Span& span) {
            const auto row = m_rows.constFind(span.y);
            if (row == m_rows.constEnd())
                return false;
            const auto after = row->lower_bound(span.x1); // the first that begins behind the span
            return after != row->begin() && std::prev(after)->second > span.x0;
        });
    }
    void add(const Mask& mask) {
        for (const Mask::Span& span : mask.spans())
            m_rows[span.y].emplace(span.x0, span.x1);
    }

private:
    QHash<int, std::map<int, int>> m_rows; ///< where each span ends, by where it begins
};

/// The layer of each instance, from 0: the first in which nothing lies under it.
std::vector<std::size_t> layersOf(const ExportImage& image, std::size_t count) {
    std::vector<Layer> layers;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        const Mask& mask = image.instances[i].mask;
        const auto found = std::find_if(layers.begin(), layers.end(),
                                        [&mask](const Layer& layer) { return layer.hasRoomFor(mask); });
        numbers.push_back(std::size_t(found - layers.begin()));
        if (found == layers.end())
            layers.emplace_back();
        layers[numbers.back()].add(mask);
    }
    return numbers;
}

/// Layer by layer, for an image of many layers is larger than any memory.
Status writeLayers(ExportPass& pass, const ExportImage& image, const std::vector<std::size_t>& layerOf) {
    std::vector<std::vector<std::size_t>> members(1); // an image without instances has one layer, too
    for (std::size_t i = 0; i < layerOf.size(); ++i) {
        members.resize(std::max(members.size(), layerOf[i] + 1));
        members[layerOf[i]].push_back(i);
    }
    for (std::size_t layer = 0; layer < members.size(); ++layer) {
        QImage numbers = blank(image.size, QImage::Format_Grayscale16);
        for (const std::size_t i : members[layer])
            paint(numbers, image.instances[i].mask, int(i) + 1);
        const QString folder =
            layer == 0 ? QStringLiteral("instances/") : QStringLiteral("instances.%1/").arg(layer + 1);
        RETURN_IF_ERROR(pass.out().begin(folder + image.stem + QStringLiteral(".png")));
        RETURN_IF_ERROR(pass.out().write(pngBytes(numbers)));
    }
    return {};
}

Status writeInstances(ExportPass& pass, const ExportImage& image) {
    const std::size_t count = std::min(image.instances.size(), kMostNumbers);
    pass.skipped(int(image.instances.size() - count));
    const std::vector<std::size_t> layers = layersOf(image, count);
    QByteArray list;
    for (std::size_t i = 0; i < count; ++i) {
        list += (i == 0 ? "\n" : ",\n") + entryOf(image.instances[i], i + 1, int(layers[i]) + 1);
        pass.written(image.instances[i], image.instances[i].mask);
    }
    RETURN_IF_ERROR(writeLayers(pass, image, layers));
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
    for (const ExportInstance* instance : image.upwards())
        paint(classes, instance->mask, instance->label + 1);
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("classes/") + image.stem + QStringLiteral(".png")));
    return pass.out().write(pngBytes(classes));
}

} // namespace

Status writePngMasks(ExportPass& pass) {
    RETURN_IF_ERROR(writeNames(pass));
    return pass.forEachImage([&pass](const ExportImage& image) -> Status {
        RETURN_IF_ERROR(fitsPng(image.name, image.size));
        RETURN_IF_ERROR(pass.copyPicture(image, QStringLiteral("images/") + image.name));
        RETURN_IF_ERROR(writeInstances(pass, image));
        return writeClasses(pass, image);
    });
}

} // namespace core
