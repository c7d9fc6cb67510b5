// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/inference_types.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace core {
class InferenceService;
}

namespace gui {

/// What the model is doing, how far it is, and the button that stops it. Gone while the model rests.
class ProgressWidget : public QWidget {
    Q_OBJECT
public:
    explicit ProgressWidget(core::InferenceService& service, QWidget* parent = nullptr);

private:
    void progressed(const core::RequestKey& key, const core::InferenceProgress& progress);
    void setIdle(bool idle);

    QLabel* m_phase;
    QProgressBar* m_bar;
    QElapsedTimer m_running;
    QTimer m_show; ///< short runs come and go unseen
};

} // namespace gui
