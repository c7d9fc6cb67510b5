// SPDX-License-Identifier: Apache-2.0
#include "core/formats/import_edit.h"

#include "core/formats/warning_list.h"
#include "core/project/image_tags.h"
#include "core/project/new_label.h"
#include "core/project/project.h"

#include <QDir>
#include <QFileInfo>

#include <QMap>
#include <QMultiHash>

#include <algorithm>
#include <utility>

namespace core {
namespace {

/// Numbers of the imported data set, and those of the project that they become.
struct Renumbering {
    QHash<LabelId, LabelId> labels;
    QHash<AttributeId, AttributeId> attributes;
    QHash<ImageId, ImageId> images;
    QHash<GroupId, GroupId> groups;
};

/// How many parts at the end of both paths are the same: the name, its folder and so on.
int commonEnd(const QString& a, const QString& b) {
    const QStringList left = a.split(QLatin1Char('/')), right = b.split(QLatin1Char('/'));
    const qsizetype most = std::min(left.size(), right.size());
    int same = 0;
    while (same < most && left[left.size() - 1 - same] == right[right.size() - 1 - same])
        ++same;
    return same;
}

bool mayBeEqual(QSize a, QSize b) {
    return a.isEmpty() || b.isEmpty() || a == b;
}

class Import {
public:
    Import(const ImportTarget& target, const ImportedDataset& data, const QString& folder)
        : m_target(target), m_data(data), m_folder(folder), m_lastId(target.lastId) {
        for (qsizetype i = 0; i < target.images.size(); ++i)
            m_known.insert(target.images[i].id, i);
    }

    Edit run(const QString& text) {
        m_edit.text = text;
        addLabels();
        addImages();
        for (const Annotation& annotation : m_data.annotations) {
            addAnnotation(annotation);
        }
        return std::move(m_edit);
    }
    QStringList warnings() const { return m_warnings.sentences(); }

private:
    const ImageInfo* known(ImageId id) const {
        const auto index = m_known.constFind(id);
        return index == m_known.constEnd() ? nullptr : &m_target.images[*index];
    }
    QString absolutePath(const ImageInfo& image) const {
        return QDir::cleanPath(QDir(m_target.folder).absoluteFilePath(image.path));
    }

    void addLabels() {
        const QList<Label>& before = m_target.labels;
        // An empty project takes the file's numbers, so that an export gives them back.
        const bool keepIds = before.isEmpty();
        QList<Label> after = before;
        for (const Label& label : m_data.labels) {
            qsizetype index = indexOf(after, label.name);
            if (index < 0) {
                Label made = newLabel(label.name, after);
                made.id = keepIds ? label.id : LabelId{++m_lastId};
                index = after.size();
                after.append(made);
            }
            m_ids.labels[label.id] = after[index].id;
            addAttributes(after[index], label);
        }
        for (qsizetype i = 0; i < after.size(); ++i) {
            if (i >= before.size()) {
                m_edit.changes.push_back(SetLabel{std::nullopt, after[i]});
            } else if (!(after[i] == before[i])) {
                m_edit.changes.push_back(SetLabel{before[i], after[i]});
            }
        }
    }

