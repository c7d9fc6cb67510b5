// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/download.h"
#include "core/models/import.h"

#include <QLockFile>

#include <memory>

namespace core {

/// Everything between the wish for a model and its record in the models folder: lock, space, each file by
/// download or import, record. Lives on a worker thread, since it hashes and writes there.
class InstallJob : public QObject {
    Q_OBJECT
public:
    struct Order {
        ModelEntry entry;
        QString folder; ///< the model's own
        QString source; ///< import from here; empty: download
        TokenGrant grant;
        Patience patience;
    };
    InstallJob(Order order, std::stop_token stop);

public slots:
    void start();
    void stop();

signals:
    void progressed(const core::InstallProgress& progress);
    void ended(const core::Ending& ending);

private:
    Ending prepare();
    void import();
    void next();
    void fileEnded(const Ending& ending);
    void finish(const Ending& ending);

    Order m_order;
    std::stop_token m_stop;
    std::unique_ptr<QLockFile> m_lock;
    Download* m_download = nullptr;
    qsizetype m_file = 0;
    Checked m_checked = Checked::Pinned;
};

} // namespace core
