// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_png.h"
#include "core/formats/split.h"
#include "core/formats/voc.h"
#include "core/formats/xml_text.h"
#include "core/project/attribute.h"

#include <QImage>

#include <algorithm>
#include <array>

namespace core {
namespace {

constexpr qsizetype kMost = 254; // 0 is the background, 255 the border that nobody decided

Status writeMap(ExportPass& pass, const QString& name, QSize size,
                const std::vector<std::pair<int, const Mask*>>& masks) {
    QImage image(size, QImage::Format_Indexed8);
    image.setColorTable(vocPalette());
    image.fill(0);
    for (const auto& [number, mask] : masks)
        mask->paint(image.bits(), image.bytesPerLine(), QRect(QPoint(0, 0), size), std::uint8_t(number));
    RETURN_IF_ERROR(pass.out().begin(name));
    return pass.out().write(pngBytes(image));
}

QByteArray element(const char* name, const QByteArray& text) {
    return QByteArray("<") + name + '>' + text + "</" + name + '>';
}

/// A yes-or-no attribute of that name, as 0 or 1.
QByteArray flag(const Label& label, const Annotation& annotation, const char* name) {
    for (const Attribute& attribute : label.attributes) {
        if (attribute.name == QLatin1String(name))
            return element(name,
                           annotation.fields.attributes.value(attribute.id) == attributeYes() ? "1" : "0");
    }
    return element(name, "0");
}

QByteArray objectText(const Label& label, const ExportInstance& instance) {
    const QRect box = instance.mask.boundingBox();
    const Annotation& annotation = instance.annotation;
    return "<object>" + element("name", xmlText(label.name)) + element("pose", "Unspecified") +
           flag(label, annotation, "truncated") + flag(label, annotation, "difficult") +
           flag(label, annotation, "occluded") + "\n<bndbox>" +
           element("xmin", QByteArray::number(box.left() + 1)) +
           element("ymin", QByteArray::number(box.top() + 1)) +
           element("xmax", QByteArray::number(box.right() + 1)) +
           element("ymax", QByteArray::number(box.bottom() + 1)) + "</bndbox></object>\n";
}

Status writeXml(ExportPass& pass, const ExportImage& image) {
    QByteArray text = "<annotation>" + element("folder", "JPEGImages") +
                      element("filename", xmlText(image.name)) + "<source>" +
                      element("database", "Maskwright") + "</source>\n<size>" +
                      element("width", QByteArray::number(image.size.width())) +
                      element("height", QByteArray::number(image.size.height())) + element("depth", "3") +
                      "</size>" + element("segmented", image.instances.empty() ? "0" : "1") + '\n';
    for (const ExportInstance& instance : image.instances)
        text += objectText(pass.labels()[instance.label], instance);
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("Annotations/") + image.stem + QStringLiteral(".xml")));
    return pass.out().write(text + "</annotation>\n");
}

Status writeMaps(ExportPass& pass, const ExportImage& image) {
    std::vector<std::size_t> order(image.instances.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto z = [&](std::size_t i) { return image.instances[i].annotation.fields.z; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return z(a) < z(b); });
    std::vector<std::pair<int, const Mask*>> objects, classes;
    Mask above;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        const ExportInstance& instance = image.instances[*i];
        pass.written(instance, instance.mask.subtracted(above));
        above = above.united(instance.mask);
    }
    for (const std::size_t i : order) {
        objects.emplace_back(int(i) + 1, &image.instances[i].mask);
        classes.emplace_back(image.instances[i].label + 1, &image.instances[i].mask);
    }
    const QString name = image.stem + QStringLiteral(".png");
    RETURN_IF_ERROR(writeMap(pass, QStringLiteral("SegmentationObject/") + name, image.size, objects));
    return writeMap(pass, QStringLiteral("SegmentationClass/") + name, image.size, classes);
}

Status writeLists(ExportPass& pass) {
    QByteArray map = "# label:color_rgb:parts:actions\nbackground:0,0,0::\n";
    const QList<QRgb> colors = vocPalette();
    for (qsizetype i = 0; i < pass.labels().size(); ++i) {
        const QRgb c = colors[i + 1];
        map += pass.labels()[i].name.toUtf8().replace(':', ' ') + ':' + QByteArray::number(qRed(c)) + ',' +
               QByteArray::number(qGreen(c)) + ',' + QByteArray::number(qBlue(c)) + "::\n";
    }
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("labelmap.txt")));
    RETURN_IF_ERROR(pass.out().write(map));
    const QList<Part> parts = splitOf(pass.images(), pass.options().split);
    for (const Part part : {Part::Train, Part::Val, Part::Test}) {
        QByteArray stems;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts[i] == part)
                stems += pass.images()[i].stem.toUtf8() + '\n';
        }
        if (stems.isEmpty())
            continue;
        RETURN_IF_ERROR(pass.out().begin(QStringLiteral("ImageSets/Segmentation/") + nameOf(part) +
                                         QStringLiteral(".txt")));
        RETURN_IF_ERROR(pass.out().write(stems));
    }
    return {};
}

} // namespace

QList<QRgb> vocPalette() {
    QList<QRgb> colors;
    for (unsigned i = 0; i < 256; ++i) {
        std::array<unsigned, 3> c{};
        for (unsigned bit = 0; bit < 8; ++bit)
            c.at(bit % 3) |= (i >> bit & 1U) << (7 - bit / 3);
        colors << qRgb(int(c[0]), int(c[1]), int(c[2]));
    }
    return colors;
}

Status writeVoc(ExportPass& pass) {
    const auto tooMany = [](const QString& what) {
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("%1, and Pascal VOC can number 254; export PNG masks instead, which have 16 bits.")
                .arg(what));
    };
    if (pass.labels().size() > kMost)
        return tooMany(QStringLiteral("There are %1 labels").arg(pass.labels().size()));
    RETURN_IF_ERROR(writeLists(pass));
    return pass.forEachImage([&](const ExportImage& image) -> Status {
        if (qsizetype(image.instances.size()) > kMost)
            return tooMany(QStringLiteral("%1 has %2 instances").arg(image.name).arg(image.instances.size()));
        RETURN_IF_ERROR(fitsPng(image.name, image.size));
        RETURN_IF_ERROR(pass.copyPicture(image, QStringLiteral("JPEGImages/") + image.name));
        RETURN_IF_ERROR(writeXml(pass, image));
        return writeMaps(pass, image);
    });
}

} // namespace core
