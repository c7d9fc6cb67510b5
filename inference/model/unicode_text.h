// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace inference::unicode {

/// Invalid bytes become U+FFFD, one each.
std::u32string decode(std::string_view utf8);
void appendUtf8(std::string& text, char32_t code);

bool isLetter(char32_t code);
bool isNumber(char32_t code);
bool isSpace(char32_t code);

/// Makes a typed phrase plain, as the tokenizer expects it: HTML entities are resolved twice (the five of
/// XML, nbsp and numbers), control characters removed, curly quotes straightened, Latin ligatures and
/// full-width forms replaced, letters joined with their combining marks (NFC), runs of white space collapsed
/// and the text lower-cased.
///
/// Not covered, compared with the official cleaning: repair of wrongly decoded text (mojibake), the long tail
/// of named HTML entities, NFC's reordering of several marks on one letter, and compositions outside U+0000 …
/// U+1FFF (among them Korean syllables that were typed as single letters).
std::u32string cleaned(std::string_view utf8);

} // namespace inference::unicode
