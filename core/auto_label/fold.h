// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/run_file.h"
#include "core/project/edit.h"

#include <functional>
#include <memory>

namespace core {

class Project;

/// What folding did, or would do.
struct FoldReport {
    int images = 0;        ///< looked at in the run
    int added = 0;         ///< instances
    int present = 0;       ///< objects found that were labelled already, or that a person had rejected
    int replaced = 0;      ///< instances of earlier runs that gave way
    int skippedImages = 0; ///< had instances, and the policy fills empty images only
    int foldedBefore = 0;  ///< images into which this run was put an earlier time; they are left
    QStringList failures;  ///< images that could not be labelled, each with the reason
    QStringList unknown;   ///< images of the run that the project does not have
    QList<Shard> missing;  ///< shards without a file
    qint64 unfinished = 0; ///< images that the given shards have not come to
};

/// The instances of one image as they are stored; called for one image at a time.
using StoredAnnotations = std::function<Result<std::vector<Annotation>>(ImageId)>;

/// Turns the results of a run into one edit, an image at a time, in the order they come. `project` must not
/// change meanwhile.
class RunFolding {
public:
    RunFolding(Project& project, StoredAnnotations stored, qint64 now, FoldReport& report);
    ~RunFolding();

    /// Before the entries of each file. Errors: InvalidArgument if it is not of the same run as the first.
    Status begin(const RunHeader& header, const QString& file);
    /// Errors: those of `stored`.
    Status add(const RunEntry& entry);
    /// One undo step for the whole run; completes the report.
    Edit finish();

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Turns the results of a run, the files of all its shards in any order, into one edit: one undo step for the
/// whole run. Each image takes a run once: what a person has deleted since does not come back. What an image
/// has already decides as WritePolicy says; no instance that a person made or looked at is changed. `now`
/// becomes the time of making, in milliseconds since 1970 UTC. Errors: those of readRun(); InvalidArgument if
/// the files are not of one run.
Result<Edit> foldRun(Project& project, const StoredAnnotations& stored, const QStringList& files, qint64 now,
                     FoldReport& report);

} // namespace core
