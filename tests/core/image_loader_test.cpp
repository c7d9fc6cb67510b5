// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_decoder.h"
#include "core/media/image_loader.h"

#include "tests/support/slowdown.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <new>
#include <stdexcept>
#include <thread>

namespace core {
namespace {

/// A picture in which no two neighbouring regions look alike, so that shifts, turns and missing rows show.
QImage sample(int width = 60, int height = 40) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 255 / width, y * 255 / height, (x * 7 + y * 13) % 256));
    }
    return image;
}

QByteArray encoded(const QImage& image, const char* format, int quality = -1) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    EXPECT_TRUE(image.save(&buffer, format, quality)) << format;
    return bytes;
}

class ImageFile : public testing::Test {
protected:
    QString write(const QByteArray& bytes, const QString& name = QStringLiteral("picture.bin")) {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    Result<LoadedImage> load(const QByteArray& bytes) { return loadImageFile(write(bytes)); }

    QTemporaryDir m_folder;
};

void expectFailure(const Result<LoadedImage>& result, ErrorCode code) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, code) << result.error().message;
    EXPECT_EQ(result.error().message.back(), '.');
    EXPECT_NE(result.error().message.find("picture.bin"), std::string::npos) << result.error().message;
}

TEST_F(ImageFile, losslessFormatsGiveTheSamePixels) {
    for (const char* format : {"png", "bmp", "ppm", "tiff", "webp"}) {
        const QByteArray bytes = encoded(sample(), format, 100);
        const Result<LoadedImage> loaded = load(bytes);
        ASSERT_TRUE(loaded) << format << ": " << loaded.error().message;
        EXPECT_EQ(loaded->image.format(), QImage::Format_RGB32);
        EXPECT_FALSE(loaded->deep);
        EXPECT_EQ(loaded->hash, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        EXPECT_EQ(*imageFileSize(loaded->path), QSize(60, 40));
        if (qstrcmp(format, "webp") != 0) {
            EXPECT_EQ(loaded->image, sample()) << format;
        }
    }
    EXPECT_TRUE(imageNameFilters().contains(QStringLiteral("*.jpg")));
    EXPECT_FALSE(imageNameFilters().contains(QStringLiteral("*.svg")));
}

TEST_F(ImageFile, alphaIsDroppedAndPalettesAreResolved) {
    QImage clear(4, 3, QImage::Format_ARGB32);
    clear.fill(qRgba(200, 100, 50, 7));
    EXPECT_EQ(load(encoded(clear, "png"))->image.pixel(2, 1), qRgb(200, 100, 50));

    QImage palette(4, 3, QImage::Format_Indexed8);
    palette.setColorTable({qRgba(10, 20, 30, 0), qRgba(90, 80, 70, 128)});
    palette.fill(0);
    palette.setPixel(1, 1, 1);
    const QImage resolved = load(encoded(palette, "png"))->image;
    EXPECT_EQ(resolved.pixel(0, 0), qRgb(10, 20, 30));
    EXPECT_EQ(resolved.pixel(1, 1), qRgb(90, 80, 70));

    QImage mono(9, 2, QImage::Format_Mono);
    mono.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    mono.fill(0);
    mono.setPixel(8, 1, 1);
    EXPECT_EQ(load(encoded(mono, "png"))->image.pixel(8, 1), qRgb(255, 255, 255));
    QImage grey(3, 3, QImage::Format_Grayscale8);
    grey.fill(77);
    EXPECT_EQ(load(encoded(grey, "png"))->image.pixel(1, 1), qRgb(77, 77, 77));
}

TEST_F(ImageFile, deepGreyIsStretchedBetweenPercentiles) {
    QImage deep(100, 100, QImage::Format_Grayscale16);
    for (int y = 0; y < 100; ++y) {
        auto* row = reinterpret_cast<quint16*>(deep.scanLine(y));
        for (int x = 0; x < 100; ++x)
            row[x] = quint16(1000 + y * 10);
    }
    reinterpret_cast<quint16*>(deep.scanLine(0))[0] = 65535; // one hot pixel must not decide
    for (const char* format : {"png", "tiff"}) {
        const Result<LoadedImage> loaded = load(encoded(deep, format));
        ASSERT_TRUE(loaded);
        EXPECT_TRUE(loaded->deep) << format;
        EXPECT_EQ(loaded->image.pixel(50, 0), qRgb(0, 0, 0));
        EXPECT_EQ(loaded->image.pixel(50, 99), qRgb(255, 255, 255));
        EXPECT_EQ(qRed(loaded->image.pixel(50, 50)), qRound(50 * 255.0 / 99));
    }
    deep.fill(Qt::black);
    EXPECT_TRUE(load(encoded(deep, "png")));
    QImage colour(5, 5, QImage::Format_RGBX64);
    colour.fill(QColor(255, 0, 0));
    const Result<LoadedImage> loaded = load(encoded(colour, "png"));
    EXPECT_TRUE(loaded->deep);
    EXPECT_EQ(loaded->image.pixel(1, 1), qRgb(255, 0, 0));
}

/// A JPEG with an EXIF block that holds nothing but the orientation.
QByteArray jpegWithOrientation(const QImage& image, char orientation) {
    QByteArray exif("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 32);
    exif[25] = orientation;
    QByteArray bytes = encoded(image, "jpeg", 100);
    return bytes.insert(2, QByteArray("\xff\xe1\0\x22", 4) + exif);
}

TEST_F(ImageFile, exifOrientationIsApplied) {
    QImage halves(64, 32, QImage::Format_RGB32);
    halves.fill(Qt::black);
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 32; ++x)
            halves.setPixel(x, y, qRgb(255, 255, 255)); // bright in the upper left quarter of the sensor
    }
    const struct {
        char orientation;
        QSize size;
        QPoint bright;
    } cases[] = {{1, {64, 32}, {8, 8}},   {2, {64, 32}, {56, 8}}, {3, {64, 32}, {56, 24}},
                 {4, {64, 32}, {8, 24}},  {5, {32, 64}, {8, 8}},  {6, {32, 64}, {24, 8}},
                 {7, {32, 64}, {24, 56}}, {8, {32, 64}, {8, 56}}, {0, {64, 32}, {8, 8}},
                 {9, {64, 32}, {8, 8}}};
    for (const auto& c : cases) {
        const Result<LoadedImage> loaded = load(jpegWithOrientation(halves, c.orientation));
        ASSERT_TRUE(loaded);
        EXPECT_EQ(loaded->image.size(), c.size) << int(c.orientation);
        EXPECT_EQ(*imageFileSize(loaded->path), c.size) << int(c.orientation);
        EXPECT_GT(qRed(loaded->image.pixel(c.bright)), 200) << int(c.orientation);
    }
}

