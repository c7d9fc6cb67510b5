// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_extension.h"

#include "core/formats/json_text.h"
#include "core/project/attribute.h"
#include "core/project/image_tags.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace core {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 4> kTypes{"bool", "choice", "number", "text"};
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostChoices = 1000;
constexpr double kMaxWhole = 9007199254740992.0; // 2^53

/// An object or list that is written entry by entry; empty, it is not written at all.
class Members {
public:
    void add(const char* key, const QByteArray& value) {
        m_text += (m_text.isEmpty() ? QByteArray() : QByteArray(",")) + '"' + key + "\":" + value;
    }
    void add(const char* key, qint64 value) {
        if (value != 0)
            add(key, QByteArray::number(value));
    }
    void add(const char* key, const QString& value) {
        if (!value.isEmpty())
            add(key, jsonString(value));
    }
    void addNamed(const QString& name, const QByteArray& value) {
        m_text += (m_text.isEmpty() ? QByteArray() : QByteArray(",")) + jsonString(name) + ':' + value;
    }
    /// `,"name":{…}`
    QByteArray object(const char* name) const {
        return m_text.isEmpty() ? QByteArray() : QByteArray(",\"") + name + "\":{" + m_text + '}';
    }

private:
    QByteArray m_text;
};

/// A value that is none of its attribute (a file that others wrote) is text: the file stays JSON.
QByteArray valueText(const Attribute& attribute, const QString& value) {
    if (attribute.type == AttributeType::Bool)
        return value == attributeYes() ? "true" : "false";
    const bool number = attribute.type == AttributeType::Number && attributeValue(attribute, value) == value;
    return number ? value.toLatin1() : jsonString(value);
}

QString textOf(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string()
               ? QString::fromStdString(found->get_ref<const std::string&>())
               : QString();
}

qint64 wholeOf(const json& object, const char* key) {
    const auto found = object.find(key);
    const double value = found != object.end() && found->is_number() ? found->get<double>() : 0;
    return std::abs(value) <= kMaxWhole && value == std::floor(value) ? static_cast<qint64>(value) : 0;
}

std::optional<AttributeType> typeOf(const json& value) {
    if (value.is_boolean())
        return AttributeType::Bool;
    if (value.is_number())
        return AttributeType::Number;
    if (value.is_string())
        return AttributeType::Text;
    return std::nullopt;
}

QString plainText(const json& value, AttributeType wanted) {
    if (value.is_boolean() && wanted != AttributeType::Bool)
        return value.get<bool>() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.is_boolean())
        return value.get<bool>() ? attributeYes() : attributeNo();
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>())
                             : QString::number(value.get<double>(), 'g', 17);
}

} // namespace

QByteArray cocoDefinitions(const Label& label) {
    QByteArray list;
    for (const Attribute& attribute : label.attributes) {
        QByteArray choices;
        for (const QString& choice : attribute.choices)
            choices += (choices.isEmpty() ? QByteArray() : QByteArray(",")) + jsonString(choice);
        list += (list.isEmpty() ? QByteArray() : QByteArray(",")) +
                "{\"name\":" + jsonString(attribute.name) + ",\"type\":\"" +
                kTypes.at(static_cast<std::size_t>(attribute.type)) + '"' +
                (choices.isEmpty() ? QByteArray() : ",\"choices\":[" + choices + ']') + '}';
    }
    return list.isEmpty() ? list : ",\"attributes\":[" + list + ']';
}

QByteArray cocoTags(const ImageInfo& image) {
    QByteArray list;
    for (const QString& tag : image.tags)
        list += (list.isEmpty() ? QByteArray() : QByteArray(",")) + jsonString(tag);
    return list.isEmpty() ? list : ",\"tags\":[" + list + ']';
}

QStringList readCocoTags(const json& entry) {
    QStringList tags;
    const auto list = entry.find("tags");
    if (list == entry.end() || !list->is_array())
        return tags;
    for (const json& tag : *list) {
        if (tag.is_string() && tags.size() < kMostTags)
            tags << QString::fromStdString(tag.get_ref<const std::string&>());
    }
    return imageTags(tags);
}

