// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_decoder.h"

#include <QImageReader>
#include <QLoggingCategory>

#include <cstdint>
#include <cstdlib>

/// Any bytes as a picture: decoded to upright RGB, or refused with a sentence. Large sizes are skipped, for
/// speed only.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool kQuiet = [] {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        return true;
    }();
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const core::Result<QSize> imageSize = core::imageSizeOf(bytes);
    if (kQuiet && imageSize && qint64(imageSize->width()) * imageSize->height() > 1'000'000)
        return 0;
    const core::Result<core::DecodedImage> decoded = core::decodeImage(bytes);
    if (!decoded && (decoded.error().message.empty() || decoded.error().message.back() != '.'))
        std::abort();
    if (decoded && decoded->image.format() != QImage::Format_RGB32)
        std::abort();
    return 0;
}
