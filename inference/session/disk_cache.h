// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/device.h"
#include "inference/tensor/tensor.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

namespace inference {

/// Image encoder outputs as files, in half precision: an image that was seen on another day costs its necks
/// alone. The files used least recently go when they exceed a number of bytes. A cache may lose anything, so
/// nothing here fails: a file that is damaged or of another key is removed and counts as absent. For one
/// thread; files are written on another one.
class DiskCache {
public:
    DiskCache() = default; ///< holds nothing
    DiskCache(std::filesystem::path folder, std::uint64_t maxBytes);

    /// As f32, on the device.
    std::optional<Tensor> find(Device& device, const std::string& key);
    /// f32 values; returns once they were copied.
    void insert(const std::string& key, const Tensor& trunk);
    /// Until what was inserted is written.
    void wait();

private:
    std::filesystem::path fileOf(const std::string& key) const;

    std::filesystem::path m_folder; ///< empty: holds nothing
    std::uint64_t m_maxBytes = 0;
    std::jthread m_writer;
};

} // namespace inference