    /// The label of exactly this name, else one of the project that differs in case alone; -1 if there is
    /// none.
    qsizetype indexOf(const QList<Label>& labels, const QString& name) const {
        const auto exact =
            std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.name == name; });
        if (exact != labels.end()) {
            return exact - labels.begin();
        }
        const QList<Label>& known = m_target.labels;
        const auto similar = std::find_if(known.begin(), known.end(), [&](const Label& l) {
            return l.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        return similar == known.end() ? -1 : similar - known.begin();
    }

    /// Attributes of the same name are the same attribute; the others are added to the label.
    void addAttributes(Label& label, const Label& imported) {
        for (Attribute attribute : imported.attributes) {
            const auto same = std::find_if(label.attributes.begin(), label.attributes.end(),
                                           [&](const Attribute& a) { return a.name == attribute.name; });
            const bool known = same != label.attributes.end();
            const AttributeId id = known ? same->id : AttributeId{++m_lastId};
            m_ids.attributes[attribute.id] = id;
            attribute.id = id;
            if (!known) {
                label.attributes.append(attribute);
            }
        }
    }

    void addImages() {
        QHash<QString, ImageId> byPath;
        for (const ImageInfo& image : m_target.images) {
            const QString path = QFileInfo(absolutePath(image)).absoluteFilePath();
            byPath[path] = image.id;
            m_byName.insert(QFileInfo(path).fileName(), image.id);
        }
        QHash<QString, int> times;
        for (const ImageInfo& image : m_data.images) {
            ++times[QFileInfo(image.path).fileName()];
        }
        QMap<ImageId, ImageInfo> after;
        for (const ImageInfo& image : m_data.images) {
            const QString full = QFileInfo(QDir(m_folder), image.path).absoluteFilePath();
            ImageId id = byPath.value(full);
            if (!id.isValid()) {
                id = elsewhere(image, full, times[QFileInfo(full).fileName()] == 1);
            }
            if (!id.isValid()) {
                id = ImageId{++m_lastId};
                after[id] = image;
                after[id].id = id;
                after[id].path = full;
            } else if (!after.contains(id)) {
                after[id] = *known(id);
            }
            byPath[full] = id;
            m_ids.images[image.id] = id;
            addFacts(after[id], image);
        }
        for (const ImageInfo& image : std::as_const(after)) {
            const ImageInfo* const before = known(image.id);
            if (!before) {
                m_edit.changes.push_back(SetImage{std::nullopt, image});
            } else if (!(*before == image)) {
                m_edit.changes.push_back(SetImage{*before, image});
            }
        }
    }

    /// The project's picture of the same name in another folder: a data set often brings copies. The one that
    /// has most folders in common, if it is one and of the same size; by the bare name only if the data set
    /// has that name once.
    ImageId elsewhere(const ImageInfo& image, const QString& full, bool isOnly) {
        const QList<ImageId> candidates = m_byName.values(QFileInfo(full).fileName());
        ImageId best;
        int most = isOnly ? 0 : 1;
        for (const ImageId id : candidates) {
            if (!mayBeEqual(known(id)->size, image.size)) {
                continue;
            }
            const int common = commonEnd(full, absolutePath(*known(id)));
            if (common >= most) {
                best = common > most ? id : ImageId();
                most = common;
            }
        }
        if (!candidates.isEmpty() && !best.isValid()) {
            m_warnings.add(
                QStringLiteral("%1 images have the name of one in the project, but another size or "
                               "folder, and were added."),
                image.path);
        }
        return best;
    }

    void addFacts(ImageInfo& known, const ImageInfo& imported) {
        if (!mayBeEqual(known.size, imported.size)) {
            m_warnings.add(QStringLiteral("%1 images have another size than in the project: their masks may "
                                          "lie in the wrong place."),
                           imported.path);
        }
        known.tags = changedTags(known.tags, imported.tags, {});
        known.reviewed = known.reviewed || imported.reviewed;
    }

    void addAnnotation(Annotation annotation) {
        Fields& fields = annotation.fields;
        annotation.id = AnnotationId{++m_lastId};
        annotation.image = m_ids.images.value(annotation.image);
        fields.label = m_ids.labels.value(fields.label);
        if (fields.group.isValid()) {
            GroupId& group = m_ids.groups[fields.group];
            group = group.isValid() ? group : GroupId{++m_lastId};
            fields.group = group;
        }
        AttributeValues values;
        for (auto value = fields.attributes.begin(); value != fields.attributes.end(); ++value) {
            values.insert(m_ids.attributes.value(value.key()), value.value());
        }
        fields.attributes = values;
        m_edit.changes.push_back(AddAnnotation{std::move(annotation)});
    }

    const ImportTarget& m_target;
    const ImportedDataset& m_data;
    QString m_folder;
    qint64 m_lastId;
    QHash<ImageId, qsizetype> m_known; ///< positions in the target's list
    Edit m_edit;
    Renumbering m_ids;
    QMultiHash<QString, ImageId> m_byName;
    WarningList m_warnings;
};

} // namespace

ImportTarget importTarget(OpenProject& open) {
    const Project& project = open.project();
    return {project.labels(), project.images(), QFileInfo(open.file()).absolutePath(), project.lastId()};
}

Edit importEdit(const ImportTarget& target, const ImportedDataset& data, const QString& folder,
                const QString& text, QStringList* warnings) {
    Import made(target, data, folder);
    Edit edit = made.run(text);
    if (warnings) {
        *warnings += made.warnings();
    }
    return edit;
}

Edit importEdit(OpenProject& open, const ImportedDataset& data, const QString& folder, const QString& text,
                QStringList* warnings) {
    return importEdit(importTarget(open), data, folder, text, warnings);
}

} // namespace core
