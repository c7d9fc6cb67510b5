// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/stored_tensor.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace inference {
namespace {

constexpr std::array<StoredType, 17> kTypes{{{"F32", 4, DType::F32},
                                             {"F16", 2, DType::F16},
                                             {"BF16", 2, DType::BF16},
                                             {"F64", 8, {}},
                                             {"I64", 8, DType::I64},
                                             {"I32", 4, DType::I32},
                                             {"I16", 2, {}},
                                             {"I8", 1, DType::I8},
                                             {"U8", 1, DType::U8},
                                             {"BOOL", 1, {}},
                                             {"U64", 8, {}},
                                             {"U32", 4, {}},
                                             {"U16", 2, {}},
                                             {"F8_E5M2", 1, {}},
                                             {"F8_E4M3", 1, {}},
                                             {"C64", 8, DType::C64},
                                             {"C128", 16, {}}}};

std::size_t elementSize(const StoredTensor& stored) {
    const StoredType* type = findStoredType(stored.typeName);
    assert(type != nullptr);
    return type == nullptr ? 0 : type->size;
}

struct Dimension {
    std::int64_t size;
    std::int64_t stride;
};

/// The piece's dimensions without those of size 1, neighbours that lie like one dimension merged.
std::vector<Dimension> mergedDimensions(const Piece& piece) {
    std::vector<Dimension> merged;
    for (std::size_t i = 0; i < piece.shape.size(); ++i) {
        const Dimension next{piece.shape[i], piece.strides[i]};
        if (next.size == 1)
            continue;
        if (!merged.empty() && merged.back().stride == next.size * next.stride)
            merged.back() = {merged.back().size * next.size, next.stride};
        else
            merged.push_back(next);
    }
    if (merged.empty())
        merged.push_back({1, 1});
    return merged;
}

std::byte* copyRow(const std::byte* from, Dimension row, std::size_t elementSize, std::byte* to) {
    const auto count = static_cast<std::size_t>(row.size);
    if (row.stride == 1) {
        std::memcpy(to, from, count * elementSize);
        return to + count * elementSize;
    }
    const std::size_t step = static_cast<std::size_t>(row.stride) * elementSize;
    for (std::size_t i = 0; i < count; ++i, to += elementSize)
        std::memcpy(to, from + i * step, elementSize);
    return to;
}

std::byte* gather(const Piece& piece, std::size_t elementSize, std::byte* to) {
    if (elementCount(piece.shape) == 0)
        return to;
    const std::vector<Dimension> dimensions = mergedDimensions(piece);
    const std::size_t outer = dimensions.size() - 1;
    std::vector<std::int64_t> index(outer, 0);
    while (true) {
        std::int64_t at = 0;
        for (std::size_t d = 0; d < outer; ++d)
            at += index[d] * dimensions[d].stride;
        const std::byte* row = piece.bytes.data() + static_cast<std::size_t>(at) * elementSize;
        to = copyRow(row, dimensions[outer], elementSize, to);
        std::size_t d = outer;
        while (d > 0 && ++index[d - 1] == dimensions[d - 1].size)
            index[--d] = 0;
        if (d == 0)
            return to;
    }
}

/// The whole tensor as one piece.
Piece asPiece(const StoredTensor& stored) {
    if (!stored.isContiguous()) {
        assert(stored.pieces->size() == 1 && stored.pieces->front().shape == stored.shape);
        return stored.pieces->front();
    }
    Piece piece{stored.bytes, stored.shape, std::vector<std::int64_t>(stored.shape.size(), 1)};
    for (std::size_t i = stored.shape.size(); i-- > 1;)
        piece.strides[i - 1] = piece.strides[i] * std::max<std::int64_t>(stored.shape[i], 1);
    return piece;
}

StoredTensor ofPieces(const StoredTensor& like, Shape shape, std::vector<Piece> pieces) {
    return {like.typeName,
            like.type,
            std::move(shape),
            {},
            std::make_shared<const std::vector<Piece>>(std::move(pieces))};
}

/// Whether one of `count` elements has all bits of the exponent set. Without a way out of the loop, and with
/// a constant count, the compiler makes vectors of it: as fast as memory is read.
template <class Bits> bool hasExponent(const std::byte* from, std::size_t count, Bits exponent) {
    Bits found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Bits element;
        std::memcpy(&element, from + i * sizeof(Bits), sizeof(Bits));
        found |= static_cast<Bits>((element & exponent) == exponent);
    }
    return found != 0;
}

