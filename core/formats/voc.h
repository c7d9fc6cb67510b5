// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

/// The format's own colours: the bits of the number dealt round to red, green and blue from the top down.
QList<QRgb> vocPalette();

// Annotations/<stem>.xml with 1-based inclusive boxes; SegmentationObject/<stem>.png and
// SegmentationClass/<stem>.png with the number of the object in the XML and of the class (labelmap.txt), both
// indexed; ImageSets/Segmentation/{train,val,test}.txt. Where instances overlap the one on top has the pixel;
// the others' pixels there are counted as lost.

/// Errors besides those of the pass: Unsupported for an image with more than 254 instances or a data set with
/// more than 254 classes.
Status writeVoc(ExportPass& pass);
/// `file` is one of the XML files, all of which are read, or the folder of the data set. Boxes become
/// rectangles where there is no SegmentationObject beside Annotations. A data set with a 0 as left or top
/// edge counts from 0. Errors: CorruptFile with file and line; documents with a DTD are refused.
Result<ImportedDataset> importVoc(const QString& file);
bool looksLikeVoc(const QString& file, const QByteArray& start);

} // namespace core
