// SPDX-License-Identifier: Apache-2.0
#include "gui/session/edits.h"

#include "core/project/new_label.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>

namespace gui::edits {
namespace {

// After Okabe and Ito; grey stands for their black, which no dark picture shows.
constexpr std::array<QRgb, 8> kSafeColors{0xffe69f00, 0xff56b4e9, 0xff009e73, 0xfff0e442,
                                          0xff0072b2, 0xffd55e00, 0xffcc79a7, 0xffbbbbbb};

QString tr(const char* text) {
    return QCoreApplication::translate("edits", text);
}

} // namespace

QRgb safeColor(int place) {
    const auto at = std::size_t(std::max(place, 0));
    const int darker = 100 + 25 * int(at / kSafeColors.size());
    return QColor::fromRgb(kSafeColors[at % kSafeColors.size()]).darker(std::min(darker, 300)).rgb();
}

const core::Label* knownLabel(const core::Project& project, const QString& phrase) {
    const QString wanted = phrase.simplified();
    if (const core::Label* named = project.labelByName(wanted)) {
        return named;
    }
    for (const core::Label& label : project.labels()) {
        if (label.phrases.contains(wanted, Qt::CaseInsensitive)) {
            return &label;
        }
    }
    return nullptr;
}

core::LabelId labelFor(core::Project& project, const QString& phrase, core::Edit& edit) {
    const QString wanted = phrase.simplified();
    if (const core::Label* known = knownLabel(project, wanted)) {
        return known->id;
    }
    const core::Label label = core::newLabel(project, wanted);
    edit.changes.push_back(core::SetLabel{std::nullopt, label});
    return label.id;
}

core::Edit accept(core::Project& project, core::ImageId image, const std::vector<Accepted>& accepted,
                  const QString& phrase, core::LabelId fallback) {
    core::Edit edit;
    edit.image = image;
    const bool byPhrase = !phrase.simplified().isEmpty() || !fallback.isValid();
    const QString name = phrase.simplified().isEmpty() ? tr("object") : phrase;
    QMap<core::AnnotationId, core::Mask> reshaped;
    core::LabelId label;
    for (const Accepted& a : accepted) {
        if (const core::Annotation* present = project.annotation(a.present)) {
            const auto before = reshaped.constFind(a.present);
            const core::Mask own = before == reshaped.constEnd() ? present->mask : *before;
            // Of two that replace, the better score comes first.
            if (a.adds || before == reshaped.constEnd()) {
                reshaped[a.present] = a.adds ? own.united(*a.mask) : *a.mask;
            }
            continue;
        }
        if (!label.isValid()) {
            label = byPhrase ? labelFor(project, name, edit) : fallback;
        }
        core::Annotation annotation;
        annotation.id = project.newAnnotationId();
        annotation.image = image;
        annotation.fields.label = label;
        annotation.fields.state = core::State::Accepted;
        annotation.origin = core::Origin::Prompt;
        annotation.score = a.score;
        annotation.source = phrase.simplified();
        annotation.mask = *a.mask;
        edit.changes.push_back(core::AddAnnotation{std::move(annotation)});
    }
    for (auto at = reshaped.cbegin(); at != reshaped.cend(); ++at) {
        const core::Annotation& a = *project.annotation(at.key());
        const core::Mask mask = at->subtracted(a.touched).united(a.mask.intersected(a.touched));
        const core::Edit one = reshape(a, mask, a.touched, {});
        edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
    }
    edit.text = accepted.size() == 1 ? tr("Accept proposal") : tr("Accept %1 proposals").arg(accepted.size());
    return edit;
}

core::Edit add(core::Project& project, core::ImageId image, core::LabelId label, const core::Mask& mask,
               const core::Mask& touched) {
    core::Annotation annotation;
    annotation.id = project.newAnnotationId();
    annotation.image = image;
    annotation.fields.label = label;
    annotation.origin = touched.isEmpty() ? core::Origin::Prompt : core::Origin::Hand;
    annotation.mask = mask;
    annotation.touched = touched;
    core::Edit edit;
    edit.image = image;
    edit.text = tr("New instance");
    edit.changes.push_back(core::AddAnnotation{std::move(annotation)});
    return edit;
}

core::Edit reshape(const core::Annotation& annotation, const core::Mask& mask, const core::Mask& touched,
                   const QString& text) {
    core::Edit edit;
    edit.image = annotation.image;
    edit.text = text;
    if (mask.isEmpty()) {
        edit.changes.push_back(core::RemoveAnnotation{annotation});
        return edit;
    }
    const auto flips = core::MaskDelta::between(annotation.mask, mask);
    const auto decided = core::MaskDelta::between(annotation.touched, touched);
    if (flips.isEmpty() && decided.isEmpty()) {
        return edit;
    }
    edit.changes.push_back(core::PaintMask{annotation.id, flips, decided});
    if (annotation.fields.state != core::State::Fixed) {
        core::Fields after = annotation.fields;
        after.state = core::State::Fixed;
        edit.changes.push_back(core::SetFields{annotation.id, annotation.fields, after});
    }
    return edit;
}

core::Mask applyOverlap(const core::Project& project, core::ImageId image, core::AnnotationId own,
                        const core::Mask& painted, Overlap rule, core::Edit* edit) {
    core::Mask allowed = painted;
    if (rule == Overlap::Allow || rule == Overlap::Ask) {
        return allowed;
    }
    const QRect box = painted.boundingBox();
    for (const core::Annotation* other : project.annotations(image)) {
        if (other->id == own || other->fields.state == core::State::Rejected ||
            !box.intersects(other->mask.boundingBox())) {
            continue;
        }
        if (rule == Overlap::Protect || other->fields.locked) {
            allowed = allowed.subtracted(other->mask);
        } else if (edit != nullptr) {
            const core::Mask rest = other->mask.subtracted(painted);
            const core::Edit taken = reshape(*other, rest, other->touched.united(painted), {});
            edit->changes.insert(edit->changes.end(), taken.changes.begin(), taken.changes.end());
        }
    }
    return allowed;
}

QList<core::AnnotationId> covered(const core::Project& project, core::ImageId image, core::AnnotationId own,
                                  const core::Mask& painted) {
    QList<core::AnnotationId> ids;
    const QRect box = painted.boundingBox();
    for (const core::Annotation* other : project.annotations(image)) {
        if (other->id != own && !other->fields.locked && other->fields.state != core::State::Rejected &&
            box.intersects(other->mask.boundingBox()) && !other->mask.intersected(painted).isEmpty()) {
            ids.append(other->id);
        }
    }
    return ids;
}

core::Edit remove(const core::Project& project, core::ImageId image, const QList<core::AnnotationId>& ids) {
    core::Edit edit;
    edit.image = image;
    for (const core::AnnotationId id : ids) {
        const core::Annotation* annotation = project.annotation(id);
        if (annotation != nullptr && !annotation->fields.locked) {
            edit.changes.push_back(core::RemoveAnnotation{*annotation});
        }
    }
    edit.text =
        edit.changes.size() == 1 ? tr("Delete instance") : tr("Delete %1 instances").arg(edit.changes.size());
    return edit;
}

core::Edit setFields(const core::Project& project, core::ImageId image, const QList<core::AnnotationId>& ids,
                     const std::function<void(core::Fields&)>& change, const QString& text) {
    core::Edit edit;
    edit.image = image;
    edit.text = text;
    for (const core::AnnotationId id : ids) {
        if (const core::Annotation* annotation = project.annotation(id)) {
            core::Fields after = annotation->fields;
            change(after);
            if (!(after == annotation->fields)) {
                edit.changes.push_back(core::SetFields{id, annotation->fields, after});
            }
        }
    }
    return edit;
}

core::Edit reorderLabel(const core::Project& project, core::LabelId label, int place) {
    QList<core::Label> labels = project.labels();
    const auto moved = std::find_if(labels.begin(), labels.end(),
                                    [label](const core::Label& other) { return other.id == label; });
    core::Edit edit;
    edit.text = tr("Sort labels");
    if (moved == labels.end()) {
        return edit;
    }
    labels.move(moved - labels.begin(), std::clamp<qsizetype>(place, 0, labels.size() - 1));
    for (int order = 0; order < labels.size(); ++order) {
        if (labels[order].order != order) {
            core::Label after = labels[order];
            after.order = order;
            edit.changes.push_back(core::SetLabel{labels[order], after});
        }
    }
    return edit;
}

core::Edit setLabel(const std::optional<core::Label>& before, const std::optional<core::Label>& after) {
    core::Edit edit;
    edit.text = !before ? tr("New label") : !after ? tr("Delete label") : tr("Change label");
    edit.changes.push_back(core::SetLabel{before, after});
    return edit;
}

} // namespace gui::edits
