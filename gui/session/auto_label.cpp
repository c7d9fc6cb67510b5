// SPDX-License-Identifier: Apache-2.0
#include "gui/session/auto_label.h"

#include "gui/session/filter.h"
#include "gui/session/project_files.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QPointer>

#include <optional>
#include <utility>

namespace gui {
namespace {

constexpr int kTurn = 8; // milliseconds of one turn of the event loop
/// Who keeps editing while results are put in gets them in one go after so many tries.
constexpr int kTries = 3;

core::Result<UnfinishedRun> unfinishedAt(const QString& file) {
    UnfinishedRun found;
    found.file = file;
    QSet<QString> done;
    RETURN_IF_ERROR(core::readRun(
        file,
        [&](const core::RunHeader& header) {
            found.header = header;
            return core::Status{};
        },
        [&](const core::RunEntry& entry) {
            if (entry.failure.isEmpty()) {
                done.insert(entry.image);
            }
            return core::Status{};
        }));
    found.done = int(done.size());
    return found;
}

/// The newest unfinished run beside the project.
std::optional<UnfinishedRun> unfinishedOf(const QString& project) {
    const QFileInfo file(project);
    const QString names = file.completeBaseName() + QStringLiteral(".run-????????.jsonl");
    const QFileInfoList runs = file.absoluteDir().entryInfoList({names}, QDir::Files, QDir::Time);
    for (const QFileInfo& run : runs) {
        core::Result<UnfinishedRun> found = unfinishedAt(run.absoluteFilePath());
        if (found && found->header.shard.count == 1) {
            return std::move(*found);
        }
    }
    return std::nullopt;
}

} // namespace

/// A run file in memory.
struct AutoLabel::ReadRun {
    core::RunHeader header;
    std::vector<core::RunEntry> entries;
};

/// Results on their way into the project.
struct AutoLabel::Putting {
    QString file;
    std::shared_ptr<const ReadRun> read; ///< none: still being read
    core::FoldReport report;
    std::unique_ptr<core::RunFolding> folding;
    std::size_t next = 0;
    int tries = 0;
    bool disturbed = false; ///< the project changed since the first image
    bool isStale() const { return disturbed && tries <= kTries; }
};

AutoLabel::AutoLabel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_run(session.service()) {
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &AutoLabel::putSome);
    connect(&m_run, &core::BackgroundRun::changed, this, &AutoLabel::onRun);
    connect(&session, &Session::projectChanged, this, &AutoLabel::onProject);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (m_putting && !event.loaded) {
            m_putting->disturbed = true;
        }
    });
}

AutoLabel::~AutoLabel() = default;

core::RunWish AutoLabel::wishOf(const core::AutoLabelPlan& plan) const {
    core::RunWish wish;
    wish.plan = plan;
    wish.project = m_session.openProject()->file();
    for (const core::ImageInfo& image : m_session.project()->images()) {
        wish.paths.append(image.path);
    }
    return wish;
}

void AutoLabel::start(const core::AutoLabelPlan& plan) {
    if (!m_session.mayEdit()) {
        return;
    }
    m_lastPlan = plan;
    m_run.start(wishOf(plan));
}

void AutoLabel::goOn(const UnfinishedRun& run) {
    m_lastPlan = run.header.plan;
    core::RunWish wish = wishOf(run.header.plan);
    wish.goesOnWith = run.file;
    m_run.start(std::move(wish));
}

void AutoLabel::discard(const QString& file) {
    m_run.clear();
    QFile::remove(file);
}

void AutoLabel::onProject() {
    m_reading.cancel();
    m_turn.stop();
    m_putting.reset();
    m_lastPlan = {};
    m_run.clear();
    // Who only looks at a project leaves its runs to the program that works in it.
    if (m_session.openProject() == nullptr || m_session.openProject()->isReadOnly()) {
        return;
    }
    m_reading.run([project = m_session.openProject()->file()] { return unfinishedOf(project); },
                  [this](const std::optional<UnfinishedRun>& found) {
                      if (found && m_run.state() == core::BackgroundRun::State::Idle) {
                          emit unfinishedFound(*found);
                      }
                  });
}

void AutoLabel::onRun() {
    if (m_run.state() == core::BackgroundRun::State::Ended && !m_putting) {
        putIn(m_run.file());
        return;
    }
    emit changed();
}

void AutoLabel::putIn(const QString& file) {
    m_run.pause();
    m_putting = std::make_unique<Putting>();
    m_putting->file = file;
    emit changed();
    using Read = core::Result<std::shared_ptr<const ReadRun>>;
    m_reading.run(
        [file]() -> Read {
            auto read = std::make_shared<ReadRun>();
            RETURN_IF_ERROR(core::readRun(
                file,
                [&](const core::RunHeader& header) {
                    read->header = header;
                    return core::Status{};
                },
                [&](const core::RunEntry& entry) {
                    read->entries.push_back(entry);
                    return core::Status{};
                }));
            return read;
        },
        [this](const Read& read) {
            if (!m_putting) {
                return;
            }
            if (!read) {
                m_putting.reset();
                m_session.report(QString::fromStdString(read.error().message));
                emit changed();
                return;
            }
            m_putting->read = *read;
            beginPutting();
            m_turn.start();
        });
}

void AutoLabel::beginPutting() {
    m_putting->report = {};
    m_putting->next = 0;
    m_putting->disturbed = false;
    ++m_putting->tries;
    m_putting->folding =
        std::make_unique<core::RunFolding>(*m_session.project(), storedAnnotations(*m_session.openProject()),
                                           QDateTime::currentMSecsSinceEpoch(), m_putting->report);
}

void AutoLabel::putSome() {
    Putting& putting = *m_putting;
    if (putting.isStale()) {
        beginPutting();
    }
    core::Status status;
    if (putting.next == 0) {
        status = putting.folding->begin(putting.read->header, putting.file);
    }
    QElapsedTimer time;
    time.start();
    const auto& entries = putting.read->entries;
    while (status && putting.next < entries.size() && (time.elapsed() < kTurn || putting.tries > kTries)) {
        status = putting.folding->add(entries[putting.next++]);
    }
    if (!status) {
        m_turn.stop();
        m_putting.reset();
        m_session.report(QString::fromStdString(status.error().message));
        emit changed();
    } else if (putting.next == entries.size() && !putting.isStale()) {
        finishPutting();
    }
}

void AutoLabel::finishPutting() {
    m_turn.stop();
    const std::unique_ptr<Putting> done = std::exchange(m_putting, nullptr);
    core::Edit edit = done->folding->finish();
    if (!edit.changes.empty()) {
        m_session.history()->commit(std::move(edit));
    }
    // The file stays until its results are saved, and as long as some of its images are to be tried again.
    const bool whole = done->report.failures.isEmpty() && done->report.unfinished == 0;
    m_run.clear();
    m_session.filter().whenWritten([self = QPointer(this), report = done->report, file = done->file, whole] {
        if (self.isNull()) {
            return;
        }
        if (whole) {
            QFile::remove(file);
        }
        emit self->putInDone(report);
    });
}

} // namespace gui
