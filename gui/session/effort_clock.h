// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"

#include <functional>

namespace core {
class Project;
}

namespace gui {

/// Writes into each edit what it cost: when its instances were made and changed, how many actions and how
/// much time went into them. The figures are part of the edit, so undo takes them back, too. They never leave
/// the project.
class EffortClock {
public:
    /// Longer pauses between two actions are not counted as work.
    static constexpr qint64 kLongestPause = 60'000;

    /// `now`: milliseconds since 1970 UTC.
    explicit EffortClock(std::function<qint64()> now);

    /// Whether time and actions are counted; times of making and changing are always noted.
    void setEnabled(bool enabled) { m_enabled = enabled; }
    bool isEnabled() const { return m_enabled; }

    /// To be called once, right before `edit` is committed.
    void stamp(core::Edit& edit, const core::Project& project);

private:
    std::function<qint64()> m_now;
    qint64 m_last = 0; ///< when the previous edit was made
    bool m_enabled = true;
};

} // namespace gui
