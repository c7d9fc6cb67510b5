// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"
#include "core/query/query_match.h"

namespace core {

/// `source` with the images and instances that a filter found, and all labels: an image that was found keeps
/// those of its instances that were.
ExportSource narrowed(ExportSource source, QueryMatches found);

} // namespace core
