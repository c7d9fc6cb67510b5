// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace gui {

class Session;

/// What becomes of labels in the whole data set: merged, given to another, or removed. Works on images that
/// were never loaded; the instances are found off the UI thread.
struct LabelPlan {
    QHash<core::LabelId, core::LabelId> targets; ///< from each label to another; invalid: to no label
    bool removeEmptied = true; ///< labels whose instances went away, and that got none, go, too
};

/// Builds the one edit of `plan` from all that was committed so far, then commits it to the session. `done`
/// gets how many instances changed; it is not called if the project was closed meanwhile.
void moveLabels(Session& session, const LabelPlan& plan, std::function<void(qint64 instances)> done);

} // namespace gui
