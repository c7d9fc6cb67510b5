// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/evaluation/dataset_diff.h"
#include "core/evaluation/evaluation.h"
#include "core/project/annotation.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

namespace gui {

class Session;

/// One side of a comparison.
struct ComparedSide {
    QString file; ///< empty: the open project
    core::ObjectChoice part = {};
};

struct ComparisonChoice {
    ComparedSide first, second; ///< what is true, and what was found
    core::Compared what = core::Compared::Masks;
};

struct ComparisonResult {
    core::EvaluationReport figures;
    std::optional<core::DatasetDiff> diff; ///< none of clips and of pairs with a phrase
    /// The open project's images by the names that the figures have.
    QHash<QString, core::ImageId> images;
    /// The open project's instances that one side has: their best IoU with one of their label on the other.
    QHash<core::AnnotationId, float> agreement;
    bool firstIsOpen = false, secondIsOpen = false;
};

/// Compares two data sets on a thread of its own; one or both may be the open project, as its file has it.
class Comparison : public QObject {
    Q_OBJECT
public:
    explicit Comparison(Session& session, QObject* parent = nullptr);
    ~Comparison() override;

    void start(const ComparisonChoice& choice);
    /// Nothing is answered any more; the thread ends its work at the next picture.
    void cancel();
    bool isRunning() const { return m_progress != nullptr; }
    /// What was found last; none: nothing was compared in this project, or it failed.
    const std::optional<ComparisonResult>& result() const { return m_result; }

signals:
    void progressed(int permille);
    /// It runs, was cancelled, or result() is there. `problem`: why it is not; empty: there is no problem.
    void changed(const QString& problem);

private:
    struct Progress {
        std::atomic<int> permille = 0;
        std::stop_source stop;
    };
    static core::Result<ComparisonResult> compared(ComparisonChoice choice, const QString& open,
                                                   Progress& progress);
    void run(const ComparisonChoice& choice);

    Session& m_session;
    std::optional<ComparisonResult> m_result;
    std::shared_ptr<Progress> m_progress; ///< of what runs
    QTimer m_look;
    std::unique_ptr<core::Background> m_background;
};

} // namespace gui
