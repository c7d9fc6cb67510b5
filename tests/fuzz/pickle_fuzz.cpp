// SPDX-License-Identifier: Apache-2.0
// Any bytes as an object tree: refused, or a tree in which every value can be asked for everything.
#include "inference/weights/pickle_reader.h"

#include <cstdint>
#include <cstdlib>

namespace {

void check(const inference::PickleTree& tree, inference::PickleId id, std::size_t fileSize) {
    if (tree.text(id).size() > fileSize)
        std::abort();
    for (const inference::PickleId item : tree.items(id))
        if (item >= tree.size())
            std::abort();
    if (tree.kind(id) == inference::PickleKind::Tensor && tree.index(id) >= tree.tensors.size())
        std::abort();
    if (tree.kind(id) == inference::PickleKind::Dict && tree.items(id).size() % 2 != 0)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto tree = inference::readPickle(std::as_bytes(std::span(data, size)));
    if (!tree) {
        if (tree.error().message.empty() || tree.error().message.size() > 600)
            std::abort();
        return 0;
    }
    for (inference::PickleId id = 0; id < tree->size(); ++id)
        check(*tree, id, size);
    for (const inference::PickleTensor& tensor : tree->tensors)
        if (tensor.storage >= tree->storages.size() || tensor.shape.size() != tensor.strides.size())
            std::abort();
    return 0;
}
