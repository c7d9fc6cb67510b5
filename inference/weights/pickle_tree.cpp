// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/pickle_tree.h"

#include <algorithm>
#include <bit>

namespace inference {
namespace {

constexpr std::uint8_t kMaxDepth = 64;

} // namespace

std::string_view PickleTree::text(PickleId id) const {
    const Value& value = m_values[id];
    if (value.kind != PickleKind::String || value.size == 0)
        return {};
    return {std::bit_cast<const char*>(static_cast<std::uintptr_t>(value.at)), value.size};
}

std::int64_t PickleTree::integer(PickleId id) const {
    const Value& value = m_values[id];
    const bool isNumber = value.kind == PickleKind::Integer || value.kind == PickleKind::Bool;
    return isNumber ? std::bit_cast<std::int64_t>(value.at) : 0;
}

std::span<const PickleId> PickleTree::items(PickleId id) const {
    const Value& value = m_values[id];
    if (value.kind == PickleKind::Tuple)
        return std::span(m_tupleItems).subspan(value.at, value.size);
    const bool isContainer = value.kind == PickleKind::List || value.kind == PickleKind::Dict;
    if (!isContainer || value.at == 0)
        return {};
    return m_containers[value.at - 1];
}

const PickleId* PickleTree::find(PickleId dict, std::string_view key) const {
    if (kind(dict) != PickleKind::Dict)
        return nullptr;
    const std::span<const PickleId> pairs = items(dict);
    const PickleId* found = nullptr;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
        if (kind(pairs[i]) == PickleKind::String && text(pairs[i]) == key)
            found = &pairs[i + 1];
    return found;
}

PickleId PickleTree::add(PickleKind kind, std::uint64_t at) {
    m_values.push_back({kind, 0, 0, at});
    return static_cast<PickleId>(m_values.size() - 1);
}

PickleId PickleTree::addText(std::string_view text) {
    const PickleId id = add(PickleKind::String, std::bit_cast<std::uintptr_t>(text.data()));
    m_values[id].size = static_cast<std::uint32_t>(text.size());
    return id;
}

std::optional<PickleId> PickleTree::addTuple(std::span<const PickleId> items) {
    const std::uint8_t depth = depthAround(items);
    if (depth > kMaxDepth)
        return std::nullopt;
    const PickleId id = add(PickleKind::Tuple, m_tupleItems.size());
    m_values[id].size = static_cast<std::uint32_t>(items.size());
    m_values[id].depth = depth;
    m_tupleItems.insert(m_tupleItems.end(), items.begin(), items.end());
    return id;
}

bool PickleTree::append(PickleId container, std::span<const PickleId> items) {
    Value& value = m_values[container];
    value.depth = std::max(value.depth, depthAround(items));
    if (value.depth > kMaxDepth || std::find(items.begin(), items.end(), container) != items.end())
        return false;
    if (value.at == 0 && !items.empty()) {
        m_containers.emplace_back();
        value.at = m_containers.size();
    }
    if (!items.empty())
        m_containers[value.at - 1].insert(m_containers[value.at - 1].end(), items.begin(), items.end());
    return true;
}

std::uint8_t PickleTree::depthAround(std::span<const PickleId> items) const {
    std::uint8_t deepest = 0;
    for (const PickleId item : items)
        deepest = std::max(deepest, m_values[item].depth);
    return std::min<std::uint8_t>(deepest, kMaxDepth) + 1;
}

} // namespace inference
