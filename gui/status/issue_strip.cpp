// SPDX-License-Identifier: Apache-2.0
#include "gui/status/issue_strip.h"

#include "gui/icons.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace gui {

IssueStrip::IssueStrip(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_sign(new QLabel(this)) {
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
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void IssueStrip::show(const QString& sentence) {
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
