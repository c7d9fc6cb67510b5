// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

/// Parts of a data set for training, in this order.
enum class Part { Train = 0, Val = 1, Test = 2 };

/// The part of each image. Images of one group are never parted; groups come in the order of a hash of their
/// names, so that the same data gives the same parts on every machine. A share that is not zero gets at least
/// one group if there are enough of them; training always keeps one.
QList<Part> splitOf(const QList<ExportEntry>& images, const DatasetSplit& split);
QString nameOf(Part part); ///< "train", "val", "test"

} // namespace core
