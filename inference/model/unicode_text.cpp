// SPDX-License-Identifier: Apache-2.0
#include "inference/model/unicode_text.h"

#include "inference/model/unicode_tables.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace inference::unicode {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool contains(std::span<const CodeRange> ranges, char32_t code) {
    const auto next = std::upper_bound(ranges.begin(), ranges.end(), code,
                                       [](char32_t c, const CodeRange& r) { return c < r.first; });
    return next != ranges.begin() && code <= std::prev(next)->last;
}

/// Length of the sequence that a lead byte announces, 0 if it can't lead.
int sequenceLength(unsigned char lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// One code point from the front of `bytes`; the number of bytes taken.
std::pair<char32_t, std::size_t> decodeOne(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const int length = sequenceLength(at(0));
    if (length == 1)
        return {at(0), 1};
    if (length == 0 || bytes.size() < static_cast<std::size_t>(length))
        return {kReplacement, 1};
    char32_t code = at(0) & (0xFFU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        if ((at(i) & 0xC0U) != 0x80)
            return {kReplacement, 1};
        code = code << 6U | (at(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    if (code < kSmallest[static_cast<std::size_t>(length)] || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000))
        return {kReplacement, 1};
    return {code, static_cast<std::size_t>(length)};
}

/// The code point of "#123" or "#x1f", 0 if the text isn't one.
char32_t numericEntity(std::u32string_view body) {
    const bool hex = body.size() > 1 && (body[1] == U'x' || body[1] == U'X');
    const std::u32string_view digits = body.substr(std::min<std::size_t>(body.size(), hex ? 2 : 1));
    char32_t value = 0;
    for (const char32_t c : digits) {
        const char32_t lower = c | 0x20U;
        const bool decimal = c >= U'0' && c <= U'9';
        if (!decimal && !(hex && lower >= U'a' && lower <= U'f'))
            return 0;
        value = value * (hex ? 16 : 10) + (decimal ? c - U'0' : lower - U'a' + 10);
        if (value > 0x10FFFF)
            return kReplacement;
    }
    const bool valid = !digits.empty() && value != 0 && !(value >= 0xD800 && value < 0xE000);
    return digits.empty() ? 0 : valid ? value : kReplacement;
}

char32_t entity(std::u32string_view body) {
    constexpr std::array<std::pair<std::u32string_view, char32_t>, 6> kNamed{
        {{U"amp", U'&'}, {U"lt", U'<'}, {U"gt", U'>'}, {U"quot", U'"'}, {U"apos", U'\''}, {U"nbsp", 0xA0}}};
    if (!body.empty() && body[0] == U'#')
        return numericEntity(body);
    for (const auto& [name, code] : kNamed)
        if (body == name)
            return code;
    return 0;
}

std::u32string withoutEntities(const std::u32string& text) {
    constexpr std::size_t kLongest = 10;
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == U'&' ? text.find(U';', i) : std::u32string::npos;
        const char32_t code = end != std::u32string::npos && end - i <= kLongest
                                  ? entity(std::u32string_view(text).substr(i + 1, end - i - 1))
                                  : 0;
        result += code == 0 ? text[i] : code;
        i = code == 0 ? i : end;
    }
    return result;
}

void appendPlain(std::u32string& text, char32_t code) {
    constexpr std::array<std::u32string_view, 7> kLigatures{U"ff",  U"fi", U"fl", U"ffi",
                                                            U"ffl", U"st", U"st"};
    if (code >= 0xFB00 && code <= 0xFB06)
        text += kLigatures[code - 0xFB00];
    else if (code >= 0xFF01 && code <= 0xFF5E)
        text += static_cast<char32_t>(code - 0xFF01 + U'!');
    else if (code == 0x3000)
        text += U' ';
    else if (code == 0x2018 || code == 0x2019 || code == 0x201A || code == 0x201B || code == 0x02BC)
        text += U'\'';
    else if (code == 0x201C || code == 0x201D || code == 0x201E || code == 0x201F)
        text += U'"';
    else
        text += code;
}

bool isRemoved(char32_t code) {
    return (code < 0x20 && !isSpace(code)) || (code >= 0x7F && code < 0xA0 && code != 0x85) ||
           code == 0xFEFF || (code >= 0x206A && code <= 0x206F) || (code >= 0xFFF9 && code <= 0xFFFC);
}

std::u32string composed(const std::u32string& text) {
    const auto before = [](const Composition& a, const std::pair<char32_t, char32_t>& b) {
        return std::pair<char32_t, char32_t>(a.base, a.mark) < b;
    };
    const std::span<const Composition> table = compositions();
    std::u32string result;
    for (const char32_t code : text) {
        const std::pair<char32_t, char32_t> pair(result.empty() ? 0 : result.back(), code);
        const auto found = std::lower_bound(table.begin(), table.end(), pair, before);
        if (found != table.end() && found->base == pair.first && found->mark == pair.second)
            result.back() = found->composed;
        else
            result += code;
    }
    return result;
}

char32_t lowered(char32_t code) {
    const std::span<const CaseRun> runs = lowerCase();
    const auto next = std::upper_bound(runs.begin(), runs.end(), code,
                                       [](char32_t c, const CaseRun& r) { return c < r.first; });
    // Runs with stride 2 interleave (a capital's neighbour is its small letter), so look two runs back.
    for (auto run = next; run != runs.begin() && next - run < 2;) {
        --run;
        if (code >= run->first && code <= run->last && (code - run->first) % run->stride == 0)
            return static_cast<char32_t>(static_cast<std::int64_t>(code) + run->delta);
    }
    return code;
}

std::u32string lowered(const std::u32string& text) {
    constexpr char32_t kSigma = 0x3A3;
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool endsWord =
            i > 0 && isLetter(text[i - 1]) && (i + 1 == text.size() || !isLetter(text[i + 1]));
        if (text[i] == 0x130) // the dotted capital I is two characters in lower case
            result += U"i\u0307";
        else
            result += text[i] == kSigma && endsWord ? char32_t{0x3C2} : lowered(text[i]);
    }
    return result;
}

std::u32string collapsed(const std::u32string& text) {
    std::u32string result;
    for (const char32_t code : text) {
        if (!isSpace(code))
            result += code;
        else if (!result.empty() && result.back() != U' ')
            result += U' ';
    }
    if (!result.empty() && result.back() == U' ')
        result.pop_back();
    return result;
}

} // namespace

