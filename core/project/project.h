// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/change_event.h"
#include "core/project/edit.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <map>

namespace core {

/// Labels, the image list, and the annotations of the loaded images. Changes only by apply() (through
/// History) and by loading; tells what changed through one signal. UI thread only. Knows neither the store
/// nor the engine.
class Project : public QObject {
    Q_OBJECT
public:
    explicit Project(QObject* parent = nullptr);

    const QList<Label>& labels() const { return m_labels; } ///< by order
    const Label* label(LabelId id) const;
    const Label* labelByName(const QString& name) const;        ///< case-insensitive
    const QList<ImageInfo>& images() const { return m_images; } ///< by id, which is the order of adding
    const ImageInfo* image(ImageId id) const;
    int imageIndex(ImageId id) const; ///< -1 if unknown

    bool isLoaded(ImageId image) const;
    /// Bottom to top by z, then by id.
    QList<const Annotation*> annotations(ImageId image) const;
    const Annotation* annotation(AnnotationId id) const; ///< of a loaded image

    /// Fresh ids, never used before in this project.
    LabelId newLabelId() { return {++m_lastId}; }
    ImageId newImageId() { return {++m_lastId}; }
    AnnotationId newAnnotationId() { return {++m_lastId}; }
    EditId newEditId() { return {++m_lastId}; }
    AttributeId newAttributeId() { return {++m_lastId}; }
    GroupId newGroupId() { return {++m_lastId}; }

    qint64 lastId() const { return m_lastId; }

    /// Applies every change and emits changed() once. Changes of annotations whose image is not loaded are
    /// the store's business alone. Removing an image drops its loaded annotations; the store keeps them for
    /// undo.
    void apply(const Edit& edit);

    /// For the store, when a project is opened and when images are visited.
    void setContents(QList<Label> labels, QList<ImageInfo> images, qint64 lastId);
    void setAnnotations(ImageId image, std::vector<Annotation> annotations);
    void unload(ImageId image);

signals:
    void changed(const core::ChangeEvent& event);

private:
    class Applier;

    void putLabel(const Label& label);
    void putImage(const ImageInfo& image);
    void removeImage(ImageId image);
    void indexImages(int from);
    Annotation* find(AnnotationId id);
    void drop(ImageId image);

    QList<Label> m_labels;
    QList<ImageInfo> m_images;
    QHash<ImageId, int> m_imageIndex;
    QHash<ImageId, std::map<AnnotationId, Annotation>> m_annotations;
    QHash<AnnotationId, ImageId> m_owner;
    qint64 m_lastId = 0;
};

} // namespace core
