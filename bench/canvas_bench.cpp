// SPDX-License-Identifier: Apache-2.0
// The hand on the canvas: milliseconds from a pointer event to the painted frame, drawn in software, on an
// image of 8,192 x 8,192 pixels with 500 instances, and frames a second with 10,000. "canvas_bench huge
// [folder]" opens 20,000 x 20,000 pixels instead. Runs without a display.
#include "core/mask/brush.h"
#include "core/project/history.h"
#include "core/project/project.h"
#include "gui/canvas/canvas_view.h"
#include "gui/commands/file_commands.h"
#include "gui/main_window.h"
#include "gui/session/edits.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/tool_manager.h"
#include "tests/support/gui/fake_inference_service.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <malloc.h>
#include <random>
#include <thread>
#include <vector>

namespace {

constexpr int kSide = 8192;

/// A window on a screen of 1920 x 1080 with one picture.
struct Bench {
    QTemporaryDir folder;
    test::FakeInferenceService service;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    gui::MainWindow window{service, settings};

    gui::Session& session() { return window.session(); }
    gui::CanvasView& canvas() { return window.canvas(); }
};

void turn(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

bool open(Bench& bench) {
    QImage image(kSide, kSide, QImage::Format_RGB32);
    for (int y = 0; y < kSide; ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < kSide; ++x) {
            row[x] = qRgb(x >> 5, y >> 5, (x ^ y) & 255);
        }
    }
    QDir(bench.folder.path()).mkdir(QStringLiteral("pictures"));
    const QString pictures = bench.folder.filePath(QStringLiteral("pictures"));
    image.save(pictures + QStringLiteral("/large.jpg"), nullptr, 80);
    bench.window.resize(1920, 1080);
    bench.window.show();
    bench.window.files().openFolder(pictures);
    for (int i = 0; i < 600 && bench.session().picture().image.isNull(); ++i) {
        turn(50);
    }
    turn(1500); // the smaller levels
    return !bench.session().picture().image.isNull();
}

void addInstances(Bench& bench, int count, int smallest, int largest) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> place(largest, kSide - largest);
    std::uniform_int_distribution<int> radius(smallest, largest);
    core::Project& project = *bench.session().project();
    core::Edit edit;
    edit.image = bench.session().image();
    std::vector<core::LabelId> labels;
    for (int i = 0; i < 8; ++i) {
        labels.push_back(gui::edits::labelFor(project, QStringLiteral("class %1").arg(i), edit));
    }
    bench.session().commit(edit);
    core::Edit add;
    add.image = bench.session().image();
    for (int i = 0; i < count; ++i) {
        core::Brush brush(2.0 * radius(random), bench.session().imageRect());
        const core::Mask mask = brush.moveTo(QPointF(place(random), place(random)));
        const core::LabelId label = labels[std::size_t(i) % labels.size()];
        const core::Edit one = gui::edits::add(project, add.image, label, mask, {});
        add.changes.insert(add.changes.end(), one.changes.begin(), one.changes.end());
    }
    bench.session().commit(std::move(add));
    turn(300);
}

/// Milliseconds of `times` steps, each from the event to the frame that shows it.
std::vector<double> timed(int times, const std::function<void(int)>& step) {
    std::vector<double> all;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        step(i);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        all.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return all;
}

void report(const char* what, std::vector<double> all) {
    std::sort(all.begin(), all.end());
    const auto at = [&](double part) {
        return all[std::min(all.size() - 1, std::size_t(part * double(all.size())))];
    };
    std::printf("  %-28s p50 %6.2f ms   p99 %6.2f ms   max %6.2f   n %zu\n", what, at(0.5), at(0.99),
                all.back(), all.size());
    std::fflush(stdout);
}

void send(QWidget& canvas, QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held) {
    QMouseEvent event(type, at, canvas.mapToGlobal(at), button, held, {});
    QApplication::sendEvent(&canvas, &event);
}

