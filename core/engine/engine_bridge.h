// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine_port.h"
#include "core/engine/inference_types.h"

#include <QImage>
#include <QSize>

namespace core {

/// The engine's view of a picture. Qt keeps RGB32 as B, G, R in memory and the engine reads R, G, B: such an
/// image is converted (a copy that lives as long as this), RGB888 and RGBX8888 are passed as they are.
class EngineImage {
public:
    /// Errors: InvalidArgument (no pixels), OutOfMemory.
    static Result<EngineImage> from(const QImage& image);
    /// Valid while this lives.
    inference::ImageView view() const;

private:
    QImage m_pixels;
};

inference::ConceptPrompt toPrompt(const ConceptQuery& query);
/// One click alone is ambiguous (part, whole, group) and asks for three masks; anything more for one, as in
/// the SAM demos. A previous answer of another grid than `maskSize` (the model changed since) is left out.
inference::InstancePrompt toPrompt(const ShapeQuery& query, int maskSize);

Candidate toCandidate(const inference::Instance& instance);
/// The box is that of the grid cells above 0, in pixels of an image of `imageSize`.
Candidate toCandidate(const inference::MaskCandidate& candidate, QSize imageSize);
ModelStatus toStatus(const EnginePort& engine, const QString& file);
/// The message of an error for people: never empty, ends in a full stop.
QString toSentence(const Error& error);

/// Asks the session and converts; candidates by falling score. Encodes first if need be.
Result<QList<Candidate>> segmentConcept(SessionPort& session, const ConceptQuery& query, float minScore,
                                        const inference::RunControl& control);
/// Up to three candidates, best first. Where the model was asked for one mask and answered quickly, its
/// alternatives follow.
Result<QList<Candidate>> segmentShape(SessionPort& session, const ShapeQuery& query, int maskSize,
                                      const inference::RunControl& control);

} // namespace core
