// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"

#include <QFrame>

#include <optional>

class QAction;
class QLabel;

namespace gui {

class Session;

/// The question after a stroke that covers other instances: may it take their pixels? It waits at the lower
/// edge of the canvas and is gone with the next change; whoever goes on painting leaves the others as they
/// are. Taking replaces the stroke's edit, so it stays one undo step.
class OverlapPanel : public QFrame {
    Q_OBJECT
public:
    /// `take` answers yes; it is enabled while there is a question.
    OverlapPanel(Session& session, QAction& take, QWidget* canvas);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Question {
        core::Edit edit;
        core::AnnotationId own;
        core::Mask painted;
    };
    void ask(const core::Edit& edit, core::AnnotationId own, const core::Mask& painted, int others);
    void forget();
    void take();
    void place();

    Session& m_session;
    QAction& m_take;
    QLabel* m_text;
    std::optional<Question> m_question;
};

} // namespace gui
