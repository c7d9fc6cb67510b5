// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/label_dock.h"

#include "gui/icons.h"
#include "gui/models/label_model.h"
#include "gui/models/row_delegate.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QColorDialog>
#include <QInputDialog>
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
    auto* add = new QToolButton(content);
    add->setText(tr("New label"));
    add->setIcon(icon(Icon::Add));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setAutoRaise(true);
    add->setToolTip(tr("Add a label. A phrase that finds something makes its own."));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addWidget(add);
    setWidget(content);

    connect(add, &QToolButton::clicked, this, &LabelDock::addLabel);
    connect(m_view, &QListView::customContextMenuRequested, this, &LabelDock::showMenu);
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex& index) { m_session.assignLabel(m_model->labelAt(index.row())); });
    connect(&session, &Session::labelChanged, this, &LabelDock::followCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LabelDock::followCurrent);
    followCurrent();
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
    const core::Label label = edits::newLabel(*m_session.project(), name);
    m_session.commit(edits::setLabel(std::nullopt, label));
    m_session.setLabel(label.id);
    m_view->edit(m_model->index(m_model->rowOf(label.id)));
}

void LabelDock::removeLabel() {
    const core::Label* label = m_session.project()->label(m_session.label());
    if (label == nullptr) {
        return;
    }
    const QString name = label->name;
    if (isUsed(label->id)) {
        m_session.report(tr("“%1” is in use. Give its instances another label first.").arg(name));
        return;
    }
    m_session.commit(edits::setLabel(*label, std::nullopt));
}

bool LabelDock::isUsed(core::LabelId label) {
    core::Project& project = *m_session.project();
    for (const core::ImageInfo& image : QList<core::ImageInfo>(project.images())) {
        const bool visiting = !project.isLoaded(image.id);
        if (visiting && !m_session.openProject()->loadImage(image.id)) {
            return true;
        }
        const auto annotations = project.annotations(image.id);
        const bool used =
            std::any_of(annotations.begin(), annotations.end(),
                        [label](const core::Annotation* a) { return a->fields.label == label; });
        if (visiting) {
            project.unload(image.id);
        }
        if (used) {
            return true;
        }
    }
    return false;
}

void LabelDock::chooseColor() {
    const core::Label before = *m_session.project()->label(m_session.label());
    const QColor color = QColorDialog::getColor(before.color, this, tr("Colour of %1").arg(before.name));
    if (color.isValid() && m_session.project()->label(before.id) != nullptr) {
        core::Label after = before;
        after.color = color;
        m_session.commit(edits::setLabel(before, after));
    }
}

void LabelDock::editPhrase() {
    const core::Label before = *m_session.project()->label(m_session.label());
    bool ok = false;
    const QString phrase = QInputDialog::getText(this, tr("Phrase of %1").arg(before.name),
                                                 tr("What the model is asked for; empty: the name"),
                                                 QLineEdit::Normal, before.phrase, &ok);
    if (ok && phrase.simplified() != before.phrase) {
        core::Label after = before;
        after.phrase = phrase.simplified();
        m_session.commit(edits::setLabel(before, after));
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
    menu.addAction(tr("Colour …"), this, &LabelDock::chooseColor);
    menu.addAction(tr("Phrase …"), this, &LabelDock::editPhrase);
    menu.addSeparator();
    menu.addAction(icon(Icon::Trash), tr("Delete label"), this, &LabelDock::removeLabel);
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

} // namespace gui
