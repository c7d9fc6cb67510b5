// SPDX-License-Identifier: Apache-2.0
#pragma once

class QDockWidget;

namespace gui {

class Actions;
class CanvasView;
class Session;

/// The review mode in the window: switching it on shows `dock`; the current instance is zoomed to, and a
/// decision gives the Select tool back. Deciding itself is what Accept, Reject, the digits and Tab do while
/// the mode is on.
void bindReview(Actions& actions, Session& session, CanvasView& canvas, QDockWidget& dock);

} // namespace gui
