// SPDX-License-Identifier: Apache-2.0
// Pictures with more than 8-bit colours, and those of phones: TIFF samples, windows, HEIC and AVIF.
#include "core/media/deep_image.h"
#include "core/media/image_decoder.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>

#include <gtest/gtest.h>
#include <libheif/heif.h>
#include <sys/resource.h>
#include <tiffio.h>
#include <unistd.h>

namespace core {
namespace {

/// How a test picture lies in its file.
struct Stored {
    int width = 37, height = 23, channels = 1, bits = 16;
    int format = SAMPLEFORMAT_UINT;
    int planar = PLANARCONFIG_CONTIG;
    int photometric = PHOTOMETRIC_MINISBLACK;
    int orientation = 1;
    int tile = 0; ///< side; 0: strips
    int compression = COMPRESSION_ADOBE_DEFLATE;
};

double valueAt(int x, int y, int c) {
    return 100 * c + 7 * y + x;
}

void put(const Stored& s, std::vector<std::uint8_t>& bytes, double value) {
    const auto append = [&bytes](auto number) {
        const auto* raw = reinterpret_cast<const std::uint8_t*>(&number);
        bytes.insert(bytes.end(), raw, raw + sizeof number);
    };
    if (s.format == SAMPLEFORMAT_IEEEFP)
        s.bits == 32 ? append(float(value)) : append(value);
    else if (s.bits == 8)
        append(std::uint8_t(value));
    else if (s.bits == 16)
        s.format == SAMPLEFORMAT_INT ? append(std::int16_t(-value)) : append(std::uint16_t(value));
    else
        append(std::uint32_t(value));
}

/// A block of one plane as bytes of the file.
std::vector<std::uint8_t> block(const Stored& s, QRect area, int plane) {
    std::vector<std::uint8_t> bytes;
    const bool together = s.planar == PLANARCONFIG_CONTIG;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            for (int c = together ? 0 : plane; c < (together ? s.channels : plane + 1); ++c)
                put(s, bytes, valueAt(x, y, c));
    return bytes;
}

QByteArray tiff(const Stored& s) {
    QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("a.tif")).toLocal8Bit();
    TIFF* file = TIFFOpen(path.constData(), "w");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, s.width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, s.height);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, s.bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, s.channels);
    TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, s.format);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, s.planar);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, s.photometric);
    TIFFSetField(file, TIFFTAG_ORIENTATION, s.orientation);
    TIFFSetField(file, TIFFTAG_COMPRESSION, s.compression);
    const int planes = s.planar == PLANARCONFIG_CONTIG ? 1 : s.channels;
    if (s.tile > 0) {
        TIFFSetField(file, TIFFTAG_TILEWIDTH, s.tile);
        TIFFSetField(file, TIFFTAG_TILELENGTH, s.tile);
    } else {
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 5);
    }
    for (int p = 0; p < planes; ++p) {
        if (s.tile == 0) {
            for (int y = 0; y < s.height; ++y)
                TIFFWriteScanline(file, block(s, {0, y, s.width, 1}, p).data(), std::uint32_t(y),
                                  std::uint16_t(p));
            continue;
        }
        for (int y = 0; y < s.height; y += s.tile)
            for (int x = 0; x < s.width; x += s.tile)
                TIFFWriteTile(file, block(s, {x, y, s.tile, s.tile}, p).data(), std::uint32_t(x),
                              std::uint32_t(y), 0, std::uint16_t(p));
    }
    TIFFClose(file);
    QFile read(QString::fromLocal8Bit(path));
    EXPECT_TRUE(read.open(QIODevice::ReadOnly));
    return read.readAll();
}

std::shared_ptr<const DeepImage> samplesOf(const Stored& s) {
    const Result<DecodedImage> decoded = decodeImage(tiff(s));
    EXPECT_TRUE(decoded) << (decoded ? "" : decoded.error().message);
    return decoded ? decoded->samples : nullptr;
}

