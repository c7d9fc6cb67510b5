// SPDX-License-Identifier: Apache-2.0
#include "gui/session/selection.h"

namespace gui {

void Selection::set(const QList<core::AnnotationId>& ids) {
    if (ids == m_ids) {
        return;
    }
    const auto before = m_ids;
    m_ids = ids;
    emit changed(before, m_ids);
}

void Selection::toggle(core::AnnotationId id) {
    auto ids = m_ids;
    if (!ids.removeOne(id)) {
        ids.append(id);
    }
    set(ids);
}

void Selection::setHovered(core::AnnotationId id) {
    if (id == m_hovered) {
        return;
    }
    const auto before = m_hovered;
    m_hovered = id;
    emit hoverChanged(before, id);
}

} // namespace gui
