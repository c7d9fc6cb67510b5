// SPDX-License-Identifier: Apache-2.0
#include "core/formats/brush_rle.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/json_fields.h"
#include "core/formats/json_lists.h"
#include "core/formats/label_studio.h"

#include <QFileInfo>
#include <QHash>
#include <QTransform>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace core {
namespace {

using nlohmann::json;

constexpr double kMaxPercent = 1000;

/// The file that a task's address means, by the conventions of Label Studio's storages.
QString nameOf(const QString& address) {
    const QString local = QStringLiteral("/data/local-files/?d=");
    if (address.startsWith(local))
        return QUrl::fromPercentEncoding(address.mid(local.size()).toUtf8());
    if (address.startsWith(QStringLiteral("/data/upload/"))) {
        const QString name = address.section(QLatin1Char('/'), -1);
        constexpr int kHash = 8; // digits and a hyphen, which make uploads of one name distinct
        bool isHash = false;
        name.left(kHash).toUInt(&isHash, 16);
        const bool hasHash = isHash && name.size() > kHash && name[kHash] == QLatin1Char('-');
        return QUrl::fromPercentEncoding(name.mid(hasHash ? kHash + 1 : 0).toUtf8());
    }
    const qsizetype scheme = address.indexOf(QStringLiteral("://"));
    if (scheme < 0)
        return address;
    const QString path = address.section(QLatin1Char('?'), 0, 0).mid(scheme + 3);
    return QUrl::fromPercentEncoding(path.section(QLatin1Char('/'), -1).toUtf8());
}

QString addressOf(const json& task) {
    const json& data = memberIn(task, "data");
    if (QString image = textIn(data, "image"); !image.isEmpty() || !data.is_object())
        return image;
    for (const auto& [key, value] : data.items()) {
        if (value.is_string())
            return QString::fromStdString(value.get_ref<const std::string&>());
    }
    return {};
}

/// The one text in a list of that name, such as the label of a region.
QString onlyText(const json& value, const char* key) {
    const json& list = memberIn(value, key);
    if (list.is_string())
        return QString::fromStdString(list.get_ref<const std::string&>());
    return list.is_array() && !list.empty() && list.front().is_string()
               ? QString::fromStdString(list.front().get_ref<const std::string&>())
               : QString();
}

class LabelStudioReader {
public:
    explicit LabelStudioReader(const QString& file)
        : m_file(file),
          m_builder(QFileInfo(file).absolutePath(),
                    {QStringLiteral("."), QStringLiteral("images"), QStringLiteral("../images")}) {}

    Result<ImportedDataset> read() {
        RETURN_IF_ERROR(readJsonList(m_file, "", [this](const json& task) { return takeTask(task); }));
        return m_builder.take();
    }

private:
    tl::unexpected<Error> broken(const QString& why) const {
        return unreadable(m_file, QStringLiteral("%1, at the picture %2").arg(why, m_name));
    }

    Status takeTask(const json& task) {
        const QString address = addressOf(task);
        m_name = nameOf(address);
        bool isPrediction = false;
        const json& results = resultsOf(task, isPrediction);
        m_size = sizeOf(results);
        ASSIGN_OR_RETURN(m_image, m_builder.addImage(m_name, m_size));
        if (!m_image.isValid())
            return {};
        m_size = m_builder.image(m_image).size;
        m_builder.image(m_image).reviewed = !isPrediction && results.is_array();
        for (const json& tag : memberIn(memberIn(task, "meta"), "tags")) {
            if (tag.is_string())
                m_builder.image(m_image).tags << QString::fromStdString(tag.get_ref<const std::string&>());
        }
        noteOthers(m_builder.warnings(), task, {"id", "data", "annotations", "predictions", "meta"});
        noteOthers(m_builder.warnings(), memberIn(task, "meta"), {"tags"});
        findSaid(results);
        for (const json& result : results)
            RETURN_IF_ERROR(takeResult(result, isPrediction));
        return {};
    }

    /// Null if nobody and nothing labelled this picture.
    const json& resultsOf(const json& task, bool& isPrediction) {
        const json* chosen = nullptr;
        int people = 0;
        bool isTruth = false;
        for (const json& annotation : memberIn(task, "annotations")) {
            if (memberIn(annotation, "was_cancelled") == true || !memberIn(annotation, "result").is_array())
                continue;
            ++people;
            const bool truth = memberIn(annotation, "ground_truth") == true;
            if (truth || !isTruth)
                chosen = &annotation;
            isTruth = isTruth || truth;
        }
        for (int other = 1; other < people; ++other)
            m_builder.notUsed(QStringLiteral("further annotations of pictures that have several"));
        isPrediction = chosen == nullptr;
        const json& predictions = memberIn(task, "predictions");
        if (isPrediction && predictions.is_array() && !predictions.empty())
            chosen = &predictions.back();
        static const json kNothing;
        if (chosen)
            noteOthers(m_builder.warnings(), *chosen,
                       {"id", "result", "was_cancelled", "ground_truth", "model_version"});
        const json& results = chosen ? memberIn(*chosen, "result") : kNothing;
        return results.is_array() ? results : kNothing;
    }

    static QSize sizeOf(const json& results) {
        for (const json& result : results) {
            const json size = {{"width", memberIn(result, "original_width")},
                               {"height", memberIn(result, "original_height")}};
            if (const QSize found = sizeIn(size); !found.isEmpty())
                return found;
        }
        return {};
    }

    static bool isAnswer(const json& result) {
        const QString kind = textIn(result, "type");
        return kind == QStringLiteral("choices") || kind == QStringLiteral("number") ||
               kind == QStringLiteral("textarea");
    }

