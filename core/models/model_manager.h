// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/mailbox.h"
#include "core/models/catalogue.h"
#include "core/models/install_job.h"
#include "core/models/model_folder.h"
#include "core/models/problem.h"
#include "core/models/token_store.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <stop_token>

class QSettings;

namespace core {

/// Where models lie, where they come from, and whether the network may be used.
struct ModelSettings {
    QString folder;         ///< with one folder for each model
    QStringList catalogues; ///< read in this order; later ones replace entries of earlier ones
    bool network = true;
    Patience patience = {};

    /// The program's: MASKWRIGHT_MODELS, else the setting models/folder, else the person's data folder; the
    /// shipped catalogue, the setting models/catalogue and catalogue.json of the models folder;
    /// MASKWRIGHT_OFFLINE or the setting models/network=false switch the network off. Settings of the whole
    /// system (an administrator's) count where the person has none.
    static ModelSettings standard(const QSettings& settings);
};

enum class ModelPresence { Absent, Partial, Installed };

/// The models of this machine: what can be had, what is here, getting, importing, removing. Lives on the UI
/// thread; files and the network are a worker's. One model is brought in at a time.
class ModelManager : public QObject {
    Q_OBJECT
public:
    ModelManager(ModelSettings settings, std::unique_ptr<TokenStore> tokens, QObject* parent = nullptr);
    ~ModelManager() override;

    /// The catalogue's and those that were imported.
    const QList<ModelEntry>& entries() const { return m_entries; }
    const ModelEntry* find(const QString& id) const;
    const QString& catalogueTrouble() const { return m_trouble; } ///< one sentence; empty if all were read
    ModelPresence presence(const ModelEntry& entry) const;
    qint64 partBytes(const QString& id) const { return m_folder.partBytes(id); }
    std::optional<InstalledModel> installed(const QString& id) const { return m_folder.find(id); }
    /// The file to open: of a model's id if it is here, else empty.
    QString fileOf(const QString& id) const;

    const QString& folder() const { return m_folder.path(); }
    void setFolder(const QString& folder);
    bool mayUseNetwork() const { return m_settings.network; }
    TokenStore& tokens() { return *m_tokens; }

    const Licence* licenceOf(const ModelEntry& entry) const; ///< none: it comes with the file
    bool isAccepted(const ModelEntry& entry) const;
    std::optional<QDate> acceptedOn(const ModelEntry& entry) const;
    Status accept(const ModelEntry& entry);

    /// Answers ended. Begins where an earlier try stopped.
    void get(const QString& id);
    /// Brings in a file or folder as the model `id`, or as one of its own if `id` is empty. Answers ended.
    void import(const QString& source, const QString& id);
    /// What runs ends with Stopped and is kept.
    void stop();
    bool isBusy() const { return !m_busy.isEmpty(); }
    const QString& busyWith() const { return m_busy; }
    /// Errors: NotFound, Io, InvalidArgument (it is being fetched).
    Status remove(const QString& id);

signals:
    void changed(); ///< entries() or what is here
    void progressed(const QString& id, const core::InstallProgress& progress);
    void ended(const QString& id, const core::Ending& ending);

private:
    void readCatalogues();
    void listEntries();
    void refuse(const QString& id, Problem problem);
    void begin(const ModelEntry& entry, const QString& source, const TokenGrant& grant);
    void work(const InstallJob::Order& order, const std::stop_token& stop); ///< on the worker's thread
    void finish(const Ending& ending);

    ModelSettings m_settings;
    std::unique_ptr<TokenStore> m_tokens;
    Catalogue m_catalogue;
    QString m_trouble;
    ModelFolder m_folder;
    QList<ModelEntry> m_entries;
    std::stop_source m_stop;
    QString m_busy;
    bool m_isWorking = false; ///< the worker has the order; else a token is being looked up

    Mailbox m_toWorker; ///< lives on m_thread
    Mailbox m_fromWorker;
    InstallJob* m_job = nullptr; ///< the worker's
    QThread m_thread;
};

/// Whether `entry` fits into this machine's memory: its need and what the machine has, in bytes.
qint64 machineMemory();

} // namespace core
