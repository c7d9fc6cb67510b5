// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"
#include "gui/tools/tool.h"

#include <QList>
#include <QPair>

namespace gui {

class AnnotationDock;
class CanvasView;
class PromptBar;
class Session;

/// Which command picks which tool.
const QList<QPair<ActionId, ToolId>>& toolCommands();
/// Binds what the commands of each group do, and keeps them enabled only while they make sense.
void bindEditing(Actions& actions, Session& session, CanvasView& canvas);
void bindTools(Actions& actions, Session& session, CanvasView& canvas);
void bindPrompting(Actions& actions, Session& session, CanvasView& canvas, PromptBar& bar);
void bindNavigation(Actions& actions, Session& session, CanvasView& canvas, AnnotationDock& instances);
/// Digits give labels, Shift+digit searches for a label.
void bindDigits(Actions& actions, Session& session);

} // namespace gui
