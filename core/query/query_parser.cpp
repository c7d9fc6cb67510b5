// SPDX-License-Identifier: Apache-2.0
#include "core/query/query_parser.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

constexpr qsizetype kLongest = 4000;
constexpr int kDeepest = 40;
constexpr qsizetype kLongestPattern = 300;
/// Before every pattern: how many steps one text may cost (some 100 µs). Without it `(a+)+b` would try for
/// hours. Of several such limits the lowest holds, so a pattern can't lift it.
constexpr auto kPatternLimit = "(*LIMIT_MATCH=20000)";

bool sameWord(const QString& a, const char* b) {
    return a.compare(QLatin1String(b), Qt::CaseInsensitive) == 0;
}

/// * is any text and ? any character; the whole text must match.
QString wildcardPattern(const QString& text) {
    QString pattern = QRegularExpression::escape(text);
    pattern.replace(QLatin1String("\\*"), QLatin1String(".*"))
        .replace(QLatin1String("\\?"), QLatin1String("."));
    return QRegularExpression::anchoredPattern(pattern);
}

const QueryKey* keyNamed(const QString& name) {
    const QList<QueryKey>& table = queryKeyTable();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const QueryKey& key) { return sameWord(name, key.name); });
    return found == table.end() ? nullptr : &*found;
}

} // namespace

const QList<QueryKey>& queryKeyTable() {
    using enum QueryField;
    using enum QueryValue;
    static const QList<QueryKey> table{
        {"class", Class, Words},
        {"state", State, Choice, "auto corrected accepted rejected"},
        {"origin", Origin, Choice, "hand prompt run import"},
        {"score", Score, Share},
        {"area", Area, Number},
        {"width", Width, Number},
        {"height", Height, Number},
        {"left", Left, Number},
        {"top", Top, Number},
        {"aspect", Aspect, Number},
        {"size", Size, Number},
        {"x", CentreX, Share},
        {"y", CentreY, Share},
        {"parts", Parts, Number},
        {"holes", Holes, Number},
        {"byhand", ByHand, Share},
        {"prompt", Prompt, Words},
        {"model", Model, Words},
        {"locked", Locked, YesNo},
        {"hidden", Hidden, YesNo},
        {"crowd", Crowd, YesNo},
        {"z", Z, Number},
        {"group", Group, Number},
        {"seconds", Seconds, Number},
        {"actions", Actions, Number},
        {"created", Created, Day},
        {"changed", Changed, Day},
        {"name", Name, Words},
        {"image", Image, Number},
        {"instances", Instances, Number},
        {"has", Has, Words},
        {"reviewed", Reviewed, YesNo},
        {"tag", Tag, Words},
        {"label", Class, Words},
        {"hole", Holes, Number},
        {"part", Parts, Number},
    };
    return table;
}

tl::unexpected<Error> QueryParser::wrong(qsizetype at, const QString& what) const {
    return fail(ErrorCode::InvalidArgument, QStringLiteral("%1 (column %2).").arg(what).arg(at + 1));
}

Result<Query> QueryParser::run() {
    if (m_text.size() > kLongest)
        return wrong(kLongest, QStringLiteral("The filter is too long; shorten it"));
    ASSIGN_OR_RETURN(m_query.root, readAny(0));
    if (!atEnd())
        return wrong(m_at, QStringLiteral("This “)” closes nothing; remove it"));
    return std::move(m_query);
}

void QueryParser::skipSpaces() {
    while (!atEnd() && next().isSpace())
        ++m_at;
}

bool QueryParser::isBreak(QChar c) const {
    return c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')') || c == QLatin1Char('|');
}

bool QueryParser::takeOr() {
    skipSpaces();
    if (next() == QLatin1Char('|')) {
        ++m_at;
        return true;
    }
    const bool word =
        sameWord(m_text.mid(m_at, 2), "or") && (m_at + 2 == m_text.size() || isBreak(m_text.at(m_at + 2)));
    m_at += word ? 2 : 0;
    return word;
}

