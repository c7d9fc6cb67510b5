// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/device.h"

#include <memory>

namespace inference {

/// The processor as a device: complete, always there. `threads` as in EngineOptions.
Result<std::unique_ptr<Device>> openCpuDevice(int threads);

} // namespace inference
