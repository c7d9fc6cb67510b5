// SPDX-License-Identifier: Apache-2.0
#include "gui/session/shape_edits.h"

#include "gui/session/edits.h"

#include "core/project/attribute.h"
#include "core/project/project.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui::edits {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("edits", text);
}

void append(core::Edit& edit, core::Edit more) {
    for (core::Change& change : more.changes) {
        edit.changes.push_back(std::move(change));
    }
}

/// `mask` in place of the instance's own; what changes counts as decided by hand.
core::Edit reshaped(const core::Annotation& a, const core::Mask& mask, const QString& text) {
    return reshape(a, mask, a.touched.united(mask.exclusiveOr(a.mask)), text);
}

core::Annotation copyOf(core::Project& project, const core::Annotation& a, const core::Mask& mask) {
    core::Annotation copy = a;
    copy.id = project.newAnnotationId();
    copy.created = 0;
    copy.effort = {};
    copy.mask = mask;
    copy.touched = a.touched.intersected(mask);
    return copy;
}

/// The project's label of this name, or a new one like `wanted`, whose creation is added to `edit`.
core::Label pastedLabel(core::Project& project, const core::Label& wanted, const QString& name,
                        core::Edit& edit) {
    const core::LabelId id = labelFor(project, name, edit);
    if (const core::Label* known = project.label(id)) {
        return *known;
    }
    core::Label& label = *std::get<core::SetLabel>(edit.changes.back()).after;
    label.color = wanted.color.isValid() ? wanted.color : label.color;
    label.phrases = wanted.phrases;
    label.attributes = wanted.attributes;
    for (core::Attribute& attribute : label.attributes) {
        attribute.id = project.newAttributeId();
    }
    return label;
}

/// Values under the ids of the label's own attributes; what it has no place for is left out.
core::AttributeValues valuesFor(const core::Label& label, const QMap<QString, QString>& byName) {
    core::AttributeValues values;
    for (const core::Attribute& attribute : label.attributes) {
        if (byName.contains(attribute.name)) {
            if (const auto value = core::attributeValue(attribute, byName.value(attribute.name))) {
                values.insert(attribute.id, *value);
            }
        }
    }
    return values;
}

} // namespace

QList<const core::Annotation*> unlocked(const core::Project& project, const QList<core::AnnotationId>& ids) {
    QList<const core::Annotation*> list;
    for (const core::AnnotationId id : ids) {
        const core::Annotation* a = project.annotation(id);
        if (a != nullptr && !a->fields.locked) {
            list.append(a);
        }
    }
    return list;
}

core::Edit reshapeEach(const QList<const core::Annotation*>& instances, const QString& text,
                       const std::function<core::Mask(const core::Annotation&)>& change) {
    core::Edit edit;
    edit.text = text;
    for (const core::Annotation* a : instances) {
        const core::Mask mask = change(*a);
        edit.image = a->image;
        if (!(mask == a->mask)) {
            append(edit, reshaped(*a, mask, text));
        }
    }
    return edit;
}

core::Edit divide(core::Project& project, const core::Annotation& instance,
                  const std::vector<core::Mask>& pieces, const QString& text) {
    core::Edit edit;
    edit.image = instance.image;
    edit.text = text;
    if (pieces.size() < 2) {
        return edit;
    }
    append(edit, reshape(instance, pieces.front(), instance.touched.intersected(pieces.front()), text));
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        core::Annotation piece = copyOf(project, instance, pieces[i]);
        piece.fields.state = core::State::Fixed;
        edit.changes.push_back(core::AddAnnotation{std::move(piece)});
    }
    return edit;
}

core::Edit splitParts(core::Project& project, const QList<const core::Annotation*>& instances,
                      const QString& text) {
    core::Edit edit;
    edit.text = text;
    for (const core::Annotation* a : instances) {
        std::vector<core::Mask> parts = a->mask.parts();
        std::stable_sort(parts.begin(), parts.end(), [](const core::Mask& one, const core::Mask& other) {
            return one.area() > other.area();
        });
        edit.image = a->image;
        append(edit, divide(project, *a, parts, text));
    }
    return edit;
}

