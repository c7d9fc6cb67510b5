// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/pickle_symbols.h"

#include <algorithm>
#include <array>

namespace inference {
namespace {

constexpr auto kStorage = PickleSymbol::StorageType;
constexpr auto kInert = PickleSymbol::Inert;

constexpr std::array<PickleName, 29> kNames{
    {{"collections", "OrderedDict", PickleSymbol::OrderedDict, {}},
     {"torch._utils", "_rebuild_tensor_v2", PickleSymbol::RebuildTensor, {}},
     {"torch._utils", "_rebuild_parameter", PickleSymbol::RebuildParameter, {}},
     {"torch._utils", "_rebuild_parameter_with_state", PickleSymbol::RebuildParameterWithState, {}},
     {"torch", "FloatStorage", kStorage, "F32"},
     {"torch", "DoubleStorage", kStorage, "F64"},
     {"torch", "HalfStorage", kStorage, "F16"},
     {"torch", "BFloat16Storage", kStorage, "BF16"},
     {"torch", "LongStorage", kStorage, "I64"},
     {"torch", "IntStorage", kStorage, "I32"},
     {"torch", "ShortStorage", kStorage, "I16"},
     {"torch", "CharStorage", kStorage, "I8"},
     {"torch", "ByteStorage", kStorage, "U8"},
     {"torch", "BoolStorage", kStorage, "BOOL"},
     {"torch", "ComplexFloatStorage", kStorage, "C64"},
     {"torch", "ComplexDoubleStorage", kStorage, "C128"},
     {"torch", "Size", kInert, {}},
     {"torch", "device", kInert, {}},
     {"torch", "float32", kInert, {}},
     {"torch", "float64", kInert, {}},
     {"torch", "float16", kInert, {}},
     {"torch", "bfloat16", kInert, {}},
     {"torch", "int64", kInert, {}},
     {"torch", "int32", kInert, {}},
     {"torch", "int16", kInert, {}},
     {"torch", "int8", kInert, {}},
     {"torch", "uint8", kInert, {}},
     {"torch", "bool", kInert, {}},
     {"torch", "complex64", kInert, {}}}};

} // namespace

const PickleName* findPickleName(std::string_view module, std::string_view name) {
    const auto* found = std::find_if(kNames.begin(), kNames.end(), [&](const PickleName& known) {
        const bool isModule =
            known.module == module || (known.symbol == kStorage && module == "torch.storage");
        return isModule && known.name == name;
    });
    if (found == kNames.end())
        return nullptr;
    return found;
}

} // namespace inference
