// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/mapped_file.h"
#include "inference/weights/weight_source.h"

#include <memory>
#include <span>

namespace inference {

/// What a safetensors file holds. Everything in it was checked against the file's size.
struct SafetensorsIndex {
    WeightSource::Tensors tensors;
    WeightSource::Metadata metadata;
};

/// True if the first bytes are a header length that fits, followed by a JSON object.
bool looksLikeSafetensors(std::span<const std::byte> file);

/// Reads the header of a whole file. Every rule of the format is checked before a tensor is handed out: the
/// header's length, its JSON (depth, duplicates, number form, name length), each tensor's size, and that the
/// tensors cover the data without a hole or an overlap. The spans of the result point into `file`. Error:
/// CorruptFile.
Result<SafetensorsIndex> readSafetensors(std::span<const std::byte> file);

/// A memory-mapped safetensors file.
class SafetensorsFile : public WeightSource {
public:
    static Result<std::shared_ptr<const WeightSource>> open(std::unique_ptr<MappedFile> file);

    const Tensors& tensors() const override { return m_index.tensors; }
    const Metadata& metadata() const override { return m_index.metadata; }

private:
    SafetensorsFile(std::unique_ptr<MappedFile> file, SafetensorsIndex index);
    std::unique_ptr<MappedFile> m_file;
    SafetensorsIndex m_index;
};

} // namespace inference
