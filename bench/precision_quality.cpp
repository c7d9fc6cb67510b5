// SPDX-License-Identifier: Apache-2.0
// What fewer bits cost: converts a model to each precision and compares what it finds with f32.
//   precision_quality MODEL PICTURE... -- PHRASE...
// For every phrase on every picture each instance that f32 scores above the model's threshold is compared
// with the same query's answer: the overlap of the masks (on the model's grid) and the difference of the
// scores.
#include "core/engine/engine_bridge.h"
#include "core/media/image_loader.h"
#include "inference/api/convert.h"
#include "inference/api/engine.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace {

using inference::ConceptResult;
using inference::Precision;

struct Task {
    QString picture;
    std::string phrase;
};

double overlap(const inference::MaskLogits& a, const inference::MaskLogits& b) {
    double both = 0;
    double either = 0;
    for (std::size_t i = 0; i < a.values->size(); ++i) {
        const bool inA = (*a.values)[i] > 0;
        const bool inB = (*b.values)[i] > 0;
        both += inA && inB ? 1 : 0;
        either += inA || inB ? 1 : 0;
    }
    return either == 0 ? 1 : both / either;
}

core::Result<std::vector<ConceptResult>> answers(const std::filesystem::path& model,
                                                 const std::vector<Task>& tasks, float& threshold) {
    ASSIGN_OR_RETURN(const auto engine, inference::Engine::open(model));
    threshold = engine->info().threshold;
    std::vector<ConceptResult> found;
    for (const Task& task : tasks) {
        ASSIGN_OR_RETURN(const core::LoadedImage image, core::loadImageFile(task.picture));
        ASSIGN_OR_RETURN(const core::EngineImage pixels, core::EngineImage::from(image.image));
        ASSIGN_OR_RETURN(const auto session,
                         engine->openImage(pixels.view(), image.hash.toHex().toStdString()));
        ASSIGN_OR_RETURN(ConceptResult result, session->segmentConcept({task.phrase, {}}, {0}));
        found.push_back(std::move(result));
    }
    return found;
}

void print(const char* name, std::uintmax_t bytes, const std::vector<ConceptResult>& expected,
           const std::vector<ConceptResult>& found, float threshold) {
    std::vector<double> overlaps;
    double difference = 0;
    for (std::size_t t = 0; t < expected.size(); ++t) {
        for (std::size_t q = 0; q < expected[t].instances.size(); ++q) {
            const auto& a = expected[t].instances[q];
            const auto& b = found[t].instances[q];
            difference = std::max(difference, double(std::abs(a.score - b.score)));
            if (a.score > threshold) {
                overlaps.push_back(overlap(a.mask, b.mask));
            }
        }
    }
    std::sort(overlaps.begin(), overlaps.end());
    const double least = overlaps.empty() ? 1 : overlaps.front();
    const double median = overlaps.empty() ? 1 : overlaps[overlaps.size() / 2];
    std::printf("%-5s %8.1f MB   %4zu masks   IoU least %.4f median %.4f   score difference at most %.5f\n",
                name, double(bytes) / 1e6, overlaps.size(), least, median, difference);
}

core::Status compare(const std::filesystem::path& model, const std::vector<Task>& tasks) {
    const QTemporaryDir folder;
    const std::filesystem::path file =
        std::filesystem::path(folder.path().toStdU16String()) / "converted.safetensors";
    std::vector<ConceptResult> expected;
    for (const Precision precision : {Precision::F32, Precision::F16, Precision::BF16, Precision::Q8}) {
        RETURN_IF_ERROR(inference::convertModel(model, file, {precision}));
        float threshold = 0;
        ASSIGN_OR_RETURN(std::vector<ConceptResult> found, answers(file, tasks, threshold));
        if (precision == Precision::F32) {
            expected = found;
        }
        print(inference::nameOf(precision), std::filesystem::file_size(file), expected, found, threshold);
    }
    return {};
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype split = arguments.indexOf(QStringLiteral("--"));
    if (split < 3 || split + 1 >= arguments.size()) {
        std::fputs("precision_quality MODEL PICTURE... -- PHRASE...\n", stderr);
        return 1;
    }
    std::vector<Task> tasks;
    for (const QString& picture : arguments.mid(2, split - 2)) {
        for (const QString& phrase : arguments.mid(split + 1)) {
            tasks.push_back({picture, phrase.toStdString()});
        }
    }
    const core::Status status = compare(std::filesystem::path(arguments[1].toStdU16String()), tasks);
    if (!status) {
        std::fprintf(stderr, "%s\n", status.error().message.c_str());
    }
    return status ? 0 : 2;
}
