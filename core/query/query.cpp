// SPDX-License-Identifier: Apache-2.0
#include "core/query/query.h"

#include "core/query/query_parser.h"

namespace core {

Result<bool> QueryWord::matches(const QString& whole) const {
    if (isPattern())
        return isFoundIn(whole);
    return whole.compare(text, Qt::CaseInsensitive) == 0;
}

Result<bool> QueryWord::occursIn(const QString& longer) const {
    if (isPattern())
        return isFoundIn(longer);
    return longer.contains(text, Qt::CaseInsensitive);
}

Result<bool> QueryWord::isFoundIn(const QString& longer) const {
    const QRegularExpressionMatch match = pattern.match(longer);
    if (!match.isValid())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("“%1” takes far too long on a text like “%2”; write it without repeats "
                                   "inside repeats.")
                        .arg(text, longer.left(60)));
    return match.hasMatch();
}

Result<Query> parseQuery(const QString& text) {
    return QueryParser(text).run();
}

QStringList queryKeys() {
    QStringList keys;
    for (const QueryKey& key : queryKeyTable())
        keys << QString::fromLatin1(key.name);
    return keys << QStringLiteral("attr.");
}

QString queryQuoted(const QString& text) {
    static const QRegularExpression plain(QStringLiteral("^[\\w][\\w.+-]*$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(text).hasMatch() && text.compare(QLatin1String("or"), Qt::CaseInsensitive) != 0)
        return text;
    QString inside = text;
    inside.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + inside + QLatin1Char('"');
}

} // namespace core
