// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_extension.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/dataset_format.h"
#include "core/formats/dataset_paths.h"
#include "core/formats/import_watch.h"
#include "core/formats/json_fields.h"
#include "core/formats/json_lists.h"
#include "core/formats/warning_list.h"
#include "core/mask/rle.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace core {
namespace {

using nlohmann::json;

class CocoReader {
public:
    explicit CocoReader(const QString& file) : m_file(file) {
        // Spans are 12 bytes each. Natural masks need far fewer than this for each byte of the file.
        m_spansLeft = std::min<qint64>(256'000'000, 32'000'000 + 20 * QFileInfo(file).size());
    }

    Result<ImportedDataset> read() {
        JsonRest rest;
        RETURN_IF_ERROR(readJsonLists(
            m_file, {"images", "categories", "annotations", "licenses"},
            [this](const std::string& list, const json& entry) { return take(list, entry); }, &rest));
        noteRest(m_warnings, rest, {});
        // Masks need the sizes of their images, so a file that lists them the other way round is read twice.
        if (m_annotationsCameFirst) {
            RETURN_IF_ERROR(readJsonLists(
                m_file, {"annotations"}, [this](const std::string&, const json& entry) -> Status {
                    RETURN_IF_ERROR(ImportWatch::goesOn(qint64(m_result.annotations.size())));
                    return takeAnnotation(entry);
                }));
        }
        if (m_result.images.isEmpty())
            return fail(ErrorCode::CorruptFile,
                        QStringLiteral("%1 can't be imported: it lists no images, so it is "
                                       "not a COCO data set.")
                            .arg(QFileInfo(m_file).fileName()));
        resolveLabels();
        m_result.warnings = m_warnings.sentences();
        return std::move(m_result);
    }

private:
    Status take(const std::string& list, const json& entry) {
        RETURN_IF_ERROR(ImportWatch::goesOn(qint64(m_result.annotations.size())));
        if (list == "images")
            return takeImage(entry);
        if (list == "categories")
            return takeCategory(entry);
        if (list == "licenses") {
            m_warnings.add(
                QStringLiteral("%1 entries of licenses were left out: there is no place for them."));
            return {};
        }
        if (m_result.images.isEmpty())
            m_annotationsCameFirst = true;
        return m_annotationsCameFirst ? Status() : takeAnnotation(entry);
    }

    static tl::unexpected<Error> duplicate(const char* what, qint64 id) {
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("two %1 have the same id %2").arg(QLatin1String(what)).arg(id));
    }

    Status takeImage(const json& entry) {
        const std::optional<qint64> id = idIn(entry, "id");
        if (!id) {
            m_warnings.add(QStringLiteral("%1 images have no usable id and were left out."));
            return {};
        }
        if (m_imageIndex.contains(*id))
            return duplicate("images", *id);
        const QString given = textIn(entry, "file_name");
        bool escaped = false;
        const QString name = safeRelativeName(given, escaped);
        if (name.isEmpty()) {
            m_warnings.add(QStringLiteral("%1 images have no usable file name and were left out."), given);
            return {};
        }
        if (escaped)
            m_warnings.add(
                QStringLiteral("%1 file names lead out of the data set's folder; only their last part is "
                               "used."),
                given);
        noteOthers(m_warnings, entry, {"id", "file_name", "width", "height", "tags"});
        ImageInfo image;
        image.id = ImageId{m_result.images.size() + 1};
        image.path = located(name);
        image.size = sizeIn(entry);
        image.tags = readCocoTags(entry);
        if (image.size.isEmpty())
            m_warnings.add(QStringLiteral("%1 images have no usable width and height."), name);
        m_imageIndex.insert(*id, m_result.images.size());
        m_result.images << image;
        return {};
    }

    /// Absolute if the picture lies where data sets usually keep it, else as given.
    QString located(const QString& name) const {
        const QDir folder = QFileInfo(m_file).absoluteDir();
        QStringList places{QStringLiteral("."), QStringLiteral("images"), QStringLiteral("../images")};
        // "annotations/instances_val.json" belongs to "images/val" or "val".
        const QString part = QFileInfo(m_file).completeBaseName().section(QLatin1Char('_'), 1);
        if (!part.isEmpty())
            places << QStringLiteral("../images/") + part << QStringLiteral("../") + part;
        for (const QString& place : std::as_const(places)) {
            const QString path = folder.filePath(place + QLatin1Char('/') + name);
            if (QFileInfo::exists(path))
                return QDir::cleanPath(path);
        }
        return name;
    }

    Status takeCategory(const json& entry) {
        const std::optional<qint64> id = idIn(entry, "id");
        if (!id) {
            m_warnings.add(QStringLiteral("%1 categories have no usable id and were left out."));
            return {};
        }
        if (m_categories.contains(*id))
            return duplicate("categories", *id);
        noteOthers(m_warnings, entry, {"id", "name", "attributes"});
        Label label;
        label.name = textIn(entry, "name").simplified();
        if (label.name.isEmpty()) {
            label.name = QStringLiteral("category %1").arg(*id);
            m_warnings.add(QStringLiteral("%1 categories have no name and are called after their id."),
                           label.name);
        }
        label.id = LabelId{*id};
        label.order = int(m_result.labels.size());
        label.color = colorOfLabel(m_result.labels.size());
        m_categories.insert(*id);
        if (const auto attributes = entry.find("attributes"); attributes != entry.end())
            m_attributes.define(*id, *attributes);
        m_result.labels << label;
        return {};
    }