TEST(DeepTiff, EverySampleOfEveryLayoutIsAsStored) {
    const auto sample = [](int bits, int format) { return Stored{.bits = bits, .format = format}; };
    for (Stored s :
         {sample(16, SAMPLEFORMAT_UINT), sample(16, SAMPLEFORMAT_INT), sample(32, SAMPLEFORMAT_UINT),
          sample(32, SAMPLEFORMAT_IEEEFP), sample(64, SAMPLEFORMAT_IEEEFP)}) {
        for (const int channels : {1, 2, 5}) {
            for (const int planar : {PLANARCONFIG_CONTIG, PLANARCONFIG_SEPARATE}) {
                for (const int tile : {0, 16}) {
                    s.channels = channels;
                    s.planar = planar;
                    s.tile = tile;
                    const auto samples = samplesOf(s);
                    ASSERT_NE(samples, nullptr) << s.bits << ' ' << s.format << ' ' << channels;
                    ASSERT_EQ(samples->size, QSize(s.width, s.height));
                    ASSERT_EQ(samples->channels, channels);
                    const double sign = s.format == SAMPLEFORMAT_INT ? -1 : 1;
                    for (int y = 0; y < s.height; ++y)
                        for (int x = 0; x < s.width; ++x)
                            for (int c = 0; c < channels; ++c)
                                ASSERT_EQ(samples->at(x, y)[c], float(sign * valueAt(x, y, c)))
                                    << x << ',' << y << " tile " << tile << " planar " << planar;
                }
            }
        }
    }
}

TEST(DeepTiff, ManyEightBitChannelsAreKeptAndFourAreAPicture) {
    Stored s;
    s.bits = 8;
    s.channels = 6;
    ASSERT_NE(samplesOf(s), nullptr);
    s.channels = 3;
    s.photometric = PHOTOMETRIC_RGB;
    EXPECT_EQ(samplesOf(s), nullptr) << "an ordinary picture needs no samples";
}

TEST(DeepTiff, EightBitsInPlanesAreAPictureLikeAnyOther) {
    Stored s;
    s.bits = 8;
    s.channels = 3;
    s.photometric = PHOTOMETRIC_RGB;
    const Result<DecodedImage> together = decodeImage(tiff(s));
    s.planar = PLANARCONFIG_SEPARATE;
    const Result<DecodedImage> apart = decodeImage(tiff(s));
    ASSERT_TRUE(together && apart);
    EXPECT_EQ(apart->image, together->image);
}

TEST(DeepTiff, OrientationIsAppliedOnce) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        Stored s;
        s.orientation = orientation;
        const auto samples = samplesOf(s);
        ASSERT_NE(samples, nullptr);
        const int w = s.width - 1;
        const int h = s.height - 1;
        // Where the first stored pixel lies in the upright picture, and the one to its right.
        const QPoint first[] = {{0, 0}, {w, 0}, {w, h}, {0, h}, {0, 0}, {h, 0}, {h, w}, {0, w}};
        const QPoint next[] = {{1, 0}, {w - 1, 0}, {w - 1, h}, {1, h},
                               {0, 1}, {h, 1},     {h, w - 1}, {0, w - 1}};
        const QPoint a = first[orientation - 1];
        const QPoint b = next[orientation - 1];
        EXPECT_EQ(samples->size, orientation > 4 ? QSize(s.height, s.width) : QSize(s.width, s.height));
        EXPECT_EQ(samples->at(a.x(), a.y())[0], 0) << orientation;
        EXPECT_EQ(samples->at(b.x(), b.y())[0], 1) << orientation;
    }
}

TEST(DeepTiff, CutOffAndChangedFilesAreRefusedOrRead) {
    Stored s;
    s.channels = 3;
    s.tile = 16;
    const QByteArray whole = tiff(s);
    for (int length = 0; length < whole.size(); length += 41) {
        const Result<DecodedImage> decoded = decodeImage(whole.left(length));
        if (!decoded) {
            EXPECT_EQ(decoded.error().message.back(), '.');
        }
    }
    for (int i = 0; i < whole.size(); i += 3) {
        QByteArray changed = whole;
        changed[i] = char(changed[i] ^ 0x5a);
        decodeImage(changed); // must return
    }
}

TEST(DeepTiff, APromiseOfMuchMoreThanTheFileHoldsTakesNoMemory) {
    Stored s;
    s.compression = COMPRESSION_NONE;
    QByteArray bytes = tiff(s);
    // The tags of width and height: 256 and 257, SHORT, one value.
    for (const char tag : {'\x00', '\x01'}) {
        const qsizetype at =
            bytes.indexOf(QByteArray::fromRawData(tag == 0 ? "\x00\x01\x03\x00" : "\x01\x01\x03\x00", 4));
        ASSERT_GT(at, 0);
        bytes[at + 8] = '\xff';
        bytes[at + 9] = '\x3f';
    }
    const Result<DecodedImage> decoded = decodeImage(bytes);
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().code, ErrorCode::CorruptFile);
}