Result<Query::Node> QueryParser::readAny(int depth) {
    if (depth > kDeepest)
        return wrong(m_at, QStringLiteral("Too many brackets stand inside each other; use fewer"));
    Query::Node any{Query::Join::Any, {}, 0};
    qsizetype orAt = -1;
    do {
        ASSIGN_OR_RETURN(Query::Node all, readAll(depth));
        if (all.children.empty() && (orAt >= 0 || !(atEnd() || next() == QLatin1Char(')'))))
            return wrong(std::max<qsizetype>(orAt, 0), QStringLiteral("“or” needs something on both sides"));
        any.children.push_back(std::move(all));
        skipSpaces();
        orAt = m_at;
    } while (takeOr());
    if (any.children.size() == 1) {
        Query::Node only = std::move(any.children.front());
        return only;
    }
    return any;
}

Result<Query::Node> QueryParser::readAll(int depth) {
    Query::Node all{Query::Join::All, {}, 0};
    while (true) {
        skipSpaces();
        const qsizetype before = m_at;
        if (atEnd() || next() == QLatin1Char(')') || takeOr()) {
            m_at = before;
            return all;
        }
        ASSIGN_OR_RETURN(Query::Node one, readOne(depth));
        all.children.push_back(std::move(one));
    }
}

Result<Query::Node> QueryParser::readOne(int depth) {
    if (next() == QLatin1Char('-')) {
        const qsizetype at = m_at++;
        if (atEnd() || next() == QLatin1Char('-') || (isBreak(next()) && next() != QLatin1Char('(')))
            return wrong(at, QStringLiteral("“-” needs a word or a test right behind it"));
        ASSIGN_OR_RETURN(Query::Node inner, readOne(depth));
        Query::Node turned{Query::Join::Not, {}, 0};
        turned.children.push_back(std::move(inner));
        return turned;
    }
    if (next() != QLatin1Char('('))
        return readTest();
    const qsizetype at = m_at++;
    ASSIGN_OR_RETURN(Query::Node inner, readAny(depth + 1));
    if (next() != QLatin1Char(')'))
        return wrong(at, QStringLiteral("This “(” is never closed; add “)”"));
    ++m_at;
    if (inner.join == Query::Join::All && inner.children.empty())
        return wrong(at, QStringLiteral("Nothing stands in the brackets"));
    return inner;
}

Result<Query::Node> QueryParser::readTest() {
    m_testAt = m_at;
    qsizetype end = m_at;
    while (end < m_text.size() && (m_text.at(end).isLetterOrNumber() || m_text.at(end) == QLatin1Char('.') ||
                                   m_text.at(end) == QLatin1Char('_') || m_text.at(end) == QLatin1Char('-')))
        ++end;
    QueryTest test;
    test.column = static_cast<int>(m_at) + 1;
    const bool keyed = end < m_text.size() && end > m_at && m_text.at(end) == QLatin1Char(':');
    if (keyed) {
        const QString name = m_text.mid(m_at, end - m_at);
        m_at = end + 1;
        const bool attribute = name.startsWith(QLatin1String("attr."), Qt::CaseInsensitive);
        const QueryKey ofAttribute{"attr.", QueryField::Attribute, QueryValue::Words};
        const QueryKey* key = attribute ? &ofAttribute : keyNamed(name);
        if (!key || (attribute && name.size() == 5))
            return wrong(m_testAt, QStringLiteral("“%1” is nothing to filter by; use %2")
                                       .arg(name, queryKeys().mid(0, 8).join(QStringLiteral(", ")) +
                                                      QStringLiteral(", attr.…")));
        test.attribute = attribute ? name.mid(5) : QString();
        test.field = key->field;
        RETURN_IF_ERROR(readValue(test, *key));
    } else {
        ASSIGN_OR_RETURN(const Piece piece, readPiece());
        ASSIGN_OR_RETURN(QueryWord any, word(piece));
        test.words.push_back(std::move(any));
    }
    m_query.tests.push_back(std::move(test));
    return Query::Node{Query::Join::Test, {}, m_query.tests.size() - 1};
}

