// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_png.h"

#include "core/formats/dataset_builder.h"
#include "core/mask/rle.h"
#include "core/media/image_decoder.h"
#include "core/media/image_loader.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>
#include <map>

namespace core {
namespace {

constexpr int kColorDepth = 32; // Qt decodes three or four channels of 8 bits into this
constexpr std::size_t kMostNumbers = 65'535;
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
    if (image.format() == QImage::Format_RGB32) {
        const QRgb color = reinterpret_cast<const QRgb*>(line)[x];
        return qRed(color) | qGreen(color) << 8 | qBlue(color) << 16;
    }
    return image.format() == QImage::Format_Grayscale16 ? reinterpret_cast<const quint16*>(line)[x] : line[x];
}

/// Whether the PNG has no palette: its header's kind of colours is 0.
bool isGrey(QFile& file) {
    constexpr qint64 kKind = 25;
    return file.seek(kKind) && file.read(1) == QByteArray(1, '\0');
}

/// The bits as numbers. Where there is no palette the decoder makes one, in an order of its own.
QImage oneBit(const QImage& image, bool grey) {
    if (!grey)
        return image.convertToFormat(QImage::Format_Indexed8);
    QImage numbers = image.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < numbers.height(); ++y) {
        uchar* const line = numbers.scanLine(y);
        std::transform(line, line + numbers.width(), line, [](uchar value) { return uchar(value > 0); });
    }
    return numbers;
}

Result<QImage> pngOf(QFile& file) {
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::NotFound,
            QStringLiteral("%1 can't be opened: %2.").arg(QFileInfo(file).fileName(), file.errorString()));
    QString why;
    QImage image = decoded(file, why);
    if (image.isNull())
        return unreadable(file.fileName(), why);
    return image;
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
    QImage image = decoded(buffer, why);
    if (image.isNull())
        return fail(ErrorCode::CorruptFile, QStringLiteral("A mask's picture can't be read: %1.").arg(why));
    if (image.format() != QImage::Format_Grayscale16) // whose low byte would be lost
        image = image.convertToFormat(QImage::Format_Grayscale8);
    ASSIGN_OR_RETURN(const auto masks, masksOfNumbers(image));
    std::vector<Mask::Span> spans;
    for (const auto& [number, mask] : masks)
        spans.insert(spans.end(), mask.spans().begin(), mask.spans().end());
    return Mask::fromSpans(std::move(spans)).translated(corner);
}

Status fitsPng(const QString& name, QSize size) {
    if (qint64(size.width()) * size.height() <= kMaxPixels)
        return {};
    return fail(ErrorCode::Unsupported,
                QStringLiteral("%1 is too large for a PNG of numbers, which can have %2 megapixels; export "
                               "COCO or CVAT instead.")
                    .arg(name)
                    .arg(kMaxPixels / 1'000'000));
}

Result<QImage> colorNumberImage(const QString& path) {
    QFile file(path);
    ASSIGN_OR_RETURN(const QImage image, pngOf(file));
    if (image.pixelFormat().colorModel() != QPixelFormat::RGB || image.depth() != kColorDepth)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("%1 holds no colours of 8 bits, which would be the numbers of segments.")
                        .arg(QFileInfo(path).fileName()));
    return image.convertToFormat(QImage::Format_RGB32);
}

Result<QImage> numberImage(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    ASSIGN_OR_RETURN(QImage image, pngOf(file));
    if (image.format() == QImage::Format_Mono || image.format() == QImage::Format_MonoLSB)
        image = oneBit(image, isGrey(file));
    if (image.format() != QImage::Format_Indexed8 && image.format() != QImage::Format_Grayscale8 &&
        image.format() != QImage::Format_Grayscale16)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("%1 holds colours, not numbers: write it as an indexed or grey PNG.").arg(name));
    return image;
}

Result<std::vector<std::pair<int, Mask>>> masksOfNumbers(const QImage& image) {
    std::map<int, std::vector<Mask::Span>> found;
    qint64 spans = 0;
    for (int y = 0; y < image.height(); ++y) {
        const uchar* line = image.constScanLine(y);
        for (int x = 0; x < image.width();) {
            const int number = numberAt(image, line, x);
            const int start = x;
            while (++x < image.width() && numberAt(image, line, x) == number) {
            }
            if (number == 0)
                continue;
            found[number].push_back({y, start, x});
            if (++spans > kMaxRleSpans || found.size() > kMostNumbers)
                return fail(
                    ErrorCode::CorruptFile,
                    QStringLiteral(
                        "A mask's picture has more runs of pixels or more numbers than any real one."));
        }
    }
    std::vector<std::pair<int, Mask>> masks;
    masks.reserve(found.size());
    for (auto& [number, spans] : found)
        masks.emplace_back(number, Mask::fromSpans(std::move(spans)));
    return masks;
}

} // namespace core
