// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_segmentation.h"

#include "core/formats/json_text.h"
#include "core/mask/contour.h"
#include "core/mask/rle.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

using nlohmann::json;

/// Larger coordinates are nonsense, and pycocotools itself overflows on them.
constexpr double kMaxCoordinate = 1e8;
/// Rows that the edges of one annotation may cross: more than any real outline, and a bound on time and
/// memory.
constexpr double kMaxCrossings = 2e7;
constexpr int kMaxUnknownSide = 65'535;

tl::unexpected<Error> corrupt(const char* message) {
    return fail(ErrorCode::CorruptFile, QString::fromLatin1(message));
}

Result<QSize> sizeOf(const json& rle) {
    const auto size = rle.find("size");
    if (size == rle.end() || !size->is_array() || size->size() != 2 || !(*size)[0].is_number_integer() ||
        !(*size)[1].is_number_integer())
        return corrupt("A mask's run lengths come without a size.");
    const auto side = [&](std::size_t i) {
        return int(std::clamp<qint64>((*size)[i].get<qint64>(), -1, kMaxRleSide + 1));
    };
    return QSize(side(1), side(0));
}

Result<std::vector<std::uint32_t>> countsOf(const json& list) {
    std::vector<std::uint32_t> counts;
    counts.reserve(list.size());
    for (const json& count : list) {
        // Some writers store whole numbers as 3.0.
        const double value = count.is_number() ? count.get<double>() : -1;
        if (!(value >= 0 && value < 4294967296.0) || value != std::floor(value))
            return corrupt("A mask's run lengths hold something that is not a whole number from 0 on.");
        counts.push_back(std::uint32_t(value));
    }
    return counts;
}

Result<Mask> maskOfRle(const json& rle, QSize imageSize) {
    ASSIGN_OR_RETURN(const QSize size, sizeOf(rle));
    if (!imageSize.isEmpty() && size != imageSize)
        return corrupt("A mask has another size than its image.");
    const auto counts = rle.find("counts");
    if (counts == rle.end())
        return corrupt("A mask has a size but no run lengths.");
    if (counts->is_string())
        return maskFromRleString(QByteArray::fromStdString(counts->get_ref<const std::string&>()), size);
    if (!counts->is_array())
        return corrupt("A mask's run lengths are neither a text nor a list.");
    ASSIGN_OR_RETURN(const std::vector<std::uint32_t> list, countsOf(*counts));
    return maskFromCounts(list, size);
}

Result<QPolygonF> ringOf(const json& list) {
    if (!list.is_array() || list.size() < 6 || list.size() % 2 != 0)
        return corrupt("A polygon needs at least three points of two numbers each.");
    QPolygonF ring;
    ring.reserve(qsizetype(list.size() / 2));
    for (std::size_t i = 0; i < list.size(); i += 2) {
        if (!list[i].is_number() || !list[i + 1].is_number())
            return corrupt("A polygon holds something that is not a number.");
        const QPointF point(list[i].get<double>(), list[i + 1].get<double>());
        if (!(std::abs(point.x()) <= kMaxCoordinate && std::abs(point.y()) <= kMaxCoordinate))
            return corrupt("A polygon has coordinates that can't be pixels.");
        ring << point;
    }
    return ring;
}

double crossings(const QPolygonF& ring, const QRect& bounds) {
    const auto row = [&](QPointF p) {
        return std::clamp(p.y(), double(bounds.top()), bounds.bottom() + 1.0);
    };
    double sum = 0;
    for (qsizetype i = 0; i < ring.size(); ++i)
        sum += std::abs(row(ring[i]) - row(ring[(i + 1) % ring.size()]));
    return sum;
}

/// The lists are united, as pycocotools does.
Result<Mask> maskOfLists(const json& lists, QSize imageSize) {
    if (lists.empty())
        return Mask();
    if (lists.front().is_number())
        return maskOfLists(json::array({lists}), imageSize);
    double crossed = 0;
    std::vector<QPolygonF> rings;
    for (const json& list : lists) {
        ASSIGN_OR_RETURN(QPolygonF ring, ringOf(list));
        rings.push_back(std::move(ring));
    }
    return maskOfRings(rings, imageSize, crossed);
}

void appendRing(QByteArray& text, const QPolygon& ring) {
    text += '[';
    for (const QPoint p : ring) {
        if (!text.endsWith('['))
            text += ',';
        text += QByteArray::number(p.x());
        text += ',';
        text += QByteArray::number(p.y());
    }
    text += ']';
}

} // namespace

Result<Mask> maskOfRings(const std::vector<QPolygonF>& rings, QSize imageSize, double& crossed) {
    const QSize size = imageSize.isEmpty() ? QSize(kMaxUnknownSide, kMaxUnknownSide) : imageSize;
    const QRect bounds(QPoint(0, 0), size);
    std::vector<Mask::Span> spans;
    for (const QPolygonF& ring : rings) {
        crossed += crossings(ring, bounds);
        if (crossed > kMaxCrossings)
            return corrupt("A polygon is far too complicated to be an outline.");
        const QRect area = bounds & ring.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1);
        const Mask filled = maskOfPolygons({ring}, area);
        spans.insert(spans.end(), filled.spans().begin(), filled.spans().end());
    }
    return Mask::fromSpans(std::move(spans));
}

QByteArray cocoSegmentation(const Mask& mask, QSize size, CocoShape shape) {
    if (shape == CocoShape::CompressedRle) {
        return "{\"size\":[" + QByteArray::number(size.height()) + ',' + QByteArray::number(size.width()) +
               "],\"counts\":" + jsonString(rleString(mask, size)) + '}';
    }
    QByteArray text = "[";
    for (const ContourPart& part : contoursOf(mask)) {
        if (text.size() > 1)
            text += ',';
        appendRing(text, keyholed(part));
    }
    return text + ']';
}

Result<Mask> maskOfCocoSegmentation(const json& segmentation, QSize size) {
    if (segmentation.is_object())
        return maskOfRle(segmentation, size);
    if (segmentation.is_array())
        return maskOfLists(segmentation, size);
    return corrupt("A mask is neither run lengths nor polygons.");
}

} // namespace core
