// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_builder.h"
#include "core/formats/mask_png.h"
#include "core/formats/voc.h"
#include "core/formats/xml_text.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <cmath>

namespace core {
namespace {

constexpr double kMaxCoordinate = 1e6;

struct VocObject {
    QString name;
    double xMin = NAN, yMin = NAN, xMax = NAN, yMax = NAN;
    nlohmann::json attributes = nlohmann::json::object();
};

struct VocImage {
    QString stem; ///< of the XML below its folder
    QString filename;
    QSize size;
    std::vector<VocObject> objects;
};

/// One XML file.
class VocFile {
public:
    VocFile(const QString& path, DatasetBuilder& builder) : m_file(path), m_builder(builder) {}

    /// False if the document is of another kind.
    Result<bool> read(VocImage& image) {
        RETURN_IF_ERROR(m_file.open());
        const bool ours = m_file.nextChild() && m_file.xml().name() == QStringLiteral("annotation");
        RETURN_IF_ERROR(m_file.status());
        if (!ours)
            return false;
        for (const QXmlStreamAttribute& attribute : m_file.xml().attributes())
            m_builder.notUsed(QStringLiteral("values of \"%1\"").arg(attribute.name().left(40)));
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            if (name == QStringLiteral("filename"))
                image.filename = m_file.text();
            else if (name == QStringLiteral("size"))
                readSize(image);
            else if (name == QStringLiteral("source"))
                readSource();
            else if (name == QStringLiteral("object")) {
                RETURN_IF_ERROR(readObject(image));
            } else {
                passOver(name,
                         {QStringLiteral("folder"), QStringLiteral("path"), QStringLiteral("segmented")});
            }
        }
        RETURN_IF_ERROR(m_file.status());
        return true;
    }

private:
    void passOver(const QString& name, const QStringList& harmless) {
        if (!harmless.contains(name))
            m_builder.notUsed(QStringLiteral("elements \"%1\"").arg(name.left(40)));
        m_file.xml().skipCurrentElement();
    }

    /// Where a picture comes from has no place; of our exports it says nothing.
    void readSource() {
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            if (const QString text = m_file.text(); !text.isEmpty() && text != QStringLiteral("Maskwright"))
                m_builder.notUsed(QStringLiteral("elements \"source/%1\"").arg(name.left(40)));
        }
    }

    void readSize(VocImage& image) {
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            const double side = m_file.text().toDouble();
            const int whole = side >= 1 && side <= kMaxCoordinate ? int(side) : 0;
            if (name == QStringLiteral("width"))
                image.size.setWidth(whole);
            else if (name == QStringLiteral("height"))
                image.size.setHeight(whole);
        }
    }

    Status readObject(VocImage& image) {
        VocObject object;
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            if (name == QStringLiteral("name"))
                object.name = m_file.text();
            else if (name == QStringLiteral("bndbox"))
                readBox(object);
            else if (name == QStringLiteral("truncated") || name == QStringLiteral("difficult") ||
                     name == QStringLiteral("occluded"))
                readFlag(object, name);
            else if (name == QStringLiteral("pose"))
                readPose(object);
            else
                passOver(name, {});
        }
        RETURN_IF_ERROR(m_file.status());
        for (const double value : {object.xMin, object.yMin, object.xMax, object.yMax}) {
            if (!(std::abs(value) <= kMaxCoordinate))
                return m_file.broken(QStringLiteral("an object has no box of four numbers"));
        }
        image.objects.push_back(std::move(object));
        return {};
    }

    void readBox(VocObject& object) {
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            const double value = m_file.text().toDouble();
            if (name == QStringLiteral("xmin"))
                object.xMin = value;
            else if (name == QStringLiteral("ymin"))
                object.yMin = value;
            else if (name == QStringLiteral("xmax"))
                object.xMax = value;
            else if (name == QStringLiteral("ymax"))
                object.yMax = value;
        }
    }

    /// What is not so needs no attribute: almost all are not.
    void readFlag(VocObject& object, const QString& name) {
        const QString text = m_file.text();
        if (text == QStringLiteral("1"))
            object.attributes[name.toStdString()] = true;
    }

    void readPose(VocObject& object) {
        const QString pose = m_file.text();
        if (!pose.isEmpty() && pose != QStringLiteral("Unspecified"))
            object.attributes["pose"] = pose.toStdString();
    }

    XmlFile m_file;
    DatasetBuilder& m_builder;
};

