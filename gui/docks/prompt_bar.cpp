// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/prompt_bar.h"

#include "gui/actions.h"
#include "gui/session/proposals.h"
#include "gui/session/review.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/engine/inference_service.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace gui {
namespace {

constexpr int kSteps = 95; // of a hundredth, from 0.05
constexpr int kFirst = 5;

QToolButton* button(QAction* action, const QString& text, QWidget* parent) {
    auto* b = new QToolButton(parent);
    b->setDefaultAction(action);
    // The button shows the short text; setText() would be undone by the next change of the action.
    action->setIconText(text);
    b->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    b->setFocusPolicy(Qt::TabFocus);
    return b;
}

} // namespace

PromptBar::PromptBar(Session& session, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_session(session) {
    build(actions);
    connect(m_phrase, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_session.proposals().setText(text); });
    connect(m_threshold, &QSlider::valueChanged, this,
            [this](int value) { m_session.proposals().setThreshold(float(value) / 100.0F); });
    Proposals& proposals = session.proposals();
    connect(&proposals, &Proposals::queryChanged, this, [this] {
        const QString& text = m_session.proposals().query().text;
        if (m_phrase->text() != text) {
            m_phrase->setText(text);
        }
        updateChips();
        updateState();
    });
    connect(&proposals, &Proposals::phaseChanged, this, &PromptBar::updateState);
    connect(&proposals, &Proposals::thresholdChanged, this, &PromptBar::followThreshold);
    connect(&proposals, &Proposals::itemsChanged, this, &PromptBar::updateState);
    connect(&session, &Session::pictureChanged, this, &PromptBar::updateState);
    connect(&session.review(), &Review::currentChanged, this, &PromptBar::updateState);
    connect(&session.review(), &Review::modeChanged, this, &PromptBar::updateState);
    connect(&session.service(), &core::InferenceService::modelChanged, this,
            [this](const core::ModelStatus& model) {
                m_session.proposals().setModelThreshold(model.threshold);
                updateState();
            });
    followThreshold();
    updateState();
}

void PromptBar::followThreshold() {
    const QSignalBlocker nobodyMovedIt(m_threshold);
    m_threshold->setValue(int(std::lround(m_session.proposals().threshold() * 100)));
    updateState();
}

void PromptBar::buildFoundAgain() {
    m_again = new QToolButton(this);
    m_again->setObjectName(QStringLiteral("foundAgain"));
    m_again->setAccessibleName(tr("Instances that are found again"));
    m_again->setToolTip(
        tr("What Accept does with instances that are there already: those that share 70 % of "
           "their pixels with a proposal. Reject a proposal with X to leave its instance as it is."));
    m_again->setPopupMode(QToolButton::InstantPopup);
    m_again->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_again);
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, const QString& tip, FoundAgain rule) {
        QAction* action = menu->addAction(text, this, [this, rule, text] {
            m_session.proposals().setFoundAgain(rule);
            m_again->setText(text);
        });
        action->setToolTip(tip);
        action->setCheckable(true);
        group->addAction(action);
        if (rule == m_session.proposals().foundAgain()) {
            action->setChecked(true);
            m_again->setText(text);
        }
    };
    menu->setToolTipsVisible(true);
    add(tr("Keep"), tr("They stay as they are; nothing is proposed for them"), FoundAgain::Keep);
    add(tr("Replace"), tr("They get the shape that was found, except where a hand painted"),
        FoundAgain::Replace);
    add(tr("Merge"), tr("They get what was found besides their own shape, except where a hand erased"),
        FoundAgain::Merge);
    m_again->setMenu(menu);
    m_again->hide();
}

void PromptBar::build(const Actions& actions) {
    m_phrase = new QLineEdit(this);
    m_phrase->setAccessibleName(tr("Phrase"));
    m_phrase->setClearButtonEnabled(true);
    m_phrase->addAction(icon(Icon::Phrase), QLineEdit::LeadingPosition);
    m_phrase->setMinimumWidth(140);
    m_phrase->setMaximumWidth(320);
    m_phrase->installEventFilter(this);
    m_find = button(actions[ActionId::RunPrompt], tr("Find"), this);
    m_chips = new QWidget(this);
    m_chipRow = new QHBoxLayout(m_chips);
    m_chipRow->setContentsMargins(0, 0, 0, 0);
    m_chipRow->setSpacing(4);
    m_state = new QLabel(this);
    m_state->setAccessibleName(tr("What was found"));
    m_state->setMinimumWidth(60);
    m_threshold = new QSlider(Qt::Horizontal, this);
    m_threshold->setRange(kFirst, kSteps);
    m_threshold->setMinimumWidth(50); // narrow before the words of some languages are cut off
    m_threshold->setMaximumWidth(130);
    m_threshold->setAccessibleName(tr("Threshold"));
    m_threshold->setToolTip(
        tr("Proposals scored lower than this are left out; each label keeps its own. Nothing is computed "
           "again."));
    m_thresholdText = new QLabel(this);
    buildFoundAgain();
    m_thresholdText->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.00")));
    m_accept = button(actions[ActionId::Accept], tr("Accept"), this);
    m_drop = button(actions[ActionId::DropProposals], tr("Drop"), this);

    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_phrase, 4);
    row->addWidget(m_find);
    row->addSpacing(kGap);
    row->addWidget(m_state, 5);
    row->addWidget(m_again);
    row->addWidget(new QLabel(tr("Score"), this));
    row->addWidget(m_threshold);
    row->addWidget(m_thresholdText);
    row->addSpacing(kGap);
    row->addWidget(m_accept);
    row->addWidget(m_drop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->setSpacing(kGap);
    column->addLayout(row);
    column->addWidget(m_chips, 0, Qt::AlignLeft);
    m_chips->hide();
}

