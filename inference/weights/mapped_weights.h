// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/mapped_file.h"
#include "inference/weights/weight_source.h"

#include <memory>
#include <span>
#include <vector>

namespace inference {

/// Tensors that lie in memory-mapped files.
class MappedWeights : public WeightSource {
public:
    MappedWeights(std::vector<std::unique_ptr<MappedFile>> files, WeightIndex index);

    const Tensors& tensors() const override { return m_index.tensors; }
    const Metadata& metadata() const override { return m_index.metadata; }
    void expect(std::span<const std::byte> bytes) const override;
    void forget(std::span<const std::byte> bytes) const override;

private:
    std::vector<std::unique_ptr<MappedFile>> m_files;
    WeightIndex m_index;
};

} // namespace inference