TEST_F(ImageFile, cutOffFilesAreNeverHalfAPicture) {
    for (const char* format : {"png", "jpeg", "webp", "tiff", "bmp", "ppm"}) {
        const QByteArray whole = encoded(sample(200, 150), format, 90);
        const QImage expected = load(whole)->image;
        int refused = 0;
        for (int percent = 0; percent < 100; ++percent) {
            const Result<LoadedImage> loaded = load(whole.left(whole.size() * percent / 100));
            refused += !loaded;
            if (loaded) {
                EXPECT_EQ(loaded->image, expected) << format << " cut at " << percent << " %";
            } else {
                expectFailure(loaded, ErrorCode::CorruptFile);
            }
        }
        EXPECT_GE(refused, 95) << format;
    }
}

/// A GIF of one colour, in LZW codes that never need more than nine bits.
QByteArray gif(int width, int height) {
    QByteArray bytes("GIF89a", 6);
    const auto word = [&bytes](int value) { bytes.append(char(value & 255)).append(char(value >> 8)); };
    word(width);
    word(height);
    bytes.append(QByteArray("\xf0\0\0\x10\x20\x30\xff\xff\xff", 9)); // two colours
    bytes.append(QByteArray("\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0", 13));
    word(width);
    word(height);
    bytes.append(QByteArray("\0\x08", 2));
    QByteArray data;
    int bits = 0, count = 0;
    const auto code = [&](int value) {
        bits |= value << count;
        for (count += 9; count >= 8; count -= 8, bits >>= 8)
            data.append(char(bits & 255));
    };
    for (int pixel = 0; pixel < width * height; ++pixel) {
        if (pixel % 200 == 0)
            code(256);
        code(0);
    }
    code(257);
    data.append(char(bits));
    for (qsizetype at = 0; at < data.size(); at += 255)
        bytes.append(char(std::min<qsizetype>(255, data.size() - at))).append(data.mid(at, 255));
    return bytes.append('\0').append(';');
}

