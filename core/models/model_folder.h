// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/part_file.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace core {

/// A model that is on this machine and was checked as far as it can be.
struct InstalledModel {
    QString id;
    QString name;
    QString file; ///< full path of the file to open
    qint64 bytes = 0;
    Checked checked = Checked::No;
    QDate date;
};

/// The folder with one folder for each model, its record model.json in it, and the accepted licences.
class ModelFolder {
public:
    explicit ModelFolder(QString path) : m_path(std::move(path)) {}

    const QString& path() const { return m_path; }
    QString folderOf(const QString& id) const;
    QList<InstalledModel> installed() const; ///< by id
    std::optional<InstalledModel> find(const QString& id) const;
    qint64 partBytes(const QString& id) const; ///< of what an unfinished download has left
    /// Removes the model's folder with everything in it. Errors: NotFound, Io.
    Status remove(const QString& id) const;
    /// The day on which this version of the licence was accepted.
    std::optional<QDate> acceptedOn(const Licence& licence) const;
    Status accept(const Licence& licence) const;

    /// Makes a finished folder a model: `opens` is the name of its main file. CantWrite, NoSpace.
    static Ending record(const QString& folder, const ModelEntry& entry, Checked checked);

private:
    QString m_path;
};

} // namespace core
