// SPDX-License-Identifier: Apache-2.0
#include "core/project/attribute.h"

#include <QLocale>

#include <cmath>

namespace core {
namespace {

std::optional<QString> boolValue(const QString& typed) {
    const QString word = typed.toLower();
    if (word == attributeYes() || word == QLatin1String("true") || word == QLatin1String("1"))
        return attributeYes();
    if (word == attributeNo() || word == QLatin1String("false") || word == QLatin1String("0"))
        return attributeNo();
    return std::nullopt;
}

std::optional<QString> choiceValue(const QStringList& choices, const QString& typed) {
    for (const QString& choice : choices) {
        if (choice.compare(typed, Qt::CaseInsensitive) == 0)
            return choice;
    }
    return std::nullopt;
}

std::optional<QString> numberValue(const QString& typed) {
    bool ok = false;
    const double number = QLocale::c().toDouble(typed, &ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString attributeYes() {
    return QStringLiteral("yes");
}

QString attributeNo() {
    return QStringLiteral("no");
}

std::optional<QString> attributeValue(const Attribute& attribute, const QString& typed) {
    const QString text = typed.simplified();
    if (text.isEmpty())
        return std::nullopt;
    switch (attribute.type) {
    case AttributeType::Bool:
        return boolValue(text);
    case AttributeType::Choice:
        return choiceValue(attribute.choices, text);
    case AttributeType::Number:
        return numberValue(text);
    case AttributeType::Text:
        return text;
    }
    return std::nullopt;
}

} // namespace core
