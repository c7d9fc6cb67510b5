// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/api/types.h"

#include <filesystem>

namespace inference {

/// "f32", "f16", "bf16", "q8".
const char* nameOf(Precision precision);

struct ConvertOptions {
    Precision precision = Precision::F16;
};

/// Writes the model of `in`, any file that the engine opens, to `out` as safetensors: official names, large
/// matrices in the asked precision (checkpoints §4.2), with the vocabulary and the sizes that lay beside `in`
/// in the metadata, so that `out` needs no other file. Holds one tensor in memory at a time. `out` appears
/// when it is complete and was seen to load; an existing file is replaced then. Errors: those of opening a
/// model, CorruptFile (values that are not numbers), Unsupported (values that the precision can't hold), Io
/// (no space), Cancelled.
Status convertModel(const std::filesystem::path& in, const std::filesystem::path& out,
                    const ConvertOptions& options = {}, const RunControl& control = {});

} // namespace inference
