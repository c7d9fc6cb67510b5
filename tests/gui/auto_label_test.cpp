// SPDX-License-Identifier: Apache-2.0
#include "gui/session/auto_label.h"

#include "gui/actions.h"
#include "gui/dialogs/plan_dialog.h"
#include "gui/dialogs/plan_table.h"
#include "gui/dialogs/sample_table.h"
#include "gui/session/filter.h"
#include "gui/status/issue_strip.h"
#include "gui/status/run_bar.h"

#include "core/project/new_label.h"
#include "core/store/open_project.h"

#include "inference/api/types.h"

#include "tests/support/core/color_engine.h"
#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace test {
namespace {

using State = core::BackgroundRun::State;

constexpr qint64 kRun = 1;
constexpr qint64 kTrial = 2;

class AutoLabelTest : public WindowFixture {
protected:
    /// Pictures with one red square each, further right from picture to picture; the last has two.
    void openSquares(int count) {
        openPictures(count);
        for (int i = 0; i < count; ++i) {
            QImage picture(kPicture, QImage::Format_RGB32);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            painter.fillRect(squareOf(i), Qt::red);
            if (i == count - 1) {
                painter.fillRect(QRect(200, 150, 30, 30), Qt::red);
            }
            painter.end();
            const core::ImageInfo& image = project().images()[i];
            ASSERT_TRUE(picture.save(session().openProject()->absolutePath(image.id)));
        }
    }
    static QRect squareOf(int i) { return {10 + 20 * i, 20, 40, 40}; }
    static core::AutoLabelPlan plan() {
        core::PlannedClass red;
        red.label = QStringLiteral("red thing");
        red.phrases = {QStringLiteral("red")};
        core::AutoLabelPlan plan;
        plan.classes = {red};
        return plan;
    }
    gui::AutoLabel& autoLabel() { return session().autoLabel(); }
    gui::RunBar& bar() { return *window->findChild<gui::RunBar*>(); }
    QString barText() { return bar().findChild<QLabel*>()->text(); }
    QPushButton& button(const char* name) {
        return *window->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    /// Does on this thread what the engine was asked for.
    void work(qint64 number, const inference::RunControl& control = {}) {
        ASSERT_TRUE(service.works.contains(number));
        const core::EngineWork work = service.works.take(number);
        work(engine, control);
        emit service.worked(number);
    }
    QStringList runFiles() {
        return QDir(folder.filePath(QStringLiteral("pictures")))
            .entryList({QStringLiteral("*.jsonl")}, QDir::Files);
    }
    int instances() {
        int count = 0;
        for (const core::ImageInfo& image : project().images()) {
            EXPECT_TRUE(session().openProject()->loadImage(image.id));
            count += int(project().annotations(image.id).size());
        }
        return count;
    }
    bool isIn() {
        return waitFor([this] { return !window->issues().text().isEmpty(); });
    }

    core::ColorEngine engine;
};

TEST_F(AutoLabelTest, ARunIsOneStepAndLeavesNoFile) {
    openSquares(3);
    EXPECT_TRUE(bar().isHidden());
    autoLabel().start(plan());
    EXPECT_FALSE(bar().isHidden());
    EXPECT_TRUE(barText().contains(QStringLiteral("0 of 3"))) << barText().toStdString();
    EXPECT_FALSE(window->actions()[gui::ActionId::AutoLabelAll]->isEnabled());
    const auto steps = history().size();
    work(kRun);
    EXPECT_TRUE(autoLabel().isPuttingIn());
    ASSERT_TRUE(isIn());
    EXPECT_TRUE(window->issues().text().contains(QStringLiteral("added: 4; images: 3")))
        << window->issues().text().toStdString();
    EXPECT_EQ(history().size(), steps + 1);
    EXPECT_EQ(instances(), 4);
    const core::Annotation& first = *annotations().first();
    EXPECT_EQ(first.mask, core::Mask::fromRect(squareOf(0)));
    EXPECT_EQ(first.fields.state, core::State::Auto);
    EXPECT_TRUE(runFiles().isEmpty());
    EXPECT_TRUE(bar().isHidden());
    EXPECT_TRUE(window->actions()[gui::ActionId::AutoLabelAll]->isEnabled());
    session().undo();
    EXPECT_EQ(instances(), 0);
    EXPECT_EQ(project().labelByName(QStringLiteral("red thing")), nullptr);
}

TEST_F(AutoLabelTest, PausedItWaitsAndItsResultsCanBePutIn) {
    openSquares(4);
    autoLabel().start(plan());
    // Two pictures, then the person pauses.
    inference::RunControl control;
    std::stop_source stop;
    control.stop = stop.get_token();
    control.yield = [&, calls = 0]() mutable {
        if (++calls == 3) {
            stop.request_stop();
        }
    };
    service.works.value(kRun)(engine, control);
    button("pauseRun").click();
    EXPECT_EQ(autoLabel().run().state(), State::Paused);
    EXPECT_FALSE(service.works.contains(kRun)) << "the engine was told to stop";
    EXPECT_EQ(runFiles().size(), 1);
    EXPECT_TRUE(barText().contains(QStringLiteral("2 of 4 images, paused"))) << barText().toStdString();
    button("putInRun").click();
    ASSERT_TRUE(isIn());
    EXPECT_EQ(instances(), 2);
    EXPECT_EQ(runFiles().size(), 1) << "two images are still to be labelled";
}

TEST_F(AutoLabelTest, AnUnfinishedRunIsOfferedWhenTheProjectIsOpened) {
    openSquares(3);
    autoLabel().start(plan());
    inference::RunControl control;
    std::stop_source stop;
    control.stop = stop.get_token();
    control.yield = [&, calls = 0]() mutable {
        if (++calls == 2) {
            stop.request_stop();
        }
    };
    service.works.value(kRun)(engine, control);
    const QString file = session().openProject()->file();
    session().setProject(nullptr);
    EXPECT_EQ(autoLabel().run().state(), State::Idle);
    auto open = core::OpenProject::open(file);
    ASSERT_TRUE(open) << open.error().message;
    session().setProject(std::move(*open));
    ASSERT_TRUE(isIn());
    EXPECT_TRUE(window->issues().text().contains(QStringLiteral("1 of 3")));
    const auto discard = [this](QMessageBox::StandardButton answer) {
        QTimer::singleShot(0, window.get(), [this, answer] {
            auto* asked = window->findChild<QMessageBox*>();
            ASSERT_NE(asked, nullptr) << "nothing is thrown away unasked";
            EXPECT_TRUE(asked->text().contains(QStringLiteral("labelled: 1")));
            asked->button(answer)->click();
        });
        window->issues().findChildren<QPushButton*>().at(2)->click();
    };
    discard(QMessageBox::Cancel);
    EXPECT_EQ(runFiles().size(), 1);
    EXPECT_TRUE(window->issues().text().contains(QStringLiteral("1 of 3"))) << "still offered";
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window->issues().findChildren<QPushButton*>().first()->click(); // go on
    EXPECT_EQ(autoLabel().run().state(), State::Running);
    work(kRun);
    ASSERT_TRUE(isIn());
    EXPECT_EQ(instances(), 4);
    EXPECT_TRUE(runFiles().isEmpty());
}

TEST_F(AutoLabelTest, AProjectThatIsOpenToLookAtHasNoRuns) {
    openSquares(2);
    const QString file = session().openProject()->file();
    autoLabel().start(plan());
    service.works.value(kRun)(engine, {});
    ASSERT_EQ(runFiles().size(), 1);
    session().setProject(nullptr);
    auto open = core::OpenProject::openReadOnly(file);
    ASSERT_TRUE(open) << open.error().message;
    session().setProject(std::move(*open));
    EXPECT_FALSE(window->actions()[gui::ActionId::AutoLabelAll]->isEnabled());
    QSignalSpy found(&autoLabel(), &gui::AutoLabel::unfinishedFound);
    autoLabel().start(plan());
    EXPECT_EQ(autoLabel().run().state(), State::Idle);
    QTest::qWait(100);
    EXPECT_EQ(found.count(), 0);
    EXPECT_EQ(runFiles().size(), 1) << "it belongs to the other program";
}

TEST_F(AutoLabelTest, WhatAPersonDoesMeanwhileIsKept) {
    openSquares(2);
    const core::AnnotationId mine = addMask(core::Mask::fromRect(squareOf(0)), QStringLiteral("red thing"));
    autoLabel().start(plan());
    work(kRun);
    ASSERT_TRUE(autoLabel().isPuttingIn());
    session().removeSelected(); // nothing is selected
    const core::AnnotationId late = addMask(core::Mask::fromRect({100, 100, 9, 9}), QStringLiteral("other"));
    ASSERT_TRUE(isIn());
    EXPECT_NE(project().annotation(mine), nullptr);
    EXPECT_NE(project().annotation(late), nullptr);
    EXPECT_EQ(instances(), 4) << "two of the person, two of the second picture";
    EXPECT_TRUE(window->issues().text().contains(QStringLiteral("There already: 1.")));
}

TEST_F(AutoLabelTest, AnEditBetweenTwoImagesBeginsThePuttingAnew) {
    openSquares(3);
    core::AutoLabelPlan again = plan();
    autoLabel().start(again);
    work(kRun);
    ASSERT_TRUE(isIn());
    window->issues().hide();
    const core::Annotation found = *annotations().first();
    again.write = core::WritePolicy::ReplaceAuto;
    again.duplicateIou = 0.9;
    autoLabel().start(again);
    // The first image has been seen to when the next one is loaded; then what was to be replaced there goes.
    bool edited = false;
    const auto loads = QObject::connect(&session(), &gui::Session::contentChanged, &session(),
                                        [&](const core::ChangeEvent& event) {
                                            if (event.loaded && !edited && autoLabel().isPuttingIn()) {
                                                edited = true;
                                                core::Edit remove;
                                                remove.image = found.image;
                                                remove.changes.push_back(core::RemoveAnnotation{found});
                                                history().commit(std::move(remove));
                                            }
                                        });
    work(kRun);
    ASSERT_TRUE(isIn());
    QObject::disconnect(loads);
    ASSERT_TRUE(edited);
    EXPECT_EQ(instances(), 4);
    EXPECT_TRUE(window->issues().text().contains(QStringLiteral("gave way: 3.")))
        << window->issues().text().toStdString();
    session().undo();
    session().undo();
    EXPECT_EQ(instances(), 4);
    EXPECT_EQ(*annotations().first(), found);
}

TEST_F(AutoLabelTest, FailuresAreNamedAndTriedAgain) {
    openSquares(2);
    const QString broken = session().openProject()->absolutePath(project().images()[1].id);
    const QString aside = broken + QStringLiteral(".aside");
    ASSERT_TRUE(QFile::rename(broken, aside));
    autoLabel().start(plan());
    work(kRun);
    ASSERT_TRUE(isIn());
    EXPECT_TRUE(window->issues().text().contains(QStringLiteral("not be labelled: 1")));
    EXPECT_EQ(instances(), 1);
    ASSERT_TRUE(QFile::rename(aside, broken));
    window->issues().findChildren<QPushButton*>().first()->click();
    work(kRun);
    ASSERT_TRUE(waitFor([this] { return instances() == 3; }));
    ASSERT_TRUE(waitFor([this] { return runFiles().isEmpty(); }));
}

TEST_F(AutoLabelTest, TheDialogBeginsWithTheLabelsAndTriesThemFirst) {
    openSquares(3);
    addMask(core::Mask::fromRect({100, 100, 9, 9}), QStringLiteral("red"));
    QTimer::singleShot(0, window.get(), [this] {
        auto* dialog = window->findChild<gui::PlanDialog*>();
        ASSERT_NE(dialog, nullptr);
        auto& table = *dialog->findChild<gui::PlanTable*>();
        ASSERT_EQ(table.rowCount(), 1);
        EXPECT_EQ(table.item(0, gui::PlanTable::Phrases)->text(), QStringLiteral("red"));
        dialog->findChild<QPushButton*>(QStringLiteral("tryPlan"))->click();
        work(kTrial);
        auto& sample = *dialog->findChild<gui::SampleTable*>();
        ASSERT_EQ(sample.rowCount(), 1);
        EXPECT_EQ(sample.item(0, gui::SampleTable::Found)->text(), QStringLiteral("4"));
        EXPECT_EQ(sample.item(0, gui::SampleTable::InAll)->text(), QStringLiteral("4"));
        auto& said = *dialog->findChild<QLabel*>(QStringLiteral("planSaid"));
        EXPECT_TRUE(said.text().startsWith(QStringLiteral("Images: 3 in"))) << said.text().toStdString();
        table.item(0, gui::PlanTable::Threshold)->setText(QStringLiteral("much"));
        dialog->findChild<QPushButton*>(QStringLiteral("startRun"))->click();
        EXPECT_TRUE(dialog->isVisible()) << "nothing starts with a wrong threshold";
        EXPECT_TRUE(said.text().contains(QStringLiteral("threshold"))) << said.text().toStdString();
        table.item(0, gui::PlanTable::Threshold)->setText(QStringLiteral("0.4"));
        dialog->findChild<QPushButton*>(QStringLiteral("startRun"))->click();
    });
    window->actions()[gui::ActionId::AutoLabelAll]->trigger();
    EXPECT_EQ(autoLabel().run().state(), State::Running);
    EXPECT_EQ(autoLabel().run().wish().plan.classes.at(0).threshold, 0.4);
    EXPECT_EQ(autoLabel().run().wish().paths.size(), 3);
}

TEST_F(AutoLabelTest, CtrlShiftDigitTriesThatLabelAndRunsItOnAllImages) {
    openSquares(3);
    core::Edit edit;
    for (const char* name : {"sky", "red thing"}) {
        core::Label label = core::newLabel(project(), QString::fromLatin1(name));
        label.phrases = {QStringLiteral("red"), QStringLiteral("blue")};
        label.threshold = 0.3F;
        edit.changes = {core::SetLabel{std::nullopt, label}};
        session().commit(edit);
    }
    QTimer::singleShot(0, window.get(), [this] {
        auto* dialog = window->findChild<gui::PlanDialog*>();
        ASSERT_NE(dialog, nullptr);
        auto& table = *dialog->findChild<gui::PlanTable*>();
        ASSERT_EQ(table.rowCount(), 1) << "of two labels";
        EXPECT_EQ(table.item(0, gui::PlanTable::Name)->text(), QStringLiteral("red thing"));
        EXPECT_EQ(table.item(0, gui::PlanTable::Phrases)->text(), QStringLiteral("red, blue"));
        ASSERT_EQ(service.works.size(), 1) << "the trial has begun";
        dialog->findChild<QPushButton*>(QStringLiteral("startRun"))->click();
    });
    key(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(autoLabel().run().state(), State::Running);
    const core::AutoLabelPlan& plan = autoLabel().run().wish().plan;
    ASSERT_EQ(plan.classes.size(), 1);
    EXPECT_EQ(plan.classes[0].phrases, (QStringList{QStringLiteral("red"), QStringLiteral("blue")}));
    EXPECT_NEAR(*plan.classes[0].threshold, 0.3, 1e-6);
}

TEST_F(AutoLabelTest, ThePlanComesBackFromTheDialog) {
    openSquares(1);
    core::AutoLabelPlan wanted = plan();
    wanted.classes[0].vetoes = {QStringLiteral("blue"), QStringLiteral("green")};
    wanted.classes[0].threshold = 0.25;
    wanted.classes[0].exemplars = {{project().images()[0].path, {QRectF(1, 2, 30, 40), false}}};
    wanted.write = core::WritePolicy::ReplaceAuto;
    wanted.between = core::BetweenClasses::FirstClass;
    wanted.duplicateIou = 0.55;
    wanted.exclusivePixels = true;
    wanted.minArea = 12;
    wanted.tiles = {512, 64};
    gui::PlanDialog dialog(session());
    dialog.setPlan(wanted);
    const auto back = dialog.plan();
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, wanted);
    auto& table = *dialog.findChild<gui::PlanTable*>();
    table.item(0, gui::PlanTable::Name)->setCheckState(Qt::Unchecked);
    EXPECT_FALSE(dialog.plan()) << "a plan that looks for nothing";
}

} // namespace
} // namespace test
