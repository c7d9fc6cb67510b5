// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/coco_extension.h"
#include "core/formats/dataset_format.h"
#include "core/formats/warning_list.h"

#include <QHash>

#include <nlohmann/json_fwd.hpp>

namespace core {

/// Puts together what a reader finds: labels by name, images by a name that nobody trusts, instances within a
/// budget of memory that grows with the bytes that were read.
class DatasetBuilder {
public:
    /// `places`: folders relative to `folder` in which pictures may lie.
    explicit DatasetBuilder(QString folder, QStringList places = {QStringLiteral(".")});

    /// An image whose size is `size`, or that of its picture if empty. None, with a warning, if the name is
    /// unusable. Names that lead out of the folder are cut to their last part. CorruptFile if the name was
    /// used before.
    Result<ImageId> addImage(const QString& name, QSize size);
    ImageInfo& image(ImageId id) { return m_result.images[id.value - 1]; }
    /// The label of this name, made when it is met first. An empty name becomes "unnamed".
    LabelId label(const QString& name);
    /// The number that the file gives the label. In the end labels have these numbers, if all have one and no
    /// two the same; otherwise they count from 1.
    void keepId(LabelId label, qint64 id) { m_fileIds.insert(label, id); }
    void setColor(LabelId label, QColor color) { m_result.labels[label.value - 1].color = color; }
    const QString& labelName(LabelId id) const { return m_result.labels[id.value - 1].name; }
    /// Definitions of its attributes as in COCO: a list of name, type, choices.
    void define(LabelId label, const nlohmann::json& definitions);
    AttributeValues attributes(LabelId label, const nlohmann::json& values);
    /// The mask is clipped to its image; an empty one is left out with a warning. `bytes` were read for it:
    /// the more, the more it may unpack to.
    /// CorruptFile if all masks together unpack to more memory than any real ones.
    Status add(Annotation annotation, qint64 bytes = 0);

    WarningList& warnings() { return m_warnings; }
    /// What stands in a file and is not used, such as "lines": counted in a warning.
    void notUsed(const QString& what);
    ImportedDataset take();

private:
    void renumberLabels();

    QString m_folder;
    QStringList m_places;
    ImportedDataset m_result;
    WarningList m_warnings;
    CocoAttributes m_attributes;
    QHash<QString, LabelId> m_labels;
    QHash<LabelId, qint64> m_fileIds;
    QHash<QString, ImageId> m_names;
    qint64 m_spansLeft = 32'000'000;
};

/// Neighbouring labels get hues far apart: steps of the golden angle.
QColor colorOfLabel(qsizetype index);

/// A whole small file. Errors, one sentence each that names it: NotFound, Io, CorruptFile if it is larger
/// than `limit` bytes.
Result<QByteArray> bytesOf(const QString& path, qint64 limit);
/// The same as JSON; CorruptFile if it is none or nested deeper than 32.
Result<nlohmann::json> jsonOf(const QString& path, qint64 limit);
/// "x.json can't be read: WHY."; `why` may be a sentence with its own full stop.
[[nodiscard]] tl::unexpected<Error> unreadable(const QString& path, const QString& why);

} // namespace core
