// SPDX-License-Identifier: Apache-2.0
#include "core/review/survey.h"

#include "core/media/image_loader.h"
#include "core/store/project_store.h"

namespace core {

std::vector<ShapeMeasure> surveyShapes(const QString& project, const std::vector<SurveyedImage>& images,
                                       const std::stop_token& stop) {
    std::vector<ShapeMeasure> measures;
    Result<ProjectStore> store = ProjectStore::open(project, ProjectStore::Mode::ReadOnly);
    for (const SurveyedImage& one : images) {
        if (!store || stop.stop_requested()) {
            break;
        }
        const auto stored = store->annotations(one.image);
        if (!stored) {
            continue;
        }
        const auto loaded =
            one.picture.isEmpty() ? Result<LoadedImage>(LoadedImage()) : loadImageFile(one.picture, stop);
        const auto found = measureShapes(stored->annotations, loaded ? loaded->image : QImage(), stop);
        measures.insert(measures.end(), found.begin(), found.end());
    }
    return measures;
}

} // namespace core
