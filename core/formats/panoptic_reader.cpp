// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_builder.h"
#include "core/formats/dataset_paths.h"
#include "core/formats/json_fields.h"
#include "core/formats/json_lists.h"
#include "core/formats/mask_png.h"
#include "core/formats/panoptic.h"

#include <QColor>
#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace core {
namespace {

using nlohmann::json;

/// Three numbers, red, green and blue.
std::optional<QColor> colorIn(const json& category) {
    const json& list = memberIn(category, "color");
    const auto isByte = [](const json& value) {
        return value.is_number_unsigned() && value.get<unsigned>() < 256;
    };
    if (!list.is_array() || list.size() != 3 || !std::all_of(list.begin(), list.end(), isByte))
        return std::nullopt;
    return QColor(list[0].get<int>(), list[1].get<int>(), list[2].get<int>());
}

class PanopticReader {
public:
    explicit PanopticReader(const QString& file)
        : m_file(file), m_folder(QFileInfo(file).absolutePath()),
          m_builder(m_folder, {QStringLiteral("images"), QStringLiteral("."), QStringLiteral("../images")}) {}

    Result<ImportedDataset> read() {
        JsonRest rest;
        // Segments need both lists, which may stand behind them.
        RETURN_IF_ERROR(readJsonList(
            m_file, "categories", [this](const json& entry) { return takeCategory(entry); }, &rest));
        noteRest(m_builder.warnings(), rest, {"images", "annotations"});
        RETURN_IF_ERROR(
            readJsonList(m_file, "images", [this](const json& entry) { return takeImage(entry); }));
        RETURN_IF_ERROR(
            readJsonList(m_file, "annotations", [this](const json& entry) { return takeSegments(entry); }));
        if (m_images.empty())
            return unreadable(m_file, QStringLiteral("it lists no images"));
        return m_builder.take();
    }

private:
    Status takeCategory(const json& entry) {
        const auto id = idIn(entry, "id");
        if (!id || m_labels.contains(*id))
            return {};
        m_labels[*id] = m_builder.label(textIn(entry, "name"));
        m_builder.keepId(m_labels[*id], *id);
        noteOthers(m_builder.warnings(), entry, {"id", "name", "isthing", "color"});
        if (const auto color = colorIn(entry))
            m_builder.setColor(m_labels[*id], *color);
        if (numberIn(entry, "isthing") == 0)
            m_builder.notUsed(QStringLiteral("marks of classes that are no things"));
        return {};
    }

    Status takeImage(const json& entry) {
        const auto id = idIn(entry, "id");
        if (!id || m_images.contains(*id))
            return unreadable(m_file, QStringLiteral("an image has no id, or that of another"));
        noteOthers(m_builder.warnings(), entry, {"id", "file_name", "width", "height"});
        ASSIGN_OR_RETURN(m_images[*id], m_builder.addImage(textIn(entry, "file_name"), sizeIn(entry)));
        return {};
    }

    /// The PNGs lie in a folder named after the file, as in the published sets, or in "panoptic".
    Result<QString> pngOf(const QString& name) const {
        bool escaped = false;
        const QString safe = safeRelativeName(name, escaped);
        const QString base = QFileInfo(m_file).completeBaseName();
        for (const QString& folder : {base, QStringLiteral("panoptic"), QStringLiteral(".")}) {
            QString path = QDir(m_folder).filePath(folder + QLatin1Char('/') + safe);
            if (!safe.isEmpty() && QFileInfo(path).isFile())
                return path;
        }
        return fail(ErrorCode::NotFound,
                    QStringLiteral("The segments of %1 are missing: there is no such file in the folder %2 "
                                   "beside %3.")
                        .arg(safe, base, QFileInfo(m_file).fileName()));
    }

    Status takeSegments(const json& entry) {
        const auto image = m_images.find(idIn(entry, "image_id").value_or(-1));
        if (image == m_images.end() || !image->second.isValid()) {
            m_builder.notUsed(QStringLiteral("annotations of unknown images"));
            return {};
        }
        noteOthers(m_builder.warnings(), entry, {"image_id", "file_name", "segments_info"});
        ASSIGN_OR_RETURN(const QString path, pngOf(textIn(entry, "file_name")));
        ASSIGN_OR_RETURN(const QImage numbers, colorNumberImage(path));
        if (const QSize size = m_builder.image(image->second).size; !size.isEmpty() && size != numbers.size())
            return unreadable(path, QStringLiteral("it has another size than its image"));
        m_builder.image(image->second).size = numbers.size();
        Result<std::vector<std::pair<int, Mask>>> found = masksOfNumbers(numbers);
        if (!found)
            return unreadable(path, QString::fromStdString(found.error().message));
        std::map<qint64, Mask> masks;
        for (auto& [number, mask] : *found)
            masks[number] = std::move(mask);
        const auto list = entry.find("segments_info");
        for (const json& segment : list == entry.end() ? json::array() : *list)
            RETURN_IF_ERROR(takeSegment(segment, image->second, masks));
        for (qsizetype left = 0; left < qsizetype(masks.size()); ++left)
            m_builder.notUsed(QStringLiteral("segments without a category"));
        return {};
    }

    Status takeSegment(const json& segment, ImageId image, std::map<qint64, Mask>& masks) {
        const auto label = m_labels.find(idIn(segment, "category_id").value_or(-1));
        const auto mask = masks.find(idIn(segment, "id").value_or(-1));
        if (label == m_labels.end() || mask == masks.end()) {
            m_builder.notUsed(QStringLiteral("segments of an unknown category or without a pixel"));
            return {};
        }
        noteOthers(m_builder.warnings(), segment, {"id", "category_id", "area", "bbox", "iscrowd"});
        Annotation annotation;
        annotation.image = image;
        annotation.fields.label = label->second;
        annotation.fields.crowd = numberIn(segment, "iscrowd") == 1;
        // Taken out: a second segment of the same number gets no pixels.
        annotation.mask = std::move(mask->second);
        masks.erase(mask);
        return m_builder.add(std::move(annotation), 1000);
    }

    QString m_file, m_folder;
    DatasetBuilder m_builder;
    std::map<qint64, LabelId> m_labels;
    std::map<qint64, ImageId> m_images;
};

} // namespace

Result<ImportedDataset> importPanoptic(const QString& file) {
    return PanopticReader(file).read();
}

bool looksLikePanoptic(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) &&
           (start.contains("\"segments_info\"") || start.contains("\"isthing\""));
}

} // namespace core
