// SPDX-License-Identifier: Apache-2.0
#include "core/store/edit_codec.h"

#include "core/store/value_codec.h"

namespace core {
namespace {

constexpr std::uint8_t kMaskVersion = 1;
/// 2: crowds, groups, attributes, models and efforts. 3: tags of images. 4: their runs. Older ones are
/// still read.
constexpr std::uint8_t kEditVersion = 5;

// A change's first byte; numbers are only ever appended.
enum class Tag : std::uint8_t {
    AddAnnotation = 1,
    RemoveAnnotation = 2,
    SetFields = 3,
    PaintMask = 4,
    SetLabel = 5,
    SetImage = 6,
    SetEffort = 7,
    MoveLabel = 8
};

template <class T> void writeOptional(ByteWriter& to, const std::optional<T>& value) {
    to.byte(value ? 1 : 0);
    if (value)
        writeValue(to, *value);
}

std::optional<Label> readLabel(ByteReader& from, int version) {
    if (from.byteUpTo(1) == 0)
        return std::nullopt;
    Label label;
    readValue(from, version, label);
    return label;
}

std::optional<ImageInfo> readImage(ByteReader& from, int version) {
    if (from.byteUpTo(1) == 0)
        return std::nullopt;
    ImageInfo image;
    readValue(from, version, image);
    return image;
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
    void operator()(const SetEffort& change) const {
        tag(Tag::SetEffort);
        to.signedNumber(change.id.value);
        writeEffort(to, change.before);
        writeEffort(to, change.after);
    }
    void operator()(const MoveLabel& change) const {
        tag(Tag::MoveLabel);
        to.signedNumber(change.from.value);
        to.signedNumber(change.to.value);
        writeIds(to, change.ids);
    }
};

Change readChange(ByteReader& from, int version) {
    switch (static_cast<Tag>(from.byteUpTo(static_cast<std::uint8_t>(Tag::MoveLabel)))) {
    case Tag::AddAnnotation:
        return AddAnnotation{readAnnotation(from, version)};
    case Tag::RemoveAnnotation:
        return RemoveAnnotation{readAnnotation(from, version)};
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
        change.before = readLabel(from, version);
        change.after = readLabel(from, version);
        return change;
    }
    case Tag::SetImage: {
        SetImage change;
        change.before = readImage(from, version);
        change.after = readImage(from, version);
        return change;
    }
    case Tag::SetEffort: {
        SetEffort change;
        change.id.value = from.signedNumber();
        change.before = readEffort(from);
        change.after = readEffort(from);
        return change;
    }
    case Tag::MoveLabel: {
        MoveLabel change;
        change.from.value = from.signedNumber();
        change.to.value = from.signedNumber();
        change.ids = readIds(from);
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

QByteArray encodeAttributes(const QList<Attribute>& attributes) {
    if (attributes.isEmpty())
        return {};
    ByteWriter to;
    writeAttributes(to, attributes);
    return to.take();
}

Result<QList<Attribute>> decodeAttributes(const QByteArray& bytes) {
    ByteReader from(bytes);
    QList<Attribute> attributes;
    if (!bytes.isEmpty())
        attributes = readAttributes(from);
    if (!from.atEnd())
        return damaged("list of attributes");
    return attributes;
}

QByteArray encodeValues(const AttributeValues& values) {
    if (values.isEmpty())
        return {};
    ByteWriter to;
    writeValues(to, values);
    return to.take();
}

Result<AttributeValues> decodeValues(const QByteArray& bytes) {
    ByteReader from(bytes);
    AttributeValues values;
    if (!bytes.isEmpty())
        values = readValues(from);
    if (!from.atEnd())
        return damaged("attribute");
    return values;
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
    const int version = from.byteUpTo(kEditVersion);
    if (version == 0)
        return damaged("edit");
    Edit edit;
    edit.id.value = from.signedNumber();
    edit.image.value = from.signedNumber();
    edit.text = from.text();
    const std::size_t count = from.count(kLeastChangeBytes);
    // Not reserved: a change takes a hundred times the memory of its shortest code.
    for (std::size_t i = 0; i < count && from.ok(); ++i)
        edit.changes.push_back(readChange(from, version));
    if (!from.atEnd())
        return damaged("edit");
    return edit;
}

} // namespace core
