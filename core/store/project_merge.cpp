// SPDX-License-Identifier: Apache-2.0
#include "core/store/project_merge.h"

#include "core/project/new_label.h"
#include "core/project/project.h"
#include "core/store/merge_lists.h"
#include "core/store/project_store.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <map>

namespace core {
namespace {

using Instances = std::map<AnnotationId, Annotation>;

/// One version of the project.
class Version {
public:
    static Result<Version> open(const QString& file) {
        ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(file, ProjectStore::Mode::ReadOnly));
        ASSIGN_OR_RETURN(ProjectStore::Contents contents, store.contents());
        return Version(std::move(store), std::move(contents));
    }
    const ProjectStore::Contents& contents() const { return m_contents; }
    const ImageInfo* image(ImageId id) const {
        const auto at = m_images.constFind(id);
        return at == m_images.constEnd() ? nullptr : &m_contents.images[*at];
    }
    const ImageInfo* imageByPath(const QString& path) const {
        for (const ImageInfo& image : m_contents.images)
            if (image.path == path)
                return &image;
        return nullptr;
    }
    /// None of an image that this version doesn't have.
    Result<Instances> instances(ImageId image) {
        Instances found;
        if (!this->image(image))
            return found;
        ASSIGN_OR_RETURN(ProjectStore::Annotations stored, m_store.annotations(image));
        for (Annotation& annotation : stored.annotations)
            found.emplace(annotation.id, std::move(annotation));
        return found;
    }

private:
    Version(ProjectStore store, ProjectStore::Contents contents)
        : m_store(std::move(store)), m_contents(std::move(contents)) {
        for (qsizetype i = 0; i < m_contents.images.size(); ++i)
            m_images.insert(m_contents.images[i].id, i);
    }
    ProjectStore m_store;
    ProjectStore::Contents m_contents;
    QHash<ImageId, qsizetype> m_images;
};

std::optional<Annotation> in(const Instances& instances, AnnotationId id) {
    const auto at = instances.find(id);
    return at == instances.end() ? std::nullopt : std::optional(at->second);
}

/// Time spent on an instance is no difference.
bool same(std::optional<Annotation> a, std::optional<Annotation> b) {
    if (a)
        a->effort = {};
    if (b)
        b->effort = {};
    return a == b;
}

bool comesFrom(const Version& theirs, const Version& base) {
    qsizetype shared = 0;
    for (const ImageInfo& image : base.contents().images) {
        const ImageInfo* there = theirs.image(image.id);
        shared += there && there->path == image.path ? 1 : 0;
    }
    return shared > 0 && 2 * shared >= base.contents().images.size();
}

/// What happened to the instances of an image that both versions have under the same id.
void compare(const Instances& base, const Instances& mine, const Instances& theirs, MergePlan& plan) {
    Instances before = base;
    before.insert(mine.begin(), mine.end());
    for (const auto& [id, unused] : before) {
        const auto origin = in(base, id);
        const auto own = in(mine, id);
        // What both made since has the same number by chance.
        const auto other = origin ? in(theirs, id) : std::nullopt;
        if (!origin || same(own, other) || same(other, origin))
            continue;
        (same(own, origin) ? plan.taken : plan.conflicts).push_back({own, other});
    }
    for (const auto& [id, annotation] : theirs)
        if (!base.contains(id))
            plan.added.push_back(annotation);
}

bool sameAll(const Instances& a, const Instances& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
               return x.first == y.first && same(x.second, y.second);
           });
}

/// Images of the common state that one of the versions has no more: what nobody changed since goes.
Status mergeRemoved(Version& base, Version& mine, Version& theirs, MergePlan& plan) {
    for (const ImageInfo& image : base.contents().images) {
        const ImageInfo* own = mine.image(image.id);
        const ImageInfo* other = theirs.image(image.id);
        if ((own != nullptr) == (other != nullptr))
            continue;
        ASSIGN_OR_RETURN(const Instances before, base.instances(image.id));
        ASSIGN_OR_RETURN(const Instances now, (own ? mine : theirs).instances(image.id));
        const ImageInfo& kept = own ? *own : *other;
        const bool changed =
            !sameAll(before, now) || kept.reviewed != image.reviewed || kept.tags != image.tags;
        if (own && !changed) {
            plan.imageChanges.push_back({*own, std::nullopt});
            for (const auto& [id, annotation] : now)
                plan.removed.push_back(annotation);
        } else if (changed) {
            plan.notMerged.append(
                {own ? NotMerged::What::RemovedImage : NotMerged::What::MissingImage, image.path});
        }
    }
    return {};
}

