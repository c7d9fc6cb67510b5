// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/torch_file.h"

#include "inference/weights/pickle_reader.h"
#include "inference/weights/untrusted_bytes.h"
#include "inference/weights/zip_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <zlib.h>

namespace inference {
namespace {

constexpr std::int64_t kMaxElements = std::int64_t{1} << 40;
/// All tensors together may be so many times as large as the file: views can repeat elements, but not without
/// end.
constexpr std::uint64_t kMaxAmplification = 4;
constexpr std::size_t kMaxPickle = std::size_t{64} << 20;

using Bytes = std::span<const std::byte>;

tl::unexpected<Error> corrupt(const std::string& what) {
    return fail(ErrorCode::CorruptFile, "The checkpoint is damaged: " + what + "; fetch it again.");
}

tl::unexpected<Error> unsupported(const std::string& what) {
    return fail(ErrorCode::Unsupported, "The file " + what + ".");
}

/// The files of the archive under its one top folder.
struct Archive {
    ZipEntries entries;
    std::string folder; ///< with its slash

    const ZipEntry* find(std::string_view name) const {
        const auto found = entries.find(folder + std::string(name));
        return found == entries.end() ? nullptr : &found->second;
    }
};

Status checkKind(const Archive& archive) {
    const auto code = archive.entries.lower_bound(archive.folder + "code/");
    const bool hasCode = code != archive.entries.end() &&
                         code->first.compare(0, archive.folder.size() + 5, archive.folder + "code/") == 0;
    if (hasCode || archive.find("constants.pkl") != nullptr)
        return unsupported(
            "is a TorchScript program, not a set of weights; use the checkpoint that it was made of");
    if (archive.find("data.pkl") == nullptr || archive.find("version") == nullptr)
        return unsupported("is an archive, but not a PyTorch checkpoint; use the model's own file");
    if (std::any_of(archive.entries.begin(), archive.entries.end(),
                    [](const auto& entry) { return entry.second.isCompressed; }))
        return unsupported(
            "is compressed, so a zip program has packed it again; use the checkpoint as it was "
            "published");
    if (const ZipEntry* order = archive.find("byteorder");
        order != nullptr && asText(order->data) != "little")
        return unsupported(
            "was saved on a big-endian machine, which this program can't read; save it again on another");
    return {};
}

Result<Archive> openArchive(Bytes file) {
    Archive archive;
    ASSIGN_OR_RETURN(archive.entries, readZip(file));
    if (archive.entries.empty())
        return unsupported("is an empty archive; use the model's own file");
    const std::string& first = archive.entries.begin()->first;
    archive.folder = first.substr(0, first.find('/') + 1);
    const auto isOutside = [&](const auto& entry) {
        return entry.first.compare(0, archive.folder.size(), archive.folder) != 0;
    };
    if (archive.folder.empty() || std::any_of(archive.entries.begin(), archive.entries.end(), isOutside))
        return unsupported("is an archive, but not a PyTorch checkpoint; use the model's own file");
    RETURN_IF_ERROR(checkKind(archive));
    return archive;
}

Status checkSum(const ZipEntry& entry) {
    if (entry.data.size() > kMaxPickle || entry.crc == 0) // 0: the writer left the sum out
        return {};
    const auto* bytes = reinterpret_cast<const Bytef*>(entry.data.data());
    if (::crc32(0, bytes, static_cast<uInt>(entry.data.size())) != entry.crc)
        return corrupt("the checksum of its object tree is wrong");
    return {};
}

bool hasTensors(const PickleTree& tree, PickleId id) {
    if (tree.kind(id) != PickleKind::Dict)
        return false;
    const auto items = tree.items(id);
    return std::any_of(items.begin(), items.end(),
                       [&](PickleId item) { return tree.kind(item) == PickleKind::Tensor; });
}

/// The dict that holds the weights.
std::optional<PickleId> findWeights(const PickleTree& tree) {
    for (const std::string_view key : {"model", "state_dict", "model_state_dict"})
        if (const PickleId* inner = tree.find(tree.top, key); inner != nullptr && hasTensors(tree, *inner))
            return *inner;
    if (hasTensors(tree, tree.top))
        return tree.top;
    return std::nullopt;
}

void readMeta(const PickleTree& tree, WeightSource::Metadata& metadata) {
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 2> kNumbers{
        {{"text_context_length", 77}, {"text_pos_embed_table_size", 4096}}};
    const PickleId* meta = tree.find(tree.top, "meta");
    if (meta == nullptr)
        return;
    for (const auto& [key, largest] : kNumbers) {
        const PickleId* value = tree.find(*meta, key);
        if (value == nullptr || tree.kind(*value) != PickleKind::Integer)
            continue;
        if (tree.integer(*value) >= 1 && tree.integer(*value) <= largest)
            metadata.emplace(key, std::to_string(tree.integer(*value)));
    }
}

/// Product of the dimensions, or nothing if it is beyond every model.
std::optional<std::int64_t> countElements(const Shape& shape) {
    if (std::find(shape.begin(), shape.end(), 0) != shape.end())
        return 0;
    std::int64_t count = 1;
    for (const std::int64_t size : shape) {
        if (size > kMaxElements / count)
            return std::nullopt;
        count *= size;
    }
    return count;
}

/// The distance from the first element to the last one, or nothing if that lies behind `limit`.
std::optional<std::uint64_t> reach(const PickleTensor& tensor, std::uint64_t limit) {
    std::uint64_t last = 0;
    for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
        const auto steps = static_cast<std::uint64_t>(tensor.shape[i] - 1);
        const auto stride = static_cast<std::uint64_t>(tensor.strides[i]);
        if (steps > 0 && stride > (limit - last) / steps)
            return std::nullopt;
        last += steps * stride;
    }
    return last;
}

/// Dimensions of one element lie in order whatever their stride is.
bool isRowMajor(const PickleTensor& tensor) {
    std::int64_t expected = 1;
    for (std::size_t i = tensor.shape.size(); i-- > 0;) {
        if (tensor.shape[i] != 1 && tensor.strides[i] != expected)
            return false;
        expected *= tensor.shape[i];
    }
    return true;
}

/// The elements of a tensor's storage, as many as the pickle says.
Result<Bytes> storageBytes(const Archive& archive, const PickleStorage& storage, std::size_t elementSize) {
    const ZipEntry* entry = archive.find("data/" + std::string(storage.key));
    if (entry == nullptr)
        return corrupt("the storage " + std::string(storage.key) + " is missing");
    if (storage.count > entry->data.size() / elementSize)
        return corrupt("the storage " + std::string(storage.key) + " is shorter than it should be");
    return entry->data.first(static_cast<std::size_t>(storage.count) * elementSize);
}

Result<StoredTensor> readTensor(const Archive& archive, const PickleTree& tree, const PickleTensor& tensor,
                                std::string_view name) {
    const PickleStorage& storage = tree.storages[tensor.storage];
    const StoredType& type = *findStoredType(storage.typeName);
    ASSIGN_OR_RETURN(const Bytes bytes, storageBytes(archive, storage, type.size));
    const std::optional<std::int64_t> count = countElements(tensor.shape);
    if (!count)
        return corrupt("the tensor " + inQuotes(name) + " is larger than any model's");
    StoredTensor stored{std::string(type.name), type.type, tensor.shape, {}};
    if (*count == 0)
        return stored;
    if (tensor.offset >= storage.count)
        return corrupt("the tensor " + inQuotes(name) + " lies outside its storage");
    const std::optional<std::uint64_t> last = reach(tensor, storage.count - 1 - tensor.offset);
    if (!last)
        return corrupt("the tensor " + inQuotes(name) + " lies outside its storage");
    const Bytes used = bytes.subspan(static_cast<std::size_t>(tensor.offset) * type.size,
                                     (static_cast<std::size_t>(*last) + 1) * type.size);
    if (isRowMajor(tensor))
        stored.bytes = used;
    else
        stored.pieces = std::make_shared<const std::vector<Piece>>(
            std::vector<Piece>{{used, tensor.shape, tensor.strides}});
    return stored;
}

Result<WeightSource::Tensors> readTensors(const Archive& archive, const PickleTree& tree, PickleId weights,
                                          std::uint64_t maxBytes) {
    WeightSource::Tensors tensors;
    const std::span<const PickleId> pairs = tree.items(weights);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        if (tree.kind(pairs[i + 1]) != PickleKind::Tensor)
            continue;
        const std::string_view name = tree.text(pairs[i]);
        if (!isTensorName(name))
            return corrupt("a tensor in it has a name that is empty, too long or not printable");
        ASSIGN_OR_RETURN(StoredTensor stored,
                         readTensor(archive, tree, tree.tensors[tree.index(pairs[i + 1])], name));
        total += storedSize(stored);
        if (total > maxBytes)
            return corrupt("its tensors repeat more elements than the file could hold");
        if (!tensors.emplace(name, std::move(stored)).second)
            return corrupt("it names the tensor " + inQuotes(name) + " twice");
    }
    return tensors;
}

} // namespace

Result<WeightIndex> readTorch(std::span<const std::byte> file) {
    ASSIGN_OR_RETURN(const Archive archive, openArchive(file));
    const ZipEntry& pickle = *archive.find("data.pkl");
    RETURN_IF_ERROR(checkSum(pickle));
    ASSIGN_OR_RETURN(const PickleTree tree, readPickle(pickle.data));
    const std::optional<PickleId> weights = findWeights(tree);
    if (!weights)
        return unsupported(
            "is a PyTorch file without tensors by name, so it is not a checkpoint; use the model's own file");
    WeightIndex index;
    ASSIGN_OR_RETURN(index.tensors, readTensors(archive, tree, *weights, kMaxAmplification * file.size()));
    readMeta(tree, index.metadata);
    return index;
}

} // namespace inference
