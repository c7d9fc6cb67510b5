// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_extension.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_format.h"
#include "core/formats/dataset_paths.h"
#include "core/formats/export_file.h"
#include "core/formats/json_text.h"
#include "core/media/image_loader.h"
#include "core/project/shape_facts.h"

#include <QDir>
#include <QHash>

#include <nlohmann/json.hpp>

#include <cmath>

namespace core {
namespace {

/// Where the text goes: a file, or nowhere when only losses are counted.
class Output {
public:
    virtual ~Output() = default;
    virtual Status write(const QByteArray& text) = 0;
};

class NoOutput final : public Output {
public:
    Status write(const QByteArray&) override { return {}; }
};

class FileOutput final : public Output {
public:
    explicit FileOutput(ExportFile& file) : m_file(file) {}
    Status write(const QByteArray& text) override { return m_file.write(text); }

private:
    ExportFile& m_file;
};

struct CocoImage {
    ImageId id;
    QSize size;
    int number = 0; ///< the id in the file, from 1
    QByteArray tags;
};

QByteArray listStart(const char* name) {
    return QByteArray(",\n\"") + name + "\":[";
}

/// One pass over the source: writes, and counts what is lost, with the same code whether there is a file or
/// not.
class CocoPass {
public:
    CocoPass(const ExportSource& source, const ExportOptions& options, Output& out)
        : m_source(source), m_options(options), m_out(out) {}

    Result<LossReport> run() {
        RETURN_IF_ERROR(
            m_out.write("{\n\"info\":{\"description\":\"Instances exported by Maskwright; sizes and masks "
                        "are those of the upright image\",\"version\":\"1.0\"}"));
        RETURN_IF_ERROR(writeImages());
        RETURN_IF_ERROR(writeCategories());
        RETURN_IF_ERROR(m_out.write(listStart("annotations")));
        for (int i = 0; i < m_source.images.size(); ++i) {
            if (m_options.progress && !m_options.progress(i, int(m_source.images.size())))
                return fail(ErrorCode::Cancelled,
                            QStringLiteral("The export was cancelled; what was there before is unchanged."));
            RETURN_IF_ERROR(writeAnnotations(m_source.images[i].id, m_images[i]));
        }
        RETURN_IF_ERROR(m_out.write("\n]\n}\n"));
        if (m_options.progress)
            m_options.progress(int(m_source.images.size()), int(m_source.images.size()));
        return m_counter.report();
    }

private:
    QString pathOf(const ImageInfo& image) const {
        return m_source.imagePath ? m_source.imagePath(image.id) : image.path;
    }

    Status writeImages() {
        QStringList paths;
        QList<CocoImage> written;
        for (const ImageInfo& image : m_source.images) {
            CocoImage entry{image.id, image.size, 0, cocoTags(image)};
            if (entry.size.isEmpty())
                entry.size = imageFileSize(pathOf(image)).value_or(QSize());
            if (!entry.size.isEmpty()) {
                entry.number = int(paths.size()) + 1;
                paths << pathOf(image);
                m_counter.addImage(image);
            } else {
                m_counter.addUnknownImage();
            }
            m_images << entry;
        }
        const QStringList names = namesBelowCommonFolder(paths);
        RETURN_IF_ERROR(m_out.write(listStart("images")));
        for (const CocoImage& image : m_images) {
            if (image.number == 0)
                continue;
            RETURN_IF_ERROR(m_out.write(
                (image.number > 1 ? ",\n" : "\n") + ("{\"id\":" + QByteArray::number(image.number)) +
                ",\"file_name\":" + jsonString(names[image.number - 1]) +
                ",\"width\":" + QByteArray::number(image.size.width()) +
                ",\"height\":" + QByteArray::number(image.size.height()) + image.tags + '}'));
        }
        return m_out.write("\n]");
    }

