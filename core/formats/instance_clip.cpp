// SPDX-License-Identifier: Apache-2.0
#include "core/formats/instance_clip.h"

#include "core/mask/rle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {
namespace {

const auto kKind = QStringLiteral("maskwright instances");
constexpr int kVersion = 1;
constexpr qsizetype kMaxText = 256 << 20;
constexpr int kLongestName = 1000;
constexpr int kMostPhrases = 100;

QJsonArray schemaOf(const Label& label) {
    QJsonArray list;
    for (const Attribute& attribute : label.attributes)
        list.append(QJsonObject{{QStringLiteral("name"), attribute.name},
                                {QStringLiteral("type"), int(attribute.type)},
                                {QStringLiteral("choices"), QJsonArray::fromStringList(attribute.choices)}});
    return list;
}

QJsonObject valuesOf(const QMap<QString, QString>& attributes) {
    QJsonObject values;
    for (auto at = attributes.begin(); at != attributes.end(); ++at)
        values.insert(at.key(), at.value());
    return values;
}

QJsonObject objectOf(const InstanceClip::Instance& instance, QSize size) {
    const Annotation& a = instance.annotation;
    const auto rle = [size](const Mask& mask) { return QString::fromLatin1(rleString(mask, size)); };
    return {{QStringLiteral("label"), instance.label.name},
            {QStringLiteral("color"), instance.label.color.name()},
            {QStringLiteral("phrases"), QJsonArray::fromStringList(instance.label.phrases)},
            {QStringLiteral("mask"), rle(a.mask)},
            {QStringLiteral("touched"), rle(a.touched)},
            {QStringLiteral("state"), int(a.fields.state)},
            {QStringLiteral("z"), a.fields.z},
            {QStringLiteral("origin"), int(a.origin)},
            {QStringLiteral("score"), double(a.score)},
            {QStringLiteral("source"), a.source},
            {QStringLiteral("model"), a.model},
            {QStringLiteral("crowd"), a.fields.crowd},
            {QStringLiteral("schema"), schemaOf(instance.label)},
            {QStringLiteral("attributes"), valuesOf(instance.attributes)}};
}

auto damaged(int number) {
    return fail(ErrorCode::CorruptFile,
                QStringLiteral("Instance %1 on the clipboard is damaged; copy it again.").arg(number));
}

Result<Mask> maskAt(const QJsonObject& object, const QString& key, QSize size) {
    return maskFromRleString(object.value(key).toString().toLatin1(), size);
}

QString shortText(const QJsonObject& object, const QString& key) {
    return object.value(key).toString().left(kLongestName);
}

/// Numbers outside an enumeration become its nearest value.
template <class Enum> Enum enumAt(const QJsonObject& object, const QString& key, Enum last) {
    return Enum(std::clamp(object.value(key).toInt(), 0, int(last)));
}

/// Lists longer than anyone writes are cut.
QList<Attribute> schemaAt(const QJsonObject& object) {
    constexpr qsizetype kMost = 100;
    QList<Attribute> schema;
    const QJsonArray list = object.value(QStringLiteral("schema")).toArray();
    for (qsizetype i = 0; i < std::min(list.size(), kMost); ++i) {
        const QJsonObject entry = list.at(i).toObject();
        Attribute attribute;
        attribute.name = shortText(entry, QStringLiteral("name"));
        attribute.type = enumAt(entry, QStringLiteral("type"), AttributeType::Text);
        const QJsonArray choices = entry.value(QStringLiteral("choices")).toArray();
        for (qsizetype c = 0; c < std::min(choices.size(), kMost); ++c)
            attribute.choices.append(choices.at(c).toString().left(kLongestName));
        if (!attribute.name.isEmpty())
            schema.append(attribute);
    }
    return schema;
}

Result<InstanceClip::Instance> instanceOf(const QJsonObject& object, QSize size) {
    InstanceClip::Instance result;
    result.label.name = shortText(object, QStringLiteral("label")).simplified();
    result.label.color = QColor(shortText(object, QStringLiteral("color")));
    const QJsonArray phrases = object.value(QStringLiteral("phrases")).toArray();
    for (int i = 0; i < std::min(int(phrases.size()), kMostPhrases); ++i)
        if (const QString phrase = phrases.at(i).toString().left(kLongestName).simplified();
            !phrase.isEmpty())
            result.label.phrases.append(phrase);
    Annotation& a = result.annotation;
    ASSIGN_OR_RETURN(a.mask, maskAt(object, QStringLiteral("mask"), size));
    ASSIGN_OR_RETURN(a.touched, maskAt(object, QStringLiteral("touched"), size));
    a.fields.state = enumAt(object, QStringLiteral("state"), State::Rejected);
    a.fields.z = object.value(QStringLiteral("z")).toInt();
    a.origin = enumAt(object, QStringLiteral("origin"), Origin::Import);
    a.score = float(std::clamp(object.value(QStringLiteral("score")).toDouble(1), 0.0, 1.0));
    a.source = shortText(object, QStringLiteral("source"));
    a.model = shortText(object, QStringLiteral("model"));
    a.fields.crowd = object.value(QStringLiteral("crowd")).toBool();
    result.label.attributes = schemaAt(object);
    const QJsonObject values = object.value(QStringLiteral("attributes")).toObject();
    for (const Attribute& attribute : result.label.attributes)
        if (values.contains(attribute.name))
            result.attributes.insert(attribute.name, shortText(values, attribute.name));
    return result;
}

Result<QSize> sizeOf(const QJsonObject& root) {
    const QSize size(root.value(QStringLiteral("width")).toInt(),
                     root.value(QStringLiteral("height")).toInt());
    if (size.isEmpty() || size.width() > kMaxRleSide || size.height() > kMaxRleSide)
        return fail(
            ErrorCode::CorruptFile,
            QStringLiteral("The instances on the clipboard have an impossible image size; copy them again."));
    return size;
}

} // namespace