std::vector<double> zooming(Bench& bench, int times) {
    return timed(times, [&](int i) {
        const QPointF at(700, 400);
        QWheelEvent event(at, bench.canvas().mapToGlobal(at), {}, {0, i % 40 < 20 ? 120 : -120}, Qt::NoButton,
                          {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&bench.canvas(), &event);
    });
}

std::vector<double> panning(Bench& bench, int times) {
    send(bench.canvas(), QEvent::MouseButtonPress, {700, 400}, Qt::MiddleButton, Qt::MiddleButton);
    auto all = timed(times, [&](int i) {
        send(bench.canvas(), QEvent::MouseMove, {700.0 + 23 * (i % 17), 400.0 - 13 * (i % 11)}, Qt::NoButton,
             Qt::MiddleButton);
    });
    send(bench.canvas(), QEvent::MouseButtonRelease, {700, 400}, Qt::MiddleButton, Qt::NoButton);
    return all;
}

std::vector<double> hovering(Bench& bench, int times) {
    return timed(times, [&](int i) {
        send(bench.canvas(), QEvent::MouseMove, {100.0 + 7 * (i % 160), 80.0 + 5 * (i % 130)}, Qt::NoButton,
             Qt::NoButton);
    });
}

/// A stroke through the whole view on a large instance, and what the undo history keeps of it.
void strokes(Bench& bench, double diameter) {
    bench.canvas().selectTool(gui::ToolId::Brush);
    bench.canvas().tools().current().setSize(diameter);
    std::vector<double> all;
    std::vector<double> releases;
    std::size_t kept = 0;
    const auto noted = QObject::connect(bench.session().history(), &core::History::committed, &bench.window,
                                        [&kept](const core::Edit& edit) { kept += core::bytesOf(edit); });
    const std::size_t heapBefore = mallinfo2().uordblks;
    constexpr int kStrokes = 12;
    for (int s = 0; s < kStrokes; ++s) {
        const QPointF from(60 + 11 * s, 70 + 40 * s);
        send(bench.canvas(), QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        const auto moves = timed(120, [&](int i) {
            const QPointF at = from + QPointF(9.0 * i, 60 * std::sin(i / 9.0));
            send(bench.canvas(), QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
        });
        all.insert(all.end(), moves.begin(), moves.end());
        const auto end = timed(1, [&](int) {
            send(bench.canvas(), QEvent::MouseButtonRelease, from + QPointF(1080, 0), Qt::LeftButton,
                 Qt::NoButton);
        });
        releases.push_back(end.front());
    }
    std::printf(" brush of %.0f pixels, %d strokes of 120 events\n", diameter, kStrokes);
    report("stroke, each event", all);
    report("release", releases);
    turn(200);
    std::printf("  a stroke keeps %.1f kB in the history, %.1f kB of heap\n", double(kept) / 1e3 / kStrokes,
                (double(mallinfo2().uordblks) - double(heapBefore)) / 1e3 / kStrokes);
    QObject::disconnect(noted);
    report("undo", timed(kStrokes, [&](int) { bench.session().undo(); }));
    bench.canvas().selectTool(gui::ToolId::Select);
}

/// The longest single turn of the event loop, on the clock and computing.
struct Longest {
    double milliseconds = 0;
    double computing = 0;
};

double threadMilliseconds() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Turns the event loop until `done`; milliseconds until then.
double waited(const std::function<bool()>& done, Longest& longest) {
    QElapsedTimer all;
    all.start();
    while (!done() && all.elapsed() < 120'000) {
        QElapsedTimer once;
        once.start();
        const double before = threadMilliseconds();
        QCoreApplication::processEvents();
        longest.milliseconds = std::max(longest.milliseconds, double(once.nsecsElapsed()) / 1e6);
        longest.computing = std::max(longest.computing, threadMilliseconds() - before);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return double(all.nsecsElapsed()) / 1e6;
}

double peakMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf('k', at) - at - 6).trimmed().toDouble() / 1e3;
}

/// Two pictures of that side with a small one between them.
bool writeHuge(const QString& folder, int side) {
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < side; ++x) {
            row[x] = qRgb(x >> 7, y >> 7, (x ^ y) >> 4 & 255);
        }
    }
    return image.save(folder + QStringLiteral("/a.png"), nullptr, 90) &&
           image.save(folder + QStringLiteral("/c.jpg"), nullptr, 80) &&
           image.copy(0, 0, 1000, 1000).save(folder + QStringLiteral("/b.png"));
}