TEST_F(ImageFile, gifCutOffIsRefused) {
    const QByteArray whole = gif(50, 40);
    const Result<LoadedImage> loaded = load(whole);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->image.size(), QSize(50, 40));
    EXPECT_EQ(loaded->image.pixel(49, 39), qRgb(0x10, 0x20, 0x30));
    for (qsizetype length = 0; length < whole.size() - 1; length += 7)
        expectFailure(load(whole.left(length)), ErrorCode::CorruptFile);
}

TEST_F(ImageFile, progressiveJpegCutOffIsRefused) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    ASSERT_TRUE(writer.write(sample(200, 150)));
    EXPECT_TRUE(load(bytes));
    EXPECT_TRUE(load(bytes + QByteArray(500, '\0')));
    expectFailure(load(bytes.left(bytes.size() * 6 / 10)), ErrorCode::CorruptFile);
    expectFailure(load(bytes.chopped(2)), ErrorCode::CorruptFile);
}

TEST_F(ImageFile, whatIsNotAnImageIsSaidSo) {
    expectFailure(load({}), ErrorCode::CorruptFile);
    expectFailure(load("This is a shopping list, not a picture.\n"), ErrorCode::CorruptFile);
    expectFailure(load(QByteArray(5000, '\0')), ErrorCode::CorruptFile);
    expectFailure(load(QByteArray("\0\0\0\x18"
                                  "ftypheic\0\0\0\0",
                                  16)),
                  ErrorCode::CorruptFile);
    expectFailure(load("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>"),
                  ErrorCode::Unsupported);
    expectFailure(loadImageFile(at("no/picture.bin")), ErrorCode::NotFound);
    EXPECT_FALSE(imageFileSize(write("nonsense")));
    EXPECT_EQ(loadImageFile(m_folder.path()).error().code, ErrorCode::Unsupported);
}

TEST_F(ImageFile, contentDecidesNotTheName) {
    EXPECT_TRUE(loadImageFile(write(encoded(sample(), "png"), QStringLiteral("really.jpg"))));
    EXPECT_TRUE(
        loadImageFile(write(encoded(sample(), "jpeg"), QStringLiteral(u"\u5bfc\u5165 \U0001F600.png"))));
}

