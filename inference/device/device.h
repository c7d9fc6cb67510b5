// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/api/types.h"
#include "inference/tensor/tensor.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace inference {

class Kernels;
class ThreadPool;

struct DeviceInfo {
    std::string name;
    std::size_t memoryBytes = 0;
};

/// Memory and a queue. One backend each: inference/cpu, inference/vulkan.
class Device {
public:
    virtual ~Device() = default;
    virtual const DeviceInfo& info() const = 0;
    /// Uninitialised memory, taken from the device's list of freed blocks where one fits.
    virtual Tensor allocate(DType type, Shape shape) = 0;
    /// Gives the list of freed blocks back: what comes next asks for other sizes.
    virtual void releaseUnused() {}
    /// Copies host bytes; row-major.
    virtual Tensor upload(std::span<const std::byte> bytes, DType type, Shape shape) = 0;
    /// Waits for the work that makes `from`, then copies it to the host.
    virtual Status download(const Tensor& from, std::span<std::byte> to) = 0;
    /// Sends what is recorded; reports the device's sticky error. The CPU has nothing to do.
    virtual Status submit() = 0;
    virtual Kernels& kernels() = 0;
    /// Host threads for work that stays on the host (preprocessing, mask enlargement).
    virtual ThreadPool& threads() = 0;
};

/// Opens the device of `choice`; `threads` as in EngineOptions.
Result<std::unique_ptr<Device>> openDevice(DeviceChoice choice, int threads);

} // namespace inference
