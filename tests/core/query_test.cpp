// SPDX-License-Identifier: Apache-2.0
#include "core/query/query.h"

#include <QDateTime>

#include <gtest/gtest.h>

namespace core {
namespace {

std::string errorOf(const char* text) {
    const Result<Query> query = parseQuery(QString::fromUtf8(text));
    EXPECT_FALSE(query) << text;
    return query ? std::string() : query.error().message;
}

/// The tree as text: a test by its place, joins as & | !.
QString shape(const Query::Node& node) {
    if (node.join == Query::Join::Test)
        return QString::number(node.test);
    if (node.join == Query::Join::Not)
        return QLatin1Char('!') + shape(node.children.front());
    QStringList parts;
    for (const Query::Node& child : node.children)
        parts << shape(child);
    const bool all = node.join == Query::Join::All;
    return QLatin1Char('(') + parts.join(all ? QLatin1Char('&') : QLatin1Char('|')) + QLatin1Char(')');
}

std::string shapeOf(const char* text) {
    const Result<Query> query = parseQuery(QString::fromUtf8(text));
    EXPECT_TRUE(query) << text << ": " << query.error().message;
    return query ? shape(query->root).toStdString() : std::string();
}

QueryTest only(const char* text) {
    const Result<Query> query = parseQuery(QString::fromUtf8(text));
    EXPECT_TRUE(query) << text << ": " << query.error().message;
    EXPECT_EQ(query ? query->tests.size() : 0U, 1U) << text;
    return query && !query->tests.empty() ? query->tests.front() : QueryTest();
}

} // namespace

TEST(Query, joinsBySpacesOrAndMinus) {
    EXPECT_EQ(shapeOf(""), "()");
    EXPECT_EQ(shapeOf("   "), "()");
    EXPECT_EQ(shapeOf("a"), "(0)");
    EXPECT_EQ(shapeOf("a b -c"), "(0&1&!2)");
    EXPECT_EQ(shapeOf("a b or c d"), "((0&1)|(2&3))");
    EXPECT_EQ(shapeOf("a|b OR c"), "((0)|(1)|(2))");
    EXPECT_EQ(shapeOf("a (b or c) -(d e)"), "(0&((1)|(2))&!(3&4))");
    EXPECT_EQ(shapeOf("orange ornate"), "(0&1)") << "words that begin with or";
    EXPECT_EQ(shapeOf("\"or\" a"), "(0&1)");
}

TEST(Query, readsRanges) {
    const QueryTest above = only("area:>100");
    EXPECT_EQ(above.field, QueryField::Area);
    EXPECT_GT(above.low, 100);
    EXPECT_LT(above.low, 100.0001);
    EXPECT_EQ(only("area:>=100").low, 100);
    EXPECT_EQ(only("area:<=7").high, 7);
    EXPECT_LT(only("parts:<7").high, 7);
    EXPECT_EQ(only("hole:3").low, 3);
    EXPECT_EQ(only("holes:=3").high, 3);
    EXPECT_EQ(only("left:-5..12.5").low, -5);
    EXPECT_EQ(only("left:-5..12.5").high, 12.5);
    EXPECT_EQ(only("score:30%").low, double(0.3F)) << "equal to the float that is kept";
    EXPECT_EQ(only("score:0.3").high, double(0.3F));
    const QueryTest day = only("changed:2026-01-31");
    EXPECT_EQ(qint64(day.low), QDate(2026, 1, 31).startOfDay().toMSecsSinceEpoch());
    EXPECT_EQ(qint64(day.high), QDate(2026, 1, 31).endOfDay().toMSecsSinceEpoch());
    EXPECT_GT(only("created:>2026-01-31").low, day.high);
    EXPECT_LT(only("created:<2026-01-31").high, day.low);
}

TEST(Query, readsWordsQuotesPatternsAndChoices) {
    EXPECT_EQ(only("class:car,\"fire truck\"").words[1].text, QStringLiteral("fire truck"));
    EXPECT_TRUE(only("\"a \\\"b\\\" (c)\"").words[0].occursIn(QStringLiteral("xA \"B\" (C)")).value());
    const QueryWord wild = only("class:c*t").words[0];
    EXPECT_TRUE(wild.matches(QStringLiteral("Cat")).value() && wild.matches(QStringLiteral("c/t")).value());
    EXPECT_FALSE(wild.matches(QStringLiteral("cats")).value());
    EXPECT_FALSE(only("\"c*t\"").words[0].isPattern()) << "quotes make signs plain";
    const QueryWord regex = only("name:/^a (b|c)\\/\\d+$/").words[0];
    EXPECT_TRUE(regex.occursIn(QStringLiteral("A C/17")).value());
    EXPECT_FALSE(regex.occursIn(QStringLiteral("a d/17")).value());
    EXPECT_FALSE(only("name:/data/photos").words[0].isPattern()) << "a path is no pattern";
    EXPECT_EQ(only("state:auto,fixed").words[1].text, QStringLiteral("1"));
    EXPECT_EQ(only("origin:IMPORT").words[0].text, QStringLiteral("3"));
    EXPECT_FALSE(only("reviewed:no").yes);
    EXPECT_EQ(only("attr.broken:yes").attribute, QStringLiteral("broken"));
    EXPECT_TRUE(only("attr.fill:<0.5").isRange);
    EXPECT_FALSE(only("attr.note:\"<5\"").isRange);
    EXPECT_EQ(only("  bus").column, 3);
    EXPECT_EQ(only("name:a:b").words[0].text, QStringLiteral("a:b"));
}

TEST(Query, aPatternThatWouldTryForHoursIsAnErrorAtOnce) {
    const QString plain = QString(60, QLatin1Char('a'));
    const QString text = plain + QLatin1Char('!');
    for (const char* pattern : {"name:/^(a+)+$/", "name:/^(a|aa)+$/",
                                "name:/(*LIMIT_MATCH=999999999)^(a+)+$/", "name:*a*a*a*a*a*a*a*a*a*a"}) {
        const QueryWord word = only(pattern).words[0];
        const Result<bool> found = word.occursIn(text);
        ASSERT_FALSE(found) << pattern;
        EXPECT_EQ(found.error().code, ErrorCode::InvalidArgument);
        EXPECT_FALSE(word.matches(text)) << pattern;
    }
    EXPECT_TRUE(only("name:/^(a+)+$/").words[0].occursIn(plain).value());
}

TEST(Query, errorsAreOneSentenceThatNamesThePlace) {
    const std::pair<const char*, const char*> cases[] = {
        {"scor:1", "“scor” is nothing to filter by"},
        {"area:many", "no number"},
        {"area:", "missing"},
        {"area:>", "no number"},
        {"area:1..", "no number"},
        {"area:nan", "no number"},
        {"area:1e999", "no number"},
        {"state:new", "none of"},
        {"locked:maybe", "neither yes nor no"},
        {"changed:yesterday", "no day"},
        {"(a", "never closed"},
        {"a)", "closes nothing"},
        {"()", "Nothing stands"},
        {"or a", "both sides"},
        {"a or", "both sides"},
        {"a or or b", "both sides"},
        {"-", "right behind"},
        {"- a", "right behind"},
        {"--a", "right behind"},
        {"\"a", "never closed"},
        {"name:/(/", "regular expression"},
        {"attr.:1", "nothing to filter by"},
        {"class:a,", "missing"},
        {"\"\"", "missing"},
    };
    for (const auto& [text, part] : cases) {
        const std::string error = errorOf(text);
        EXPECT_NE(error.find(part), std::string::npos) << text << ": " << error;
        EXPECT_NE(error.find("(column "), std::string::npos) << text << ": " << error;
        EXPECT_EQ(error.back(), '.') << text;
    }
    EXPECT_NE(errorOf("class:car  scor:1").find("column 12"), std::string::npos);
    EXPECT_FALSE(parseQuery(QString(5000, QLatin1Char('a'))));
    EXPECT_FALSE(
        parseQuery(QString(100, QLatin1Char('(')) + QLatin1Char('a') + QString(100, QLatin1Char(')'))));
    EXPECT_FALSE(parseQuery(QString(100, QLatin1Char('-')) + QLatin1Char('a')));
}

TEST(Query, quotedTextComesBackAsOneWord) {
    for (const char* text :
         {"car", "fire truck", "a\"b", "or", "x\\y", "-a", "c*t", "Straße", "/a/", "a,b", "(x)"}) {
        const QString name = QString::fromUtf8(text);
        const Result<Query> query = parseQuery(QStringLiteral("class:") + queryQuoted(name));
        ASSERT_TRUE(query) << text << ": " << query.error().message;
        ASSERT_EQ(query->tests.size(), 1U) << text;
        EXPECT_EQ(query->tests[0].words[0].text, name);
        EXPECT_FALSE(query->tests[0].words[0].isPattern()) << text;
    }
}

} // namespace core
