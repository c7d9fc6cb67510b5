// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/model_manager.h"
#include "tests/support/net/bad_server.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace test {

/// A fresh models folder, a catalogue of one's own and a manager that does not wait long.
class ModelPlayground {
public:
    /// The catalogue: one model "m" of one file "model.safetensors".
    void offer(const QList<QUrl>& addresses, const QByteArray& pinned = {}, qint64 size = 0);
    /// The JSON of that model, to be changed before write().
    QJsonObject model;
    void write();

    core::ModelManager& manager();
    /// As when the program is started again: nothing is kept but the files.
    void restart() { m_manager.reset(); }
    /// Gets "m" and waits for how it ends.
    core::Ending get();
    core::Ending waitForEnd();
    /// Imports and waits.
    core::Ending import(const QString& source, const QString& id);

    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString modelPath(const char* name) const;
    QByteArray bytesOf(const QString& path) const;
    QString save(const char* name, const QByteArray& bytes) const;
    QString catalogue() const { return path("catalogue.json"); }
    QString models() const { return path("models"); }
    bool network = true;
    core::Patience patience{2000, 300, 5, 20, 6, 3};
    QList<core::InstallProgress> progress; ///< of the last get()
    QString token;                         ///< in the manager's token store from the start

private:
    QTemporaryDir m_folder;
    std::unique_ptr<core::ModelManager> m_manager;
    std::optional<core::Ending> m_ending;
};

} // namespace test
