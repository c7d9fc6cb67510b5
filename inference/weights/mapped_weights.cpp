// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/mapped_weights.h"

namespace inference {

MappedWeights::MappedWeights(std::vector<std::unique_ptr<MappedFile>> files, WeightIndex index)
    : m_files(std::move(files)), m_index(std::move(index)) {}

void MappedWeights::expect(std::span<const std::byte> bytes) const {
    for (const auto& file : m_files)
        file->expect(bytes);
}

void MappedWeights::forget(std::span<const std::byte> bytes) const {
    for (const auto& file : m_files)
        file->forget(bytes);
}

} // namespace inference
