// SPDX-License-Identifier: Apache-2.0
#include "inference/vulkan/vk_device.h"

namespace inference {

Result<std::unique_ptr<Device>> openVulkanDevice(int /*threads*/) {
    return fail(ErrorCode::Unsupported, "This program was built without Vulkan; use the CPU device.");
}

} // namespace inference
