// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_pass.h"

#include "core/formats/dataset_paths.h"
#include "core/mask/rle.h"
#include "core/media/image_loader.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace core {

std::vector<const ExportInstance*> ExportImage::upwards() const {
    std::vector<const ExportInstance*> order;
    for (const ExportInstance& instance : instances)
        order.push_back(&instance);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return a->annotation.fields.z < b->annotation.fields.z;
    });
    return order;
}

ExportPass::ExportPass(const ExportSource& source, const ExportOptions& options, ExportSink& sink,
                       unsigned keeps)
    : m_source(source), m_options(options), m_sink(sink), m_counter(keeps) {
    for (const Label& label : source.labels) {
        m_counter.addLabel(label);
        m_labels.insert(label.id, int(m_labels.size()));
    }
    nameImages();
}

void ExportPass::nameImages() {
    QStringList paths;
    for (const ImageInfo& image : m_source.images) {
        ExportEntry entry;
        entry.info = &image;
        entry.path = m_source.imagePath ? m_source.imagePath(image.id) : image.path;
        if (image.size.isEmpty() && m_options.progress &&
            !m_options.progress(0, int(m_source.images.size()))) {
            m_cancelled = true; // reading the headers of 100,000 pictures takes a while
            return;
        }
        entry.size = image.size.isEmpty() ? imageFileSize(entry.path).value_or(QSize()) : image.size;
        if (entry.size.isEmpty() || !fitsRunLengths(entry.size)) {
            m_counter.addUnknownImage();
            m_unknown << image.id;
            continue;
        }
        m_counter.addImage(image);
        paths << entry.path;
        m_images << entry;
    }
    const QStringList names = namesBelowCommonFolder(paths);
    DistinctStems stems;
    for (qsizetype i = 0; i < m_images.size(); ++i) {
        ExportEntry& entry = m_images[i];
        entry.number = int(i) + 1;
        entry.given = names[i];
        const QString name = printable(names[i]);
        const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
        const bool hasSuffix = dot > name.lastIndexOf(QLatin1Char('/')) + 1;
        const QString suffix = hasSuffix ? name.mid(dot) : QString();
        entry.stem = stems.add(name.chopped(suffix.size()), suffix);
        entry.name = entry.stem + suffix;
    }
}

Status ExportPass::cancelled() {
    return fail(ErrorCode::Cancelled,
                QStringLiteral("The export was cancelled; what was there before is unchanged."));
}

Result<ExportImage> ExportPass::imageOf(const ExportEntry& entry) {
    ExportImage image{entry, {}, {}};
    ASSIGN_OR_RETURN(image.held, m_source.annotations(entry.info->id));
    const QRect bounds(QPoint(0, 0), entry.size);
    for (const Annotation& annotation : image.held) {
        Mask mask = annotation.mask.clipped(bounds);
        const auto label = m_labels.constFind(annotation.fields.label);
        if (mask.isEmpty() || annotation.fields.state == State::Rejected || label == m_labels.constEnd())
            m_counter.addSkipped();
        else
            image.instances.push_back({annotation, std::move(mask), *label});
    }
    return image;
}

Status ExportPass::countUnknown() {
    for (const ImageId id : m_unknown) {
        ASSIGN_OR_RETURN(const std::vector<Annotation> lost, m_source.annotations(id));
        m_counter.addSkipped(int(lost.size()));
    }
    return {};
}

Status ExportPass::forEachImage(const std::function<Status(const ExportImage&)>& use) {
    QList<qsizetype> order(m_images.size());
    std::iota(order.begin(), order.end(), 0);
    return forEachImage(order, use);
}

Status ExportPass::forEachImage(const QList<qsizetype>& order,
                                const std::function<Status(const ExportImage&)>& use) {
    if (m_cancelled)
        return cancelled();
    const int total = int(m_images.size());
    int done = 0;
    for (const qsizetype position : order) {
        if (m_options.progress && !m_options.progress(done++, total))
            return cancelled();
        ASSIGN_OR_RETURN(const ExportImage image, imageOf(m_images[position]));
        RETURN_IF_ERROR(use(image));
    }
    if (m_options.progress)
        m_options.progress(total, total);
    return countUnknown();
}

Status ExportPass::copyPicture(const ExportImage& image, const QString& name) {
    return m_options.copyImages ? m_sink.copy(image.path, name) : Status();
}

void ExportPass::written(const ExportInstance& instance, const Mask& readBack) {
    m_counter.addWritten(instance.annotation, readBack);
}

} // namespace core
