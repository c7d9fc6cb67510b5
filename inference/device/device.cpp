// SPDX-License-Identifier: Apache-2.0
#include "inference/device/device.h"

#include "inference/cpu/cpu_device.h"
#include "inference/vulkan/vk_device.h"

namespace inference {

Result<std::unique_ptr<Device>> openDevice(DeviceChoice choice, int threads) {
    if (choice == DeviceChoice::Auto) {
        if (Result<std::unique_ptr<Device>> device = openVulkanDevice(threads))
            return device;
    }
    return openCpuDevice(threads);
}

} // namespace inference
