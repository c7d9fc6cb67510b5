// SPDX-License-Identifier: Apache-2.0
#include "core/formats/center_rings.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/dataset_paths.h"
#include "core/formats/json_fields.h"
#include "core/formats/labelme.h"
#include "core/formats/mask_png.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <set>

namespace core {
namespace {

using nlohmann::json;

constexpr qint64 kMaxBytes = 512 << 20;
constexpr double kMaxCoordinate = 1e6;
constexpr qint64 kBytesOfPart = 1000;

json objectIn(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? *found : json::object();
}

int side(double value) {
    return value >= 1 && value <= 1e6 ? int(value) : 0;
}

/// One file of a folder.
class LabelmeFile {
public:
    LabelmeFile(DatasetBuilder& builder, QString path, const json& root)
        : m_builder(builder), m_path(std::move(path)), m_root(root) {}

    Status read(const QString& folder) {
        QString given = textIn(m_root, "imagePath").replace(QLatin1Char('\\'), QLatin1Char('/'));
        if (given.isEmpty())
            given = QFileInfo(m_path).completeBaseName() + QStringLiteral(".jpg");
        if (isAbsoluteName(given)) {
            m_builder.warnings().add(
                QStringLiteral("%1 file names are those of another place; only their last part is used."),
                given);
            given = given.section(QLatin1Char('/'), -1);
        }
        const QDir inside(QFileInfo(QDir(folder).relativeFilePath(m_path)).path());
        const QSize size(side(numberIn(m_root, "imageWidth").value_or(0)),
                         side(numberIn(m_root, "imageHeight").value_or(0)));
        ASSIGN_OR_RETURN(m_image, m_builder.addImage(QDir::cleanPath(inside.filePath(given)), size));
        if (!m_image.isValid())
            return {};
        if (!textIn(m_root, "imageData").isEmpty())
            m_builder.notUsed(QStringLiteral("pictures inside of label files"));
        noteOthers(m_builder.warnings(), m_root,
                   {"version", "flags", "shapes", "imagePath", "imageData", "imageHeight", "imageWidth"});
        readFlags();
        for (const json& shape : m_root["shapes"])
            RETURN_IF_ERROR(readShape(shape));
        for (auto& [key, parts] : m_parts) {
            parts.instance.mask = Mask::fromSpans(std::move(parts.spans));
            RETURN_IF_ERROR(m_builder.add(std::move(parts.instance), parts.bytes));
        }
        return {};
    }

private:
    tl::unexpected<Error> broken(const QString& why) const { return unreadable(m_path, why); }

    void readFlags() {
        ImageInfo& image = m_builder.image(m_image);
        const json flags = objectIn(m_root, "flags");
        for (const auto& [flag, value] : flags.items()) {
            if (value != json(true))
                continue;
            if (flag == "reviewed")
                image.reviewed = true;
            else
                image.tags << QString::fromStdString(flag).simplified();
        }
    }

    Result<QPolygonF> pointsOf(const json& shape) const {
        QPolygonF points;
        const auto list = shape.find("points");
        if (list == shape.end() || !list->is_array())
            return broken(QStringLiteral("a shape has no points"));
        for (const json& point : *list) {
            if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number())
                return broken(QStringLiteral("a point is not two numbers"));
            const QPointF at(point[0].get<double>(), point[1].get<double>());
            if (!(std::abs(at.x()) <= kMaxCoordinate && std::abs(at.y()) <= kMaxCoordinate))
                return broken(QStringLiteral("a point can't lie in any picture"));
            points << at;
        }
        return points;
    }

    Result<Mask> filled(const QPolygonF& points) const {
        const QSize size = m_builder.image(m_image).size;
        if (isXAnyLabeling()) {
            QPolygon ring;
            for (const QPointF point : points)
                ring << QPoint(int(point.x()), int(point.y()));
            if (fillPolyCost(ring) > kMaxFillCost)
                return broken(QStringLiteral("a polygon is far too complicated to be an outline"));
            return maskOfFillPoly(ring, size.isEmpty() ? ring.boundingRect() : QRect(QPoint(0, 0), size));
        }
        json list = json::array();
        for (const QPointF point : points) {
            list.push_back(point.x());
            list.push_back(point.y());
        }
        Result<Mask> mask = maskOfCocoSegmentation(json::array({list}), size);
        if (!mask)
            return broken(QString::fromStdString(mask.error().message).chopped(1));
        return mask;
    }

    bool isXAnyLabeling() const {
        const json& shapes = m_root["shapes"];
        return !shapes.empty() && shapes[0].is_object() &&
               (shapes[0].contains("kie_linking") || shapes[0].contains("difficult"));
    }

