// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QString>
#include <QStringList>
#include <QtGlobal>

namespace core {

/// What a format will drop or change, counted before writing and checked afterwards.
struct LossReport {
    int images = 0;    ///< written
    int instances = 0; ///< written
    int withHoles = 0;
    int withParts = 0;        ///< more than one connected part
    int instancesSkipped = 0; ///< rejected, without a known label, or without a pixel inside the image
    qint64 pixelsChanged = 0; ///< pixels that read back different
    QStringList
        fieldsDropped; ///< such as "lock state"; only those that this data really has, in a fixed order
    bool isLossless() const { return pixelsChanged == 0 && instancesSkipped == 0; }
    /// One sentence for each figure that is not zero, for a dialog or a terminal.
    QStringList sentences() const;
    bool operator==(const LossReport&) const = default;
};

/// What a format keeps besides masks and labels' names.
enum Keeps : unsigned {
    KeepsScores = 1,
    KeepsAttributes = 2,
    KeepsProvenance = 4, ///< prompt and model
    KeepsGroups = 8,
    KeepsStacking = 16,
    KeepsCrowds = 32,
    KeepsTags = 64,
    KeepsReviewed = 128, ///< the mark of images
    KeepsEffort = 256,
    KeepsPrompt = 512,    ///< the prompt without the model
    KeepsColors = 1024,   ///< of labels
    RenamesImages = 2048, ///< the pictures get names of their own: frames are numbered
    KeepsInCoco = KeepsScores | KeepsAttributes | KeepsProvenance | KeepsGroups | KeepsStacking |
                  KeepsCrowds | KeepsTags | KeepsEffort
};

/// Builds a LossReport for a format with these Keeps flags.
class LossCounter {
public:
    explicit LossCounter(unsigned keeps = KeepsInCoco) : m_keeps(keeps) {}
    void addLabel(const Label& label);
    void addImage(const ImageInfo& image);
    void addUnknownImage(); ///< left out because its size can't be found
    void addSkipped(int instances = 1) { m_report.instancesSkipped += instances; }
    /// `readBack` is the mask that a reader of the format gets.
    void addWritten(const Annotation& annotation, const Mask& readBack);
    LossReport report() const;

private:
    LossReport m_report;
    unsigned m_keeps;
    int m_unknownImages = 0;
    unsigned m_dropped = 0; // bit i: the field with index i occurs
};

} // namespace core
