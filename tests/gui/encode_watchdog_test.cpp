// SPDX-License-Identifier: Apache-2.0
#include "core/engine/inference_service.h"
#include "core/engine/threaded_inference_service.h"
#include "gui/commands/file_commands.h"
#include "gui/main_window.h"
#include "gui/session/proposals.h"
#include "gui/session/session.h"
#include "tests/support/gui/watchdog.h"
#include "tests/support/slowdown.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <cstdio>

namespace {

/// The real engine at work behind the real window: encodes picture after picture and answers a phrase on
/// each.
TEST(EncodeWatchdog, TheWindowTurnsWhileTheModelEncodes) {
    const QString model = QStringLiteral(RESOURCE_DIR "/models/pocket.safetensors");
    ASSERT_TRUE(QFile::exists(model));
    QTemporaryDir folder;
    const QDir demo(QStringLiteral(RESOURCE_DIR "/demo"));
    for (const QString& name : demo.entryList({QStringLiteral("*.jpg")}).mid(0, 4)) {
        QFile::copy(demo.filePath(name), folder.filePath(name));
    }
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const auto service = core::makeInferenceService();
    gui::MainWindow window(*service, settings);
    window.show();
    int encoded = 0;
    QObject::connect(service.get(), &core::InferenceService::prepared, &window, [&] { ++encoded; });
    window.files().openModel(model);
    ASSERT_TRUE(QTest::qWaitFor([&] { return service->model().ready; }, 20'000));

    const test::Watchdog watchdog;
    window.files().openFolder(folder.path());
    gui::Proposals& proposals = window.session().proposals();
    for (int picture = 0; picture < 4; ++picture) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return !window.session().picture().image.isNull(); }, 20'000));
        proposals.setText(QStringLiteral("circle"));
        proposals.run();
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return proposals.phase() == gui::Proposals::Phase::Ready && proposals.masksReady(); },
            60'000));
        window.session().step(1);
    }
    const auto block = watchdog.longest();
    std::printf("longest block: %.1f ms, of it computing %.1f ms\n", block.wall, block.busy);
    EXPECT_GE(encoded, 1);
    EXPECT_LT(block.busy, 50 * test::kSlowdown) << "of the UI thread's own computing";
}

} // namespace
