// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/command_palette.h"

#include "gui/keys/fuzzy.h"
#include "gui/keys/key_map.h"
#include "gui/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPixmap>
#include <QTreeWidget>

#include <algorithm>

namespace gui {
namespace {

constexpr int kWidth = 560;
constexpr int kRows = 12;

struct Found {
    const ActionSpec* spec;
    int score;
};

/// Best first; what can't run now comes after what can and fits as well.
QList<Found> search(const QString& typed, const Actions& actions) {
    QList<Found> found;
    for (const ActionSpec& spec : Actions::table()) {
        const auto name = fuzzyScore(typed, Actions::plainText(spec));
        const auto use = typed.size() < 3 ? std::nullopt : fuzzyScore(typed, Actions::tip(spec));
        if (spec.id == ActionId::Palette || (!name && !use)) {
            continue;
        }
        const int score = std::max(name.value_or(-10000), use.value_or(-10000) / 2);
        found.append({&spec, score - (actions[spec.id]->isEnabled() ? 0 : 30)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.score > b.score; });
    return found;
}

} // namespace

CommandPalette::CommandPalette(Actions& actions, const KeyMap& map, QWidget* window)
    : QFrame(window), m_actions(actions), m_map(map), m_typed(new QLineEdit(this)),
      m_list(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("palette"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_typed->setPlaceholderText(tr("Type a command"));
    m_typed->setAccessibleName(tr("Command to find"));
    m_typed->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setColumnCount(2);
    m_list->header()->hide();
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({16, 16});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(m_typed);
    column->addWidget(m_list);
    m_typed->installEventFilter(this);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open() {
    m_focusBefore = QApplication::focusWidget();
    m_typed->clear();
    fill();
    const int row = std::max(m_list->sizeHintForRow(0), 16);
    resize(std::min(kWidth, parentWidget()->width() - 4 * kMargin),
           m_typed->sizeHint().height() + row * kRows + 4 * kMargin);
    move((parentWidget()->width() - width()) / 2, 6 * kMargin);
    raise();
    show();
    m_typed->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill() {
    m_list->clear();
    QPixmap nothing(m_list->iconSize()); // keeps the names in line
    nothing.fill(Qt::transparent);
    for (const Found& found : search(m_typed->text(), m_actions)) {
        const ActionId id = found.spec->id;
        const QString why = m_actions.whyNot(id);
        const QString name = Actions::plainText(*found.spec);
        auto* row = new QTreeWidgetItem(
            m_list, {why.isEmpty() ? name : tr("%1 – %2").arg(name, why), m_map.keysText(id)});
        row->setIcon(0, found.spec->icon == Icon::None ? QIcon(nothing) : m_actions[id]->icon());
        row->setToolTip(0, Actions::tip(*found.spec));
        row->setData(0, Qt::UserRole, int(id));
        row->setDisabled(!why.isEmpty());
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_typed && event->type() == QEvent::FocusOut) {
        hide();
    } else if (watched == m_typed && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            leave();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_PageUp:
            step(-kRows);
            return true;
        case Qt::Key_PageDown:
            step(kRows);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::step(int rows) {
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    const int to = std::clamp(at + rows, 0, std::max(m_list->topLevelItemCount() - 1, 0));
    m_list->setCurrentItem(m_list->topLevelItem(to));
}

void CommandPalette::run() {
    const QTreeWidgetItem* row = m_list->currentItem();
    if (row == nullptr || row->isDisabled()) {
        return;
    }
    const auto id = ActionId(row->data(0, Qt::UserRole).toInt());
    leave();
    m_actions[id]->trigger();
}

void CommandPalette::leave() {
    hide();
    if (m_focusBefore != nullptr) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
}

} // namespace gui