/// The ids of mine that the parts of theirs get.
class Merge {
public:
    Merge(Project& mine, const MergePlan& plan, const QString& text) : m_mine(mine), m_plan(plan) {
        m_edit.text = text;
        for (const ImageInfo& image : plan.newImages) {
            ImageInfo made = image;
            made.id = m_images[image.id] = mine.newImageId();
            m_edit.changes.emplace_back(SetImage{std::nullopt, made});
        }
        for (const SetLabel& change : plan.labelChanges) {
            Label after = *change.after;
            for (Attribute& attribute : after.attributes)
                if (!attribute.id.isValid())
                    attribute.id = mine.newAttributeId();
            m_edit.changes.emplace_back(SetLabel{change.before, after});
            m_labels.insert(after.id, after);
        }
        for (const Annotation& removed : plan.removed)
            m_edit.changes.emplace_back(RemoveAnnotation{removed});
        for (const SetImage& change : plan.imageChanges)
            m_edit.changes.emplace_back(change);
        for (const Label& label : plan.labels)
            if (!plan.commonLabels.contains(label.id))
                labelFor(label.id);
    }
    void add(Annotation annotation) {
        annotation.id = m_mine.newAnnotationId();
        annotation.image = m_images.value(annotation.image, annotation.image);
        m_edit.changes.emplace_back(AddAnnotation{adapted(std::move(annotation))});
    }
    void replace(const MergeConflict& conflict) {
        if (conflict.mine)
            m_edit.changes.emplace_back(RemoveAnnotation{*conflict.mine});
        if (conflict.theirs)
            m_edit.changes.emplace_back(AddAnnotation{adapted(*conflict.theirs)});
    }
    Edit take() { return std::move(m_edit); }

private:
    Annotation adapted(Annotation annotation) {
        const Label label = labelFor(annotation.fields.label);
        AttributeValues values;
        for (const Label& theirs : m_plan.labels)
            for (const Attribute& attribute : theirs.attributes)
                for (const Attribute& own : label.attributes)
                    if (annotation.fields.attributes.contains(attribute.id) && own.name == attribute.name)
                        values.insert(own.id, annotation.fields.attributes[attribute.id]);
        annotation.fields.label = label.id;
        annotation.fields.attributes = values;
        return annotation;
    }
    Label labelFor(LabelId theirs) {
        if (m_labels.contains(theirs))
            return m_labels[theirs];
        Label found;
        for (const Label& label : m_plan.labels)
            if (label.id == theirs)
                found = label;
        const Label* own = m_plan.commonLabels.contains(theirs) ? m_mine.label(theirs) : nullptr;
        own = own ? own : m_mine.labelByName(found.name);
        if (own) {
            found = *own;
        } else if (theirs.isValid()) {
            Label made = newLabel(m_mine, found.name, m_made);
            made.color = found.color;
            made.phrases = found.phrases;
            made.threshold = found.threshold;
            made.attributes = found.attributes;
            for (Attribute& attribute : made.attributes)
                attribute.id = m_mine.newAttributeId();
            m_made.append(made);
            // Before the instances that have it.
            m_edit.changes.insert(m_edit.changes.begin(), SetLabel{std::nullopt, made});
            found = made;
        }
        m_labels.insert(theirs, found);
        return found;
    }

    Project& m_mine;
    const MergePlan& m_plan;
    Edit m_edit;
    QHash<ImageId, ImageId> m_images;
    QHash<LabelId, Label> m_labels;
    QList<Label> m_made;
};

} // namespace

Result<MergePlan> planMerge(const QString& base, const QString& mine, const QString& theirs) {
    ASSIGN_OR_RETURN(Version origin, Version::open(base));
    ASSIGN_OR_RETURN(Version own, Version::open(mine));
    ASSIGN_OR_RETURN(Version other, Version::open(theirs));
    if (!comesFrom(other, origin))
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Their version is another project, so there is nothing to merge."));
    MergePlan plan;
    plan.labels = other.contents().labels;
    mergeLabels(origin.contents().labels, own.contents().labels, plan);
    RETURN_IF_ERROR(mergeRemoved(origin, own, other, plan));
    const QDir folder = QFileInfo(theirs).absoluteDir();
    for (const ImageInfo& image : other.contents().images) {
        ASSIGN_OR_RETURN(Instances there, other.instances(image.id));
        const ImageInfo* here = origin.image(image.id) ? own.image(image.id) : own.imageByPath(image.path);
        if (!here && !origin.image(image.id)) {
            plan.newImages.append(image);
            plan.newImages.last().path = QDir::cleanPath(folder.absoluteFilePath(image.path));
        }
        if (here && here->id == image.id && origin.image(image.id)) {
            ASSIGN_OR_RETURN(const Instances before, origin.instances(image.id));
            ASSIGN_OR_RETURN(const Instances now, own.instances(image.id));
            compare(before, now, there, plan);
            mergeMarks(*origin.image(image.id), *here, image, plan);
        } else if (here || !origin.image(image.id)) {
            for (auto& [id, annotation] : there) {
                annotation.image = here ? here->id : image.id;
                plan.added.push_back(std::move(annotation));
            }
        }
    }
    return plan;
}

Edit mergeEdit(Project& mine, const MergePlan& plan, const std::vector<bool>& takeTheirs,
               const QString& text) {
    Merge merge(mine, plan, text);
    for (const Annotation& annotation : plan.added)
        merge.add(annotation);
    for (const MergeConflict& taken : plan.taken)
        merge.replace(taken);
    for (std::size_t i = 0; i < plan.conflicts.size() && i < takeTheirs.size(); ++i)
        if (takeTheirs[i])
            merge.replace(plan.conflicts[i]);
    return merge.take();
}

} // namespace core
