// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/device.h"

#include <memory>

namespace inference {

/// The best Vulkan device of this machine; Unsupported if there is none or the program was built without
/// Vulkan. `threads` is for work that stays on the host, as in EngineOptions.
Result<std::unique_ptr<Device>> openVulkanDevice(int threads);

} // namespace inference
