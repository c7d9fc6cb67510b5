// SPDX-License-Identifier: Apache-2.0
#include "gui/session/edits.h"
#include "gui/session/project_files.h"

#include "core/project/image_tags.h"
#include "core/project/new_label.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace gui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("project_files", text);
}

/// Numbers of the imported data set, and those of the project that they become.
struct Renumbering {
    QHash<core::LabelId, core::LabelId> labels;
    QHash<core::AttributeId, core::AttributeId> attributes;
    QHash<core::ImageId, core::ImageId> images;
    QHash<core::GroupId, core::GroupId> groups;
};

class Import {
public:
    Import(core::OpenProject& open, const core::ImportedDataset& data, const QString& folder)
        : m_open(open), m_project(open.project()), m_data(data), m_folder(folder) {}

    core::Edit run() {
        m_edit.text = tr("Import COCO");
        addLabels();
        addImages();
        for (const core::Annotation& annotation : m_data.annotations) {
            addAnnotation(annotation);
        }
        return std::move(m_edit);
    }

private:
    void addLabels() {
        // An empty project takes the file's numbers, so that an export gives them back.
        const bool keepIds = m_project.labels().isEmpty();
        for (const core::Label& label : m_data.labels) {
            if (const core::Label* known = m_project.labelByName(label.name)) {
                m_ids.labels[label.id] = known->id;
                addAttributes(*known, label);
                continue;
            }
            core::Label made = core::newLabel(m_project, label.name, m_made);
            made.id = keepIds ? label.id : made.id;
            for (const core::Attribute& attribute : label.attributes) {
                made.attributes.append(renumbered(attribute));
            }
            m_ids.labels[label.id] = made.id;
            m_edit.changes.push_back(core::SetLabel{std::nullopt, made});
            m_made.append(made);
        }
    }

    /// Attributes of the same name are the same attribute; the others are added to the label.
    void addAttributes(const core::Label& known, const core::Label& imported) {
        core::Label after = known;
        for (const core::Attribute& attribute : imported.attributes) {
            const auto same =
                std::find_if(after.attributes.begin(), after.attributes.end(),
                             [&](const core::Attribute& a) { return a.name == attribute.name; });
            if (same == after.attributes.end()) {
                after.attributes.append(renumbered(attribute));
            } else {
                m_ids.attributes[attribute.id] = same->id;
            }
        }
        if (!(after == known)) {
            m_edit.changes.push_back(core::SetLabel{known, after});
        }
    }

    core::Attribute renumbered(core::Attribute attribute) {
        const core::AttributeId id = m_project.newAttributeId();
        m_ids.attributes[attribute.id] = id;
        attribute.id = id;
        return attribute;
    }

    void addImages() {
        QHash<QString, core::ImageId> byPath;
        for (const core::ImageInfo& image : m_project.images()) {
            byPath[QFileInfo(m_open.absolutePath(image.id)).absoluteFilePath()] = image.id;
            byPath.insert(QFileInfo(image.path).fileName(), image.id);
        }
        for (const core::ImageInfo& image : m_data.images) {
            const QString full = QFileInfo(QDir(m_folder), image.path).absoluteFilePath();
            const auto known =
                byPath.contains(full) ? byPath.value(full) : byPath.value(QFileInfo(image.path).fileName());
            if (known.isValid()) {
                m_ids.images[image.id] = known;
                addTags(*m_project.image(known), image.tags);
                continue;
            }
            core::ImageInfo made = image;
            made.id = m_project.newImageId();
            made.path = full;
            m_ids.images[image.id] = made.id;
            m_edit.changes.push_back(core::SetImage{std::nullopt, made});
        }
    }

    void addTags(const core::ImageInfo& known, const QStringList& tags) {
        core::ImageInfo after = known;
        after.tags = core::changedTags(known.tags, tags, {});
        if (!(after == known)) {
            m_edit.changes.push_back(core::SetImage{known, after});
        }
    }

    void addAnnotation(core::Annotation annotation) {
        core::Fields& fields = annotation.fields;
        annotation.id = m_project.newAnnotationId();
        annotation.image = m_ids.images.value(annotation.image);
        fields.label = m_ids.labels.value(fields.label);
        if (fields.group.isValid()) {
            core::GroupId& group = m_ids.groups[fields.group];
            group = group.isValid() ? group : m_project.newGroupId();
            fields.group = group;
        }
        core::AttributeValues values;
        for (auto value = fields.attributes.begin(); value != fields.attributes.end(); ++value) {
            values.insert(m_ids.attributes.value(value.key()), value.value());
        }
        fields.attributes = values;
        m_edit.changes.push_back(core::AddAnnotation{std::move(annotation)});
    }

    core::OpenProject& m_open;
    core::Project& m_project;
    const core::ImportedDataset& m_data;
    QString m_folder;
    core::Edit m_edit;
    Renumbering m_ids;
    QList<core::Label> m_made;
};

} // namespace

core::Edit importEdit(core::OpenProject& open, const core::ImportedDataset& data, const QString& folder) {
    return Import(open, data, folder).run();
}

} // namespace gui
