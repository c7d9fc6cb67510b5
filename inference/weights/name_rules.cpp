// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/name_rules.h"

#include <algorithm>
#include <vector>

namespace inference {
namespace {

/// What one wildcard stood for.
struct Capture {
    char kind; ///< # ~ * or {
    std::string_view text;
    std::size_t choice; ///< of {}: which alternative
};

bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

std::vector<std::string_view> alternatives(std::string_view list, char separator) {
    std::vector<std::string_view> result;
    while (true) {
        const std::size_t end = list.find(separator);
        result.push_back(list.substr(0, end));
        if (end == std::string_view::npos)
            return result;
        list.remove_prefix(end + 1);
    }
}

/// Cuts the wildcard or the one letter off the front of a pattern.
std::string_view takeToken(std::string_view& pattern) {
    std::size_t length = 1;
    if (pattern[0] == '{')
        length = pattern.find('}') + 1;
    else if (pattern[0] == '(')
        length = pattern.find(')') + 1;
    const std::string_view token = pattern.substr(0, length);
    pattern.remove_prefix(length);
    return token;
}

/// The texts at the front of `name` that a token may stand for.
std::vector<std::string_view> candidates(std::string_view token, std::string_view name) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view inner = token.size() > 1 ? token.substr(1, token.size() - 2) : token;
    switch (token[0]) {
    case '#': {
        const auto end = std::find_if_not(name.begin(), name.end(), isDigit);
        return {name.substr(0, static_cast<std::size_t>(end - name.begin()))};
    }
    case '*':
        return {name.substr(0, name.find('.'))};
    case '~':
        return {"weight", "bias"};
    case '{':
        return alternatives(inner, ',');
    case '(':
        return alternatives(inner, '|');
    default:
        return {token};
    }
}

bool matches(std::string_view pattern, std::string_view name, std::vector<Capture>& captures) {
    if (pattern.empty())
        return name.empty();
    const std::string_view token = takeToken(pattern);
    const std::vector<std::string_view> texts = candidates(token, name);
    const bool isKept = token[0] == '#' || token[0] == '~' || token[0] == '*' || token[0] == '{';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty() || !startsWith(name, texts[i]))
            continue;
        if (isKept)
            captures.push_back({token[0], texts[i], i});
        if (matches(pattern, name.substr(texts[i].size()), captures))
            return true;
        if (isKept)
            captures.pop_back();
    }
    return false;
}

/// Writes a pattern with the captures in place of its wildcards.
std::string filled(std::string_view pattern, std::vector<Capture> captures, std::size_t choice) {
    std::string result;
    while (!pattern.empty()) {
        const std::string_view token = takeToken(pattern);
        if (token[0] == '(') {
            result += token.substr(1, token.find_first_of("|)") - 1);
            continue;
        }
        const auto kept = std::find_if(captures.begin(), captures.end(),
                                       [&](const Capture& capture) { return capture.kind == token[0]; });
        if (token[0] == '{') {
            const auto list = alternatives(token.substr(1, token.size() - 2), ',');
            result += list[std::min(kept == captures.end() ? choice : kept->choice, list.size() - 1)];
        } else {
            result += kept == captures.end() ? token : kept->text;
        }
        if (kept != captures.end())
            captures.erase(kept);
    }
    return result;
}

/// The block that [{…}] names: the alternative taken by the last {} of the file's side.
int blockOf(const std::vector<Capture>& captures) {
    const auto last = std::find_if(captures.rbegin(), captures.rend(),
                                   [](const Capture& capture) { return capture.kind == '{'; });
    return last == captures.rend() ? 0 : static_cast<int>(last->choice);
}

/// True if the perceptron that `name` belongs to also has a `proj_in`.
bool hasInputLayer(std::string_view name, const std::function<bool(const std::string&)>& exists) {
    const std::size_t end = name.rfind(".layers.");
    return end != std::string_view::npos && exists(std::string(name.substr(0, end)) + ".proj_in.weight");
}

} // namespace

std::optional<CanonicalName> canonicalName(std::span<const NameTable> tables, std::string_view name,
                                           const std::function<bool(const std::string&)>& exists) {
    for (const NameTable& table : tables) {
        if (!startsWith(name, table.filePrefix))
            continue;
        const std::string_view rest = name.substr(table.filePrefix.size());
        for (const NameRule& rule : table.rules) {
            std::vector<Capture> captures;
            const std::size_t space = std::min(rule.canonical.find(' '), rule.canonical.size());
            const std::string_view mark = rule.canonical.substr(space);
            if (!matches(rule.file, rest, captures) || (mark == " (M)" && !hasInputLayer(name, exists)))
                continue;
            CanonicalName result;
            result.name =
                std::string(table.canonicalPrefix) + filled(rule.canonical.substr(0, space), captures, 0);
            if (startsWith(mark, " ["))
                result.block = blockOf(captures);
            result.change = mark == " (T)"    ? CanonicalName::Change::Transposed
                            : mark == " (P2)" ? CanonicalName::Change::EachRow
                                              : CanonicalName::Change::None;
            result.isCopy = mark == " (=)";
            return result;
        }
    }
    return std::nullopt;
}

std::optional<std::string> rewritten(std::string_view name, std::string_view from, std::string_view to,
                                     std::size_t choice) {
    std::vector<Capture> captures;
    if (!matches(from, name, captures))
        return std::nullopt;
    return filled(to, std::move(captures), choice);
}

bool fitsGlob(std::string_view name, std::string_view glob) {
    const std::vector<std::string_view> texts = alternatives(glob, '*');
    if (texts.size() == 1)
        return name == glob;
    if (!startsWith(name, texts.front()))
        return false;
    name.remove_prefix(texts.front().size());
    for (std::size_t i = 1; i + 1 < texts.size(); ++i) {
        const std::size_t at = name.find(texts[i]);
        if (at == std::string_view::npos)
            return false;
        name.remove_prefix(at + texts[i].size());
    }
    const std::string_view last = texts.back();
    return name.size() >= last.size() && name.substr(name.size() - last.size()) == last;
}

} // namespace inference