    /// Empty for shapes that cover no area.
    Result<Mask> maskOf(const json& shape, const QString& type) const {
        ASSIGN_OR_RETURN(QPolygonF points, pointsOf(shape));
        if (type == QStringLiteral("mask")) {
            const auto text = QByteArray::fromBase64(textIn(shape, "mask").toLatin1());
            if (points.isEmpty())
                return broken(QStringLiteral("a mask has no corner"));
            Result<Mask> mask = maskOfPng(text, QPoint(int(points[0].x()), int(points[0].y())));
            if (!mask)
                return broken(QString::fromStdString(mask.error().message).chopped(1));
            return mask;
        }
        if (type == QStringLiteral("rectangle") && points.size() == 2)
            points = QPolygonF(QRectF(points[0], points[1]).normalized()).mid(0, 4);
        if (type == QStringLiteral("circle") && points.size() == 2) {
            const QPointF centre = points[0], rim = points[1] - centre;
            const double radius = std::hypot(rim.x(), rim.y());
            points.clear();
            for (int i = 0; i < 360; ++i)
                points << centre + radius * QPointF(std::cos(i * M_PI / 180), std::sin(i * M_PI / 180));
        }
        return points.size() < 3 ? Result<Mask>(Mask()) : filled(points);
    }

    Status readShape(const json& shape) {
        static const QSet<QString> kAreas{QStringLiteral("polygon"),
                                          QStringLiteral("rectangle"),
                                          QStringLiteral("circle"),
                                          QStringLiteral("rotation"),
                                          QStringLiteral("oriented_rectangle"),
                                          QStringLiteral("quadrilateral"),
                                          QStringLiteral("mask"),
                                          QString()};
        if (!shape.is_object())
            return broken(QStringLiteral("a shape is not an object"));
        const QString type = textIn(shape, "shape_type");
        if (!kAreas.contains(type)) {
            m_builder.notUsed(QStringLiteral("shapes of the kind \"%1\"").arg(type.left(40)));
            return {};
        }
        noteOthers(m_builder.warnings(), shape,
                   {"label", "points", "group_id", "description", "shape_type", "flags", "mask", "score",
                    "attributes"});
        Annotation annotation;
        annotation.image = m_image;
        annotation.fields.label = m_builder.label(textIn(shape, "label"));
        ASSIGN_OR_RETURN(annotation.mask, maskOf(shape, type));
        annotation.source = textIn(shape, "description");
        json values = objectIn(shape, "attributes");
        values.update(objectIn(shape, "flags"));
        annotation.fields.attributes = m_builder.attributes(annotation.fields.label, values);
        if (const auto score = shape.find("score"); score != shape.end() && score->is_number()) {
            annotation.score = float(std::clamp(score->get<double>(), 0.0, 1.0));
            annotation.fields.state = State::Auto;
        }
        const double group = numberIn(shape, "group_id").value_or(0);
        annotation.fields.group = {group >= 1 && group <= 1e15 ? qint64(group) : 0};
        if (type == QStringLiteral("mask") || !annotation.fields.group.isValid())
            return m_builder.add(std::move(annotation), qint64(textIn(shape, "mask").size()));
        addPart(annotation);
        return {};
    }

    /// Polygons of one label and group are parts of one instance: neither program has another way to say so.
    void addPart(const Annotation& annotation) {
        Parts& parts = m_parts[std::pair(annotation.fields.label, annotation.fields.group)];
        if (parts.bytes == 0) {
            parts.instance = annotation;
            parts.instance.fields.group = {};
        }
        parts.bytes += kBytesOfPart;
        parts.spans.insert(parts.spans.end(), annotation.mask.spans().begin(), annotation.mask.spans().end());
    }

    struct Parts {
        Annotation instance; ///< of the first
        std::vector<Mask::Span> spans;
        qint64 bytes = 0;
    };

    DatasetBuilder& m_builder;
    QString m_path;
    const json& m_root;
    ImageId m_image;
    std::map<std::pair<LabelId, GroupId>, Parts> m_parts;
};

bool isLabelme(const json& root) {
    const auto shapes = root.is_object() ? root.find("shapes") : root.end();
    return root.is_object() && shapes != root.end() && shapes->is_array();
}

} // namespace

Result<ImportedDataset> importLabelme(const QString& file) {
    const QFileInfo given(file);
    const QString folder = given.isDir() ? given.absoluteFilePath() : given.absolutePath();
    DatasetBuilder builder(folder);
    int read = 0;
    QStringList files;
    QDirIterator entries(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << entries.next();
    files.sort();
    for (const QString& path : files) {
        ASSIGN_OR_RETURN(const json root, jsonOf(path, kMaxBytes));
        if (isLabelme(root)) {
            RETURN_IF_ERROR(LabelmeFile(builder, path, root).read(folder));
            ++read;
            continue;
        }
        if (QFileInfo(path) == given)
            return unreadable(path, QStringLiteral("it has no list of shapes, so it is not of LabelMe"));
        builder.warnings().add(QStringLiteral("%1 other JSON files were passed over."),
                               QFileInfo(path).fileName());
    }
    if (read == 0)
        return unreadable(file, QStringLiteral("there is no file of LabelMe"));
    return builder.take();
}

bool looksLikeLabelme(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) && start.contains("\"shapes\"") &&
           !start.contains("\"annotations\"");
}

bool looksLikeXAnyLabeling(const QString& file, const QByteArray& start) {
    return looksLikeLabelme(file, start) &&
           (start.contains("\"kie_linking\"") || start.contains("\"difficult\""));
}

} // namespace core
