// SPDX-License-Identifier: Apache-2.0
#include "core/store/value_codec.h"

#include <climits>
#include <utility>

namespace core {
namespace {

/// Far outside any picture, and far enough from the ends of int that differences cannot overflow.
constexpr int kLargestCoordinate = 1 << 29;

// Flags of Fields in one byte. Extra: crowd, group or attributes follow, which few instances have.
constexpr std::uint8_t kLocked = 1;
constexpr std::uint8_t kHidden = 2;
constexpr std::uint8_t kCrowd = 4;
constexpr std::uint8_t kExtra = 8;

bool fits(qint64 coordinate) {
    return coordinate >= -kLargestCoordinate && coordinate <= kLargestCoordinate;
}

} // namespace

void writeMask(ByteWriter& to, const Mask& mask) {
    to.number(mask.spans().size());
    Mask::Span previous;
    int rowStart = 0;
    for (const Mask::Span& span : mask.spans()) {
        const bool sameRow = &span != mask.spans().data() && span.y == previous.y;
        to.signedNumber(qint64(span.y) - previous.y);
        if (sameRow) {
            to.number(static_cast<quint64>(span.x0 - previous.x1 - 1));
        } else {
            to.signedNumber(qint64(span.x0) - rowStart);
            rowStart = span.x0;
        }
        to.signedNumber(qint64(span.x1 - span.x0) - (previous.x1 - previous.x0));
        previous = span;
    }
}

Mask readMask(ByteReader& from) {
    constexpr int kLeastSpanBytes = 3;
    const std::size_t count = from.count(kLeastSpanBytes);
    std::vector<Mask::Span> spans;
    spans.reserve(count);
    Mask::Span previous;
    int rowStart = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const qint64 rows = from.signedNumber();
        const bool sameRow = i > 0 && rows == 0;
        const qint64 x0 = sameRow ? previous.x1 + 1 + from.bounded(2 * kLargestCoordinate)
                                  : rowStart + from.boundedSigned(2 * kLargestCoordinate);
        const qint64 length = previous.x1 - previous.x0 + from.boundedSigned(4 * qint64(kLargestCoordinate));
        const bool ordered = i == 0 || rows >= 0;
        if (!from.ok() || !ordered || length < 1 || rows < -kLargestCoordinate ||
            rows > 2 * kLargestCoordinate || !fits(previous.y + rows) || !fits(x0) || !fits(x0 + length)) {
            from.refuse();
            return {};
        }
        previous = {static_cast<int>(previous.y + rows), static_cast<int>(x0), static_cast<int>(x0 + length)};
        if (!sameRow)
            rowStart = previous.x0;
        spans.push_back(previous);
    }
    return Mask::fromSpans(std::move(spans));
}

void writeValues(ByteWriter& to, const AttributeValues& values) {
    to.number(static_cast<quint64>(values.size()));
    for (auto value = values.begin(); value != values.end(); ++value) {
        to.signedNumber(value.key().value);
        to.text(value.value());
    }
}

AttributeValues readValues(ByteReader& from) {
    constexpr int kLeastValueBytes = 2;
    AttributeValues values;
    const std::size_t count = from.count(kLeastValueBytes);
    for (std::size_t i = 0; i < count && from.ok(); ++i) {
        const AttributeId id{from.signedNumber()};
        if (!values.isEmpty() && id <= values.lastKey())
            from.refuse();
        values.insert(id, from.text());
    }
    return values;
}

void writeFields(ByteWriter& to, const Fields& fields) {
    const bool extra = fields.group.isValid() || !fields.attributes.isEmpty();
    to.signedNumber(fields.label.value);
    to.byte(static_cast<std::uint8_t>(fields.state));
    to.signedNumber(fields.z);
    to.byte(static_cast<std::uint8_t>((fields.locked ? kLocked : 0) | (fields.hidden ? kHidden : 0) |
                                      (fields.crowd ? kCrowd : 0) | (extra ? kExtra : 0)));
    if (extra) {
        to.signedNumber(fields.group.value);
        writeValues(to, fields.attributes);
    }
}

Fields readFields(ByteReader& from) {
    Fields fields;
    fields.label.value = from.signedNumber();
    fields.state = static_cast<State>(from.byteUpTo(static_cast<std::uint8_t>(State::Rejected)));
    fields.z = static_cast<int>(from.boundedSigned(INT_MAX));
    const std::uint8_t flags = from.byteUpTo(kLocked | kHidden | kCrowd | kExtra);
    fields.locked = (flags & kLocked) != 0;
    fields.hidden = (flags & kHidden) != 0;
    fields.crowd = (flags & kCrowd) != 0;
    if ((flags & kExtra) != 0) {
        fields.group.value = from.signedNumber();
        fields.attributes = readValues(from);
    }
    return fields;
}

void writeEffort(ByteWriter& to, const Effort& effort) {
    to.signedNumber(effort.changed);
    to.signedNumber(effort.worked);
    to.signedNumber(effort.actions);
}

Effort readEffort(ByteReader& from) {
    Effort effort;
    effort.changed = from.signedNumber();
    effort.worked = from.signedNumber();
    effort.actions = static_cast<int>(from.boundedSigned(INT_MAX));
    return effort;
}