    /// What is said of regions, by their ids.
    void findSaid(const json& results) {
        m_said.clear();
        for (const json& result : results) {
            if (!isAnswer(result))
                m_said[textIn(result, "id")] = json::object();
        }
        for (const json& result : results) {
            if (!isAnswer(result))
                continue;
            const auto region = m_said.find(textIn(result, "id"));
            if (region == m_said.end())
                m_builder.notUsed(QStringLiteral("answers about whole pictures"));
            else if (const json said = answerIn(memberIn(result, "value")); !said.is_null())
                (*region)[textIn(result, "from_name").toStdString()] = said;
        }
    }

    static json answerIn(const json& value) {
        if (const json& number = memberIn(value, "number"); number.is_number())
            return number;
        if (const QString text = onlyText(value, "text"); !text.isEmpty())
            return text.toStdString();
        const QString choice = onlyText(value, "choices");
        if (choice == QStringLiteral("true") || choice == QStringLiteral("false"))
            return choice == QStringLiteral("true");
        return choice.isEmpty() ? json() : json(choice.toStdString());
    }

    Status takeResult(const json& result, bool isPrediction) {
        if (isAnswer(result))
            return {};
        const QString kind = textIn(result, "type");
        const json& value = memberIn(result, "value");
        if (m_size.isEmpty() || numberIn(result, "image_rotation").value_or(0) != 0) {
            m_builder.notUsed(QStringLiteral("regions of turned pictures or of pictures of unknown size"));
            return {};
        }
        noteOthers(m_builder.warnings(), result,
                   {"id", "type", "from_name", "to_name", "original_width", "original_height",
                    "image_rotation", "value", "score"});
        Annotation annotation;
        annotation.image = m_image;
        annotation.fields.label = m_builder.label(onlyText(value, kind.toLatin1().constData()));
        if (kind == QStringLiteral("brushlabels") && textIn(value, "format") == QStringLiteral("rle")) {
            ASSIGN_OR_RETURN(annotation.mask, brushOf(value));
        } else if (kind == QStringLiteral("polygonlabels") || kind == QStringLiteral("rectanglelabels")) {
            ASSIGN_OR_RETURN(const QPolygonF ring,
                             kind.startsWith(QLatin1Char('p')) ? polygonOf(value) : rectangleOf(value));
            double crossed = 0;
            Result<Mask> mask = maskOfRings({ring}, m_size, crossed);
            if (!mask)
                return broken(QString::fromStdString(mask.error().message).chopped(1));
            annotation.mask = std::move(*mask);
        } else {
            m_builder.notUsed(QStringLiteral("regions of the kind \"%1\"").arg(kind.left(40)));
            return {};
        }
        if (const auto score = numberIn(result, "score")) {
            annotation.score = float(std::clamp(*score, 0.0, 1.0));
            annotation.fields.state = isPrediction ? State::Auto : State::Accepted;
        }
        annotation.fields.attributes =
            m_builder.attributes(annotation.fields.label, m_said.value(textIn(result, "id")));
        return m_builder.add(std::move(annotation), qint64(memberIn(value, "rle").size()) + 1000);
    }

    Result<Mask> brushOf(const json& value) const {
        QByteArray bytes;
        for (const json& number : memberIn(value, "rle")) {
            const double byte = number.is_number() ? number.get<double>() : -1;
            if (!(byte >= 0 && byte <= 255))
                return broken(QStringLiteral("a brush's run lengths are no bytes"));
            bytes.append(char(uchar(byte)));
        }
        Result<Mask> mask = maskOfBrushRle(bytes, m_size);
        if (!mask)
            return broken(QString::fromStdString(mask.error().message));
        return mask;
    }

    /// Shares of the picture in percent become pixels.
    std::optional<QPointF> pointOf(const json& x, const json& y) const {
        if (!x.is_number() || !y.is_number())
            return std::nullopt;
        const double px = x.get<double>(), py = y.get<double>();
        if (!(std::abs(px) <= kMaxPercent && std::abs(py) <= kMaxPercent))
            return std::nullopt;
        return QPointF(px / 100 * m_size.width(), py / 100 * m_size.height());
    }

    Result<QPolygonF> polygonOf(const json& value) const {
        QPolygonF ring;
        for (const json& point : memberIn(value, "points")) {
            const bool isPair = point.is_array() && point.size() == 2;
            const auto at = isPair ? pointOf(point[0], point[1]) : std::nullopt;
            if (!at)
                return broken(QStringLiteral("a polygon has a point that is none"));
            ring << *at;
        }
        if (ring.size() < 3)
            return broken(QStringLiteral("a polygon has fewer than three points"));
        return ring;
    }

    /// Turned clockwise about its top left corner.
    Result<QPolygonF> rectangleOf(const json& value) const {
        const auto at = pointOf(memberIn(value, "x"), memberIn(value, "y"));
        const auto extent = pointOf(memberIn(value, "width"), memberIn(value, "height"));
        const double turn = numberIn(value, "rotation").value_or(0);
        if (!at || !extent || !(std::abs(turn) <= 360))
            return broken(QStringLiteral("a rectangle has no place or size"));
        const QPolygonF upright(QRectF(0, 0, extent->x(), extent->y()));
        return QTransform().rotate(turn).map(upright).translated(*at);
    }

    QString m_file, m_name;
    DatasetBuilder m_builder;
    ImageId m_image;
    QSize m_size;
    QHash<QString, json> m_said;
};

} // namespace

Result<ImportedDataset> importLabelStudio(const QString& file) {
    return LabelStudioReader(file).read();
}

bool looksLikeLabelStudio(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) && start.trimmed().startsWith('[') &&
           (start.contains("\"from_name\"") || start.contains("\"predictions\"") ||
            (start.contains("\"data\"") && start.contains("\"annotations\"")));
}

} // namespace core
