// SPDX-License-Identifier: Apache-2.0
#include "core/store/edit_codec.h"

#include "core/store/byte_stream.h"

#include <climits>

namespace core {
namespace {

constexpr std::uint8_t kMaskVersion = 1;
constexpr std::uint8_t kEditVersion = 1;
/// Far outside any picture, and far enough from the ends of int that differences cannot overflow.
constexpr int kLargestCoordinate = 1 << 29;

// A change's first byte; numbers are only ever appended.
enum class Tag : std::uint8_t {
    AddAnnotation = 1,
    RemoveAnnotation = 2,
    SetFields = 3,
    PaintMask = 4,
    SetLabel = 5,
    SetImage = 6
};

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

bool fits(qint64 coordinate) {
    return coordinate >= -kLargestCoordinate && coordinate <= kLargestCoordinate;
}

/// Spans in order, with gaps within a row and rows only downwards; anything else marks the reader as failed.
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

void writeFields(ByteWriter& to, const Fields& fields) {
    to.signedNumber(fields.label.value);
    to.byte(static_cast<std::uint8_t>(fields.state));
    to.signedNumber(fields.z);
    to.byte(static_cast<std::uint8_t>((fields.locked ? 1 : 0) | (fields.hidden ? 2 : 0)));
}

Fields readFields(ByteReader& from) {
    Fields fields;
    fields.label.value = from.signedNumber();
    fields.state = static_cast<State>(from.byteUpTo(static_cast<std::uint8_t>(State::Rejected)));
    fields.z = static_cast<int>(from.boundedSigned(INT_MAX));
    const std::uint8_t flags = from.byteUpTo(3);
    fields.locked = (flags & 1) != 0;
    fields.hidden = (flags & 2) != 0;
    return fields;
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
}

Annotation readAnnotation(ByteReader& from) {
    Annotation annotation;
    annotation.id.value = from.signedNumber();
    annotation.image.value = from.signedNumber();
    annotation.fields = readFields(from);
    annotation.origin = static_cast<Origin>(from.byteUpTo(static_cast<std::uint8_t>(Origin::Import)));
    annotation.score = from.real();
    annotation.source = from.text();
    annotation.mask = readMask(from);
    annotation.touched = readMask(from);
    return annotation;
}

void writeValue(ByteWriter& to, const Label& label) {
    to.signedNumber(label.id.value);
    to.text(label.name);
    to.number(label.color.rgba());
    to.text(label.phrase);
    to.signedNumber(label.order);
}

void writeValue(ByteWriter& to, const ImageInfo& image) {
    to.signedNumber(image.id.value);
    to.text(image.path);
    to.signedNumber(image.size.width());
    to.signedNumber(image.size.height());
    to.blob(image.contentHash);
    to.byte(image.reviewed ? 1 : 0);
}

void readValue(ByteReader& from, Label& label) {
    label.id.value = from.signedNumber();
    label.name = from.text();
    label.color = QColor::fromRgba(static_cast<QRgb>(from.bounded(UINT_MAX)));
    label.phrase = from.text();
    label.order = static_cast<int>(from.boundedSigned(INT_MAX));
}

void readValue(ByteReader& from, ImageInfo& image) {
    image.id.value = from.signedNumber();
    image.path = from.text();
    image.size.setWidth(static_cast<int>(from.boundedSigned(INT_MAX)));
    image.size.setHeight(static_cast<int>(from.boundedSigned(INT_MAX)));
    image.contentHash = from.blob();
    image.reviewed = from.byteUpTo(1) != 0;
}

template <class T> void writeOptional(ByteWriter& to, const std::optional<T>& value) {
    to.byte(value ? 1 : 0);
    if (value)
        writeValue(to, *value);
}

template <class T> std::optional<T> readOptional(ByteReader& from) {
    if (from.byteUpTo(1) == 0)
        return std::nullopt;
    T value;
    readValue(from, value);
    return value;
}

struct ChangeWriter {
    ByteWriter& to;

