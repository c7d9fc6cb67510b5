// SPDX-License-Identifier: Apache-2.0
#include "gui/layouts.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMetaEnum>
#include <QSettings>
#include <QToolBar>

#include <algorithm>

namespace gui {
namespace {

const auto kCurrentKey = QStringLiteral("window/layout");
// Panels of another version are not restored into this one.
constexpr int kVersion = 2;
constexpr std::array kLayouts{ActionId::LayoutLabel, ActionId::LayoutReview, ActionId::LayoutVideo};

} // namespace

Layouts::Layouts(Actions& actions, QSettings& settings, QMainWindow& window)
    : QObject(&window), m_actions(actions), m_settings(settings), m_window(window) {
    auto* group = new QActionGroup(this);
    for (const ActionId id : kLayouts) {
        actions[id]->setActionGroup(group);
        actions.bind(id, [this, id] { choose(id); });
    }
    actions.bind(ActionId::LayoutReset, [this] { reset(); });
}

QString Layouts::key(ActionId layout) const {
    return QStringLiteral("window/panels/") + Actions::name(layout);
}

QDockWidget* Layouts::panel(const QString& name) const {
    return m_window.findChild<QDockWidget*>(name, Qt::FindDirectChildrenOnly);
}

void Layouts::restore() {
    const QString name = m_settings.value(kCurrentKey).toString();
    for (const ActionId id : kLayouts) {
        if (Actions::name(id) == name) {
            m_current = id;
        }
    }
    m_actions[m_current]->setChecked(true);
    if (!m_window.restoreState(m_settings.value(key(m_current)).toByteArray(), kVersion)) {
        arrange();
    }
}

void Layouts::save() {
    m_settings.setValue(kCurrentKey, Actions::name(m_current));
    m_settings.setValue(key(m_current), m_window.saveState(kVersion));
}

void Layouts::choose(ActionId layout) {
    save();
    m_current = layout;
    m_actions[layout]->setChecked(true);
    if (!m_window.restoreState(m_settings.value(key(layout)).toByteArray(), kVersion)) {
        arrange();
    }
}

void Layouts::reset() {
    m_settings.remove(key(m_current));
    arrange();
}

void Layouts::arrange() {
    const auto docks = m_window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (QDockWidget* dock : docks) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    for (QToolBar* bar : m_window.findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        bar->show();
    }
    QDockWidget* labels = panel(QStringLiteral("labels"));
    QDockWidget* instances = panel(QStringLiteral("instances"));
    QDockWidget* images = panel(QStringLiteral("images"));
    const bool review = m_current == ActionId::LayoutReview;
    m_window.addDockWidget(Qt::RightDockWidgetArea, labels);
    m_window.addDockWidget(Qt::RightDockWidgetArea, instances);
    // Reviewing goes through a list of images from top to bottom; a film goes from left to right.
    m_window.addDockWidget(review ? Qt::LeftDockWidgetArea : Qt::BottomDockWidgetArea, images);
    if (m_current != ActionId::LayoutLabel) {
        m_window.tabifyDockWidget(labels, instances);
    }
    QDockWidget* last = instances;
    for (QDockWidget* dock : docks) {
        const bool ours = dock == labels || dock == instances || dock == images;
        if (!ours) {
            m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
            m_window.tabifyDockWidget(last, dock);
            last = dock;
        }
        dock->setVisible(ours);
    }
    instances->raise();
    if (QDockWidget* queue = panel(QStringLiteral("review")); review && queue != nullptr) {
        queue->show();
        queue->raise();
    }
    m_window.resizeDocks({labels}, {250}, Qt::Horizontal);
    m_window.resizeDocks({labels, instances}, {2, 3}, Qt::Vertical);
    m_window.resizeDocks({images}, {review ? 190 : 150}, review ? Qt::Horizontal : Qt::Vertical);
}

} // namespace gui