Result<std::vector<QueryParser::Piece>> QueryParser::readPieces() {
    std::vector<Piece> pieces;
    do {
        m_at += pieces.empty() ? 0 : 1;
        ASSIGN_OR_RETURN(Piece piece, readPiece());
        pieces.push_back(std::move(piece));
    } while (next() == QLatin1Char(','));
    return pieces;
}

Result<QueryParser::Piece> QueryParser::readPiece() {
    Piece piece;
    const qsizetype from = m_at;
    if (readSlashed(piece))
        return piece;
    while (!atEnd() && !isBreak(next()) && next() != QLatin1Char(',')) {
        if (next() != QLatin1Char('"')) {
            piece.text += m_text.at(m_at++);
            continue;
        }
        piece.quoted = true;
        const qsizetype quote = m_at++;
        while (!atEnd() && next() != QLatin1Char('"')) {
            if (next() == QLatin1Char('\\') && m_at + 1 < m_text.size())
                ++m_at;
            piece.text += m_text.at(m_at++);
        }
        if (atEnd())
            return wrong(quote, QStringLiteral("This quotation mark is never closed; add another"));
        ++m_at;
    }
    if (piece.text.isEmpty())
        return wrong(from, QStringLiteral("A value is missing here"));
    return piece;
}

/// `/…/` up to a slash that ends the piece; otherwise it is a path and stays text.
bool QueryParser::readSlashed(Piece& piece) {
    if (next() != QLatin1Char('/'))
        return false;
    for (qsizetype end = m_at + 1; end < m_text.size(); ++end) {
        const bool last =
            end + 1 == m_text.size() || isBreak(m_text.at(end + 1)) || m_text.at(end + 1) == QLatin1Char(',');
        if (m_text.at(end) == QLatin1Char('/') && m_text.at(end - 1) != QLatin1Char('\\') && last &&
            end > m_at + 1) {
            piece.text = m_text.mid(m_at + 1, end - m_at - 1);
            piece.slashed = true;
            m_at = end + 1;
            return true;
        }
    }
    return false;
}

Result<QueryWord> QueryParser::word(const Piece& piece) const {
    QueryWord word{piece.text, {}};
    const bool wild =
        !piece.quoted && (piece.text.contains(QLatin1Char('*')) || piece.text.contains(QLatin1Char('?')));
    if (!piece.slashed && !wild)
        return word;
    const QString pattern = piece.slashed ? piece.text : wildcardPattern(piece.text);
    word.pattern =
        QRegularExpression(QLatin1String(kPatternLimit) + pattern, QRegularExpression::CaseInsensitiveOption);
    if (pattern.size() > kLongestPattern || !word.pattern.isValid())
        return wrong(m_testAt,
                     QStringLiteral("“%1” is no regular expression that can be used: %2")
                         .arg(piece.text, pattern.size() > kLongestPattern ? QStringLiteral("it is too long")
                                                                           : word.pattern.errorString()));
    return word;
}

Status QueryParser::readValue(QueryTest& test, const QueryKey& key) {
    ASSIGN_OR_RETURN(const std::vector<Piece> pieces, readPieces());
    switch (key.value) {
    case QueryValue::Choice:
        return takeChoice(test, key, pieces);
    case QueryValue::YesNo:
        return takeYesNo(test, pieces.front());
    case QueryValue::Number:
    case QueryValue::Share:
    case QueryValue::Day:
        return takeRange(test, key.value, pieces.front());
    case QueryValue::Words:
        break;
    }
    // An attribute's number is written like any other.
    if (test.field == QueryField::Attribute && !pieces.front().quoted && pieces.size() == 1) {
        const QString& text = pieces.front().text;
        test.isRange = text.startsWith(QLatin1Char('<')) || text.startsWith(QLatin1Char('>')) ||
                       text.startsWith(QLatin1Char('=')) || text.contains(QLatin1String(".."));
        if (test.isRange)
            return takeRange(test, QueryValue::Number, pieces.front());
    }
    for (const Piece& piece : pieces) {
        ASSIGN_OR_RETURN(QueryWord one, word(piece));
        test.words.push_back(std::move(one));
    }
    return {};
}

