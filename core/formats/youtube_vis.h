// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

namespace core {

class ExportPass;

/// YouTube-VIS: youtube-vis.json with a list of masks for each track, null in frames without it. A track
/// whose label changes is written as two.
Status writeYoutubeVis(ExportPass& pass);
/// Errors besides those of other readers: CorruptFile for lists that are not as long as their video.
Result<ImportedDataset> importYoutubeVis(const QString& file);
bool looksLikeYoutubeVis(const QString& file, const QByteArray& start);

} // namespace core
