// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/weight_source.h"

#include "inference/weights/mapped_weights.h"
#include "inference/weights/safetensors_file.h"

#include <array>
#include <cstring>
#include <string_view>

namespace inference {
namespace {

bool startsWith(std::span<const std::byte> bytes, std::size_t offset, std::string_view magic) {
    return bytes.size() >= offset + magic.size() &&
           std::memcmp(bytes.data() + offset, magic.data(), magic.size()) == 0;
}

/// What a file that is not safetensors most likely is.
std::string describeForeign(std::span<const std::byte> bytes) {
    if (bytes.empty())
        return "is empty; fetch it again";
    if (startsWith(bytes, 0, "PK\x03\x04"))
        return "is a PyTorch checkpoint or another archive; use the model's safetensors file";
    if (startsWith(bytes, 0, "\x80") || startsWith(bytes, 257, "ustar"))
        return "is a Python pickle, which can run code; use the model's safetensors file";
    if (startsWith(bytes, 0, "GGUF") || startsWith(bytes, 0, "ggml"))
        return "was converted for another program; use the original safetensors file";
    if (startsWith(bytes, 0, "{"))
        return "is a list of parts (sharded model); join them into one safetensors file";
    if (startsWith(bytes, 0, "version https://git-lfs"))
        return "is only a pointer to the real file; fetch the file itself";
    return "is not a model that this program knows, or it is damaged; use a safetensors file";
}

} // namespace

Result<std::filesystem::path> weightsFileAt(const std::filesystem::path& path) {
    return path;
}

Result<std::shared_ptr<const WeightSource>> openWeights(const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(std::unique_ptr<MappedFile> file, MappedFile::open(path));
    if (!looksLikeSafetensors(file->bytes()))
        return fail(ErrorCode::Unsupported,
                    path.filename().string() + " " + describeForeign(file->bytes()) + ".");
    ASSIGN_OR_RETURN(WeightIndex index, readSafetensors(file->bytes()));
    std::vector<std::unique_ptr<MappedFile>> files;
    files.push_back(std::move(file));
    return std::make_shared<const MappedWeights>(std::move(files), std::move(index));
}

} // namespace inference