std::u32string decode(std::string_view utf8) {
    std::u32string text;
    while (!utf8.empty()) {
        const auto one = decodeOne(utf8);
        text += one.first;
        utf8.remove_prefix(one.second);
    }
    return text;
}

void appendUtf8(std::string& text, char32_t code) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6U);
        put(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12U);
        put(0x80 | (code >> 6U & 0x3FU));
        put(0x80 | (code & 0x3FU));
    } else {
        put(0xF0 | code >> 18U);
        put(0x80 | (code >> 12U & 0x3FU));
        put(0x80 | (code >> 6U & 0x3FU));
        put(0x80 | (code & 0x3FU));
    }
}

bool isLetter(char32_t code) {
    return contains(letters(), code);
}
bool isNumber(char32_t code) {
    return contains(numbers(), code);
}

bool isSpace(char32_t code) {
    return (code >= 9 && code <= 13) || (code >= 0x1C && code <= 0x20) || code == 0x85 || code == 0xA0 ||
           code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

std::u32string cleaned(std::string_view utf8) {
    const std::u32string unescaped = withoutEntities(withoutEntities(decode(utf8)));
    std::u32string plain;
    for (const char32_t code : unescaped)
        if (!isRemoved(code))
            appendPlain(plain, code);
    return lowered(collapsed(composed(plain)));
}

} // namespace inference::unicode
