// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/background_run.h"

#include "core/engine/engine_port.h"
#include "core/engine/inference_service.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <mutex>
#include <utility>

namespace core {
namespace {

// The numbers of the window's two kinds of work.
constexpr qint64 kRunWork = 1;
constexpr qint64 kTrialWork = 2;

RunImages imagesOf(const RunWish& wish) {
    const QDir base = QFileInfo(QFileInfo(wish.project).canonicalFilePath()).absoluteDir();
    return {wish.paths, [base](const QString& path) { return base.absoluteFilePath(path); }, {}};
}

Status checkModel(const EnginePort& engine, const AutoLabelPlan& plan) {
    const auto asks = [](const PlannedClass& planned) { return !planned.phrases.isEmpty(); };
    if (!engine.info().hasText && std::any_of(plan.classes.begin(), plan.classes.end(), asks)) {
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("The model “%1” knows no phrases; choose another one.")
                        .arg(QString::fromStdString(engine.info().name)));
    }
    return {};
}

} // namespace

/// Written on the inference thread, read at home.
struct BackgroundRun::Shared {
    std::mutex mutex;
    RunProgress progress;
    QString file;
    std::optional<Error> error;

    Status run(EnginePort& engine, const RunWish& wish, const inference::RunControl& control);
};

Status BackgroundRun::Shared::run(EnginePort& engine, const RunWish& wish,
                                  const inference::RunControl& control) {
    RETURN_IF_ERROR(checkModel(engine, wish.plan));
    RunHeader header = runHeader(wish.plan, engine.info(), wish.paths, {});
    const QString name = runFileName(wish.project, header);
    // Called again after another model was loaded, it has a file already.
    const QString begun = file.isEmpty() ? wish.goesOnWith : file;
    if (!begun.isEmpty() && QFileInfo(begun) != QFileInfo(name)) {
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The model or the list of images is not the one that this run began with; "
                                   "put in what it has found, or start a new run."));
    }
    ASSIGN_OR_RETURN(RunFile results, RunFile::open(name, header));
    const auto note = [this, &control](const RunProgress& now) {
        {
            const std::scoped_lock lock(mutex);
            progress = now;
        }
        if (control.progress) {
            control.progress({"images", now.done + now.failed, now.total});
        }
    };
    {
        const std::scoped_lock lock(mutex);
        file = name;
    }
    RunImages images = imagesOf(wish);
    images.progress = note;
    ASSIGN_OR_RETURN(const RunProgress last, labelImages(engine, wish.plan, images, results, control));
    note(last);
    return {};
}

BackgroundRun::BackgroundRun(InferenceService& service, QObject* parent)
    : QObject(parent), m_service(service), m_shared(std::make_shared<Shared>()) {
    connect(&service, &InferenceService::worked, this, [this](qint64 number) {
        if (number == kRunWork && m_state == State::Running) {
            ended();
        }
    });
    connect(&service, &InferenceService::failed, this, [this](const RequestKey& key, const QString& message) {
        if (key == RequestKey{RequestKind::Work, kRunWork} && m_state == State::Running) {
            failed(message);
        }
    });
    connect(&service, &InferenceService::progressed, this, [this](const RequestKey& key) {
        if (key == RequestKey{RequestKind::Work, kRunWork} && m_state == State::Running) {
            emit changed();
        }
    });
}

BackgroundRun::~BackgroundRun() {
    m_service.cancel({RequestKind::Work, kRunWork});
}

void BackgroundRun::start(RunWish wish) {
    m_wish = std::move(wish);
    ask();
}

void BackgroundRun::ask() {
    // What an earlier call still writes is not of this one.
    m_shared = std::make_shared<Shared>();
    m_shared->progress.total = int(m_wish.paths.size());
    m_failure.clear();
    setState(State::Running);
    m_service.runWork(kRunWork, [shared = m_shared, wish = m_wish](EnginePort& engine,
                                                                   const inference::RunControl& control) {
        const Status status = shared->run(engine, wish, control);
        const std::scoped_lock lock(shared->mutex);
        shared->error = status ? std::nullopt : std::optional(status.error());
    });
}

void BackgroundRun::pause() {
    if (m_state == State::Running) {
        m_service.cancel({RequestKind::Work, kRunWork});
        setState(State::Paused);
    }
}

void BackgroundRun::goOn() {
    if (m_state != State::Idle && m_state != State::Running) {
        const QString begun = file();
        if (!begun.isEmpty()) {
            m_wish.goesOnWith = begun;
        }
        ask();
    }
}

void BackgroundRun::clear() {
    m_service.cancel({RequestKind::Work, kRunWork});
    m_wish = {};
    m_shared = std::make_shared<Shared>();
    setState(State::Idle);
}

RunProgress BackgroundRun::progress() const {
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->progress;
}

QString BackgroundRun::file() const {
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->file;
}

void BackgroundRun::ended() {
    std::optional<Error> error;
    {
        const std::scoped_lock lock(m_shared->mutex);
        error = m_shared->error;
    }
    if (error) {
        failed(QString::fromStdString(error->message));
    } else {
        setState(State::Ended);
    }
}

void BackgroundRun::failed(const QString& message) {
    m_failure = message;
    setState(State::Failed);
}

void BackgroundRun::setState(State state) {
    m_state = state;
    emit changed();
}

PlanTrial::PlanTrial(InferenceService& service, QObject* parent) : QObject(parent), m_service(service) {
    connect(&service, &InferenceService::worked, this, [this](qint64 number) {
        if (number != kTrialWork || !m_answer || !*m_answer) {
            return;
        }
        const auto answer = std::exchange(m_answer, nullptr);
        if (**answer) {
            emit done(***answer);
        } else {
            emit failed(QString::fromStdString((*answer)->error().message));
        }
    });
    connect(&service, &InferenceService::failed, this, [this](const RequestKey& key, const QString& message) {
        if (key == RequestKey{RequestKind::Work, kTrialWork} && m_answer) {
            m_answer.reset();
            emit failed(message);
        }
    });
}

PlanTrial::~PlanTrial() {
    stop();
}

void PlanTrial::start(RunWish wish, int images) {
    m_answer = std::make_shared<std::optional<Result<SampleReport>>>();
    m_service.runWork(kTrialWork, [answer = m_answer, wish = std::move(wish),
                                   images](EnginePort& engine, const inference::RunControl& control) {
        const Status fits = checkModel(engine, wish.plan);
        *answer = fits ? labelSample(engine, wish.plan, imagesOf(wish), images, control)
                       : tl::unexpected(fits.error());
    });
}

void PlanTrial::stop() {
    m_answer.reset();
    m_service.cancel({RequestKind::Work, kTrialWork});
}

} // namespace core
