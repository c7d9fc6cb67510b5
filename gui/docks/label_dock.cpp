// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/label_dock.h"

#include "gui/dialogs/remap_dialog.h"
#include "gui/docks/label_panel.h"
#include "gui/icons.h"
#include "gui/models/label_model.h"
#include "gui/models/row_delegate.h"
#include "gui/session/filter.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/new_label.h"
#include "core/project/project.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace gui {

LabelDock::LabelDock(Session& session, QWidget* parent)
    : QDockWidget(tr("Labels"), parent), m_session(session), m_model(new LabelModel(session, this)) {
    setObjectName(QStringLiteral("labels"));
    auto* content = new QWidget(this);
    m_view = new QListView(content);
    m_view->setAccessibleName(tr("Labels"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(
        new RowDelegate({LabelModel::DigitRole, LabelModel::ColorRole, LabelModel::CountRole}, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setMinimumWidth(210);
    m_view->setEditTriggers(QListView::DoubleClicked | QListView::EditKeyPressed);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new QLabel(tr("No labels yet.\nThe first phrase or shape makes one."), m_view);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* over = new QVBoxLayout(m_view);
    over->addWidget(m_empty);
    m_view->setDragDropMode(QListView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_panel = new LabelPanel(session, content);
    m_panel->hide();
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addWidget(m_panel);
    column->addWidget(buildButtons(content));
    setWidget(content);

    connect(m_view, &QListView::customContextMenuRequested, this, &LabelDock::showMenu);
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex& index) { m_session.assignLabel(m_model->labelAt(index.row())); });
    connect(&session, &Session::labelChanged, this, &LabelDock::followCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LabelDock::followCurrent);
    followCurrent();
}

QWidget* LabelDock::buildButtons(QWidget* content) {
    auto* row = new QWidget(content);
    auto* add = new QToolButton(row);
    add->setText(tr("New label"));
    add->setIcon(icon(Icon::Add));
    add->setToolButtonStyle(Qt::ToolButtonIconOnly); // three words don't fit in every language
    add->setToolTip(tr("Add a label. A phrase that finds something makes its own."));
    m_schema = new QToolButton(row);
    m_schema->setText(tr("Schema"));
    m_schema->setCheckable(true);
    m_schema->setToolTip(tr("Colour, phrases, threshold and attributes of the current label"));
    auto* merge = new QToolButton(row);
    merge->setText(tr("Merge …"));
    merge->setToolTip(tr("Merge, change or delete labels in all images"));
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(0);
    for (QToolButton* button : {add, m_schema, merge}) {
        button->setAutoRaise(true);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    connect(add, &QToolButton::clicked, this, &LabelDock::addLabel);
    connect(m_schema, &QToolButton::toggled, m_panel, &QWidget::setVisible);
    connect(merge, &QToolButton::clicked, this, &LabelDock::openRemap);
    return row;
}

void LabelDock::followCurrent() {
    m_empty->setVisible(m_model->rowCount() == 0);
    const int row = m_model->rowOf(m_session.label());
    m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

void LabelDock::addLabel() {
    if (m_session.project() == nullptr) {
        return;
    }
    QString name = tr("label");
    for (int i = 2; m_session.project()->labelByName(name) != nullptr; ++i) {
        name = tr("label %1").arg(i);
    }
    const core::Label label = core::newLabel(*m_session.project(), name);
    m_session.commit(edits::setLabel(std::nullopt, label));
    m_session.setLabel(label.id);
    m_view->edit(m_model->index(m_model->rowOf(label.id)));
}

void LabelDock::openRemap() {
    if (m_session.project() != nullptr && !m_session.project()->labels().isEmpty()) {
        (new RemapDialog(m_session, m_session.label(), window()))->show();
    }
}

void LabelDock::removeLabel() {
    const core::Project* project = m_session.project();
    const core::Label* label = project ? project->label(m_session.label()) : nullptr;
    if (label == nullptr) {
        return;
    }
    m_session.filter().whenWritten([this, id = label->id] {
        m_session.filter().search()->ask(
            [id](const core::InstanceIndex& index, const core::QueryContext&) {
                const auto& rows = index.rows();
                return std::any_of(rows.begin(), rows.end(), [&](const core::InstanceRow& row) {
                    return row.present && index.labels()[row.label] == id;
                });
            },
            [this, id](bool used) { finishRemoval(id, used); });
    });
}

void LabelDock::finishRemoval(core::LabelId id, bool used) {
    const core::Label* label = m_session.project()->label(id);
    if (label != nullptr && used) {
        (new RemapDialog(m_session, id, window()))->show();
        m_session.report(tr("“%1” is in use. Choose what becomes of its instances.").arg(label->name));
    } else if (label != nullptr) {
        m_session.commit(edits::setLabel(*label, std::nullopt));
    }
}

void LabelDock::moveLabel(int rows) {
    const int row = m_model->rowOf(m_session.label());
    if (row >= 0) {
        m_session.commit(edits::reorderLabel(*m_session.project(), m_session.label(), row + rows));
    }
}

void LabelDock::showMenu(const QPoint& at) {
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid()) {
        return;
    }
    m_session.setLabel(m_model->labelAt(index.row()));
    QMenu menu(this);
    menu.addAction(tr("Rename"), this, [this] { m_view->edit(m_view->currentIndex()); });
    menu.addAction(tr("Colour …"), m_panel, &LabelPanel::chooseColor);
    menu.addAction(tr("Schema"), m_schema, [this] { m_schema->setChecked(true); });
    menu.addSeparator();
    menu.addAction(tr("Move up"), this, [this] { moveLabel(-1); });
    menu.addAction(tr("Move down"), this, [this] { moveLabel(1); });
    menu.addSeparator();
    menu.addAction(tr("Merge …"), this, &LabelDock::openRemap);
    menu.addAction(icon(Icon::Trash), tr("Delete label"), this, &LabelDock::removeLabel);
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

} // namespace gui
