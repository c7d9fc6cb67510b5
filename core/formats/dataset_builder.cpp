// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_builder.h"

#include "core/formats/dataset_paths.h"
#include "core/formats/import_watch.h"
#include "core/formats/json_text.h"
#include "core/mask/rle.h"
#include "core/media/image_loader.h"
#include "core/project/image_tags.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace core {
namespace {

constexpr qint64 kMaxSpans = 256'000'000; // 12 bytes each
constexpr qint64 kLeastBytes = 1000;      // a box of four numbers may have thousands of rows
constexpr int kMaxDepth = 32;

} // namespace

QColor colorOfLabel(qsizetype index) {
    return QColor::fromHsv(int(index * 137.508) % 360, 200, 230);
}

DatasetBuilder::DatasetBuilder(QString folder, QStringList places)
    : m_folder(std::move(folder)), m_places(std::move(places)) {}

Result<ImageId> DatasetBuilder::addImage(const QString& name, QSize size) {
    RETURN_IF_ERROR(ImportWatch::goesOn(qint64(m_result.annotations.size())));
    bool escaped = false;
    const QString safe = safeRelativeName(name, escaped);
    if (safe.isEmpty()) {
        m_warnings.add(QStringLiteral("%1 images have no usable file name and were left out."), name);
        return ImageId{};
    }
    if (escaped)
        m_warnings.add(
            QStringLiteral("%1 file names lead out of the data set's folder; only their last part is "
                           "used."),
            name);
    if (m_names.contains(safe))
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("The data set can't be imported: it holds the image %1 twice.").arg(safe));
    if (!fitsRunLengths(size))
        m_warnings.add(QStringLiteral("%1 images claim a size that none can have."), name);
    ImageInfo info;
    info.id = ImageId{m_result.images.size() + 1};
    info.path = safe;
    info.size = fitsRunLengths(size) ? size : QSize();
    for (const QString& place : m_places) {
        const QString path = QDir::cleanPath(m_folder + QLatin1Char('/') + place + QLatin1Char('/') + safe);
        if (QFileInfo(path).isFile()) {
            info.path = path;
            break;
        }
    }
    if (info.size.isEmpty())
        info.size = imageFileSize(info.path).value_or(QSize());
    m_names.insert(safe, info.id);
    m_result.images << info;
    return info.id;
}

LabelId DatasetBuilder::label(const QString& name) {
    const QString simple = name.simplified().isEmpty() ? QStringLiteral("unnamed") : name.simplified();
    LabelId& id = m_labels[simple];
    if (!id.isValid()) {
        Label label;
        id = label.id = LabelId{m_result.labels.size() + 1};
        label.name = simple;
        label.order = int(m_result.labels.size());
        label.color = colorOfLabel(m_result.labels.size());
        m_result.labels << label;
    }
    return id;
}

void DatasetBuilder::define(LabelId label, const nlohmann::json& definitions) {
    m_attributes.define(label.value, definitions);
}

AttributeValues DatasetBuilder::attributes(LabelId label, const nlohmann::json& values) {
    return m_attributes.values(label.value, values, m_warnings);
}

Status DatasetBuilder::add(Annotation annotation, qint64 bytes) {
    RETURN_IF_ERROR(ImportWatch::goesOn(qint64(m_result.annotations.size())));
    const ImageInfo& info = image(annotation.image);
    const QSize size = info.size.isEmpty() ? QSize(kMaxRleSide, kMaxRleSide) : info.size;
    annotation.mask = annotation.mask.clipped(QRect(QPoint(0, 0), size));
    if (annotation.mask.isEmpty()) {
        m_warnings.add(QStringLiteral("%1 shapes have no pixel inside their image and were left out."),
                       info.path);
        return {};
    }
    m_spansLeft = std::min(kMaxSpans, m_spansLeft + 20 * std::max(bytes, kLeastBytes)) -
                  qint64(annotation.mask.spans().size());
    if (m_spansLeft < 0)
        return fail(
            ErrorCode::CorruptFile,
            QStringLiteral("The data set can't be imported: the masks up to those of %1 unpack to more "
                           "memory than any real ones; split it if they are real.")
                .arg(info.path));
    annotation.id = AnnotationId{qint64(m_result.annotations.size()) + 1};
    annotation.origin = Origin::Import;
    m_result.annotations.push_back(std::move(annotation));
    return {};
}

void DatasetBuilder::notUsed(const QString& what) {
    m_warnings.add(QStringLiteral("%1 ") + what +
                   QStringLiteral(" were left out: there is no place for them."));
}

void DatasetBuilder::renumberLabels() {
    QSet<qint64> ids;
    for (const qint64 id : std::as_const(m_fileIds))
        ids.insert(id);
    const bool usable = m_fileIds.size() == m_result.labels.size() && ids.size() == m_fileIds.size() &&
                        std::all_of(ids.begin(), ids.end(), [](qint64 id) { return id > 0; });
    if (!usable)
        return;
    for (Label& label : m_result.labels)
        label.id = {m_fileIds.value(label.id)};
    for (Annotation& annotation : m_result.annotations)
        annotation.fields.label = {m_fileIds.value(annotation.fields.label)};
}

ImportedDataset DatasetBuilder::take() {
    for (Label& label : m_result.labels)
        label.attributes = m_attributes.definitions(label.id.value);
    for (ImageInfo& info : m_result.images)
        info.tags = imageTags(info.tags.mid(0, kMostTags));
    renumberLabels();
    m_result.warnings = m_warnings.sentences();
    return std::move(m_result);
}

tl::unexpected<Error> unreadable(const QString& path, const QString& why) {
    const QString clause = why.endsWith(QLatin1Char('.')) ? why.chopped(1) : why;
    return fail(ErrorCode::CorruptFile,
                QStringLiteral("%1 can't be read: %2.").arg(QFileInfo(path).fileName(), clause));
}

Result<QByteArray> bytesOf(const QString& path, qint64 limit) {
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no file %1.").arg(name));
    if (file.size() > limit)
        return unreadable(path, QStringLiteral("it is larger than %1 MB").arg(limit >> 20));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, QStringLiteral("%1 can't be read: %2.").arg(name, file.errorString()));
    return file.read(std::min(limit, file.size())); // it would take all of `limit` as memory first
}

Result<nlohmann::json> jsonOf(const QString& path, qint64 limit) {
    ASSIGN_OR_RETURN(QByteArray bytes, bytesOf(path, limit));
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    if (nestsDeeperThan(bytes, kMaxDepth))
        return unreadable(path, QStringLiteral("it is nested deeper than any data set"));
    nlohmann::json root = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (root.is_discarded())
        return unreadable(path, QStringLiteral("it is not valid JSON"));
    return root;
}

} // namespace core
