// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_decoder.h"

#include "core/media/heif_reader.h"
#include "core/media/image_loader.h"
#include "core/media/tiff_reader.h"
#include "core/media/truncation.h"

#include <QColorSpace>
#include <QIODevice>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <new>
#include <tuple>
#include <utility>

namespace core {
namespace {

tl::unexpected<Error> problem(ErrorCode code, const QString& message) {
    return fail(code, message);
}

tl::unexpected<Error> outOfMemory() {
    return problem(
        ErrorCode::OutOfMemory,
        QStringLiteral("needs more memory than there is. Close other programs, or cut it into tiles."));
}

/// The file as decoders read it, which ends once nobody wants the picture any more. No QBuffer: the bytes of
/// one are taken past read().
class Source : public QIODevice {
public:
    Source(const QByteArray& bytes, std::stop_token stop) : m_bytes(bytes), m_stop(std::move(stop)) {
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 to) override {
        if (to < 0 || to > m_bytes.size())
            return false;
        m_at = to;
        return QIODevice::seek(to);
    }

protected:
    qint64 readData(char* to, qint64 most) override {
        if (m_stop.stop_requested())
            return -1;
        const qint64 count = std::clamp<qint64>(m_bytes.size() - m_at, 0, most);
        std::memcpy(to, m_bytes.constData() + m_at, std::size_t(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    const QByteArray& m_bytes;
    std::stop_token m_stop;
    qint64 m_at = 0;
};

/// Opens a reader by content. SVG and other formats that are programs rather than pictures are never tried.
bool openReader(QImageReader& reader, Source& source) {
    reader.setDevice(&source);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    return reader.canRead() && imageFormats().contains(reader.format().toLower());
}

/// Formats that people have and Qt alone can't read, told by their first bytes.
bool isKnownButUnsupported(const QByteArray& bytes) {
    static constexpr std::array kStarts = {"8BPS", "\xff\x0a", "\x76\x2f\x31\x01", "<svg", "<?xml", "%PDF"};
    const bool other =
        std::any_of(kStarts.begin(), kStarts.end(), [&](const char* s) { return bytes.startsWith(s); });
    return other || bytes.mid(4, 4) == "JXL ";
}

tl::unexpected<Error> notReadable(const QByteArray& bytes) {
    if (bytes.isEmpty())
        return problem(ErrorCode::CorruptFile, QStringLiteral("is empty: it has 0 bytes. Copy it again."));
    if (isKnownButUnsupported(bytes))
        return problem(ErrorCode::Unsupported,
                       QStringLiteral("is in a format that can't be read here. Convert it to PNG or JPEG."));
    return problem(ErrorCode::CorruptFile, QStringLiteral("is not an image, or its beginning is damaged."));
}

Status checkPixels(QSize size) {
    const qint64 pixels = qint64(size.width()) * size.height();
    if (pixels <= kMaxPixels)
        return {};
    return problem(ErrorCode::Unsupported,
                   QStringLiteral("has %1 x %2 pixels, more than the %3 million that fit. Cut it into tiles.")
                       .arg(size.width())
                       .arg(size.height())
                       .arg(kMaxPixels / 1'000'000));
}

tl::unexpected<Error> readFailure(const QImageReader& reader, QSize size) {
    // Qt tells a failed allocation and a damaged file apart only on its error output.
    const qint64 bytes = qint64(size.width()) * size.height() * 8;
    if (bytes > qint64(QImageReader::allocationLimit()) << 20)
        return problem(
            ErrorCode::OutOfMemory,
            QStringLiteral("could not be decoded: it is damaged, or its %1 x %2 pixels need more memory "
                           "than there is.")
                .arg(size.width())
                .arg(size.height()));
    if (!size.isEmpty() && QImage(size, QImage::Format_RGB32).isNull())
        return outOfMemory();
    if (reader.error() == QImageReader::UnsupportedFormatError)
        return problem(
            ErrorCode::Unsupported,
            QStringLiteral("uses a variant of its format that can't be read here. Convert it to PNG."));
    return problem(ErrorCode::CorruptFile, QStringLiteral("is damaged or cut off. Copy it again."));
}

bool isDeep(const QImage& image) {
    return image.pixelFormat().redSize() > 8 || image.depth() > 32;
}

/// Deep pictures from microscopes and X-ray use a part of their range: shown linearly they are black.
Result<DecodedImage> shown(DeepImage samples) {
    DecodedImage result;
    result.deep = true;
    result.window = defaultWindow(samples);
    result.image = windowed(samples, result.window);
    if (result.image.isNull())
        return outOfMemory();
    result.samples = std::make_shared<const DeepImage>(std::move(samples));
    return result;
}

/// Of a 16-bit picture. Too many samples are shown and not kept.
Result<DecodedImage> shown(QImage image, qint64 maxSamples) {
    const int channels = image.format() == QImage::Format_Grayscale16 ? 1 : 3;
    if (qint64(image.width()) * image.height() * channels <= maxSamples) {
        DeepImage samples = deepImageOf(image);
        image = QImage();
        return shown(std::move(samples));
    }
    DecodedImage result;
    result.deep = true;
    std::tie(result.image, result.window) = windowedInBands(image);
    if (result.image.isNull())
        return outOfMemory();
    return result;
}

/// Colours as stored, whatever their transparency.
QImage opaque(QImage image) {
    if (image.colorCount() > 0) {
        QList<QRgb> colors = image.colorTable();
        for (QRgb& color : colors)
            color |= 0xff000000U;
        image.setColorTable(colors);
    }
    return std::move(image).convertToFormat(QImage::Format_RGB32);
}

Result<DecodedImage> decode(const QByteArray& bytes, const DecodeOptions& options) {
    raiseAllocationLimit();
    if (isHeif(bytes)) {
        ASSIGN_OR_RETURN(QImage image, readHeif(bytes));
        return DecodedImage{std::move(image), false, nullptr, {}};
    }
    ASSIGN_OR_RETURN(std::optional<DeepImage> samples, readDeepTiff(bytes, options));
    if (samples)
        return shown(*std::move(samples));
    Source source(bytes, options.stop);
    QImageReader reader;
    if (!openReader(reader, source))
        return notReadable(bytes);
    const QSize size = reader.size();
    RETURN_IF_ERROR(checkPixels(size));
    if (isCutOff(bytes, reader.format().toLower()))
        return problem(ErrorCode::CorruptFile,
                       QStringLiteral("is cut off: its end is missing. Copy it again."));
    QImage image = reader.read();
    if (image.isNull())
        return readFailure(reader, size);
    RETURN_IF_ERROR(checkPixels(image.size()));

    if (image.format() == QImage::Format_Grayscale16 || isDeep(image))
        return shown(std::move(image), options.maxSamples);
    DecodedImage result;
    result.image = opaque(std::move(image));
    if (result.image.isNull())
        return outOfMemory();
    result.image.setColorSpace(QColorSpace());
    return result;
}

} // namespace

void raiseAllocationLimit() {
    static std::once_flag once;
    std::call_once(once, [] { QImageReader::setAllocationLimit(int(kMaxPixels * 4 >> 20) + 64); });
}

QByteArrayList imageFormats() {
    static const QByteArrayList kFormats = [] {
        QByteArrayList formats = {"bmp", "gif", "jpeg", "jpg",  "pbm", "pgm",
                                  "png", "ppm", "tif",  "tiff", "webp"};
        const QByteArrayList known = QImageReader::supportedImageFormats();
        formats.removeIf([&known](const QByteArray& format) { return !known.contains(format); });
        formats << "heic"
                << "heif"
                << "avif";
        return formats;
    }();
    return kFormats;
}

Result<QSize> imageSizeOf(const QByteArray& beginning) {
    if (isHeif(beginning))
        return heifSize(beginning);
    Source source(beginning, {});
    QImageReader reader;
    if (!openReader(reader, source))
        return notReadable(beginning);
    const QSize size = reader.size();
    if (size.isEmpty())
        return problem(ErrorCode::CorruptFile, QStringLiteral("does not say how large it is."));
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90) ? size.transposed()
                                                                                     : size;
}

Result<DecodedImage> decodeImage(const QByteArray& bytes, const DecodeOptions& options) {
    try {
        Result<DecodedImage> decoded = decode(bytes, options);
        if (options.stop.stop_requested())
            return problem(ErrorCode::Cancelled, QStringLiteral("is not wanted any more."));
        return decoded;
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    }
}

} // namespace core
