// SPDX-License-Identifier: Apache-2.0
#include "core/media/tiff_reader.h"

#include "core/media/image_loader.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <tiffio.h>

namespace core {
namespace {

constexpr tmsize_t kMaxAllocation = tmsize_t(1) << 30; ///< for one strip or tile
/// No compression that people use makes a picture smaller than this; a header that promises more is damaged,
/// and must not take the memory.
constexpr qint64 kMaxRatio = 4096;

/// A file in memory, read by libtiff through callbacks.
struct Source {
    const QByteArray& bytes;
    std::stop_token stop; ///< once nobody wants the picture any more, there is nothing more to read
    qint64 at = 0;
};

tmsize_t readSome(thandle_t handle, void* to, tmsize_t size) {
    auto& source = *static_cast<Source*>(handle);
    if (source.stop.stop_requested())
        return 0;
    const qint64 count = std::clamp<qint64>(source.bytes.size() - source.at, 0, size);
    std::memcpy(to, source.bytes.constData() + source.at, std::size_t(count));
    source.at += count;
    return tmsize_t(count);
}

tmsize_t writeNothing(thandle_t, void*, tmsize_t) {
    return 0;
}

toff_t seekTo(thandle_t handle, toff_t offset, int whence) {
    auto& source = *static_cast<Source*>(handle);
    // Offsets of a damaged file may lie anywhere, also beyond what a signed number holds; nothing is read
    // outside.
    const qint64 size = source.bytes.size();
    if (whence == SEEK_SET) {
        source.at = qint64(std::min(offset, toff_t(size)));
    } else {
        const qint64 base = whence == SEEK_CUR ? source.at : size;
        source.at = base + std::clamp(qint64(offset), -base, size - base);
    }
    return toff_t(source.at);
}

int closeNothing(thandle_t) {
    return 0;
}

toff_t sizeOf(thandle_t handle) {
    return toff_t(static_cast<Source*>(handle)->bytes.size());
}

int silent(TIFF*, void*, const char*, const char*, va_list) {
    return 1;
}

struct Closer {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, Closer>;

Tiff openTiff(Source& source) {
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    if (options == nullptr) {
        return nullptr;
    }
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMaxAllocation);
    TIFFOpenOptionsSetErrorHandlerExtR(options, silent, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options, silent, nullptr);
    // "m": nothing is mapped, every byte comes through the callbacks.
    Tiff tiff(TIFFClientOpenExt("", "rm", &source, readSome, writeNothing, seekTo, closeNothing, sizeOf,
                                nullptr, nullptr, options));
    TIFFOpenOptionsFree(options);
    return tiff;
}

struct Layout {
    std::uint32_t width = 0, height = 0, tileWidth = 0, tileHeight = 0;
    std::uint16_t bits = 1, channels = 1, format = SAMPLEFORMAT_UINT, planar = PLANARCONFIG_CONTIG;
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK, orientation = 1;
    bool tiled = false;

    /// Samples of a pixel that lie together in a row of the file.
    int together() const { return planar == PLANARCONFIG_CONTIG ? channels : 1; }
    int planes() const { return planar == PLANARCONFIG_CONTIG ? 1 : channels; }
    bool isDeep() const {
        const bool sized = bits == 16 || bits == 32 || bits == 64;
        const bool known =
            format == SAMPLEFORMAT_UINT || format == SAMPLEFORMAT_INT || format == SAMPLEFORMAT_IEEEFP;
        // Qt's decoder takes planes for interleaved colours.
        const bool apart = planar == PLANARCONFIG_SEPARATE && channels > 1;
        const bool many =
            bits == 8 && format != SAMPLEFORMAT_IEEEFP && (channels == 2 || channels > 4 || apart);
        const bool coded = photometric == PHOTOMETRIC_YCBCR || photometric == PHOTOMETRIC_CIELAB ||
                           photometric == PHOTOMETRIC_LOGLUV || photometric == PHOTOMETRIC_LOGL ||
                           photometric == PHOTOMETRIC_PALETTE;
        return known && !coded && (sized || many);
    }
};

Layout layoutOf(TIFF* tiff) {
    Layout layout;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &layout.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &layout.height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &layout.bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &layout.channels);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &layout.format);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &layout.planar);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &layout.photometric);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &layout.orientation);
    layout.tiled = TIFFIsTiled(tiff) != 0;
    if (layout.tiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &layout.tileWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &layout.tileHeight);
    }
    return layout;
}

