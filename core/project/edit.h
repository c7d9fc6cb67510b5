// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask_delta.h"
#include "core/project/annotation.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace core {

struct AddAnnotation {
    Annotation annotation;
    bool operator==(const AddAnnotation&) const = default;
};
struct RemoveAnnotation {
    Annotation annotation; ///< whole, so that the inverse can add it back
    bool operator==(const RemoveAnnotation&) const = default;
};
struct SetFields {
    AnnotationId id;
    Fields before, after;
    bool operator==(const SetFields&) const = default;
};
struct PaintMask {
    AnnotationId id;
    MaskDelta flips;   ///< pixels of the mask that change
    MaskDelta touched; ///< pixels whose "a person decided" mark changes
    bool operator==(const PaintMask&) const = default;
};
struct SetLabel {
    std::optional<Label> before, after; ///< none: the label doesn't exist on that side
    bool operator==(const SetLabel&) const = default;
};
struct SetImage {
    std::optional<ImageInfo> before, after;
    bool operator==(const SetImage&) const = default;
};
struct SetEffort {
    AnnotationId id;
    Effort before, after;
    bool operator==(const SetEffort&) const = default;
};
/// Gives another label to instances of the whole data set, loaded or not. All of `ids` have `from` before.
struct MoveLabel {
    LabelId from, to;
    std::vector<AnnotationId> ids; ///< ascending
    bool operator==(const MoveLabel&) const = default;
};
using Change = std::variant<AddAnnotation, RemoveAnnotation, SetFields, PaintMask, SetLabel, SetImage,
                            SetEffort, MoveLabel>;

/// One gesture as data: undo step, journal entry and autosave in one (architecture §8.1).
struct Edit {
    EditId id;
    ImageId image; ///< none for changes of labels and the image list
    QString text;  ///< for the Edit menu: "Brush stroke"
    std::vector<Change> changes;
    bool operator==(const Edit&) const = default;
};

/// Undoes `edit`: reverse order, each change inverted.
Edit inverted(const Edit& edit);
/// Memory held, for the history's budget.
std::size_t bytesOf(const Edit& edit);
/// The largest id of any kind that `edit` mentions: fresh ids must lie above it.
qint64 highestId(const Edit& edit);

} // namespace core
