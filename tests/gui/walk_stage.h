// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include "tests/support/gui/window_fixture.h"

#include <QByteArray>

#include <functional>

class QDialog;

namespace test {

/// Where the walk over all commands and tools happens: a window over a small project that has something for
/// each of them to work on. Two images; on the first one three instances of two labels, the first of them
/// with a hole and an island, selected and under the pointer.
class Stage : public WindowFixture {
public:
    void SetUp() override;
    /// Throws the project away and sets a new one up.
    void fresh();
    /// Closes the project and opens it again, as after a restart.
    void reopen();

    /// Everything that the stage's project file holds, as bytes that are equal only if all of it is. Fails
    /// the test if the window holds something else than the file.
    QByteArray bytes();

    QAction& action(gui::ActionId id) { return *window->actions()[id]; }
    /// By its key where it has one, else from the menu.
    void perform(gui::ActionId id);
    /// Three proposals, waiting to be accepted.
    void propose();
    /// The model's answer to the clicks made so far.
    void answerClicks();
    void select(const QList<core::AnnotationId>& ids) { session().selection().set(ids); }
    /// What is done to the next modal dialog; it must appear while events are processed.
    static void onDialog(std::function<void(QDialog&)> answer);
    static void onDialogReject();
    /// Whether the last dialog to be answered never appeared; forgets it.
    static bool dialogIsMissing();
    /// Chooses `path` in the next file dialog.
    static void onDialogChoose(const QString& path);

    using WindowFixture::annotations;
    using WindowFixture::at;
    using WindowFixture::canvas;
    using WindowFixture::click;
    using WindowFixture::drag;
    using WindowFixture::folder;
    using WindowFixture::history;
    using WindowFixture::key;
    using WindowFixture::moveTo;
    using WindowFixture::press;
    using WindowFixture::project;
    using WindowFixture::release;
    using WindowFixture::service;
    using WindowFixture::session;
    using WindowFixture::waitFor;
    using WindowFixture::window;

    core::AnnotationId holed, overlapping, small; ///< the instances of the first image
    QString file;                                 ///< of the project
    QString extraPicture;                         ///< a picture that is not in the project

private:
    void visitImages();
    void addInstances();
    void compareWithWindow(const std::vector<core::Annotation>& stored);
};

} // namespace test