class VocReader {
public:
    explicit VocReader(const QString& file)
        : m_file(file), m_folder(rootOf(file)),
          m_builder(m_folder, {QStringLiteral("JPEGImages"), QStringLiteral("images"),
                               QStringLiteral("Annotations"), QStringLiteral(".")}) {}

    Result<ImportedDataset> read() {
        const QDir annotations(annotationsFolder());
        QStringList files;
        QDirIterator entries(annotations.path(), {QStringLiteral("*.xml")}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext())
            files << entries.next();
        files.sort();
        std::vector<VocImage> images;
        for (const QString& path : files) {
            VocImage image;
            image.stem = annotations.relativeFilePath(path).chopped(4);
            ASSIGN_OR_RETURN(const bool ours, VocFile(path, m_builder).read(image));
            if (!ours)
                m_builder.warnings().add(QStringLiteral("%1 other XML files were passed over."), image.stem);
            for (const VocObject& object : image.objects)
                m_first = std::min({m_first, object.xMin, object.yMin});
            if (ours)
                images.push_back(std::move(image));
        }
        if (images.empty())
            return unreadable(m_file, QStringLiteral("it is not of Pascal VOC"));
        for (const VocImage& image : images)
            RETURN_IF_ERROR(take(image));
        return m_builder.take();
    }

private:
    static bool isAnnotations(const QString& folder) {
        return QDir(folder).dirName() == QStringLiteral("Annotations");
    }
    /// The folder of Annotations, or of the files themselves where there is none.
    static QString rootOf(const QString& file) {
        const QFileInfo given(file);
        QString folder = given.isDir() ? given.absoluteFilePath() : given.absolutePath();
        if (isAnnotations(folder))
            return QFileInfo(folder).path();
        const qsizetype above = given.isDir() ? -1 : folder.lastIndexOf(QStringLiteral("/Annotations/"));
        if (above >= 0)
            return folder.left(above);
        return folder;
    }
    QString annotationsFolder() const {
        const QString inside = m_folder + QStringLiteral("/Annotations");
        return QFileInfo(inside).isDir() ? inside : m_folder;
    }

    Status take(const VocImage& image) {
        const QString folder = image.stem.section(QLatin1Char('/'), 0, -2);
        const QString given = image.filename.isEmpty() ? image.stem + QStringLiteral(".jpg") : image.filename;
        const bool below = folder.isEmpty() || given.startsWith(folder + QLatin1Char('/'));
        ASSIGN_OR_RETURN(const ImageId id,
                         m_builder.addImage(below ? given : folder + QLatin1Char('/') + given, image.size));
        if (!id.isValid())
            return {};
        QHash<int, Mask> masks;
        const QString map =
            m_folder + QStringLiteral("/SegmentationObject/") + image.stem + QStringLiteral(".png");
        const bool hasMap = QFileInfo::exists(map);
        if (hasMap) {
            ASSIGN_OR_RETURN(const QImage numbers, numberImage(map));
            if (!m_builder.image(id).size.isEmpty() && numbers.size() != m_builder.image(id).size)
                return unreadable(map, QStringLiteral("it has another size than its image"));
            const auto found = masksOfNumbers(numbers);
            if (!found)
                return unreadable(map, QStringLiteral("it has more runs of pixels than any real one"));
            for (const auto& [number, mask] : *found)
                masks.insert(number, mask);
        }
        int number = 0;
        for (const VocObject& object : image.objects) {
            Annotation annotation;
            annotation.image = id;
            annotation.fields.label = m_builder.label(object.name);
            annotation.fields.attributes = m_builder.attributes(annotation.fields.label, object.attributes);
            annotation.mask = hasMap ? masks.take(++number) : boxMask(object);
            RETURN_IF_ERROR(m_builder.add(std::move(annotation)));
        }
        return {};
    }

    /// Inclusive edges that count from 1, or from 0 if any of the data set's is 0.
    Mask boxMask(const VocObject& object) const {
        const int first = m_first < 1 ? 0 : 1;
        const QPoint from(int(std::lround(object.xMin)) - first, int(std::lround(object.yMin)) - first);
        const QPoint to(int(std::lround(object.xMax)) - first, int(std::lround(object.yMax)) - first);
        return to.x() < from.x() || to.y() < from.y() ? Mask() : Mask::fromRect(QRect(from, to));
    }

    QString m_file, m_folder;
    DatasetBuilder m_builder;
    double m_first = 1;
};

} // namespace

Result<ImportedDataset> importVoc(const QString& file) {
    return VocReader(file).read();
}

bool looksLikeVoc(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".xml"), Qt::CaseInsensitive) && start.contains("<annotation") &&
           !start.contains("<annotations");
}

} // namespace core
