// SPDX-License-Identifier: Apache-2.0
#include "core/mask/cut.h"

#include "core/mask/brush.h"
#include "core/mask/morphology.h"

#include <algorithm>

namespace core {
namespace {

// Less is what a slanted line leaves at the border, not a piece that someone wants.
constexpr qint64 kSliver = 3;

bool isLarger(const Mask& a, const Mask& b) {
    return a.area() > b.area();
}

/// Pieces of one connected part, largest first; just the part if there are fewer than two.
std::vector<Mask> piecesOf(const Mask& part, const Mask& line) {
    std::vector<Mask> pieces = part.subtracted(line).parts();
    std::erase_if(pieces, [](const Mask& piece) { return piece.area() < kSliver; });
    if (pieces.size() < 2)
        return {part};
    std::stable_sort(pieces.begin(), pieces.end(), isLarger);
    Mask loose = part;
    for (const Mask& piece : pieces)
        loose = loose.subtracted(piece);
    // The part is connected, so every loose pixel comes to lie beside a piece in the end.
    while (!loose.isEmpty())
        for (Mask& piece : pieces) {
            const Mask gained = grown(piece, 1).intersected(loose);
            piece = piece.united(gained);
            loose = loose.subtracted(gained);
        }
    return pieces;
}

} // namespace

std::vector<Mask> cutAlong(const Mask& mask, const QPolygonF& line) {
    // The thinnest stroke leaves no gap that a 4-connected part could pass.
    Brush pen(1, mask.boundingBox());
    for (const QPointF point : line)
        pen.moveTo(point);
    const Mask& drawn = pen.painted();
    std::vector<Mask> pieces;
    Mask stays;
    for (const Mask& part : mask.parts()) {
        const std::vector<Mask> cut =
            part.intersected(drawn).isEmpty() ? std::vector<Mask>{part} : piecesOf(part, drawn);
        stays = stays.united(cut.front());
        pieces.insert(pieces.end(), cut.begin() + 1, cut.end());
    }
    std::stable_sort(pieces.begin(), pieces.end(), isLarger);
    pieces.insert(pieces.begin(), std::move(stays));
    return pieces;
}

} // namespace core
