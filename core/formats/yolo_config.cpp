// SPDX-License-Identifier: Apache-2.0
#include "core/formats/yolo.h"

#include <nlohmann/json.hpp>

#include <optional>

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

bool isFlow(const QString& text) {
    return text.startsWith(QLatin1Char('[')) || text.startsWith(QLatin1Char('{'));
}

/// "[a, 'b']" or "{0: a, 1: b}", over any number of lines.
class FlowList {
public:
    /// Takes one line, the first without its bracket; true once the bracket is closed.
    bool take(const QString& line) {
        m_comment = false;
        for (const QChar c : line + QLatin1Char(' ')) {
            if (m_comment)
                break;
            if (!m_quote.isNull()) {
                takeQuoted(c);
            } else if (c == QLatin1Char(']') || c == QLatin1Char('}')) {
                finish();
                return true;
            } else {
                takePlain(c);
            }
        }
        return false;
    }
    const QStringList& items() const { return m_items; }

private:
    void finish() {
        if (!m_item.trimmed().isEmpty())
            m_items << m_item.trimmed();
        m_item.clear();
    }
    void takeQuoted(QChar c) {
        m_item += c;
        if (c == m_quote && !m_escaped)
            m_quote = QChar();
        m_escaped = c == QLatin1Char('\\') && m_quote == QLatin1Char('"') && !m_escaped;
    }
    void takePlain(QChar c) {
        const QString before = m_item.trimmed();
        // Within a word it is an apostrophe; '' within quotes closes and opens them again.
        const bool starts = before.isEmpty() || before.endsWith(QLatin1Char(':')) || m_item.endsWith(c);
        m_comment = c == QLatin1Char('#') && (m_item.isEmpty() || m_item.back().isSpace());
        if (c == QLatin1Char(','))
            finish();
        else if (!m_comment)
            m_item += c;
        if ((c == QLatin1Char('"') || c == QLatin1Char('\'')) && starts)
            m_quote = c;
    }

    QStringList m_items;
    QString m_item;
    QChar m_quote;
    bool m_escaped = false, m_comment = false;
};

class ConfigReader {
public:
    Result<YoloConfig> read(const QByteArray& text) {
        for (const QByteArray& line : text.split('\n')) {
            ++m_line;
            const QString content = QString::fromUtf8(line).remove(QLatin1Char('\r'));
            const QString trimmed = content.trimmed();
            if (m_flow) {
                RETURN_IF_ERROR(takeFlow(trimmed));
                continue;
            }
            if (trimmed.isEmpty() || trimmed.startsWith(QLatin1Char('#')) || trimmed == QStringLiteral("---"))
                continue;
            const bool nested = content.front().isSpace() || trimmed.startsWith(QLatin1Char('-'));
            RETURN_IF_ERROR(nested ? takeItem(trimmed) : takeKey(trimmed));
        }
        if (m_flow)
            return tl::unexpected(failed("is the end, and a list is not closed").error());
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
        noteKey();
        const QString value = line.mid(colon + 1).trimmed();
        if (isFlow(value)) {
            m_flow.emplace();
            return takeFlow(value.mid(1));
        }
        return plain(value).isEmpty() ? Status() : takeItem(value);
    }
    /// "nc" counts the names.
    void noteKey() {
        static const QStringList kUsed{QStringLiteral("names"), QStringLiteral("path"),
                                       QStringLiteral("train"), QStringLiteral("val"),
                                       QStringLiteral("test"),  QStringLiteral("nc")};
        m_config.hasKeyPoints |= m_key == QStringLiteral("kpt_shape");
        if (!kUsed.contains(m_key) && !m_config.others.contains(m_key))
            m_config.others << m_key;
    }
    /// One line more of a list in brackets.
    Status takeFlow(const QString& line) {
        if (!m_flow->take(line))
            return {};
        const QStringList items = m_flow->items();
        m_flow.reset();
        for (const QString& item : items)
            RETURN_IF_ERROR(takeItem(item));
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
    std::optional<FlowList> m_flow;
    int m_line = 0;
};

} // namespace

Result<YoloConfig> yoloConfig(const QByteArray& text) {
    return ConfigReader().read(text);
}

} // namespace core
