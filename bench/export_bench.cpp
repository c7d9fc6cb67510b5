// SPDX-License-Identifier: Apache-2.0
// Exports of a large project: seconds and peak memory of each format, how long a cancel takes at three
// moments, and what is there after it and after kill -9 (with at most 2,000 images). The project is made
// once, in the folder given, with pictures of 320 x 240, and used again by later runs. Linux only: each
// export runs in a process of its own.
//   export_bench FOLDER [IMAGES [INSTANCES_PER_IMAGE [FORMAT …]]]
#include "bench/big_project.h"

#include "core/formats/format.h"
#include "core/formats/late_removal.h"
#include "core/query/stored_source.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

const QSize kPictures(320, 240);
constexpr int kKills = 6;
constexpr int kMostImagesForKills = 2000; // all of them are read again after each

struct Job {
    const core::Format* format;
    QString project;
    QString place; ///< the folder that is written
};

double megabytes(const char* key) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.mid(qsizetype(qstrlen(key))).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

core::Result<core::LossReport> write(const Job& job, const core::ExportOptions& options) {
    ASSIGN_OR_RETURN(core::ProjectStore store,
                     core::ProjectStore::open(job.project, core::ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(const core::ExportSource source, core::storedSource(store, job.project));
    return core::exportDataset(*job.format, source, job.place, options);
}

/// Runs `work` in a process of its own, so that its memory is its own, and waits; false if it failed.
bool apart(const std::function<bool()>& work, int killAfterMs = -1) {
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const bool done = work();
        std::fflush(stdout);
        _exit(done ? 0 : 1);
    }
    if (killAfterMs >= 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(killAfterMs));
        kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool whole(const Job& job) {
    QElapsedTimer timer;
    timer.start();
    const double before = megabytes("VmRSS:");
    const auto report = write(job, {});
    if (!report) {
        std::printf("%-14s %s\n", qPrintable(job.format->id), report.error().message.c_str());
        return false;
    }
    std::printf("%-14s %7.1f s   at most %5.0f MB (%.0f before)   %d instances\n", qPrintable(job.format->id),
                double(timer.elapsed()) / 1e3, megabytes("VmHWM:"), before, report->instances);
    return true;
}

/// Asks an export to stop after `delay` and says how long that took.
bool cancelled(const Job& job, int delay) {
    std::atomic<bool> asked = false;
    QElapsedTimer since;
    std::jthread asking([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
        since.start();
        asked = true;
    });
    core::ExportOptions options;
    options.progress = [&asked](int, int) { return !asked; };
    const auto report = write(job, options);
    const bool ended = report.has_value();
    std::printf("    cancel after %6.1f s: %s", delay / 1e3, ended ? "it was done before\n" : "");
    if (!ended)
        std::printf("answered in %.3f s: %s\n", double(since.nsecsElapsed()) / 1e9,
                    report.error().message.c_str());
    std::fflush(stdout);
    QElapsedTimer removing;
    removing.start();
    core::finishRemovals();
    if (!ended)
        std::printf("        what it had written was gone %.1f s later\n", double(removing.elapsed()) / 1e3);
    asking.join();
    return true;
}

/// Of the names, sizes and bytes of all that lies in the folder's folder; pictures by their names alone.
QByteArray stateOf(const Job& job) {
    QStringList files;
    QDirIterator entries(QFileInfo(job.place).path(), QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << entries.next();
    files.sort();
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString& path : files) {
        hash.addData(path.toUtf8());
        QFile file(path);
        if (!path.endsWith(QStringLiteral(".jpg")) && file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    return hash.result();
}

/// What lies beside the export: kill -9 may leave something, the next export sweeps it away.
QString strays(const Job& job) {
    const QFileInfo info(job.place);
    QStringList names = QDir(info.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names += QDir(job.place).entryList({QStringLiteral("*.partial")}, QDir::Files | QDir::Hidden);
    names.removeAll(info.fileName());
    return names.join(QLatin1Char(' '));
}

void kills(const Job& job, int wholeMs) {
    const QByteArray before = stateOf(job);
    int same = 0, left = 0;
    for (int i = 1; i <= kKills; ++i) {
        apart([&] { return write(job, {}).has_value(); }, wholeMs * i / (kKills + 1));
        left += strays(job).isEmpty() ? 0 : 1;
        apart([&] {
            core::ExportOptions stopped;
            stopped.progress = [](int, int) { return false; };
            const bool written = write(job, stopped).has_value();
            core::finishRemovals();
            return written;
        });
        same += stateOf(job) == before ? 1 : 0;
    }
    std::printf(
        "    kill -9, %d times: %d left something beside it, after the next export began %d of %d are "
        "the old one without strays\n",
        kKills, left, same, kKills);
}

void measure(const Job& job, int images) {
    QElapsedTimer timer;
    timer.start();
    if (!apart([&] { return whole(job); }))
        return;
    const int ms = int(timer.elapsed());
    for (const int percent : {25, 60, 95})
        apart([&] { return cancelled(job, ms * percent / 100); });
    if (images <= kMostImagesForKills)
        kills(job, ms);
    QDir(QFileInfo(job.place).path()).removeRecursively();
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc < 2) {
        std::fprintf(stderr, "export_bench FOLDER [IMAGES [INSTANCES_PER_IMAGE [FORMAT ...]]]\n");
        return 1;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const int images = argc > 2 ? std::atoi(argv[2]) : 10'000;
    const int instances = argc > 3 ? std::atoi(argv[3]) : 20;
    QStringList ids;
    for (int i = 4; i < argc; ++i)
        ids << QString::fromLocal8Bit(argv[i]);
    apart([&] {
        const QGuiApplication app(argc, argv); // the pictures have text
        return makeBigProject(folder, images, instances, kPictures).has_value();
    });
    const QString project =
        QDir(folder).filePath(QStringLiteral("big-%1-%2.maskwright").arg(images).arg(instances));
    for (const core::Format& format : core::formats()) {
        if (format.write && (ids.isEmpty() || ids.contains(format.id)))
            measure(
                Job{&format, project, QDir(folder).filePath(QStringLiteral("places/%1/out").arg(format.id))},
                images);
    }
    return 0;
}
