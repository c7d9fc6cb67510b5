// SPDX-License-Identifier: Apache-2.0
// The instructions that name Python objects: what each may stand for is decided here and nowhere else.
#include "inference/weights/pickle_machine.h"
#include "inference/weights/untrusted_bytes.h"

#include <algorithm>

namespace inference {
namespace {

constexpr std::size_t kMaxTensors = 65'536;
constexpr std::size_t kMaxRank = 8;
constexpr std::size_t kMaxKey = 20;

bool isStorageKey(std::string_view key) {
    return !key.empty() && key.size() <= kMaxKey &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "module.name" for a message, without what quotes would not bear.
std::string fullName(std::string_view module, std::string_view name) {
    return inQuotes(std::string(module.substr(0, 60)) + "." + std::string(name.substr(0, 60)));
}

} // namespace

bool PickleMachine::line(std::string_view& text) {
    const std::string_view rest = asText(m_pickle.subspan(m_at));
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos)
        return refuse("breaks off");
    text = rest.substr(0, end);
    m_at += end + 1;
    return true;
}

bool PickleMachine::global() {
    std::string_view module;
    std::string_view symbol;
    return line(module) && line(symbol) && name(module, symbol);
}

bool PickleMachine::stackGlobal() {
    if (!has(2))
        return false;
    const PickleId symbol = pop();
    const PickleId module = pop();
    if (m_tree.kind(symbol) != PickleKind::String || m_tree.kind(module) != PickleKind::String)
        return refuse("names an object with something that isn't text");
    return name(m_tree.text(module), m_tree.text(symbol));
}

bool PickleMachine::name(std::string_view module, std::string_view symbol) {
    const PickleName* known = findPickleName(module, symbol);
    if (known == nullptr)
        return refuseForeign("contains the Python object " + fullName(module, symbol));
    m_names.push_back(known);
    return push(add(PickleKind::Symbol, m_names.size() - 1));
}

bool PickleMachine::persistentId() {
    if (!has(1))
        return false;
    const PickleId id = pop();
    if (m_tree.kind(id) != PickleKind::Tuple)
        return refuse("names a storage with something that isn't a tuple");
    return makeStorage(m_tree.items(id));
}

bool PickleMachine::makeStorage(std::span<const PickleId> arguments) {
    if (arguments.size() != 5 || m_tree.text(arguments[0]) != "storage" ||
        m_tree.kind(arguments[1]) != PickleKind::Symbol || m_tree.kind(arguments[4]) != PickleKind::Integer)
        return refuse("names a storage in an unknown way");
    const PickleName& type = *m_names[m_tree.index(arguments[1])];
    const std::string_view key = m_tree.text(arguments[2]);
    const std::int64_t count = m_tree.integer(arguments[4]);
    if (type.symbol != PickleSymbol::StorageType || !isStorageKey(key) || count < 0)
        return refuse("names a storage without a valid type, key or length");

    const auto known = m_storageOfKey.find(key);
    if (known == m_storageOfKey.end()) {
        m_tree.storages.push_back({key, type.typeName, static_cast<std::uint64_t>(count)});
        const PickleId id = add(PickleKind::Storage, m_tree.storages.size() - 1);
        m_storageOfKey.emplace(key, id);
        return push(id);
    }
    const PickleStorage& storage = m_tree.storages[m_tree.index(known->second)];
    if (storage.typeName != type.typeName || storage.count != static_cast<std::uint64_t>(count))
        return refuse("gives one storage two types or lengths");
    return push(known->second);
}

bool PickleMachine::reduce() {
    if (!has(2))
        return false;
    const PickleId argumentTuple = pop();
    const PickleId called = pop();
    if (m_tree.kind(argumentTuple) != PickleKind::Tuple || m_tree.kind(called) != PickleKind::Symbol)
        return refuse("calls something that isn't a known object");
    const std::span<const PickleId> arguments = m_tree.items(argumentTuple);
    const PickleName& known = *m_names[m_tree.index(called)];
    switch (known.symbol) {
    case PickleSymbol::OrderedDict:
        return arguments.empty() ? emptyDict() : refuse("fills an OrderedDict in an unknown way");
    case PickleSymbol::RebuildTensor:
        return makeTensor(arguments);
    case PickleSymbol::RebuildParameter:
    case PickleSymbol::RebuildParameterWithState: {
        const std::size_t expected = known.symbol == PickleSymbol::RebuildParameter ? 3 : 4;
        if (arguments.size() != expected || m_tree.kind(arguments[0]) != PickleKind::Tensor)
            return refuse("makes a parameter of something that isn't a tensor");
        return push(arguments[0]);
    }
    case PickleSymbol::Inert:
        return other();
    case PickleSymbol::StorageType:
        break;
    }
    return refuse("makes a storage in an unknown way");
}

bool PickleMachine::makeTensor(std::span<const PickleId> arguments) {
    if (m_tree.tensors.size() == kMaxTensors)
        return refuse("has more tensors than any model");
    PickleTensor tensor;
    if (arguments.size() < 6 || arguments.size() > 7 || m_tree.kind(arguments[0]) != PickleKind::Storage ||
        m_tree.kind(arguments[1]) != PickleKind::Integer || m_tree.integer(arguments[1]) < 0 ||
        !dimensions(arguments[2], tensor.shape) || !dimensions(arguments[3], tensor.strides) ||
        tensor.shape.size() != tensor.strides.size())
        return refuse("describes a tensor in an unknown way");
    if (const PickleKind hooks = m_tree.kind(arguments[5]);
        hooks != PickleKind::Dict && hooks != PickleKind::Other)
        return refuse("describes a tensor in an unknown way");
    tensor.storage = m_tree.index(arguments[0]);
    tensor.offset = static_cast<std::uint64_t>(m_tree.integer(arguments[1]));
    m_tree.tensors.push_back(std::move(tensor));
    return push(add(PickleKind::Tensor, m_tree.tensors.size() - 1));
}

bool PickleMachine::dimensions(PickleId tuple, std::vector<std::int64_t>& values) {
    const std::span<const PickleId> items = m_tree.items(tuple);
    if (m_tree.kind(tuple) != PickleKind::Tuple || items.size() > kMaxRank)
        return false;
    for (const PickleId item : items) {
        if (m_tree.kind(item) != PickleKind::Integer || m_tree.integer(item) < 0)
            return false;
        values.push_back(m_tree.integer(item));
    }
    return true;
}

bool PickleMachine::build() {
    if (!has(2))
        return false;
    pop(); // attributes of the dict, such as the versions of its modules
    return m_tree.kind(m_stack.back()) == PickleKind::Dict ||
           refuse("gives attributes to something that isn't a dict");
}

} // namespace inference
