// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/tensor/tensor.h"
#include "inference/weights/weight_source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inference {

/// A tensor that a file is going to hold.
struct PlannedTensor {
    std::string name;
    DType type = DType::F32;
    Shape shape;
};

/// Writes a safetensors file whose tensors start at multiples of 64 bytes where the format allows it: it
/// knows no holes, so the header is padded and tensors of a multiple of 64 bytes come first; the few others
/// follow by falling element size and are aligned to their elements. The file appears under its name only
/// when it is complete; until then it is called `path` + ".part", which the destructor removes.
class SafetensorsWriter {
public:
    /// Writes the header. Names must differ. Errors: Io (no space for the whole file, no right to write).
    static Result<std::unique_ptr<SafetensorsWriter>> create(const std::filesystem::path& path,
                                                             std::vector<PlannedTensor> tensors,
                                                             const WeightSource::Metadata& metadata);
    ~SafetensorsWriter();
    SafetensorsWriter(const SafetensorsWriter&) = delete;
    SafetensorsWriter& operator=(const SafetensorsWriter&) = delete;

    /// All elements of one planned tensor; tensors come in any order. Error: Io.
    Status write(std::string_view name, std::span<const std::byte> bytes);
    /// Once, after every tensor was written. `check` looks at the whole file before it gets its name. Errors:
    /// Io, those of `check`.
    Status finish(const std::function<Status(const std::filesystem::path& part)>& check = {});

private:
    struct Place {
        std::uint64_t offset = 0; ///< from the start of the file
        std::size_t bytes = 0;
    };

    explicit SafetensorsWriter(std::filesystem::path path);
    Status writeHeader(const std::vector<PlannedTensor>& tensors, const WeightSource::Metadata& metadata);
    Status checkSpace() const;
    tl::unexpected<Error> writeFailed() const;

    std::filesystem::path m_path;
    std::filesystem::path m_part;
    std::map<std::string, Place, std::less<>> m_places;
    std::uint64_t m_total = 0;
    std::uint64_t m_written = 0;
    std::ofstream m_stream;
    bool m_isFinished = false;
};

} // namespace inference
