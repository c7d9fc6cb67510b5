// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace gui {

class Actions;
class IssueStrip;
class RunBar;
class Session;

/// Auto-label runs in the window: the plan, what is offered when a project is opened with an unfinished run,
/// and what is said when the results are in. `window` is the parent of dialogs.
void bindAutoLabel(Actions& actions, Session& session, RunBar& bar, IssueStrip& issues, QWidget& window);

} // namespace gui
