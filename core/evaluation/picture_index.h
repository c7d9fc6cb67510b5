// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/object_set.h"

#include <QHash>

namespace core {

/// Finds pictures of a set by their names: the whole one, or its last part where that is unique.
class PictureIndex {
public:
    explicit PictureIndex(const ObjectSet& set) {
        for (const auto& [id, clip] : set.clips) {
            m_clips[clip.name].append(id);
            m_lastParts[lastPart(clip.name)].append(id);
        }
    }
    /// Several where one picture stands there once for each phrase; empty: none.
    QList<qint64> find(const QString& name) const {
        const QList<qint64> ids = m_clips.value(name);
        return ids.isEmpty() ? m_lastParts.value(lastPart(name)) : ids;
    }

private:
    static QString lastPart(const QString& name) { return name.mid(name.lastIndexOf(QLatin1Char('/')) + 1); }
    QHash<QString, QList<qint64>> m_clips, m_lastParts;
};

/// A track as it is compared. Errors: CorruptFile.
Result<Track> unpacked(const PackedTrack& packed, QSize size);

} // namespace core
