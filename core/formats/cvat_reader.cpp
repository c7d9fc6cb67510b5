// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_segmentation.h"
#include "core/formats/cvat.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/xml_text.h"
#include "core/mask/rle.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

using nlohmann::json;

constexpr double kMaxCoordinate = 1e6;

class CvatReader {
public:
    explicit CvatReader(const QString& file)
        : m_file(file),
          m_builder(QFileInfo(file).absolutePath(),
                    {QStringLiteral("."), QStringLiteral("images"), QStringLiteral("../images")}) {}

    Result<ImportedDataset> read() {
        RETURN_IF_ERROR(m_file.open());
        const bool ours = m_file.nextChild() && m_file.xml().name() == QStringLiteral("annotations");
        RETURN_IF_ERROR(m_file.status());
        if (!ours)
            return m_file.broken(
                QStringLiteral("it is not of CVAT: the first element is not \"annotations\""));
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            if (name == QStringLiteral("image")) {
                RETURN_IF_ERROR(readImage());
            } else if (name == QStringLiteral("meta")) {
                RETURN_IF_ERROR(readMeta(0));
            } else {
                passOver(name, name == QStringLiteral("version"));
            }
        }
        RETURN_IF_ERROR(m_file.status());
        return m_builder.take();
    }

private:
    void passOver(const QString& name, bool harmless = false) {
        if (!harmless)
            m_builder.notUsed(QStringLiteral("elements \"%1\"").arg(name.left(40)));
        m_file.xml().skipCurrentElement();
    }

    /// task or job, labels, label: whatever they stand in.
    Status readMeta(int depth) {
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            if (name == QStringLiteral("label"))
                readLabel();
            else if (depth < 3 && (name == QStringLiteral("task") || name == QStringLiteral("job") ||
                                   name == QStringLiteral("project") || name == QStringLiteral("labels"))) {
                RETURN_IF_ERROR(readMeta(depth + 1));
            } else {
                passOver(name);
            }
        }
        return m_file.status();
    }

    void readLabel() {
        QString label;
        json attributes = json::array();
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            if (name == QStringLiteral("name"))
                label = m_file.text();
            else if (name == QStringLiteral("attributes"))
                while (m_file.nextChild())
                    attributes.push_back(readDefinition());
            else
                m_file.xml().skipCurrentElement();
        }
        m_builder.define(m_builder.label(label), attributes);
    }

    json readDefinition() {
        json definition = {{"type", "text"}, {"choices", json::array()}};
        while (m_file.nextChild()) {
            const QString name = m_file.xml().name().toString();
            const QString text = m_file.text();
            if (name == QStringLiteral("name"))
                definition["name"] = text.toStdString();
            else if (name == QStringLiteral("input_type"))
                definition["type"] = text == QStringLiteral("checkbox") ? "bool"
                                     : text == QStringLiteral("number") ? "number"
                                     : text == QStringLiteral("text")   ? "text"
                                                                        : "choice";
            else if (name == QStringLiteral("values"))
                for (const QString& choice : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                    definition["choices"].push_back(choice.toStdString());
        }
        if (definition["type"] != "choice")
            definition.erase("choices");
        return definition;
    }

    /// Whole numbers of an element's attributes; -1 if it is none or too large.
    int whole(const char* name) {
        bool isNumber = false;
        const double value = m_file.xml().attributes().value(QLatin1String(name)).toDouble(&isNumber);
        return isNumber && value >= 0 && value <= kMaxCoordinate ? int(value) : -1;
    }
    QString textOf(const char* name) {
        return m_file.xml().attributes().value(QLatin1String(name)).toString();
    }

    /// Counts an element's attributes besides the `used` as left out; empty ones say nothing.
    void noteOthers(std::initializer_list<QLatin1String> used) {
        for (const QXmlStreamAttribute& attribute : m_file.xml().attributes()) {
            if (std::find(used.begin(), used.end(), attribute.name()) == used.end() &&
                !attribute.value().isEmpty())
                m_builder.notUsed(QStringLiteral("values of \"%1\"").arg(attribute.name().left(40)));
        }
    }

    Status readImage() {
        noteOthers(
            {QLatin1String("id"), QLatin1String("name"), QLatin1String("width"), QLatin1String("height")});
        const QSize size(whole("width"), whole("height"));
        ASSIGN_OR_RETURN(m_image, m_builder.addImage(textOf("name"), size));
        while (m_file.nextChild()) {
            const QString kind = m_file.xml().name().toString();
            if (!m_image.isValid())
                m_file.xml().skipCurrentElement();
            else if (kind == QStringLiteral("tag"))
                readTag();
            else if (kind == QStringLiteral("mask") || kind == QStringLiteral("polygon") ||
                     (kind == QStringLiteral("box") && textOf("rotation").toDouble() == 0)) {
                RETURN_IF_ERROR(readShape(kind));
            } else {
                passOver(kind);
            }
        }
        return m_file.status();
    }

    void readTag() {
        m_builder.image(m_image).tags << textOf("label").simplified();
        m_file.xml().skipCurrentElement();
    }

    Status readShape(const QString& kind) {
        noteOthers({QLatin1String("label"), QLatin1String("source"), QLatin1String("occluded"),
                    QLatin1String("rle"), QLatin1String("left"), QLatin1String("top"), QLatin1String("width"),
                    QLatin1String("height"), QLatin1String("z_order"), QLatin1String("group_id"),
                    QLatin1String("points"), QLatin1String("xtl"), QLatin1String("ytl"), QLatin1String("xbr"),
                    QLatin1String("ybr"), QLatin1String("rotation")});
        Annotation annotation;
        annotation.image = m_image;
        annotation.fields.label = m_builder.label(textOf("label"));
        const double z = textOf("z_order").toDouble();
        annotation.fields.z = std::isnan(z) ? 0 : int(std::clamp(z, -1e6, 1e6));
        annotation.fields.group = {std::max<qint64>(0, textOf("group_id").toLongLong())};
        const bool occluded = textOf("occluded") == QStringLiteral("1");
        const qint64 bytes = textOf("rle").size() + textOf("points").size();
        ASSIGN_OR_RETURN(annotation.mask, maskOf(kind));
        json values = json::object();
        while (m_file.nextChild()) {
            const std::string name = textOf("name").toStdString();
            const QString text = m_file.text();
            if (!name.empty())
                values[name] = text == QStringLiteral("true")    ? json(true)
                               : text == QStringLiteral("false") ? json(false)
                                                                 : json(text.toStdString());
        }
        RETURN_IF_ERROR(m_file.status());
        if (occluded)
            values["occluded"] = true;
        annotation.fields.attributes = m_builder.attributes(annotation.fields.label, values);
        return m_builder.add(std::move(annotation), bytes);
    }

    Result<Mask> maskOf(const QString& kind) {
        if (kind == QStringLiteral("mask"))
            return maskOfRuns();
        json ring = json::array();
        const auto add = [&ring](const QString& number) {
            bool isNumber = false;
            const double value = number.trimmed().toDouble(&isNumber);
            // Anything else is no number in the list, and the list is refused.
            ring.push_back(isNumber && std::abs(value) <= kMaxCoordinate ? json(value) : json());
        };
        if (kind == QStringLiteral("box")) {
            for (const char* name : {"xtl", "ytl", "xbr", "ytl", "xbr", "ybr", "xtl", "ybr"})
                add(textOf(name));
        }
        for (const QString& point : textOf("points").split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            for (const QString& number : point.split(QLatin1Char(',')))
                add(number);
        }
        Result<Mask> mask = maskOfCocoSegmentation(json::array({ring}), m_builder.image(m_image).size);
        if (!mask)
            return m_file.broken(QString::fromStdString(mask.error().message));
        return mask;
    }

    Result<Mask> maskOfRuns() {
        const QRect box(whole("left"), whole("top"), whole("width"), whole("height"));
        if (box.left() < 0 || box.top() < 0 || box.width() < 1 || box.height() < 1)
            return m_file.broken(QStringLiteral("a mask has no box"));
        const qint64 end = qint64(box.width()) * box.height();
        std::vector<Mask::Span> spans;
        qint64 at = 0;
        bool inside = false;
        const QString runs = textOf("rle");
        for (const QStringView run : QStringView(runs).tokenize(QLatin1Char(','))) {
            bool isNumber = false;
            const qint64 length = run.trimmed().toLongLong(&isNumber);
            if (!isNumber || length < 0 || length > end - at || qint64(spans.size()) > kMaxRleSpans)
                return m_file.broken(QStringLiteral("a mask's run lengths don't fill its box"));
            for (const qint64 stop = at + length; at < stop;) {
                const int row = int(at / box.width()), x = int(at % box.width());
                const qint64 next = std::min(stop, (row + qint64(1)) * box.width());
                if (inside)
                    spans.push_back({box.top() + row, box.left() + x, box.left() + x + int(next - at)});
                at = inside ? next : stop;
            }
            inside = !inside;
        }
        if (at != end)
            return m_file.broken(QStringLiteral("a mask's run lengths don't fill its box"));
        return Mask::fromSpans(std::move(spans));
    }

    XmlFile m_file;
    DatasetBuilder m_builder;
    ImageId m_image;
};

} // namespace

Result<ImportedDataset> importCvat(const QString& file) {
    return CvatReader(file).read();
}

bool looksLikeCvat(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".xml"), Qt::CaseInsensitive) && start.contains("<annotations>");
}

} // namespace core
