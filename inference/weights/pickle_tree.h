// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace inference {

enum class PickleKind : std::uint8_t {
    Other, ///< something that nobody asks about: none, a set, a type
    Bool,
    Integer,
    Float,
    String,
    Symbol,
    Tuple,
    List,
    Dict,
    Storage,
    Tensor
};

/// An index into a tree.
using PickleId = std::uint32_t;

/// The elements of a storage, as the pickle describes them.
struct PickleStorage {
    std::string_view key;      ///< decimal digits: the name of its file in the archive
    std::string_view typeName; ///< as in StoredType
    std::uint64_t count = 0;   ///< elements
};

/// A view of a storage, as the pickle describes it: nothing of it was compared with the storage's size.
struct PickleTensor {
    std::uint32_t storage = 0; ///< index into PickleTree::storages
    std::uint64_t offset = 0;  ///< in elements
    Shape shape;
    std::vector<std::int64_t> strides; ///< in elements, not negative
};

/// The values of a pickle. They lie in one table and name each other by index, so that a value can be used
/// many times and be filled after it was used. Strings point into the pickle.
class PickleTree {
public:
    PickleKind kind(PickleId id) const { return m_values[id].kind; }
    /// Of a string; empty for anything else.
    std::string_view text(PickleId id) const;
    /// Of an integer or truth value; 0 for anything else.
    std::int64_t integer(PickleId id) const;
    /// Of a tuple or list; of a dict, keys and values in turn; empty for anything else.
    std::span<const PickleId> items(PickleId id) const;
    /// Of a storage, tensor or symbol: its index in the table of its kind.
    std::uint32_t index(PickleId id) const { return static_cast<std::uint32_t>(m_values[id].at); }
    /// The last value that the dict has under the key, or null.
    const PickleId* find(PickleId dict, std::string_view key) const;

    std::vector<PickleStorage> storages;
    std::vector<PickleTensor> tensors;
    PickleId top = 0;

    std::size_t size() const { return m_values.size(); }
    PickleId add(PickleKind kind, std::uint64_t at = 0);
    PickleId addText(std::string_view text);
    /// Nothing if the values would be nested too deeply.
    std::optional<PickleId> addTuple(std::span<const PickleId> items);
    /// Appends to a list, or keys and values to a dict. False if the container would hold itself or the
    /// values would be nested too deeply.
    bool append(PickleId container, std::span<const PickleId> items);

private:
    struct Value {
        PickleKind kind = PickleKind::Other;
        std::uint8_t depth = 0;
        std::uint32_t size = 0; ///< of a string: its bytes; of a tuple: its items
        std::uint64_t at = 0;   ///< number; address of a string; start of a tuple's items; container + 1
    };
    std::uint8_t depthAround(std::span<const PickleId> items) const;

    std::vector<Value> m_values;
    std::vector<PickleId> m_tupleItems;
    std::vector<std::vector<PickleId>> m_containers; ///< of lists and dicts that are not empty
};

} // namespace inference
