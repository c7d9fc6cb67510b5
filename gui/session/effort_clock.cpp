// SPDX-License-Identifier: Apache-2.0
#include "gui/session/effort_clock.h"

#include "core/project/project.h"

#include <algorithm>
#include <utility>

namespace gui {
namespace {

/// What an edit does to instances: the new ones, and those whose pixels or fields change.
struct Touched {
    std::vector<core::Annotation*> added;
    std::vector<core::AnnotationId> changed;
};

Touched touchedBy(core::Edit& edit) {
    Touched touched;
    for (core::Change& change : edit.changes) {
        if (auto* add = std::get_if<core::AddAnnotation>(&change)) {
            touched.added.push_back(&add->annotation);
        } else if (const auto* paint = std::get_if<core::PaintMask>(&change)) {
            touched.changed.push_back(paint->id);
        } else if (const auto* set = std::get_if<core::SetFields>(&change)) {
            touched.changed.push_back(set->id);
        }
    }
    std::sort(touched.changed.begin(), touched.changed.end());
    touched.changed.erase(std::unique(touched.changed.begin(), touched.changed.end()), touched.changed.end());
    return touched;
}

} // namespace

EffortClock::EffortClock(std::function<qint64()> now) : m_now(std::move(now)) {}

void EffortClock::stamp(core::Edit& edit, const core::Project& project) {
    const qint64 now = m_now();
    const qint64 pause = now - std::exchange(m_last, now);
    const Touched touched = touchedBy(edit);
    const auto instances = qint64(touched.added.size()) + qint64(touched.changed.size());
    if (instances == 0) {
        return;
    }
    // A clock that was set back, or a break, is no work; one action on many instances is shared among them.
    const bool atWork = m_enabled && pause > 0 && pause <= kLongestPause;
    const qint64 share = atWork ? pause / instances : 0;
    const int actions = m_enabled ? 1 : 0;
    for (core::Annotation* added : touched.added) {
        if (added->created == 0) {
            added->created = now;
            added->effort = {now, share, actions};
        }
    }
    for (const core::AnnotationId id : touched.changed) {
        if (const core::Annotation* known = project.annotation(id)) {
            const core::Effort before = known->effort;
            const core::Effort after{now, before.worked + share, before.actions + actions};
            edit.changes.push_back(core::SetEffort{id, before, after});
        }
    }
}

} // namespace gui
