// SPDX-License-Identifier: Apache-2.0
// The main path through the real window and the embedded model: encode, a changed phrase to masks painted on
// the canvas with hot embeddings, and the longest time the event loop was kept from turning meanwhile. Runs
// without a display.
#include "core/engine/inference_service.h"
#include "core/engine/threaded_inference_service.h"
#include "gui/canvas/canvas_view.h"
#include "gui/commands/file_commands.h"
#include "gui/main_window.h"
#include "gui/session/proposals.h"
#include "gui/session/session.h"
#include "tests/support/gui/watchdog.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace {

constexpr int kTimeout = 30'000;

bool waitUntil(const std::function<bool()>& done) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < kTimeout) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    return done();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[values.size() / 2];
}

void report(const char* what, const std::vector<double>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    std::printf("%-36s median %7.1f ms   min %7.1f   max %7.1f   n %zu\n", what, median(values), *low, *high,
                values.size());
}

/// Milliseconds from asking to the frame that shows every mask; negative if nothing came.
double timePhrase(gui::Session& session, QWidget& canvas, const QString& phrase) {
    QElapsedTimer timer;
    timer.start();
    gui::Proposals& proposals = session.proposals();
    proposals.setText(phrase);
    proposals.run();
    if (!waitUntil(
            [&] { return proposals.phase() == gui::Proposals::Phase::Ready && proposals.masksReady(); })) {
        return -1;
    }
    canvas.repaint();
    return timer.nsecsElapsed() / 1e6;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QTemporaryDir folder;
    for (const QFileInfo& file :
         QDir(QStringLiteral(RESOURCE_DIR "/demo")).entryInfoList({QStringLiteral("*.jpg")})) {
        QFile::copy(file.filePath(), folder.filePath(file.fileName()));
    }
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const auto service = core::makeInferenceService();
    gui::MainWindow window(*service, settings);
    window.show();
    std::vector<double> encodes;
    QObject::connect(service.get(), &core::InferenceService::prepared, &window,
                     [&](core::ImageId, double milliseconds) { encodes.push_back(milliseconds); });
    window.files().openModel(QStringLiteral(RESOURCE_DIR "/models/pocket.safetensors"));
    waitUntil([&] { return service->model().ready; });
    test::Watchdog watchdog;
    window.files().openFolder(folder.path());
    gui::Session& session = window.session();
    auto* canvas = window.findChild<gui::CanvasView*>();
    std::vector<double> phrases;
    const QStringList words{QStringLiteral("circle"), QStringLiteral("red shape"),
                            QStringLiteral("small star"), QStringLiteral("striped square"),
                            QStringLiteral("triangle")};
    for (int picture = 0; picture < 12; ++picture) {
        const std::size_t before = encodes.size();
        waitUntil([&] { return !session.picture().image.isNull(); });
        timePhrase(session, *canvas, QStringLiteral("cross")); // waits for the encode
        waitUntil([&] { return encodes.size() > before || picture > 0; });
        for (const QString& word : words) {
            phrases.push_back(timePhrase(session, *canvas, word));
        }
        session.step(1);
    }
    report("encode", encodes);
    report("changed phrase to masks on canvas", phrases);
    std::printf("%-36s wall %.1f ms, of it computing on this thread %.1f ms\n",
                "longest block of the event loop", watchdog.longest().wall, watchdog.longest().busy);
    return 0;
}
