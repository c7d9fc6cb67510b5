// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"
#include "core/store/sqlite.h"

#include <QList>

#include <deque>
#include <vector>

namespace core {

/// Reads a project file over one connection. Writing is EditWriter's.
class ProjectStore {
public:
    struct Contents {
        QList<Label> labels;
        QList<ImageInfo> images;
        qint64 lastId = 0;
    };
    /// What one image holds, and the number of the last change that this already includes.
    struct Annotations {
        std::vector<Annotation> annotations;
        qint64 revision = 0;
    };
    /// The journal as far as it fits and reads back; edits [0, cursor) are applied.
    struct Journal {
        std::deque<Edit> edits;
        std::size_t cursor = 0;
    };
    enum class Mode { ReadOnly, ReadWrite };
    enum class Depth {
        Identity, ///< is it one of ours, of a version that we know, and as long as it must be?
        Whole     ///< and is every page sound?
    };

    /// Makes an empty project at `file`, whole or not at all. Errors: Io (it exists, the folder can't be
    /// written).
    static Status create(const QString& file);
    /// Looks at a file without changing it or leaving anything beside it. Errors: NotFound, CorruptFile,
    /// Unsupported (newer), Io.
    static Status check(const QString& file, Depth depth = Depth::Whole);
    /// ReadWrite climbs the version ladder and wants the file for itself (see OpenProject's lock).
    static Result<ProjectStore> open(const QString& file, Mode mode);

    Result<Contents> contents();
    /// Errors: CorruptFile if a mask doesn't decode.
    Result<Annotations> annotations(ImageId image);
    /// The newest undoable edits of at most `byteLimit` in memory (at least one), and all that can be redone.
    /// An edit that does not decode ends the history there; it is no error.
    Result<Journal> journal(std::size_t byteLimit);
    Result<qint64> meta(const char* key);

    Database& database() { return m_database; }
    Database takeDatabase() && { return std::move(m_database); }

private:
    ProjectStore(Database database, int version) : m_database(std::move(database)), m_version(version) {}

    Database m_database;
    int m_version; ///< of the tables: an older one is read as it is, unless opened for writing
};

} // namespace core
