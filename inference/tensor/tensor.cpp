// SPDX-License-Identifier: Apache-2.0
#include "inference/tensor/tensor.h"

#include <cassert>
#include <utility>

namespace inference {

std::int64_t elementCount(const Shape& shape) {
    std::int64_t count = 1;
    for (const std::int64_t extent : shape)
        count *= extent;
    return count;
}

std::string toString(const Shape& shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (i > 0)
            text += ", ";
        text += std::to_string(shape[i]);
    }
    return text + "]";
}

Tensor::Tensor(std::shared_ptr<Storage> storage, DType type, Shape shape, std::size_t byteOffset)
    : m_storage(std::move(storage)), m_type(type), m_shape(std::move(shape)), m_offset(byteOffset) {
    assert(m_storage && m_offset + bytes() <= m_storage->size());
}

std::int64_t Tensor::dim(int index) const {
    const int position = index < 0 ? index + rank() : index;
    assert(position >= 0 && position < rank());
    return m_shape[static_cast<std::size_t>(position)];
}

Tensor Tensor::reshaped(Shape shape) const {
    assert(elementCount(shape) == count());
    Tensor result = *this;
    result.m_shape = std::move(shape);
    return result;
}

Tensor Tensor::rows(std::int64_t begin, std::int64_t end) const {
    assert(rank() >= 1 && 0 <= begin && begin <= end && end <= dim(0));
    Tensor result = *this;
    result.m_shape[0] = 1;
    const std::size_t rowBytes = result.bytes();
    result.m_shape[0] = end - begin;
    result.m_offset += static_cast<std::size_t>(begin) * rowBytes;
    return result;
}

const void* Tensor::data() const {
    assert(m_storage && m_storage->hostData());
    return static_cast<const std::byte*>(m_storage->hostData()) + m_offset;
}

void* Tensor::data() {
    assert(m_storage && m_storage->hostData());
    return static_cast<std::byte*>(m_storage->hostData()) + m_offset;
}

float* Tensor::f32() {
    assert(m_type == DType::F32);
    return static_cast<float*>(data());
}

const float* Tensor::f32() const {
    assert(m_type == DType::F32);
    return static_cast<const float*>(data());
}

} // namespace inference
