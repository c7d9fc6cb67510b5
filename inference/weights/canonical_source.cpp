// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/canonical_source.h"

#include "inference/weights/file_names.h"

#include <algorithm>
#include <array>
#include <set>

namespace inference {
namespace {

constexpr std::string_view kPositions = "detector.backbone.vision_backbone.trunk.pos_embed";
constexpr std::string_view kPatches = "detector.backbone.vision_backbone.trunk.patch_embed.proj.weight";
constexpr std::size_t kBlocks = 3;
constexpr std::int64_t kMaxRows = 64;

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

tl::unexpected<Error> contradiction(const std::string& what) {
    return fail(ErrorCode::CorruptFile, "The checkpoint contradicts itself: " + what + ".");
}

/// A tensor that the file holds in blocks of rows.
struct Blocks {
    std::array<const FileName*, kBlocks> parts{};
};

/// Gathers the tensors of one file under their canonical names.
class Collector {
public:
    explicit Collector(WeightSource::Tensors& tensors) : m_tensors(tensors) {}

    Status add(const FileName& entry, const CanonicalName& meaning);
    /// To be called once after all tensors: joins the blocks, compares the copies.
    Status finish();

private:
    Status insert(const std::string& name, const FileName& entry, StoredTensor tensor);
    Status addRows(const FileName& entry, const CanonicalName& meaning);
    Status join(const std::string& name, const Blocks& blocks);

