// SPDX-License-Identifier: Apache-2.0
// Any bytes as a model file: refused, or every tensor handed out lies inside the file, under canonical names,
// too.
#include "inference/model/config.h"
#include "inference/weights/canonical_source.h"
#include "inference/weights/safetensors_file.h"
#include "inference/weights/weight_scope.h"

#include <cstdint>
#include <cstdlib>

namespace {

class MemorySource : public inference::WeightSource {
public:
    explicit MemorySource(inference::WeightIndex index) : m_index(std::move(index)) {}
    const Tensors& tensors() const override { return m_index.tensors; }
    const Metadata& metadata() const override { return m_index.metadata; }

private:
    inference::WeightIndex m_index;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::byte> file(reinterpret_cast<const std::byte*>(data), size);
    auto index = inference::readSafetensors(file);
    if (!index)
        return 0;
    for (const auto& entry : index->tensors) {
        const auto bytes = entry.second.bytes;
        if (!bytes.empty() &&
            (bytes.data() < file.data() || bytes.data() + bytes.size() > file.data() + file.size()))
            std::abort();
        inference::toFloats(entry.second);
    }
    const auto source =
        inference::CanonicalSource::create(std::make_shared<const MemorySource>(std::move(*index)));
    if (!source)
        return 0;
    for (const auto& entry : (*source)->tensors())
        if (inference::materialise(entry.second).size() > file.size())
            std::abort();
    const auto config = inference::readConfig(**source, {});
    if (config && config->grid() < 1)
        std::abort();
    return 0;
}