template <class Bits> bool areFinite(std::span<const std::byte> bytes, Bits exponent) {
    constexpr std::size_t kPanel = 4096; // elements
    std::size_t count = bytes.size() / sizeof(Bits);
    const std::byte* from = bytes.data();
    for (; count >= kPanel; count -= kPanel, from += kPanel * sizeof(Bits))
        if (hasExponent(from, kPanel, exponent))
            return false;
    return !hasExponent(from, count, exponent);
}

} // namespace

const StoredType* findStoredType(std::string_view name) {
    const auto* found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const StoredType& t) { return t.name == name; });
    return found == kTypes.end() ? nullptr : found;
}

std::size_t storedSize(const StoredTensor& stored) {
    return static_cast<std::size_t>(elementCount(stored.shape)) * elementSize(stored);
}

std::vector<std::span<const std::byte>> storedSpans(const StoredTensor& stored) {
    if (stored.isContiguous())
        return {stored.bytes};
    std::vector<std::span<const std::byte>> spans;
    for (const Piece& piece : *stored.pieces)
        spans.push_back(piece.bytes);
    return spans;
}

void materialise(const StoredTensor& stored, std::span<std::byte> to) {
    assert(to.size() == storedSize(stored));
    if (to.empty())
        return;
    if (stored.isContiguous()) {
        std::memcpy(to.data(), stored.bytes.data(), stored.bytes.size());
        return;
    }
    std::byte* next = to.data();
    for (const Piece& piece : *stored.pieces)
        next = gather(piece, elementSize(stored), next);
}

std::vector<std::byte> materialise(const StoredTensor& stored) {
    std::vector<std::byte> bytes(storedSize(stored));
    materialise(stored, bytes);
    return bytes;
}

bool isFinite(const StoredTensor& stored) {
    const std::vector<std::byte> own = stored.isContiguous() ? std::vector<std::byte>() : materialise(stored);
    const std::span<const std::byte> bytes = stored.isContiguous() ? stored.bytes : own;
    if (stored.type == DType::F32)
        return areFinite<std::uint32_t>(bytes, 0x7f800000U);
    if (stored.type == DType::F16)
        return areFinite<std::uint16_t>(bytes, 0x7c00U);
    if (stored.type == DType::BF16)
        return areFinite<std::uint16_t>(bytes, 0x7f80U);
    return stored.typeName != "F64" || areFinite<std::uint64_t>(bytes, 0x7ff0000000000000U);
}

StoredTensor concatenated(const std::vector<StoredTensor>& parts) {
    assert(!parts.empty() && !parts.front().shape.empty());
    Shape shape = parts.front().shape;
    shape[0] = 0;
    std::vector<Piece> pieces;
    for (const StoredTensor& part : parts) {
        assert(part.typeName == parts.front().typeName && part.shape.size() == shape.size());
        shape[0] += part.shape[0];
        if (part.isContiguous())
            pieces.push_back(asPiece(part));
        else
            pieces.insert(pieces.end(), part.pieces->begin(), part.pieces->end());
    }
    return ofPieces(parts.front(), std::move(shape), std::move(pieces));
}

StoredTensor permuted(const StoredTensor& stored, const std::vector<std::size_t>& order) {
    const Piece from = asPiece(stored);
    assert(order.size() == from.shape.size());
    Piece to{from.bytes, {}, {}};
    for (const std::size_t dimension : order) {
        to.shape.push_back(from.shape[dimension]);
        to.strides.push_back(from.strides[dimension]);
    }
    Shape shape = to.shape;
    return ofPieces(stored, std::move(shape), {std::move(to)});
}

StoredTensor rowsOf(const StoredTensor& stored, std::int64_t begin, std::int64_t end) {
    assert(!stored.shape.empty() && 0 <= begin && begin <= end && end <= stored.shape[0]);
    Piece piece = asPiece(stored);
    piece.shape[0] = end - begin;
    std::size_t first = 0;
    std::size_t last = 0; // one behind the last element
    if (elementCount(piece.shape) > 0) {
        first = static_cast<std::size_t>(begin * piece.strides[0]);
        last = first + 1;
        for (std::size_t i = 0; i < piece.shape.size(); ++i)
            last += static_cast<std::size_t>((piece.shape[i] - 1) * piece.strides[i]);
    }
    piece.bytes = piece.bytes.subspan(first * elementSize(stored), (last - first) * elementSize(stored));
    Shape shape = piece.shape;
    if (stored.isContiguous())
        return {stored.typeName, stored.type, std::move(shape), piece.bytes};
    return ofPieces(stored, std::move(shape), {std::move(piece)});
}

} // namespace inference
