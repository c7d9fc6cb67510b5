// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/canvas_scene.h"

#include "gui/canvas/changed_region.h"
#include "gui/session/edits.h"
#include "gui/session/proposals.h"
#include "gui/session/review.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QColor>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr int kSelectedMore = 25; // percent on top of the normal fill
constexpr int kHoveredMore = 15;

int alpha(int percent) {
    return std::clamp(percent, 0, 100) * 255 / 100;
}

bool isNear(const core::Mask& mask, const QRect& box, QPointF at, double tolerance) {
    const QPoint pixel(int(std::floor(at.x())), int(std::floor(at.y())));
    if (box.contains(pixel) && mask.contains(pixel)) {
        return true;
    }
    const int reach = int(std::ceil(tolerance));
    if (reach <= 1 || !box.adjusted(-reach, -reach, reach, reach).contains(pixel)) {
        return false;
    }
    for (const QPoint& step : {QPoint(reach, 0), QPoint(-reach, 0), QPoint(0, reach), QPoint(0, -reach)}) {
        if (mask.contains(pixel + step)) {
            return true;
        }
    }
    return false;
}

} // namespace

CanvasScene::CanvasScene(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session, &Session::contentChanged, this, &CanvasScene::contentChanged);
    connect(&session, &Session::imageChanged, this, [this] {
        m_known.clear();
        m_preview.reset();
        m_trial.clear();
        m_hoveredProposal = -1;
        redrawAll();
    });
    connect(&session, &Session::projectChanged, this, &CanvasScene::changed);
    connect(&session, &Session::pictureChanged, this, &CanvasScene::redrawAll);
    connect(&session.selection(), &Selection::changed, this,
            [this](const auto& before, const auto& now) { redraw(before + now); });
    connect(&session.selection(), &Selection::hoverChanged, this,
            [this](core::AnnotationId before, core::AnnotationId now) {
                redraw({before, now});
            });
    connect(&session.review(), &Review::currentChanged, this, &CanvasScene::redrawAll);
    connect(&session.review(), &Review::modeChanged, this, &CanvasScene::redrawAll);
    connect(&session.proposals(), &Proposals::itemsChanged, this, [this](const QRect& rect) {
        m_stale = true;
        if (m_hoveredProposal >= int(m_session.proposals().items().size())) {
            m_hoveredProposal = -1;
        }
        emit dirty(rect);
    });
}

const CanvasScene::Known& CanvasScene::known(const core::Annotation& annotation) const {
    auto at = m_known.find(annotation.id);
    if (at == m_known.end()) {
        at = m_known.insert(annotation.id, {annotation.mask.boundingBox(), annotation.mask.area()});
    }
    return *at;
}

const std::vector<CanvasScene::Drawn>& CanvasScene::drawn() const {
    if (!m_drawnStale) {
        return m_drawn;
    }
    m_drawnStale = false;
    m_drawn.clear();
    if (m_session.project() == nullptr || m_session.picture().image.isNull()) {
        return m_drawn;
    }
    for (const core::Annotation* a : m_session.project()->annotations(m_session.image())) {
        if (!a->fields.hidden && a->fields.state != core::State::Rejected) {
            m_drawn.push_back({a, known(*a)});
        }
    }
    // Small over large, so that nothing is out of reach.
    std::stable_sort(m_drawn.begin(), m_drawn.end(), [](const Drawn& a, const Drawn& b) {
        const int below = a.annotation->fields.z - b.annotation->fields.z;
        return below != 0 ? below < 0 : a.known.area > b.known.area;
    });
    return m_drawn;
}

void CanvasScene::changed() {
    m_drawnStale = true;
    m_stale = true;
    m_legend.reset();
}

/// Not what the review mode asks about.
bool CanvasScene::isAside(core::AnnotationId id) const {
    const Review& review = m_session.review();
    return review.isOn() && review.current() != nullptr && review.current()->instance != id;
}