template <class T> float sampleAt(const std::uint8_t* bytes, std::size_t index) {
    T value{};
    std::memcpy(&value, bytes + index * sizeof(T), sizeof(T));
    return float(value);
}

using Sampler = float (*)(const std::uint8_t*, std::size_t);

Sampler samplerOf(const Layout& layout) {
    const bool isSigned = layout.format == SAMPLEFORMAT_INT;
    const bool isFloat = layout.format == SAMPLEFORMAT_IEEEFP;
    switch (layout.bits) {
    case 8:
        return isSigned ? sampleAt<std::int8_t> : sampleAt<std::uint8_t>;
    case 16:
        return isFloat ? nullptr : isSigned ? sampleAt<std::int16_t> : sampleAt<std::uint16_t>;
    case 32:
        return isFloat ? sampleAt<float> : isSigned ? sampleAt<std::int32_t> : sampleAt<std::uint32_t>;
    case 64:
        return isFloat ? sampleAt<double> : isSigned ? sampleAt<std::int64_t> : sampleAt<std::uint64_t>;
    default:
        return nullptr;
    }
}

/// Copies decoded rows of the file into the picture.
class Filler {
public:
    Filler(const Layout& layout, DeepImage& image)
        : m_layout(layout), m_image(image), m_sample(samplerOf(layout)) {}

    /// A block of `width` x `height` pixels of plane `plane` at (x, y), clipped to the picture.
    void put(const std::uint8_t* bytes, QRect block, int plane) {
        const int together = m_layout.together();
        const QRect inside = block.intersected(QRect(QPoint(), m_image.size));
        for (int y = inside.top(); y <= inside.bottom(); ++y) {
            for (int x = inside.left(); x <= inside.right(); ++x) {
                const std::size_t from = (std::size_t(y - block.top()) * std::size_t(block.width()) +
                                          std::size_t(x - block.left())) *
                                         std::size_t(together);
                float* to = m_image.samples.data() +
                            (std::size_t(y) * std::size_t(m_image.size.width()) + std::size_t(x)) *
                                std::size_t(m_image.channels) +
                            plane;
                for (int c = 0; c < together; ++c) {
                    to[c] = m_sample(bytes, from + std::size_t(c));
                }
            }
        }
    }

private:
    const Layout& m_layout;
    DeepImage& m_image;
    Sampler m_sample;
};

/// The corners of the tiles, row by row.
std::vector<QPoint> tilesOf(const Layout& layout) {
    std::vector<QPoint> corners;
    for (std::uint32_t y = 0; y < layout.height; y += layout.tileHeight)
        for (std::uint32_t x = 0; x < layout.width; x += layout.tileWidth)
            corners.emplace_back(int(x), int(y));
    return corners;
}

bool readTiles(TIFF* tiff, const Layout& layout, Filler& filler) {
    const auto bytes = TIFFTileSize(tiff);
    const qint64 needed =
        qint64(layout.tileWidth) * layout.tileHeight * layout.together() * (layout.bits / 8);
    constexpr std::uint32_t kLeast = 8; // TIFF asks for multiples of 16
    if (needed <= 0 || needed > bytes || layout.tileWidth < kLeast || layout.tileHeight < kLeast) {
        return false;
    }
    std::vector<std::uint8_t> tile(static_cast<std::size_t>(bytes));
    const QSize size(int(layout.tileWidth), int(layout.tileHeight));
    const std::vector<QPoint> corners = tilesOf(layout);
    for (int plane = 0; plane < layout.planes(); ++plane) {
        for (const QPoint& at : corners) {
            if (TIFFReadTile(tiff, tile.data(), std::uint32_t(at.x()), std::uint32_t(at.y()), 0,
                             std::uint16_t(plane)) < 0) {
                return false;
            }
            filler.put(tile.data(), QRect(at, size), plane);
        }
    }
    return true;
}

