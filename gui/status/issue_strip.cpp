// SPDX-License-Identifier: Apache-2.0
#include "gui/status/issue_strip.h"

#include "gui/icons.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace gui {

IssueStrip::IssueStrip(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_choices(new QHBoxLayout), m_sign(new QLabel(this)) {
    setObjectName(QStringLiteral("issue"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_sign->setText(QStringLiteral("▲"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("Notice"));
    auto* close = new QToolButton(this);
    close->setIcon(icon(Icon::Drop));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss the notice"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, kGap / 2, kGap, kGap / 2);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addLayout(m_choices);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void IssueStrip::offer(const QList<IssueChoice>& choices) {
    while (QLayoutItem* item = m_choices->takeAt(0)) {
        // It may be the one that was clicked just now.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const IssueChoice& choice : choices) {
        auto* button = new QPushButton(choice.text, this);
        connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
            hide();
            act();
        });
        m_choices->addWidget(button);
        button->show(); // a layout shows what is added to a visible strip only with the next event
    }
}

void IssueStrip::show(const QString& sentence, const QList<IssueChoice>& choices) {
    offer(choices);
    QPalette p = m_sign->palette();
    p.setColor(QPalette::WindowText, signalColors(palette()).busy);
    m_sign->setPalette(p);
    m_text->setText(sentence);
    QFrame::show();
}

QString IssueStrip::text() const {
    return isHidden() ? QString() : m_text->text();
}

} // namespace gui
