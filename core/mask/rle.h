// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/mask/mask.h"

#include <QByteArray>
#include <QSize>

#include <vector>

namespace core {

/// COCO run lengths: column-major, starting with the run of zeros (formats.md). Pixels outside `size` are
/// dropped.
std::vector<std::uint32_t> rleCounts(const Mask& mask, QSize size);
/// Errors: CorruptFile if the counts don't add up to width*height.
Result<Mask> maskFromCounts(const std::vector<std::uint32_t>& counts, QSize size);
/// The compressed string of pycocotools, byte for byte, and back.
QByteArray rleString(const Mask& mask, QSize size);
Result<Mask> maskFromRleString(const QByteArray& text, QSize size);

} // namespace core
