// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// Label Studio: one list of tasks, a picture each. Instances are brush run lengths, so no pixel differs. What
// a reviewed picture holds is written as an annotation, the work of a person; anything else as a prediction,
// which waits there for one.

/// Writes the tasks and beside them the labelling interface that a project of Label Studio needs for them.
Status writeLabelStudio(ExportPass& pass);
/// Reads brushes, polygons, rectangles, and the choices, numbers and texts of a region as its attributes. Of
/// several annotations of a task the ground truth is read, else the newest; predictions only where there is
/// none. Nothing is fetched: of an address the file's name is used. Errors: those of readJsonLists(),
/// CorruptFile.
Result<ImportedDataset> importLabelStudio(const QString& file);
bool looksLikeLabelStudio(const QString& file, const QByteArray& start);

} // namespace core
