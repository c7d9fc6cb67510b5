// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/label_images.h"

#include "core/auto_label/auto_labeler.h"

#include <chrono>
#include <future>
#include <new>
#include <utility>

namespace core {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kNoMemory =
    "There is not enough memory for this picture; close other programs or use a machine with more.";

/// The picture that `reading` brings; running out of memory is that picture's failure, not the run's end.
Result<LoadedImage> pictureOf(std::future<Result<LoadedImage>>& reading) {
    try {
        return reading.get();
    } catch (const std::bad_alloc&) {
        return inference::fail(ErrorCode::OutOfMemory, kNoMemory);
    }
}

Result<std::vector<FoundObject>> objectsIn(EnginePort& engine, const LoadedImage& image, const QString& path,
                                           const AutoLabelPlan& plan, const inference::RunControl& control) {
    try {
        return autoLabel(engine, image, path, plan, control);
    } catch (const std::bad_alloc&) {
        return inference::fail(ErrorCode::OutOfMemory, kNoMemory);
    }
}

RunEntry entryOf(EnginePort& engine, const AutoLabelPlan& plan, const QString& path,
                 const Result<LoadedImage>& image, const inference::RunControl& control, bool& cancelled) {
    RunEntry entry;
    entry.image = path;
    if (!image) {
        entry.failure = QString::fromStdString(image.error().message);
        return entry;
    }
    entry.size = image->image.size();
    Result<std::vector<FoundObject>> found = objectsIn(engine, *image, path, plan, control);
    if (found) {
        entry.objects = std::move(*found);
    } else {
        cancelled = found.error().code == ErrorCode::Cancelled;
        entry.failure = QString::fromStdString(found.error().message);
    }
    return entry;
}

} // namespace

QStringList shardOf(const QStringList& paths, Shard shard) {
    QStringList mine;
    for (qsizetype i = shard.index - 1; i < paths.size(); i += shard.count) {
        mine.append(paths[i]);
    }
    return mine;
}

Result<RunProgress> labelImages(EnginePort& engine, const AutoLabelPlan& plan, const RunImages& images,
                                RunFile& run, const inference::RunControl& control) {
    QStringList waiting;
    for (const QString& path : images.paths) {
        if (!run.isDone(path)) {
            waiting.append(path);
        }
    }
    RunProgress progress;
    progress.total = int(images.paths.size());
    progress.done = int(images.paths.size() - waiting.size());
    // The next picture is decoded while the model works on this one.
    const auto decoding = [&images](const QString& path) {
        return std::async(std::launch::async,
                          [file = images.absolutePath(path)] { return loadImageFile(file); });
    };
    std::future<Result<LoadedImage>> next;
    if (!waiting.isEmpty()) {
        next = decoding(waiting[0]);
    }
    for (qsizetype i = 0; i < waiting.size(); ++i) {
        const auto start = Clock::now();
        std::future<Result<LoadedImage>> present = std::exchange(next, {});
        if (i + 1 < waiting.size()) {
            next = decoding(waiting[i + 1]);
        }
        if (control.yield && (!control.urgent || control.urgent())) {
            control.yield();
        }
        bool cancelled = control.stop.stop_requested();
        const Result<LoadedImage> image = pictureOf(present);
        RunEntry entry;
        if (!cancelled) {
            entry = entryOf(engine, plan, waiting[i], image, control, cancelled);
        }
        if (cancelled) {
            return fail(ErrorCode::Cancelled, QStringLiteral("Stopped."));
        }
        RETURN_IF_ERROR(run.append(entry));
        ++(entry.failure.isEmpty() ? progress.done : progress.failed);
        ++progress.fresh;
        progress.objects += int(entry.objects.size());
        progress.seconds += std::chrono::duration<double>(Clock::now() - start).count();
        if (images.progress) {
            images.progress(progress);
        }
    }
    return progress;
}

} // namespace core
