// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/query_edit.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"
#include "gui/session/tag_edits.h"

#include "core/project/project.h"
#include "core/query/query.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyle>

namespace gui {
namespace {

constexpr qsizetype kMostWords = 200;

} // namespace

QueryEdit::QueryEdit(Session& session, QWidget* parent)
    : QLineEdit(parent), m_session(session), m_filter(session.filter()), m_words(new QStringListModel(this)),
      m_completer(new QCompleter(m_words, this)) {
    setPlaceholderText(tr("Filter: class:car score:<0.5 state:auto area:>100"));
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(true);
    m_warning = addAction(style()->standardIcon(QStyle::SP_MessageBoxWarning), LeadingPosition);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
            [this](const QString& word) {
                const int start = wordStart();
                setText(text().left(start) + word + text().mid(cursorPosition()));
                setCursorPosition(start + int(word.size()));
                m_filter.setText(text());
            });
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_filter.setText(text);
        complete();
    });
    // The clear button edits, too, but tells only of a change.
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && !m_filter.text().isEmpty()) {
            m_filter.setText(text);
        }
    });
    connect(&m_filter, &Filter::textChanged, this, [this](const QString& text) {
        if (text != this->text()) {
            setText(text);
        }
    });
    connect(&m_filter, &Filter::found, this, &QueryEdit::showError);
    setText(m_filter.text());
    showError();
}

void QueryEdit::showError() {
    const QString& error = m_filter.error();
    m_warning->setVisible(!error.isEmpty());
    m_warning->setToolTip(error);
    setToolTip(!error.isEmpty()
                   ? error
                   : tr("class, state, origin, score, area, width, height, parts, holes, byhand, "
                        "prompt, model, name, has, instances, reviewed, tag, attr.NAME …\n"
                        "Space: and. or: or. -: not. Values: >5, 1..5, a,b, \"two words\"."));
    setAccessibleDescription(toolTip());
}

int QueryEdit::wordStart() const {
    int start = cursorPosition();
    while (start > 0 && !text().at(start - 1).isSpace() &&
           !QStringLiteral("(-|").contains(text().at(start - 1))) {
        --start;
    }
    return start;
}

QStringList QueryEdit::continuations(const QString& word) const {
    QStringList words;
    const core::Project* project = m_session.project();
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    const QString key = word.left(colon + 1);
    if (colon < 0) {
        for (const QString& known : core::queryKeys()) {
            words << (known.endsWith(QLatin1Char('.')) ? known : known + QLatin1Char(':'));
        }
        for (const core::Label& label : project ? project->labels() : QList<core::Label>()) {
            for (const core::Attribute& attribute : label.attributes) {
                words << QStringLiteral("attr.%1:").arg(attribute.name);
            }
        }
    } else if (key == QLatin1String("class:") || key == QLatin1String("has:")) {
        for (const core::Label& label :
             project ? project->labels().mid(0, kMostWords) : QList<core::Label>()) {
            words << key + core::queryQuoted(label.name);
        }
    } else if (key == QLatin1String("tag:") && project != nullptr) {
        for (const QString& tag : edits::allTags(*project).mid(0, kMostWords)) {
            words << key + core::queryQuoted(tag);
        }
    } else if (key == QLatin1String("state:")) {
        words = {key + QStringLiteral("auto"), key + QStringLiteral("corrected"),
                 key + QStringLiteral("accepted"), key + QStringLiteral("rejected")};
    } else if (key == QLatin1String("origin:")) {
        words = {key + QStringLiteral("hand"), key + QStringLiteral("prompt"), key + QStringLiteral("run"),
                 key + QStringLiteral("import")};
    } else if (QStringList{QStringLiteral("locked:"), QStringLiteral("hidden:"), QStringLiteral("crowd:"),
                           QStringLiteral("reviewed:")}
                   .contains(key)) {
        words = {key + QStringLiteral("yes"), key + QStringLiteral("no")};
    }
    words.removeDuplicates();
    return words;
}

void QueryEdit::complete() {
    const int start = wordStart();
    const QString word = text().mid(start, cursorPosition() - start);
    if (word.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_words->setStringList(continuations(word));
    m_completer->setCompletionPrefix(word);
    const bool only = m_completer->completionCount() == 1 && m_completer->currentCompletion() == word;
    if (m_completer->completionCount() == 0 || only) {
        m_completer->popup()->hide();
    } else {
        m_completer->complete();
    }
}

void QueryEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        m_filter.setText({});
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace gui
