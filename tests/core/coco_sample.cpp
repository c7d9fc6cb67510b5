// SPDX-License-Identifier: Apache-2.0
#include "tests/core/coco_sample.h"

#include "tests/core/mask_random.h"

namespace core {

ExportSource SampleDataset::source() const {
    ExportSource source;
    source.labels = labels;
    source.images = images;
    source.annotations = [this](ImageId id) -> Result<std::vector<Annotation>> {
        const auto found = annotations.find(id);
        return found == annotations.end() ? std::vector<Annotation>() : found->second;
    };
    source.imagePath = [this](ImageId id) {
        for (const ImageInfo& image : images) {
            if (image.id == id)
                return image.path;
        }
        return QString();
    };
    return source;
}

Annotation& SampleDataset::add(ImageId image, Mask mask) {
    Annotation annotation;
    annotation.id = AnnotationId{qint64(1000 + image.value * 1000 + qint64(annotations[image].size()))};
    annotation.image = image;
    annotation.fields.label = labels.front().id;
    annotation.mask = std::move(mask);
    annotations[image].push_back(std::move(annotation));
    return annotations[image].back();
}

ImageId SampleDataset::addImage(const QString& path, QSize size) {
    ImageInfo image;
    image.id = ImageId{images.size() + 100};
    image.path = path;
    image.size = size;
    images << image;
    return image.id;
}

SampleDataset emptyDataset() {
    SampleDataset dataset;
    dataset.labels << Label{LabelId{3}, QStringLiteral("cat"), QColor(), {}, 0}
                   << Label{LabelId{7}, QStringLiteral(u"\"Hund\" \\ \u732b \U0001F431"), QColor(), {}, 1};
    return dataset;
}

SampleDataset randomDataset(std::mt19937& random, int masks) {
    SampleDataset dataset = emptyDataset();
    for (int i = 0; i < masks;) {
        const QSize size(1 + int(random() % 90), 1 + int(random() % 70));
        const QString name = QStringLiteral("/data/set %1/p%2.png").arg(i % 3).arg(i);
        const ImageId image = dataset.addImage(name, size);
        for (unsigned k = 0; k < 1 + random() % 6 && i < masks; ++k) {
            Mask mask = randomBitmap(random, size).mask();
            if (mask.isEmpty())
                mask = Mask::fromRect({0, 0, 1, 1});
            Annotation& annotation = dataset.add(image, std::move(mask));
            annotation.fields.label = dataset.labels[int(random() % 2)].id;
            if (random() % 2) {
                annotation.origin = Origin::Run;
                annotation.score = float(random() % 1000) / 1000;
            }
            ++i;
        }
    }
    return dataset;
}

SampleDataset datasetOf(const ImportedDataset& imported) {
    SampleDataset dataset;
    dataset.labels = imported.labels;
    dataset.images = imported.images;
    for (const Annotation& annotation : imported.annotations)
        dataset.annotations[annotation.image].push_back(annotation);
    return dataset;
}

} // namespace core
