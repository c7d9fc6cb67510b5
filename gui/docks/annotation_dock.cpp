// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/annotation_dock.h"

#include "gui/actions.h"
#include "gui/models/annotation_model.h"
#include "gui/models/row_delegate.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>

#include <algorithm>

namespace gui {

AnnotationDock::AnnotationDock(Session& session, const Actions& actions, QWidget* parent)
    : QDockWidget(tr("Instances"), parent), m_session(session), m_model(new AnnotationModel(session, this)) {
    setObjectName(QStringLiteral("instances"));
    auto* content = new QWidget(this);
    m_view = new QListView(content);
    m_view->setAccessibleName(tr("Instances"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(
        {AnnotationModel::NumberRole, AnnotationModel::ColorRole, AnnotationModel::DetailRole}, m_view));
    m_view->setSelectionMode(QListView::ExtendedSelection);
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setMinimumWidth(210);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_empty = new QLabel(tr("Nothing labelled here yet.\nType a phrase, or paint with B."), m_view);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* over = new QVBoxLayout(m_view);
    over->addWidget(m_empty);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (const ActionId id : {ActionId::ToggleHide, ActionId::ToggleLock, ActionId::Delete}) {
        auto* button = new QToolButton(content);
        button->setDefaultAction(actions[id]);
        button->setAutoRaise(true);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addLayout(buttons);
    setWidget(content);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AnnotationDock::sendSelection);
    connect(m_view, &QListView::entered, this, [this](const QModelIndex& index) {
        m_session.selection().setHovered(m_model->idAt(index.row()));
    });
    connect(m_view, &QListView::doubleClicked, this, &AnnotationDock::activated);
    connect(&session.selection(), &Selection::changed, this, &AnnotationDock::followSelection);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_following = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_following = false;
        followSelection();
        updateEmpty();
    });
    connect(&session, &Session::imageChanged, this, &AnnotationDock::updateEmpty);
    updateEmpty();
}

void AnnotationDock::updateEmpty() {
    const int count = m_model->rowCount();
    m_empty->setVisible(count == 0 && m_session.image().isValid());
    setWindowTitle(count == 0 ? tr("Instances") : tr("Instances  %1").arg(count));
}

void AnnotationDock::followSelection() {
    if (m_following) {
        return;
    }
    m_following = true;
    QItemSelection rows;
    for (const core::AnnotationId id : m_session.selection().ids()) {
        if (const int row = m_model->rowOf(id); row >= 0) {
            rows.select(m_model->index(row), m_model->index(row));
        }
    }
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    const int current = m_model->rowOf(m_session.selection().current());
    if (current >= 0) {
        m_view->selectionModel()->setCurrentIndex(m_model->index(current), QItemSelectionModel::NoUpdate);
        m_view->scrollTo(m_model->index(current));
    }
    m_following = false;
}

void AnnotationDock::sendSelection() {
    if (m_following) {
        return;
    }
    QList<core::AnnotationId> ids;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes()) {
        ids.append(m_model->idAt(index.row()));
    }
    m_following = true;
    m_session.selection().set(ids);
    m_following = false;
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
