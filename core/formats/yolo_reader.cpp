// SPDX-License-Identifier: Apache-2.0
#include "core/formats/center_rings.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/dataset_paths.h"
#include "core/formats/yolo.h"
#include "core/media/image_folder.h"
#include "core/media/image_loader.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <cmath>
#include <numeric>

namespace core {
namespace {

constexpr qint64 kMaxText = 64 << 20;
constexpr double kMostOut = 0.01; // as the trainer: more drops the whole image

class YoloReader {
public:
    explicit YoloReader(const QString& file)
        : m_file(file), m_folder(QFileInfo(file).canonicalPath()), m_builder(m_folder) {}

    Result<ImportedDataset> read() {
        ASSIGN_OR_RETURN(const QByteArray text, bytesOf(m_file, 1 << 20));
        Result<YoloConfig> config = yoloConfig(text);
        if (!config)
            return unreadable(m_file, QString::fromStdString(config.error().message));
        m_names = config->names;
        m_hasKeyPoints = config->hasKeyPoints;
        for (const QString& key : config->others)
            m_builder.notUsed(QStringLiteral("values of \"%1\"").arg(key.left(40)));
        for (const QString& name : m_names)
            m_builder.label(name);
        QSet<QString> seen;
        for (const QString& place : config->places) {
            for (const QString& picture : picturesAt(config->path, place)) {
                if (!seen.contains(picture))
                    RETURN_IF_ERROR(readImage(picture));
                seen.insert(picture);
            }
        }
        if (seen.isEmpty())
            return fail(ErrorCode::NotFound,
                        QStringLiteral("%1 names no folder with images beside it; put it where its train and "
                                       "val folders are.")
                            .arg(QFileInfo(m_file).fileName()));
        return m_builder.take();
    }

private:
    bool isInside(const QString& path) const {
        const QString real = QFileInfo(path).canonicalFilePath();
        return real == m_folder || real.startsWith(m_folder + QLatin1Char('/'));
    }

    /// Some exporters write ../train/images where they mean train/images.
    QStringList picturesAt(const QString& base, const QString& place) {
        QString inside = place;
        while (inside.startsWith(QStringLiteral("../")) || inside.startsWith(QStringLiteral("./")))
            inside = inside.mid(inside.indexOf(QLatin1Char('/')) + 1);
        for (const QString& candidate :
             {base + QLatin1Char('/') + place, base + QLatin1Char('/') + inside, place, inside}) {
            const QString path = QDir(m_folder).absoluteFilePath(candidate);
            if (!QFileInfo::exists(path) || !isInside(path))
                continue;
            return QFileInfo(path).isDir() ? imageFilesIn(path, Depth::Tree) : picturesOfList(path);
        }
        m_builder.warnings().add(
            QStringLiteral("%1 places are not in the folder of the data set and were left "
                           "out."),
            place);
        return {};
    }

    QStringList picturesOfList(const QString& path) {
        QStringList pictures;
        for (const QByteArray& line : bytesOf(path, kMaxText).value_or(QByteArray()).split('\n')) {
            const QString name = QString::fromUtf8(line).trimmed();
            const QString picture = QDir(m_folder).absoluteFilePath(name);
            if (!name.isEmpty() && QFileInfo(picture).isFile() && isInside(picture))
                pictures << QDir::cleanPath(picture);
        }
        return pictures;
    }

