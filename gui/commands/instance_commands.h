// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenu;

namespace gui {

class Actions;
class Session;

/// What can be done to several instances at once: showing some alone, groups, crowds, and the same for all of
/// the current label.
void bindInstances(Actions& actions, Session& session);
/// Adds label, state, lock and the like for what is selected; for the menu of the instance table.
void fillInstanceMenu(QMenu& menu, const Actions& actions, Session& session);

} // namespace gui
