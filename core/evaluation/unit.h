// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QRectF>
#include <QSize>
#include <QString>

#include <vector>

namespace core {

/// One object through a clip. A picture is a clip of one frame.
struct Track {
    std::vector<Mask> masks;   ///< one for each frame; empty: not there
    std::vector<QRectF> boxes; ///< one for each frame, half-open pixels; all zeros: not there
    double score = 1;
    bool crowd = false; ///< a region of many objects that nobody told apart
    double area = 0;    ///< of size ranges: what the file says, else the mask's pixels
    int z = 0;          ///< of overlapping ones the higher lies on top
};

/// What is compared at once: the objects of one phrase (or class) in one picture or clip, as truth has them
/// and as they were found. Without truth it is a negative: the phrase was looked for and is not there.
struct EvaluationUnit {
    QString clip;
    QString phrase;
    QSize size;     ///< of the picture
    int frames = 1; ///< every track has as many masks and boxes
    std::vector<Track> truth;
    std::vector<Track> found;
};

} // namespace core