OverlayStyle CanvasScene::styleOf(const core::Annotation& annotation, double ratio) const {
    const bool selected = m_session.selection().contains(annotation.id);
    const bool hovered = m_session.selection().hovered() == annotation.id;
    OverlayStyle style;
    style.color = gui::colorOf(m_colorBy, annotation, *m_session.project());
    style.pattern = patternOf(annotation);
    if (annotation.fields.state == core::State::Auto) {
        style.dash = int(std::lround(5 * ratio)); // nobody has looked at it yet
    }
    const int more = selected ? kSelectedMore : hovered ? kHoveredMore : 0;
    style.fillAlpha = alpha(m_opacity + more);
    style.outline = std::min(4, int(std::lround((selected || hovered ? 2 : 1) * ratio)));
    if (selected) {
        style.color = QColor::fromRgb(style.color).lighter(112).rgb();
    }
    if (isAside(annotation.id)) {
        style.fillAlpha /= 4;
    }
    if (m_mode == ViewMode::Outline) {
        style.fillAlpha = 0;
        style.outline = std::min(4, style.outline + 1);
    } else if (m_mode == ViewMode::MaskOnly || m_mode == ViewMode::CutOut) {
        style = {0xffffffff, 255, 0, 0, Pattern::Solid};
    }
    return style;
}

const std::vector<OverlayItem>& CanvasScene::items(double deviceRatio) {
    if (!m_stale && m_itemsRatio == deviceRatio) {
        return m_items;
    }
    m_stale = false;
    m_itemsRatio = deviceRatio;
    m_items.clear();
    if (m_peeking) {
        return m_items;
    }
    for (const Drawn& d : drawn()) {
        const core::Annotation& a = *d.annotation;
        const auto trial = m_trial.constFind(a.id);
        const core::Mask* other = m_preview && m_preview->target == a.id ? &m_preview->mask
                                  : trial != m_trial.constEnd()          ? &*trial
                                                                         : nullptr;
        const QRect box = other ? other->boundingBox() : d.known.box;
        m_items.push_back({other ? other : &a.mask, box, styleOf(a, deviceRatio)});
    }
    addProposals(deviceRatio);
    if (m_preview && !m_preview->target.isValid()) {
        const int outline = std::min(4, int(std::lround(2 * deviceRatio)));
        m_items.push_back({&m_preview->mask,
                           m_preview->mask.boundingBox(),
                           {m_preview->color, alpha(m_opacity + kSelectedMore), outline, 0}});
    }
    return m_items;
}

void CanvasScene::addProposals(double ratio) {
    const Proposals& proposals = m_session.proposals();
    const QRgb color = proposalColor();
    if (m_session.picture().image.isNull()) {
        return;
    }
    // Weakest first: the best end on top.
    for (int i = int(proposals.items().size()) - 1; i >= 0; --i) {
        const Proposal& p = proposals.items()[std::size_t(i)];
        if (!proposals.isShown(i) || !p.mask) {
            continue;
        }
        const bool hovered = i == m_hoveredProposal;
        const int dash = int(std::lround(4 * ratio));
        const int outline = std::min(4, int(std::lround((hovered ? 3 : 2) * ratio)));
        m_items.push_back({p.mask.get(), p.box, {color, alpha(hovered ? 45 : 25), outline, dash}});
    }
}

std::vector<Hit> CanvasScene::hitsAt(QPointF image, double tolerance) const {
    std::vector<Hit> hits;
    const Proposals& proposals = m_session.proposals();
    for (int i = 0; i < int(proposals.items().size()); ++i) {
        const Proposal& p = proposals.items()[std::size_t(i)];
        if (proposals.isShown(i) && p.mask && isNear(*p.mask, p.box, image, tolerance)) {
            hits.push_back({{}, i});
        }
    }
    const auto& list = drawn();
    for (auto d = list.rbegin(); d != list.rend(); ++d) {
        if (isNear(d->annotation->mask, d->known.box, image, tolerance)) {
            hits.push_back({d->annotation->id, -1});
        }
    }
    return hits;
}

Hit CanvasScene::hitAt(QPointF image, double tolerance) const {
    const auto exact = hitsAt(image, 0);
    if (!exact.empty()) {
        return exact.front();
    }
    const auto near = hitsAt(image, tolerance);
    return near.empty() ? Hit{} : near.front();
}

const core::Mask& CanvasScene::maskOf(core::AnnotationId id) const {
    static const core::Mask kEmpty;
    const core::Annotation* a = m_session.project() ? m_session.project()->annotation(id) : nullptr;
    return a ? a->mask : kEmpty;
}

void CanvasScene::setPreview(Preview preview) {
    if (m_preview && (m_preview->target != preview.target || m_preview->color != preview.color)) {
        clearPreview();
    }
    const QRegion region = changedRegion(m_preview ? m_preview->mask : maskOf(preview.target), preview.mask);
    m_preview = std::move(preview);
    m_stale = true;
    emit dirty(region);
}

