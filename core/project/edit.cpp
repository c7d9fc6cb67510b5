// SPDX-License-Identifier: Apache-2.0
#include "core/project/edit.h"

#include <algorithm>

namespace core {
namespace {

struct Inverter {
    Change operator()(const AddAnnotation& change) const { return RemoveAnnotation{change.annotation}; }
    Change operator()(const RemoveAnnotation& change) const { return AddAnnotation{change.annotation}; }
    Change operator()(const SetFields& change) const {
        return SetFields{change.id, change.after, change.before};
    }
    Change operator()(const PaintMask& change) const { return change; }
    Change operator()(const SetLabel& change) const { return SetLabel{change.after, change.before}; }
    Change operator()(const SetImage& change) const { return SetImage{change.after, change.before}; }
    Change operator()(const SetEffort& change) const {
        return SetEffort{change.id, change.after, change.before};
    }
    Change operator()(const MoveLabel& change) const { return MoveLabel{change.to, change.from, change.ids}; }
};

std::size_t textBytes(const QString& text) {
    return static_cast<std::size_t>(text.size()) * sizeof(QChar);
}

std::size_t valueBytes(const Fields& fields) {
    std::size_t bytes = 0;
    for (const QString& value : fields.attributes)
        bytes += sizeof(AttributeId) + sizeof(QString) + textBytes(value);
    return bytes;
}

/// Heap memory behind a change; the variant itself is counted by its size.
struct HeapBytes {
    std::size_t operator()(const AddAnnotation& change) const { return of(change.annotation); }
    std::size_t operator()(const RemoveAnnotation& change) const { return of(change.annotation); }
    std::size_t operator()(const SetFields& change) const {
        return valueBytes(change.before) + valueBytes(change.after);
    }
    std::size_t operator()(const SetEffort&) const { return 0; }
    std::size_t operator()(const MoveLabel& change) const { return change.ids.size() * sizeof(AnnotationId); }
    std::size_t operator()(const PaintMask& change) const {
        return change.flips.bytes() + change.touched.bytes();
    }
    std::size_t operator()(const SetLabel& change) const { return of(change.before) + of(change.after); }
    std::size_t operator()(const SetImage& change) const { return of(change.before) + of(change.after); }

    static std::size_t of(const Annotation& annotation) {
        return annotation.mask.bytes() + annotation.touched.bytes() + textBytes(annotation.source) +
               textBytes(annotation.model) + valueBytes(annotation.fields);
    }
    static std::size_t of(const std::optional<Label>& label) {
        if (!label)
            return 0;
        std::size_t bytes = textBytes(label->name);
        for (const QString& phrase : label->phrases)
            bytes += sizeof(QString) + textBytes(phrase);
        for (const Attribute& attribute : label->attributes) {
            bytes += sizeof(Attribute) + textBytes(attribute.name);
            for (const QString& choice : attribute.choices)
                bytes += sizeof(QString) + textBytes(choice);
        }
        return bytes;
    }
    static std::size_t of(const std::optional<ImageInfo>& image) {
        if (!image)
            return 0;
        std::size_t bytes = textBytes(image->path) + static_cast<std::size_t>(image->contentHash.size());
        for (const QString& tag : image->tags + image->runs)
            bytes += sizeof(QString) + textBytes(tag);
        return bytes;
    }
};

struct HighestId {
    qint64 operator()(const AddAnnotation& change) const { return of(change.annotation); }
    qint64 operator()(const RemoveAnnotation& change) const { return of(change.annotation); }
    qint64 operator()(const SetFields& change) const {
        return std::max({change.id.value, of(change.before), of(change.after)});
    }
    qint64 operator()(const SetEffort& change) const { return change.id.value; }
    qint64 operator()(const MoveLabel& change) const {
        const qint64 last = change.ids.empty() ? 0 : change.ids.back().value;
        return std::max({change.from.value, change.to.value, last});
    }
    qint64 operator()(const PaintMask& change) const { return change.id.value; }
    qint64 operator()(const SetLabel& change) const { return std::max(of(change.before), of(change.after)); }
    qint64 operator()(const SetImage& change) const { return std::max(of(change.before), of(change.after)); }

    static qint64 of(const Fields& fields) {
        const qint64 attribute = fields.attributes.isEmpty() ? 0 : fields.attributes.lastKey().value;
        return std::max({fields.label.value, fields.group.value, attribute});
    }
    static qint64 of(const Annotation& annotation) {
        return std::max({annotation.id.value, annotation.image.value, of(annotation.fields)});
    }
    static qint64 of(const std::optional<Label>& label) {
        qint64 highest = label ? label->id.value : 0;
        for (const Attribute& attribute : label ? label->attributes : QList<Attribute>())
            highest = std::max(highest, attribute.id.value);
        return highest;
    }
    template <class T> static qint64 of(const std::optional<T>& value) { return value ? value->id.value : 0; }
};

} // namespace

Edit inverted(const Edit& edit) {
    Edit result{edit.id, edit.image, edit.text, {}};
    result.changes.reserve(edit.changes.size());
    for (auto change = edit.changes.rbegin(); change != edit.changes.rend(); ++change)
        result.changes.push_back(std::visit(Inverter{}, *change));
    return result;
}

std::size_t bytesOf(const Edit& edit) {
    std::size_t bytes = sizeof(Edit) + textBytes(edit.text) + edit.changes.size() * sizeof(Change);
    for (const Change& change : edit.changes)
        bytes += std::visit(HeapBytes{}, change);
    return bytes;
}

qint64 highestId(const Edit& edit) {
    qint64 highest = std::max(edit.id.value, edit.image.value);
    for (const Change& change : edit.changes)
        highest = std::max(highest, std::visit(HighestId{}, change));
    return highest;
}

} // namespace core
