// SPDX-License-Identifier: Apache-2.0
#include "core/models/model_manager.h"

#include "core/base/data_path.h"
#include "core/models/import.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace core {

ModelSettings ModelSettings::standard(const QSettings& settings) {
    ModelSettings result;
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString usual = data + QStringLiteral("/maskwright/models");
    result.folder = settings.value(QStringLiteral("models/folder"), usual).toString();
    result.folder = qEnvironmentVariable("MASKWRIGHT_MODELS", result.folder);
    result.catalogues = {dataPath(QStringLiteral("models/catalogue.json")),
                         settings.value(QStringLiteral("models/catalogue")).toString()};
    const QString own = QDir(result.folder).filePath(QStringLiteral("catalogue.json"));
    if (QFileInfo::exists(own)) {
        result.catalogues.append(own);
    }
    result.catalogues.removeAll(QString());
    result.network = settings.value(QStringLiteral("models/network"), true).toBool() &&
                     qEnvironmentVariableIntValue("MASKWRIGHT_OFFLINE") == 0;
    return result;
}

qint64 machineMemory() {
#ifdef Q_OS_UNIX
    return qint64(::sysconf(_SC_PHYS_PAGES)) * qint64(::sysconf(_SC_PAGE_SIZE));
#else
    return 0;
#endif
}

ModelManager::ModelManager(ModelSettings settings, std::unique_ptr<TokenStore> tokens, QObject* parent)
    : QObject(parent), m_settings(std::move(settings)), m_tokens(std::move(tokens)),
      m_folder(m_settings.folder) {
    readCatalogues();
    listEntries();
    m_thread.setObjectName(QStringLiteral("models"));
    m_toWorker.moveToThread(&m_thread);
    m_thread.start();
}

ModelManager::~ModelManager() {
    stop();
    m_thread.quit();
    m_thread.wait();
}

void ModelManager::readCatalogues() {
    for (const QString& file : m_settings.catalogues) {
        const auto read = Catalogue::open(file);
        if (read) {
            m_catalogue.add(*read);
        } else {
            m_trouble = QString::fromStdString(read.error().message);
        }
    }
}

void ModelManager::listEntries() {
    m_entries = m_catalogue.entries();
    for (const InstalledModel& model : m_folder.installed()) {
        if (m_catalogue.find(model.id) == nullptr) {
            ModelEntry own;
            own.id = model.id;
            own.name = model.name;
            own.note = tr("Imported on %1.").arg(model.date.toString(Qt::ISODate));
            ModelFile file;
            file.name = QFileInfo(model.file).fileName();
            file.about = model.bytes;
            own.files = {file};
            m_entries.append(own);
        }
    }
}

