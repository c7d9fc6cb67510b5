// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace core {

/// One file of a model as the catalogue promises it.
struct ModelFile {
    QString name;          ///< inside the model's folder; never a path
    QList<QUrl> addresses; ///< tried in order; none: the file can only be imported
    qint64 size = 0;       ///< bytes; 0: not pinned
    qint64 about = 0;      ///< bytes, roughly, where `size` is not pinned; 0: not known
    QByteArray sha256;     ///< 32 bytes; empty: not pinned, the file can't be checked
    qint64 partSize = 0;   ///< bytes of each part but the last; 0: no hashes of parts
    QList<QByteArray> partHashes;
    bool optional = false; ///< the model opens without it
    bool isPinned() const { return !sha256.isEmpty(); }
    qint64 expected() const { return size > 0 ? size : about; }
};

struct Licence {
    QString id;
    QString name;
    QString version; ///< the acceptance is of this version
    QUrl page;
    QString text;
};

/// Who must ask before the files are given.
struct ModelGate {
    QUrl requestPage; ///< its origin is the one that the token belongs to
    QUrl tokenPage;
};

/// One model that can be had. `files` begins with the one that is opened.
struct ModelEntry {
    QString id;
    QString name;
    QString note;
    QString licence; ///< of Catalogue::licence(); empty: comes with the file
    QString shipped; ///< below the program's data folder; empty: not shipped
    bool text = false, exemplars = false, clicks = false, video = false;
    qint64 memory = 0; ///< bytes that a session takes, roughly; 0: not known
    std::optional<ModelGate> gate;
    QList<ModelFile> files;

    qint64 bytes() const; ///< all files, roughly
    bool canFetch() const;
    bool isPinned() const; ///< every file that must be there has a checksum
};

/// What models there are, as data. Files of people's own may add to it or replace entries.
class Catalogue {
public:
    /// `folder` holds the licence texts. Errors: CorruptFile, one sentence that names the entry; nothing in a
    /// catalogue can name a file outside the model's folder. An address must be https; http is taken only for
    /// this machine itself and for files with a checksum.
    static Result<Catalogue> read(const QByteArray& json, const QString& folder);
    /// The same from a file of at most 4 MiB. Errors also: NotFound.
    static Result<Catalogue> open(const QString& file);

    const QList<ModelEntry>& entries() const { return m_entries; }
    const ModelEntry* find(const QString& id) const; ///< none if there is no such model
    const Licence* licence(const QString& id) const; ///< none if there is no such licence
    /// Entries and licences of `other` replace ours of the same id.
    void add(const Catalogue& other);

private:
    QList<ModelEntry> m_entries;
    QList<Licence> m_licences;
};

/// Whether `url` is of this machine: then plain http is no risk.
bool isLoopback(const QUrl& url);
/// Whether a word can name a model or a file of one: letters, digits, '.', '_', '-', no path, 1 to 128 long.
bool isPlainName(const QString& name);

} // namespace core
