// SPDX-License-Identifier: Apache-2.0
#include "core/formats/split.h"

#include <QCryptographicHash>
#include <QMap>

namespace core {

QString nameOf(Part part) {
    const QStringList names{QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test")};
    return names[int(part)];
}

QList<Part> splitOf(const QList<ExportEntry>& images, const DatasetSplit& split) {
    QMap<QByteArray, QList<qsizetype>> groups;
    for (qsizetype i = 0; i < images.size(); ++i) {
        const QString& stem = images[i].stem;
        const QString group = split.byFolder ? stem.section(QLatin1Char('/'), 0, -2) : stem;
        groups[QCryptographicHash::hash(group.toUtf8(), QCryptographicHash::Sha256)] << i;
    }
    QList<Part> parts(images.size(), Part::Train);
    qsizetype left = groups.size();
    auto group = groups.cbegin();
    for (const auto& [part, share] : {std::pair(Part::Val, split.val), std::pair(Part::Test, split.test)}) {
        const double wanted = share * double(images.size());
        for (double have = 0; have < wanted && left > 1; ++group, --left) {
            // A group that would overshoot by more than it helps stays in training, unless it is the first.
            if (have > 0 && have + double(group->size()) - wanted > wanted - have)
                break;
            have += double(group->size());
            for (const qsizetype i : *group)
                parts[i] = part;
        }
    }
    return parts;
}

} // namespace core