core::Edit combine(const QList<const core::Annotation*>& instances, Combination how, const QString& text) {
    core::Edit edit;
    edit.text = text;
    if (instances.size() < 2) {
        return edit;
    }
    const core::Annotation& first = *instances.front();
    core::Mask mask = first.mask;
    core::Mask touched = first.touched;
    for (qsizetype i = 1; i < instances.size(); ++i) {
        const core::Annotation& other = *instances[i];
        mask = how == Combination::Union       ? mask.united(other.mask)
               : how == Combination::Subtract  ? mask.subtracted(other.mask)
               : how == Combination::Intersect ? mask.intersected(other.mask)
                                               : mask.exclusiveOr(other.mask);
        touched = touched.united(other.touched);
    }
    edit.image = first.image;
    append(edit, reshape(first, mask, touched.united(mask.exclusiveOr(first.mask)), text));
    for (qsizetype i = 1; i < instances.size() && how != Combination::Subtract; ++i) {
        edit.changes.push_back(core::RemoveAnnotation{*instances[i]});
    }
    return edit;
}

core::Edit duplicate(core::Project& project, const QList<const core::Annotation*>& instances,
                     core::ImageId image, QPoint offset, const QRect& bounds) {
    core::Edit edit;
    edit.image = image;
    edit.text =
        instances.size() == 1 ? tr("Duplicate instance") : tr("Duplicate %1 instances").arg(instances.size());
    for (const core::Annotation* a : instances) {
        core::Annotation moved = *a;
        moved.touched = a->touched.translated(offset);
        core::Annotation copy = copyOf(project, moved, a->mask.translated(offset).clipped(bounds));
        if (image != a->image) {
            copy.fields.group = {};
        }
        copy.image = image;
        if (!copy.mask.isEmpty()) {
            edit.changes.push_back(core::AddAnnotation{std::move(copy)});
        }
    }
    return edit;
}

core::InstanceClip clipOf(const core::Project& project, const QList<const core::Annotation*>& instances,
                          QSize size) {
    core::InstanceClip clip;
    clip.size = size;
    for (const core::Annotation* a : instances) {
        const core::Label* label = project.label(a->fields.label);
        core::InstanceClip::Instance instance{label ? *label : core::Label(), *a, {}};
        for (const core::Attribute& attribute : instance.label.attributes) {
            const auto value = a->fields.attributes.constFind(attribute.id);
            if (value != a->fields.attributes.constEnd()) {
                instance.attributes.insert(attribute.name, *value);
            }
        }
        clip.instances.push_back(std::move(instance));
    }
    return clip;
}

Pasted paste(core::Project& project, core::ImageId image, const QRect& bounds,
             const core::InstanceClip& clip) {
    Pasted result;
    core::Edit& edit = result.edit;
    edit.image = image;
    edit.text = clip.instances.size() == 1 ? tr("Paste instance")
                                           : tr("Paste %1 instances").arg(clip.instances.size());
    QHash<QString, core::Label> made;
    for (const core::InstanceClip::Instance& instance : clip.instances) {
        core::Annotation copy =
            copyOf(project, instance.annotation, instance.annotation.mask.clipped(bounds));
        if (copy.mask.isEmpty()) {
            ++result.outside;
            continue;
        }
        result.clipped += copy.mask == instance.annotation.mask ? 0 : 1;
        const QString name = instance.label.name.isEmpty() ? tr("object") : instance.label.name;
        const QString key = name.toCaseFolded();
        if (!made.contains(key)) {
            made[key] = pastedLabel(project, instance.label, name, edit);
        }
        copy.image = image;
        copy.fields.label = made[key].id;
        copy.fields.group = {};
        copy.fields.attributes = valuesFor(made[key], instance.attributes);
        edit.changes.push_back(core::AddAnnotation{std::move(copy)});
    }
    if (result.outside == int(clip.instances.size())) {
        edit.changes.clear();
    }
    return result;
}

QList<core::AnnotationId> addedBy(const core::Edit& edit, core::ImageId image) {
    QList<core::AnnotationId> ids;
    for (const core::Change& change : edit.changes) {
        const auto* add = std::get_if<core::AddAnnotation>(&change);
        if (add != nullptr && add->annotation.image == image) {
            ids.append(add->annotation.id);
        }
    }
    return ids;
}

} // namespace gui::edits
