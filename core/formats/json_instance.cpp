// SPDX-License-Identifier: Apache-2.0
#include "core/formats/json_instance.h"

#include "core/formats/json_text.h"
#include "core/project/attribute.h"

#include <cmath>

namespace core {

bool hasScore(const Annotation& annotation) {
    return annotation.origin != Origin::Hand && annotation.score != 1 && std::isfinite(annotation.score);
}

QByteArray attributeJson(const Attribute& attribute, const QString& value) {
    if (attribute.type == AttributeType::Bool)
        return value == attributeYes() ? "true" : "false";
    if (attribute.type == AttributeType::Number && attributeValue(attribute, value) == value)
        return value.toLatin1();
    return jsonString(value);
}

QByteArray attributesJson(const Label& label, const Annotation& annotation) {
    QByteArray text;
    for (const Attribute& attribute : label.attributes) {
        const QString value = annotation.fields.attributes.value(attribute.id);
        if (!value.isEmpty())
            text += (text.isEmpty() ? QByteArray() : QByteArray(",")) + jsonString(attribute.name) + ':' +
                    attributeJson(attribute, value);
    }
    return '{' + text + '}';
}

} // namespace core
