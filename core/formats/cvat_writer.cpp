// SPDX-License-Identifier: Apache-2.0
#include "core/formats/cvat.h"
#include "core/formats/xml_text.h"
#include "core/project/attribute.h"

#include <algorithm>

namespace core {
namespace {

QByteArray element(const char* name, const QByteArray& text) {
    return QByteArray("<") + name + '>' + text + "</" + name + '>';
}

QByteArray quoted(const char* name, const QByteArray& value) {
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray definitionOf(const Attribute& attribute) {
    QByteArray type = "text";
    QByteArray values;
    if (attribute.type == AttributeType::Bool) {
        type = "checkbox";
        values = "false\ntrue";
    } else if (attribute.type == AttributeType::Choice) {
        type = "select";
        values = xmlText(attribute.choices.join(QLatin1Char('\n')));
    }
    return "<attribute>" + element("name", xmlText(attribute.name)) + element("mutable", "False") +
           element("input_type", type) + element("default_value", "") + element("values", values) +
           "</attribute>";
}

QByteArray labelText(const Label& label) {
    QByteArray attributes;
    for (const Attribute& attribute : label.attributes)
        attributes += definitionOf(attribute);
    return "<label>" + element("name", xmlText(label.name)) +
           (label.color.isValid() ? element("color", label.color.name().toLatin1()) : QByteArray()) +
           element("type", "any") + element("attributes", attributes) + "</label>\n";
}

/// Runs along the rows of the box, the first one outside of the mask.
QByteArray runsOf(const Mask& mask, const QRect& box) {
    QByteArray text;
    qint64 at = 0, begun = 0;
    bool open = false;
    const auto close = [&](qint64 end) {
        text += (text.isEmpty() ? QByteArray() : QByteArray(", ")) + QByteArray::number(end - begun);
        begun = end;
    };
    for (const Mask::Span& span : mask.spans()) {
        const qint64 row = qint64(span.y - box.top()) * box.width() - box.left();
        if (!open || row + span.x0 != at) {
            if (open)
                close(at);
            close(row + span.x0);
        }
        open = true;
        at = row + span.x1;
    }
    close(at);
    const qint64 end = qint64(box.width()) * box.height();
    if (at < end)
        close(end);
    return text;
}

/// The format has a mark of its own for an attribute of this name.
bool isOccluded(const Label& label, const AttributeValues& values) {
    return std::any_of(label.attributes.begin(), label.attributes.end(), [&](const Attribute& attribute) {
        return attribute.name == QStringLiteral("occluded") && values.value(attribute.id) == attributeYes();
    });
}

QByteArray maskText(const Label& label, const ExportInstance& instance) {
    const QRect box = instance.mask.boundingBox();
    const Annotation& annotation = instance.annotation;
    const Fields& fields = annotation.fields;
    QByteArray text =
        "<mask" + quoted("label", xmlText(label.name)) +
        quoted("source", annotation.origin == Origin::Hand ? "manual" : "auto") +
        quoted("occluded", isOccluded(label, fields.attributes) ? "1" : "0") +
        quoted("rle", runsOf(instance.mask, box)) + quoted("left", QByteArray::number(box.left())) +
        quoted("top", QByteArray::number(box.top())) + quoted("width", QByteArray::number(box.width())) +
        quoted("height", QByteArray::number(box.height())) + quoted("z_order", QByteArray::number(fields.z));
    if (fields.group.isValid())
        text += quoted("group_id", QByteArray::number(fields.group.value));
    text += '>';
    for (const Attribute& attribute : label.attributes) {
        QString value = fields.attributes.value(attribute.id);
        if (value.isEmpty())
            continue;
        if (attribute.type == AttributeType::Bool)
            value = value == attributeYes() ? QStringLiteral("true") : QStringLiteral("false");
        text +=
            "<attribute" + quoted("name", xmlText(attribute.name)) + '>' + xmlText(value) + "</attribute>";
    }
    return text + "</mask>\n";
}

} // namespace

Status writeCvat(ExportPass& pass) {
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("annotations.xml")));
    QByteArray head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Exported by Maskwright "
                      "-->\n<annotations><version>1.1</version>\n"
                      "<meta><task><labels>\n";
    for (const Label& label : pass.labels())
        head += labelText(label);
    RETURN_IF_ERROR(pass.out().write(head + "</labels></task></meta>\n"));
    RETURN_IF_ERROR(pass.forEachImage([&pass](const ExportImage& image) -> Status {
        QByteArray text = "<image" + quoted("id", QByteArray::number(image.number - 1)) +
                          quoted("name", xmlText(image.given)) +
                          quoted("width", QByteArray::number(image.size.width())) +
                          quoted("height", QByteArray::number(image.size.height())) + ">\n";
        for (const ExportInstance& instance : image.instances) {
            text += maskText(pass.labels()[instance.label], instance);
            pass.written(instance, instance.mask);
        }
        for (const QString& tag : image.info->tags)
            text += "<tag" + quoted("label", xmlText(tag)) + quoted("source", "manual") + "></tag>\n";
        return pass.out().write(text + "</image>\n");
    }));
    return pass.out().write("</annotations>\n");
}

} // namespace core
