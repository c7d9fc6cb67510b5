// SPDX-License-Identifier: Apache-2.0
#include "core/formats/loss_report.h"

namespace core {
namespace {

enum Field : unsigned {
    LabelColor,
    LabelPhrase,
    ReviewedMark,
    ReviewState,
    LockState,
    HiddenState,
    TouchedPixels,
    Scores,
    AttributeTexts,
    Provenance,
    Groups,
    Stacking,
    Crowds,
    Tags,
    EffortSpent,
    ImageNames,
    FieldCount
};

QString nameOf(unsigned field) {
    switch (Field(field)) {
    case LabelColor:
        return QStringLiteral("label colours");
    case LabelPhrase:
        return QStringLiteral("label phrases");
    case ReviewedMark:
        return QStringLiteral("reviewed marks of images");
    case ReviewState:
        return QStringLiteral("review state");
    case LockState:
        return QStringLiteral("lock state");
    case HiddenState:
        return QStringLiteral("hidden state");
    case TouchedPixels:
        return QStringLiteral("pixels decided by hand");
    case Scores:
        return QStringLiteral("scores");
    case AttributeTexts:
        return QStringLiteral("attributes");
    case Provenance:
        return QStringLiteral("prompts and models");
    case Groups:
        return QStringLiteral("groups");
    case Stacking:
        return QStringLiteral("stacking order");
    case Crowds:
        return QStringLiteral("marks of crowds");
    case Tags:
        return QStringLiteral("tags of images");
    case EffortSpent:
        return QStringLiteral("times and effort");
    case ImageNames:
        return QStringLiteral("names of images");
    case FieldCount:
        break;
    }
    return {};
}

constexpr unsigned bit(Field field, bool present) {
    return present ? 1U << field : 0U;
}

} // namespace

QStringList LossReport::sentences() const {
    QStringList list;
    list << QStringLiteral("%1 images and %2 instances are written.").arg(images).arg(instances);
    if (withHoles > 0)
        list << QStringLiteral("%1 instances have holes.").arg(withHoles);
    if (withParts > 0)
        list << QStringLiteral("%1 instances have several parts.").arg(withParts);
    if (instancesSkipped > 0)
        list << QStringLiteral("%1 instances are left out: rejected, without a label, or empty.")
                    .arg(instancesSkipped);
    if (pixelsChanged > 0)
        list << QStringLiteral("%1 pixels read back different.").arg(pixelsChanged);
    if (!fieldsDropped.isEmpty())
        list << QStringLiteral("Not kept by this format: %1.").arg(fieldsDropped.join(QStringLiteral(", ")));
    return list;
}

void LossCounter::addLabel(const Label& label) {
    m_dropped |= bit(LabelColor, label.color.isValid() && (m_keeps & KeepsColors) == 0);
    m_dropped |= bit(LabelPhrase, label.asked() != QStringList{label.name} || label.threshold);
}

void LossCounter::addImage(const ImageInfo& image) {
    ++m_report.images;
    m_dropped |= bit(ReviewedMark, image.reviewed && !(m_keeps & KeepsReviewed)) |
                 bit(Tags, !image.tags.isEmpty() && !(m_keeps & KeepsTags)) |
                 bit(ImageNames, (m_keeps & RenamesImages) != 0);
}

void LossCounter::addUnknownImage() {
    ++m_unknownImages;
}

void LossCounter::addWritten(const Annotation& annotation, const Mask& readBack) {
    const Fields& fields = annotation.fields;
    const bool scored = annotation.origin != Origin::Hand && annotation.score != 1;
    // A reader takes what has a score for unseen, and what has none for accepted.
    const State back = scored && (m_keeps & KeepsScores) ? State::Auto : State::Accepted;
    m_dropped |= bit(ReviewState, fields.state != back) | bit(LockState, fields.locked) |
                 bit(HiddenState, fields.hidden) | bit(TouchedPixels, !annotation.touched.isEmpty());
    const auto lost = [this](Keeps kept, Field field, bool present) {
        m_dropped |= bit(field, present && !(m_keeps & kept));
    };
    lost(KeepsScores, Scores, scored);
    lost(KeepsAttributes, AttributeTexts, !fields.attributes.isEmpty());
    lost(KeepsProvenance, Provenance, !annotation.model.isEmpty());
    m_dropped |=
        bit(Provenance, !annotation.source.isEmpty() && !(m_keeps & (KeepsProvenance | KeepsPrompt)));
    lost(KeepsGroups, Groups, fields.group.isValid());
    lost(KeepsStacking, Stacking, fields.z != 0);
    lost(KeepsCrowds, Crowds, fields.crowd);
    lost(KeepsEffort, EffortSpent, annotation.created != 0 || !(annotation.effort == Effort()));
    ++m_report.instances;
    m_report.withHoles += annotation.mask.holeCount() > 0;
    m_report.withParts += annotation.mask.partCount() > 1;
    m_report.pixelsChanged += annotation.mask.exclusiveOr(readBack).area();
}

LossReport LossCounter::report() const {
    LossReport report = m_report;
    for (unsigned field = 0; field < FieldCount; ++field) {
        if (m_dropped & (1U << field))
            report.fieldsDropped << nameOf(field);
    }
    if (m_unknownImages > 0)
        report.fieldsDropped << QStringLiteral("%1 images that could not be read").arg(m_unknownImages);
    return report;
}

} // namespace core
