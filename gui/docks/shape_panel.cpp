// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/shape_panel.h"

#include "gui/canvas/canvas_scene.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/session/shape_edits.h"

#include "core/mask/morphology.h"
#include "core/mask/outline.h"
#include "core/project/project.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <cmath>

namespace gui {
namespace {

/// What the number of an operation means and which numbers make sense.
struct Range {
    ShapeOperation operation;
    const char* text;
    double first, most, step;
    bool pixelsOfArea = false;
};

constexpr std::array<Range, 6> kRanges{
    {{ShapeOperation::Grow, QT_TRANSLATE_NOOP("gui::ShapePanel", "Grow by"), 3, 100, 1},
     {ShapeOperation::Shrink, QT_TRANSLATE_NOOP("gui::ShapePanel", "Shrink by"), 3, 100, 1},
     {ShapeOperation::Smooth, QT_TRANSLATE_NOOP("gui::ShapePanel", "Smooth by"), 3, 50, 1},
     {ShapeOperation::FillHoles, QT_TRANSLATE_NOOP("gui::ShapePanel", "Fill holes under"), 100, 100'000, 10,
      true},
     {ShapeOperation::DropIslands, QT_TRANSLATE_NOOP("gui::ShapePanel", "Drop islands under"), 100, 100'000,
      10, true},
     {ShapeOperation::Simplify, QT_TRANSLATE_NOOP("gui::ShapePanel", "Simplify within"), 1, 20, 0.1}}};

const Range& rangeOf(ShapeOperation operation) {
    return kRanges[std::size_t(operation)];
}

// The slider goes in thousandths, finer for small numbers.
int toSlider(double number, double most) {
    return int(std::lround(1000 * std::sqrt(number / most)));
}
double fromSlider(int value, double most) {
    return most * (value / 1000.0) * (value / 1000.0);
}

QString count(qint64 number) {
    return QLocale().toString(number);
}

} // namespace

ShapePanel::ShapePanel(Session& session, CanvasScene& scene, QWidget* canvas)
    : QFrame(canvas), m_session(session), m_scene(scene), m_operation(new QComboBox(this)),
      m_number(new QDoubleSpinBox(this)), m_slider(new QSlider(Qt::Horizontal, this)),
      m_figures(new QLabel(this)), m_apply(new QPushButton(tr("Apply"), this)) {
    setObjectName(QStringLiteral("shapePanel"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    for (const Range& range : kRanges) {
        m_operation->addItem(tr(range.text));
    }
    m_operation->setAccessibleName(tr("Operation"));
    m_number->setAccessibleName(tr("Amount"));
    m_slider->setAccessibleName(tr("Amount"));
    m_slider->setRange(0, 1000);
    m_slider->setMinimumWidth(120);
    m_apply->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* row = new QHBoxLayout;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_operation, m_number, m_slider, m_apply, cancel}) {
        row->addWidget(widget);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->addLayout(row);
    column->addWidget(m_figures);
    connect(m_operation, &QComboBox::currentIndexChanged, this, &ShapePanel::operationChanged);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, [this](double number) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(toSlider(number, m_number->maximum()));
        m_numbers[operation()] = number;
        ask();
    });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_number->setValue(fromSlider(value, m_number->maximum())); });
    connect(m_apply, &QPushButton::clicked, this, &ShapePanel::apply);
    connect(cancel, &QPushButton::clicked, this, &ShapePanel::close);
    connect(&session.selection(), &Selection::changed, this, &ShapePanel::ask);
    connect(&session, &Session::contentChanged, this, &ShapePanel::ask);
    connect(&session, &Session::imageChanged, this, &ShapePanel::close);
    connect(&session, &Session::projectChanged, this, &ShapePanel::close);
    canvas->installEventFilter(this);
    hide();
}

ShapeOperation ShapePanel::operation() const {
    return kRanges[std::size_t(std::max(0, m_operation->currentIndex()))].operation;
}