void writeAnnotation(ByteWriter& to, const Annotation& annotation) {
    to.signedNumber(annotation.id.value);
    to.signedNumber(annotation.image.value);
    writeFields(to, annotation.fields);
    to.byte(static_cast<std::uint8_t>(annotation.origin));
    to.real(annotation.score);
    to.text(annotation.source);
    writeMask(to, annotation.mask);
    writeMask(to, annotation.touched);
    to.text(annotation.model);
    to.signedNumber(annotation.created);
    writeEffort(to, annotation.effort);
}

Annotation readAnnotation(ByteReader& from, int version) {
    Annotation annotation;
    annotation.id.value = from.signedNumber();
    annotation.image.value = from.signedNumber();
    annotation.fields = readFields(from);
    annotation.origin = static_cast<Origin>(from.byteUpTo(static_cast<std::uint8_t>(Origin::Import)));
    annotation.score = from.real();
    annotation.source = from.text();
    annotation.mask = readMask(from);
    annotation.touched = readMask(from);
    if (version >= 2) {
        annotation.model = from.text();
        annotation.created = from.signedNumber();
        annotation.effort = readEffort(from);
    }
    return annotation;
}

void writeAttributes(ByteWriter& to, const QList<Attribute>& attributes) {
    to.number(static_cast<quint64>(attributes.size()));
    for (const Attribute& attribute : attributes) {
        to.signedNumber(attribute.id.value);
        to.text(attribute.name);
        to.byte(static_cast<std::uint8_t>(attribute.type));
        to.number(static_cast<quint64>(attribute.choices.size()));
        for (const QString& choice : attribute.choices)
            to.text(choice);
    }
}

QList<Attribute> readAttributes(ByteReader& from) {
    constexpr int kLeastAttributeBytes = 4;
    QList<Attribute> attributes;
    const std::size_t count = from.count(kLeastAttributeBytes);
    for (std::size_t i = 0; i < count && from.ok(); ++i) {
        Attribute attribute;
        attribute.id.value = from.signedNumber();
        attribute.name = from.text();
        attribute.type =
            static_cast<AttributeType>(from.byteUpTo(static_cast<std::uint8_t>(AttributeType::Text)));
        const std::size_t choices = from.count(1);
        for (std::size_t k = 0; k < choices && from.ok(); ++k)
            attribute.choices << from.text();
        attributes << attribute;
    }
    return attributes;
}

void writeIds(ByteWriter& to, const std::vector<AnnotationId>& ids) {
    to.number(ids.size());
    qint64 previous = 0;
    for (const AnnotationId id : ids)
        to.number(static_cast<quint64>(id.value - std::exchange(previous, id.value)));
}

std::vector<AnnotationId> readIds(ByteReader& from) {
    const std::size_t count = from.count(1);
    std::vector<AnnotationId> ids;
    ids.reserve(count);
    qint64 id = 0;
    for (std::size_t i = 0; i < count && from.ok(); ++i) {
        const qint64 step = from.bounded(LLONG_MAX - id);
        if (step == 0)
            from.refuse();
        id += step;
        ids.push_back({id});
    }
    return ids;
}

void writeValue(ByteWriter& to, const Label& label) {
    to.signedNumber(label.id.value);
    to.text(label.name);
    to.number(label.color.rgba());
    to.number(static_cast<quint64>(label.phrases.size()));
    for (const QString& phrase : label.phrases)
        to.text(phrase);
    to.signedNumber(label.order);
    writeAttributes(to, label.attributes);
    to.byte(label.threshold ? 1 : 0);
    if (label.threshold)
        to.real(*label.threshold);
}

void writeValue(ByteWriter& to, const ImageInfo& image) {
    to.signedNumber(image.id.value);
    to.text(image.path);
    to.signedNumber(image.size.width());
    to.signedNumber(image.size.height());
    to.blob(image.contentHash);
    to.byte(image.reviewed ? 1 : 0);
    to.number(static_cast<quint64>(image.tags.size()));
    for (const QString& tag : image.tags)
        to.text(tag);
    to.number(static_cast<quint64>(image.runs.size()));
    for (const QString& run : image.runs)
        to.text(run);
}

void readValue(ByteReader& from, int version, Label& label) {
    label.id.value = from.signedNumber();
    label.name = from.text();
    label.color = QColor::fromRgba(static_cast<QRgb>(from.bounded(UINT_MAX)));
    // One phrase, perhaps none, until a label could have several.
    const std::size_t phrases = version >= 5 ? from.count(1) : 1;
    for (std::size_t i = 0; i < phrases && from.ok(); ++i)
        if (const QString phrase = from.text(); version >= 5 || !phrase.isEmpty())
            label.phrases << phrase;
    label.order = static_cast<int>(from.boundedSigned(INT_MAX));
    if (version >= 2)
        label.attributes = readAttributes(from);
    if (version >= 5 && from.byteUpTo(1) != 0)
        label.threshold = from.real();
}

void readValue(ByteReader& from, int version, ImageInfo& image) {
    image.id.value = from.signedNumber();
    image.path = from.text();
    image.size.setWidth(static_cast<int>(from.boundedSigned(INT_MAX)));
    image.size.setHeight(static_cast<int>(from.boundedSigned(INT_MAX)));
    image.contentHash = from.blob();
    image.reviewed = from.byteUpTo(1) != 0;
    const std::size_t tags = version >= 3 ? from.count(1) : 0;
    for (std::size_t i = 0; i < tags && from.ok(); ++i)
        image.tags << from.text();
    const std::size_t runs = version >= 4 ? from.count(1) : 0;
    for (std::size_t i = 0; i < runs && from.ok(); ++i)
        image.runs << from.text();
}

} // namespace core
