// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/weights/name_tables.h"
#include "tests/support/inference/weight_file.h"

#include <map>
#include <string>
#include <vector>

namespace inference::test {

/// The names by which a layout's own program stores one canonical tensor: the first row of the tables that
/// fits, one name for each block of a joined tensor, and the copies. Empty if the layout doesn't keep it.
struct StoredAs {
    std::vector<std::string> names;  ///< one, or one for each block of rows
    std::vector<std::string> copies; ///< further names for the whole tensor
    CanonicalName::Change change = CanonicalName::Change::None;
    int row = 0; ///< Change::EachRow: which row of the table
};
StoredAs storedAs(const std::vector<NameTable>& tables, const std::string& canonical);

/// The same model as Hugging Face's library saves it.
WeightFile inHuggingFaceLayout(const WeightFile& official);
/// Its detector alone, without the outer model's prefix.
WeightFile inBareHuggingFaceLayout(const WeightFile& official);
/// The same multiplex model as the MLX community stores it: channels last. Norms as `norms` reads them.
WeightFile inMlxLayout(const WeightFile& multiplex, const MlxNorms& norms = {});

/// A SAM 3 model's tensors arranged as a SAM 3.1 model for single images: the neck and the modules of clicks
/// under their names there, and a third neck.
WeightFile asMultiplex(const WeightFile& official);

} // namespace inference::test
