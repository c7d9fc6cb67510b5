// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/trace.h"
#include "inference/device/run.h"
#include "inference/tensor/tensor.h"

#include <string>

namespace inference {

/// True in tests that compare stages with the reference; ordinary runs skip what is computed for taps only.
inline bool wantsTaps(const Run& run) {
    return run.trace != nullptr && run.trace->wantsTaps();
}

inline void tap(const Run& run, const std::string& name, const Tensor& tensor) {
    if (wantsTaps(run))
        run.trace->tap(name, tensor);
}

} // namespace inference
