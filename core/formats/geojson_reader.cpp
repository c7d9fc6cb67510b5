// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/geojson.h"
#include "core/formats/json_fields.h"
#include "core/mask/rle.h"

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
const QString kSuffix = QStringLiteral(".geojson");

class GeojsonFile {
public:
    GeojsonFile(DatasetBuilder& builder, QString path, const json& root)
        : m_builder(builder), m_path(std::move(path)), m_root(root) {}

    Status read(const QString& folder) {
        const json& features = memberIn(m_root, "features");
        if (!features.is_array())
            return unreadable(m_path, QStringLiteral("it is no collection of features"));
        const QString below = QDir(folder).relativeFilePath(m_path);
        const QString given = textIn(memberIn(m_root, "image"), "file_name");
        const QString name = given.isEmpty() ? QFileInfo(m_path).completeBaseName() : given;
        const QString inside = QFileInfo(below).path() + QLatin1Char('/') + name;
        ASSIGN_OR_RETURN(m_image,
                         m_builder.addImage(QDir::cleanPath(inside), sizeIn(memberIn(m_root, "image"))));
        if (!m_image.isValid())
            return {};
        noteOthers(m_builder.warnings(), m_root, {"type", "features", "coordinate_space", "image"});
        for (const json& feature : features)
            RETURN_IF_ERROR(readFeature(feature));
        return {};
    }

private:
    Status readFeature(const json& feature) {
        const json& geometry = memberIn(feature, "geometry");
        const QString kind = textIn(geometry, "type");
        const json& coordinates = memberIn(geometry, "coordinates");
        const json parts = kind == QStringLiteral("Polygon")        ? json::array({coordinates})
                           : kind == QStringLiteral("MultiPolygon") ? coordinates
                                                                    : json();
        if (!parts.is_array()) {
            m_builder.notUsed(QStringLiteral("features of the kind \"%1\"").arg(kind.left(40)));
            return {};
        }
        Annotation annotation;
        annotation.image = m_image;
        qint64 points = 0;
        double crossed = 0;
        std::vector<Mask::Span> spans;
        for (const json& part : parts) {
            ASSIGN_OR_RETURN(const Mask mask, maskOf(part, crossed, points));
            spans.insert(spans.end(), mask.spans().begin(), mask.spans().end());
        }
        annotation.mask = Mask::fromSpans(std::move(spans));
        const json& properties = memberIn(feature, "properties");
        annotation.fields.label = m_builder.label(labelIn(properties));
        if (const auto score = numberIn(properties, "score")) {
            annotation.score = float(std::clamp(*score, 0.0, 1.0));
            annotation.fields.state = State::Auto;
        }
        noteOthers(m_builder.warnings(), feature, {"type", "properties", "geometry"});
        annotation.fields.attributes = m_builder.attributes(annotation.fields.label, valuesIn(properties));
        return m_builder.add(std::move(annotation), points * 4);
    }

    /// The attributes, and what else a program says of a feature.
    static json valuesIn(const json& properties) {
        json values = memberIn(properties, "attributes");
        if (!values.is_object())
            values = json::object();
        if (!properties.is_object())
            return values;
        for (const auto& [key, value] : properties.items()) {
            const bool isOurs = key == "classification" || key == "label" || key == "name" ||
                                key == "score" || key == "attributes" || key == "objectType";
            if (!isOurs && !value.is_null() && !values.contains(key))
                values[key] = value;
        }
        return values;
    }

    /// As programs for slides name it, or simply.
    static QString labelIn(const json& properties) {
        for (const QString& name : {textIn(memberIn(properties, "classification"), "name"),
                                    textIn(properties, "label"), textIn(properties, "name")}) {
            if (!name.isEmpty())
                return name;
        }
        return {};
    }

    /// A polygon: its first ring without the others.
    Result<Mask> maskOf(const json& polygon, double& crossed, qint64& points) const {
        const QSize size = m_builder.image(m_image).size;
        std::vector<QPolygonF> rings;
        for (const json& ring : polygon) {
            ASSIGN_OR_RETURN(QPolygonF corners, ringOf(ring));
            points += corners.size();
            rings.push_back(std::move(corners));
        }
        if (rings.empty())
            return Mask();
        Result<Mask> outer = maskOfRings({rings.front()}, size, crossed);
        rings.erase(rings.begin());
        Result<Mask> holes = maskOfRings(rings, size, crossed);
        for (const Result<Mask>* filled : {&outer, &holes}) {
            if (!*filled)
                return unreadable(m_path, QString::fromStdString(filled->error().message));
        }
        return outer->subtracted(*holes);
    }

    Result<QPolygonF> ringOf(const json& ring) const {
        QPolygonF corners;
        for (const json& position : ring) {
            const bool isPair = position.is_array() && position.size() >= 2 && position[0].is_number() &&
                                position[1].is_number();
            const QPointF at =
                isPair ? QPointF(position[0].get<double>(), position[1].get<double>()) : QPointF(NAN, 0);
            if (!(std::abs(at.x()) <= kMaxRleSide && std::abs(at.y()) <= kMaxRleSide))
                return unreadable(m_path, QStringLiteral("a ring has a position that is none"));
            corners << at;
        }
        if (corners.size() < 4)
            return unreadable(m_path, QStringLiteral("a ring has fewer than four positions"));
        return corners;
    }

    DatasetBuilder& m_builder;
    QString m_path;
    const json& m_root;
    ImageId m_image;
};

} // namespace

Result<ImportedDataset> importGeojson(const QString& path) {
    const bool isFolder = QFileInfo(path).isDir();
    const QString folder = isFolder ? path : QFileInfo(path).absolutePath();
    QStringList files{path};
    if (isFolder) {
        files.clear();
        QDirIterator entries(path, {QStringLiteral("*") + kSuffix}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext())
            files << entries.next();
        files.sort();
    }
    DatasetBuilder builder(folder);
    for (const QString& file : files) {
        ASSIGN_OR_RETURN(const json root, jsonOf(file, kMaxBytes));
        RETURN_IF_ERROR(GeojsonFile(builder, file, root).read(folder));
    }
    return builder.take();
}

bool looksLikeGeojson(const QString& file, const QByteArray& start) {
    const bool isJson = file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    return (isJson || file.endsWith(kSuffix, Qt::CaseInsensitive)) && start.contains("\"FeatureCollection\"");
}

} // namespace core
