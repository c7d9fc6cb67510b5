// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"

#include <string>
#include <string_view>

namespace inference {

/// The merges that Tokenizer reads, from the tokenizer.json that Hugging Face writes beside a model: a header
/// line, then one merge a line. The file's own ids must be those that follow from the merges (bytes, bytes
/// that end a word, merges by rank), so that they can't differ from the model's. Error: CorruptFile.
Result<std::string> mergesFromTokenizerJson(std::string_view text);

/// Checks the ids of a vocab.json (token to id) against a merges.txt. Error: CorruptFile.
Status checkVocabularyJson(std::string_view vocabulary, std::string_view merges);

} // namespace inference
