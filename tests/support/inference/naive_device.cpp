// SPDX-License-Identifier: Apache-2.0
#include "inference/base/parallel.h"
#include "tests/support/inference/naive_kernels.h"

#include <cstring>
#include <vector>

namespace inference::test {

namespace {

class HeapStorage final : public Storage {
public:
    explicit HeapStorage(std::size_t bytes) : m_bytes(bytes, std::byte{0xff}) {}
    void* hostData() override { return m_bytes.data(); }
    std::size_t size() const override { return m_bytes.size(); }

private:
    std::vector<std::byte> m_bytes;
};

class NaiveDevice final : public Device {
public:
    const DeviceInfo& info() const override { return m_info; }
    Tensor allocate(DType type, Shape shape) override {
        const std::size_t bytes = static_cast<std::size_t>(elementCount(shape)) * sizeOf(type);
        return {std::make_shared<HeapStorage>(bytes + 1), type, std::move(shape)};
    }
    Tensor upload(std::span<const std::byte> bytes, DType type, Shape shape) override {
        Tensor tensor = allocate(type, std::move(shape));
        if (!bytes.empty())
            std::memcpy(tensor.data(), bytes.data(), bytes.size());
        return tensor;
    }
    Status download(const Tensor& from, std::span<std::byte> to) override {
        if (!to.empty())
            std::memcpy(to.data(), from.data(), to.size());
        return {};
    }
    Status submit() override { return {}; }
    Kernels& kernels() override { return m_kernels; }
    ThreadPool& threads() override { return m_threads; }

private:
    DeviceInfo m_info = {"naive", 0};
    NaiveKernels m_kernels;
    ThreadPool m_threads{1};
};

} // namespace

std::unique_ptr<Device> makeNaiveDevice() {
    return std::make_unique<NaiveDevice>();
}

} // namespace inference::test
