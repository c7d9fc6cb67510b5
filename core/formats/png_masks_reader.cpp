// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_builder.h"
#include "core/formats/dataset_paths.h"
#include "core/formats/json_fields.h"
#include "core/formats/mask_png.h"
#include "core/formats/png_masks.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMap>
#include <QSet>

#include <nlohmann/json.hpp>

namespace core {
namespace {

using nlohmann::json;

constexpr qint64 kMaxBytes = 256 << 20;
constexpr int kMostLayers = 10'000;

int wholeIn(const json& object, const char* key, int most) {
    const auto found = object.find(key);
    const double value = found != object.end() && found->is_number() ? found->get<double>() : 0;
    return value >= 0 && value <= most ? int(value) : 0;
}

QStringList filesBelow(const QString& folder, const QString& pattern) {
    QStringList files;
    QDirIterator entries(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << entries.next();
    files.sort();
    return files;
}

class PngMasksReader {
public:
    explicit PngMasksReader(const QString& file)
        : m_file(file), m_folder(QFileInfo(file).absolutePath()),
          m_builder(m_folder, {QStringLiteral("images")}) {}

    Result<ImportedDataset> read() {
        RETURN_IF_ERROR(readNames());
        QSet<QString> stems;
        const QDir lists(m_folder + QStringLiteral("/instances"));
        for (const QString& path : filesBelow(lists.path(), QStringLiteral("*.json"))) {
            const QString stem = lists.relativeFilePath(path).chopped(5);
            stems.insert(stem);
            RETURN_IF_ERROR(readInstances(path, stem));
        }
        const QDir classes(m_folder + QStringLiteral("/classes"));
        for (const QString& path : filesBelow(classes.path(), QStringLiteral("*.png"))) {
            const QString stem = classes.relativeFilePath(path).chopped(4);
            if (!stems.contains(stem))
                RETURN_IF_ERROR(readClasses(path, stem));
        }
        return m_builder.take();
    }

private:
    Status readNames() {
        ASSIGN_OR_RETURN(const json root, jsonOf(m_file, kMaxBytes));
        const auto list = root.is_object() ? root.find("classes") : root.end();
        if (!root.is_object() || list == root.end() || !list->is_array())
            return unreadable(m_file, QStringLiteral("it has no list of classes"));
        noteOthers(m_builder.warnings(), root, {"classes"});
        for (const json& entry : *list) {
            const int id = entry.is_object() ? wholeIn(entry, "id", 65'535) : 0;
            const auto name = id > 0 ? entry.find("name") : entry.end();
            if (id == 0 || name == entry.end() || !name->is_string() || m_names.contains(id))
                return unreadable(m_file,
                                  QStringLiteral("a class has no name or a number that is impossible or "
                                                 "taken"));
            m_names.insert(id, m_builder.label(QString::fromStdString(name->get<std::string>())));
            m_builder.keepId(m_names[id], id);
            noteOthers(m_builder.warnings(), entry, {"id", "name"});
        }
        return {};
    }

    Result<ImageId> addImage(const QString& stem, const QString& given, QSize size) {
        return m_builder.addImage(given.isEmpty() ? stem + QStringLiteral(".png") : given, size);
    }

    Status readInstances(const QString& path, const QString& stem) {
        ASSIGN_OR_RETURN(const json root, jsonOf(path, kMaxBytes));
        const auto list = root.is_object() ? root.find("instances") : root.end();
        if (!root.is_object() || list == root.end() || !list->is_array())
            return unreadable(path, QStringLiteral("it has no list of instances"));
        noteOthers(m_builder.warnings(), root, {"image", "instances"});
        const auto name = root.find("image");
        const QString given = name != root.end() && name->is_string()
                                  ? QString::fromStdString(name->get<std::string>())
                                  : QString();
        ASSIGN_OR_RETURN(Layer first, layerOf(stem, 1));
        ASSIGN_OR_RETURN(const ImageId image, addImage(stem, given, first.size));
        if (!image.isValid())
            return {};
        QMap<int, Layer> layers{{1, std::move(first)}};
        for (const json& entry : *list)
            RETURN_IF_ERROR(readInstance(entry, image, stem, layers, path));
        return {};
    }

    struct Layer {
        QSize size;
        QMap<int, Mask> masks;
    };
    Result<Layer> layerOf(const QString& stem, int number) const {
        const QString folder =
            number == 1 ? QStringLiteral("/instances/") : QStringLiteral("/instances.%1/").arg(number);
        const QString path = m_folder + folder + stem + QStringLiteral(".png");
        ASSIGN_OR_RETURN(const QImage image, numberImage(path));
        const auto masks = masksOfNumbers(image);
        if (!masks)
            return unreadable(path, QStringLiteral("it has more runs of pixels than any real one"));
        Layer layer{image.size(), {}};
        for (const auto& [id, mask] : *masks)
            layer.masks.insert(id, mask);
        return layer;
    }

    Status readInstance(const json& entry, ImageId image, const QString& stem, QMap<int, Layer>& layers,
                        const QString& path) {
        const int id = entry.is_object() ? wholeIn(entry, "id", 65'535) : 0;
        const int number = id > 0 ? std::max(1, wholeIn(entry, "layer", kMostLayers)) : 0;
        const LabelId label = id > 0 ? m_names.value(wholeIn(entry, "class", 65'535)) : LabelId();
        if (!label.isValid())
            return unreadable(path, QStringLiteral("an instance has no number or no class of classes.json"));
        if (!layers.contains(number)) {
            ASSIGN_OR_RETURN(const Layer layer, layerOf(stem, number));
            if (layer.size != layers.first().size)
                return unreadable(path,
                                  QStringLiteral("layer %1 has another size than the first").arg(number));
            layers.insert(number, layer);
        }
        noteOthers(m_builder.warnings(), entry, {"id", "layer", "class", "area", "score", "iscrowd"});
        Annotation annotation;
        annotation.image = image;
        annotation.fields.label = label;
        annotation.fields.crowd = wholeIn(entry, "iscrowd", 1) != 0;
        // Taken out: a second entry of the same number gets no pixels.
        annotation.mask = layers[number].masks.take(id);
        if (const auto score = entry.find("score"); score != entry.end() && score->is_number()) {
            annotation.score = float(std::clamp(score->get<double>(), 0.0, 1.0));
            annotation.fields.state = State::Auto;
        }
        return m_builder.add(std::move(annotation));
    }

    Status readClasses(const QString& path, const QString& stem) {
        ASSIGN_OR_RETURN(const QImage image, numberImage(path));
        ASSIGN_OR_RETURN(const ImageId id, addImage(stem, {}, image.size()));
        if (!id.isValid())
            return {};
        auto masks = masksOfNumbers(image);
        if (!masks)
            return unreadable(path, QStringLiteral("it has more runs of pixels than any real one"));
        for (auto& [number, mask] : *masks) {
            Annotation annotation;
            annotation.image = id;
            annotation.fields.label = m_names.contains(number)
                                          ? m_names[number]
                                          : m_builder.label(QStringLiteral("class %1").arg(number));
            annotation.mask = std::move(mask);
            RETURN_IF_ERROR(m_builder.add(std::move(annotation), QFileInfo(path).size()));
        }
        return {};
    }

    QString m_file, m_folder;
    DatasetBuilder m_builder;
    QMap<int, LabelId> m_names;
};

} // namespace

Result<ImportedDataset> importPngMasks(const QString& file) {
    return PngMasksReader(file).read();
}

bool looksLikePngMasks(const QString& file, const QByteArray& start) {
    return QFileInfo(file).fileName() == QStringLiteral("classes.json") && start.contains("\"classes\"");
}

} // namespace core
