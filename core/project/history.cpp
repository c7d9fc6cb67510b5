// SPDX-License-Identifier: Apache-2.0
#include "core/project/history.h"

#include "core/project/project.h"

#include <cassert>

namespace core {

History::History(Project& project, std::size_t byteLimit, QObject* parent)
    : QObject(parent), m_project(project), m_byteLimit(byteLimit) {}

void History::commit(Edit edit) {
    if (edit.changes.empty())
        return;
    if (!edit.id.isValid())
        edit.id = m_project.newEditId();
    while (m_edits.size() > m_cursor) {
        m_bytes -= bytesOf(m_edits.back());
        m_edits.pop_back();
    }
    apply(edit);
    m_bytes += bytesOf(edit);
    m_edits.push_back(std::move(edit));
    m_cursor = m_edits.size();
    emit committed(m_edits.back());
    trim();
    emit changed();
}

EditId History::lastDone() const {
    return canUndo() ? m_edits[m_cursor - 1].id : EditId{};
}

QString History::undoText() const {
    return canUndo() ? m_edits[m_cursor - 1].text : QString();
}

QString History::redoText() const {
    return canRedo() ? m_edits[m_cursor].text : QString();
}

void History::undo() {
    if (!canUndo())
        return;
    const Edit& edit = m_edits[m_cursor - 1];
    if (m_ensureLoaded && edit.image.isValid() && !m_project.isLoaded(edit.image))
        m_ensureLoaded(edit.image);
    apply(inverted(edit));
    --m_cursor;
    emit undone(edit);
    emit changed();
}

void History::redo() {
    if (!canRedo())
        return;
    const Edit& edit = m_edits[m_cursor];
    if (m_ensureLoaded && edit.image.isValid() && !m_project.isLoaded(edit.image))
        m_ensureLoaded(edit.image);
    apply(edit);
    ++m_cursor;
    emit redone(edit);
    emit changed();
}

void History::restore(std::deque<Edit> edits, std::size_t cursor) {
    assert(cursor <= edits.size());
    m_edits = std::move(edits);
    m_cursor = cursor;
    m_bytes = 0;
    for (const Edit& edit : m_edits)
        m_bytes += bytesOf(edit);
    trim();
    emit changed();
}

void History::setByteLimit(std::size_t bytes) {
    m_byteLimit = bytes;
    trim();
    emit changed();
}

void History::apply(const Edit& edit) {
    assert(!m_applying);
    m_applying = &edit;
    m_project.apply(edit);
    m_applying = nullptr;
}

void History::trim() {
    // What could be redone is never the oldest: without the edits before it it could not be applied.
    while (m_bytes > m_byteLimit && m_cursor > 0 && m_edits.size() > 1) {
        m_bytes -= bytesOf(m_edits.front());
        m_edits.pop_front();
        --m_cursor;
    }
}

} // namespace core
