// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"

#include <QList>

#include <functional>
#include <memory>
#include <vector>

namespace core {
class Project;
}

/// What people do, as edits: values that History commits. Each function builds one undo step and changes
/// nothing.
namespace gui::edits {

/// What a stroke does to the other instances under it. Ask: nothing, and the user is asked afterwards.
enum class Overlap { Allow, Protect, Overwrite, Ask };

/// The label whose name or phrase this is; null: none.
const core::Label* knownLabel(const core::Project& project, const QString& phrase);
/// The same; otherwise a new one, whose creation is added to `edit`.
core::LabelId labelFor(core::Project& project, const QString& phrase, core::Edit& edit);

/// The colour of the label at this place in the list, from a palette that people with any kind of colour
/// vision can tell apart; it repeats, a little darker, after eight.
QRgb safeColor(int place);

struct Accepted {
    std::shared_ptr<const core::Mask> mask;
    float score = 1;
    core::AnnotationId present = {}; ///< gets this shape, instead of a new instance
    bool adds = false;               ///< to the shape of that one
};
/// New instances from proposals, all of one label, and other shapes for those that were found again, which
/// stay what they are and keep what a hand decided. `phrase` names the label; empty: `fallback`.
core::Edit accept(core::Project& project, core::ImageId image, const std::vector<Accepted>& accepted,
                  const QString& phrase, core::LabelId fallback);

/// A new instance of what a person painted or clicked; `touched` are the pixels decided by hand.
core::Edit add(core::Project& project, core::ImageId image, core::LabelId label, const core::Mask& mask,
               const core::Mask& touched);
/// Another shape for an instance; it keeps its id and label and counts as corrected. An empty shape removes
/// it.
core::Edit reshape(const core::Annotation& annotation, const core::Mask& mask, const core::Mask& touched,
                   const QString& text);
/// Adds to `edit` what the stroke `painted` takes from other instances (Overwrite); returns the pixels that
/// the stroke may have: all, or those of nobody else (Protect). Locked instances always keep theirs unless
/// overlap is allowed.
core::Mask applyOverlap(const core::Project& project, core::ImageId image, core::AnnotationId own,
                        const core::Mask& painted, Overlap rule, core::Edit* edit);

/// Other instances that lose pixels if `painted` is taken from them.
QList<core::AnnotationId> covered(const core::Project& project, core::ImageId image, core::AnnotationId own,
                                  const core::Mask& painted);

core::Edit remove(const core::Project& project, core::ImageId image, const QList<core::AnnotationId>& ids);
/// Changes the fields of instances; instances that stay the same are left out.
core::Edit setFields(const core::Project& project, core::ImageId image, const QList<core::AnnotationId>& ids,
                     const std::function<void(core::Fields&)>& change, const QString& text);
/// Puts a label at another place of the list (counted with the label taken out), as one step.
core::Edit reorderLabel(const core::Project& project, core::LabelId label, int place);
core::Edit setLabel(const std::optional<core::Label>& before, const std::optional<core::Label>& after);

} // namespace gui::edits
