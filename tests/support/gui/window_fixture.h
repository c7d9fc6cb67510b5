// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/canvas_view.h"
#include "gui/main_window.h"
#include "gui/session/proposals.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"

#include "tests/support/gui/fake_inference_service.h"

#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace test {

/// A window over a fresh folder of painted pictures, with the fake service. Events go to real widgets.
class WindowFixture : public testing::Test {
protected:
    static constexpr QSize kPicture{320, 240};

    void SetUp() override;
    /// Makes `count` pictures of that size, opens their folder and waits for the first.
    void openPictures(int count, QSize size = kPicture);
    /// Turns the event loop until `done` or five seconds passed; whether it is done.
    static bool waitFor(const std::function<bool()>& done);

    gui::Session& session() { return window->session(); }
    core::Project& project() { return *session().project(); }
    core::History& history() { return *session().history(); }
    gui::CanvasView& canvas() { return window->canvas(); }
    QList<const core::Annotation*> annotations() { return project().annotations(session().image()); }
    /// Adds an instance by an edit, as an import would.
    core::AnnotationId addMask(const core::Mask& mask, const QString& label = QStringLiteral("thing"));

    QPoint at(double x, double y); ///< image pixels to the canvas
    void press(double x, double y, Qt::MouseButton button = Qt::LeftButton,
               Qt::KeyboardModifiers modifiers = {});
    void moveTo(double x, double y, Qt::KeyboardModifiers modifiers = {});
    void release(double x, double y, Qt::MouseButton button = Qt::LeftButton,
                 Qt::KeyboardModifiers modifiers = {});
    void click(double x, double y, Qt::MouseButton button = Qt::LeftButton,
               Qt::KeyboardModifiers modifiers = {});
    void drag(QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton,
              Qt::KeyboardModifiers modifiers = {});
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    QTemporaryDir folder;
    FakeInferenceService service;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<gui::MainWindow> window;

private:
    Qt::MouseButtons m_held;
};

/// A picture with a few coloured discs on a gradient.
QImage paintedPicture(QSize size, int seed);

} // namespace test
