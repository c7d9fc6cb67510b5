// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QList>
#include <QObject>

namespace gui {

/// Which instances of the current image are selected, and which one lies under the pointer or the list's
/// cursor.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const QList<core::AnnotationId>& ids() const { return m_ids; }
    bool isEmpty() const { return m_ids.isEmpty(); }
    bool contains(core::AnnotationId id) const { return m_ids.contains(id); }
    /// The one that tools work on: the last one selected; none if nothing is.
    core::AnnotationId current() const { return m_ids.isEmpty() ? core::AnnotationId{} : m_ids.last(); }
    core::AnnotationId hovered() const { return m_hovered; }

    void set(const QList<core::AnnotationId>& ids);
    void select(core::AnnotationId id) { set({id}); }
    void toggle(core::AnnotationId id);
    void clear() { set({}); }
    void setHovered(core::AnnotationId id);

signals:
    /// Both lists, so that only what differs is painted again.
    void changed(const QList<core::AnnotationId>& before, const QList<core::AnnotationId>& now);
    void hoverChanged(core::AnnotationId before, core::AnnotationId now);

private:
    QList<core::AnnotationId> m_ids;
    core::AnnotationId m_hovered;
};

} // namespace gui
