// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QSize>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// The samples of a picture with more than eight bits or other channels than three colours, as they are
/// stored. Integers beyond 2^24 are rounded to floats.
struct DeepImage {
    QSize size;
    int channels = 1;
    std::vector<float> samples; ///< [H,W,C]
    /// The range of a photograph's integers, which is shown whole; other samples are stretched.
    std::optional<std::pair<float, float>> fullRange;

    /// The samples of one pixel inside the picture.
    const float* at(int x, int y) const {
        return samples.data() +
               (std::size_t(y) * std::size_t(size.width()) + std::size_t(x)) * std::size_t(channels);
    }
};

/// How samples become the 8-bit colours on the screen.
struct DisplayWindow {
    float low = 0;                        ///< this and less is black
    float high = 1;                       ///< this and more is white
    float gamma = 1;                      ///< above 1 brightens the middle
    std::array<int, 3> channels{0, 0, 0}; ///< shown as red, green and blue
    bool operator==(const DisplayWindow&) const = default;
};

/// The window that the engine sees and the canvas begins with: the full range of a photograph, else the 0.1
/// and 99.9 percentiles of the shown channels; one channel is grey, of several the first three are shown.
DisplayWindow defaultWindow(const DeepImage& image);
/// Format_RGB32; a null image if there is no memory for it. Samples that are not finite are black.
QImage windowed(const DeepImage& image, const DisplayWindow& window);

/// Brightness, contrast and gamma of an ordinary picture, for the view only: `window` is in 0..255.
QImage adjusted(const QImage& image, const DisplayWindow& window);

/// Turned and mirrored as an EXIF or TIFF orientation (1..8) asks; anything else leaves it as it is.
DeepImage oriented(DeepImage image, int orientation);
/// A 16-bit QImage (Grayscale16, RGBX64 and the like) as samples.
DeepImage deepImageOf(const QImage& image);

/// What windowed(deepImageOf(image)) gives through its default window, for pictures whose samples are too
/// many to keep. The window is measured on evenly spaced rows, of about `measured` samples. The image is null
/// if there is no memory for it.
std::pair<QImage, DisplayWindow> windowedInBands(const QImage& image, qint64 measured = qint64(1) << 24);

} // namespace core
