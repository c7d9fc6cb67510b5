// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/hover_preview.h"

#include "gui/session/session.h"
#include "gui/tools/tool.h"

#include "core/engine/inference_service.h"

#include <utility>

namespace gui {
namespace {

constexpr qint64 kFrame = 16;   // milliseconds
constexpr int kRest = 180;      // milliseconds
constexpr qint64 kSlow = 1'000; // an answer that takes longer is no preview

} // namespace

HoverPreview::HoverPreview(ToolHost& host) : m_host(host) {
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &HoverPreview::ask);
}

void HoverPreview::follow(QPointF image) {
    const core::ModelStatus& model = m_host.session().service().model();
    if (!m_host.session().previewsClicks() || !model.ready || !model.hasClicks) {
        return;
    }
    m_wanted = image;
    if (m_cost <= kFrame && !m_waiting) {
        ask();
    } else {
        m_rest.start(kRest);
    }
}

void HoverPreview::ask() {
    if (!m_wanted || m_waiting) {
        return;
    }
    core::ShapeQuery query;
    query.points.append({*std::exchange(m_wanted, std::nullopt), true});
    m_waiting = true;
    m_asked.start();
    m_host.session().service().segmentShape(m_host.session().image(), query);
}

bool HoverPreview::answered(const QList<core::Candidate>& candidates) {
    if (!std::exchange(m_waiting, false)) {
        return false;
    }
    m_cost = m_asked.elapsed();
    if (!candidates.isEmpty() && m_cost < kSlow) {
        m_computing = true;
        m_host.session().computeMask(candidates.first().logits,
                                     [this](const core::Mask& mask) { show(mask); });
    }
    if (m_wanted) {
        m_rest.start(m_cost <= kFrame ? 0 : kRest);
    }
    return true;
}

bool HoverPreview::failed() {
    m_cost = kSlow;
    return std::exchange(m_waiting, false);
}

void HoverPreview::show(const core::Mask& mask) {
    m_computing = false;
    Session& session = m_host.session();
    m_shown = true;
    m_host.scene().setPreview({{}, mask, m_host.scene().colorOf(session.label())});
}

void HoverPreview::stop() {
    m_rest.stop();
    m_wanted.reset();
    if (std::exchange(m_waiting, false)) {
        m_host.session().service().cancel({core::RequestKind::Shape, m_host.session().image().value});
    }
    // A click's mask may be under way while the pointer moves on: that one is not ours to drop.
    if (std::exchange(m_computing, false)) {
        m_host.session().dropMask();
    }
    if (std::exchange(m_shown, false)) {
        m_host.scene().clearPreview();
    }
}

} // namespace gui
