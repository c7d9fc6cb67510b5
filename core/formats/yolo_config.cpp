// SPDX-License-Identifier: Apache-2.0
#include "core/formats/yolo.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

/// Without quotes and comments.
QString plain(QString text) {
    text = text.trimmed();
    if (text.startsWith(QLatin1Char('"'))) {
        const QByteArray quoted = text.left(text.lastIndexOf(QLatin1Char('"')) + 1).toUtf8();
        const auto value = nlohmann::json::parse(quoted.begin(), quoted.end(), nullptr, false);
        return value.is_string() ? QString::fromStdString(value.get<std::string>()) : text;
    }
    if (text.startsWith(QLatin1Char('\'')))
        return text.mid(1, text.lastIndexOf(QLatin1Char('\'')) - 1)
            .replace(QStringLiteral("''"), QStringLiteral("'"));
    const qsizetype comment = text.indexOf(QStringLiteral(" #"));
    return (comment < 0 ? text : text.left(comment)).trimmed();
}

/// "[a, 'b']" or "{0: a, 1: b}" as its items; anything else is one item.
QStringList itemsOf(const QString& text) {
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(QLatin1Char('[')) && !trimmed.startsWith(QLatin1Char('{')))
        return plain(trimmed).isEmpty() ? QStringList() : QStringList(trimmed);
    QStringList items;
    QString item;
    QChar quote;
    for (const QChar c : trimmed.mid(1)) {
        if (quote.isNull() && (c == QLatin1Char(',') || c == QLatin1Char(']') || c == QLatin1Char('}'))) {
            items << item;
            item.clear();
            if (c != QLatin1Char(','))
                break;
            continue;
        }
        if (c == QLatin1Char('"') || c == QLatin1Char('\''))
            quote = quote.isNull() ? c : (quote == c ? QChar() : quote);
        item += c;
    }
    items.removeAll(QString());
    return items;
}

class ConfigReader {
public:
    Result<YoloConfig> read(const QByteArray& text) {
        for (const QByteArray& line : text.split('\n')) {
            ++m_line;
            const QString content = QString::fromUtf8(line).remove(QLatin1Char('\r'));
            const QString trimmed = content.trimmed();
            if (trimmed.isEmpty() || trimmed.startsWith(QLatin1Char('#')) || trimmed == QStringLiteral("---"))
                continue;
            const bool nested = content.front().isSpace() || trimmed.startsWith(QLatin1Char('-'));
            RETURN_IF_ERROR(nested ? takeItem(trimmed) : takeKey(trimmed));
        }
        return std::move(m_config);
    }

private:
    Status failed(const char* why) const {
        return fail(ErrorCode::CorruptFile, QStringLiteral("line %1 %2").arg(m_line).arg(QLatin1String(why)));
    }
    Status takeKey(const QString& line) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon <= 0)
            return failed("is no \"key: value\"");
        m_key = plain(line.left(colon));
        for (const QString& item : itemsOf(line.mid(colon + 1)))
            RETURN_IF_ERROR(takeItem(item.trimmed()));
        return {};
    }
    Status takeItem(QString item) {
        if (item.startsWith(QStringLiteral("- ")))
            item = item.mid(2).trimmed();
        if (m_key == QStringLiteral("names"))
            return takeName(item);
        if (m_key == QStringLiteral("path"))
            m_config.path = plain(item);
        else if (m_key == QStringLiteral("train") || m_key == QStringLiteral("val") ||
                 m_key == QStringLiteral("test"))
            m_config.places << plain(item);
        return {};
    }
    Status takeName(const QString& item) {
        const qsizetype colon = item.indexOf(QLatin1Char(':'));
        bool isNumber = false;
        const int number = item.left(std::max<qsizetype>(0, colon)).trimmed().toInt(&isNumber);
        const int index = isNumber ? number : int(m_config.names.size());
        if (index < 0 || index > 1'000'000 || m_config.names.contains(index))
            return failed("gives a class number that is impossible or taken");
        m_config.names.insert(index, plain(isNumber ? item.mid(colon + 1) : item));
        return {};
    }

    YoloConfig m_config;
    QString m_key;
    int m_line = 0;
};

} // namespace

Result<YoloConfig> yoloConfig(const QByteArray& text) {
    return ConfigReader().read(text);
}

} // namespace core
