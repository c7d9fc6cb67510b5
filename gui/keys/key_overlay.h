// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"
#include "gui/tools/tool.h"

#include <QFrame>

class QGridLayout;

namespace gui {

class KeyMap;

/// The keys and gestures of the present tool and those of the canvas, laid over the window. Never takes the
/// focus; the next key or click closes it and does its own work as well (only Esc does nothing else).
class KeyOverlay : public QFrame {
    Q_OBJECT
public:
    KeyOverlay(const KeyMap& map, QWidget* window);

    /// `tool` is the command that picks the present tool.
    void open(ActionId tool, const QList<Gesture>& gestures);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Row {
        QString keys;
        QString use;
    };
    void build(ActionId tool, const QList<Gesture>& gestures, const QList<Row>& rows);
    QList<Row> canvasRows() const;
    QWidget* table(const QString& title, const QList<Row>& rows, int columns);

    const KeyMap& m_map;
    QWidget* m_content = nullptr;
};

} // namespace gui
