// SPDX-License-Identifier: Apache-2.0
#include "core/query/query.h"

#include "core/query/query_parser.h"

namespace core {

bool QueryWord::matches(const QString& whole) const {
    return isPattern() ? pattern.match(whole).hasMatch() : whole.compare(text, Qt::CaseInsensitive) == 0;
}

bool QueryWord::occursIn(const QString& longer) const {
    return isPattern() ? pattern.match(longer).hasMatch() : longer.contains(text, Qt::CaseInsensitive);
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
