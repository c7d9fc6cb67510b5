// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/model_steps.h"

#include "gui/theme.h"

#include "core/models/model_manager.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

namespace gui {

LicenceStep::LicenceStep(core::ModelManager& models, QWidget* parent)
    : QGroupBox(tr("1  Licence"), parent), m_models(models), m_text(new QPlainTextEdit(this)),
      m_box(new QCheckBox(tr("I have &read it and accept it"), this)) {
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text of the licence"));
    m_text->setMinimumHeight(90);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(kGap);
    column->addWidget(m_text, 1);
    column->addWidget(m_box);
    connect(m_box, &QCheckBox::clicked, this, &LicenceStep::accept);
}

void LicenceStep::show(const core::ModelEntry& entry) {
    m_model = entry.id;
    const core::Licence* licence = m_models.licenceOf(entry);
    setTitle(licence == nullptr ? tr("1  Licence")
                                : tr("1  Licence: %1 of %2").arg(licence->name, licence->version));
    const QString text = licence == nullptr
                             ? tr("The licence comes with the model; read it where you got the file.")
                             : licence->text;
    if (m_text->toPlainText() != text) {
        m_text->setPlainText(text);
    }
    const auto day = m_models.acceptedOn(entry);
    m_box->setVisible(licence != nullptr);
    m_box->setChecked(day.has_value());
    m_box->setEnabled(!day);
    m_box->setText(day ? tr("Accepted on %1").arg(day->toString(Qt::ISODate))
                       : tr("I have &read it and accept it"));
}

void LicenceStep::focusBox() {
    m_box->setFocus(Qt::OtherFocusReason);
}

void LicenceStep::accept() {
    const core::ModelEntry* entry = m_models.find(m_model);
    if (entry == nullptr) {
        return;
    }
    const core::Status status = m_models.accept(*entry);
    show(*entry);
    if (status) {
        emit accepted();
    } else {
        emit failed(QString::fromStdString(status.error().message));
    }
}

AccessStep::AccessStep(core::ModelManager& models, QWidget* parent)
    : QGroupBox(tr("2  Access"), parent), m_models(models), m_text(new QLabel(this)),
      m_row(new QWidget(this)), m_token(new QLineEdit(m_row)),
      m_keep(new QPushButton(tr("&Keep token"), m_row)), m_forget(new QPushButton(tr("&Forget it"), m_row)),
      m_state(new QLabel(this)) {
    m_text->setWordWrap(true);
    m_text->setOpenExternalLinks(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setAccessibleName(tr("Token"));
    m_token->setPlaceholderText(tr("Paste the token here"));
    m_state->setWordWrap(true);
    m_state->setAccessibleName(tr("Where the token is"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_token, 1);
    row->addWidget(m_keep);
    row->addWidget(m_forget);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(kGap);
    column->addWidget(m_text);
    column->addWidget(m_row);
    column->addWidget(m_state);
    connect(m_keep, &QPushButton::clicked, this, &AccessStep::keepToken);
    connect(m_token, &QLineEdit::returnPressed, this, &AccessStep::keepToken);
    connect(m_forget, &QPushButton::clicked, this, &AccessStep::forgetToken);
    connect(m_token, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_keep->setEnabled(!text.isEmpty()); });
    m_keep->setEnabled(false);
}

void AccessStep::show(const core::ModelEntry& entry) {
    const bool gated = entry.gate.has_value();
    m_row->setVisible(gated);
    m_state->setVisible(gated);
    if (!gated) {
        m_host.clear();
        m_text->setText(!entry.shipped.isEmpty() ? tr("Comes with the program.")
                        : entry.canFetch()       ? tr("Free for everybody; no account is needed.")
                                                 : tr("No address is known. Import a file that you have."));
        return;
    }
    const QUrl& page = entry.gate->requestPage;
    m_text->setText(tr("Given on request: <a href=\"%1\">ask on the model's page</a>, then "
                       "<a href=\"%2\">make a token</a> with read access.")
                        .arg(page.toString(), entry.gate->tokenPage.toString()));
    if (m_host == page.host()) {
        return;
    }
    m_host = page.host();
    m_token->clear();
    const QPointer<AccessStep> self(this);
    m_models.tokens().read(m_host, [self](const QString& token) {
        if (self != nullptr) {
            self->showKnown(!token.isEmpty());
        }
    });
}

void AccessStep::changeEvent(QEvent* event) {
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) { // links keep the colour that they were made with
        const QString text = m_text->text();
        m_text->clear();
        m_text->setText(text);
    }
}

void AccessStep::focusToken() {
    m_token->setFocus(Qt::OtherFocusReason);
}

void AccessStep::showKnown(bool known) {
    m_forget->setEnabled(known);
    m_state->setText(known ? tr("A token for %1 is known.").arg(m_host)
                           : tr("No token for %1 yet.").arg(m_host));
}

void AccessStep::keepToken() {
    const QString token = core::asToken(m_token->text());
    m_token->clear();
    if (token.isEmpty()) {
        m_state->setText(tr("That is no token: it has letters, digits and signs, and nothing between them."));
        return;
    }
    const QPointer<AccessStep> self(this);
    m_models.tokens().write(m_host, token, [self](const core::Status& status) {
        if (self != nullptr) {
            self->m_forget->setEnabled(true);
            self->m_state->setText(status ? tr("The token is in the system's keychain.")
                                          : QString::fromStdString(status.error().message));
        }
    });
}

void AccessStep::forgetToken() {
    const QPointer<AccessStep> self(this);
    m_models.tokens().remove(m_host, [self](const core::Status&) {
        if (self != nullptr) {
            self->showKnown(false);
        }
    });
}

} // namespace gui
