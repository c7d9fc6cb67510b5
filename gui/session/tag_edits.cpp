// SPDX-License-Identifier: Apache-2.0
#include "gui/session/tag_edits.h"

#include "core/project/image_tags.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QMap>

namespace gui::edits {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("edits", text);
}

} // namespace

QStringList commonTags(const core::Project& project, const QList<core::ImageId>& images) {
    QStringList common;
    for (qsizetype i = 0; i < images.size(); ++i) {
        const core::ImageInfo* image = project.image(images[i]);
        const QStringList tags = image ? image->tags : QStringList();
        if (i == 0) {
            common = tags;
        }
        common.removeIf([&](const QString& tag) { return !tags.contains(tag, Qt::CaseInsensitive); });
    }
    return common;
}

QStringList allTags(const core::Project& project) {
    QMap<QString, QString> tags; // one spelling of each
    for (const core::ImageInfo& image : project.images()) {
        for (const QString& tag : image.tags) {
            tags.insert(tag.toCaseFolded(), tag);
        }
    }
    return tags.values();
}

core::Edit setTags(const core::Project& project, const QList<core::ImageId>& images, const QStringList& added,
                   const QStringList& removed) {
    core::Edit edit;
    edit.text = tr("Image tags");
    for (const core::ImageId id : images) {
        const core::ImageInfo* before = project.image(id);
        if (before == nullptr) {
            continue;
        }
        core::ImageInfo after = *before;
        after.tags = core::changedTags(before->tags, added, removed);
        if (!(after == *before)) {
            edit.changes.emplace_back(core::SetImage{*before, after});
        }
    }
    return edit;
}

} // namespace gui::edits