/// Pictures of 400 megapixels: what a person waits for and what the hand feels.
int huge(const QString& folder) {
    constexpr int kHuge = 20'000;
    if (!QFile::exists(folder + QStringLiteral("/b.png")) && !writeHuge(folder, kHuge)) {
        std::fprintf(stderr, "The pictures can't be written.\n");
        return 1;
    }
    Bench bench;
    bench.window.resize(1920, 1080);
    bench.window.show();
    const auto isShown = [&] { return !bench.session().picture().image.isNull(); };
    Longest longest;
    const double least = peakMegabytes();
    bench.window.files().openFolder(folder);
    const std::clock_t before = std::clock();
    const double first = waited(isShown, longest);
    std::printf("20,000 x 20,000 PNG: first pixels after %.0f ms, %.0f ms of it computing\n", first,
                double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
    const auto isSmall = [&] { return bench.canvas().smallestLevel().width() < 1024; };
    const double levels = waited(isSmall, longest);
    std::printf("  all levels %.0f ms later, longest turn %.0f ms, %.0f ms of it computing\n", levels,
                longest.milliseconds, longest.computing);
    std::printf("  peak memory %.0f MB, %.0f MB of it before\n", peakMegabytes(), least);
    turn(500);
    addInstances(bench, 500, 60, 320);
    report("zoom", zooming(bench, 200));
    bench.canvas().fit();
    report("pan, whole image in view", panning(bench, 300));
    for (const double scale : {0.04, 0.3, 1.0}) {
        bench.canvas().fit();
        bench.canvas().setScale(scale);
        std::printf("at %.0f %%\n", 100 * scale);
        report("pan", panning(bench, 187)); // ends where it began
        strokes(bench, 24);
        strokes(bench, 200);
    }
    bench.session().step(1);
    std::printf("away to a small one: %.0f ms\n", waited(isShown, longest));
    for (const int by : {1, -1, -1}) {
        longest = {};
        bench.session().step(by);
        const double shown = waited(isShown, longest);
        std::printf("step to %d: %.0f ms, longest turn %.0f ms, %.0f ms of it computing\n",
                    bench.session().imageIndex(), shown, longest.milliseconds, longest.computing);
    }
    // Away from a picture that is being decoded, as often as there are threads and once more.
    for (int i = 0; i < 3; ++i) {
        bench.session().step(2);
        turn(300);
        bench.session().step(-2);
        turn(300);
    }
    bench.session().step(1);
    std::printf("away from six that are being decoded: %.0f ms\n", waited(isShown, longest));
    std::printf("peak memory in the end %.0f MB\n", peakMegabytes());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc > 1 && qstrcmp(argv[1], "huge") == 0) {
        // A folder to keep the pictures in; else they are made anew each time.
        const QTemporaryDir made;
        return huge(argc > 2 ? QString::fromLocal8Bit(argv[2]) : made.path());
    }
    {
        Bench bench;
        if (!open(bench)) {
            std::fprintf(stderr, "The picture was not read.\n");
            return 1;
        }
        addInstances(bench, 500, 60, 320);
        std::printf("500 instances, canvas %d x %d\n", bench.canvas().width(), bench.canvas().height());
        report("zoom", zooming(bench, 200));
        bench.canvas().fit();
        report("pan, whole image in view", panning(bench, 300));
        report("hover", hovering(bench, 300));
        for (const double scale : {0.12, 0.5, 1.0}) {
            bench.canvas().setScale(scale);
            std::printf("at %.0f %%\n", 100 * scale);
            bench.session().selection().clear();
            strokes(bench, 24);
            strokes(bench, 200);
            strokes(bench, 1000);
        }
    }
    Bench bench;
    if (!open(bench)) {
        return 1;
    }
    addInstances(bench, 10'000, 8, 60);
    std::printf("10,000 instances\n");
    report("pan, whole image in view", panning(bench, 300));
    report("zoom", zooming(bench, 200));
    report("hover", hovering(bench, 300));
    bench.canvas().setScale(1);
    report("pan at 100 %", panning(bench, 300));
    return 0;
}
