// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace inference {

/// One row of a renaming: what a file calls a tensor, and what the tensor is canonically (checkpoints §1.8).
/// Both sides are patterns:
///   #        a number
///   ~        "weight" or "bias"
///   *        anything without a point
///   {a,b}    one of these
///   (a|b)    one of these, on the file's side only
/// What #, ~, * and {} stand for is carried over in order, each kind for itself; of a {} the position counts,
/// so {1,2} may become {a,b}. The canonical side may end in a space and a mark:
///   [{q,k,v}]  the tensor is the first, second, third block of rows of the canonical one
///   (T)        the canonical tensor is its transpose
///   (P2)       each row is a canonical tensor; its number stands for the #
///   (=)        a copy of a tensor that the file has under its own name, too
///   (M)        the row holds only beside a `proj_in` of the same perceptron
struct NameRule {
    std::string_view file;
    std::string_view canonical;
};

/// Rows that share a prefix on each side. The prefixes are literal.
struct NameTable {
    std::string_view filePrefix;
    std::string_view canonicalPrefix;
    std::span<const NameRule> rules;
};

/// What a table says of a name.
struct CanonicalName {
    enum class Change { None, Transposed, EachRow };
    std::string name;              ///< with Change::EachRow a # stands for the number of the row
    std::optional<int> block = {}; ///< of rows, counted from 0
    Change change = Change::None;
    bool isCopy = false;
};

/// The first row of the first table that fits `name`, or nothing. `exists` says whether the file has a name.
std::optional<CanonicalName> canonicalName(std::span<const NameTable> tables, std::string_view name,
                                           const std::function<bool(const std::string&)>& exists);

/// `name` rewritten from one pattern to another, or nothing if it doesn't fit `from`. A # or {} of `to` that
/// `from` lacks becomes "#" or its alternative number `choice`; of (a|b) the first is taken.
std::optional<std::string> rewritten(std::string_view name, std::string_view from, std::string_view to,
                                     std::size_t choice = 0);

/// True if `name` fits a pattern in which * stands for any text, points included.
bool fitsGlob(std::string_view name, std::string_view glob);

} // namespace inference
