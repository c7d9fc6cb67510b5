// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/tensor.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace inference::test {

struct FloatTensor {
    Shape shape;
    std::vector<float> values;
};

/// A model file in memory, to be changed and written.
struct WeightFile {
    std::map<std::string, FloatTensor> tensors;
    std::map<std::string, std::string> metadata;
    DType type = DType::F32; ///< F32, F16 or BF16, for all tensors

    std::string bytes() const; ///< as safetensors
    void write(const std::filesystem::path& path) const;
    static WeightFile
    read(const std::filesystem::path& path); ///< float tensors only; aborts the test program if unreadable
};

/// A folder that disappears with the object.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace inference::test
