// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace gui {

/// One line above the canvas for what went wrong and what to do about it: never a dialog, gone with a click.
class IssueStrip : public QFrame {
    Q_OBJECT
public:
    explicit IssueStrip(QWidget* parent = nullptr);
    void show(const QString& sentence);
    QString text() const;

private:
    QLabel* m_text;
    QLabel* m_sign;
};

} // namespace gui
