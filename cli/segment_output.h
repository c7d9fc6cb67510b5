// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/segment_options.h"
#include "core/base/result.h"
#include "core/mask/mask.h"
#include "inference/api/types.h"

#include <QImage>
#include <QList>
#include <QRectF>
#include <QSaveFile>
#include <QString>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cli {

struct FoundInstance {
    QString label;
    float score = 0;
    QRectF box;
    core::Mask mask;
};

/// Everything `segment` has to tell.
struct SegmentReport {
    QString imagePath;
    QSize imageSize;
    QString model;
    QList<FoundInstance> instances;
    std::vector<std::pair<std::string, double>> milliseconds; ///< by phase, in order
};

/// Where the results go. Opened before the work starts, so that half a minute of it is not lost to a mistyped
/// folder; files appear whole or not at all.
class SegmentOutput {
public:
    /// Errors: Io.
    static core::Result<SegmentOutput> open(const SegmentOptions& options);
    /// JSON, overlay and masks as asked for; a table on standard output if none was. Errors: Io.
    core::Status write(const SegmentReport& report, const QImage& image);

private:
    core::Status writeMasks(const SegmentReport& report) const;

    bool m_jsonToStdout = false;
    bool m_table = false;
    QString m_masks;
    std::unique_ptr<QSaveFile> m_json;
    std::unique_ptr<QSaveFile> m_overlay;
};

/// The report as the documented JSON, one line.
std::string toJson(const SegmentReport& report);
/// The picture with every mask tinted and outlined.
QImage drawOverlay(const QImage& image, const QList<FoundInstance>& instances);
/// A table of stages on stderr, slowest last call for call as they were given.
void printStages(const std::vector<inference::StageTime>& stages);

} // namespace cli
