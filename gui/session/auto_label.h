// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/background_run.h"
#include "core/auto_label/fold.h"
#include "core/base/background.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace gui {

class Session;

/// A run that a project was left with: somebody stopped it, or the program ended.
struct UnfinishedRun {
    QString file;
    core::RunHeader header;
    int done = 0;
};

/// The auto-label run of the open project: runs, pauses, and puts what was found into the project as one undo
/// step, a few images in each turn of the event loop.
class AutoLabel : public QObject {
    Q_OBJECT
public:
    explicit AutoLabel(Session& session, QObject* parent = nullptr);
    ~AutoLabel() override;

    void start(const core::AutoLabelPlan& plan);
    void pause() { m_run.pause(); }
    void goOn() { m_run.goOn(); }
    /// Goes on with a run that unfinishedFound() told of.
    void goOn(const UnfinishedRun& run);
    /// Puts in what a run has found so far and ends it.
    void putIn(const QString& file);
    /// Stops and forgets the run, and deletes its file.
    void discard(const QString& file);

    const core::BackgroundRun& run() const { return m_run; }
    /// Of the last run of this project since the program began; empty if there was none.
    const core::AutoLabelPlan& lastPlan() const { return m_lastPlan; }
    bool isPuttingIn() const { return m_putting != nullptr; }
    core::RunWish wishOf(const core::AutoLabelPlan& plan) const;

signals:
    void changed();
    /// A project was opened that has one.
    void unfinishedFound(const gui::UnfinishedRun& run);
    /// Its results are in the project, and saved.
    void putInDone(const core::FoldReport& report);

private:
    struct ReadRun;
    struct Putting;
    void onProject();
    void onRun();
    void beginPutting();
    void putSome();
    void finishPutting();

    Session& m_session;
    core::BackgroundRun m_run;
    core::AutoLabelPlan m_lastPlan;
    std::unique_ptr<Putting> m_putting;
    QTimer m_turn;
    core::Background m_reading;
};

} // namespace gui
