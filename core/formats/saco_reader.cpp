// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/json_fields.h"
#include "core/formats/json_lists.h"
#include "core/formats/saco.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace core {
namespace {

using nlohmann::json;

class SacoReader {
public:
    explicit SacoReader(const QString& file)
        : m_file(file),
          m_builder(QFileInfo(file).absolutePath(),
                    {QStringLiteral("."), QStringLiteral("images"), QStringLiteral("../images")}) {}

    Result<ImportedDataset> read() {
        JsonRest rest;
        // Annotations need the pairs, which may stand behind them.
        RETURN_IF_ERROR(readJsonList(
            m_file, "images", [this](const json& entry) { return takePair(entry); }, &rest));
        noteRest(m_builder.warnings(), rest, {"annotations", "categories"});
        if (m_pairs.isEmpty())
            return unreadable(m_file, QStringLiteral("it lists no pairs of an image and a phrase"));
        RETURN_IF_ERROR(
            readJsonList(m_file, "annotations", [this](const json& entry) { return takeAnnotation(entry); }));
        for (const Pair& pair : m_pairs) {
            if (!pair.used)
                m_builder.warnings().add(
                    QStringLiteral("%1 phrases were looked for and not found; there is no place for that."),
                    pair.phrase);
        }
        return m_builder.take();
    }

private:
    struct Pair {
        ImageId image;
        LabelId label;
        QString phrase;
        bool used = false;
    };

    Status takePair(const json& entry) {
        const auto id = idIn(entry, "id");
        if (!id || m_pairs.contains(*id))
            return unreadable(m_file, QStringLiteral("a pair has no id, or that of another"));
        noteOthers(m_builder.warnings(), entry,
                   {"id", "file_name", "text_input", "width", "height", "queried_category",
                    "is_instance_exhaustive", "is_pixel_exhaustive"});
        const QString name = textIn(entry, "file_name");
        if (!m_images.contains(name)) {
            ASSIGN_OR_RETURN(m_images[name], m_builder.addImage(name, sizeIn(entry)));
        }
        const QString phrase = textIn(entry, "text_input");
        m_pairs.insert(*id, {m_images[name], m_builder.label(phrase), phrase});
        return {};
    }

    Status takeAnnotation(const json& entry) {
        const auto pair = m_pairs.find(idIn(entry, "image_id").value_or(-1));
        if (pair == m_pairs.end() || !pair->image.isValid()) {
            m_builder.notUsed(QStringLiteral("annotations of unknown pairs"));
            return {};
        }
        pair->used = true;
        noteOthers(m_builder.warnings(), entry,
                   {"id", "image_id", "category_id", "iscrowd", "area", "bbox", "segmentation", "source"});
        Annotation annotation;
        annotation.image = pair->image;
        annotation.fields.label = pair->label;
        annotation.fields.crowd = numberIn(entry, "iscrowd") == 1;
        const auto segmentation = entry.find("segmentation");
        Result<Mask> mask = maskOfCocoSegmentation(segmentation == entry.end() ? json() : *segmentation,
                                                   m_builder.image(pair->image).size);
        if (!mask)
            return unreadable(m_file, QString::fromStdString(mask.error().message));
        annotation.mask = std::move(*mask);
        return m_builder.add(std::move(annotation), 1000);
    }

    QString m_file;
    DatasetBuilder m_builder;
    QHash<qint64, Pair> m_pairs;
    QHash<QString, ImageId> m_images;
};

} // namespace

Result<ImportedDataset> importSaco(const QString& file) {
    return SacoReader(file).read();
}

bool looksLikeSaco(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) &&
           (start.contains("\"text_input\"") || start.contains("\"SA-Co pairs "));
}

} // namespace core
