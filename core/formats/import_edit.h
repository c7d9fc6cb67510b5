// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"
#include "core/project/edit.h"
#include "core/store/open_project.h"

namespace core {

/// What an import must know of a project, as values: for a thread that doesn't have it.
struct ImportTarget {
    QList<Label> labels;
    QList<ImageInfo> images;
    QString folder; ///< of the project's file
    qint64 lastId = 0;
    bool operator==(const ImportTarget&) const = default;
};
ImportTarget importTarget(OpenProject& open);

/// What an import brings, as one edit with ids above the target's last and the name `text`; labels of the
/// same name are joined, images are found by their files in `folder`, or in the project by name, size and the
/// ends of their folders where that leaves no doubt. What a person should know of it is added to `warnings`.
/// Valid as long as the project still is that target.
Edit importEdit(const ImportTarget& target, const ImportedDataset& data, const QString& folder,
                const QString& text, QStringList* warnings = nullptr);
Edit importEdit(OpenProject& open, const ImportedDataset& data, const QString& folder, const QString& text,
                QStringList* warnings = nullptr);

} // namespace core
