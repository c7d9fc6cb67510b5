// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/weights/stored_tensor.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>

namespace inference {

/// Named tensors, from one file or several.
class WeightSource {
public:
    using Tensors = std::map<std::string, StoredTensor, std::less<>>;
    using Metadata = std::map<std::string, std::string>;

    virtual ~WeightSource() = default;
    virtual const Tensors& tensors() const = 0;
    virtual const Metadata& metadata() const = 0;
    /// These bytes of a tensor are read soon: what is said of several before the first is read is fetched
    /// from the disk together. A source that stands before another one hands this on.
    virtual void expect(std::span<const std::byte> /*bytes*/) const {}
    /// These bytes of a tensor were copied: their memory may go back to the system, which reads them from the
    /// file again should they be needed. A source that stands before another one hands this on.
    virtual void forget(std::span<const std::byte> /*bytes*/) const {}
};

/// What a checkpoint holds. Everything in it was checked against the file's size.
struct WeightIndex {
    WeightSource::Tensors tensors;
    WeightSource::Metadata metadata;
};

/// The file that is meant by a path: a file stands for itself; of a folder it is model.safetensors, else the
/// index of a model in parts, else the only .safetensors, .pt or .pth file. Errors: NotFound, Io,
/// InvalidArgument (a folder with several models).
Result<std::filesystem::path> weightsFileAt(const std::filesystem::path& path);

/// Opens a file, or the one of a folder (weightsFileAt), by content, not by extension: safetensors, the index
/// of safetensors parts, PyTorch's zip archive. Shared, because tensors that are used straight from the file
/// keep it open. Errors: NotFound, Io, InvalidArgument, CorruptFile, Unsupported (another program's file).
Result<std::shared_ptr<const WeightSource>> openWeights(const std::filesystem::path& path);

/// How the file at a path that openWeights opened stores its tensors: "safetensors", "safetensors in parts",
/// "PyTorch". Errors as openWeights.
Result<std::string> containerName(const std::filesystem::path& path);

} // namespace inference
