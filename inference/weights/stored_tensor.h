// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inference {

/// A type that weight files may hold, under the name that safetensors gives it.
struct StoredType {
    std::string_view name;
    std::size_t size;          ///< bytes of one element
    std::optional<DType> type; ///< empty: the engine has no name for it
};

/// Null if there is no such type.
const StoredType* findStoredType(std::string_view name);

/// Elements of a file that lie apart: element (i, j, …) of `shape` lies Σ index · stride elements after the
/// first of `bytes`.
struct Piece {
    std::span<const std::byte> bytes; ///< from the first element to the last one that is used
    Shape shape;
    std::vector<std::int64_t> strides; ///< in elements, not negative; as many as the shape has dimensions
};

/// One tensor of a file: little-endian, and row-major once it is put together. Either the file holds it in
/// one stretch (`bytes`), or it has to be put together (`pieces`): each piece in row-major order, one after
/// the other. Nothing is read before somebody asks for the elements.
struct StoredTensor {
    std::string typeName;      ///< the name of a StoredType, such as "BF16"
    std::optional<DType> type; ///< empty: a type that the engine has no name for, such as F64
    Shape shape;
    std::span<const std::byte> bytes; ///< exactly the shape's elements; lives as long as the source
    std::shared_ptr<const std::vector<Piece>> pieces =
        nullptr; ///< null: `bytes` is the tensor; else that is empty

    bool isContiguous() const { return pieces == nullptr; }
};

/// Bytes of the tensor once it is put together.
std::size_t storedSize(const StoredTensor& stored);

/// The stretches of the file that hold the tensor: one, or one for each piece.
std::vector<std::span<const std::byte>> storedSpans(const StoredTensor& stored);

/// Writes the elements in row-major order; `to` has storedSize() bytes.
void materialise(const StoredTensor& stored, std::span<std::byte> to);
std::vector<std::byte> materialise(const StoredTensor& stored);

/// True if every element is a finite number. Types without such values are always finite.
bool isFinite(const StoredTensor& stored);

// Tensors made of others. They keep the type, read nothing, and live as long as the source of their parts. A
// tensor of another shape with the same order of elements needs no function: assign its `shape`.

/// The parts one after the other along the first dimension. They have one type, one rank of at least 1, and
/// the same other dimensions.
StoredTensor concatenated(const std::vector<StoredTensor>& parts);

/// Dimension i of the result is dimension order[i] of `stored`, which must not be a concatenation: permute
/// the parts first. {1, 0} transposes a matrix.
StoredTensor permuted(const StoredTensor& stored, const std::vector<std::size_t>& order);

/// Elements [begin, end) of the first dimension of a tensor that is not a concatenation.
StoredTensor rowsOf(const StoredTensor& stored, std::int64_t begin, std::int64_t end);

} // namespace inference