    Status takeAnnotation(const json& entry) {
        const std::optional<qint64> id = idIn(entry, "id");
        const QString name = id ? QStringLiteral("id %1").arg(*id) : QStringLiteral("without id");
        const std::optional<qint64> imageId = idIn(entry, "image_id");
        const auto index = imageId ? m_imageIndex.constFind(*imageId) : m_imageIndex.constEnd();
        const std::optional<qint64> category = idIn(entry, "category_id");
        if (index == m_imageIndex.constEnd() || !category) {
            m_warnings.add(
                QStringLiteral("%1 annotations belong to no known image or category and were left out."),
                name);
            return {};
        }
        if (id && m_annotationIds.contains(*id))
            m_warnings.add(QStringLiteral("%1 annotations share their id with another; all are kept."), name);
        if (id)
            m_annotationIds.insert(*id);
        const auto segmentation = entry.find("segmentation");
        if (segmentation == entry.end() || segmentation->is_null() ||
            (segmentation->is_array() && segmentation->empty())) {
            m_warnings.add(QStringLiteral("%1 annotations have no mask and were left out."), name);
            return {};
        }
        ImageInfo& image = m_result.images[*index];
        Result<Mask> mask = maskOfCocoSegmentation(*segmentation, image.size);
        if (!mask) {
            const QString why = QString::fromStdString(mask.error().message);
            m_warnings.add(QStringLiteral("%1 annotations were left out. ") + why, name);
            return {};
        }
        return keep(entry, std::move(*mask), image.id, *category, name);
    }

    /// The attributes; some programs write the track beside them.
    static json valuesIn(const json& entry) {
        json values = memberIn(entry, "attributes");
        const json& track = memberIn(entry, "track_id");
        if (track.is_number() && (values.is_object() || values.is_null()) && !values.contains("track_id"))
            values["track_id"] = track;
        return values;
    }

    Status keep(const json& entry, Mask mask, ImageId image, qint64 category, const QString& name) {
        if (mask.isEmpty()) {
            m_warnings.add(
                QStringLiteral("%1 annotations have no pixel inside their image and were left out."), name);
            return {};
        }
        m_spansLeft -= qint64(mask.spans().size());
        if (m_spansLeft < 0)
            return fail(
                ErrorCode::CorruptFile,
                QStringLiteral("its masks unpack to more memory than any real ones of this size; split the "
                               "file if they are real"));
        noteOthers(m_warnings, entry,
                   {"id", "image_id", "category_id", "segmentation", "area", "bbox", "iscrowd", "score",
                    "attributes", "track_id", "maskwright"});
        const std::optional<double> score = numberIn(entry, "score");
        Annotation annotation;
        annotation.image = image;
        annotation.fields.label = LabelId{category};
        annotation.fields.crowd = numberIn(entry, "iscrowd").value_or(0) != 0;
        annotation.fields.attributes = m_attributes.values(category, valuesIn(entry), m_warnings);
        readCocoExtension(entry, annotation);
        // A score means that a model made it and nobody has looked yet.
        annotation.fields.state = score ? State::Auto : State::Accepted;
        annotation.origin = Origin::Import;
        annotation.score = float(std::clamp(score.value_or(1), 0.0, 1.0));
        annotation.mask = std::move(mask);
        m_result.annotations.push_back(std::move(annotation));
        return {};
    }

    /// Drops annotations of unknown categories and gives everything its final id.
    void resolveLabels() {
        std::erase_if(m_result.annotations, [this](const Annotation& a) {
            const bool unknown = !m_categories.contains(a.fields.label.value);
            if (unknown)
                m_warnings.add(
                    QStringLiteral("%1 annotations belong to a category that is not listed and were left "
                                   "out."),
                    QStringLiteral("category %1").arg(a.fields.label.value));
            return unknown;
        });
        const bool usable =
            std::all_of(m_categories.begin(), m_categories.end(), [](qint64 id) { return id > 0; });
        QHash<LabelId, LabelId> renumbered;
        for (Label& label : m_result.labels) {
            const LabelId id = usable ? label.id : LabelId{label.order + 1};
            renumbered.insert(label.id, id);
            label.attributes = m_attributes.definitions(label.id.value);
            label.id = id;
        }
        qint64 next = 0;
        for (Annotation& annotation : m_result.annotations) {
            annotation.id = AnnotationId{++next};
            annotation.fields.label = renumbered.value(annotation.fields.label);
        }
    }

    QString m_file;
    ImportedDataset m_result;
    WarningList m_warnings;
    CocoAttributes m_attributes;
    QHash<qint64, qsizetype> m_imageIndex;
    QSet<qint64> m_categories, m_annotationIds;
    qint64 m_spansLeft = 0;
    bool m_annotationsCameFirst = false;
};

} // namespace

Result<ImportedDataset> importCoco(const QString& file) {
    return CocoReader(file).read();
}

} // namespace core
