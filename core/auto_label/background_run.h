// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/label_images.h"
#include "core/auto_label/sample.h"

#include <QObject>

#include <memory>
#include <optional>

namespace core {

class InferenceService;

/// What a run in the window works on, by value: nothing of the project is touched until its results are put
/// in.
struct RunWish {
    AutoLabelPlan plan;
    QStringList paths;       ///< as the project names them
    QString project;         ///< its file; the paths are relative to its folder, the run file lies beside it
    QString goesOnWith = {}; ///< a run file that must be this run's; empty: any, or a new one
};

/// An auto-label run on the engine that the window has loaded, below everything that a person asks of it. Its
/// results lie in the very file that the command line would write, so that either goes on where the other
/// stopped. Lives on the thread of the service.
class BackgroundRun : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,    ///< none was started
        Running, ///< or waits for the engine
        Paused,  ///< its results so far are on the disk
        Ended,   ///< every image was tried; the results wait in file()
        Failed   ///< failure() says why; what was done is on the disk
    };

    explicit BackgroundRun(InferenceService& service, QObject* parent = nullptr);
    ~BackgroundRun() override; ///< stops what runs

    /// Starts a run, or goes on with the one that the file of this plan, model and list of images holds.
    void start(RunWish wish);
    void pause();
    void goOn();  ///< after a pause or a failure; also tries the images that failed
    void clear(); ///< forgets it; the run file stays

    State state() const { return m_state; }
    RunProgress progress() const;
    const RunWish& wish() const { return m_wish; }
    QString file() const; ///< of the results; empty until the engine has named the run
    const QString& failure() const { return m_failure; }

signals:
    void changed(); ///< state or progress

private:
    struct Shared;
    void ask();
    void ended();
    void failed(const QString& message);
    void setState(State state);

    InferenceService& m_service;
    RunWish m_wish;
    std::shared_ptr<Shared> m_shared;
    State m_state = State::Idle;
    QString m_failure;
};

/// Tries a plan on a few images, as `autolabel --sample` does, below everything that a person asks.
class PlanTrial : public QObject {
    Q_OBJECT
public:
    explicit PlanTrial(InferenceService& service, QObject* parent = nullptr);
    ~PlanTrial() override;

    /// Replaces a trial that runs. Answers done or failed.
    void start(RunWish wish, int images);
    void stop(); ///< nothing is answered

signals:
    void done(const core::SampleReport& report);
    void failed(const QString& sentence);

private:
    InferenceService& m_service;
    std::shared_ptr<std::optional<Result<SampleReport>>> m_answer; ///< written before worked() is sent
};

} // namespace core