bool readLines(TIFF* tiff, const Layout& layout, Filler& filler) {
    const auto bytes = TIFFScanlineSize(tiff);
    const qint64 needed = qint64(layout.width) * layout.together() * (layout.bits / 8);
    if (bytes <= 0 || needed > bytes) {
        return false;
    }
    std::vector<std::uint8_t> line(static_cast<std::size_t>(bytes));
    for (int plane = 0; plane < layout.planes(); ++plane) {
        for (std::uint32_t y = 0; y < layout.height; ++y) {
            if (TIFFReadScanline(tiff, line.data(), y, std::uint16_t(plane)) < 0) {
                return false;
            }
            filler.put(line.data(), QRect(0, int(y), int(layout.width), 1), plane);
        }
    }
    return true;
}

bool isPhotograph(const Layout& layout) {
    return layout.photometric == PHOTOMETRIC_RGB && layout.format == SAMPLEFORMAT_UINT && layout.bits <= 16;
}

/// What the ordinary decoder shows as well, though it keeps no samples.
bool isOrdinary(const Layout& layout) {
    return layout.bits == 16 && layout.format == SAMPLEFORMAT_UINT &&
           (layout.channels == 1 ||
            ((layout.channels == 3 || layout.channels == 4) && layout.planar == PLANARCONFIG_CONTIG));
}

} // namespace

Result<std::optional<DeepImage>> readDeepTiff(const QByteArray& bytes, const DecodeOptions& options) {
    if (!bytes.startsWith("II") && !bytes.startsWith("MM"))
        return std::optional<DeepImage>();
    Source source{bytes, options.stop};
    const Tiff tiff = openTiff(source);
    if (!tiff)
        return std::optional<DeepImage>();
    const Layout layout = layoutOf(tiff.get());
    if (!layout.isDeep() || samplerOf(layout) == nullptr)
        return std::optional<DeepImage>();
    const qint64 pixels = qint64(layout.width) * layout.height;
    if (pixels <= 0 || layout.width > 1'000'000 || layout.height > 1'000'000 || layout.channels == 0)
        return fail(ErrorCode::CorruptFile, QStringLiteral("does not say how large it is."));
    const bool tooMany = pixels * layout.channels > options.maxSamples;
    if (tooMany && isOrdinary(layout))
        return std::optional<DeepImage>();
    if (pixels > kMaxPixels || tooMany)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("has %1 x %2 pixels with %3 channels, more than the %4 million samples that fit. "
                           "Cut it into tiles.")
                .arg(layout.width)
                .arg(layout.height)
                .arg(layout.channels)
                .arg(options.maxSamples / 1'000'000));
    if (pixels * layout.channels * (layout.bits / 8) > bytes.size() * kMaxRatio)
        return fail(ErrorCode::CorruptFile, QStringLiteral("is damaged or cut off. Copy it again."));
    DeepImage image;
    image.size = QSize(int(layout.width), int(layout.height));
    image.channels = layout.channels;
    image.samples.resize(std::size_t(pixels) * layout.channels);
    if (isPhotograph(layout))
        image.fullRange = {0.0F, layout.bits == 16 ? 65535.0F : 255.0F};
    Filler filler(layout, image);
    const bool whole =
        layout.tiled ? readTiles(tiff.get(), layout, filler) : readLines(tiff.get(), layout, filler);
    if (!whole)
        return fail(ErrorCode::CorruptFile, QStringLiteral("is damaged or cut off. Copy it again."));
    return oriented(std::move(image), layout.orientation);
}

} // namespace core