QByteArray clipText(const InstanceClip& clip) {
    QJsonArray instances;
    for (const InstanceClip::Instance& instance : clip.instances)
        instances.append(objectOf(instance, clip.size));
    const QJsonObject root{{QStringLiteral("kind"), kKind},
                           {QStringLiteral("version"), kVersion},
                           {QStringLiteral("width"), clip.size.width()},
                           {QStringLiteral("height"), clip.size.height()},
                           {QStringLiteral("instances"), instances}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<InstanceClip> clipFromText(const QByteArray& text) {
    const QJsonObject root = text.size() <= kMaxText ? QJsonDocument::fromJson(text).object() : QJsonObject();
    if (root.value(QStringLiteral("kind")).toString() != kKind)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("The clipboard holds no instances; select some and copy them first."));
    if (root.value(QStringLiteral("version")).toInt() != kVersion)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("The instances on the clipboard come from another version of Maskwright; use "
                           "the same version in both windows."));
    InstanceClip clip;
    ASSIGN_OR_RETURN(clip.size, sizeOf(root));
    // A few bytes of run lengths can ask for many spans, so the sum is limited, too.
    std::size_t spans = 0;
    const QJsonArray instances = root.value(QStringLiteral("instances")).toArray();
    for (const auto& value : instances) {
        const int number = int(clip.instances.size()) + 1;
        Result<InstanceClip::Instance> instance = instanceOf(value.toObject(), clip.size);
        if (!instance || instance->annotation.mask.isEmpty())
            return damaged(number);
        spans += instance->annotation.mask.spans().size() + instance->annotation.touched.spans().size();
        if (spans > std::size_t(kMaxRleSpans))
            return fail(ErrorCode::CorruptFile,
                        QStringLiteral("The instances on the clipboard are too many to hold; copy fewer."));
        clip.instances.push_back(std::move(*instance));
    }
    return clip;
}

} // namespace core
