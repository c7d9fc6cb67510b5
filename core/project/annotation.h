// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QSize>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace core {

/// Ids that can't be mixed up; 0 is "none".
template <class Tag> struct Id {
    qint64 value = 0;
    bool isValid() const { return value != 0; }
    auto operator<=>(const Id&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 misreads it
};
template <class Tag> size_t qHash(Id<Tag> id, size_t seed = 0) {
    return ::qHash(id.value, seed);
}

using LabelId = Id<struct LabelTag>;
using ImageId = Id<struct ImageTag>;
using AnnotationId = Id<struct AnnotationTag>;
using EditId = Id<struct EditTag>;
using AttributeId = Id<struct AttributeTag>;
using GroupId = Id<struct GroupTag>;

enum class AttributeType { Bool = 0, Choice = 1, Number = 2, Text = 3 };

/// Something that can be said of an instance of a label, such as "broken: yes".
struct Attribute {
    AttributeId id; ///< stays when the attribute is renamed or moved
    QString name;
    AttributeType type = AttributeType::Bool;
    QStringList choices = {}; ///< of a Choice
    bool operator==(const Attribute&) const = default;
};
/// Values in the form that attributeValue() gives; what is not there was not said.
using AttributeValues = QMap<AttributeId, QString>;

/// A class of the schema. Its id never changes and is never given again; exports write it.
struct Label {
    LabelId id;
    QString name;
    QColor color;
    QStringList phrases = {};            ///< what the model is asked for, one after the other; see asked()
    int order = 0;                       ///< position in lists; the first ten have digit keys
    QList<Attribute> attributes = {};    ///< in the order of their fields
    std::optional<float> threshold = {}; ///< proposals are scored at least so; none: the model's own
    /// The phrases, or the name if there are none.
    QStringList asked() const { return phrases.isEmpty() ? QStringList{name} : phrases; }
    bool operator==(const Label&) const = default;
};

struct ImageInfo {
    ImageId id;
    QString path; ///< absolute, or relative to the project file's folder
    QSize size;   ///< of the oriented image; empty until it was decoded once
    QByteArray contentHash;
    bool reviewed = false;
    QStringList tags = {}; ///< as imageTags() gives them
    QStringList runs = {}; ///< marks of the auto-label runs whose results were put in (RunHeader::mark)
    bool operator==(const ImageInfo&) const = default;
};

enum class State { Auto = 0, Fixed = 1, Accepted = 2, Rejected = 3 };
enum class Origin { Hand = 0, Prompt = 1, Run = 2, Import = 3 };

/// What an edit may change besides pixels.
struct Fields {
    LabelId label;
    State state = State::Accepted;
    int z = 0;
    bool locked = false;
    bool hidden = false;
    bool crowd = false; ///< a region of many instances that nobody told apart
    GroupId group = {}; ///< instances of one image that belong together
    AttributeValues attributes = {};
    bool operator==(const Fields&) const = default;
};

/// What an instance cost the person. Times are milliseconds, `changed` since 1970 UTC (0: unknown).
struct Effort {
    qint64 changed = 0;
    qint64 worked = 0; ///< time spent on this instance
    int actions = 0;
    bool operator==(const Effort&) const = default;
};

/// One instance in one image.
struct Annotation {
    AnnotationId id;
    ImageId image;
    Fields fields;
    Origin origin = Origin::Hand;
    float score = 1; ///< of the model that made it; 1 for hand-made
    QString source;  ///< the prompt, or where it came from
    Mask mask;
    Mask touched;       ///< pixels that a person decided
    QString model = {}; ///< the name of the model; empty: none
    qint64 created = 0; ///< milliseconds since 1970 UTC; 0: unknown
    Effort effort = {};
    bool operator==(const Annotation&) const = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::ImageId)
Q_DECLARE_METATYPE(core::AnnotationId)
Q_DECLARE_METATYPE(core::LabelId)
