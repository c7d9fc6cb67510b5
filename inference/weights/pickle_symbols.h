// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace inference {

/// What a name in a pickle may stand for. No name ever leads to code.
enum class PickleSymbol : std::uint8_t {
    OrderedDict,
    RebuildTensor,
    RebuildParameter,
    RebuildParameterWithState,
    StorageType,
    Inert ///< a value that says nothing about weights
};

/// An allowed name (checkpoints §3.4).
struct PickleName {
    std::string_view module;
    std::string_view name;
    PickleSymbol symbol;
    std::string_view typeName; ///< of a StorageType, as in StoredType
};

/// Null if the name is not allowed.
const PickleName* findPickleName(std::string_view module, std::string_view name);

} // namespace inference
