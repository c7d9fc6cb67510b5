// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

/// The transforms that are compiled for each instruction set; each works on n channels side by side.
namespace inference::cpu {

/// Components of a transformed tile, row by row.
constexpr std::size_t kWinogradParts = 36;
/// Pixels of a tile: 4x4, made of 6x6.
constexpr std::size_t kWinogradOutputs = 16;

/// Kernel g [3,3] of vectors → G·g·Gᵀ; the parts of `to` lie `stride` floats apart, as below.
void transformKernel(const std::array<const float*, 9>& g, std::int64_t n, float* to, std::int64_t stride);
/// Pixels d [6,6] of vectors → Bᵀ·d·B.
void transformPixels(const std::array<const float*, kWinogradParts>& d, std::int64_t n, float* to,
                     std::int64_t stride);
/// Parts m [6,6] of vectors → the outputs Aᵀ·m·A [4,4]; where an output's pointer is null it is left out.
void transformBack(const float* m, std::int64_t stride, std::int64_t n,
                   const std::array<float*, kWinogradOutputs>& to);

} // namespace inference::cpu
