// SPDX-License-Identifier: Apache-2.0
#include "core/formats/center_rings.h"
#include "core/formats/json_text.h"
#include "core/formats/split.h"
#include "core/formats/yolo.h"

namespace core {
namespace {

constexpr int kDecimals = 7; // a hundredth of a pixel in the largest pictures

QByteArray share(double value, int whole) {
    return ' ' + QByteArray::number(value / whole, 'f', kDecimals);
}

QByteArray segmentLine(const ExportInstance& instance, QSize size, Mask& back) {
    QByteArray line = QByteArray::number(instance.label);
    // Half a pixel in: readers truncate, and rounded decimals must not fall short of the pixel.
    for (const QPoint p : joinedRing(instance.mask, back))
        line += share(p.x() + 0.5, size.width()) + share(p.y() + 0.5, size.height());
    return line + '\n';
}

QByteArray detectLine(const ExportInstance& instance, QSize size, Mask& back) {
    const QRect box = instance.mask.boundingBox();
    back = Mask::fromRect(box);
    return QByteArray::number(instance.label) + share(box.x() + box.width() / 2.0, size.width()) +
           share(box.y() + box.height() / 2.0, size.height()) + share(box.width(), size.width()) +
           share(box.height(), size.height()) + '\n';
}

Status writeConfig(ExportPass& pass, const QList<Part>& parts) {
    QByteArray text = "# Labels exported by Maskwright. Without a path, folders are relative to this file.\n";
    text += "train: images/train\nval: images/";
    text += parts.contains(Part::Val) ? "val\n" : "train\n";
    if (parts.contains(Part::Test))
        text += "test: images/test\n";
    text += "names:\n";
    for (qsizetype i = 0; i < pass.labels().size(); ++i)
        text += "  " + QByteArray::number(i) + ": " + jsonString(pass.labels()[i].name) + '\n';
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("data.yaml")));
    return pass.out().write(text);
}

using LineOf = QByteArray (*)(const ExportInstance&, QSize, Mask& back);

Status writeYolo(ExportPass& pass, LineOf lineOf) {
    const QList<Part> parts = splitOf(pass.images(), pass.options().split);
    RETURN_IF_ERROR(writeConfig(pass, parts));
    return pass.forEachImage([&](const ExportImage& image) -> Status {
        const QString part = nameOf(parts[image.number - 1]) + QLatin1Char('/');
        RETURN_IF_ERROR(pass.copyPicture(image, QStringLiteral("images/") + part + image.name));
        if (image.instances.empty() && !image.info->reviewed)
            return {};
        QByteArray text;
        for (const ExportInstance& instance : image.instances) {
            Mask back;
            text += lineOf(instance, image.size, back);
            pass.written(instance, back);
        }
        // The stem and not the name, whose suffix may be none.
        const QString labels =
            yoloLabelsOf(QStringLiteral("/images/") + part + image.stem + QLatin1Char('.'));
        RETURN_IF_ERROR(pass.out().begin(labels.mid(1)));
        return pass.out().write(text);
    });
}

} // namespace

QString yoloLabelsOf(const QString& picture) {
    QString path = picture.left(picture.lastIndexOf(QLatin1Char('.'))) + QStringLiteral(".txt");
    if (const qsizetype at = path.lastIndexOf(QStringLiteral("/images/")); at >= 0)
        path.replace(at, 8, QStringLiteral("/labels/"));
    return path;
}

Status writeYoloSegment(ExportPass& pass) {
    return writeYolo(pass, segmentLine);
}

Status writeYoloDetect(ExportPass& pass) {
    return writeYolo(pass, detectLine);
}

} // namespace core
