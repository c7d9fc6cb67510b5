// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QRegularExpression>
#include <QString>

#include <limits>
#include <vector>

namespace core {

/// What a test of a query looks at. Those from Name on are facts of the image, the others of an instance.
enum class QueryField {
    Class,
    State,
    Origin,
    Prompt,
    Model,
    Attribute,
    Locked,
    Hidden,
    Crowd,
    Score,
    Area,
    Width,
    Height,
    Left,
    Top,
    Aspect,
    Size,    ///< the longer side of the box
    CentreX, ///< of the box, as a share of the image's width
    CentreY,
    Parts,
    Holes,
    ByHand,
    Z,
    Group,
    Seconds,
    Actions,
    Created,
    Changed,
    Any, ///< a word without a key: in the image's name or the label's
    Name,
    Image, ///< the image's place in the list, from 1
    Instances,
    Has,
    Reviewed,
    Tag
};

/// A word of a query: a plain one, one with * and ?, or a /regular expression/. Case never counts.
struct QueryWord {
    QString text;
    QRegularExpression pattern; ///< empty for a plain word; else it decides
    bool isPattern() const { return !pattern.pattern().isEmpty(); }
    /// The whole text, or the regular expression within it. Errors: InvalidArgument if that would take far
    /// too long.
    Result<bool> matches(const QString& whole) const;
    Result<bool> occursIn(const QString& longer) const; ///< anywhere in it; errors: as matches()

private:
    Result<bool> isFoundIn(const QString& text) const;
};

/// One `key:value`.
struct QueryTest {
    QueryField field = QueryField::Any;
    QString attribute;            ///< the name after "attr."
    std::vector<QueryWord> words; ///< any of them
    /// Numbers, shares and times (milliseconds since 1970 UTC) lie in [low, high].
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool isRange = false; ///< of an attribute: compares numbers
    bool yes = true;      ///< what a yes-or-no field must be
    int column = 1;       ///< where it stands in the text, from 1
};

/// A filter for instances and images: tests joined by and, or, not.
struct Query {
    enum class Join { All, Any, Not, Test };
    struct Node {
        Join join = Join::All;
        std::vector<Node> children; ///< of Not: one
        std::size_t test = 0;       ///< index into `tests`
    };
    Node root; ///< All without children: everything
    std::vector<QueryTest> tests;
    bool isEmpty() const { return tests.empty(); }
};

/// Reads what people type:
///   class:car score:<0.5 state:auto area:>100 hole:>0 attr.broken:yes -reviewed:yes (a or "two words")
/// Spaces join by and; `or` or | joins what stands beside it; - before a test turns it round. Values: words,
/// several with commas; numbers as 5, >5, >=5, <5, <=5, 1..5, 30%; days as 2026-01-31. Errors:
/// InvalidArgument, one sentence that names the column.
Result<Query> parseQuery(const QString& text);

/// The keys that parseQuery() knows, for completion; "attr." stands for all attributes.
QStringList queryKeys();
/// `text` as a value: in quotes if it would not be one plain word otherwise.
QString queryQuoted(const QString& text);

} // namespace core
