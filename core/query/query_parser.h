// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/query/query.h"

#include <QList>

namespace core {

/// How the value of a key is written.
enum class QueryValue { Words, Choice, YesNo, Number, Share, Day };

struct QueryKey {
    const char* name;
    QueryField field;
    QueryValue value;
    const char* choices = ""; ///< of a Choice, separated by spaces, in the order of the enumeration
};
/// Several names may mean the same field; the first is the one that is offered.
const QList<QueryKey>& queryKeyTable();

/// One run of parseQuery(): reads the text from left to right.
class QueryParser {
public:
    explicit QueryParser(const QString& text) : m_text(text) {}
    Result<Query> run();

private:
    /// A piece of a value: its characters, and whether quotes or slashes stood around it.
    struct Piece {
        QString text;
        bool quoted = false;
        bool slashed = false;
    };

    Result<Query::Node> readAny(int depth);
    Result<Query::Node> readAll(int depth);
    Result<Query::Node> readOne(int depth);
    Result<Query::Node> readTest();
    Status readValue(QueryTest& test, const QueryKey& key);
    Result<std::vector<Piece>> readPieces();
    Result<Piece> readPiece();
    bool readSlashed(Piece& piece);
    Result<QueryWord> word(const Piece& piece) const;
    Status takeChoice(QueryTest& test, const QueryKey& key, const std::vector<Piece>& pieces) const;
    Status takeYesNo(QueryTest& test, const Piece& piece) const;
    Status takeRange(QueryTest& test, QueryValue kind, const Piece& piece) const;
    Result<double> number(QueryValue kind, QStringView text, bool endOfDay) const;

    void skipSpaces();
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar next() const { return atEnd() ? QChar() : m_text.at(m_at); }
    bool takeOr();
    bool isBreak(QChar c) const;
    tl::unexpected<Error> wrong(qsizetype at, const QString& what) const;

    QString m_text;
    qsizetype m_at = 0;
    qsizetype m_testAt = 0; ///< where the test being read begins
    Query m_query;
};

} // namespace core
