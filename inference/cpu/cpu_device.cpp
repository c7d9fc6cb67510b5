// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_device.h"

#include "inference/base/parallel.h"
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/cpu_memory.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#if defined(__linux__)
#include <unistd.h>
#endif

namespace inference {

namespace {

/// Enough for everything that one block of the largest image encoder frees.
constexpr std::size_t kKeepBytes = std::size_t{1} << 28;

std::size_t hostMemory() {
#if defined(__linux__)
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageSize = sysconf(_SC_PAGESIZE);
    if (pages > 0 && pageSize > 0)
        return static_cast<std::size_t>(pages) * static_cast<std::size_t>(pageSize);
#endif
    return 0;
}

class CpuDevice final : public Device {
public:
    explicit CpuDevice(int threads)
        : m_threads(threads), m_memory(kKeepBytes), m_kernels(m_threads, m_memory) {
        m_info = {"CPU, " + std::to_string(m_threads.size()) + " threads", hostMemory()};
    }

    const DeviceInfo& info() const override { return m_info; }

    Tensor allocate(DType type, Shape shape) override {
        const auto count = static_cast<std::size_t>(elementCount(shape));
        return {m_memory.take(count * sizeOf(type)), type, std::move(shape)};
    }

    void releaseUnused() override { m_memory.releaseKept(); }

    Tensor upload(std::span<const std::byte> bytes, DType type, Shape shape) override {
        Tensor tensor = allocate(type, std::move(shape));
        assert(bytes.size() == tensor.bytes());
        if (!bytes.empty())
            std::memcpy(tensor.data(), bytes.data(), std::min(bytes.size(), tensor.bytes()));
        return tensor;
    }

    Status download(const Tensor& from, std::span<std::byte> to) override {
        if (to.size() != from.bytes())
            return fail(ErrorCode::InvalidArgument, "A tensor of shape " + toString(from.shape()) + " has " +
                                                        std::to_string(from.bytes()) + " bytes, but " +
                                                        std::to_string(to.size()) + " were asked for.");
        if (!to.empty())
            std::memcpy(to.data(), from.data(), to.size());
        return {};
    }

    Status submit() override { return {}; }
    Kernels& kernels() override { return m_kernels; }
    ThreadPool& threads() override { return m_threads; }

private:
    ThreadPool m_threads;
    cpu::MemoryPool m_memory;
    cpu::CpuKernels m_kernels;
    DeviceInfo m_info;
};

} // namespace

Result<std::unique_ptr<Device>> openCpuDevice(int threads) {
    if (threads < 0)
        return fail(ErrorCode::InvalidArgument, "The number of threads is " + std::to_string(threads) +
                                                    "; give 0 for one per processor, or more.");
    return std::make_unique<CpuDevice>(threads);
}

} // namespace inference
