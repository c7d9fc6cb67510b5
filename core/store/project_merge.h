// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/edit.h"

#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace core {

class Project;

/// An instance that was changed since in both versions of a project, and differently.
struct MergeConflict {
    std::optional<Annotation> mine, theirs; ///< none: removed there
};

/// Something that they changed and that stays as mine has it.
struct NotMerged {
    enum class What {
        Label,        ///< both changed the same of it
        LabelName,    ///< another label of mine has the name that they gave
        RemovedLabel, ///< they removed it
        RemovedImage, ///< they removed it, and I changed it
        MissingImage, ///< they changed it, and I removed it
    };
    What what = What::Label;
    QString name; ///< of the label, or the path of the image
    bool operator==(const NotMerged&) const = default;
};

/// What another version of a project has and mine has not, found by comparing both with the state that they
/// come from. Everything of theirs is in their numbers, except the ids of images and instances that the
/// common state had.
struct MergePlan {
    QList<Label> labels;                ///< all of theirs
    QSet<LabelId> commonLabels;         ///< those of them that the common state had
    std::vector<SetLabel> labelChanges; ///< what only they changed, in mine; new attributes have no id yet
    QList<ImageInfo> newImages;         ///< with absolute paths
    std::vector<SetImage> imageChanges; ///< marks that only they changed, images that only they removed
    std::vector<Annotation> removed;    ///< mine, in those images
    QList<NotMerged> notMerged;
    std::vector<Annotation> added;        ///< by them
    std::vector<MergeConflict> taken;     ///< only they changed or removed these; mine as it is now
    std::vector<MergeConflict> conflicts; ///< nothing is decided about them
    qsizetype instances() const { return qsizetype(added.size()) + qsizetype(taken.size()); }
};

/// Compares saved projects; any thread. Errors: those of ProjectStore, InvalidArgument if theirs does not
/// come from `base`.
Result<MergePlan> planMerge(const QString& base, const QString& mine, const QString& theirs);
/// One edit that brings `plan` into mine, with fresh ids for what is new; of conflicts, theirs where
/// `takeTheirs` (one flag for each) says so. Labels are joined by name.
Edit mergeEdit(Project& mine, const MergePlan& plan, const std::vector<bool>& takeTheirs,
               const QString& text);

} // namespace core
