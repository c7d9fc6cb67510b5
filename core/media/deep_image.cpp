// SPDX-License-Identifier: Apache-2.0
#include "core/media/deep_image.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace core {
namespace {

constexpr int kBins = 65536;

/// The smallest and largest finite sample of the shown channels.
std::pair<float, float> rangeOf(const DeepImage& image, const std::array<int, 3>& channels) {
    float low = std::numeric_limits<float>::infinity();
    float high = -low;
    for (std::size_t i = 0; i < image.samples.size(); i += std::size_t(image.channels)) {
        for (const int c : channels) {
            const float value = image.samples[i + std::size_t(c)];
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    return {low, high};
}

/// Bytes for the numbers from `low` to `high`, as a table of equal steps.
class Shades {
public:
    Shades(const DisplayWindow& window) : m_low(window.low), m_scale(0) {
        const double width = double(window.high) - double(window.low);
        m_scale = width > 0 ? (kBins - 1) / width : 0;
        const double power = 1.0 / std::clamp(double(window.gamma), 0.05, 20.0);
        for (int i = 0; i < kBins; ++i) {
            m_shades[std::size_t(i)] = quint8(std::lround(255 * std::pow(double(i) / (kBins - 1), power)));
        }
    }
    int of(float value) const {
        if (!std::isfinite(value)) {
            return 0;
        }
        if (m_scale <= 0) {
            return double(value) > m_low ? 255 : 0;
        }
        return m_shades[std::size_t(
            std::clamp((double(value) - m_low) * m_scale + 0.5, 0.0, double(kBins - 1)))];
    }

private:
    double m_low;
    double m_scale;
    std::array<quint8, kBins> m_shades{};
};

} // namespace

DisplayWindow defaultWindow(const DeepImage& image) {
    DisplayWindow window;
    const int last = image.channels - 1;
    window.channels =
        image.channels < 3 ? std::array{0, 0, 0} : std::array{0, std::min(1, last), std::min(2, last)};
    if (image.fullRange) {
        window.low = image.fullRange->first;
        window.high = image.fullRange->second;
        return window;
    }
    const std::pair<float, float> range = rangeOf(image, window.channels);
    const float low = range.first;
    const float high = range.second;
    if (!(low < high)) {
        window.low = std::isfinite(low) ? low : 0;
        window.high = window.low + 1;
        return window;
    }
    // One bin for each whole number where they fit, so that the percentiles of integers are exact.
    const double width = double(high) - double(low);
    const bool whole = width >= 256 && width <= kBins - 1; // less is likely floats between 0 and 1
    const double bin = whole ? 1 : width / (kBins - 1);
    std::vector<qint64> histogram(kBins);
    qint64 total = 0;
    for (std::size_t i = 0; i < image.samples.size(); i += std::size_t(image.channels)) {
        for (const int c : window.channels) {
            const float value = image.samples[i + std::size_t(c)];
            if (std::isfinite(value)) {
                ++histogram[std::size_t(std::clamp((double(value) - low) / bin, 0.0, double(kBins - 1)))];
                ++total;
            }
        }
    }
    const auto percentile = [&](double part) {
        qint64 sum = 0;
        int at = -1;
        while (at < kBins - 1 && double(sum) <= part * double(total)) {
            sum += histogram[std::size_t(++at)];
        }
        return float(double(low) + at * bin);
    };
    window.low = percentile(0.001);
    window.high = percentile(0.999);
    if (!(window.low < window.high)) {
        window.low = low;
        window.high = high;
    }
    return window;
}

QImage windowed(const DeepImage& image, const DisplayWindow& window) {
    QImage result(image.size, QImage::Format_RGB32);
    if (result.isNull()) {
        return result;
    }
    const Shades shades(window);
    const auto [r, g, b] = window.channels;
    const bool grey = r == g && g == b;
    for (int y = 0; y < result.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(result.scanLine(y));
        const float* in = image.at(0, y);
        for (int x = 0; x < result.width(); ++x, in += image.channels) {
            const int red = shades.of(in[r]);
            row[x] = grey ? qRgb(red, red, red) : qRgb(red, shades.of(in[g]), shades.of(in[b]));
        }
    }
    return result;
}

QImage adjusted(const QImage& image, const DisplayWindow& window) {
    const Shades shades(window);
    std::array<quint8, 256> table{};
    for (int i = 0; i < 256; ++i) {
        table[std::size_t(i)] = quint8(shades.of(float(i)));
    }
    QImage result(image.size(), QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        const auto* in = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        auto* out = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            out[x] = qRgb(table[std::size_t(qRed(in[x]))], table[std::size_t(qGreen(in[x]))],
                          table[std::size_t(qBlue(in[x]))]);
        }
    }
    return result;
}

DeepImage oriented(DeepImage image, int orientation) {
    if (orientation < 2 || orientation > 8) {
        return image;
    }
    const bool swapped = orientation >= 5;
    const bool mirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool flipped = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    DeepImage result;
    result.size = swapped ? image.size.transposed() : image.size;
    result.channels = image.channels;
    result.fullRange = image.fullRange;
    result.samples.resize(image.samples.size());
    auto out = result.samples.begin();
    for (int y = 0; y < result.size.height(); ++y) {
        for (int x = 0; x < result.size.width(); ++x) {
            // Where the pixel is stored: rows and columns change place before anything is mirrored.
            const int column = swapped ? y : x;
            const int row = swapped ? x : y;
            const bool fromRight = swapped ? (orientation == 7 || orientation == 8) : mirrored;
            const bool fromBelow = swapped ? (orientation == 6 || orientation == 7) : flipped;
            const float* in = image.at(fromRight ? image.size.width() - 1 - column : column,
                                       fromBelow ? image.size.height() - 1 - row : row);
            out = std::copy(in, in + image.channels, out);
        }
    }
    return result;
}

DeepImage deepImageOf(const QImage& image) {
    DeepImage result;
    result.size = image.size();
    const bool grey = image.format() == QImage::Format_Grayscale16;
    const QImage wide = grey ? image : image.convertToFormat(QImage::Format_RGBX64);
    result.channels = grey ? 1 : 3;
    if (!grey) {
        result.fullRange = {0.0F, 65535.0F};
    }
    result.samples.reserve(std::size_t(wide.width()) * std::size_t(wide.height()) *
                           std::size_t(result.channels));
    for (int y = 0; y < wide.height(); ++y) {
        const auto* row = reinterpret_cast<const quint16*>(wide.constScanLine(y));
        for (int x = 0; x < wide.width(); ++x) {
            for (int c = 0; c < result.channels; ++c) {
                result.samples.push_back(float(row[x * (grey ? 1 : 4) + c]));
            }
        }
    }
    return result;
}

std::pair<QImage, DisplayWindow> windowedInBands(const QImage& image, qint64 measured) {
    constexpr int kBand = 256; // rows
    constexpr int kChannels = 3;
    const qint64 samples = qint64(image.width()) * image.height() * kChannels;
    const int step = int(std::max<qint64>(1, samples / std::max<qint64>(1, measured)));
    QImage some(image.width(), (image.height() + step - 1) / step, image.format());
    QImage result(image.size(), QImage::Format_RGB32);
    if (some.isNull() || result.isNull()) {
        return {};
    }
    for (int y = 0; y < some.height(); ++y) {
        std::memcpy(some.scanLine(y), image.constScanLine(y * step), std::size_t(some.bytesPerLine()));
    }
    const DisplayWindow window = defaultWindow(deepImageOf(some));
    for (int top = 0; top < image.height(); top += kBand) {
        const int rows = std::min(kBand, image.height() - top);
        const QImage band = windowed(deepImageOf(image.copy(0, top, image.width(), rows)), window);
        for (int y = 0; y < band.height(); ++y) {
            std::memcpy(result.scanLine(top + y), band.constScanLine(y), std::size_t(band.bytesPerLine()));
        }
    }
    return {result, window};
}

} // namespace core