TEST(DeepTiff, OffsetsBeyondEveryNumberAreRefused) {
    // A BigTIFF whose first directory lies at the largest offsets there are.
    for (const quint64 offset : {~quint64(0), ~quint64(0) - 15, quint64(1) << 63, (quint64(1) << 63) - 1}) {
        QByteArray bytes("II\x2b\0\x08\0\0\0", 8);
        bytes.append(reinterpret_cast<const char*>(&offset), 8).append(QByteArray(64, '\x2b'));
        EXPECT_FALSE(decodeImage(bytes)) << offset;
    }
}

TEST(DeepTiff, StopsWhenNobodyWantsIt) {
    std::stop_source source;
    source.request_stop();
    DecodeOptions options;
    options.stop = source.get_token();
    const Result<DecodedImage> decoded = decodeImage(tiff({}), options);
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().code, ErrorCode::Cancelled);
}

TEST(TooManySamples, ThePictureIsTheSameAndNothingElseIsKept) {
    DecodeOptions few;
    few.maxSamples = 100;
    for (const int channels : {1, 3, 4}) {
        for (const int tile : {0, 16}) {
            Stored s;
            s.channels = channels;
            s.photometric = channels > 1 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK;
            s.tile = tile;
            const Result<DecodedImage> all = decodeImage(tiff(s));
            const Result<DecodedImage> some = decodeImage(tiff(s), few);
            ASSERT_TRUE(all && some) << (some ? "" : some.error().message);
            EXPECT_NE(all->samples, nullptr);
            EXPECT_EQ(some->samples, nullptr);
            EXPECT_TRUE(some->deep);
            EXPECT_EQ(some->window, all->window);
            EXPECT_EQ(some->image, all->image) << channels << " tile " << tile;
        }
    }
    Stored many;
    many.channels = 5;
    const Result<DecodedImage> refused = decodeImage(tiff(many), few);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
}

TEST(TooManySamples, APngIsShownTooAndKeepsNothing) {
    QImage deep(40, 30, QImage::Format_RGBX64);
    for (int y = 0; y < deep.height(); ++y)
        for (int x = 0; x < deep.width(); ++x)
            deep.setPixelColor(x, y, QColor::fromRgba64(quint16(x * 1600), quint16(y * 2100), 7777));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    ASSERT_TRUE(buffer.open(QIODevice::WriteOnly) && deep.save(&buffer, "png"));
    DecodeOptions few;
    few.maxSamples = 100;
    const Result<DecodedImage> all = decodeImage(bytes);
    const Result<DecodedImage> some = decodeImage(bytes, few);
    ASSERT_TRUE(all && some);
    EXPECT_NE(all->samples, nullptr);
    EXPECT_EQ(some->samples, nullptr);
    EXPECT_EQ(some->image, all->image);
}

