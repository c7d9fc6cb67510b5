// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine_bridge.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace core {

namespace {

/// Alternatives are asked for only while that stays unnoticed.
constexpr std::chrono::milliseconds kCheap{60};
constexpr qsizetype kMaxShapes = 3;

inference::Box toBox(const QRectF& rect) {
    return {float(rect.left()), float(rect.top()), float(rect.left() + rect.width()),
            float(rect.top() + rect.height())};
}

LogitMap toMap(const inference::MaskLogits& logits) {
    return {QSize(logits.width, logits.height), logits.values};
}

QRectF boxAboveZero(const LogitMap& map, QSize imageSize) {
    if (map.isEmpty()) {
        return {};
    }
    int left = map.size.width();
    int right = -1;
    int top = map.size.height();
    int bottom = -1;
    for (int y = 0; y < map.size.height(); ++y) {
        const float* row = map.values->data() + std::ptrdiff_t(y) * map.size.width();
        for (int x = 0; x < map.size.width(); ++x) {
            if (row[x] > 0) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = y;
            }
        }
    }
    if (right < 0) {
        return {};
    }
    const double sx = double(imageSize.width()) / map.size.width();
    const double sy = double(imageSize.height()) / map.size.height();
    return {left * sx, top * sy, (right + 1 - left) * sx, (bottom + 1 - top) * sy};
}

QList<Candidate> toCandidates(const std::vector<inference::MaskCandidate>& masks, QSize imageSize) {
    QList<Candidate> candidates;
    for (const inference::MaskCandidate& mask : masks) {
        candidates.append(toCandidate(mask, imageSize));
    }
    return candidates;
}

void sortByScore(QList<Candidate>& candidates) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

bool sameLogits(const LogitMap& a, const LogitMap& b) {
    return a.size == b.size && a.values && b.values && *a.values == *b.values;
}

/// The three masks behind a single answer, minus the one that it is.
Status appendAlternatives(QList<Candidate>& candidates, SessionPort& session,
                          inference::InstancePrompt prompt, const inference::RunControl& control) {
    prompt.multimask = true;
    const auto masks = session.segmentInstance(prompt, control);
    if (!masks) {
        return tl::unexpected(masks.error());
    }
    QList<Candidate> others = toCandidates(*masks, QSize(session.width(), session.height()));
    sortByScore(others);
    for (const Candidate& other : std::as_const(others)) {
        if (candidates.size() < kMaxShapes && !sameLogits(other.logits, candidates.front().logits)) {
            candidates.append(other);
        }
    }
    return {};
}

} // namespace

Result<EngineImage> EngineImage::from(const QImage& image) {
    if (image.isNull()) {
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The image has no pixels."));
    }
    EngineImage result;
    const bool direct = image.format() == QImage::Format_RGB888 || image.format() == QImage::Format_RGBX8888;
    result.m_pixels = direct ? image : image.convertToFormat(QImage::Format_RGB888);
    if (result.m_pixels.isNull()) {
        return fail(ErrorCode::OutOfMemory,
                    QStringLiteral("There is not enough memory for an image of %1 x %2 pixels; close other "
                                   "programs or use a smaller image.")
                        .arg(image.width())
                        .arg(image.height()));
    }
    return result;
}

inference::ImageView EngineImage::view() const {
    inference::ImageView view;
    view.data = m_pixels.constBits();
    view.width = m_pixels.width();
    view.height = m_pixels.height();
    view.bytesPerLine = m_pixels.bytesPerLine();
    view.channels = m_pixels.format() == QImage::Format_RGB888 ? 3 : 4;
    return view;
}

inference::ConceptPrompt toPrompt(const ConceptQuery& query) {
    inference::ConceptPrompt prompt;
    prompt.text = query.text.simplified().toStdString();
    for (const PromptBox& box : query.boxes) {
        prompt.boxes.push_back({toBox(box.rect), box.positive});
    }
    return prompt;
}

inference::InstancePrompt toPrompt(const ShapeQuery& query, int maskSize) {
    inference::InstancePrompt prompt;
    for (const PromptPoint& point : query.points) {
        prompt.points.push_back({float(point.position.x()), float(point.position.y()), point.positive});
    }
    if (query.box) {
        prompt.box = toBox(*query.box);
    }
    if (!query.previous.isEmpty() && query.previous.size == QSize(maskSize, maskSize)) {
        prompt.mask = inference::MaskLogits{maskSize, maskSize, query.previous.values};
    } else if (query.present) {
        const QSize grid(maskSize, maskSize);
        const LogitMap logits = logitsOf(*query.present->mask, query.present->image, grid);
        prompt.mask = inference::MaskLogits{maskSize, maskSize, logits.values};
    }
    prompt.multimask = prompt.points.size() == 1 && !prompt.box && !prompt.mask;
    return prompt;
}

