// SPDX-License-Identifier: Apache-2.0
#include "cli/merge_runs.h"

#include "core/auto_label/fold.h"
#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/open_project.h"

#include <QDateTime>

#include <cstdio>

namespace cli {

namespace {

/// Loads an image's instances for a look and lets go of them again, so that memory holds one image.
core::StoredAnnotations storedIn(core::OpenProject& open) {
    return [&open](core::ImageId image) -> core::Result<std::vector<core::Annotation>> {
        RETURN_IF_ERROR(open.loadImage(image));
        std::vector<core::Annotation> stored;
        for (const core::Annotation* annotation : open.project().annotations(image)) {
            stored.push_back(*annotation);
        }
        open.project().unload(image);
        return stored;
    };
}

core::Status checkWhole(const core::FoldReport& report) {
    if (!report.missing.isEmpty()) {
        const core::Shard shard = report.missing.first();
        return core::fail(core::ErrorCode::InvalidArgument,
                          QStringLiteral("Shard %1/%2 is missing (%3 in all); name its run file too, or use "
                                         "--partial.")
                              .arg(shard.index)
                              .arg(shard.count)
                              .arg(report.missing.size()));
    }
    if (report.unfinished > 0) {
        return core::fail(
            core::ErrorCode::InvalidArgument,
            QStringLiteral("%1 images are not labelled yet; call autolabel again, or use --partial.")
                .arg(report.unfinished));
    }
    return {};
}

void print(const core::FoldReport& report) {
    std::printf("%d instances added, %d were there already", report.added, report.present);
    if (report.replaced > 0) {
        std::printf(", %d of earlier runs replaced", report.replaced);
    }
    if (report.skippedImages > 0) {
        std::printf(", %d images left because they have instances", report.skippedImages);
    }
    if (report.foldedBefore > 0) {
        std::printf(", %d images have had these results before", report.foldedBefore);
    }
    std::puts("");
    for (const QString& failure : report.failures) {
        std::printf("not labelled: %s\n", qUtf8Printable(failure));
    }
    if (!report.unknown.isEmpty()) {
        std::printf("%d images of the run are not in the project, the first is %s\n",
                    int(report.unknown.size()), qUtf8Printable(report.unknown.first()));
    }
}

} // namespace

core::Status mergeRuns(const QString& project, const QStringList& files, bool partial) {
    ASSIGN_OR_RETURN(const auto open, core::OpenProject::open(project));
    core::FoldReport report;
    ASSIGN_OR_RETURN(core::Edit edit, core::foldRun(open->project(), storedIn(*open), files,
                                                    QDateTime::currentMSecsSinceEpoch(), report));
    if (!partial) {
        RETURN_IF_ERROR(checkWhole(report));
    }
    if (!edit.changes.empty()) {
        open->history().commit(std::move(edit));
        RETURN_IF_ERROR(open->flush());
    }
    print(report);
    return {};
}

} // namespace cli
