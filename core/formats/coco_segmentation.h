// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/mask/mask.h"

#include <QByteArray>
#include <QPolygonF>
#include <QSize>

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace core {

enum class CocoShape { CompressedRle, Polygons };

/// The JSON value of "segmentation" for a mask that lies inside `size`. Polygons run along pixel edges and
/// reach holes over bridges walked twice, so both shapes keep every pixel.
QByteArray cocoSegmentation(const Mask& mask, QSize size, CocoShape shape);

/// Reads any of the three shapes. `size` is the image's, or empty if it is unknown: run lengths then bring
/// their own, and polygons are filled where they lie. Errors: CorruptFile, Unsupported; the sentence has no
/// file name.
Result<Mask> maskOfCocoSegmentation(const nlohmann::json& segmentation, QSize size);

/// Fills each ring by the even-odd rule and unites them. `imageSize` as above. `crossed` counts the rows that
/// edges cross, over as many calls as one instance needs: CorruptFile, a sentence without a file name, if
/// they are more than any real outline has, for a few bytes of zigzag could ask for gigabytes.
Result<Mask> maskOfRings(const std::vector<QPolygonF>& rings, QSize imageSize, double& crossed);

} // namespace core
