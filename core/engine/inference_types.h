// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/logit_map.h"
#include "core/media/image_loader.h"
#include "core/project/annotation.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <optional>

namespace inference {
struct RunControl;
}

namespace core {

/// Half-open rectangle in pixels of the oriented image, with its sign: like this, or not like this.
struct PromptBox {
    QRectF rect;
    bool positive = true;
    bool operator==(const PromptBox&) const = default;
};

struct PromptPoint {
    QPointF position;
    bool positive = true;
    bool operator==(const PromptPoint&) const = default;
};

/// Which instances (the set level): phrase and signed exemplar boxes.
struct ConceptQuery {
    QString text;
    QList<PromptBox> boxes;
    QStringList synonyms = {}; ///< asked, too; what several phrases find is one candidate
    bool isEmpty() const { return text.trimmed().isEmpty() && boxes.isEmpty(); }
    bool operator==(const ConceptQuery&) const = default;
};

struct MaskInImage {
    std::shared_ptr<const Mask> mask;
    QSize image;
};

/// What shape one instance has (the instance level): clicks, a box, the logits of the last answer.
struct ShapeQuery {
    QList<PromptPoint> points;
    std::optional<QRectF> box;
    LogitMap previous; ///< Candidate::promptLogits of the last answer; empty at first
    /// The present mask of an instance that the model has not made, on a grid of any size; used while
    /// `previous` is empty. A mask alone comes back unchanged: send points with it.
    std::optional<MaskInImage> present;
};

/// One proposal of the engine. `logits` covers the whole image.
struct Candidate {
    float score = 0;
    QRectF box;
    LogitMap logits;
    LogitMap promptLogits; ///< shape answers only: hand back as ShapeQuery::previous
};

enum class RequestKind { Prepare, Concept, Shape, LoadModel, Work };
enum class Priority { Interactive, Background };

/// Names a request: a newer one of the same key replaces an older one.
struct RequestKey {
    RequestKind kind = RequestKind::Prepare;
    qint64 subject = 0; ///< the image's id; of work the number it was given
    bool operator==(const RequestKey&) const = default;
};
inline size_t qHash(const RequestKey& key, size_t seed = 0) {
    return qHashMulti(seed, int(key.kind), key.subject);
}

class EnginePort;
/// Long work of its own on the engine, such as an auto-label run. Called on the inference thread, again from
/// the start if a model was loaded meanwhile; ends soon when `control` says so, and hands on its yield.
using EngineWork = std::function<void(EnginePort& engine, const inference::RunControl& control)>;

struct InferenceProgress {
    QString phase;
    int done = 0;
    int total = 0;
};

/// What the status line says of the model.
struct ModelStatus {
    QString name;
    QString device;
    QString file;
    float threshold = 0.5F;
    bool ready = false;
    bool hasText = false, hasExemplars = false, hasClicks = false;
};

} // namespace core
