// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/parallel.h"
#include "inference/cpu/cpu_memory.h"
#include "inference/device/kernels.h"

#include <cstdint>

/// 3x3 convolutions with 36 instead of 144 multiplications for each 4x4 outputs (Winograd's F(4x4, 3x3)).
namespace inference::cpu {

/// Whether a convolution is of that kind and large enough to gain.
bool suitsWinograd(const Tensor& x, const ConvWeights& w);

/// y = act(conv(x, w) + bias) on all threads, until the run is interrupted. Needs suitsWinograd.
void convolveWinograd(const Run& run, ThreadPool& threads, MemoryPool& memory, const Tensor& x,
                      const ConvWeights& w, Activation act, Tensor& y);

} // namespace inference::cpu
