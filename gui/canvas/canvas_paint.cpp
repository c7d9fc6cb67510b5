// SPDX-License-Identifier: Apache-2.0
// What CanvasView paints; events are in canvas_view.cpp.
#include "gui/canvas/canvas_chrome.h"
#include "gui/canvas/canvas_view.h"
#include "gui/session/proposals.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/tool_manager.h"

#include "core/project/project.h"

#include <QPaintEvent>
#include <QPainter>

#include <cmath>
#include <utility>

namespace gui {
namespace {

constexpr double kGridFrom = 8; // device pixels for each image pixel
constexpr QRgb kGround = 0xff2a2c30;

} // namespace

void CanvasView::paintEvent(QPaintEvent* event) {
    // The ratio changes when the window moves to another screen, without a resize.
    m_viewport.setViewSize((QSizeF(size()) * devicePixelRatioF()).toSize());
    QPainter painter(this);
    if (m_session.picture().image.isNull() && lingers()) {
        paintLayers(painter, event->rect());
        return;
    }
    if (m_session.picture().image.isNull()) {
        painter.fillRect(rect(), QColor(kGround));
        paintNotice(painter);
        return;
    }
    paintLayers(painter, event->rect());
    paintGrid(painter);
    paintExemplars(painter);
    painter.save();
    m_tools->current().paint(painter, m_last);
    painter.restore();
    if (m_scene.colorBy() != ColorBy::Label) {
        paintLegend(painter, size(), m_scene.legend());
    }
    paintChip(painter);
    if (m_rulers) {
        paintRulers(painter, size(), m_viewport, devicePixelRatioF(), m_last.device / devicePixelRatioF());
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void CanvasView::paintLayers(QPainter& painter, const QRect& logical) {
    const double ratio = devicePixelRatioF();
    const bool maskOnly = m_scene.mode() == ViewMode::MaskOnly;
    if (std::exchange(m_paintedMode, m_scene.mode()) != m_scene.mode()) {
        m_base.invalidate();
    }
    const auto& base = m_base.updated(m_viewport, [this, maskOnly](QImage& target, const QRegion& region) {
        for (const QRect& device : region) {
            QPainter ground(&target);
            ground.fillRect(device, QColor(kGround));
            if (maskOnly) {
                ground.fillRect(m_viewport.toDevice(m_session.imageRect()) & device, Qt::black);
                continue;
            }
            ground.end();
            m_pyramid.paint(target, device, m_viewport);
        }
    });
    const auto& overlay = m_overlay.updated(m_viewport, [this, ratio](QImage& target, const QRegion& device) {
        paintOverlay(target, device, m_viewport, m_scene.items(ratio));
    });
    // In device pixels the pictures are copied, not scaled.
    const QRect device =
        QRectF(logical.x() * ratio, logical.y() * ratio, logical.width() * ratio, logical.height() * ratio)
            .toAlignedRect();
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(device.topLeft(), base, device);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    if (m_scene.mode() == ViewMode::CutOut) {
        // Everything that is no mask goes dark.
        QImage veil(overlay.size(), QImage::Format_ARGB32_Premultiplied);
        veil.fill(QColor(0, 0, 0, 190));
        QPainter cut(&veil);
        cut.setCompositionMode(QPainter::CompositionMode_DestinationOut);
        cut.drawImage(0, 0, overlay);
        cut.end();
        painter.drawImage(device.topLeft(), veil, device);
    } else {
        painter.drawImage(device.topLeft(), overlay, device);
    }
    painter.restore();
}

void CanvasView::paintGrid(QPainter& painter) {
    if (m_viewport.scale() < kGridFrom) {
        return;
    }
    const QRect shown = QRectF(toImage({0, 0}), toImage(QPointF(width(), height())))
                            .toAlignedRect()
                            .intersected(m_session.imageRect());
    const double hair = 1 / devicePixelRatioF();
    const QPointF a = toView(shown.topLeft());
    const QPointF b = toView(QPointF(shown.x() + shown.width(), shown.y() + shown.height()));
    QList<QLineF> lines;
    for (int x = shown.left(); x <= shown.right() + 1; ++x) {
        const double at = toView(QPointF(x, 0)).x();
        lines.append(QLineF(at, a.y(), at, b.y()));
    }
    for (int y = shown.top(); y <= shown.bottom() + 1; ++y) {
        const double at = toView(QPointF(0, y)).y();
        lines.append(QLineF(a.x(), at, b.x(), at));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor(0, 0, 0, 70), hair));
    painter.drawLines(lines);
}

void CanvasView::paintExemplars(QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const core::PromptBox& box : m_session.proposals().query().boxes) {
        const QRectF shown(toView(box.rect.topLeft()), toView(box.rect.bottomRight()));
        const QColor color = box.positive ? QColor(0x3f, 0xd4, 0x6b) : QColor(0xff, 0x5c, 0x5c);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
        painter.drawRect(shown);
        painter.setPen(QPen(color, 1.5, box.positive ? Qt::SolidLine : Qt::DashLine));
        painter.drawRect(shown);
    }
    // Candidates whose masks are still being computed show as boxes.
    const Proposals& proposals = m_session.proposals();
    painter.setPen(QPen(QColor::fromRgb(m_scene.proposalColor()), 1.5, Qt::DashLine));
    for (int i = 0; i < int(proposals.items().size()); ++i) {
        const Proposal& p = proposals.items()[std::size_t(i)];
        if (proposals.isShown(i) && !p.mask) {
            painter.drawRect(
                QRectF(toView(p.candidate.box.topLeft()), toView(p.candidate.box.bottomRight())));
        }
    }
}

QString CanvasView::chipText() const {
    const int proposal = m_scene.hoveredProposal();
    if (proposal >= 0) {
        const float score = m_session.proposals().items()[std::size_t(proposal)].candidate.score;
        const QString phrase = m_session.proposals().query().text.simplified();
        return tr("%1  %2  proposal")
            .arg(phrase.isEmpty() ? tr("like the example") : phrase)
            .arg(score, 0, 'f', 2);
    }
    const core::Project* project = m_session.project();
    const core::Annotation* a = project ? project->annotation(m_session.selection().hovered()) : nullptr;
    if (a == nullptr) {
        return {};
    }
    const core::Label* label = project->label(a->fields.label);
    QString text = label ? label->name : tr("no label");
    if (a->origin != core::Origin::Hand) {
        text += QStringLiteral("  ") + QString::number(a->score, 'f', 2);
    }
    text += QStringLiteral("  ") + stateName(a->fields.state);
    return a->fields.locked ? text + QStringLiteral("  ") + tr("locked") : text;
}

void CanvasView::paintChip(QPainter& painter) {
    const QString text = m_inside ? chipText() : QString();
    if (text.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(font());
    QRect chip(0, 0, metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
    const QPoint at = (m_last.device / devicePixelRatioF()).toPoint() + QPoint(16, 18);
    chip.moveTopLeft(
        {std::min(at.x(), width() - chip.width() - 4), std::min(at.y(), height() - chip.height() - 4)});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 22, 26, 225));
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(chip, Qt::AlignCenter, text);
}

void CanvasView::paintNotice(QPainter& painter) {
    const bool failed = !m_session.pictureFailure().isEmpty();
    const QString text = failed ? m_session.pictureFailure()
                         : m_session.image().isValid()
                             ? tr("Reading the image …")
                             : tr("This project has no images yet.\nOpen a folder or drop "
                                  "image files here.");
    painter.setPen(QColor(0xc8, 0xcc, 0xd4));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    painter.setFont(large);
    painter.drawText(rect().adjusted(32, 32, -32, -32), int(Qt::AlignCenter) | int(Qt::TextWordWrap), text);
}

} // namespace gui