const ModelEntry* ModelManager::find(const QString& id) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const ModelEntry& e) { return e.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

QString ModelManager::fileOf(const QString& id) const {
    const ModelEntry* entry = find(id);
    if (entry == nullptr) {
        return {};
    }
    if (!entry->shipped.isEmpty()) {
        return dataPath(entry->shipped);
    }
    const auto model = m_folder.find(id);
    return model ? model->file : QString();
}

ModelPresence ModelManager::presence(const ModelEntry& entry) const {
    if (!fileOf(entry.id).isEmpty()) {
        return ModelPresence::Installed;
    }
    return m_folder.partBytes(entry.id) > 0 ? ModelPresence::Partial : ModelPresence::Absent;
}

void ModelManager::setFolder(const QString& folder) {
    m_folder = ModelFolder(folder);
    listEntries();
    emit changed();
}

const Licence* ModelManager::licenceOf(const ModelEntry& entry) const {
    return m_catalogue.licence(entry.licence);
}

bool ModelManager::isAccepted(const ModelEntry& entry) const {
    return licenceOf(entry) == nullptr || acceptedOn(entry).has_value();
}

std::optional<QDate> ModelManager::acceptedOn(const ModelEntry& entry) const {
    const Licence* licence = licenceOf(entry);
    return licence != nullptr ? m_folder.acceptedOn(*licence) : std::nullopt;
}

Status ModelManager::accept(const ModelEntry& entry) {
    const Licence* licence = licenceOf(entry);
    return licence != nullptr ? m_folder.accept(*licence) : Status();
}

void ModelManager::get(const QString& id) {
    const ModelEntry* entry = find(id);
    if (isBusy() || entry == nullptr) {
        refuse(id, Problem::Busy);
    } else if (presence(*entry) == ModelPresence::Installed) {
        refuse(id, Problem::None);
    } else if (!m_settings.network) {
        refuse(id, Problem::NetworkOff);
    } else if (!entry->canFetch()) {
        refuse(id, Problem::NoAddress);
    } else if (!isAccepted(*entry)) {
        refuse(id, Problem::LicenceNotAccepted);
    } else if (!entry->gate) {
        begin(*entry, {}, {});
    } else {
        m_busy = id; // the keychain may have to be unlocked first
        const QUrl origin = entry->gate->requestPage;
        m_tokens->read(origin.host(), [this, wanted = *entry, origin](const QString& token) {
            if (m_busy == wanted.id) { // else stopped meanwhile
                begin(wanted, {}, {origin, token.toLatin1()});
            }
        });
    }
}

void ModelManager::import(const QString& source, const QString& id) {
    const ModelEntry* entry = find(id);
    if (isBusy()) {
        refuse(id, Problem::Busy);
    } else if (entry != nullptr && !isAccepted(*entry)) {
        refuse(id, Problem::LicenceNotAccepted);
    } else if (entry != nullptr && entry->shipped.isEmpty()) {
        begin(*entry, source, {});
    } else if (const auto own = ownEntry(source)) {
        const bool taken = m_catalogue.find(own->id) != nullptr;
        ModelEntry renamed = *own;
        renamed.id += taken ? QStringLiteral("-imported") : QString();
        begin(renamed, source, {});
    } else {
        emit ended(id, {Problem::CantRead, QDir::toNativeSeparators(source)});
    }
}

void ModelManager::refuse(const QString& id, Problem problem) {
    emit ended(id, {problem, {}});
}

void ModelManager::begin(const ModelEntry& entry, const QString& source, const TokenGrant& grant) {
    m_busy = entry.id;
    m_stop = std::stop_source();
    m_isWorking = true;
    const InstallJob::Order order{entry, m_folder.folderOf(entry.id), source, grant, m_settings.patience};
    m_toWorker.post([this, order, stop = m_stop.get_token()] { work(order, stop); });
    emit changed();
}

void ModelManager::work(const InstallJob::Order& order, const std::stop_token& stop) {
    m_job = new InstallJob(order, stop);
    connect(&m_thread, &QThread::finished, m_job, &QObject::deleteLater);
    connect(m_job, &InstallJob::progressed, m_job,
            [this, id = order.entry.id](const InstallProgress& progress) {
                m_fromWorker.post([this, id, progress] { emit progressed(id, progress); });
            });
    connect(m_job, &InstallJob::ended, m_job, [this](const Ending& ending) {
        std::exchange(m_job, nullptr)->deleteLater();
        m_fromWorker.post([this, ending] { finish(ending); });
    });
    m_job->start();
}

void ModelManager::finish(const Ending& ending) {
    const QString id = std::exchange(m_busy, {});
    m_isWorking = false;
    listEntries();
    emit changed();
    emit ended(id, ending);
}

void ModelManager::stop() {
    m_stop.request_stop();
    if (m_isWorking) {
        m_toWorker.post([this] {
            if (m_job != nullptr) {
                m_job->stop();
            }
        });
    } else if (isBusy()) {
        refuse(std::exchange(m_busy, {}), Problem::Stopped);
    }
}

Status ModelManager::remove(const QString& id) {
    if (m_busy == id) {
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 is being fetched; stop that first.").arg(id));
    }
    RETURN_IF_ERROR(m_folder.remove(id));
    listEntries();
    emit changed();
    return {};
}

} // namespace core
