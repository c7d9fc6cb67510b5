// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include <QToolBar>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace gui {

class Actions;
class CanvasView;

/// What can be set about the current tool, in one line.
class ToolOptions : public QToolBar {
    Q_OBJECT
public:
    ToolOptions(CanvasView& canvas, Actions& actions, QWidget* parent = nullptr);

private:
    QSpinBox* addNumber(const QString& name, int most, const QString& suffix);
    QCheckBox* addSwitch(const QString& text, const QString& tip);
    void addOverlap(Actions& actions);
    void store();
    void follow();

    CanvasView& m_canvas;
    Actions& m_actions;
    QLabel* m_name;
    QSpinBox* m_size;
    QCheckBox* m_pressure;
    QCheckBox* m_onlySimilar;
    QSpinBox* m_similarity;
    QSpinBox* m_tolerance;
    QCheckBox* m_contiguous;
    QHash<QWidget*, QList<ToolId>> m_shownFor;
};

} // namespace gui
