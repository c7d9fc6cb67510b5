// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QHash>
#include <QImage>

#include <vector>

namespace gui {

/// Paints masks half transparent over a small picture of an image of `full` pixels, bottom to top; hidden and
/// rejected instances are left out. What is smaller than a pixel shows as a dot.
void paintMasks(QImage& picture, QSize full, const std::vector<core::Annotation>& annotations,
                const QHash<core::LabelId, QColor>& colors);

} // namespace gui
