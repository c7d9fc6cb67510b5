// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/instance_clip.h"
#include "core/project/edit.h"

#include <QList>

#include <functional>
#include <vector>

namespace core {
class Project;
}

/// Edits that make instances from instances. One rule holds for all: an instance that stays keeps its id and
/// all it carries besides pixels; a new one is a copy of the one it comes from with an id of its own. Locked
/// instances are not changed.
namespace gui::edits {

/// The selected, unlocked instances in the order of selection.
QList<const core::Annotation*> unlocked(const core::Project& project, const QList<core::AnnotationId>& ids);

/// Gives each instance the shape that `change` makes of it; a shape without pixels removes it.
core::Edit reshapeEach(const QList<const core::Annotation*>& instances, const QString& text,
                       const std::function<core::Mask(const core::Annotation&)>& change);
/// The first piece stays in the instance, every other becomes a new one.
core::Edit divide(core::Project& project, const core::Annotation& instance,
                  const std::vector<core::Mask>& pieces, const QString& text);
/// Every 4-connected part becomes an instance; the largest keeps the id.
core::Edit splitParts(core::Project& project, const QList<const core::Annotation*>& instances,
                      const QString& text);

enum class Combination { Union, Subtract, Intersect, ExclusiveOr };
/// The first instance gets the result. The others are gone afterwards, except with Subtract, which leaves
/// them.
core::Edit combine(const QList<const core::Annotation*>& instances, Combination how, const QString& text);

/// Copies moved by `offset` and clipped to `bounds`; what has no pixel left there is left out.
core::Edit duplicate(core::Project& project, const QList<const core::Annotation*>& instances,
                     core::ImageId image, QPoint offset, const QRect& bounds);

core::InstanceClip clipOf(const core::Project& project, const QList<const core::Annotation*>& instances,
                          QSize size);
struct Pasted {
    core::Edit edit;
    int clipped = 0; ///< instances that lost pixels beyond the image
    int outside = 0; ///< instances left out since no pixel of theirs lies in the image
};
/// New instances at the same pixels. Labels are found by name, or made.
Pasted paste(core::Project& project, core::ImageId image, const QRect& bounds,
             const core::InstanceClip& clip);
/// The instances that an edit adds to `image`.
QList<core::AnnotationId> addedBy(const core::Edit& edit, core::ImageId image);

} // namespace gui::edits
