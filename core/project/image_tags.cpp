// SPDX-License-Identifier: Apache-2.0
#include "core/project/image_tags.h"

#include <algorithm>

namespace core {
namespace {

bool isBefore(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) < 0;
}

bool isSame(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QStringList imageTags(const QStringList& tags) {
    QStringList result;
    for (const QString& tag : tags) {
        QString plain = tag;
        plain = plain.replace(QLatin1Char(','), QLatin1Char(' ')).simplified().left(kLongestTag).trimmed();
        if (!plain.isEmpty() && result.size() < kMostTags)
            result << plain;
    }
    // Of two spellings the first stays.
    std::stable_sort(result.begin(), result.end(), isBefore);
    result.erase(std::unique(result.begin(), result.end(), isSame), result.end());
    return result;
}

QStringList imageTags(const QString& line) {
    return line.isEmpty() ? QStringList() : imageTags(line.split(QLatin1Char(',')));
}

QStringList changedTags(const QStringList& tags, const QStringList& added, const QStringList& removed) {
    QStringList result;
    for (const QString& tag : tags) {
        if (!removed.contains(tag, Qt::CaseInsensitive))
            result << tag;
    }
    return imageTags(result + added);
}

} // namespace core
