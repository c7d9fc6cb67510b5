// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/auto_labeler.h"

#include "core/engine/engine_bridge.h"

#include <algorithm>

namespace core {
namespace {

/// Starts of the fewest windows of `side` that cover `length` and overlap by at least `overlap`.
std::vector<int> startsOf(int length, int side, int overlap) {
    if (side >= length) {
        return {0};
    }
    const int step = std::max(1, side - overlap);
    const int count = (length - side + step - 1) / step + 1;
    std::vector<int> starts;
    starts.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        starts.push_back(int(qint64(length - side) * i / (count - 1)));
    }
    return starts;
}

struct Question {
    int planned = 0;
    ConceptQuery query;
    float threshold = 0;
    bool veto = false;
};

/// What one view of a picture is asked. Exemplars count in the view that holds them whole.
std::vector<Question> questionsOf(const AutoLabelPlan& plan, const QString& path, const QRect& view,
                                  float threshold) {
    std::vector<Question> questions;
    for (int i = 0; i < plan.classes.size(); ++i) {
        const PlannedClass& planned = plan.classes[i];
        QList<PromptBox> boxes;
        bool anyPositive = false;
        for (const PlannedExemplar& exemplar : planned.exemplars) {
            if (exemplar.image == path && QRectF(view).contains(exemplar.box.rect)) {
                boxes.append({exemplar.box.rect.translated(-view.topLeft()), exemplar.box.positive});
                anyPositive = anyPositive || exemplar.box.positive;
            }
        }
        const float least = float(planned.threshold.value_or(double(threshold)));
        for (const QString& phrase : planned.phrases) {
            questions.push_back({i, {phrase, boxes}, least, false});
        }
        if (planned.phrases.isEmpty() && anyPositive) {
            questions.push_back({i, {{}, boxes}, least, false});
        }
        for (const QString& veto : planned.vetoes) {
            questions.push_back({i, {veto, {}}, least, true});
        }
    }
    return questions;
}

Status askView(EnginePort& engine, const LoadedImage& image, const QRect& view,
               const std::vector<Question>& questions, const inference::RunControl& control,
               std::vector<SeenObject>& seen) {
    const bool whole = view == image.image.rect();
    const QImage shown = whole ? image.image : image.image.copy(view);
    ASSIGN_OR_RETURN(const EngineImage pixels, EngineImage::from(shown));
    // A view's own pixels name it in the cache; only the whole picture has the file's hash.
    ASSIGN_OR_RETURN(
        const std::unique_ptr<SessionPort> session,
        engine.openImage(pixels.view(), whole ? image.hash.toHex().toStdString() : std::string()));
    for (const Question& question : questions) {
        ASSIGN_OR_RETURN(const QList<Candidate> candidates,
                         segmentConcept(*session, question.query, question.threshold, control));
        for (const Candidate& candidate : candidates) {
            if (candidate.score <= question.threshold) {
                continue; // strictly above, as the reference has it
            }
            const Mask mask = candidate.logits.toMask(shown.size()).translated(view.topLeft());
            if (!mask.isEmpty()) {
                seen.push_back(
                    {{question.planned, candidate.score, question.query.text, mask}, view, question.veto});
            }
        }
    }
    return {};
}

} // namespace

std::vector<QRect> viewsOf(QSize image, const Tiles& tiles) {
    const QRect whole({}, image);
    std::vector<QRect> views{whole};
    if (tiles.side <= 0 || (tiles.side >= image.width() && tiles.side >= image.height())) {
        return views;
    }
    for (const int y : startsOf(image.height(), tiles.side, tiles.overlap)) {
        for (const int x : startsOf(image.width(), tiles.side, tiles.overlap)) {
            views.push_back(QRect(x, y, tiles.side, tiles.side).intersected(whole));
        }
    }
    return views;
}

Result<std::vector<FoundObject>> autoLabel(EnginePort& engine, const LoadedImage& image, const QString& path,
                                           const AutoLabelPlan& plan, const inference::RunControl& control) {
    std::vector<SeenObject> seen;
    for (const QRect& view : viewsOf(image.image.size(), plan.tiles)) {
        if (control.stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, QStringLiteral("Stopped."));
        }
        RETURN_IF_ERROR(askView(engine, image, view, questionsOf(plan, path, view, engine.info().threshold),
                                control, seen));
    }
    return settled(std::move(seen), plan);
}

} // namespace core
