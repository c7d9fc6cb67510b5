// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"

#include <QObject>

#include <deque>
#include <functional>

namespace core {

class Project;

/// Undo and redo over edits, across images, limited by bytes. Each commit, undo and redo is one signal, which
/// the store writes down; a crash therefore loses neither the work nor the way back.
class History : public QObject {
    Q_OBJECT
public:
    explicit History(Project& project, std::size_t byteLimit = std::size_t{256} << 20,
                     QObject* parent = nullptr);

    /// Applies the edit (gives it an id if it has none) and forgets what could be redone. An edit without
    /// changes is no step and is ignored. Not to be called from a slot of Project::changed: the order of
    /// edits would be lost.
    void commit(Edit edit);
    bool canUndo() const { return m_cursor > 0; }
    bool canRedo() const { return m_cursor < m_edits.size(); }
    QString undoText() const;
    EditId lastDone() const; ///< what undo() would take back; none if there is nothing
    QString redoText() const;
    /// Applies the inverse of the last edit, or the edit again. If the edit belongs to an image that is not
    /// loaded, `ensureLoaded` is asked to load it first.
    void undo();
    void redo();
    void setEnsureLoaded(std::function<void(ImageId)> ensureLoaded) {
        m_ensureLoaded = std::move(ensureLoaded);
    }

    /// What is being applied right now (an undo: the inverse), while Project::changed is emitted and before
    /// the store has heard of it; else null. Who reads an image from the store at that moment must add it.
    const Edit* applying() const { return m_applying; }

    /// For the store: the journal as it was left; edits [0, cursor) are applied.
    void restore(std::deque<Edit> edits, std::size_t cursor);
    std::size_t byteLimit() const { return m_byteLimit; }
    void setByteLimit(std::size_t bytes);
    /// At most byteLimit(), except that the newest edit always stays.
    std::size_t bytes() const { return m_bytes; }
    std::size_t size() const { return m_edits.size(); }
    std::size_t cursor() const { return m_cursor; }
    const std::deque<Edit>& edits() const { return m_edits; } ///< [0, cursor) are applied

signals:
    void committed(const core::Edit& edit); ///< a new edit was applied; later ones are gone
    void undone(const core::Edit& edit);    ///< `edit` (as committed) was taken back
    void redone(const core::Edit& edit);
    void changed(); ///< texts and enabled states

private:
    void apply(const Edit& edit);
    void trim();

    Project& m_project;
    std::size_t m_byteLimit;
    std::deque<Edit> m_edits;
    std::size_t m_cursor = 0;
    std::size_t m_bytes = 0;
    const Edit* m_applying = nullptr;
    std::function<void(ImageId)> m_ensureLoaded;
};

} // namespace core
