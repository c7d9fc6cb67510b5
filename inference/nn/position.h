// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <vector>

namespace inference {

/// Position tables, computed once in double precision when a model is loaded (their angles reach tens of
/// radians).

/// Sine code of a map [grid·grid, channels]: y block, then x block, 1-based, one period a side (sam3-image
/// §5).
std::vector<float> sineMap(int grid, int channels);

struct RopeAngles {
    std::vector<float> cosine; ///< [grid·grid, headDim/2]
    std::vector<float> sine;
};
/// Axial rotation: the first half of the channel pairs turns with the column, the second with the row
/// (sam3-image §4).
RopeAngles ropeAngles(int grid, int headDim, double theta, double scale);

/// The random Fourier code of the click prompts (sam3-image §13). `matrix` [2, half], row 0 for x.
class FourierCode {
public:
    explicit FourierCode(std::vector<float> matrix) : m_matrix(std::move(matrix)) {}
    /// Code [2·half] of a point in [0,1]²: sines, then cosines.
    std::vector<float> operator()(double x, double y) const;
    /// Codes of the pixel centres of a map: [grid·grid, 2·half].
    std::vector<float> map(int grid) const;

private:
    std::vector<float> m_matrix;
};

} // namespace inference
