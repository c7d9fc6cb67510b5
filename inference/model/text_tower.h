// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/run.h"
#include "inference/tensor/tensor.h"

#include <cstdint>
#include <span>

namespace inference {

/// The part of a model that makes a phrase into rows of the prompt.
class TextTower {
public:
    TextTower() = default;
    TextTower(const TextTower&) = delete;
    TextTower& operator=(const TextTower&) = delete;
    virtual ~TextTower() = default;
    /// `ids` of the whole context, padded with 0 → rows [n,C] of the ids that are not 0 (what nobody attends
    /// to afterwards is left out).
    virtual Result<Tensor> operator()(Run& run, std::span<const std::int32_t> ids) const = 0;
};

} // namespace inference
