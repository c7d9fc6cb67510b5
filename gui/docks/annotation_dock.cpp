// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/annotation_dock.h"

#include "gui/actions.h"
#include "gui/commands/instance_commands.h"
#include "gui/docks/attribute_panel.h"
#include "gui/docks/query_edit.h"
#include "gui/models/annotation_model.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

namespace gui {

AnnotationDock::AnnotationDock(Session& session, const Actions& actions, QWidget* parent)
    : QDockWidget(tr("Instances"), parent), m_session(session), m_actions(actions),
      m_model(new AnnotationModel(session, this)) {
    setObjectName(QStringLiteral("instances"));
    auto* content = new QWidget(this);
    content->setMinimumWidth(210);
    buildTable(content);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (const ActionId id : {ActionId::ToggleHide, ActionId::ToggleLock, ActionId::Delete}) {
        auto* button = new QToolButton(content);
        button->setDefaultAction(actions[id]);
        button->setAutoRaise(true);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* filter = new QHBoxLayout;
    filter->setContentsMargins(kMargin, kGap / 2, kMargin, kGap / 2);
    filter->addWidget(new QueryEdit(session, content));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(filter);
    column->addWidget(m_view, 1);
    column->addWidget(new AttributePanel(session, content));
    column->addLayout(buttons);
    setWidget(content);
    follow();
    updateEmpty();
}

void AnnotationDock::buildTable(QWidget* content) {
    m_view = new QTreeView(content);
    m_view->setAccessibleName(tr("Instances"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QTreeView::ExtendedSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QTreeView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setSortingEnabled(true);
    QHeaderView* header = m_view->header();
    header->setMinimumSectionSize(24);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(AnnotationModel::Label, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{AnnotationModel::Number, 30},
                                          {AnnotationModel::Score, 42},
                                          {AnnotationModel::Area, 58},
                                          {AnnotationModel::State, 70}};
    for (const auto& [column, width] : widths) {
        header->resizeSection(column, width);
    }
    // What a narrow dock has room for; the header's menu shows the others.
    for (const int column : {AnnotationModel::Area, AnnotationModel::Source, AnnotationModel::Attributes}) {
        header->hideSection(column);
    }
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->sortByColumn(AnnotationModel::Number, Qt::AscendingOrder);
    m_empty = new QLabel(m_view);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* over = new QVBoxLayout(m_view);
    over->addWidget(m_empty);
}

void AnnotationDock::follow() {
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AnnotationDock::sendSelection);
    connect(m_view, &QTreeView::entered, this, [this](const QModelIndex& index) {
        m_session.selection().setHovered(m_model->idAt(index.row()));
    });
    connect(m_view, &QTreeView::viewportEntered, this, [this] { m_session.selection().setHovered({}); });
    m_view->viewport()->installEventFilter(this);
    connect(m_view, &QTreeView::doubleClicked, this, &AnnotationDock::activated);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &AnnotationDock::showMenu);
    connect(m_view->header(), &QHeaderView::customContextMenuRequested, this,
            &AnnotationDock::showColumnMenu);
    connect(&m_session.selection(), &Selection::changed, this, &AnnotationDock::followSelection);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_following = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_following = false;
        followSelection();
        updateEmpty();
    });
    connect(&m_session, &Session::imageChanged, this, &AnnotationDock::updateEmpty);
}

bool AnnotationDock::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Leave) {
        m_session.selection().setHovered({});
    }
    return QDockWidget::eventFilter(watched, event);
}

void AnnotationDock::updateEmpty() {
    const int count = m_model->rowCount();
    const int hidden = m_model->hiddenByFilter();
    m_empty->setText(hidden > 0 ? tr("The filter hides all %1 of them.").arg(hidden)
                                : tr("Nothing labelled here yet.\nType a phrase, or paint with B."));
    m_empty->setVisible(count == 0 && m_session.image().isValid());
    setWindowTitle(hidden > 0  ? tr("Instances  %1 of %2").arg(count).arg(count + hidden)
                   : count > 0 ? tr("Instances  %1").arg(count)
                               : tr("Instances"));
}

void AnnotationDock::followSelection() {
    if (m_following) {
        return;
    }
    m_following = true;
    QItemSelection rows;
    const int last = AnnotationModel::ColumnCount - 1;
    for (const core::AnnotationId id : m_session.selection().ids()) {
        if (const int row = m_model->rowOf(id); row >= 0) {
            rows.select(m_model->index(row, 0), m_model->index(row, last));
        }
    }
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    const int current = m_model->rowOf(m_session.selection().current());
    if (current >= 0) {
        m_view->selectionModel()->setCurrentIndex(m_model->index(current, 0), QItemSelectionModel::NoUpdate);
        m_view->scrollTo(m_model->index(current, 0));
    }
    m_following = false;
}

void AnnotationDock::sendSelection() {
    if (m_following) {
        return;
    }
    QList<core::AnnotationId> ids;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) {
        ids.append(m_model->idAt(index.row()));
    }
    m_following = true;
    m_session.selection().set(ids);
    m_following = false;
}

void AnnotationDock::showMenu(const QPoint& at) {
    if (m_session.selection().isEmpty()) {
        return;
    }
    QMenu menu(this);
    fillInstanceMenu(menu, m_actions, m_session);
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void AnnotationDock::showColumnMenu(const QPoint& at) {
    QMenu menu(this);
    QHeaderView* header = m_view->header();
    for (int column = AnnotationModel::Score; column < AnnotationModel::ColumnCount; ++column) {
        QAction* show =
            menu.addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        show->setCheckable(true);
        show->setChecked(!header->isSectionHidden(column));
        connect(show, &QAction::toggled, header,
                [header, column](bool on) { header->setSectionHidden(column, !on); });
    }
    menu.exec(header->mapToGlobal(at));
}

bool AnnotationDock::step(int rows) {
    const int count = m_model->rowCount();
    if (count == 0) {
        return false;
    }
    const int at = m_model->rowOf(m_session.selection().current());
    const int to = at < 0 ? (rows > 0 ? 0 : count - 1) : (at + rows + count) % count;
    m_session.selection().select(m_model->idAt(to));
    return true;
}

} // namespace gui
