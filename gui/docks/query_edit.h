// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace gui {

class Filter;
class Session;

/// The filter's line: every one of them shows the same text. Completes keys, labels and states; a text that
/// can't be understood is underlined in red, and the tooltip says why.
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
};

} // namespace gui
