// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// Tags of an image as ImageInfo has them: without commas and spaces around them, at most kLongestTag
/// characters each, no two that differ in case alone, in alphabetic order.
QStringList imageTags(const QStringList& tags);
/// The same of a line with commas between the tags, as people type it.
QStringList imageTags(const QString& line);
/// `tags` without `removed` and with `added`; case does not count.
QStringList changedTags(const QStringList& tags, const QStringList& added, const QStringList& removed);

inline constexpr qsizetype kLongestTag = 100;
inline constexpr qsizetype kMostTags = 100; ///< of one image; the others are left out

} // namespace core
