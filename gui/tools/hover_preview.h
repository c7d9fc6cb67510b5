// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/inference_types.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QTimer>

#include <optional>

namespace gui {

class ToolHost;

/// Shows what a click would give before it is made. One question at a time: while answers come within a frame
/// the preview follows the pointer, after a slower one the model is asked when the pointer rests.
class HoverPreview : public QObject {
    Q_OBJECT
public:
    explicit HoverPreview(ToolHost& host);

    void follow(QPointF image); ///< the pointer is here, with nothing pressed
    void stop();                ///< forgets the question and takes the preview away
    /// Whether it was our question that the model could not answer: nobody needs to hear of that.
    bool failed();
    /// Whether this was the answer to our question; then it is shown.
    bool answered(const QList<core::Candidate>& candidates);

private:
    void ask();
    void show(const core::Mask& mask);

    ToolHost& m_host;
    QTimer m_rest;
    QElapsedTimer m_asked;
    std::optional<QPointF> m_wanted;
    qint64 m_cost = 1000;     ///< milliseconds of the last answer
    bool m_waiting = false;   ///< for the model
    bool m_computing = false; ///< the session's one mask is ours
    bool m_shown = false;
};

} // namespace gui
