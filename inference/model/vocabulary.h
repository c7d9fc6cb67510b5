// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/weights/weight_source.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace inference {

/// The merges of the model's byte-pair vocabulary, as text: the file's metadata "maskwright.vocabulary", else
/// a file beside the model named vocabulary.txt, vocabulary.txt.gz, bpe_simple_vocab_16e6.txt,
/// bpe_simple_vocab_16e6.txt.gz, tokenizer.json or merges.txt (whose ids a vocab.json beside it must
/// confirm). Nothing if there is none. Errors: CorruptFile (damaged or unreasonably large), Io.
Result<std::optional<std::string>> findVocabulary(const WeightSource& source,
                                                  const std::filesystem::path& model);

/// Unpacks gzip data of at most `limit` unpacked bytes. Error: CorruptFile.
Result<std::string> inflateGzip(std::span<const std::byte> packed, std::size_t limit);

} // namespace inference
