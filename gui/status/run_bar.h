// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gui {

class AutoLabel;

/// How far the auto-label run is, and what can be done about it; not there while there is none.
class RunBar : public QFrame {
    Q_OBJECT
public:
    explicit RunBar(AutoLabel& run, QWidget* parent = nullptr);

signals:
    void discardAsked();

private:
    void follow();
    QString text() const;

    AutoLabel& m_run;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_pause;
    QPushButton* m_put;
    QPushButton* m_discard;
};

} // namespace gui