    WeightSource::Tensors& m_tensors;
    std::map<std::string, const std::string*> m_origins;
    std::map<std::string, Blocks> m_blocks;
    std::map<std::string, const FileName*> m_copies;
};

Status Collector::insert(const std::string& name, const FileName& entry, StoredTensor tensor) {
    const auto [known, isNew] = m_origins.emplace(name, entry.original);
    if (!isNew)
        return contradiction("\"" + *known->second + "\" and \"" + *entry.original +
                             "\" are the same tensor of the model");
    m_tensors.emplace(name, std::move(tensor));
    return {};
}

Status Collector::addRows(const FileName& entry, const CanonicalName& meaning) {
    const StoredTensor& table = *entry.tensor;
    if (table.shape.size() != 2 || table.shape[0] > kMaxRows)
        return contradiction("\"" + *entry.original + "\" is " + toString(table.shape) +
                             " where a small table belongs");
    for (std::int64_t row = 0; row < table.shape[0]; ++row) {
        std::string name = meaning.name;
        name.replace(name.find('#'), 1, std::to_string(row));
        RETURN_IF_ERROR(insert(name, entry, rowsOf(table, row, row + 1)));
    }
    return {};
}

Status Collector::add(const FileName& entry, const CanonicalName& meaning) {
    if (meaning.isCopy) {
        m_copies[meaning.name] = &entry;
        return {};
    }
    if (meaning.change == CanonicalName::Change::EachRow)
        return addRows(entry, meaning);
    if (!meaning.block)
        return insert(meaning.name, entry,
                      meaning.change == CanonicalName::Change::Transposed && entry.tensor->shape.size() == 2
                          ? permuted(*entry.tensor, {1, 0})
                          : *entry.tensor);
    const FileName*& place = m_blocks[meaning.name].parts.at(static_cast<std::size_t>(*meaning.block));
    if (place != nullptr)
        return contradiction("\"" + *place->original + "\" and \"" + *entry.original +
                             "\" are the same tensor of the model");
    place = &entry;
    return {};
}

Status Collector::join(const std::string& name, const Blocks& blocks) {
    std::vector<StoredTensor> parts;
    const auto there = std::find_if(blocks.parts.begin(), blocks.parts.end(),
                                    [](const FileName* part) { return part != nullptr; });
    const StoredTensor& first = *(*there)->tensor;
    for (const FileName* part : blocks.parts) {
        if (part == nullptr)
            return contradiction("of the query, key and value beside \"" + *(*there)->original +
                                 "\" not all three are there");
        if (part->tensor->typeName != first.typeName || part->tensor->shape != first.shape ||
            first.shape.empty())
            return contradiction("\"" + *part->original + "\" has another shape or type than \"" +
                                 *(*there)->original + "\", with which it makes one matrix");
        parts.push_back(*part->tensor);
    }
    return insert(name, **there, concatenated(parts));
}

Status Collector::finish() {
    for (const auto& [name, blocks] : m_blocks)
        RETURN_IF_ERROR(join(name, blocks));
    for (const auto& [name, copy] : m_copies) {
        const auto twin = m_tensors.find(name);
        if (twin == m_tensors.end()) {
            RETURN_IF_ERROR(insert(name, *copy, *copy->tensor));
            continue;
        }
        const StoredTensor& a = twin->second;
        const StoredTensor& b = *copy->tensor;
        if (a.typeName != b.typeName || a.shape != b.shape || materialise(a) != materialise(b))
            return contradiction("\"" + *copy->original + "\" should be equal to \"" + *m_origins.at(name) +
                                 "\"");
    }
    return {};
}

std::vector<NameTable> tablesFor(Naming naming, const std::set<std::string, std::less<>>& names,
                                 const MlxNorms& norms) {
    if (naming == Naming::Official)
        return {};
    std::vector<NameTable> tables = naming == Naming::Mlx ? mlxTables(norms) : huggingFaceTables();
    constexpr std::string_view kLightText = "detector_model.text_encoder.layers.";
    const auto light = names.lower_bound(kLightText);
    if (light != names.end() && light->compare(0, kLightText.size(), kLightText) == 0) {
        const std::vector<NameTable> text = liteTextTables();
        tables.insert(tables.begin(), text.begin(), text.end());
    }
    return tables;
}

/// Kernels stored [out, h, w, in] become [out, in, h, w], or [in, out, h, w] for transposed convolutions. The
/// patch embedding, which has three input channels, tells how the file stores all of them.
void unifyKernels(WeightSource::Tensors& tensors) {
    const auto patches = tensors.find(kPatches);
    if (patches == tensors.end() || patches->second.shape.size() != 4 || patches->second.shape[3] != 3 ||
        patches->second.shape[1] == 3)
        return;
    const auto endings = transposedKernels();
    for (auto& [name, tensor] : tensors) {
        if (tensor.shape.size() != 4 || !endsWith(name, ".weight"))
            continue;
        const bool isTransposed = std::any_of(endings.begin(), endings.end(),
                                              [&, &n = name](auto ending) { return endsWith(n, ending); });
        tensor = isTransposed ? permuted(tensor, {3, 0, 1, 2}) : permuted(tensor, {0, 3, 1, 2});
    }
}

/// Takes the first row off a position table [1, n²+1, E]: it belongs to a class token that was only trained.
void dropClassRow(WeightSource::Tensors& tensors) {
    const auto found = tensors.find(kPositions);
    if (found == tensors.end() || found->second.shape.size() != 3 || found->second.shape[0] != 1 ||
        !found->second.isContiguous())
        return;
    const std::int64_t rows = found->second.shape[1];
    std::int64_t side = 1;
    while ((side + 1) * (side + 1) < rows && side < 4096)
        ++side;
    if (side * side + 1 != rows)
        return;
    StoredTensor table = found->second;
    table.shape = {rows, table.shape[2]};
    table = rowsOf(table, 1, rows);
    table.shape = {1, rows - 1, table.shape[1]};
    found->second = std::move(table);
}

} // namespace

std::string_view namingName(Naming naming) {
    return naming == Naming::Mlx ? "MLX" : naming == Naming::HuggingFace ? "Hugging Face" : "official";
}

Result<std::shared_ptr<const CanonicalSource>>
CanonicalSource::create(std::shared_ptr<const WeightSource> file, const MlxNorms& norms) {
    const std::vector<FileName> entries = unwrappedNames(file->tensors());
    std::set<std::string, std::less<>> names;
    for (const FileName& entry : entries)
        names.insert(entry.name);
    const std::shared_ptr<CanonicalSource> source(new CanonicalSource());
    source->m_naming = namingOf(entries);
    const std::vector<NameTable> tables = tablesFor(source->m_naming, names, norms);
    const auto exists = [&](const std::string& name) { return names.count(name) > 0; };
    Collector collector(source->m_tensors);
    for (const FileName& entry : entries) {
        const CanonicalName meaning =
            canonicalName(tables, entry.name, exists).value_or(CanonicalName{entry.name});
        if (isIgnored(meaning.name))
            continue;
        RETURN_IF_ERROR(collector.add(entry, meaning));
    }
    RETURN_IF_ERROR(collector.finish());
    unifyKernels(source->m_tensors);
    dropClassRow(source->m_tensors);
    source->m_file = std::move(file);
    return std::shared_ptr<const CanonicalSource>(source);
}

Result<std::shared_ptr<const CanonicalSource>> openCheckpoint(const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(std::shared_ptr<const WeightSource> file, openWeights(path));
    return CanonicalSource::create(std::move(file));
}

} // namespace inference