TEST(TooManySamples, BandsAndEveryNthRowGiveTheSamePicture) {
    QImage grey(70, 611, QImage::Format_Grayscale16); // two bands and a rest
    for (int y = 0; y < grey.height(); ++y) {
        auto* row = reinterpret_cast<quint16*>(grey.scanLine(y));
        for (int x = 0; x < grey.width(); ++x)
            row[x] = quint16(900 + 13 * x + y);
    }
    const DeepImage samples = deepImageOf(grey);
    const auto [whole, exact] = windowedInBands(grey);
    EXPECT_EQ(exact, defaultWindow(samples));
    EXPECT_EQ(whole, windowed(samples, exact));
    const auto [rough, near] = windowedInBands(grey, 3'000);
    EXPECT_NEAR(near.low, exact.low, 60);
    EXPECT_NEAR(near.high, exact.high, 60);
    EXPECT_EQ(rough, windowed(samples, near));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they reserve terabytes of addresses
/// Ends the process with 0 if decoding with 40 MB more addresses than it has says what is wrong.
[[noreturn]] void decodeWithLittleMemory(const QByteArray& bytes) {
    std::ifstream statm("/proc/self/statm");
    rlim_t pages = 0;
    statm >> pages;
    const rlim_t bound = pages * rlim_t(sysconf(_SC_PAGESIZE)) + (rlim_t(40) << 20);
    const rlimit limit{bound, bound};
    setrlimit(RLIMIT_AS, &limit);
    const Result<DecodedImage> decoded = decodeImage(bytes);
    std::_Exit(!decoded && decoded.error().code == ErrorCode::OutOfMemory ? 0 : 1);
}

TEST(TooManySamples, NoMemoryIsASentence) {
    Stored s;
    s.width = 4000;
    s.height = 5000;
    const QByteArray bytes = tiff(s); // 80 MB of samples, 80 MB of picture
    EXPECT_EXIT(decodeWithLittleMemory(bytes), testing::ExitedWithCode(0), "");
}
#endif

TEST(DisplayWindow, PhotographsShowTheirWholeRangeAndMeasurementsArePercentiles) {
    Stored s;
    s.photometric = PHOTOMETRIC_RGB;
    s.channels = 3;
    const Result<DecodedImage> photo = decodeImage(tiff(s));
    ASSERT_TRUE(photo);
    EXPECT_EQ(photo->window.low, 0);
    EXPECT_EQ(photo->window.high, 65535);
    DeepImage measured;
    measured.size = QSize(100, 100);
    for (int i = 0; i < 10'000; ++i)
        measured.samples.push_back(i == 5 ? std::numeric_limits<float>::quiet_NaN() : float(i) / 10'000);
    const DisplayWindow window = defaultWindow(measured);
    EXPECT_NEAR(window.low, 0.001, 0.0002);
    EXPECT_NEAR(window.high, 0.999, 0.0002);
    const QImage shown = windowed(measured, window);
    EXPECT_EQ(qRed(shown.pixel(5, 0)), 0);
    EXPECT_NEAR(qRed(shown.pixel(0, 50)), 128, 1);
}

TEST(DisplayWindow, GammaBrightensTheMiddleAndKeepsTheEnds) {
    DeepImage ramp;
    ramp.size = QSize(3, 1);
    ramp.samples = {0, 50, 100};
    DisplayWindow window;
    window.high = 100;
    window.gamma = 2;
    const QImage shown = windowed(ramp, window);
    EXPECT_EQ(qRed(shown.pixel(0, 0)), 0);
    EXPECT_EQ(qRed(shown.pixel(1, 0)), int(std::lround(255 * std::sqrt(0.5))));
    EXPECT_EQ(qRed(shown.pixel(2, 0)), 255);
    window.low = window.high = 50; // no width: a threshold
    EXPECT_EQ(qRed(windowed(ramp, window).pixel(1, 0)), 0);
    EXPECT_EQ(qRed(windowed(ramp, window).pixel(2, 0)), 255);
}

TEST(DisplayWindow, AnUnchangedWindowChangesNoPixel) {
    QImage image(16, 16, QImage::Format_RGB32);
    for (int i = 0; i < 256; ++i)
        image.setPixel(i % 16, i / 16, qRgb(i, 255 - i, (i * 7) & 255));
    DisplayWindow window;
    window.high = 255;
    EXPECT_EQ(adjusted(image, window), image);
}

heif_image* heifImage(const QImage& picture) {
    heif_image* image = nullptr;
    heif_image_create(picture.width(), picture.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB,
                      &image);
    heif_image_add_plane(image, heif_channel_interleaved, picture.width(), picture.height(), 24);
    int stride = 0;
    std::uint8_t* plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < rgb.height(); ++y)
        std::copy_n(rgb.constScanLine(y), rgb.width() * 3, plane + qsizetype(y) * stride);
    return image;
}

/// Its grey in ten bits, as cameras and video store it.
heif_image* tenBits(const QImage& picture) {
    heif_image* image = nullptr;
    heif_image_create(picture.width(), picture.height(), heif_colorspace_YCbCr, heif_chroma_420, &image);
    for (const heif_channel channel : {heif_channel_Y, heif_channel_Cb, heif_channel_Cr}) {
        const int part = channel == heif_channel_Y ? 1 : 2;
        const int width = picture.width() / part;
        const int height = picture.height() / part;
        heif_image_add_plane(image, channel, width, height, 10);
        int stride = 0;
        std::uint8_t* plane = heif_image_get_plane(image, channel, &stride);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const int value = part == 1 ? qGray(picture.pixel(x, y)) * 4 : 512;
                const std::uint8_t bytes[] = {std::uint8_t(value), std::uint8_t(value >> 8)};
                std::copy_n(bytes, 2, plane + qsizetype(y) * stride + qsizetype(x) * 2);
            }
    }
    return image;
}

/// A picture in the format of phones, written by the system's codec; empty if it can't write it.
QByteArray heif(heif_image* image, heif_compression_format format) {
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    QByteArray bytes;
    if (heif_context_get_encoder_for_format(context, format, &encoder).code == heif_error_Ok) {
        heif_encoder_set_lossy_quality(encoder, 95);
        heif_image_handle* handle = nullptr;
        if (heif_context_encode_image(context, image, encoder, nullptr, &handle).code == heif_error_Ok) {
            heif_writer writer{};
            writer.writer_api_version = 1;
            writer.write = [](heif_context*, const void* data, std::size_t size, void* to) {
                static_cast<QByteArray*>(to)->append(static_cast<const char*>(data), qsizetype(size));
                return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
            };
            heif_context_write(context, &writer, &bytes);
            heif_image_handle_release(handle);
        }
        heif_encoder_release(encoder);
    }
    heif_image_release(image);
    heif_context_free(context);
    return bytes;
}

int lumaBits(const QByteArray& bytes) {
    heif_context* context = heif_context_alloc();
    heif_context_read_from_memory_without_copy(context, bytes.constData(), std::size_t(bytes.size()),
                                               nullptr);
    heif_image_handle* handle = nullptr;
    heif_context_get_primary_image_handle(context, &handle);
    const int bits = heif_image_handle_get_luma_bits_per_pixel(handle);
    heif_image_handle_release(handle);
    heif_context_free(context);
    return bits;
}

TEST(Heif, HeicAndAvifShowTheirPicture) {
    QImage picture(96, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 96; ++x)
            picture.setPixel(x, y, qRgb(x * 2, y * 3, x < 48 ? 30 : 200));
    for (const heif_compression_format format : {heif_compression_HEVC, heif_compression_AV1}) {
        const QByteArray bytes = heif(heifImage(picture), format);
        if (bytes.isEmpty())
            GTEST_SKIP() << "this system can't write the format " << format;
        EXPECT_EQ(imageSizeOf(bytes).value_or(QSize()), picture.size());
        const Result<DecodedImage> decoded = decodeImage(bytes);
        ASSERT_TRUE(decoded) << decoded.error().message;
        ASSERT_EQ(decoded->image.size(), picture.size());
        EXPECT_EQ(decoded->image.format(), QImage::Format_RGB32);
        for (const QPoint at : {QPoint(10, 10), QPoint(80, 10), QPoint(20, 50), QPoint(70, 55)}) {
            EXPECT_NEAR(qRed(decoded->image.pixel(at)), qRed(picture.pixel(at)), 12);
            EXPECT_NEAR(qGreen(decoded->image.pixel(at)), qGreen(picture.pixel(at)), 12);
            EXPECT_NEAR(qBlue(decoded->image.pixel(at)), qBlue(picture.pixel(at)), 16);
        }
        for (const int length : {12, 60, int(bytes.size() / 2), int(bytes.size()) - 10}) {
            const Result<DecodedImage> cut = decodeImage(bytes.left(length));
            ASSERT_FALSE(cut) << length;
            EXPECT_EQ(cut.error().message.back(), '.');
        }
    }
}

TEST(Heif, TenBitPicturesAreShown) {
    QImage picture(96, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 96; ++x)
            picture.setPixel(x, y, qRgb(x * 2, x * 2, x * 2));
    // Only HEIC: libheif's own way to ten-bit AVIF ends the program in some versions.
    const QByteArray bytes = heif(tenBits(picture), heif_compression_HEVC);
    if (bytes.isEmpty())
        GTEST_SKIP() << "this system writes no HEIC of ten bits";
    ASSERT_EQ(lumaBits(bytes), 10);
    const Result<DecodedImage> decoded = decodeImage(bytes);
    ASSERT_TRUE(decoded) << decoded.error().message;
    ASSERT_EQ(decoded->image.size(), picture.size());
    for (const QPoint at : {QPoint(10, 10), QPoint(80, 10), QPoint(20, 50), QPoint(70, 55)}) {
        EXPECT_NEAR(qRed(decoded->image.pixel(at)), qRed(picture.pixel(at)), 12);
        EXPECT_NEAR(qBlue(decoded->image.pixel(at)), qBlue(picture.pixel(at)), 12);
    }
}

} // namespace
} // namespace core
