// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/dtype.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace inference {

using Shape = std::vector<std::int64_t>;

std::int64_t elementCount(const Shape& shape);
std::string toString(const Shape& shape); ///< "[3, 1008, 1008]"

/// A block of one device's memory. The device that made it decides what happens when the last tensor lets go.
class Storage {
public:
    virtual ~Storage() = default;
    virtual void* hostData() = 0; ///< null if the host can't address it
    virtual std::size_t size() const = 0;
};

/// A contiguous, row-major view of a device's memory. Copying shares the memory. Shared ownership, because
/// slices, caches and weights hold the same block. Feature maps are channel-last, [H, W, C], so that a map is
/// also [H*W, C] tokens.
class Tensor {
public:
    Tensor() = default;
    Tensor(std::shared_ptr<Storage> storage, DType type, Shape shape, std::size_t byteOffset = 0);

    bool isEmpty() const { return m_storage == nullptr; }
    DType type() const { return m_type; }
    const Shape& shape() const { return m_shape; }
    int rank() const { return static_cast<int>(m_shape.size()); }
    std::int64_t dim(int index) const; ///< negative counts from the end
    std::int64_t count() const { return elementCount(m_shape); }
    std::size_t bytes() const { return static_cast<std::size_t>(count()) * sizeOf(m_type); }

    /// The same elements under another shape of equal count.
    Tensor reshaped(Shape shape) const;
    /// Elements [begin, end) of the first dimension.
    Tensor rows(std::int64_t begin, std::int64_t end) const;

    /// Host pointers; only for tensors the host can address (the CPU device's).
    float* f32();
    const float* f32() const;
    const void* data() const;
    void* data();

private:
    std::shared_ptr<Storage> m_storage;
    DType m_type = DType::F32;
    Shape m_shape;
    std::size_t m_offset = 0;
};

} // namespace inference
