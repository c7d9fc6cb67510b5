// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/tensor/tensor.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace inference {

/// One tensor as a file stores it: row-major, little-endian.
struct StoredTensor {
    std::string typeName;      ///< the file's spelling, such as "BF16"
    std::optional<DType> type; ///< empty: a type that the engine has no name for, such as F64
    Shape shape;
    std::span<const std::byte> bytes; ///< exactly the shape's elements; lives as long as the source
};

/// A file of named tensors.
class WeightSource {
public:
    using Tensors = std::map<std::string, StoredTensor, std::less<>>;
    using Metadata = std::map<std::string, std::string>;

    virtual ~WeightSource() = default;
    virtual const Tensors& tensors() const = 0;
    virtual const Metadata& metadata() const = 0;
};

/// Opens by content, not by extension. Shared, because tensors that are used straight from the file keep it
/// open. Errors: NotFound, Io, CorruptFile, Unsupported (a PyTorch archive, another program's file).
Result<std::shared_ptr<const WeightSource>> openWeights(const std::filesystem::path& path);

} // namespace inference
