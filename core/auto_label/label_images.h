// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/run_file.h"

#include <functional>

namespace inference {
struct RunControl;
}

namespace core {

class EnginePort;

/// How far a run is.
struct RunProgress {
    int done = 0; ///< of the shard, earlier sittings included
    int total = 0;
    int failed = 0;
    int objects = 0;    ///< found in this sitting
    double seconds = 0; ///< that this sitting's images took
    int fresh = 0;      ///< images labelled in this sitting
    /// Seconds that the rest will take at the rate of this sitting; below 0: unknown.
    double secondsLeft() const { return fresh > 0 ? seconds / fresh * (total - done - failed) : -1; }
};

/// Where the pictures are and who is told.
struct RunImages {
    QStringList paths;                                   ///< of this shard, as the project names them
    std::function<QString(const QString&)> absolutePath; ///< of one of `paths`
    std::function<void(const RunProgress&)> progress;    ///< after each image
};

/// The paths that belong to `shard`.
QStringList shardOf(const QStringList& paths, Shard shard);

/// Labels every image that `run` doesn't have yet, those that failed before too, and appends each result as
/// soon as it stands, so that nothing is lost when the program ends at any moment. A picture that can't be
/// read or labelled is noted with its reason and left. Errors: Cancelled; Io if the results can't be written.
Result<RunProgress> labelImages(EnginePort& engine, const AutoLabelPlan& plan, const RunImages& images,
                                RunFile& run, const inference::RunControl& control);

} // namespace core
