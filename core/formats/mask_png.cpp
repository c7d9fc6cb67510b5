// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_png.h"

#include "core/formats/dataset_builder.h"
#include "core/media/image_decoder.h"
#include "core/media/image_loader.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>

#include <map>

namespace core {
namespace {

constexpr int kFast = 80; // Qt's PNG writer: compression 2, which is quick and small enough

/// PNG only: whatever the bytes claim to be, no other decoder sees them.
QImage decoded(QIODevice& device, QString& why) {
    QImageReader reader(&device, "png");
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > kMaxPixels) {
        why = size.isValid() ? QStringLiteral("it is too large") : QStringLiteral("it is no PNG");
        return {};
    }
    raiseAllocationLimit();
    QImage image = reader.read();
    why = image.isNull() ? reader.errorString() : QString();
    return image;
}

int numberAt(const QImage& image, const uchar* line, int x) {
    return image.format() == QImage::Format_Grayscale16 ? reinterpret_cast<const quint16*>(line)[x] : line[x];
}

} // namespace

QByteArray pngBytes(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png", kFast);
    return bytes;
}

QByteArray maskPng(const Mask& mask, const QRect& box) {
    QImage image(box.size(), QImage::Format_Grayscale8);
    image.fill(Qt::black);
    mask.paint(image.bits(), image.bytesPerLine(), box, 1);
    return pngBytes(image);
}

Result<Mask> maskOfPng(const QByteArray& png, QPoint corner) {
    QByteArray bytes = png;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QString why;
    const QImage image = decoded(buffer, why).convertToFormat(QImage::Format_Grayscale8);
    if (image.isNull())
        return fail(ErrorCode::CorruptFile, QStringLiteral("A mask's picture can't be read: %1.").arg(why));
    return Mask::fromBitmap(image.constBits(), image.width(), image.height(), image.bytesPerLine())
        .translated(corner);
}

Result<QImage> numberImage(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1 can't be opened: %2.").arg(name, file.errorString()));
    QString why;
    QImage image = decoded(file, why);
    if (image.isNull())
        return unreadable(path, why);
    if (image.format() == QImage::Format_Mono || image.format() == QImage::Format_MonoLSB)
        image = image.convertToFormat(QImage::Format_Indexed8);
    if (image.format() != QImage::Format_Indexed8 && image.format() != QImage::Format_Grayscale8 &&
        image.format() != QImage::Format_Grayscale16)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("%1 holds colours, not numbers: write it as an indexed or grey PNG.").arg(name));
    return image;
}

std::vector<std::pair<int, Mask>> masksOfNumbers(const QImage& image) {
    std::map<int, std::vector<Mask::Span>> found;
    for (int y = 0; y < image.height(); ++y) {
        const uchar* line = image.constScanLine(y);
        for (int x = 0; x < image.width();) {
            const int number = numberAt(image, line, x);
            const int start = x;
            while (++x < image.width() && numberAt(image, line, x) == number) {
            }
            if (number != 0)
                found[number].push_back({y, start, x});
        }
    }
    std::vector<std::pair<int, Mask>> masks;
    masks.reserve(found.size());
    for (auto& [number, spans] : found)
        masks.emplace_back(number, Mask::fromSpans(std::move(spans)));
    return masks;
}

} // namespace core