QByteArray cocoExtension(const Annotation& annotation, const Label& label, float byHand) {
    Members values;
    for (const Attribute& attribute : label.attributes) {
        if (const auto value = annotation.fields.attributes.constFind(attribute.id);
            value != annotation.fields.attributes.constEnd())
            values.addNamed(attribute.name, valueText(attribute, *value));
    }
    Members own;
    own.add("prompt", annotation.source);
    own.add("model", annotation.model);
    own.add("z", qint64(annotation.fields.z));
    own.add("group", annotation.fields.group.value);
    own.add("created", annotation.created);
    own.add("changed", annotation.effort.changed);
    own.add("worked", annotation.effort.worked);
    own.add("actions", qint64(annotation.effort.actions));
    if (byHand > 0)
        own.add("by_hand", jsonNumber(byHand));
    return values.object("attributes") + own.object("maskwright");
}

Attribute* CocoAttributes::attribute(qint64 category, const QString& name, AttributeType type) {
    QList<Attribute>& known = m_known[category];
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Attribute& a) { return a.name == name; });
    if (found != known.end())
        return &*found;
    if (known.size() >= kMost || name.size() > kLongestName)
        return nullptr;
    known.append({{++m_lastId}, name, type});
    return &known.last();
}

void CocoAttributes::define(qint64 category, const json& definitions) {
    if (!definitions.is_array())
        return;
    for (const json& definition : definitions) {
        const QString name = definition.is_object() ? textOf(definition, "name").simplified() : QString();
        const std::string type = definition.is_object() ? textOf(definition, "type").toStdString() : "";
        const auto known = std::find(kTypes.begin(), kTypes.end(), type);
        if (name.isEmpty() || known == kTypes.end())
            continue;
        Attribute* const made = attribute(category, name, AttributeType::Text);
        if (!made)
            continue;
        made->type = static_cast<AttributeType>(known - kTypes.begin());
        const auto choices = definition.find("choices");
        if (choices == definition.end() || !choices->is_array())
            continue;
        for (const json& choice : *choices) {
            if (!choice.is_string() || made->choices.size() >= kMostChoices)
                continue;
            const QString text = QString::fromStdString(choice.get_ref<const std::string&>());
            if (!made->choices.contains(text))
                made->choices << text;
        }
    }
}

AttributeValues CocoAttributes::values(qint64 category, const json& values, WarningList& warnings) {
    AttributeValues result;
    if (!values.is_object())
        return result;
    for (const auto& [key, value] : values.items()) {
        const QString name = QString::fromStdString(key).simplified();
        const std::optional<AttributeType> type = typeOf(value);
        if (value.is_structured() && !value.empty())
            warnings.add(QStringLiteral("%1 attribute values are lists or objects and were left out."), name);
        if (name.isEmpty() || !type)
            continue;
        const Attribute* const known = attribute(category, name, *type);
        if (!known)
            warnings.add(QStringLiteral("%1 attribute values were left out: their category has too many "
                                        "attributes, or their names are too long."),
                         name);
        else if (const std::optional<QString> fitting = attributeValue(*known, plainText(value, known->type)))
            result.insert(known->id, *fitting);
        else if (!plainText(value, known->type).isEmpty())
            warnings.add(QStringLiteral("%1 attribute values don't fit their type and were left out."), name);
    }
    return result;
}

void readCocoExtension(const json& entry, Annotation& annotation) {
    const auto own = entry.find("maskwright");
    if (own == entry.end() || !own->is_object())
        return;
    constexpr qint64 kLargest = 1 << 30;
    const auto bounded = [&](const char* key) {
        return static_cast<int>(std::clamp(wholeOf(*own, key), -kLargest, kLargest));
    };
    annotation.source = textOf(*own, "prompt");
    annotation.model = textOf(*own, "model");
    annotation.fields.z = bounded("z");
    annotation.fields.group = {std::max<qint64>(0, wholeOf(*own, "group"))};
    annotation.created = wholeOf(*own, "created");
    annotation.effort = {wholeOf(*own, "changed"), wholeOf(*own, "worked"), bounded("actions")};
}

} // namespace core
