// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/plan.h"
#include "core/auto_label/settle.h"
#include "core/engine/engine_port.h"
#include "core/media/image_loader.h"

#include <vector>

namespace core {

/// The windows of a picture that are asked, the whole picture first. Tiles are evenly spread, as few as cover
/// it with at least the overlap asked for.
std::vector<QRect> viewsOf(QSize image, const Tiles& tiles);

/// All that the plan finds in one picture, settled: duplicates, vetoes and classes that compete are sorted
/// out, the best score first. Pictures are encoded once for each view, whatever the number of phrases.
/// `path` is how the project names the picture (exemplars). Knows nothing of what is labelled already: that
/// is foldRun()'s. Errors: those of the engine; Cancelled.
Result<std::vector<FoundObject>> autoLabel(EnginePort& engine, const LoadedImage& image, const QString& path,
                                           const AutoLabelPlan& plan, const inference::RunControl& control);

} // namespace core