TEST_F(ImageFile, pipesAreNeverOpened) {
    const QString path = at("pipe.png");
    ASSERT_EQ(mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    EXPECT_EQ(loadImageFile(path).error().code, ErrorCode::Unsupported);
}

/// A PNG that promises a size and holds a single pixel.
QByteArray pngHeader(quint32 width, quint32 height) {
    QByteArray bytes = encoded(sample(1, 1), "png");
    for (int i = 0; i < 4; ++i) {
        bytes[16 + i] = char(width >> (24 - 8 * i));
        bytes[20 + i] = char(height >> (24 - 8 * i));
    }
    quint32 crc = 0xffffffffU;
    for (int i = 12; i < 29; ++i) {
        crc ^= quint8(bytes[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0);
    }
    for (int i = 0; i < 4; ++i)
        bytes[29 + i] = char(~crc >> (24 - 8 * i));
    return bytes;
}

TEST_F(ImageFile, promisedGigapixelsAreRefusedBeforeMemoryIsTaken) {
    expectFailure(load(pngHeader(30'000, 30'000)), ErrorCode::Unsupported);
    EXPECT_FALSE(load(pngHeader(0x7fffffff, 0x7fffffff)));
    EXPECT_FALSE(load(pngHeader(20'000, 20'000)));
}

TEST_F(ImageFile, twentyThousandSquareOpens) {
    QImage big(20'000, 20'000, QImage::Format_Mono);
    big.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    big.fill(0);
    big.setPixel(19'999, 19'999, 1);
    const QByteArray bytes = encoded(big, "png", 90);
    big = QImage();
    const auto start = std::chrono::steady_clock::now();
    const Result<LoadedImage> loaded = load(bytes);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->image.size(), QSize(20'000, 20'000));
    EXPECT_EQ(loaded->image.pixel(19'999, 19'999), qRgb(255, 255, 255));
    EXPECT_EQ(loaded->image.pixel(19'998, 19'999), qRgb(0, 0, 0));
    RecordProperty("seconds", std::to_string(spent.count()));
}

TEST_F(ImageFile, largeFilesAreHashedWhole) {
    QImage picture(3000, 2100, QImage::Format_RGB888);
    picture.fill(QColor(20, 90, 200));
    picture.setPixel(2999, 2099, qRgb(1, 2, 3));
    const QByteArray bytes = encoded(picture, "bmp");
    ASSERT_GT(bytes.size(), 16 << 20) << "else it is hashed at once";
    const Result<LoadedImage> loaded = load(bytes);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->hash, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    expectFailure(load(bytes.left(17 << 20)), ErrorCode::CorruptFile);
}

class ImageLoading : public ImageFile {};

TEST_F(ImageLoading, onlyTheNewestLoadIsAnswered) {
    const QString path = write(encoded(sample(800, 600), "png"));
    ImageLoader loader;
    QSignalSpy loaded(&loader, &ImageLoader::loaded), failed(&loader, &ImageLoader::failed);
    for (qint64 id = 1; id <= 20; ++id)
        loader.load(ImageId{id}, id == 19 ? QStringLiteral("/none.png") : path);
    ASSERT_TRUE(loaded.wait(10'000));
    QTest::qWait(200);
    ASSERT_EQ(loaded.size(), 1);
    EXPECT_EQ(loaded[0][0].value<LoadedImage>().id, ImageId{20});
    EXPECT_EQ(loaded[0][0].value<LoadedImage>().image.size(), QSize(800, 600));
    EXPECT_TRUE(failed.isEmpty());
}

TEST_F(ImageLoading, failuresNameTheImage) {
    ImageLoader loader;
    QSignalSpy failed(&loader, &ImageLoader::failed);
    loader.load(ImageId{7}, at("gone.png"));
    ASSERT_TRUE(failed.wait(10'000));
    EXPECT_EQ(failed[0][0].value<ImageId>(), ImageId{7});
    EXPECT_TRUE(failed[0][1].toString().startsWith(QStringLiteral("gone.png is not there")));
}

TEST_F(ImageLoading, prefetchesAreAnsweredAndFailSilently) {
    const QString path = write(encoded(sample(), "png"));
    ImageLoader loader;
    QSignalSpy prefetched(&loader, &ImageLoader::prefetched), failed(&loader, &ImageLoader::failed);
    loader.prefetch(ImageId{1}, at("gone.png"));
    loader.prefetch(ImageId{2}, path);
    loader.prefetch(ImageId{3}, path);
    while (prefetched.size() < 2)
        ASSERT_TRUE(prefetched.wait(10'000));
    EXPECT_EQ(prefetched[0][0].value<LoadedImage>().id, ImageId{2});
    EXPECT_EQ(prefetched[1][0].value<LoadedImage>().id, ImageId{3});
    EXPECT_TRUE(failed.isEmpty());
}

TEST_F(ImageLoading, loadTakesOverARunningPrefetchAndForgetsTheRest) {
    const QString path = write(encoded(sample(1500, 1000), "png"));
    ImageLoader loader;
    QSignalSpy loaded(&loader, &ImageLoader::loaded), prefetched(&loader, &ImageLoader::prefetched);
    loader.prefetch(ImageId{1}, path);
    loader.prefetch(ImageId{2}, path);
    loader.load(ImageId{1}, path);
    ASSERT_TRUE(loaded.wait(10'000));
    QTest::qWait(100);
    ASSERT_EQ(loaded.size(), 1);
    EXPECT_EQ(loaded[0][0].value<LoadedImage>().id, ImageId{1});
    EXPECT_TRUE(prefetched.isEmpty());
}

TEST_F(ImageLoading, whateverADecoderThrowsIsAnswered) {
    ImageLoader loader(nullptr, [](const QString& path, const std::stop_token&) -> Result<LoadedImage> {
        if (path == QLatin1String("no memory"))
            throw std::bad_alloc();
        if (path == QLatin1String("no luck"))
            throw std::runtime_error("out of luck");
        return LoadedImage{};
    });
    QSignalSpy failed(&loader, &ImageLoader::failed), prefetched(&loader, &ImageLoader::prefetched);
    loader.load(ImageId{1}, QStringLiteral("no memory"));
    ASSERT_TRUE(failed.wait(10'000));
    EXPECT_EQ(failed[0][0].value<ImageId>(), ImageId{1});
    EXPECT_TRUE(failed[0][1].toString().startsWith(QStringLiteral("no memory needs more memory")));
    loader.load(ImageId{2}, QStringLiteral("no luck"));
    ASSERT_TRUE(failed.wait(10'000));
    EXPECT_EQ(failed[1][1].toString(), QStringLiteral("no luck can't be read: out of luck."));
    loader.prefetch(ImageId{3}, QStringLiteral("no luck"));
    loader.prefetch(ImageId{4}, QStringLiteral("fine"));
    ASSERT_TRUE(prefetched.wait(10'000)) << "a prefetch that fails holds up no other";
    EXPECT_EQ(prefetched[0][0].value<LoadedImage>().id, ImageId{4});
}

TEST_F(ImageLoading, aNewWishStopsWhatIsDecoded) {
    std::atomic<int> stopped = 0;
    const auto untilStopped = [&stopped](const QString& path,
                                         const std::stop_token& stop) -> Result<LoadedImage> {
        while (path == QLatin1String("endless") && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        stopped += stop.stop_requested() ? 1 : 0;
        return LoadedImage{};
    };
    {
        ImageLoader loader(nullptr, untilStopped);
        QSignalSpy loaded(&loader, &ImageLoader::loaded);
        loader.prefetch(ImageId{1}, QStringLiteral("endless"));
        for (qint64 id = 2; id < 6; ++id) { // more than there are threads
            loader.load(ImageId{id}, QStringLiteral("endless"));
            QTest::qWait(20);
        }
        loader.load(ImageId{6}, QStringLiteral("fine"));
        ASSERT_TRUE(loaded.wait(10'000));
        EXPECT_EQ(loaded[0][0].value<LoadedImage>().id, ImageId{6});
        EXPECT_TRUE(QTest::qWaitFor([&] { return stopped == 5; }, 10'000));
        loader.load(ImageId{7}, QStringLiteral("endless"));
    } // returns although the last is endless
}

TEST_F(ImageFile, decodingEndsSoonOnceItIsStopped) {
    // Large enough that no machine is through before it is told to stop.
    const QImage picture = sample(3000, 3000);
    for (const char* format : {"png", "jpeg"}) {
        const QByteArray bytes = encoded(picture, format, 90);
        QElapsedTimer whole;
        whole.start();
        ASSERT_TRUE(decodeImage(bytes));
        const double toTheEnd = double(whole.elapsed());
        std::stop_source source;
        DecodeOptions options;
        options.stop = source.get_token();
        QElapsedTimer since;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            since.start();
            source.request_stop();
        });
        const Result<DecodedImage> decoded = decodeImage(bytes, options);
        stopper.join();
        const auto waited = double(since.elapsed());
        EXPECT_LT(waited, 200 * test::kSlowdown) << format;
        // JPEG's decoder fills what is missing with grey before it ends.
        EXPECT_TRUE(waited < toTheEnd / 2 || format == QByteArrayView("jpeg"))
            << waited << " of " << toTheEnd;
        ASSERT_FALSE(decoded) << format;
        EXPECT_EQ(decoded.error().code, ErrorCode::Cancelled);
    }
}

TEST_F(ImageLoading, goesAwayWhileDecoding) {
    const QString path = write(encoded(sample(1500, 1000), "png"));
    for (int i = 0; i < 10; ++i) {
        ImageLoader loader;
        loader.prefetch(ImageId{1}, path);
        loader.load(ImageId{2}, path);
    }
    SUCCEED();
}

} // namespace
} // namespace core