/// Words become the numbers of the enumeration, as text.
Status QueryParser::takeChoice(QueryTest& test, const QueryKey& key, const std::vector<Piece>& pieces) const {
    const QStringList choices = QString::fromLatin1(key.choices).split(QLatin1Char(' '));
    for (const Piece& piece : pieces) {
        const QString wanted = sameWord(piece.text, "fixed") ? QStringLiteral("corrected") : piece.text;
        const qsizetype index = choices.indexOf(wanted.toLower());
        if (index < 0)
            return wrong(m_testAt, QStringLiteral("“%1” is none of %2; choose one of them")
                                       .arg(piece.text, choices.join(QStringLiteral(", "))));
        test.words.push_back({QString::number(index), {}});
    }
    return {};
}

Status QueryParser::takeYesNo(QueryTest& test, const Piece& piece) const {
    test.yes = sameWord(piece.text, "yes");
    if (!test.yes && !sameWord(piece.text, "no"))
        return wrong(m_testAt, QStringLiteral("“%1” is neither yes nor no").arg(piece.text));
    return {};
}

Status QueryParser::takeRange(QueryTest& test, QueryValue kind, const Piece& piece) const {
    const QString& text = piece.text;
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots >= 0) {
        ASSIGN_OR_RETURN(test.low, number(kind, QStringView(text).left(dots), false));
        ASSIGN_OR_RETURN(test.high, number(kind, QStringView(text).mid(dots + 2), true));
        return {};
    }
    const bool less = text.startsWith(QLatin1Char('<'));
    const bool more = text.startsWith(QLatin1Char('>'));
    const bool sign = less || more || text.startsWith(QLatin1Char('='));
    const bool equal = (less || more) && text.size() > 1 && text.at(1) == QLatin1Char('=');
    const QStringView digits = QStringView(text).mid((sign ? 1 : 0) + (equal ? 1 : 0));
    ASSIGN_OR_RETURN(const double first, number(kind, digits, false));
    ASSIGN_OR_RETURN(const double last, number(kind, digits, true));
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (!less)
        test.low = more && !equal ? std::nextafter(last, kInfinity) : first;
    if (!more)
        test.high = less && !equal ? std::nextafter(first, -kInfinity) : last;
    return {};
}

Result<double> QueryParser::number(QueryValue kind, QStringView text, bool endOfDay) const {
    if (kind == QueryValue::Day) {
        const QDate day = QDate::fromString(text.toString(), Qt::ISODate);
        if (!day.isValid())
            return wrong(m_testAt, QStringLiteral("“%1” is no day; write it as 2026-01-31").arg(text));
        const QDateTime time = endOfDay ? day.endOfDay() : day.startOfDay();
        return static_cast<double>(time.toMSecsSinceEpoch());
    }
    const bool percent = text.endsWith(QLatin1Char('%'));
    bool ok = false;
    const double value = QLocale::c().toDouble(percent ? text.chopped(1) : text, &ok);
    if (!ok || !std::isfinite(value))
        return wrong(m_testAt, QStringLiteral("“%1” is no number; write 5, >5, <=5, 1..5 or 30%").arg(text));
    const double plain = percent ? value / 100 : value;
    // Shares are kept as floats, and equal must mean equal.
    return kind == QueryValue::Share ? double(static_cast<float>(plain)) : plain;
}

} // namespace core
