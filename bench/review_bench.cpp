// SPDX-License-Identifier: Apache-2.0
// How early the review queue shows errors: plants errors of the kinds that models make among the instances of
// an auto-labelled project (a copy of it) and counts how many stand in the first part of the queue. Once with
// what the file tells, once with the pictures, too.
//   review_bench PROJECT [SEED [ERRORS]]
#include "bench/planted_errors.h"

#include "core/media/image_decoder.h"
#include "core/review/risk.h"
#include "core/store/open_project.h"
#include "core/store/project_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <map>

namespace {

constexpr double kFirstPart = 0.3;

using Ranks = QHash<core::AnnotationId, double>; ///< 0: first, 1: last

Ranks ranksOf(const std::vector<core::RiskItem>& queue) {
    Ranks ranks;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        ranks.insert(queue[i].instance, double(i) / double(queue.size()));
    }
    return ranks;
}

void print(const char* how, const std::vector<Planted>& planted, const std::vector<core::RiskItem>& queue) {
    const Ranks ranks = ranksOf(queue);
    std::map<Fault, std::pair<int, int>> byKind; ///< early, all
    int early = 0;
    for (const Planted& one : planted) {
        const bool isEarly = ranks.value(one.instance, 1) < kFirstPart;
        early += isEarly ? 1 : 0;
        byKind[one.fault].first += isEarly ? 1 : 0;
        ++byKind[one.fault].second;
    }
    std::printf("%s: %d of %zu errors (%.0f %%) in the first %.0f %% of %zu\n", how, early, planted.size(),
                100.0 * early / double(planted.size()), 100 * kFirstPart, queue.size());
    for (const auto& [fault, counts] : byKind) {
        std::printf("    %-26s %d of %d\n", nameOf(fault), counts.first, counts.second);
    }
}

QImage pictureOf(core::OpenProject& open, core::ImageId image) {
    QFile file(open.absolutePath(image));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto decoded = core::decodeImage(file.readAll());
    return decoded ? decoded->image : QImage();
}

std::vector<core::RiskItem> queueOf(core::OpenProject& open, bool withPictures) {
    core::Result<core::ProjectStore> store =
        core::ProjectStore::open(open.file(), core::ProjectStore::Mode::ReadOnly);
    core::InstanceIndex index;
    if (!store || !index.load(store->database())) {
        return {};
    }
    const core::QueryContext context{open.project().labels(), open.project().images()};
    core::QueryMatches everything;
    everything.everything = true;
    std::vector<core::RiskFacts> facts = core::riskFacts(index, context, everything);
    QHash<core::AnnotationId, core::ShapeMeasure> measures;
    QElapsedTimer timer;
    qint64 measuring = 0;
    for (const core::ImageInfo& image : context.images) {
        const QImage picture = withPictures ? pictureOf(open, image.id) : QImage();
        timer.start();
        const auto stored = store->annotations(image.id);
        if (!stored) {
            return {};
        }
        for (const core::ShapeMeasure& measure : core::measureShapes(stored->annotations, picture)) {
            measures.insert(measure.instance, measure);
        }
        measuring += timer.nsecsElapsed();
    }
    for (core::RiskFacts& f : facts) {
        f.shape = measures.value(f.instance);
    }
    timer.start();
    std::vector<core::RiskItem> queue = core::riskQueue(facts);
    std::printf("measured %zu instances in %.0f ms, sorted them in %.1f ms\n", facts.size(),
                double(measuring) / 1e6, double(timer.nsecsElapsed()) / 1e6);
    return queue;
}

/// The project with the absolute paths of its pictures, in `folder`.
std::unique_ptr<core::OpenProject> copied(const QString& project, const QString& folder) {
    const auto source = core::OpenProject::open(project);
    const QString copy = folder + QStringLiteral("/copy.maskwright");
    if (!source || !(*source)->saveCopy(copy)) {
        return nullptr;
    }
    auto open = core::OpenProject::open(copy);
    return open ? std::move(*open) : nullptr;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir folder;
    const auto open = arguments.size() < 2 ? nullptr : copied(arguments[1], folder.path());
    if (!open) {
        std::puts("review_bench PROJECT [SEED [ERRORS]]: a project that can be opened");
        return 1;
    }
    for (const core::ImageInfo& image : open->project().images()) {
        if (!open->loadImage(image.id)) {
            return 1;
        }
        if (image.size.isEmpty()) {
            open->noteImageFacts(image.id, pictureOf(*open, image.id).size(), {});
        }
    }
    const quint32 seed = arguments.value(2, QStringLiteral("1")).toUInt();
    const int errors = arguments.value(3, QStringLiteral("50")).toInt();
    const std::vector<Planted> planted = plantErrors(open->project(), open->history(), seed, errors);
    if (!open->flush() || planted.empty()) {
        return 1;
    }
    print("stored shapes", planted, queueOf(*open, false));
    print("and pictures", planted, queueOf(*open, true));
    return 0;
}
