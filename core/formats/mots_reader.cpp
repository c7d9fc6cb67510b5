// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/mots.h"
#include "core/mask/rle.h"

#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <memory>
#include <set>

namespace core {
namespace {

constexpr qint64 kMaxBytes = 512 << 20;
constexpr int kMostClips = 100'000;
constexpr int kIgnored = 10;
constexpr qint64 kMostFrames = 10'000'000;
constexpr int kDigits = 6;

class MotsReader {
public:
    explicit MotsReader(const QString& path) : m_path(path) {}

    Result<ImportedDataset> read() {
        const QFileInfo info(m_path);
        const QDir lists = info.isDir() ? QDir(info.absoluteFilePath() + QStringLiteral("/instances_txt"))
                                        : info.absoluteDir();
        const QStringList names = info.isDir()
                                      ? lists.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)
                                      : QStringList(info.fileName());
        if (names.isEmpty() || names.size() > kMostClips)
            return fail(ErrorCode::NotFound, QStringLiteral("There are no lists of MOTS in %1.")
                                                 .arg(QDir::toNativeSeparators(lists.path())));
        m_root = QDir::cleanPath(lists.absoluteFilePath(QStringLiteral("..")));
        m_builder = std::make_unique<DatasetBuilder>(m_root);
        RETURN_IF_ERROR(readClasses());
        for (const QString& name : names)
            RETURN_IF_ERROR(readClip(lists.filePath(name)));
        return m_builder->take();
    }

private:
    Status readClasses() {
        const QString file = QDir(m_root).filePath(QStringLiteral("classes.txt"));
        if (!QFileInfo::exists(file))
            return {};
        ASSIGN_OR_RETURN(const QByteArray bytes, bytesOf(file, 1 << 20));
        for (const QByteArray& line : bytes.split('\n')) {
            const QString text = QString::fromUtf8(line).simplified();
            m_names[text.section(QLatin1Char(' '), 0, 0).toInt()] = text.section(QLatin1Char(' '), 1);
        }
        return {};
    }

    LabelId labelOf(int kind) {
        const QString known = m_names.count(kind) > 0 ? m_names[kind] : QString();
        const LabelId label =
            m_builder->label(known.isEmpty() ? QStringLiteral("class %1").arg(kind) : known);
        m_builder->keepId(label, kind);
        return label;
    }

    Status readClip(const QString& file) {
        ASSIGN_OR_RETURN(const QByteArray bytes, bytesOf(file, kMaxBytes));
        m_frames.clear();
        m_seen.clear();
        m_pictures.clear();
        m_clip = QFileInfo(file).completeBaseName();
        addPictures();
        int number = 0;
        for (const QByteArray& line : bytes.split('\n')) {
            ++number;
            if (line.trimmed().isEmpty())
                continue;
            if (const Status taken = takeLine(line.trimmed()); !taken)
                return taken.error().code == ErrorCode::Cancelled
                           ? taken
                           : unreadable(file, QStringLiteral("line %1: %2")
                                                  .arg(number)
                                                  .arg(QString::fromStdString(taken.error().message)));
        }
        for (const auto& [frame, name] : m_pictures) {
            if (m_frames.count(frame) == 0)
                RETURN_IF_ERROR(imageOf(frame, {}));
        }
        return {};
    }

    /// Frames without an instance are known by their pictures alone.
    void addPictures() {
        const QDir pictures(m_root + QStringLiteral("/images/") + m_clip);
        for (const QString& name : pictures.entryList(QDir::Files, QDir::Name)) {
            bool isNumber = false;
            const qint64 frame = QFileInfo(name).completeBaseName().toLongLong(&isNumber);
            if (isNumber && frame >= 0)
                m_pictures[frame] = name;
        }
    }

    Result<ImageId> imageOf(qint64 frame, QSize size) {
        if (const auto known = m_frames.find(frame); known != m_frames.end())
            return known->second;
        const auto picture = m_pictures.find(frame);
        const QString name = picture == m_pictures.end() ? frameName(frame, kDigits) + QStringLiteral(".png")
                                                         : picture->second;
        ASSIGN_OR_RETURN(const ImageId image,
                         m_builder->addImage(QStringLiteral("images/%1/%2").arg(m_clip, name), size));
        m_frames[frame] = image;
        return image;
    }

    static tl::unexpected<Error> wrong(const char* why) {
        return fail(ErrorCode::CorruptFile, QString::fromLatin1(why));
    }

    Status takeLine(const QByteArray& line) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        if (parts.size() != 6)
            return wrong("it has not six parts: frame, id, class, height, width, mask");
        std::array<qint64, 5> numbers{};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            bool isNumber = false;
            numbers.at(i) = parts[qsizetype(i)].toLongLong(&isNumber);
            if (!isNumber || numbers.at(i) < 0 || numbers.at(i) > kMostFrames)
                return wrong("a number that can't be true");
        }
        const auto [frame, id, kind, height, width] = numbers;
        if (!m_seen.insert({frame, id}).second)
            return wrong("the frame has this id twice");
        const QSize size{int(width), int(height)};
        if (size.isEmpty() || !fitsRunLengths(size))
            return wrong("a size that no picture can have");
        ASSIGN_OR_RETURN(const ImageId image, imageOf(frame, size));
        if (m_builder->image(image).size != size)
            return wrong("a size that is not that of its picture");
        ASSIGN_OR_RETURN(Mask mask, maskFromRleString(parts[5], size));
        Annotation annotation;
        annotation.image = image;
        annotation.fields.crowd = kind == kIgnored;
        annotation.fields.label = labelOf(int(kind));
        annotation.fields.attributes = m_builder->attributes(annotation.fields.label, trackValue(id));
        annotation.mask = std::move(mask);
        return m_builder->add(std::move(annotation), parts[5].size());
    }

    QString m_path, m_root, m_clip;
    std::unique_ptr<DatasetBuilder> m_builder;
    std::map<int, QString> m_names;
    std::map<qint64, ImageId> m_frames;
    std::map<qint64, QString> m_pictures;
    std::set<std::pair<qint64, qint64>> m_seen;
};

} // namespace

Result<ImportedDataset> importMots(const QString& path) {
    return MotsReader(path).read();
}

bool looksLikeMots(const QString& file, const QByteArray& start) {
    if (!file.endsWith(QStringLiteral(".txt"), Qt::CaseInsensitive) ||
        QFileInfo(file).dir().dirName() != QStringLiteral("instances_txt"))
        return false;
    return start.isEmpty() || start.left(start.indexOf('\n')).simplified().count(' ') == 5;
}

} // namespace core
