// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/demo_picture.h"

#include <cstdio>
#include <memory>

#if __has_include(<jpeglib.h>)
#include <jpeglib.h>
#define HAS_JPEG 1
#else
#define HAS_JPEG 0
#endif

namespace inference::test {

#if HAS_JPEG
bool canReadJpeg() {
    return true;
}

Picture readJpeg(const std::filesystem::path& path) {
    Picture picture;
    const std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file)
        return picture;
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, file.get());
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = JCS_RGB;
    jpeg_start_decompress(&jpeg);
    picture.width = static_cast<int>(jpeg.output_width);
    picture.height = static_cast<int>(jpeg.output_height);
    picture.channels = 3;
    picture.pixels.resize(std::size_t{jpeg.output_width} * jpeg.output_height * 3);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = picture.pixels.data() + std::size_t{jpeg.output_scanline} * jpeg.output_width * 3;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return picture;
}
#else
bool canReadJpeg() {
    return false;
}

Picture readJpeg(const std::filesystem::path& /*path*/) {
    return {};
}
#endif

} // namespace inference::test
