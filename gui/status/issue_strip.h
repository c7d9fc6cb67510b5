// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QList>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace gui {

/// A way out of what went wrong, as a button.
struct IssueChoice {
    QString text;
    std::function<void()> act;
};

/// One line above the canvas for what went wrong and what to do about it: never a dialog, gone with a click.
class IssueStrip : public QFrame {
    Q_OBJECT
public:
    explicit IssueStrip(QWidget* parent = nullptr);
    /// A choice takes the line away and acts.
    void show(const QString& sentence, const QList<IssueChoice>& choices = {});
    QString text() const;

private:
    void offer(const QList<IssueChoice>& choices);

    QLabel* m_text;
    QHBoxLayout* m_choices;
    QLabel* m_sign;
};

} // namespace gui
