// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/walk_stage.h"

#include "gui/commands/file_commands.h"

#include "core/store/edit_codec.h"
#include "core/store/project_store.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QTest>
#include <QTimer>

namespace test {
namespace {

QPointer<QTimer> waitingForDialog;

} // namespace

void Stage::SetUp() {
    WindowFixture::SetUp();
    extraPicture = folder.filePath(QStringLiteral("extra.png"));
    ASSERT_TRUE(paintedPicture(kPicture, 9).save(extraPicture));
}

void Stage::fresh() {
    window->show();
    // After a dialog nobody else makes it active again.
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    session().setProject(nullptr);
    service.cancelAll();
    QDir(folder.filePath(QStringLiteral("pictures"))).removeRecursively();
    openPictures(2);
    file = session().openProject()->file();
    canvas().selectTool(gui::ToolId::Select);
    visitImages();
    addInstances();
    select({holed});
    moveTo(105, 85);
    ASSERT_TRUE(session().openProject()->flush());
}

void Stage::visitImages() {
    // What decoding tells about an image is stored when it is first shown; that is no edit.
    for (const int by : {1, -1}) {
        session().step(by);
        ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    }
}

void Stage::addInstances() {
    const core::Mask hole = core::Mask::fromRect({115, 95, 6, 6});
    const core::Mask island = core::Mask::fromRect({60, 20, 5, 5});
    holed = addMask(core::Mask::fromRect({100, 80, 40, 40}).subtracted(hole).united(island),
                    QStringLiteral("bottle"));
    overlapping = addMask(core::Mask::fromRect({130, 90, 50, 20}), QStringLiteral("cap"));
    small = addMask(core::Mask::fromRect({220, 150, 8, 8}), QStringLiteral("cap"));
    session().step(1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    addMask(core::Mask::fromRect({40, 40, 30, 30}), QStringLiteral("bottle"));
    session().step(-1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
}

void Stage::reopen() {
    session().setProject(nullptr);
    window->files().openProject(file);
    ASSERT_NE(session().project(), nullptr);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
}

QByteArray Stage::bytes() {
    const bool shown = session().openProject() != nullptr && session().openProject()->file() == file;
    if (shown) {
        EXPECT_TRUE(session().openProject()->flush());
    }
    auto store = core::ProjectStore::open(file, core::ProjectStore::Mode::ReadOnly);
    EXPECT_TRUE(store.has_value());
    const auto contents = store->contents();
    EXPECT_TRUE(contents.has_value());
    core::Edit everything;
    for (const core::Label& label : contents->labels) {
        everything.changes.emplace_back(core::SetLabel{std::nullopt, label});
    }
    for (const core::ImageInfo& image : contents->images) {
        everything.changes.emplace_back(core::SetImage{std::nullopt, image});
        auto stored = store->annotations(image.id);
        EXPECT_TRUE(stored.has_value()) << stored.error().message;
        std::sort(stored->annotations.begin(), stored->annotations.end(),
                  [](const core::Annotation& a, const core::Annotation& b) { return a.id < b.id; });
        if (shown && project().isLoaded(image.id)) {
            EXPECT_EQ(project().annotations(image.id).size(), qsizetype(stored->annotations.size()));
            compareWithWindow(stored->annotations);
        }
        for (const core::Annotation& annotation : stored->annotations) {
            everything.changes.emplace_back(core::AddAnnotation{annotation});
        }
    }
    if (shown) {
        EXPECT_EQ(project().images(), contents->images);
        EXPECT_EQ(project().labels().size(), contents->labels.size());
    }
    return core::encodeEdit(everything);
}

void Stage::compareWithWindow(const std::vector<core::Annotation>& stored) {
    for (const core::Annotation& annotation : stored) {
        const core::Annotation* held = project().annotation(annotation.id);
        EXPECT_TRUE(held != nullptr && *held == annotation) << "the window and the file differ";
    }
}

void Stage::perform(gui::ActionId id) {
    const QKeySequence keys = action(id).shortcut();
    if (keys.isEmpty()) {
        action(id).trigger();
    } else {
        canvas().setFocus();
        QTest::keySequence(&canvas(), keys);
    }
}

void Stage::propose() {
    session().proposals().setText(QStringLiteral("jar"));
    session().proposals().run();
    service.answerConcept({ellipseCandidate(kPicture, {20, 140, 40, 60}, 0.9F),
                           ellipseCandidate(kPicture, {80, 150, 40, 60}, 0.8F),
                           ellipseCandidate(kPicture, {260, 20, 40, 60}, 0.7F)});
    ASSERT_TRUE(waitFor(
        [this] { return session().proposals().passing() == 3 && session().proposals().masksReady(); }));
}

void Stage::answerClicks() {
    const std::size_t before = history().cursor();
    service.answerShape({ellipseCandidate(kPicture, {95, 70, 80, 60}, 0.9F)});
    ASSERT_TRUE(waitFor([&] { return history().cursor() != before; }));
}

void Stage::onDialog(std::function<void(QDialog&)> answer) {
    auto* timer = new QTimer(qApp);
    waitingForDialog = timer;
    QObject::connect(timer, &QTimer::timeout, timer, [answer = std::move(answer)] {
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
            const auto act = answer; // goes with the timer
            waitingForDialog->stop();
            waitingForDialog->deleteLater();
            waitingForDialog.clear();
            act(*dialog);
        }
    });
    timer->start(10);
}

bool Stage::dialogIsMissing() {
    const bool missing = waitingForDialog != nullptr;
    delete waitingForDialog;
    return missing;
}

void Stage::onDialogReject() {
    onDialog([](QDialog& dialog) { dialog.reject(); });
}

void Stage::onDialogChoose(const QString& path) {
    onDialog([path](QDialog& dialog) {
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        ASSERT_NE(name, nullptr) << "not a file dialog";
        name->setText(path);
        QMetaObject::invokeMethod(&dialog, "accept");
    });
}

} // namespace test
