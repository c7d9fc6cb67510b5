// SPDX-License-Identifier: Apache-2.0
#include "core/formats/brush_rle.h"
#include "core/formats/json_instance.h"
#include "core/formats/json_text.h"
#include "core/formats/label_studio.h"
#include "core/formats/xml_text.h"

#include <QSet>
#include <QUrl>

#include <array>

namespace core {
namespace {

constexpr std::array<const char*, 4> kControls{"choices", "choices", "number", "textarea"};

QByteArray head(const ExportImage& image, const Annotation& annotation, const char* type,
                const QByteArray& from) {
    return "{\"id\":\"i" + QByteArray::number(annotation.id.value) + "\",\"type\":\"" + type +
           "\",\"from_name\":" + from +
           ",\"to_name\":\"image\",\"original_width\":" + QByteArray::number(image.size.width()) +
           ",\"original_height\":" + QByteArray::number(image.size.height()) +
           ",\"image_rotation\":0,\"value\":";
}

/// "0,255,…": there are thousands of them in each of thousands of instances.
QByteArray numbersOf(const QByteArray& bytes) {
    static const std::array<QByteArray, 256> kTexts = [] {
        std::array<QByteArray, 256> texts;
        for (std::size_t i = 0; i < texts.size(); ++i)
            texts.at(i) = QByteArray::number(qulonglong(i)) + ',';
        return texts;
    }();
    QByteArray numbers;
    numbers.reserve(bytes.size() * 4);
    for (const char byte : bytes)
        numbers += kTexts.at(uchar(byte));
    numbers.chop(1);
    return numbers;
}

QByteArray brush(const ExportImage& image, const ExportInstance& instance, const QByteArray& label) {
    const QByteArray numbers = numbersOf(brushRle(instance.mask, image.size));
    return head(image, instance.annotation, "brushlabels", "\"label\"") + "{\"format\":\"rle\",\"rle\":[" +
           numbers + "],\"brushlabels\":[" + label + "]}" +
           (hasScore(instance.annotation) ? ",\"score\":" + jsonNumber(instance.annotation.score)
                                          : QByteArray()) +
           '}';
}

QByteArray attributeResult(const ExportImage& image, const Annotation& annotation, const Attribute& attribute,
                           const QString& value) {
    const char* const control = kControls.at(std::size_t(attribute.type));
    const QByteArray json = attributeJson(attribute, value);
    QByteArray inside = "{\"choices\":[\"" + json + "\"]}";
    if (attribute.type == AttributeType::Choice)
        inside = "{\"choices\":[" + json + "]}";
    else if (attribute.type == AttributeType::Number)
        inside = "{\"number\":" + json + '}';
    else if (attribute.type == AttributeType::Text)
        inside = "{\"text\":[" + json + "]}";
    return head(image, annotation, control, jsonString(attribute.name)) + inside + '}';
}

QByteArray resultsOf(ExportPass& pass, const ExportImage& image) {
    QByteArray results;
    for (const ExportInstance& instance : image.instances) {
        if (qint64(image.size.width()) * image.size.height() > kMaxBrushPixels) {
            pass.skipped(1);
            continue;
        }
        const Label& label = pass.labels()[instance.label];
        results += (results.isEmpty() ? "\n" : ",\n") + brush(image, instance, jsonString(label.name));
        for (const Attribute& attribute : label.attributes) {
            const QString value = instance.annotation.fields.attributes.value(attribute.id);
            if (!value.isEmpty())
                results += ",\n" + attributeResult(image, instance.annotation, attribute, value);
        }
        pass.written(instance, instance.mask);
    }
    return results;
}

QByteArray tagsOf(const ImageInfo& image) {
    QByteArray list;
    for (const QString& tag : image.tags)
        list += (list.isEmpty() ? "" : ",") + jsonString(tag);
    return list.isEmpty() ? list : ",\"meta\":{\"tags\":[" + list + "]}";
}

/// Where Label Studio serves files of its own disk from.
QByteArray addressOf(const ExportImage& image) {
    return jsonString("/data/local-files/?d=" + QUrl::toPercentEncoding(image.given, "/"));
}

QByteArray taskOf(ExportPass& pass, const ExportImage& image) {
    const QByteArray results = resultsOf(pass, image);
    QByteArray text =
        "{\"id\":" + QByteArray::number(image.number) + ",\"data\":{\"image\":" + addressOf(image) + '}';
    text += tagsOf(*image.info);
    if (image.info->reviewed)
        text += ",\"annotations\":[{\"was_cancelled\":false,\"result\":[" + results + "]}]";
    else if (!results.isEmpty())
        text += ",\"predictions\":[{\"model_version\":\"Maskwright\",\"result\":[" + results + "]}]";
    return text + '}';
}

QByteArray controlOf(const Attribute& attribute) {
    const QByteArray name = " name=\"" + xmlText(attribute.name) + "\" toName=\"image\" perRegion=\"true\"";
    if (attribute.type == AttributeType::Number)
        return "  <Number" + name + "/>\n";
    if (attribute.type == AttributeType::Text)
        return "  <TextArea" + name + "/>\n";
    QStringList choices = attribute.choices;
    if (attribute.type == AttributeType::Bool)
        choices = {QStringLiteral("true"), QStringLiteral("false")};
    QByteArray text = "  <Choices" + name + ">\n";
    for (const QString& choice : choices)
        text += "    <Choice value=\"" + xmlText(choice) + "\"/>\n";
    return text + "  </Choices>\n";
}

QByteArray interfaceOf(const QList<Label>& labels) {
    QByteArray text = "<View>\n  <Image name=\"image\" value=\"$image\" zoom=\"true\"/>\n"
                      "  <BrushLabels name=\"label\" toName=\"image\">\n";
    QByteArray controls;
    QSet<QString> named; // labels share the control of an attribute
    for (const Label& label : labels) {
        text +=
            "    <Label value=\"" + xmlText(label.name) + '"' +
            (label.color.isValid() ? " background=\"" + label.color.name().toLatin1() + '"' : QByteArray()) +
            "/>\n";
        for (const Attribute& attribute : label.attributes) {
            if (!named.contains(attribute.name))
                controls += controlOf(attribute);
            named.insert(attribute.name);
        }
    }
    return text + "  </BrushLabels>\n" + controls + "</View>\n";
}

} // namespace

Status writeLabelStudio(ExportPass& pass) {
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("label-studio-interface.xml")));
    RETURN_IF_ERROR(pass.out().write(interfaceOf(pass.labels())));
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("label-studio.json")));
    RETURN_IF_ERROR(pass.out().write("["));
    RETURN_IF_ERROR(pass.forEachImage([&pass](const ExportImage& image) {
        return pass.out().write((image.number > 1 ? ",\n" : "\n") + taskOf(pass, image));
    }));
    return pass.out().write("\n]\n");
}

} // namespace core
