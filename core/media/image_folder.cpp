// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_folder.h"

#include "core/media/image_loader.h"

#include <QCollator>
#include <QDir>

#include <algorithm>

namespace core {
namespace {

constexpr int kDeepest = 64; // folders in each other

QStringList subfolders(const QDir& dir) {
    return dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
}

void collect(const QDir& dir, int levels, const QCollator& order, QStringList& files) {
    const auto sorted = [&order](QStringList names) {
        std::sort(names.begin(), names.end(),
                  [&order](const QString& a, const QString& b) { return order.compare(a, b) < 0; });
        return names;
    };
    for (const QString& name : sorted(dir.entryList(imageNameFilters(), QDir::Files | QDir::Readable))) {
        files.append(dir.absoluteFilePath(name));
    }
    if (levels <= 0) {
        return;
    }
    for (const QString& name : sorted(subfolders(dir))) {
        const QDir inner(dir.filePath(name));
        if (!inner.exists(QLatin1String(kExportList))) {
            collect(inner, levels - 1, order, files);
        }
    }
}

} // namespace

QStringList imageFilesIn(const QString& folder, Depth depth) {
    QCollator order;
    order.setNumericMode(true);
    QStringList files;
    collect(QDir(folder), depth == Depth::Tree ? kDeepest : 0, order, files);
    return files;
}

bool hasSubfolders(const QString& folder) {
    return !subfolders(QDir(folder)).isEmpty();
}

} // namespace core