Candidate toCandidate(const inference::Instance& instance) {
    Candidate candidate;
    candidate.score = instance.score;
    candidate.box =
        QRectF(QPointF(instance.box.x0, instance.box.y0), QPointF(instance.box.x1, instance.box.y1));
    candidate.logits = toMap(instance.mask);
    return candidate;
}

Candidate toCandidate(const inference::MaskCandidate& candidate, QSize imageSize) {
    Candidate result;
    result.score = candidate.iou;
    result.logits = toMap(candidate.mask);
    result.promptLogits = toMap(candidate.promptMask);
    result.box = boxAboveZero(result.logits, imageSize);
    return result;
}

ModelStatus toStatus(const EnginePort& engine, const QString& file) {
    const inference::ModelInfo& info = engine.info();
    ModelStatus status;
    status.name = QString::fromStdString(info.name);
    status.device = QString::fromStdString(engine.deviceName());
    status.file = file;
    status.threshold = info.threshold;
    status.ready = true;
    status.hasText = info.hasText;
    status.hasExemplars = info.hasExemplars;
    status.hasClicks = info.hasClicks;
    return status;
}

QString toSentence(const Error& error) {
    QString text = QString::fromStdString(error.message).trimmed();
    if (text.isEmpty()) {
        text = error.code == ErrorCode::OutOfMemory
                   ? QStringLiteral("There is not enough memory; close other programs or use a smaller image")
                   : QStringLiteral("The model failed without saying why; load it again");
    }
    const QChar last = text.back();
    const bool ended = last == QLatin1Char('.') || last == QLatin1Char('!') || last == QLatin1Char('?');
    return ended ? text : text + QLatin1Char('.');
}

namespace {

/// Whether two phrases found the same object.
bool isSame(const Candidate& a, const Candidate& b) {
    constexpr double kSameIou = 0.7;
    if (!a.box.intersects(b.box) || a.logits.size != b.logits.size) {
        return false;
    }
    const Mask one = a.logits.toMask(a.logits.size);
    const Mask other = b.logits.toMask(b.logits.size);
    const double common = double(one.intersected(other).area());
    return common > 0 && common >= kSameIou * (double(one.area()) + double(other.area()) - common);
}

/// Adds a candidate unless one of the first `others`, which earlier phrases found, is the same object; the
/// better score of the two stays.
void addOnce(QList<Candidate>& all, qsizetype others, Candidate candidate) {
    const auto end = all.begin() + others;
    const auto same =
        std::find_if(all.begin(), end, [&](const Candidate& other) { return isSame(other, candidate); });
    if (same == end) {
        all.append(std::move(candidate));
    } else if (candidate.score > same->score) {
        *same = std::move(candidate);
    }
}

} // namespace

Result<QList<Candidate>> segmentConcept(SessionPort& session, const ConceptQuery& query, float minScore,
                                        const inference::RunControl& control) {
    if (query.isEmpty()) {
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Type a phrase or draw a box first."));
    }
    inference::ConceptOptions options;
    options.minScore = minScore;
    QList<Candidate> candidates;
    for (const QString& phrase : QStringList{query.text} + query.synonyms) {
        const auto found = session.segmentConcept(toPrompt({phrase, query.boxes}), options, control);
        if (!found) {
            return tl::unexpected(found.error());
        }
        const qsizetype others = candidates.size();
        for (const inference::Instance& instance : found->instances) {
            addOnce(candidates, others, toCandidate(instance));
        }
    }
    sortByScore(candidates);
    return candidates;
}

Result<QList<Candidate>> segmentShape(SessionPort& session, const ShapeQuery& query, int maskSize,
                                      const inference::RunControl& control) {
    const inference::InstancePrompt prompt = toPrompt(query, maskSize);
    if (prompt.points.empty() && !prompt.box && !prompt.mask) {
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Click a point or draw a box first."));
    }
    RETURN_IF_ERROR(
        session.prepare(control, inference::Purpose::Clicks)); // so that the time below is the prompt's alone
    const auto start = std::chrono::steady_clock::now();
    const auto masks = session.segmentInstance(prompt, control);
    if (!masks) {
        return tl::unexpected(masks.error());
    }
    QList<Candidate> candidates = toCandidates(*masks, QSize(session.width(), session.height()));
    sortByScore(candidates);
    const bool quick = std::chrono::steady_clock::now() - start < kCheap;
    if (!prompt.multimask && candidates.size() == 1 && quick) {
        RETURN_IF_ERROR(appendAlternatives(candidates, session, prompt, control));
    }
    return candidates;
}

} // namespace core
