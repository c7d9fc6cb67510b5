// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

#include <nlohmann/json_fwd.hpp>

#include <map>

namespace core {

/// The attribute that makes instances of several frames one track: a number, the same in each frame.
inline const QString kTrackAttribute = QStringLiteral("track_id");

/// Images of one folder, in the order of their names with numbers by value: the frames of a video.
struct Clip {
    QString name; ///< of the folder below the images' common one, without slashes, or of that one itself
    QList<qsizetype> frames; ///< positions in ExportPass::images()
};
std::vector<Clip> clipsOf(const QList<ExportEntry>& images);
/// All frames of all clips, clip by clip.
QList<qsizetype> framesOf(const std::vector<Clip>& clips);
/// "00007" for frame 7 of `digits` 5.
QString frameName(qsizetype frame, int digits);

/// Counts the tracks of one clip from 1. Instances with the same track attribute and label are one; those
/// without the attribute are one each. Where a frame has a track twice, the second is another one, the same
/// in each frame.
class TrackNumbers {
public:
    /// To be called before the instances of each frame.
    void nextFrame() { m_seen.clear(); }
    int numberOf(const Label& label, const Annotation& annotation);

private:
    struct Key {
        qint64 label, track;
        int repeat;
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads it
        auto operator<=>(const Key&) const = default;
    };
    int m_count = 0;
    std::map<Key, int> m_numbers;
    std::map<Key, int> m_seen; ///< in this frame, with `repeat` 0
};

/// What of each instance lies on top, in the order of ExportImage::instances: for formats in which a pixel
/// belongs to one.
std::vector<Mask> visibleMasks(const ExportImage& image);

/// The attribute as a file that is read gives it; none for 0.
nlohmann::json trackValue(qint64 id);

} // namespace core
