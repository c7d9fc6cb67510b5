// SPDX-License-Identifier: Apache-2.0
#include "core/project/project.h"

#include <algorithm>
#include <utility>

namespace core {
namespace {

bool labelBefore(const Label& a, const Label& b) {
    return std::pair(a.order, a.id.value) < std::pair(b.order, b.id.value);
}

bool imageBefore(const ImageInfo& a, const ImageInfo& b) {
    return a.id < b.id;
}

} // namespace

/// Applies one change after the other and notes what a view must look at again.
class Project::Applier {
public:
    explicit Applier(Project& project, ChangeEvent& event) : m_project(project), m_event(event) {}

    void operator()(const AddAnnotation& change) {
        const Annotation& added = change.annotation;
        const auto loaded = m_project.m_annotations.find(added.image);
        if (loaded == m_project.m_annotations.end())
            return;
        loaded->insert_or_assign(added.id, added);
        m_project.m_owner.insert(added.id, added.image);
        note(added.id, added.image, added.mask.boundingBox());
    }

    void operator()(const RemoveAnnotation& change) {
        const Annotation* removed = m_project.find(change.annotation.id);
        if (!removed)
            return;
        const AnnotationId id = removed->id;
        const ImageId image = removed->image;
        note(id, image, removed->mask.boundingBox());
        m_project.m_annotations[image].erase(id);
        m_project.m_owner.remove(id);
    }

    void operator()(const SetFields& change) {
        Annotation* annotation = m_project.find(change.id);
        if (!annotation)
            return;
        annotation->fields = change.after;
        note(annotation->id, annotation->image, annotation->mask.boundingBox());
    }

    void operator()(const PaintMask& change) {
        Annotation* annotation = m_project.find(change.id);
        if (!annotation)
            return;
        annotation->mask = change.flips.applied(annotation->mask);
        annotation->touched = change.touched.applied(annotation->touched);
        note(annotation->id, annotation->image,
             change.flips.boundingBox().united(change.touched.boundingBox()));
    }

    void operator()(const SetEffort& change) {
        Annotation* annotation = m_project.find(change.id);
        if (!annotation)
            return;
        annotation->effort = change.after;
        note(annotation->id, annotation->image, {});
    }

    void operator()(const MoveLabel& change) {
        // The loaded instances are few beside those of a whole data set.
        for (const auto& image : std::as_const(m_project.m_annotations)) {
            for (const auto& [id, known] : image) {
                if (!std::binary_search(change.ids.begin(), change.ids.end(), id))
                    continue;
                m_project.find(id)->fields.label = change.to;
                note(id, known.image, known.mask.boundingBox());
            }
        }
    }

    void operator()(const SetLabel& change) {
        m_event.labels = true;
        if (change.after)
            m_project.putLabel(*change.after);
        else if (change.before)
            m_project.m_labels.removeIf([&](const Label& label) { return label.id == change.before->id; });
    }

    void operator()(const SetImage& change) {
        m_event.images = true;
        if (change.after)
            m_project.putImage(*change.after);
        else if (change.before)
            m_project.removeImage(change.before->id);
    }

    /// The event's image: the only one touched, or none if there were several.
    void finish(ImageId editImage) {
        m_event.image = m_several ? ImageId{} : m_image.isValid() ? m_image : editImage;
    }

private:
    void note(AnnotationId id, ImageId image, const QRect& dirty) {
        if (!m_noted.contains(id)) {
            m_noted.insert(id, true);
            m_event.annotations.append(id);
        }
        m_several = m_several || (m_image.isValid() && m_image != image);
        m_image = image;
        m_event.dirty = m_event.dirty.united(dirty);
    }

