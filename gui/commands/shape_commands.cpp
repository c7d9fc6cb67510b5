// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/shape_commands.h"

#include "gui/actions.h"
#include "gui/canvas/canvas_view.h"
#include "gui/docks/overlap_panel.h"
#include "gui/docks/shape_panel.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/session/shape_edits.h"

#include "core/mask/interpolate.h"
#include "core/media/image_decoder.h"
#include "core/project/project.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr QPoint kDuplicateOffset{10, 10}; // image pixels, so that the copy is seen
constexpr int kLongestSeries = 200;        // images looked back for the other key mask
constexpr qint64 kHeaderBytes = 256 << 10;

double centreDistance(const core::Annotation& a, const core::Annotation& b) {
    const QPointF way = QRectF(a.mask.boundingBox()).center() - QRectF(b.mask.boundingBox()).center();
    return std::hypot(way.x(), way.y());
}

} // namespace

ShapeCommands::ShapeCommands(Session& session, CanvasView& canvas, Actions& actions, QObject* parent)
    : QObject(parent), m_session(session), m_canvas(canvas),
      m_panel(new ShapePanel(session, canvas.scene(), &canvas)) {
    new OverlapPanel(session, *actions[ActionId::TakeCovered], &canvas);
    bindPanel(actions);
    bindCombinations(actions);
    bindCopies(actions);
    const auto enable = [&actions, &session] {
        const auto count = session.selection().ids().size();
        for (const ActionId id :
             {ActionId::GrowBy, ActionId::ShrinkBy, ActionId::SmoothBy, ActionId::FillHolesUnder,
              ActionId::DropIslandsUnder, ActionId::Simplify, ActionId::SplitParts, ActionId::Interpolate,
              ActionId::Duplicate, ActionId::Copy, ActionId::CopyToNext}) {
            actions[id]->setEnabled(count > 0);
        }
        for (const ActionId id :
             {ActionId::Merge, ActionId::Subtract, ActionId::Intersect, ActionId::ExclusiveOr}) {
            actions[id]->setEnabled(count > 1);
        }
    };
    connect(&session.selection(), &Selection::changed, this, enable);
    enable();
}

void ShapeCommands::bindPanel(Actions& actions) {
    for (const auto& [id, operation] : {std::pair(ActionId::GrowBy, ShapeOperation::Grow),
                                        std::pair(ActionId::ShrinkBy, ShapeOperation::Shrink),
                                        std::pair(ActionId::SmoothBy, ShapeOperation::Smooth),
                                        std::pair(ActionId::FillHolesUnder, ShapeOperation::FillHoles),
                                        std::pair(ActionId::DropIslandsUnder, ShapeOperation::DropIslands),
                                        std::pair(ActionId::Simplify, ShapeOperation::Simplify)}) {
        actions.bind(id, [this, value = operation] { m_panel->open(value); });
    }
}

void ShapeCommands::bindCombinations(Actions& actions) {
    using edits::Combination;
    for (const auto& [id, how] : {std::pair(ActionId::Merge, Combination::Union),
                                  std::pair(ActionId::Subtract, Combination::Subtract),
                                  std::pair(ActionId::Intersect, Combination::Intersect),
                                  std::pair(ActionId::ExclusiveOr, Combination::ExclusiveOr)}) {
        const QString text = actions[id]->text().remove(QLatin1Char('&'));
        actions.bind(id, [this, value = how, text] {
            const auto instances = selected();
            if (instances.size() < 2) {
                m_session.report(tr("Select two or more unlocked instances; the first one keeps its id."));
                return;
            }
            const core::AnnotationId first = instances.first()->id;
            m_session.commit(edits::combine(instances, value, text));
            if (m_session.project()->annotation(first) != nullptr) {
                m_session.selection().select(first);
            }
        });
    }
    actions.bind(ActionId::SplitParts, [this] { splitParts(); });
}

void ShapeCommands::bindCopies(Actions& actions) {
    actions.bind(ActionId::Copy, [this] { copy(); });
    actions.bind(ActionId::Paste, [this] { paste(); });
    actions.bind(ActionId::Duplicate, [this] { duplicate(); });
    actions.bind(ActionId::CopyToNext, [this] { copyToNext(); });
    actions.bind(ActionId::Interpolate, [this] { interpolate(); });
}