    Status writeCategories() {
        RETURN_IF_ERROR(m_out.write(listStart("categories")));
        for (const Label& label : m_source.labels) {
            m_counter.addLabel(label);
            const char* comma = m_labels.isEmpty() ? "\n" : ",\n";
            m_labels.insert(label.id, label);
            RETURN_IF_ERROR(m_out.write(comma + ("{\"id\":" + QByteArray::number(label.id.value)) +
                                        ",\"name\":" + jsonString(label.name) + ",\"supercategory\":\"\"" +
                                        cocoDefinitions(label) + '}'));
        }
        return m_out.write("\n]");
    }

    Status writeAnnotations(ImageId id, const CocoImage& image) {
        ASSIGN_OR_RETURN(const std::vector<Annotation> annotations, m_source.annotations(id));
        for (const Annotation& annotation : annotations) {
            const Mask mask = annotation.mask.clipped(QRect(QPoint(0, 0), image.size));
            if (image.number == 0 || mask.isEmpty() || annotation.fields.state == State::Rejected ||
                !m_labels.contains(annotation.fields.label)) {
                m_counter.addSkipped();
                continue;
            }
            RETURN_IF_ERROR(writeAnnotation(annotation, mask, image));
        }
        return {};
    }

    Status writeAnnotation(const Annotation& annotation, const Mask& mask, const CocoImage& image) {
        const CocoShape shape = m_options.polygons ? CocoShape::Polygons : CocoShape::CompressedRle;
        const QByteArray segmentation = cocoSegmentation(mask, image.size, shape);
        // The text itself is read again, so the report counts what a reader gets and not what we meant to
        // write.
        const auto parsed = nlohmann::json::parse(segmentation.begin(), segmentation.end(), nullptr,
                                                  /*allow_exceptions=*/false);
        ASSIGN_OR_RETURN(const Mask readBack, maskOfCocoSegmentation(parsed, image.size));
        m_counter.addWritten(annotation, readBack);

        const QRect box = mask.boundingBox();
        QByteArray text = m_annotations++ > 0 ? ",\n" : "\n";
        text += "{\"id\":" + QByteArray::number(m_annotations) +
                ",\"image_id\":" + QByteArray::number(image.number);
        text += ",\"category_id\":" + QByteArray::number(annotation.fields.label.value);
        text += ",\"segmentation\":" + segmentation + ",\"area\":" + QByteArray::number(mask.area());
        text += ",\"bbox\":[" + QByteArray::number(box.x()) + ',' + QByteArray::number(box.y()) + ',' +
                QByteArray::number(box.width()) + ',' + QByteArray::number(box.height()) +
                "],\"iscrowd\":" + (annotation.fields.crowd ? '1' : '0');
        if (annotation.origin != Origin::Hand && annotation.score != 1 && std::isfinite(annotation.score))
            text += ",\"score\":" + jsonNumber(annotation.score);
        const float byHand = shapeFacts(annotation.mask, annotation.touched).byHand;
        text += cocoExtension(annotation, m_labels.value(annotation.fields.label), byHand);
        return m_out.write(text + '}');
    }

    const ExportSource& m_source;
    const ExportOptions& m_options;
    Output& m_out;
    LossCounter m_counter;
    QList<CocoImage> m_images;
    QHash<LabelId, Label> m_labels;
    qint64 m_annotations = 0;
};

} // namespace

Result<LossReport> cocoLosses(const ExportSource& source, const ExportOptions& options) {
    NoOutput nowhere;
    return CocoPass(source, options, nowhere).run();
}

Result<LossReport> exportCoco(const ExportSource& source, const QString& folder,
                              const ExportOptions& options) {
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Io, QStringLiteral("The folder %1 can't be made; choose another one.")
                                       .arg(QDir::toNativeSeparators(folder)));
    ExportFile file(QDir(folder).filePath(QStringLiteral("annotations.json")));
    RETURN_IF_ERROR(file.open());
    FileOutput output(file);
    ASSIGN_OR_RETURN(const LossReport report, CocoPass(source, options, output).run());
    RETURN_IF_ERROR(file.commit());
    return report;
}

} // namespace core