    Status readImage(const QString& picture) {
        const QString name = QDir(m_folder).relativeFilePath(picture);
        ASSIGN_OR_RETURN(const ImageId image,
                         m_builder.addImage(name, imageFileSize(picture).value_or(QSize())));
        // Only what is below the folder counts: it may lie in one called "images" itself.
        const QString labels = m_folder + yoloLabelsOf(QLatin1Char('/') + name);
        if (!image.isValid() || !QFileInfo::exists(labels))
            return {};
        if (!isInside(labels)) {
            m_builder.warnings().add(
                QStringLiteral("%1 label files are links out of the data set's folder and were left out."),
                name);
            return {};
        }
        if (m_builder.image(image).size.isEmpty()) {
            m_builder.warnings().add(
                QStringLiteral("%1 pictures can't be read, so their labels were left out."), name);
            return {};
        }
        ASSIGN_OR_RETURN(const QByteArray text, bytesOf(labels, kMaxText));
        m_builder.image(image).reviewed = text.trimmed().isEmpty();
        int number = 0;
        for (const QByteArray& line : text.split('\n')) {
            ++number;
            if (!line.trimmed().isEmpty())
                RETURN_IF_ERROR(readLine(line, image, QStringLiteral("%1, line %2").arg(labels).arg(number)));
        }
        return {};
    }

    Status readLine(const QByteArray& line, ImageId image, const QString& place) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        QList<double> values;
        for (const QByteArray& field : fields) {
            bool isNumber = false;
            values << field.toDouble(&isNumber);
            if (!isNumber || !std::isfinite(values.last()))
                return broken(place, "holds something that is not a number");
        }
        const double label = values.takeFirst();
        if (label < 0 || label > 1e6 || label != std::floor(label))
            return broken(place, "has an impossible class number");
        if (values.size() < 4)
            return broken(place, "has fewer than four coordinates");
        Annotation annotation;
        annotation.image = image;
        annotation.fields.label =
            m_builder.label(m_names.value(int(label), QStringLiteral("class %1").arg(int(label))));
        if (m_hasKeyPoints && values.size() > 4) {
            m_builder.notUsed(QStringLiteral("lists of key points"));
            values.resize(4);
        }
        if (values.size() % 2 != 0) {
            annotation.score = float(std::clamp(values.takeLast(), 0.0, 1.0));
            annotation.fields.state = State::Auto;
        }
        for (const double value : values) {
            if (value < -kMostOut || value > 1 + kMostOut)
                return broken(place, "has coordinates outside of the picture");
        }
        ASSIGN_OR_RETURN(annotation.mask, maskOf(values, m_builder.image(image).size, place));
        return m_builder.add(std::move(annotation), line.size());
    }

    static Result<Mask> maskOf(const QList<double>& values, QSize size, const QString& place) {
        const QRect bounds(QPoint(0, 0), size);
        if (values.size() == 4) {
            const double w = values[2] * size.width(), h = values[3] * size.height();
            const double x = values[0] * size.width() - w / 2, y = values[1] * size.height() - h / 2;
            const QPoint from(int(std::lround(x)), int(std::lround(y)));
            const QPoint to(int(std::lround(x + w)), int(std::lround(y + h)));
            return Mask::fromRect(QRect(from, QSize(to.x() - from.x(), to.y() - from.y()))).clipped(bounds);
        }
        QPolygon ring;
        for (qsizetype i = 0; i < values.size(); i += 2)
            ring << QPoint(int(float(values[i]) * float(size.width())),
                           int(float(values[i + 1]) * float(size.height())));
        if (fillPolyCost(ring) > kMaxFillCost)
            return tl::unexpected(broken(place, "is far too complicated to be an outline").error());
        return maskOfFillPoly(ring, bounds);
    }

    static Status broken(const QString& place, const char* why) {
        return fail(ErrorCode::CorruptFile, QStringLiteral("%1 %2.").arg(place, QLatin1String(why)));
    }

    QString m_file, m_folder;
    DatasetBuilder m_builder;
    QMap<int, QString> m_names;
    bool m_hasKeyPoints = false;
};

} // namespace

Result<ImportedDataset> importYolo(const QString& file) {
    return YoloReader(file).read();
}

bool looksLikeYolo(const QString& file, const QByteArray& start) {
    const bool yaml = file.endsWith(QStringLiteral(".yaml"), Qt::CaseInsensitive) ||
                      file.endsWith(QStringLiteral(".yml"), Qt::CaseInsensitive);
    return yaml && start.contains("names:");
}

} // namespace core
