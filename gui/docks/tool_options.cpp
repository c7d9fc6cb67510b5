// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/tool_options.h"

#include "gui/actions.h"
#include "gui/canvas/canvas_view.h"
#include "gui/commands/editing.h"
#include "gui/tools/tool_manager.h"
#include "gui/tools/tool_settings.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace gui {
namespace {

const QList<ToolId> kBrushes{ToolId::Brush, ToolId::Eraser};
const QList<ToolId> kShapes{ToolId::Brush,     ToolId::Eraser, ToolId::Lasso,   ToolId::Polygon,
                            ToolId::Rectangle, ToolId::Wand,   ToolId::Scissors};

} // namespace

ToolOptions::ToolOptions(CanvasView& canvas, Actions& actions, QWidget* parent)
    : QToolBar(tr("Tool options"), parent), m_canvas(canvas), m_actions(actions), m_name(new QLabel(this)) {
    setObjectName(QStringLiteral("toolOptions"));
    setMovable(false);
    m_name->setMinimumWidth(m_name->fontMetrics().averageCharWidth() * 16);
    m_name->setContentsMargins(8, 0, 8, 0);
    addWidget(m_name);
    m_size = addNumber(tr("Size"), 2000, tr(" px"));
    m_size->setMinimum(1);
    m_pressure = addSwitch(tr("Pen pressure"), tr("A pen pressed harder paints wider"));
    m_onlySimilar =
        addSwitch(tr("Only similar"), tr("Paint only pixels that look like the one the stroke begins on"));
    m_similarity = addNumber(tr("Difference"), 255, {});
    m_tolerance = addNumber(tr("Tolerance"), 255, {});
    m_contiguous = addSwitch(tr("Contiguous"), tr("Only pixels that hang together with the one clicked on"));
    for (QWidget* widget : {static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_pressure),
                            static_cast<QWidget*>(m_onlySimilar), static_cast<QWidget*>(m_similarity)}) {
        m_shownFor[widget->parentWidget()] = kBrushes;
    }
    m_shownFor[m_tolerance->parentWidget()] = {ToolId::Wand};
    m_shownFor[m_contiguous->parentWidget()] = {ToolId::Wand};
    addOverlap(actions);
    // As high as with everything in it, so that the canvas stays where it is.
    setMinimumHeight(sizeHint().height());
    connect(&canvas.settings(), &ToolSettings::changed, this, &ToolOptions::follow);
    connect(&canvas.tools(), &ToolManager::currentChanged, this, &ToolOptions::follow);
    follow();
    for (QSpinBox* box : {m_size, m_similarity, m_tolerance}) {
        connect(box, &QSpinBox::valueChanged, this, &ToolOptions::store);
    }
    for (QCheckBox* box : {m_pressure, m_onlySimilar, m_contiguous}) {
        connect(box, &QCheckBox::toggled, this, &ToolOptions::store);
    }
}

QSpinBox* ToolOptions::addNumber(const QString& name, int most, const QString& suffix) {
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(4, 0, 4, 0);
    auto* label = new QLabel(name, group);
    auto* box = new QSpinBox(group);
    box->setRange(0, most);
    box->setSuffix(suffix);
    box->setAccessibleName(name);
    label->setBuddy(box);
    row->addWidget(label);
    row->addWidget(box);
    addWidget(group);
    // Enter ends the entry and gives the keys back to the canvas.
    connect(box, &QSpinBox::editingFinished, &m_canvas, [this, box] {
        if (box->hasFocus()) {
            m_canvas.setFocus();
        }
    });
    return box;
}

QCheckBox* ToolOptions::addSwitch(const QString& text, const QString& tip) {
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(4, 0, 4, 0);
    auto* box = new QCheckBox(text, group);
    box->setToolTip(tip);
    row->addWidget(box);
    addWidget(group);
    return box;
}

void ToolOptions::addOverlap(Actions& actions) {
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(4, 0, 4, 0);
    auto* rules = new QComboBox(group);
    rules->setAccessibleName(tr("What happens to other instances under a stroke"));
    rules->setToolTip(rules->accessibleName());
    row->addWidget(rules);
    for (const ActionId id : {ActionId::OverlapAllow, ActionId::OverlapProtect, ActionId::OverlapOverwrite,
                              ActionId::OverlapAsk}) {
        QAction* action = actions[id];
        const int index = rules->count();
        rules->addItem(action->text().remove(QLatin1Char('&')));
        connect(action, &QAction::toggled, rules, [rules, index](bool on) {
            if (on) {
                rules->setCurrentIndex(index);
            }
        });
        connect(rules, &QComboBox::activated, action, [action, index](int chosen) {
            if (chosen == index) {
                action->trigger();
            }
        });
    }
    m_shownFor[group] = kShapes;
    addWidget(group);
}

void ToolOptions::store() {
    ToolSettings::Values v = m_canvas.settings().values();
    v.pressure = m_pressure->isChecked();
    v.onlySimilar = m_onlySimilar->isChecked();
    v.similarity = m_similarity->value();
    v.tolerance = m_tolerance->value();
    v.contiguous = m_contiguous->isChecked();
    const double size = m_size->value();
    m_canvas.settings().set(v);
    if (sender() == m_size) {
        m_canvas.tools().current().setSize(size);
    }
}

void ToolOptions::follow() {
    const ToolSettings::Values& v = m_canvas.settings().values();
    const ToolId tool = m_canvas.tools().currentId();
    for (QObject* widget : std::initializer_list<QObject*>{m_size, m_pressure, m_onlySimilar, m_similarity,
                                                           m_tolerance, m_contiguous}) {
        widget->blockSignals(true);
    }
    m_size->setValue(int(std::lround(m_canvas.tools().current().size())));
    m_pressure->setChecked(v.pressure);
    m_onlySimilar->setChecked(v.onlySimilar);
    m_similarity->setValue(v.similarity);
    m_similarity->setEnabled(v.onlySimilar);
    m_tolerance->setValue(v.tolerance);
    m_contiguous->setChecked(v.contiguous);
    for (QObject* widget : std::initializer_list<QObject*>{m_size, m_pressure, m_onlySimilar, m_similarity,
                                                           m_tolerance, m_contiguous}) {
        widget->blockSignals(false);
    }
    for (QAction* action : actions()) {
        if (const auto shown = m_shownFor.constFind(widgetForAction(action));
            shown != m_shownFor.constEnd()) {
            action->setVisible(shown->contains(tool));
        }
    }
    for (const auto& [action, id] : toolCommands()) {
        if (id == tool) {
            m_name->setText(m_actions[action]->text().remove(QLatin1Char('&')));
        }
    }
}

} // namespace gui
