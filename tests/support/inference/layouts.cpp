// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/layouts.h"

#include <algorithm>
#include <array>

namespace inference::test {
namespace {

constexpr const char* kPositions = "detector.backbone.vision_backbone.trunk.pos_embed";
using Tensors = std::map<std::string, FloatTensor>;

FloatTensor rows(const FloatTensor& tensor, std::int64_t begin, std::int64_t end) {
    Shape shape = tensor.shape;
    const std::ptrdiff_t size = elementCount(shape) / shape[0];
    shape[0] = end - begin;
    return {shape, {tensor.values.begin() + begin * size, tensor.values.begin() + end * size}};
}

/// Dimension i of the result is dimension order[i] of a tensor of four dimensions.
FloatTensor permuted(const FloatTensor& tensor, const std::array<std::size_t, 4>& order) {
    Shape shape;
    std::array<std::int64_t, 4> strides{};
    for (std::size_t i = 0; i < 4; ++i) {
        shape.push_back(tensor.shape[order[i]]);
        strides[i] = 1;
        for (std::size_t j = order[i] + 1; j < 4; ++j)
            strides[i] *= tensor.shape[j];
    }
    FloatTensor result{shape, {}};
    for (std::int64_t a = 0; a < shape[0]; ++a)
        for (std::int64_t b = 0; b < shape[1]; ++b)
            for (std::int64_t c = 0; c < shape[2]; ++c)
                for (std::int64_t d = 0; d < shape[3]; ++d)
                    result.values.push_back(tensor.values[static_cast<std::size_t>(
                        a * strides[0] + b * strides[1] + c * strides[2] + d * strides[3])]);
    return result;
}

FloatTensor transposed(const FloatTensor& tensor) {
    const FloatTensor wide{{1, 1, tensor.shape[0], tensor.shape[1]}, tensor.values};
    return {{tensor.shape[1], tensor.shape[0]}, permuted(wide, {0, 1, 3, 2}).values};
}

void store(Tensors& to, const StoredAs& as, const FloatTensor& tensor) {
    for (const std::string& copy : as.copies)
        to[copy] = tensor;
    if (as.change == CanonicalName::Change::EachRow) {
        FloatTensor& table = to[as.names.front()]; // rows come in order
        table.values.insert(table.values.end(), tensor.values.begin(), tensor.values.end());
        table.shape = {as.row + 1, tensor.shape[1]};
        return;
    }
    const auto blocks = static_cast<std::int64_t>(as.names.size());
    for (std::int64_t i = 0; i < blocks; ++i) {
        const std::int64_t size = blocks == 1 ? 0 : tensor.shape[0] / blocks;
        FloatTensor part = blocks == 1 ? tensor : rows(tensor, i * size, (i + 1) * size);
        to[as.names[static_cast<std::size_t>(i)]] =
            as.change == CanonicalName::Change::Transposed ? transposed(part) : std::move(part);
    }
}

WeightFile inLayout(const WeightFile& official, const std::vector<NameTable>& tables) {
    WeightFile file = official;
    file.tensors.clear();
    for (auto [name, tensor] : official.tensors) {
        if (name == kPositions) { // without the class row
            tensor.shape = {tensor.shape[1], tensor.shape[2]};
            tensor = rows(tensor, 1, tensor.shape[0]);
            tensor.shape = {1, tensor.shape[0], tensor.shape[1]};
        }
        store(file.tensors, storedAs(tables, name), tensor);
    }
    return file;
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The canonical pattern of a rule without its mark.
std::string_view unmarked(std::string_view canonical) {
    return canonical.substr(0, canonical.find(' '));
}

/// Adds what one rule says of `rest`; true if it tells where the tensor itself is stored.
bool addRule(const NameTable& table, const NameRule& rule, std::string_view rest, StoredAs& as) {
    const auto first = rewritten(rest, unmarked(rule.canonical), rule.file);
    if (!first)
        return false;
    const std::string prefix(table.filePrefix);
    if (endsWith(rule.canonical, " (=)")) {
        as.copies.push_back(prefix + *first);
        return false;
    }
    if (!as.names.empty())
        return false;
    const int blocks = rule.canonical.find(" [") == std::string_view::npos ? 1 : 3;
    for (int i = 0; i < blocks; ++i)
        as.names.push_back(
            prefix + *rewritten(rest, unmarked(rule.canonical), rule.file, static_cast<std::size_t>(i)));
    if (endsWith(rule.canonical, " (T)"))
        as.change = CanonicalName::Change::Transposed;
    if (endsWith(rule.canonical, " (P2)")) {
        as.change = CanonicalName::Change::EachRow;
        as.row = std::stoi(std::string(rest.substr(rest.find_first_of("0123456789"))));
    }
    return true;
}

} // namespace

StoredAs storedAs(const std::vector<NameTable>& tables, const std::string& canonical) {
    StoredAs as;
    for (const NameTable& table : tables) {
        if (canonical.compare(0, table.canonicalPrefix.size(), table.canonicalPrefix) != 0)
            continue;
        const std::string_view rest = std::string_view(canonical).substr(table.canonicalPrefix.size());
        for (const NameRule& rule : table.rules)
            if (addRule(table, rule, rest, as))
                break;
    }
    return as;
}

WeightFile inHuggingFaceLayout(const WeightFile& official) {
    return inLayout(official, huggingFaceTables());
}

WeightFile inBareHuggingFaceLayout(const WeightFile& official) {
    const std::string prefix = "detector_model.";
    WeightFile file = inHuggingFaceLayout(official);
    Tensors bare;
    for (auto& [name, tensor] : file.tensors)
        if (name.compare(0, prefix.size(), prefix) == 0)
            bare[name.substr(prefix.size())] = std::move(tensor);
    file.tensors = std::move(bare);
    return file;
}

WeightFile inMlxLayout(const WeightFile& multiplex, const MlxNorms& norms) {
    WeightFile relaid = multiplex;
    for (auto& [name, tensor] : relaid.tensors) {
        if (tensor.shape.size() != 4 || !endsWith(name, ".weight"))
            continue;
        const auto endings = transposedKernels();
        const bool isTransposed = std::any_of(endings.begin(), endings.end(),
                                              [&, &n = name](auto ending) { return endsWith(n, ending); });
        tensor = isTransposed ? permuted(tensor, {1, 2, 3, 0}) : permuted(tensor, {0, 2, 3, 1});
    }
    return inLayout(relaid, mlxTables(norms));
}

WeightFile asMultiplex(const WeightFile& official) {
    const auto replaced = [](std::string name, const std::string& from, const std::string& to) {
        if (const std::size_t at = name.find(from); at != std::string::npos)
            name.replace(at, from.size(), to);
        return name;
    };
    WeightFile file = official;
    file.tensors.clear();
    for (const auto& [name, tensor] : official.tensors) {
        std::string renamed = replaced(name, ".sam2_convs.", ".interactive_convs.");
        renamed = replaced(renamed, "tracker.no_mem_embed", "tracker.model.interactivity_no_mem_embed");
        renamed = replaced(renamed, "tracker.sam_", "tracker.model.interactive_sam_");
        if (renamed == name && name.rfind("tracker.", 0) == 0)
            continue; // the memory, which differs
        if (renamed != name && renamed.find(".interactive_convs.") != std::string::npos)
            file.tensors[replaced(name, ".sam2_convs.", ".propagation_convs.")] = tensor;
        file.tensors[renamed] = tensor;
    }
    return file;
}

} // namespace inference::test