void ShapePanel::open(ShapeOperation operation) {
    {
        const QSignalBlocker blocker(m_operation);
        m_operation->setCurrentIndex(int(operation));
    }
    show();
    operationChanged();
    raise();
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void ShapePanel::setNumber(double number) {
    m_number->setValue(number);
}

void ShapePanel::operationChanged() {
    const Range& range = rangeOf(operation());
    const QSignalBlocker blocker(m_number);
    m_number->setDecimals(range.step < 1 ? 1 : 0);
    m_number->setRange(range.step < 1 ? 0 : 1, range.most);
    m_number->setSingleStep(range.step);
    m_number->setSuffix(range.pixelsOfArea ? tr(" px²") : tr(" px"));
    m_number->setValue(m_numbers.value(operation(), range.first));
    const QSignalBlocker still(m_slider);
    m_slider->setValue(toSlider(m_number->value(), range.most));
    ask();
}

void ShapePanel::place() {
    adjustSize();
    move(std::max(0, (parentWidget()->width() - width()) / 2), 10);
}

void ShapePanel::ask() {
    if (isHidden() || m_session.project() == nullptr) {
        return;
    }
    m_background.cancel();
    m_ready = false;
    m_before.clear();
    for (const core::Annotation* a : edits::unlocked(*m_session.project(), m_session.selection().ids())) {
        m_before[a->id] = a->mask;
    }
    m_apply->setEnabled(!m_before.isEmpty());
    if (m_before.isEmpty()) {
        m_applyWaits = false;
        m_scene.setTrialMasks({});
        m_figures->setText(tr("Select an unlocked instance."));
        place();
        return;
    }
    m_background.run([masks = m_before, op = operation(), number = m_number->value(),
                      bounds = m_session.imageRect()] { return compute(masks, op, number, bounds); },
                     [this](const Result& result) { answered(result); });
    place();
}

ShapePanel::Result ShapePanel::compute(const QHash<core::AnnotationId, core::Mask>& masks,
                                       ShapeOperation operation, double number, const QRect& bounds) {
    Result result;
    const int pixels = int(number);
    int vertices = 0;
    int verticesBefore = 0;
    double overlap = 1;
    double error = 0;
    qint64 areaBefore = 0;
    qint64 area = 0;
    int parts = 0;
    int holes = 0;
    for (auto at = masks.begin(); at != masks.end(); ++at) {
        core::Mask mask;
        if (operation == ShapeOperation::Simplify) {
            const core::Simplified s = core::simplified(*at, number);
            mask = s.mask;
            vertices += s.vertices;
            verticesBefore += s.verticesBefore;
            overlap = std::min(overlap, s.overlap);
            error = std::max(error, s.boundaryError);
        } else {
            mask = operation == ShapeOperation::Grow        ? core::grown(*at, pixels).clipped(bounds)
                   : operation == ShapeOperation::Shrink    ? core::shrunk(*at, pixels)
                   : operation == ShapeOperation::Smooth    ? core::smoothed(*at, pixels)
                   : operation == ShapeOperation::FillHoles ? at->holesFilled(pixels - 1)
                                                            : core::islandsDropped(*at, pixels);
            parts += mask.partCount();
            holes += mask.holeCount();
        }
        areaBefore += at->area();
        area += mask.area();
        result.masks[at.key()] = std::move(mask);
    }
    result.figures = operation == ShapeOperation::Simplify
                         ? tr("%1 → %2 vertices  ·  overlap (IoU) %3  ·  border off by %4 px at most")
                               .arg(count(verticesBefore), count(vertices),
                                    QLocale().toString(overlap, 'f', 4), QLocale().toString(error, 'f', 2))
                         : tr("%1 → %2 pixels  ·  parts: %3  ·  holes: %4")
                               .arg(count(areaBefore), count(area), count(parts), count(holes));
    const auto gone = std::count_if(result.masks.begin(), result.masks.end(),
                                    [](const core::Mask& mask) { return mask.isEmpty(); });
    if (gone > 0) {
        result.figures += QStringLiteral("  ·  ") + tr("instances that vanish: %1").arg(gone);
    }
    return result;
}

void ShapePanel::answered(const Result& result) {
    m_after = result.masks;
    m_ready = true;
    m_figures->setText(result.figures);
    m_scene.setTrialMasks(m_after);
    place();
    if (m_applyWaits) {
        apply();
    }
}

void ShapePanel::apply() {
    m_applyWaits = !m_ready && !m_before.isEmpty();
    if (!m_ready) {
        return;
    }
    const auto instances = edits::unlocked(*m_session.project(), m_session.selection().ids());
    const auto after = std::exchange(m_after, {});
    const QString text = tr("%1 %2").arg(m_operation->currentText(), m_number->text());
    close();
    m_session.commit(edits::reshapeEach(
        instances, text, [&after](const core::Annotation& a) { return after.value(a.id, a.mask); }));
}

void ShapePanel::close() {
    m_background.cancel();
    m_ready = m_applyWaits = false;
    m_scene.setTrialMasks({});
    if (!isHidden()) {
        hide();
        parentWidget()->setFocus();
    }
}

bool ShapePanel::answersTo(int key) {
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        apply();
    } else if (key == Qt::Key_Escape) {
        close();
    } else {
        return false;
    }
    return true;
}

void ShapePanel::keyPressEvent(QKeyEvent* event) {
    answersTo(event->key());
    // Nothing reaches the canvas behind.
    event->accept();
}

bool ShapePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    // Enter and Esc belong to the panel while it is open, also when the canvas has the keys.
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const int key = isKey ? static_cast<QKeyEvent*>(event)->key() : 0;
    if (isVisible() && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape)) {
        event->accept();
        return event->type() == QEvent::ShortcutOverride || answersTo(key);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace gui