void CanvasScene::clearPreview() {
    if (m_preview) {
        const QRegion region = changedRegion(m_preview->mask, maskOf(m_preview->target));
        m_preview.reset();
        m_stale = true;
        emit dirty(region);
    }
}

void CanvasScene::setTrialMasks(QHash<core::AnnotationId, core::Mask> masks) {
    if (masks.isEmpty() && m_trial.isEmpty()) {
        return;
    }
    QRect rect;
    for (const auto* set : {&m_trial, &masks}) {
        for (auto at = set->begin(); at != set->end(); ++at) {
            const core::Annotation* a =
                m_session.project() ? m_session.project()->annotation(at.key()) : nullptr;
            rect |= at->boundingBox() | (a ? known(*a).box : QRect());
        }
    }
    m_trial = std::move(masks);
    m_stale = true;
    emit dirty(rect);
}

void CanvasScene::setMode(ViewMode mode) {
    m_mode = mode;
    redrawAll();
}

void CanvasScene::setColorBy(ColorBy by) {
    m_colorBy = by;
    redrawAll();
}

void CanvasScene::setPatterns(bool on) {
    m_patterns = on;
    redrawAll();
}

const QList<LegendEntry>& CanvasScene::legend() const {
    if (!m_legend) {
        m_legend.emplace();
        std::vector<const core::Annotation*> shown;
        for (const Drawn& d : drawn()) {
            shown.push_back(d.annotation);
        }
        if (!shown.empty()) {
            m_legend = legendOf(m_colorBy, shown, *m_session.project());
        }
    }
    return *m_legend;
}

Pattern CanvasScene::patternOf(const core::Annotation& annotation) const {
    const core::Label* label = m_session.project()->label(annotation.fields.label);
    return m_patterns && label ? Pattern(label->order % kPatterns) : Pattern::Solid;
}

void CanvasScene::setOpacity(int percent) {
    m_opacity = std::clamp(percent, 0, 100);
    redrawAll();
}

void CanvasScene::setPeeking(bool peeking) {
    if (peeking != m_peeking) {
        m_peeking = peeking;
        redrawAll();
    }
}

QRgb CanvasScene::colorOf(core::LabelId label) const {
    const core::Label* known = m_session.project() ? m_session.project()->label(label) : nullptr;
    return known ? known->color.rgb() : qRgb(0x2f, 0x9b, 0xe0);
}

QRgb CanvasScene::proposalColor() const {
    const QString phrase = m_session.proposals().query().text.simplified();
    const core::Project* project = m_session.project();
    const core::Label* named = project && !phrase.isEmpty() ? edits::knownLabel(*project, phrase) : nullptr;
    return named ? named->color.rgb() : qRgb(0xff, 0xb0, 0x20);
}

void CanvasScene::setHovered(const Hit& hit) {
    const int before = m_hoveredProposal;
    m_hoveredProposal = hit.proposal;
    if (before != m_hoveredProposal) {
        m_stale = true;
        QRect rect;
        const auto& items = m_session.proposals().items();
        for (const int i : {before, m_hoveredProposal}) {
            rect = i >= 0 && i < int(items.size()) ? rect | items[std::size_t(i)].box : rect;
        }
        emit dirty(rect);
    }
    m_session.selection().setHovered(hit.annotation);
}

void CanvasScene::contentChanged(const core::ChangeEvent& event) {
    if (event.image.isValid() && event.image != m_session.image() && !event.labels) {
        return;
    }
    changed();
    if (event.labels || event.loaded || (!event.image.isValid() && !event.annotations.isEmpty())) {
        m_known.clear();
        redrawAll();
        return;
    }
    for (const core::AnnotationId id : event.annotations) {
        m_known.remove(id);
    }
    emit dirty(event.dirty);
}

void CanvasScene::redraw(const QList<core::AnnotationId>& ids) {
    m_stale = true;
    // One by one: instances far apart must not repaint all that lies between them.
    for (const core::AnnotationId id : ids) {
        if (const auto* a = m_session.project() ? m_session.project()->annotation(id) : nullptr) {
            emit dirty(known(*a).box);
        }
    }
}

void CanvasScene::redrawAll() {
    changed();
    emit dirty(m_session.imageRect());
}

} // namespace gui
