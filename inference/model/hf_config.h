// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace inference {

/// The sizes that no shape tells, from the config.json that Hugging Face writes beside a model, under the
/// keys of "maskwright.config". Null if the file describes no SAM 3 model.
nlohmann::json sizesFromHuggingFace(const nlohmann::json& config);

} // namespace inference
