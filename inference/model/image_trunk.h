// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/run.h"
#include "inference/tensor/tensor.h"

namespace inference {

/// The part of a model that makes an image into the map everything else looks at.
class ImageTrunk {
public:
    ImageTrunk() = default;
    ImageTrunk(const ImageTrunk&) = delete;
    ImageTrunk& operator=(const ImageTrunk&) = delete;
    virtual ~ImageTrunk() = default;
    /// pixels [R,R,3] in [-1,1] → [g,g,E].
    virtual Result<Tensor> operator()(Run& run, const Tensor& pixels) const = 0;
};

} // namespace inference
