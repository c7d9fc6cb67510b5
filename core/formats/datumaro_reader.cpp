// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/datumaro.h"
#include "core/formats/json_fields.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

using nlohmann::json;

constexpr qint64 kMaxBytes = 512 << 20;
constexpr double kMaxCoordinate = 1e6;
const QString kTag = QStringLiteral("tag:");

/// One subset.
class DatumaroFile {
public:
    DatumaroFile(DatasetBuilder& builder, QString path, const json& root)
        : m_builder(builder), m_path(std::move(path)), m_root(root) {}

    Status read() {
        const json& labels = memberIn(memberIn(memberIn(m_root, "categories"), "label"), "labels");
        noteOthers(m_builder.warnings(), m_root, {"dm_format_version", "media_type", "categories", "items"});
        for (const json& label : labels) {
            m_labels << m_builder.label(textIn(label, "name"));
            noteOthers(m_builder.warnings(), label, {"name", "attributes"});
        }
        const json& items = memberIn(m_root, "items");
        if (!items.is_array())
            return unreadable(m_path, QStringLiteral("it has no list of items"));
        for (const json& item : items)
            RETURN_IF_ERROR(readItem(item));
        return {};
    }

private:
    Status readItem(const json& item) {
        m_id = textIn(item, "id");
        const json& picture = memberIn(item, "image");
        const QString path = textIn(picture, "path");
        ASSIGN_OR_RETURN(m_image, m_builder.addImage(path.isEmpty() ? m_id : path, sizeOf(picture)));
        if (!m_image.isValid())
            return {};
        noteOthers(m_builder.warnings(), item, {"id", "attr", "image", "annotations"});
        for (const auto& [key, value] : memberIn(item, "attr").items()) {
            const QString name = QString::fromStdString(key);
            if (name.startsWith(kTag))
                m_builder.image(m_image).tags << name.mid(kTag.size());
            else if (name == QStringLiteral("reviewed"))
                m_builder.image(m_image).reviewed = value == true;
            else
                m_builder.notUsed(QStringLiteral("attributes of pictures"));
        }
        for (const json& annotation : memberIn(item, "annotations"))
            RETURN_IF_ERROR(readAnnotation(annotation));
        return {};
    }

    static QSize sizeOf(const json& picture) {
        const json& size = memberIn(picture, "size");
        if (!size.is_array() || size.size() != 2)
            return {};
        return sizeIn({{"height", size[0]}, {"width", size[1]}});
    }

    Status readAnnotation(const json& entry) {
        const QString kind = textIn(entry, "type");
        const qint64 index = idIn(entry, "label_id").value_or(-1);
        const bool isKnown = index >= 0 && index < m_labels.size();
        if (kind == QStringLiteral("label") && isKnown) {
            m_builder.image(m_image).tags << m_builder.labelName(m_labels[index]);
            return {};
        }
        if (kind != QStringLiteral("mask") && kind != QStringLiteral("polygon") &&
            kind != QStringLiteral("bbox")) {
            m_builder.notUsed(QStringLiteral("annotations of the kind \"%1\"").arg(kind.left(40)));
            return {};
        }
        noteOthers(m_builder.warnings(), entry,
                   {"id", "type", "attributes", "group", "object_id", "label_id", "rle", "points", "bbox",
                    "z_order"});
        Annotation annotation;
        annotation.image = m_image;
        annotation.fields.label = isKnown ? m_labels[index] : m_builder.label({});
        annotation.fields.group = {std::max<qint64>(0, idIn(entry, "group").value_or(0))};
        annotation.fields.z = int(std::clamp(numberIn(entry, "z_order").value_or(0), -1e6, 1e6));
        const json& segmentation =
            kind == QStringLiteral("mask") ? memberIn(entry, "rle") : json::array({ringOf(entry, kind)});
        Result<Mask> mask = maskOfCocoSegmentation(segmentation, m_builder.image(m_image).size);
        if (!mask)
            return unreadable(m_path,
                              QStringLiteral("%1, in the item %2")
                                  .arg(QString::fromStdString(mask.error().message).chopped(1), m_id));
        annotation.mask = std::move(*mask);
        json attributes = memberIn(entry, "attributes");
        // The track, as newer versions write it; -1 is none.
        if (const qint64 track = idIn(entry, "object_id").value_or(-1);
            track > 0 && attributes.is_object() && !attributes.contains("track_id"))
            attributes["track_id"] = track;
        readAttributes(std::move(attributes), annotation);
        const qint64 bytes = textIn(memberIn(entry, "rle"), "counts").size();
        return m_builder.add(std::move(annotation), bytes + qint64(memberIn(entry, "points").size()) + 100);
    }

    /// Corners one after another; what is no number is refused by who reads the ring.
    static json ringOf(const json& entry, const QString& kind) {
        if (kind == QStringLiteral("polygon"))
            return memberIn(entry, "points");
        const json& box = memberIn(entry, "bbox");
        json ring = json::array();
        if (!box.is_array() || box.size() != 4)
            return ring;
        std::array<double, 4> v{};
        for (std::size_t i = 0; i < v.size(); ++i) {
            v.at(i) = box[i].is_number() ? box[i].get<double>() : NAN;
            if (!(std::abs(v.at(i)) <= kMaxCoordinate))
                return ring;
        }
        const double right = v[0] + v[2], bottom = v[1] + v[3];
        return {v[0], v[1], right, v[1], right, bottom, v[0], bottom};
    }

    void readAttributes(json values, Annotation& annotation) {
        if (!values.is_object())
            return;
        annotation.fields.crowd = memberIn(values, "is_crowd") == true;
        values.erase("is_crowd");
        if (const auto score = numberIn(values, "score")) {
            annotation.score = float(std::clamp(*score, 0.0, 1.0));
            annotation.fields.state = State::Auto;
            values.erase("score");
        }
        annotation.fields.attributes = m_builder.attributes(annotation.fields.label, values);
    }

    DatasetBuilder& m_builder;
    QString m_path;
    const json& m_root;
    QList<LabelId> m_labels;
    QString m_id;
    ImageId m_image;
};

QStringList filesOf(const QString& path) {
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    QDirIterator entries(path, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QString file = entries.next();
        QFile start(file);
        if (start.open(QIODevice::ReadOnly) && looksLikeDatumaro(file, start.read(1 << 16)))
            files << file;
    }
    files.sort();
    return files;
}

} // namespace

Result<ImportedDataset> importDatumaro(const QString& path) {
    const QStringList files = filesOf(path);
    const QString first = files.isEmpty() ? path : files.front();
    QStringList places;
    for (const QString& file : files)
        places << QStringLiteral("../images/") + QFileInfo(file).completeBaseName();
    DatasetBuilder builder(QFileInfo(first).absolutePath(),
                           places << QStringLiteral("../images") << QStringLiteral("."));
    for (const QString& file : files) {
        ASSIGN_OR_RETURN(const json root, jsonOf(file, kMaxBytes));
        RETURN_IF_ERROR(DatumaroFile(builder, file, root).read());
    }
    return builder.take();
}

bool looksLikeDatumaro(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) &&
           (start.contains("\"dm_format_version\"") ||
            (start.contains("\"label_groups\"") && start.contains("\"items\"")));
}

} // namespace core