QList<const core::Annotation*> ShapeCommands::selected() const {
    return m_session.project() == nullptr
               ? QList<const core::Annotation*>()
               : edits::unlocked(*m_session.project(), m_session.selection().ids());
}

void ShapeCommands::splitParts() {
    const auto instances = selected();
    if (instances.isEmpty()) {
        return;
    }
    core::Edit edit = edits::splitParts(*m_session.project(), instances, tr("Split parts"));
    if (edit.changes.empty()) {
        m_session.report(tr("There is nothing to split: what is selected has one part."));
        return;
    }
    const auto made = edits::addedBy(edit, m_session.image());
    m_session.commit(std::move(edit));
    m_session.selection().set(m_session.selection().ids() + made);
}

void ShapeCommands::copy() {
    QList<const core::Annotation*> instances;
    for (const core::AnnotationId id : m_session.selection().ids()) {
        if (const core::Annotation* a = m_session.project()->annotation(id)) {
            instances.append(a);
        }
    }
    if (!instances.isEmpty() && !m_session.imageRect().isEmpty()) {
        const auto clip = edits::clipOf(*m_session.project(), instances, m_session.imageRect().size());
        QGuiApplication::clipboard()->setText(QString::fromUtf8(core::clipText(clip)));
    }
}

void ShapeCommands::paste() {
    if (m_session.project() == nullptr || m_session.imageRect().isEmpty()) {
        return;
    }
    // A large clip takes a while to read.
    m_background.run(
        [text = QGuiApplication::clipboard()->text().toUtf8()] { return core::clipFromText(text); },
        [this, image = m_session.image()](const core::Result<core::InstanceClip>& clip) {
            pasted(image, clip);
        });
}

void ShapeCommands::pasted(core::ImageId image, const core::Result<core::InstanceClip>& clip) {
    if (!clip) {
        m_session.report(QString::fromStdString(clip.error().message));
        return;
    }
    if (image != m_session.image() || m_session.project() == nullptr) {
        return;
    }
    edits::Pasted result = edits::paste(*m_session.project(), image, m_session.imageRect(), *clip);
    reportClipping(result.clipped, result.outside, qsizetype(clip->instances.size()));
    add(std::move(result.edit), image);
}

void ShapeCommands::reportClipping(int clipped, int outside, qsizetype all) {
    if (clipped + outside > 0) {
        m_session.report(
            tr("The image they come from is larger: of %1 instances, %2 were cut at the edge and "
               "%3 lay outside and were left out.")
                .arg(all)
                .arg(clipped)
                .arg(outside));
    }
}

void ShapeCommands::add(core::Edit edit, core::ImageId image) {
    const auto made = edits::addedBy(edit, image);
    m_session.commit(std::move(edit));
    if (!made.isEmpty()) {
        m_session.selection().set(made);
    }
}

void ShapeCommands::duplicate() {
    const auto instances = selected();
    if (!instances.isEmpty()) {
        add(edits::duplicate(*m_session.project(), instances, m_session.image(), kDuplicateOffset,
                             m_session.imageRect()),
            m_session.image());
    }
}

QSize ShapeCommands::sizeOf(core::ImageId image) const {
    const core::ImageInfo* info = m_session.project()->image(image);
    if (info != nullptr && !info->size.isEmpty()) {
        return info->size;
    }
    // Nobody has looked at it yet; its header tells.
    QFile file(m_session.openProject()->absolutePath(image));
    const auto size = file.open(QIODevice::ReadOnly) ? core::imageSizeOf(file.read(kHeaderBytes))
                                                     : core::Result<QSize>(QSize());
    return size && !size->isEmpty() ? *size : m_session.imageRect().size();
}