    void tag(Tag tag) const { to.byte(static_cast<std::uint8_t>(tag)); }
    void operator()(const AddAnnotation& change) const {
        tag(Tag::AddAnnotation);
        writeAnnotation(to, change.annotation);
    }
    void operator()(const RemoveAnnotation& change) const {
        tag(Tag::RemoveAnnotation);
        writeAnnotation(to, change.annotation);
    }
    void operator()(const SetFields& change) const {
        tag(Tag::SetFields);
        to.signedNumber(change.id.value);
        writeFields(to, change.before);
        writeFields(to, change.after);
    }
    void operator()(const PaintMask& change) const {
        tag(Tag::PaintMask);
        to.signedNumber(change.id.value);
        writeMask(to, change.flips.flips());
        writeMask(to, change.touched.flips());
    }
    void operator()(const SetLabel& change) const {
        tag(Tag::SetLabel);
        writeOptional(to, change.before);
        writeOptional(to, change.after);
    }
    void operator()(const SetImage& change) const {
        tag(Tag::SetImage);
        writeOptional(to, change.before);
        writeOptional(to, change.after);
    }
};

Change readChange(ByteReader& from) {
    switch (static_cast<Tag>(from.byteUpTo(static_cast<std::uint8_t>(Tag::SetImage)))) {
    case Tag::AddAnnotation:
        return AddAnnotation{readAnnotation(from)};
    case Tag::RemoveAnnotation:
        return RemoveAnnotation{readAnnotation(from)};
    case Tag::SetFields: {
        SetFields change;
        change.id.value = from.signedNumber();
        change.before = readFields(from);
        change.after = readFields(from);
        return change;
    }
    case Tag::PaintMask: {
        PaintMask change;
        change.id.value = from.signedNumber();
        change.flips = MaskDelta(readMask(from));
        change.touched = MaskDelta(readMask(from));
        return change;
    }
    case Tag::SetLabel: {
        SetLabel change;
        change.before = readOptional<Label>(from);
        change.after = readOptional<Label>(from);
        return change;
    }
    case Tag::SetImage: {
        SetImage change;
        change.before = readOptional<ImageInfo>(from);
        change.after = readOptional<ImageInfo>(from);
        return change;
    }
    }
    from.refuse();
    return {};
}

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::CorruptFile,
                QStringLiteral("A stored %1 is damaged; open a backup.").arg(QLatin1String(what)));
}

} // namespace

QByteArray encodeMask(const Mask& mask) {
    ByteWriter to;
    to.byte(kMaskVersion);
    writeMask(to, mask);
    return to.take();
}

Result<Mask> decodeMask(const QByteArray& bytes) {
    ByteReader from(bytes);
    if (from.byteUpTo(kMaskVersion) != kMaskVersion)
        return damaged("mask");
    Mask mask = readMask(from);
    if (!from.atEnd())
        return damaged("mask");
    return mask;
}

QByteArray encodeEdit(const Edit& edit) {
    ByteWriter to;
    to.byte(kEditVersion);
    to.signedNumber(edit.id.value);
    to.signedNumber(edit.image.value);
    to.text(edit.text);
    to.number(edit.changes.size());
    for (const Change& change : edit.changes)
        std::visit(ChangeWriter{to}, change);
    return to.take();
}

Result<Edit> decodeEdit(const QByteArray& bytes) {
    constexpr int kLeastChangeBytes = 3;
    ByteReader from(bytes);
    if (from.byteUpTo(kEditVersion) != kEditVersion)
        return damaged("edit");
    Edit edit;
    edit.id.value = from.signedNumber();
    edit.image.value = from.signedNumber();
    edit.text = from.text();
    const std::size_t count = from.count(kLeastChangeBytes);
    // Not reserved: a change takes a hundred times the memory of its shortest code.
    for (std::size_t i = 0; i < count && from.ok(); ++i)
        edit.changes.push_back(readChange(from));
    if (!from.atEnd())
        return damaged("edit");
    return edit;
}

} // namespace core
