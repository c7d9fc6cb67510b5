// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/edit_writer.h"

#include <QString>

#include <vector>

namespace core {

/// Edits that can't be written to their project now (a full disk, a stick that was pulled out), kept in the
/// person's profile folder until they can be: a crash or a decision to leave meanwhile loses none of them.
class RescueFile {
public:
    /// For the project at `file`; writes nothing yet.
    explicit RescueFile(const QString& file);

    /// Replaces what is kept. `stored`: what the project file holds without the ops. Best effort: the profile
    /// may be full, too; see isThere().
    void keep(const StoredMark& stored, const std::vector<const StoreOp*>& ops);
    void remove();
    bool isThere() const { return m_there; }

    /// Whether anything is kept, for whatever project.
    static bool anyKept();
    /// The ops that were kept for the project at `file`, also if it was moved since, provided that the
    /// project still is in the state `stored` on which they build; else none. They stay kept until remove().
    static std::vector<StoreOp> find(const QString& file, const StoredMark& stored);
    /// Forgets what find() found.
    static void forget(const QString& file, const StoredMark& stored);

private:
    QString m_project;
    QString m_name;
    bool m_there = false;
};

} // namespace core
