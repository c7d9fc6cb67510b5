// SPDX-License-Identifier: Apache-2.0
#include "core/review/appearance.h"

#include "core/media/image_loader.h"
#include "core/store/project_store.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace core {
namespace {

constexpr qint64 kSamples = 4'000; // pixels of one instance
/// The least spread of each number: what varies less tells nothing.
constexpr std::array<double, Appearance::kCount> kLeastSpread{8, 4, 8, 4, 8, 4, 0.1, 0.1, 0.03};

/// Running mean and spread.
struct Moments {
    double sum = 0, squares = 0;
    void add(double value) {
        sum += value;
        squares += value * value;
    }
    double mean(double count) const { return sum / count; }
    double spread(double count) const {
        return std::sqrt(std::max(0.0, squares / count - mean(count) * mean(count)));
    }
};

double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void measureColors(const Mask& mask, const QImage& picture, Appearance& appearance) {
    const qint64 step = std::max<qint64>(1, mask.area() / kSamples);
    Moments light, redGreen, yellowBlue;
    qint64 passed = 0; // pixels before the row's next sample
    double count = 0;
    for (const Mask::Span& span : mask.spans()) {
        const qint64 length = span.x1 - span.x0;
        for (qint64 at = (step - passed % step) % step; at < length; at += step) {
            const QRgb color = picture.pixel(int(span.x0 + at), span.y);
            light.add(0.299 * qRed(color) + 0.587 * qGreen(color) + 0.114 * qBlue(color));
            redGreen.add(qRed(color) - qGreen(color));
            yellowBlue.add(0.5 * (qRed(color) + qGreen(color)) - qBlue(color));
            ++count;
        }
        passed += length;
    }
    if (count == 0) {
        return;
    }
    std::size_t place = 0;
    for (const Moments* moments : {&light, &redGreen, &yellowBlue}) {
        appearance.values[place++] = float(moments->mean(count));
        appearance.values[place++] = float(moments->spread(count));
    }
}

} // namespace

Appearance appearanceOf(const Annotation& annotation, const QImage& picture) {
    Appearance appearance{annotation.id, {}};
    const QRect box = annotation.mask.boundingBox();
    if (box.isEmpty()) {
        return appearance;
    }
    measureColors(annotation.mask.clipped(picture.rect()), picture, appearance);
    const auto area = double(annotation.mask.area());
    appearance.values[6] = float(std::log(area));
    appearance.values[7] = float(std::log(double(box.width()) / box.height()));
    appearance.values[8] = float(area / (double(box.width()) * box.height()));
    return appearance;
}

std::vector<Appearance> surveyAppearance(const QString& project, const std::vector<AppearanceImage>& images,
                                         const std::vector<AnnotationId>& ids, const std::stop_token& stop) {
    std::vector<Appearance> found;
    Result<ProjectStore> store = ProjectStore::open(project, ProjectStore::Mode::ReadOnly);
    for (const AppearanceImage& one : images) {
        if (!store || stop.stop_requested()) {
            break;
        }
        const auto stored = store->annotations(one.image);
        const auto loaded = stored ? loadImageFile(one.picture, stop)
                                   : Result<LoadedImage>(fail(ErrorCode::NotFound, QString()));
        if (!loaded) {
            continue;
        }
        for (const Annotation& annotation : stored->annotations) {
            if (std::binary_search(ids.begin(), ids.end(), annotation.id)) {
                found.push_back(appearanceOf(annotation, loaded->image));
            }
        }
    }
    return found;
}

std::vector<AnnotationId> oddFirst(const std::vector<Appearance>& appearances) {
    std::vector<std::pair<double, AnnotationId>> order;
    order.reserve(appearances.size());
    for (const Appearance& one : appearances) {
        order.emplace_back(0, one.instance);
    }
    for (std::size_t i = 0; i < Appearance::kCount && !appearances.empty(); ++i) {
        std::vector<double> values;
        values.reserve(appearances.size());
        for (const Appearance& one : appearances) {
            values.push_back(double(one.values[i]));
        }
        const double median = medianOf(values);
        std::vector<double> distances;
        distances.reserve(appearances.size());
        for (const double value : values) {
            distances.push_back(std::abs(value - median));
        }
        const double spread = std::max(kLeastSpread[i], medianOf(distances));
        for (std::size_t k = 0; k < order.size(); ++k) {
            order[k].first -= std::pow(distances[k] / spread, 2);
        }
    }
    std::sort(order.begin(), order.end());
    std::vector<AnnotationId> ids;
    ids.reserve(order.size());
    for (const auto& [distance, id] : order) {
        ids.push_back(id);
    }
    return ids;
}

} // namespace core
