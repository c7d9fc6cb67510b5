// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/warning_list.h"
#include "core/project/annotation.h"

#include <QHash>

#include <nlohmann/json_fwd.hpp>

namespace core {

// What COCO has no place for and other readers pass over: "attributes" of categories (definitions: name,
// type, choices) and of annotations (values by name), "tags" of images, and an object "maskwright" with
// prompt, model, z, group, times and effort. Written only where there is something to say.

/// `,"attributes":[…]` of a category, or nothing.
QByteArray cocoDefinitions(const Label& label);
/// `,"tags":[…]` of an image, or nothing.
QByteArray cocoTags(const ImageInfo& image);
/// The tags of an image's entry; what is no text is passed over.
QStringList readCocoTags(const nlohmann::json& entry);
/// `,"attributes":{…},"maskwright":{…}` of an annotation, or as much of it as there is. `byHand`: the share
/// of its pixels that a person decided.
QByteArray cocoExtension(const Annotation& annotation, const Label& label, float byHand);

/// Collects the attributes of a file that is read. Files of other programs give values without definitions;
/// their types are those of the first value. A category has at most kMost of them.
class CocoAttributes {
public:
    static constexpr qsizetype kMost = 200;
    /// `category`: its "attributes" entry, of any JSON type.
    void define(qint64 category, const nlohmann::json& definitions);
    /// The values of one annotation; those that don't fit their type are left out with a warning.
    AttributeValues values(qint64 category, const nlohmann::json& values, WarningList& warnings);
    QList<Attribute> definitions(qint64 category) const { return m_known.value(category); }

private:
    /// None for a new one beyond what a person could look through, or with a name as long as a page.
    Attribute* attribute(qint64 category, const QString& name, AttributeType type);

    QHash<qint64, QList<Attribute>> m_known;
    qint64 m_lastId = 0;
};

/// Reads the object "maskwright" of an annotation; what is missing or of a wrong type stays as it is.
void readCocoExtension(const nlohmann::json& entry, Annotation& annotation);

} // namespace core
