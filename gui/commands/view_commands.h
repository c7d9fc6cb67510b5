// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSettings;

namespace gui {

class Actions;
class CanvasView;
class Session;

/// Zoom, view modes, colours and what lies round the picture. The choices are kept in `settings`.
void bindView(Actions& actions, Session& session, CanvasView& canvas, QSettings& settings);

} // namespace gui
