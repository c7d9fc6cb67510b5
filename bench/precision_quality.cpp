// SPDX-License-Identifier: Apache-2.0
// What fewer bits cost: converts a model to each precision and compares what it finds with f32.
//   precision_quality MODEL PICTURE... -- PHRASE...
// For every phrase on every picture each instance that scores above the model's threshold is compared with
// the other's instance at that place: the overlap of the masks (on the model's grid) and the difference of
// scores.
#include "core/engine/engine_bridge.h"
#include "core/media/image_loader.h"
#include "inference/api/convert.h"
#include "inference/api/engine.h"
#include "tests/support/inference/agreement.h"

#include <QCoreApplication>
#include <QTemporaryDir>

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

void print(const char* name, std::uintmax_t bytes, const inference::test::Agreement& agreement) {
    std::printf("%-5s %8.1f MB   %4d masks   IoU least %.4f median %.4f   score difference at most %.5f\n",
                name, double(bytes) / 1e6, agreement.masks(), agreement.leastOverlap(),
                agreement.medianOverlap(), agreement.largestDifference());
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
        inference::test::Agreement agreement;
        for (std::size_t t = 0; t < expected.size(); ++t) {
            agreement.add(expected[t], found[t], threshold);
        }
        print(inference::nameOf(precision), std::filesystem::file_size(file), agreement);
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