void PromptBar::focusPhrase() {
    m_phrase->setFocus(Qt::ShortcutFocusReason);
    m_phrase->selectAll();
}

bool PromptBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_phrase && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            emit leaveToCanvas();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            submit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PromptBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateChips();
    }
}

void PromptBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateState();
}

void PromptBar::submit() {
    if (!m_session.service().model().ready) {
        m_session.report(modelText());
        emit leaveToCanvas();
    } else if (!m_session.proposals().query().isEmpty()) {
        m_session.proposals().run();
        emit leaveToCanvas();
    }
}

void PromptBar::updateChips() {
    while (QLayoutItem* item = m_chipRow->takeAt(0)) {
        // A chip may be the sender of the click that removes it.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto& boxes = m_session.proposals().query().boxes;
    const SignalColors colors = signalColors(palette());
    for (int i = 0; i < boxes.size(); ++i) {
        auto* chip = new QToolButton(m_chips);
        chip->setText((boxes[i].positive ? tr("like box %1") : tr("not box %1")).arg(i + 1) +
                      QStringLiteral("  ✕"));
        QPalette p = chip->palette();
        p.setColor(QPalette::ButtonText, boxes[i].positive ? colors.good : colors.bad);
        chip->setPalette(p);
        chip->setToolTip(boxes[i].positive ? tr("More like this. Click to remove.")
                                           : tr("Not like this. Click to remove."));
        chip->setAccessibleName(boxes[i].positive ? tr("Remove example %1").arg(i + 1)
                                                  : tr("Remove counter-example %1").arg(i + 1));
        connect(chip, &QToolButton::clicked, this, [this, i] { m_session.proposals().removeBox(i); });
        m_chipRow->addWidget(chip);
    }
    m_chips->setVisible(!boxes.isEmpty());
}

QString PromptBar::modelText() const {
    const core::ModelStatus& model = m_session.service().model();
    if (!model.ready) {
        return tr("No model is loaded. Brush, eraser and all lists work without one.");
    }
    return model.hasText ? QString() : tr("%1 knows no phrases; draw an exemplar box.").arg(model.name);
}

QString PromptBar::stateText() const {
    const Proposals& proposals = m_session.proposals();
    switch (proposals.phase()) {
    case Proposals::Phase::Running:
        return tr("Looking …");
    case Proposals::Phase::Failed:
        return proposals.failure();
    case Proposals::Phase::Idle:
        return modelText();
    case Proposals::Phase::Ready:
        break;
    }
    const int found = proposals.found();
    const int passing = proposals.passing();
    const int covered = proposals.covered();
    QString text;
    if (found == 0) {
        text = covered > 0 ? tr("Nothing new") : tr("Nothing found. Try a synonym or an exemplar box.");
    } else if (passing == 0) {
        text = tr("Nothing above %1. Best guess %2")
                   .arg(double(proposals.threshold()), 0, 'f', 2)
                   .arg(double(proposals.bestScore()), 0, 'f', 2);
    } else {
        text = tr("%1 found, %2 pass").arg(found).arg(passing);
    }
    return covered > 0 ? text + tr(", %1 labelled already").arg(covered) : text;
}

void PromptBar::updateState() {
    const core::ModelStatus& model = m_session.service().model();
    const Proposals& proposals = m_session.proposals();
    const bool picture = !m_session.picture().image.isNull();
    m_phrase->setEnabled(picture && (!model.ready || model.hasText));
    m_phrase->setPlaceholderText(model.ready && !model.hasText ? tr("Exemplar boxes only")
                                                               : tr("What to find  ( / )"));
    m_find->defaultAction()->setEnabled(picture && model.ready && !proposals.query().isEmpty());
    const bool any = proposals.passing() > 0 || m_session.review().current() != nullptr;
    m_accept->defaultAction()->setEnabled(any);
    m_drop->defaultAction()->setEnabled(!proposals.items().empty() || !proposals.query().boxes.isEmpty() ||
                                        proposals.phase() == Proposals::Phase::Running);
    m_again->setVisible(proposals.covered() > 0);
    const QString text = stateText();
    // Cut to the width it has: a long sentence must not push the buttons out of the window. Of a count the
    // numbers are kept.
    const int width = std::max(m_state->width(), 60);
    const QString numbers = QStringLiteral("%1 / %2").arg(proposals.passing()).arg(proposals.found());
    const bool counted = proposals.phase() == Proposals::Phase::Ready && any;
    const bool fits = fontMetrics().horizontalAdvance(text) <= width;
    m_state->setText(counted && !fits ? numbers : fontMetrics().elidedText(text, Qt::ElideRight, width));
    const bool answered = proposals.phase() == Proposals::Phase::Ready;
    m_state->setToolTip(answered
                            ? text + QLatin1Char('\n') +
                                  tr("The model took %1 s.").arg(proposals.milliseconds() / 1000, 0, 'f', 2)
                            : text);
    m_thresholdText->setText(QString::number(double(proposals.threshold()), 'f', 2));
}

} // namespace gui
