// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/name_tables.h"
#include "inference/weights/weight_source.h"

#include <memory>
#include <string_view>

namespace inference {

enum class Naming { Official, HuggingFace, Mlx };

/// "official", "Hugging Face", "MLX".
std::string_view namingName(Naming naming);

/// A checkpoint under the official model's names and shapes, whatever its file calls and how it lays out its
/// tensors (checkpoints §1.4). Tensors are renamed, joined, transposed and cut where they lie: nothing is
/// read, and an official file stays as it is, but for two things: tensors that no model needs are left out,
/// and the trunk's position table has no row for a class token ([1, n², E]).
class CanonicalSource : public WeightSource {
public:
    /// Error: CorruptFile (two tensors with one meaning, a block of a joined tensor that is missing or of
    /// another type, copies that differ).
    static Result<std::shared_ptr<const CanonicalSource>> create(std::shared_ptr<const WeightSource> file,
                                                                 const MlxNorms& norms = {});

    const Tensors& tensors() const override { return m_tensors; }
    const Metadata& metadata() const override { return m_file->metadata(); }
    void expect(std::span<const std::byte> bytes) const override { m_file->expect(bytes); }
    void forget(std::span<const std::byte> bytes) const override { m_file->forget(bytes); }
    Naming naming() const { return m_naming; }

private:
    CanonicalSource() = default;
    std::shared_ptr<const WeightSource> m_file;
    Tensors m_tensors;
    Naming m_naming = Naming::Official;
};

/// openWeights, then canonical names.
Result<std::shared_ptr<const CanonicalSource>> openCheckpoint(const std::filesystem::path& path);

} // namespace inference
