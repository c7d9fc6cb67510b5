// SPDX-License-Identifier: Apache-2.0
#include "core/media/heif_reader.h"

#include "core/media/image_loader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include <libheif/heif.h>

namespace core {
namespace {

template <auto Free> struct Freed {
    template <class T> void operator()(T* object) const { Free(object); }
};
using Context = std::unique_ptr<heif_context, Freed<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Freed<heif_image_handle_release>>;
using Options = std::unique_ptr<heif_decoding_options, Freed<heif_decoding_options_free>>;
using Picture = std::unique_ptr<heif_image, Freed<heif_image_release>>;

tl::unexpected<Error> refusal(const heif_error& error) {
    if (error.code == heif_error_Unsupported_filetype || error.code == heif_error_Unsupported_feature ||
        error.code == heif_error_Decoder_plugin_error)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("is a HEIC or AVIF picture that this system has no codec for (%1). Install the "
                           "codec, or convert it to PNG or JPEG.")
                .arg(QString::fromUtf8(error.message).remove(QLatin1Char('.'))));
    if (error.code == heif_error_Memory_allocation_error)
        return fail(ErrorCode::OutOfMemory,
                    QStringLiteral("needs more memory than there is. Close other programs."));
    return fail(ErrorCode::CorruptFile, QStringLiteral("is damaged or cut off. Copy it again."));
}

struct Opened {
    Context context;
    Handle handle;
};

Result<Opened> openHeif(const QByteArray& bytes) {
    Opened opened{Context(heif_context_alloc()), nullptr};
    if (!opened.context)
        return fail(ErrorCode::OutOfMemory, QStringLiteral("needs more memory than there is."));
    heif_error error = heif_context_read_from_memory_without_copy(opened.context.get(), bytes.constData(),
                                                                  std::size_t(bytes.size()), nullptr);
    if (error.code != heif_error_Ok)
        return refusal(error);
    heif_image_handle* handle = nullptr;
    error = heif_context_get_primary_image_handle(opened.context.get(), &handle);
    if (error.code != heif_error_Ok)
        return refusal(error);
    opened.handle.reset(handle);
    const qint64 pixels = qint64(heif_image_handle_get_width(handle)) * heif_image_handle_get_height(handle);
    if (pixels <= 0)
        return fail(ErrorCode::CorruptFile, QStringLiteral("does not say how large it is."));
    if (pixels > kMaxPixels)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("has %1 million pixels, more than the %2 million that fit. Cut it into tiles.")
                .arg(pixels / 1'000'000)
                .arg(kMaxPixels / 1'000'000));
    return opened;
}

} // namespace

bool isHeif(const QByteArray& beginning) {
    static constexpr std::array kBrands = {"heic", "heix", "heim", "heis", "mif1", "avif", "avis", "miaf"};
    if (beginning.size() < 12 || std::memcmp(beginning.constData() + 4, "ftyp", 4) != 0)
        return false;
    return std::any_of(kBrands.begin(), kBrands.end(), [&](const char* brand) {
        return std::memcmp(beginning.constData() + 8, brand, 4) == 0;
    });
}

Result<QSize> heifSize(const QByteArray& bytes) {
    ASSIGN_OR_RETURN(const Opened opened, openHeif(bytes));
    return QSize(heif_image_handle_get_width(opened.handle.get()),
                 heif_image_handle_get_height(opened.handle.get()));
}

Result<QImage> readHeif(const QByteArray& bytes) {
    ASSIGN_OR_RETURN(const Opened opened, openHeif(bytes));
    const Options options(heif_decoding_options_alloc());
    if (!options)
        return fail(ErrorCode::OutOfMemory, QStringLiteral("needs more memory than there is."));
    options->convert_hdr_to_8bit = 1; // of 10 and 12 bits
    heif_image* decoded = nullptr;
    const heif_error error = heif_decode_image(opened.handle.get(), &decoded, heif_colorspace_RGB,
                                               heif_chroma_interleaved_RGB, options.get());
    if (error.code != heif_error_Ok)
        return refusal(error);
    const Picture picture(decoded);
    int stride = 0;
    const std::uint8_t* pixels = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    const QSize size(heif_image_get_width(decoded, heif_channel_interleaved),
                     heif_image_get_height(decoded, heif_channel_interleaved));
    if (pixels == nullptr || size.isEmpty())
        return fail(ErrorCode::CorruptFile, QStringLiteral("is damaged or cut off. Copy it again."));
    const QImage shared(pixels, size.width(), size.height(), stride, QImage::Format_RGB888);
    QImage image = shared.convertToFormat(QImage::Format_RGB32);
    if (image.isNull())
        return fail(
            ErrorCode::OutOfMemory,
            QStringLiteral("needs more memory than there is. Close other programs, or cut it into tiles."));
    return image;
}

} // namespace core
