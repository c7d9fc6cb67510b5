// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"
#include "core/project/annotation.h"

#include "core/base/background.h"

#include <QFrame>
#include <QHash>

#include <stop_token>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;

namespace gui {

class CanvasScene;
class Session;

/// What the panel does to each selected instance, by a number.
enum class ShapeOperation { Grow, Shrink, Smooth, FillHoles, DropIslands, Simplify };

/// A small panel on the canvas: an operation and its number, with the result shown on the canvas and in
/// figures before it is stored. Never blocks: the picture can be moved and other instances selected while it
/// is open. Enter stores, Esc drops.
class ShapePanel : public QFrame {
    Q_OBJECT
public:
    /// `canvas` is the parent that the panel stays at the top of.
    ShapePanel(Session& session, CanvasScene& scene, QWidget* canvas);

    void open(ShapeOperation operation);
    void setNumber(double number);
    void close();
    void apply();
    /// The figures under the number belong to what is chosen now.
    bool isReady() const { return m_ready; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Result {
        QHash<core::AnnotationId, core::Mask> masks;
        QString figures;
    };
    bool answersTo(int key);
    ShapeOperation operation() const;
    void operationChanged();
    void ask();
    void answered(const Result& result);
    void place();
    static Result compute(const QHash<core::AnnotationId, core::Mask>& masks, ShapeOperation operation,
                          double number, const QRect& bounds);

    Session& m_session;
    CanvasScene& m_scene;
    QComboBox* m_operation;
    QDoubleSpinBox* m_number;
    QSlider* m_slider;
    QLabel* m_figures;
    QPushButton* m_apply;
    QHash<ShapeOperation, double> m_numbers; ///< the last one of each operation
    QHash<core::AnnotationId, core::Mask> m_before;
    QHash<core::AnnotationId, core::Mask> m_after;
    bool m_ready = false;
    bool m_applyWaits = false;
    core::Background m_background;
};

} // namespace gui
