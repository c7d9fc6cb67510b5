// SPDX-License-Identifier: Apache-2.0
#include "inference/session/memory_estimate.h"

#include "inference/device/kernels.h"
#include "inference/model/model.h"
#include "inference/model/precision.h"

#include <algorithm>
#include <array>

#if __has_include(<unistd.h>)
#include <unistd.h>
#define MW_HAS_SYSCONF 1
#else
#define MW_HAS_SYSCONF 0
#endif

namespace inference {
namespace {

constexpr std::uint64_t kProgram = std::uint64_t{96} << 20; ///< code, a picture, the kernels' own buffers
constexpr std::uint64_t kSystem = std::uint64_t{1} << 30;   ///< what a machine needs beside us

/// Bytes of a tensor once it is loaded: what is no matrix or table is laid out anew, as f32.
std::uint64_t loadedBytes(const std::string& name, const Shape& shape, Precision precision) {
    const auto count = static_cast<std::uint64_t>(elementCount(shape));
    const bool isConvolution = shape.size() == 4 && shape[2] * shape[3] > 1;
    const DType type = isConvolution ? DType::F32 : storageType(name, shape, precision);
    const std::uint64_t scales = type == DType::I8 ? count / kQuantBlock * sizeof(float) : 0;
    return count * sizeOf(type) + scales;
}

std::uint64_t weightBytes(const WeightSource& source, Precision precision) {
    std::uint64_t total = 0;
    for (const auto& [name, tensor] : source.tensors())
        if (!isKnownExtra(name) && !isIgnorable(name) && !name.ends_with(".scale"))
            total += loadedBytes(name, tensor.shape, precision);
    return total;
}

/// Bytes beside the weights. T tokens, E and C the widths of the image encoder and the detector.
std::uint64_t workBytes(const Config& c) {
    const auto tokens = static_cast<std::uint64_t>(c.grid()) * static_cast<std::uint64_t>(c.grid());
    const auto wide = static_cast<std::uint64_t>(c.vitDim);
    const auto narrow = static_cast<std::uint64_t>(c.dModel);
    // Levels 16 + 4 + 1, the start of the fusion, the click part's 11, keys and values of the layers.
    const std::uint64_t features = tokens * narrow * (33 + 2 * static_cast<std::uint64_t>(c.geoLayers));
    const std::uint64_t block =
        tokens * (2 * wide + std::max(4 * wide, wide + static_cast<std::uint64_t>(c.vitHidden)));
    const std::uint64_t necks = tokens * 8 * wide; // both halves of the second enlargement
    const std::uint64_t masks = tokens * 16 * (3 * narrow + static_cast<std::uint64_t>(c.queries));
    return kProgram + sizeof(float) * (features + std::max({block, necks, masks}));
}

} // namespace

std::vector<MemoryNeed> memoryNeeds(const WeightSource& source, const Config& config) {
    constexpr std::array kPrecisions{Precision::F32, Precision::BF16, Precision::F16, Precision::Q8};
    const std::uint64_t machine = machineMemory();
    const std::uint64_t work = workBytes(config);
    std::vector<MemoryNeed> needs;
    for (const Precision precision : kPrecisions) {
        const std::uint64_t bytes = weightBytes(source, precision) + work;
        needs.push_back({precision, bytes, machine == 0 || bytes + kSystem <= machine});
    }
    return needs;
}

std::uint64_t machineMemory() {
#if MW_HAS_SYSCONF
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) : 0;
#else
    return 0;
#endif
}

} // namespace inference
