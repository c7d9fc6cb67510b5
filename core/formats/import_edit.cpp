// SPDX-License-Identifier: Apache-2.0
#include "core/formats/import_edit.h"

#include "core/project/image_tags.h"
#include "core/project/new_label.h"
#include "core/project/project.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {
namespace {

/// Numbers of the imported data set, and those of the project that they become.
struct Renumbering {
    QHash<LabelId, LabelId> labels;
    QHash<AttributeId, AttributeId> attributes;
    QHash<ImageId, ImageId> images;
    QHash<GroupId, GroupId> groups;
};

class Import {
public:
    Import(OpenProject& open, const ImportedDataset& data, const QString& folder)
        : m_open(open), m_project(open.project()), m_data(data), m_folder(folder) {}

    Edit run(const QString& text) {
        m_edit.text = text;
        addLabels();
        addImages();
        for (const Annotation& annotation : m_data.annotations) {
            addAnnotation(annotation);
        }
        return std::move(m_edit);
    }

private:
    void addLabels() {
        // An empty project takes the file's numbers, so that an export gives them back.
        const bool keepIds = m_project.labels().isEmpty();
        for (const Label& label : m_data.labels) {
            if (const Label* known = m_project.labelByName(label.name)) {
                m_ids.labels[label.id] = known->id;
                addAttributes(*known, label);
                continue;
            }
            Label made = newLabel(m_project, label.name, m_made);
            made.id = keepIds ? label.id : made.id;
            for (const Attribute& attribute : label.attributes) {
                made.attributes.append(renumbered(attribute));
            }
            m_ids.labels[label.id] = made.id;
            m_edit.changes.push_back(SetLabel{std::nullopt, made});
            m_made.append(made);
        }
    }

    /// Attributes of the same name are the same attribute; the others are added to the label.
    void addAttributes(const Label& known, const Label& imported) {
        Label after = known;
        for (const Attribute& attribute : imported.attributes) {
            const auto same = std::find_if(after.attributes.begin(), after.attributes.end(),
                                           [&](const Attribute& a) { return a.name == attribute.name; });
            if (same == after.attributes.end()) {
                after.attributes.append(renumbered(attribute));
            } else {
                m_ids.attributes[attribute.id] = same->id;
            }
        }
        if (!(after == known)) {
            m_edit.changes.push_back(SetLabel{known, after});
        }
    }

    Attribute renumbered(Attribute attribute) {
        const AttributeId id = m_project.newAttributeId();
        m_ids.attributes[attribute.id] = id;
        attribute.id = id;
        return attribute;
    }

    void addImages() {
        QHash<QString, ImageId> byPath;
        for (const ImageInfo& image : m_project.images()) {
            byPath[QFileInfo(m_open.absolutePath(image.id)).absoluteFilePath()] = image.id;
            byPath.insert(QFileInfo(image.path).fileName(), image.id);
        }
        for (const ImageInfo& image : m_data.images) {
            const QString full = QFileInfo(QDir(m_folder), image.path).absoluteFilePath();
            const auto known =
                byPath.contains(full) ? byPath.value(full) : byPath.value(QFileInfo(image.path).fileName());
            if (known.isValid()) {
                m_ids.images[image.id] = known;
                addFacts(*m_project.image(known), image);
                continue;
            }
            ImageInfo made = image;
            made.id = m_project.newImageId();
            made.path = full;
            m_ids.images[image.id] = made.id;
            m_edit.changes.push_back(SetImage{std::nullopt, made});
        }
    }

    void addFacts(const ImageInfo& known, const ImageInfo& imported) {
        ImageInfo after = known;
        after.tags = changedTags(known.tags, imported.tags, {});
        after.reviewed = known.reviewed || imported.reviewed;
        if (!(after == known)) {
            m_edit.changes.push_back(SetImage{known, after});
        }
    }

    void addAnnotation(Annotation annotation) {
        Fields& fields = annotation.fields;
        annotation.id = m_project.newAnnotationId();
        annotation.image = m_ids.images.value(annotation.image);
        fields.label = m_ids.labels.value(fields.label);
        if (fields.group.isValid()) {
            GroupId& group = m_ids.groups[fields.group];
            group = group.isValid() ? group : m_project.newGroupId();
            fields.group = group;
        }
        AttributeValues values;
        for (auto value = fields.attributes.begin(); value != fields.attributes.end(); ++value) {
            values.insert(m_ids.attributes.value(value.key()), value.value());
        }
        fields.attributes = values;
        m_edit.changes.push_back(AddAnnotation{std::move(annotation)});
    }

    OpenProject& m_open;
    Project& m_project;
    const ImportedDataset& m_data;
    QString m_folder;
    Edit m_edit;
    Renumbering m_ids;
    QList<Label> m_made;
};

} // namespace

Edit importEdit(OpenProject& open, const ImportedDataset& data, const QString& folder, const QString& text) {
    return Import(open, data, folder).run(text);
}

} // namespace core
