// SPDX-License-Identifier: Apache-2.0
#include "gui/keys/fuzzy.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace gui {
namespace {

constexpr int kNever = std::numeric_limits<int>::min() / 2;

bool startsWord(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

} // namespace

std::optional<int> fuzzyScore(const QString& typed, const QString& text) {
    const QString letters = typed.toCaseFolded().remove(QLatin1Char(' '));
    const QString in = text.toCaseFolded();
    // best[i]: of the letters so far with the last one at i; so the best of all ways is found, not the first.
    std::vector<int> best(size_t(in.size()), kNever);
    for (qsizetype letter = 0; letter < letters.size(); ++letter) {
        std::vector<int> next(best.size(), kNever);
        int before = letter == 0 ? 0 : kNever; // best of all that end further left
        for (qsizetype i = 0; i < in.size(); ++i) {
            if (in[i] == letters[letter]) {
                const int beside = letter > 0 && i > 0 ? best[size_t(i - 1)] + 6 : kNever;
                next[size_t(i)] = std::max(before, beside) + (startsWord(in, i) ? 8 : 1);
            }
            before = std::max(before - (letter == 0 ? 0 : 1), letter == 0 ? 0 : best[size_t(i)] - 1);
        }
        best = std::move(next);
    }
    if (letters.isEmpty()) {
        return 0;
    }
    const int score = best.empty() ? kNever : *std::max_element(best.begin(), best.end());
    // Of two that fit alike the shorter text is meant.
    return score > kNever / 2 ? std::optional(score * 10 - int(text.size())) : std::nullopt;
}

} // namespace gui
