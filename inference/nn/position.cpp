// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/position.h"

#include <cmath>
#include <numbers>

namespace inference {
namespace {

constexpr double kSineTemperature = 10000.0;

/// The codes of an axis' positions: [grid, features].
std::vector<float> sineAxis(int grid, int features) {
    std::vector<float> code;
    const double step = 2.0 * std::numbers::pi / (grid + 1e-6);
    for (int position = 0; position < grid; ++position)
        for (int i = 0; i < features; ++i) {
            const int pair = i / 2; // sine and cosine of a pair share a frequency
            const double angle = (position + 1) * step / std::pow(kSineTemperature, 2.0 * pair / features);
            code.push_back(static_cast<float>(i % 2 == 0 ? std::sin(angle) : std::cos(angle)));
        }
    return code;
}

} // namespace

std::vector<float> sineMap(int grid, int channels) {
    const int features = channels / 2;
    const std::vector<float> axis = sineAxis(grid, features);
    std::vector<float> code;
    code.reserve(static_cast<std::size_t>(grid) * grid * channels);
    for (int y = 0; y < grid; ++y)
        for (int x = 0; x < grid; ++x) {
            code.insert(code.end(), axis.begin() + y * features, axis.begin() + (y + 1) * features);
            code.insert(code.end(), axis.begin() + x * features, axis.begin() + (x + 1) * features);
        }
    return code;
}

RopeAngles ropeAngles(int grid, int headDim, double theta, double scale) {
    RopeAngles table;
    const int perAxis = headDim / 4;
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column)
            for (int k = 0; k < 2 * perAxis; ++k) {
                const double frequency = std::pow(theta, -4.0 * (k % perAxis) / headDim);
                const double angle = (k < perAxis ? column : row) * scale * frequency;
                table.cosine.push_back(static_cast<float>(std::cos(angle)));
                table.sine.push_back(static_cast<float>(std::sin(angle)));
            }
    return table;
}

std::vector<float> FourierCode::operator()(double x, double y) const {
    const std::size_t half = m_matrix.size() / 2;
    std::vector<float> code(2 * half);
    for (std::size_t i = 0; i < half; ++i) {
        const double projected = (2 * x - 1) * m_matrix[i] + (2 * y - 1) * m_matrix[half + i];
        const double angle = 2.0 * std::numbers::pi * projected;
        code[i] = static_cast<float>(std::sin(angle));
        code[half + i] = static_cast<float>(std::cos(angle));
    }
    return code;
}

std::vector<float> FourierCode::map(int grid) const {
    std::vector<float> codes;
    for (int y = 0; y < grid; ++y)
        for (int x = 0; x < grid; ++x) {
            const std::vector<float> code = (*this)((x + 0.5) / grid, (y + 0.5) / grid);
            codes.insert(codes.end(), code.begin(), code.end());
        }
    return codes;
}

} // namespace inference
