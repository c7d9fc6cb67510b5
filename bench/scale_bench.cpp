// SPDX-License-Identifier: Apache-2.0
// A project of 100,000 images and 2,000,000 instances through the real window, without a display: time to the
// first image, frames while the image list scrolls, filters, statistics, memory. The project is made once, in
// the folder given (default: maskwright-scale in the temporary folder), and used again by later runs.
//   scale_bench [FOLDER [IMAGES [INSTANCES_PER_IMAGE]]]
#include "bench/big_project.h"

#include "core/engine/inference_service.h"
#include "core/engine/threaded_inference_service.h"
#include "core/project/project.h"
#include "core/query/statistics.h"
#include "gui/commands/file_commands.h"
#include "gui/main_window.h"
#include "gui/session/filter.h"
#include "gui/session/session.h"
#include "tests/support/gui/watchdog.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace {

bool waitUntil(const std::function<bool()>& done) {
    constexpr int kTimeout = 120'000;
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < kTimeout) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    return done();
}

double megabytes(const char* key) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(key)) {
            return line.mid(qsizetype(qstrlen(key))).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

void report(const char* what, std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) { return values[std::size_t(share * double(values.size() - 1))]; };
    std::printf("%-44s p50 %7.1f ms   p95 %7.1f   max %7.1f   n %zu\n", what, at(0.5), at(0.95),
                values.back(), values.size());
}

void scroll(gui::MainWindow& window) {
    auto* dock = window.findChild<QDockWidget*>(QStringLiteral("images"));
    auto* view = dock->findChild<QListView*>();
    QScrollBar* bar = view->isWrapping() || view->flow() == QListView::TopToBottom
                          ? view->verticalScrollBar()
                          : view->horizontalScrollBar();
    std::vector<double> frames;
    QElapsedTimer timer;
    const auto frame = [&](int value) {
        timer.start();
        bar->setValue(value);
        QCoreApplication::processEvents();
        view->viewport()->repaint();
        frames.push_back(timer.nsecsElapsed() / 1e6);
    };
    for (int i = 0; i < 600; ++i) {
        frame(bar->value() + 40);
    }
    report("scrolling slowly, a frame", frames);
    frames.clear();
    for (int i = 0; i < 600; ++i) {
        frame(int(qint64(bar->maximum()) * i / 600));
    }
    report("dragging the bar through all, a frame", frames);
}

void filters(gui::Session& session) {
    for (const char* text :
         {"class:\"class 3\"", "score:<0.5", "state:auto area:>100 score:<0.5", "attr.broken:yes hole:>0",
          "name:p17 origin:hand", "-class:\"class 1\" (parts:>1 or hole:>0) aspect:>2", "instances:>15",
          "has:\"class 30\" -reviewed:yes", "/^pictures.p1\\d\\./ seconds:>10"}) {
        std::vector<double> times;
        for (int i = 0; i < 9; ++i) {
            QElapsedTimer timer;
            timer.start();
            bool found = false;
            const auto once = QObject::connect(&session.filter(), &gui::Filter::found, [&] { found = true; });
            session.filter().setText(QString::fromLatin1(text));
            waitUntil([&] { return found; });
            times.push_back(timer.nsecsElapsed() / 1e6);
            QObject::disconnect(once);
        }
        report(text, times);
        std::printf("    %zu instances in %zu images %s\n", session.filter().matches().instances.size(),
                    session.filter().matches().images.size(), qPrintable(session.filter().error()));
    }
    session.filter().setText({});
}

void statistics(gui::Session& session) {
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        bool done = false;
        session.filter().search()->ask(
            [](const core::InstanceIndex& index, const core::QueryContext& context) {
                return core::statisticsOf(index, context, std::vector<std::uint8_t>(index.rows().size(), 1));
            },
            [&](const core::Statistics&) { done = true; });
        waitUntil([&] { return done; });
        times.push_back(timer.nsecsElapsed() / 1e6);
    }
    report("statistics of everything", times);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1])
                                    : QDir::temp().filePath(QStringLiteral("maskwright-scale"));
    const int images = argc > 2 ? std::atoi(argv[2]) : 100'000;
    const int instances = argc > 3 ? std::atoi(argv[3]) : 20;
    QElapsedTimer timer;
    timer.start();
    const auto file = makeBigProject(folder, images, instances);
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().message.c_str());
        return 1;
    }
    std::printf("project of %d images with %d instances each: %.0f MB, made in %.1f s\n", images, instances,
                double(QFile(*file).size()) / 1e6, double(timer.elapsed()) / 1e3);
    QTemporaryDir own;
    QSettings settings(own.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const auto service = core::makeInferenceService();
    gui::MainWindow window(*service, settings);
    window.show();
    QCoreApplication::processEvents();
    std::printf("memory of the empty window: %.0f MB\n", megabytes("VmRSS:"));

    timer.start();
    window.files().openProject(*file);
    std::printf("open, UI thread: %.0f ms\n", timer.nsecsElapsed() / 1e6);
    gui::Session& session = window.session();
    waitUntil([&] { return !session.picture().image.isNull(); });
    window.repaint();
    std::printf("open to the first image on screen: %.0f ms\n", timer.nsecsElapsed() / 1e6);
    test::Watchdog watchdog;
    waitUntil([&] { return !session.filter().isReading(); });
    std::printf("open to filters ready: %.0f ms\n", timer.nsecsElapsed() / 1e6);
    std::printf("memory: %.0f MB, at most %.0f MB\n", megabytes("VmRSS:"), megabytes("VmHWM:"));
    scroll(window);
    filters(session);
    statistics(session);
    std::printf("memory: %.0f MB, at most %.0f MB\n", megabytes("VmRSS:"), megabytes("VmHWM:"));
    std::printf("longest block of the event loop since the first image: %.0f ms, of it computing %.0f ms\n",
                watchdog.longest().wall, watchdog.longest().busy);
    return 0;
}
