// SPDX-License-Identifier: Apache-2.0
#include "core/models/install_job.h"

#include "core/models/model_folder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {

InstallJob::InstallJob(Order order, std::stop_token stop)
    : m_order(std::move(order)), m_stop(std::move(stop)) {}

void InstallJob::start() {
    const Ending prepared = prepare();
    if (!prepared.isDone()) {
        finish(prepared);
    } else if (!m_order.source.isEmpty()) {
        import();
    } else {
        next();
    }
}

void InstallJob::stop() {
    if (m_download != nullptr) {
        m_download->stop();
    }
}

Ending InstallJob::prepare() {
    if (!QDir().mkpath(m_order.folder)) {
        return {Problem::CantWrite, QDir::toNativeSeparators(m_order.folder)};
    }
    m_lock = std::make_unique<QLockFile>(QDir(m_order.folder).filePath(QStringLiteral(".lock")));
    m_lock->setStaleLockTime(0); // a download may last for hours; a dead owner is noticed anyway
    if (!m_lock->tryLock(0)) {
        const bool held = m_lock->error() == QLockFile::LockFailedError;
        return {held ? Problem::Busy : Problem::CantWrite, QDir::toNativeSeparators(m_order.folder)};
    }
    qint64 missing = 0;
    for (const ModelFile& file : m_order.entry.files) {
        const QDir folder(m_order.folder);
        const qint64 here = std::max(QFileInfo(folder.filePath(file.name)).size(),
                                     QFileInfo(folder.filePath(file.name + QStringLiteral(".part"))).size());
        missing += std::max<qint64>(file.expected() - here, 0);
    }
    return m_order.source.isEmpty() ? checkSpace(m_order.folder, missing) : Ending{};
}

void InstallJob::import() {
    const auto report = [this](const InstallProgress& progress) { emit progressed(progress); };
    finish(importFiles({m_order.source, m_order.entry, m_order.folder}, m_stop, report, m_checked));
}

void InstallJob::next() {
    const QDir folder(m_order.folder);
    const QList<ModelFile>& files = m_order.entry.files;
    // A file that has its name was verified before it got it.
    while (m_file < files.size() && folder.exists(files[m_file].name)) {
        m_checked = files[m_file].isPinned() ? m_checked : Checked::No;
        ++m_file;
    }
    if (m_file == files.size()) {
        finish({});
        return;
    }
    m_download = new Download({files[m_file], m_order.folder, m_order.grant, m_order.patience}, m_stop, this);
    connect(m_download, &Download::progressed, this, &InstallJob::progressed);
    connect(m_download, &Download::ended, this, &InstallJob::fileEnded);
    m_download->start();
}

void InstallJob::fileEnded(const Ending& ending) {
    Download* download = m_download;
    m_download = nullptr;
    download->deleteLater();
    const bool missing = ending.problem == Problem::Moved || ending.problem == Problem::NoAddress;
    if (ending.isDone()) {
        m_checked = std::min(m_checked, download->part().checked());
    } else if (!missing || !m_order.entry.files[m_file].optional) {
        finish(ending);
        return;
    }
    ++m_file;
    next();
}

void InstallJob::finish(const Ending& ending) {
    const Ending recorded =
        ending.isDone() ? ModelFolder::record(m_order.folder, m_order.entry, m_checked) : ending;
    m_lock.reset();
    QDir().rmdir(m_order.folder); // only if nothing is in it
    emit ended(recorded);
}

} // namespace core
