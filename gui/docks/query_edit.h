// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QAction;
class QCompleter;
class QStringListModel;

namespace gui {

class Filter;
class Session;

/// The filter's line: every one of them shows the same text. Completes keys, labels and states; a text that
/// can't be understood has a warning sign, whose tooltip says why.
class QueryEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit QueryEdit(Session& session, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showError();
    void complete();
    QStringList continuations(const QString& word) const;
    int wordStart() const;

    Session& m_session;
    Filter& m_filter;
    QStringListModel* m_words;
    QCompleter* m_completer;
    QAction* m_warning;
};

} // namespace gui
