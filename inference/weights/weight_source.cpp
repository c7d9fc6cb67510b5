// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/weight_source.h"

#include "inference/weights/mapped_weights.h"
#include "inference/weights/safetensors_file.h"
#include "inference/weights/sharded_file.h"
#include "inference/weights/torch_file.h"
#include "inference/weights/zip_reader.h"

#include <cstring>
#include <string_view>
#include <system_error>
#include <vector>

namespace inference {
namespace {

namespace fs = std::filesystem;

bool startsWith(std::span<const std::byte> bytes, std::size_t offset, std::string_view magic) {
    return bytes.size() >= offset + magic.size() &&
           std::memcmp(bytes.data() + offset, magic.data(), magic.size()) == 0;
}

/// What a file that is no checkpoint we know most likely is.
std::string describeForeign(std::span<const std::byte> bytes) {
    constexpr std::string_view kLegacyTorch("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e",
                                            15);
    if (bytes.empty())
        return "is empty; fetch it again";
    if (startsWith(bytes, 0, kLegacyTorch) || startsWith(bytes, 257, "ustar"))
        return "was saved in PyTorch's old format; save it again with a newer PyTorch, or use the model's "
               "safetensors file";
    if (bytes.size() >= 2 && startsWith(bytes, 0, "\x80") && bytes[1] >= std::byte{2} &&
        bytes[1] <= std::byte{5})
        return "is a Python pickle, which can run code; use the model's safetensors file";
    for (const std::string_view magic :
         {"GGUF", "ggml", "lmgg", "tjgg"}) // the last two: little-endian numbers
        if (startsWith(bytes, 0, magic))
            return "was converted for another program; open the original file";
    if (startsWith(bytes, 0, "version https://git-lfs"))
        return "is only a pointer to the real file; fetch the file itself";
    if (startsWith(bytes, 0, "<!DOCTYPE") || startsWith(bytes, 0, "<html"))
        return "is a web page instead of a model; fetch the file itself, after signing in if it asks for "
               "that";
    return "is not a model that this program knows, or it is damaged; use a safetensors or PyTorch file";
}

bool isIndex(const fs::path& path, std::span<const std::byte> bytes) {
    constexpr std::string_view kEnding = ".index.json";
    const std::string name = path.filename().string();
    const bool hasEnding = name.size() > kEnding.size() &&
                           name.compare(name.size() - kEnding.size(), kEnding.size(), kEnding) == 0;
    return startsWith(bytes, 0, "{") || hasEnding;
}

/// The model files of a folder by kind.
struct Listing {
    std::vector<fs::path> indices;
    std::vector<fs::path> weights;
};

Result<Listing> listFolder(const fs::path& folder) {
    Listing listing;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        const std::string extension = it->path().extension().string();
        if (name.size() > 11 && name.compare(name.size() - 11, 11, ".index.json") == 0)
            listing.indices.push_back(it->path());
        else if (extension == ".safetensors" || extension == ".pt" || extension == ".pth")
            listing.weights.push_back(it->path());
    }
    if (error)
        return fail(ErrorCode::Io, folder.string() + " can't be read: " + error.message() + ".");
    return listing;
}

} // namespace

Result<fs::path> weightsFileAt(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path, error))
        return path;
    const fs::path usual = path / "model.safetensors";
    if (fs::is_regular_file(usual, error))
        return usual;
    ASSIGN_OR_RETURN(const Listing listing, listFolder(path));
    if (listing.indices.size() == 1)
        return listing.indices.front();
    if (listing.indices.empty() && listing.weights.size() == 1)
        return listing.weights.front();
    if (listing.indices.empty() && listing.weights.empty())
        return fail(ErrorCode::NotFound, "The folder " + path.string() +
                                             " holds no model; choose one with a .safetensors or .pt file.");
    return fail(ErrorCode::InvalidArgument,
                "The folder " + path.string() + " holds several models; choose one of its files.");
}

Result<std::shared_ptr<const WeightSource>> openWeights(const fs::path& given) {
    ASSIGN_OR_RETURN(const fs::path path, weightsFileAt(given));
    ASSIGN_OR_RETURN(std::unique_ptr<MappedFile> file, MappedFile::open(path));
    const std::span<const std::byte> bytes = file->bytes();
    const bool isSafetensors = looksLikeSafetensors(bytes);
    if (!isSafetensors && !looksLikeZip(bytes)) {
        if (!isIndex(path, bytes))
            return fail(ErrorCode::Unsupported,
                        path.filename().string() + " " + describeForeign(bytes) + ".");
        ASSIGN_OR_RETURN(const ShardMap map, readShardIndex(bytes));
        return openShards(path.parent_path(), map);
    }
    ASSIGN_OR_RETURN(WeightIndex index, isSafetensors ? readSafetensors(bytes) : readTorch(bytes));
    std::vector<std::unique_ptr<MappedFile>> files;
    files.push_back(std::move(file));
    return std::make_shared<const MappedWeights>(std::move(files), std::move(index));
}

Result<std::string> containerName(const fs::path& given) {
    ASSIGN_OR_RETURN(const fs::path path, weightsFileAt(given));
    ASSIGN_OR_RETURN(const std::unique_ptr<MappedFile> file, MappedFile::open(path));
    return std::string(looksLikeSafetensors(file->bytes()) ? "safetensors"
                       : looksLikeZip(file->bytes())       ? "PyTorch"
                                                           : "safetensors in parts");
}

} // namespace inference