    Project& m_project;
    ChangeEvent& m_event;
    QHash<AnnotationId, bool> m_noted;
    ImageId m_image;
    bool m_several = false;
};

Project::Project(QObject* parent) : QObject(parent) {}

const Label* Project::label(LabelId id) const {
    const auto found =
        std::find_if(m_labels.begin(), m_labels.end(), [&](const Label& l) { return l.id == id; });
    return found == m_labels.end() ? nullptr : &*found;
}

const Label* Project::labelByName(const QString& name) const {
    const auto found = std::find_if(m_labels.begin(), m_labels.end(), [&](const Label& label) {
        return label.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_labels.end() ? nullptr : &*found;
}

const ImageInfo* Project::image(ImageId id) const {
    const int index = imageIndex(id);
    return index < 0 ? nullptr : &m_images.at(index);
}

int Project::imageIndex(ImageId id) const {
    return m_imageIndex.value(id, -1);
}

bool Project::isLoaded(ImageId image) const {
    return m_annotations.contains(image);
}

QList<const Annotation*> Project::annotations(ImageId image) const {
    QList<const Annotation*> result;
    const auto loaded = m_annotations.constFind(image);
    if (loaded == m_annotations.constEnd())
        return result;
    for (const auto& entry : *loaded)
        result.append(&entry.second);
    std::stable_sort(result.begin(), result.end(),
                     [](const Annotation* a, const Annotation* b) { return a->fields.z < b->fields.z; });
    return result;
}

const Annotation* Project::annotation(AnnotationId id) const {
    const auto loaded = m_annotations.constFind(m_owner.value(id));
    if (loaded == m_annotations.constEnd())
        return nullptr;
    const auto found = loaded->find(id);
    return found == loaded->end() ? nullptr : &found->second;
}

void Project::apply(const Edit& edit) {
    m_lastId = std::max(m_lastId, highestId(edit));
    ChangeEvent event;
    Applier applier(*this, event);
    for (const Change& change : edit.changes)
        std::visit(applier, change);
    applier.finish(edit.image);
    emit changed(event);
}

void Project::setContents(QList<Label> labels, QList<ImageInfo> images, qint64 lastId) {
    m_labels = std::move(labels);
    std::sort(m_labels.begin(), m_labels.end(), labelBefore);
    m_images = std::move(images);
    std::sort(m_images.begin(), m_images.end(), imageBefore);
    m_imageIndex.clear();
    indexImages(0);
    m_annotations.clear();
    m_owner.clear();
    m_lastId = lastId;
    for (const Label& label : std::as_const(m_labels))
        m_lastId = std::max(m_lastId, label.id.value);
    if (!m_images.isEmpty())
        m_lastId = std::max(m_lastId, m_images.constLast().id.value);
    ChangeEvent event;
    event.labels = event.images = event.loaded = true;
    emit changed(event);
}

void Project::setAnnotations(ImageId image, std::vector<Annotation> annotations) {
    drop(image);
    auto& loaded = m_annotations[image];
    for (Annotation& annotation : annotations) {
        const AnnotationId id = annotation.id;
        m_owner.insert(id, image);
        m_lastId = std::max(m_lastId, id.value);
        loaded.insert_or_assign(id, std::move(annotation));
    }
    ChangeEvent event;
    event.image = image;
    event.loaded = true;
    emit changed(event);
}

void Project::unload(ImageId image) {
    if (!isLoaded(image))
        return;
    drop(image);
    ChangeEvent event;
    event.image = image;
    event.loaded = true;
    emit changed(event);
}

void Project::putLabel(const Label& label) {
    m_labels.removeIf([&](const Label& other) { return other.id == label.id; });
    m_labels.insert(std::upper_bound(m_labels.begin(), m_labels.end(), label, labelBefore), label);
}

void Project::putImage(const ImageInfo& image) {
    const int known = imageIndex(image.id);
    if (known >= 0) {
        m_images[known] = image;
        return;
    }
    const auto place = std::upper_bound(m_images.cbegin(), m_images.cend(), image, imageBefore);
    const int index = static_cast<int>(place - m_images.cbegin());
    m_images.insert(index, image);
    indexImages(index);
}

void Project::removeImage(ImageId image) {
    const int index = imageIndex(image);
    if (index < 0)
        return;
    drop(image);
    m_images.removeAt(index);
    m_imageIndex.remove(image);
    indexImages(index);
}

void Project::indexImages(int from) {
    for (int i = from; i < m_images.size(); ++i)
        m_imageIndex.insert(m_images.at(i).id, i);
}

Annotation* Project::find(AnnotationId id) {
    return const_cast<Annotation*>(std::as_const(*this).annotation(id));
}

void Project::drop(ImageId image) {
    const auto loaded = m_annotations.constFind(image);
    if (loaded == m_annotations.constEnd())
        return;
    for (const auto& entry : *loaded)
        m_owner.remove(entry.first);
    m_annotations.erase(loaded);
}

} // namespace core
