// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace gui {

class Actions;
class Session;

/// Above the canvas: the phrase, the exemplar boxes as chips, what was found, the threshold over stored
/// scores, accept and drop. Moving the slider asks the model nothing.
class PromptBar : public QWidget {
    Q_OBJECT
public:
    PromptBar(Session& session, const Actions& actions, QWidget* parent = nullptr);

    void focusPhrase();

signals:
    void leaveToCanvas(); ///< Enter or Esc in the phrase

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(const Actions& actions);
    void buildFoundAgain();
    void followThreshold();
    void submit();
    void updateChips();
    void updateState();
    QString stateText() const;
    QString modelText() const;

    Session& m_session;
    QLineEdit* m_phrase;
    QWidget* m_chips;
    QHBoxLayout* m_chipRow;
    QLabel* m_state;
    QLabel* m_thresholdText;
    QSlider* m_threshold;
    QToolButton* m_again; ///< what becomes of instances that are found again
    QToolButton* m_find;
    QToolButton* m_accept;
    QToolButton* m_drop;
};

} // namespace gui