void ShapeCommands::copyToNext() {
    const auto instances = selected();
    const int next = m_session.imageIndex() + 1;
    if (instances.isEmpty()) {
        return;
    }
    if (next >= m_session.project()->images().size()) {
        m_session.report(tr("This is the last image; there is no next one to copy to."));
        return;
    }
    const core::ImageId image = m_session.project()->images()[next].id;
    if (const auto loaded = m_session.openProject()->loadImage(image); !loaded) {
        m_session.report(QString::fromStdString(loaded.error().message));
        return;
    }
    const QSize size = sizeOf(image);
    core::Edit edit = edits::duplicate(*m_session.project(), instances, image, {}, QRect(QPoint(), size));
    edit.text = tr("Copy to next image");
    int clipped = 0;
    for (const core::Annotation* a : instances) {
        const core::Mask inside = a->mask.clipped(QRect(QPoint(), size));
        clipped += inside == a->mask || inside.isEmpty() ? 0 : 1;
    }
    reportClipping(clipped, int(instances.size()) - int(edit.changes.size()), instances.size());
    if (!edit.changes.empty()) {
        m_session.showImage(image);
        add(std::move(edit), image);
    }
}

const core::Annotation* ShapeCommands::keyBefore(const core::Annotation& here, int* index) {
    const auto& images = m_session.project()->images();
    const int last = std::max(0, m_session.imageIndex() - kLongestSeries);
    for (int i = m_session.imageIndex() - 1; i >= last; --i) {
        if (!m_session.openProject()->loadImage(images[i].id)) {
            continue;
        }
        const core::Annotation* nearest = nullptr;
        for (const core::Annotation* a : m_session.project()->annotations(images[i].id)) {
            const bool matches =
                a->fields.label == here.fields.label && a->fields.state != core::State::Rejected;
            if (matches &&
                (nearest == nullptr || centreDistance(*a, here) < centreDistance(*nearest, here))) {
                nearest = a;
            }
        }
        if (nearest != nullptr) {
            *index = i;
            return nearest;
        }
    }
    return nullptr;
}

void ShapeCommands::interpolate() {
    const core::Annotation* to =
        m_session.project() ? m_session.project()->annotation(m_session.selection().current()) : nullptr;
    if (to == nullptr) {
        return;
    }
    int index = -1;
    const core::Annotation* from = keyBefore(*to, &index);
    const int steps = m_session.imageIndex() - index;
    if (from == nullptr || steps < 2) {
        m_session.report(
            from == nullptr
                ? tr("No earlier image has an instance of this label to begin from.")
                : tr("The image before has an instance of this label already; nothing lies between."));
        return;
    }
    m_background.run(
        [a = from->mask, b = to->mask, steps] {
            std::vector<core::Mask> masks;
            for (int i = 1; i < steps; ++i) {
                masks.push_back(core::interpolated(a, b, double(i) / steps));
            }
            return masks;
        },
        [this, a = *from, b = *to](const std::vector<core::Mask>& masks) { interpolated(a, b, masks); });
}

void ShapeCommands::interpolated(const core::Annotation& from, const core::Annotation& to,
                                 const std::vector<core::Mask>& masks) {
    core::Project* project = m_session.project();
    const auto isThere = [project](const core::Annotation& a) {
        const core::Annotation* now = project ? project->annotation(a.id) : nullptr;
        return now != nullptr && now->mask == a.mask;
    };
    if (!isThere(from) || !isThere(to)) {
        return;
    }
    core::Edit edit;
    edit.image = to.image;
    edit.text = tr("Interpolate over %1 images").arg(masks.size());
    const int first = project->imageIndex(from.image) + 1;
    for (std::size_t i = 0; i < masks.size(); ++i) {
        core::Annotation made = to;
        made.id = project->newAnnotationId();
        made.image = project->images()[first + int(i)].id;
        made.mask = masks[i].clipped(QRect(QPoint(), sizeOf(made.image)));
        made.touched = {};
        made.fields.group = {};
        made.created = 0;
        made.effort = {};
        made.fields.state = core::State::Auto;
        made.source = tr("interpolated");
        if (!made.mask.isEmpty()) {
            edit.changes.push_back(core::AddAnnotation{std::move(made)});
        }
    }
    m_session.commit(std::move(edit));
}

} // namespace gui
