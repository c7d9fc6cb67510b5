// SPDX-License-Identifier: Apache-2.0
#include "bench/planted_errors.h"

#include "core/mask/morphology.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <random>
#include <set>

namespace {

using core::Annotation;
using core::Mask;

class Planter {
public:
    Planter(core::Project& project, core::History& history, quint32 seed)
        : m_project(project), m_history(history), m_random(seed) {
        for (const core::ImageInfo& image : project.images()) {
            for (const Annotation* a : project.annotations(image.id)) {
                if (a->fields.state == core::State::Auto && a->mask.area() >= 200) {
                    m_free.push_back(a->id);
                }
            }
        }
    }

    std::optional<Planted> plant(Fault fault) {
        while (!m_free.empty()) {
            const auto at = m_free.begin() + below(int(m_free.size()));
            const Annotation victim = *m_project.annotation(*at);
            m_free.erase(at);
            core::Edit edit;
            edit.image = victim.image;
            const core::AnnotationId wrong = fill(edit, fault, victim);
            if (!edit.changes.empty()) {
                m_history.commit(std::move(edit));
                return Planted{fault, wrong};
            }
        }
        return std::nullopt;
    }

private:
    int below(int limit) { return int(m_random() % quint32(std::max(limit, 1))); }
    double between(double low, double high) { return low + (high - low) * double(below(1001)) / 1000; }
    QRect picture(const Annotation& a) const { return {QPoint(), m_project.image(a.image)->size}; }

    core::AnnotationId fill(core::Edit& edit, Fault fault, const Annotation& victim) {
        switch (fault) {
        case Fault::SwappedLabel:
            return swap(edit, victim);
        case Fault::Merged:
            return merge(edit, victim);
        case Fault::Doubled:
            return add(edit, victim, victim.mask.translated({1 + below(3), 1 + below(3)}));
        case Fault::StrayBlob:
            return below(2) == 0 ? add(edit, victim, blob(victim))
                                 : reshape(edit, victim, victim.mask.united(blob(victim)));
        case Fault::Half:
            return reshape(edit, victim, victim.mask.clipped(halfOf(victim.mask.boundingBox())));
        case Fault::Shifted:
            return reshape(edit, victim, victim.mask.translated(away(victim)));
        case Fault::Sliver:
            return reshape(edit, victim, strip(victim.mask));
        case Fault::Grown:
        case Fault::Count:
            break;
        }
        return reshape(edit, victim, core::grown(victim.mask, int(side(victim) * between(0.12, 0.25))));
    }

    static double side(const Annotation& a) { return std::sqrt(double(a.mask.area())); }

    core::AnnotationId reshape(core::Edit& edit, const Annotation& victim, const Mask& wanted) const {
        const Mask mask = wanted.clipped(picture(victim));
        if (!mask.isEmpty()) {
            edit.changes.push_back(
                core::PaintMask{victim.id, core::MaskDelta::between(victim.mask, mask), {}});
        }
        return victim.id;
    }
    core::AnnotationId add(core::Edit& edit, const Annotation& like, const Mask& wanted) {
        Annotation added = like;
        added.id = m_project.newAnnotationId();
        added.mask = wanted.clipped(picture(like));
        if (!added.mask.isEmpty()) {
            edit.changes.push_back(core::AddAnnotation{added});
        }
        return added.id;
    }
    core::AnnotationId swap(core::Edit& edit, const Annotation& victim) {
        const auto& labels = m_project.labels();
        core::Fields after = victim.fields;
        while (labels.size() > 1 && after.label == victim.fields.label) {
            after.label = labels[below(int(labels.size()))].id;
        }
        edit.changes.push_back(core::SetFields{victim.id, victim.fields, after});
        return victim.id;
    }
    core::AnnotationId merge(core::Edit& edit, const Annotation& victim) {
        const QPointF middle = QRectF(victim.mask.boundingBox()).center();
        std::optional<Annotation> nearest;
        double least = 0;
        for (const Annotation* other : m_project.annotations(victim.image)) {
            const QPointF way = QRectF(other->mask.boundingBox()).center() - middle;
            const double distance = std::hypot(way.x(), way.y());
            const bool isFree = std::find(m_free.begin(), m_free.end(), other->id) != m_free.end();
            if (isFree && (!nearest || distance < least)) {
                nearest = *other;
                least = distance;
            }
        }
        if (nearest) {
            std::erase(m_free, nearest->id);
            reshape(edit, victim, victim.mask.united(nearest->mask));
            edit.changes.push_back(core::RemoveAnnotation{*nearest});
        }
        return victim.id;
    }

    QRect halfOf(const QRect& box) {
        const int width = box.width() / 2;
        const int height = box.height() / 2;
        const std::array halves{box.adjusted(0, 0, -width, 0), box.adjusted(width, 0, 0, 0),
                                box.adjusted(0, 0, 0, -height), box.adjusted(0, height, 0, 0)};
        return halves[std::size_t(below(int(halves.size())))];
    }
    QPoint away(const Annotation& victim) {
        const double angle = between(0, 6.28318);
        const double far = side(victim) * between(0.2, 0.4);
        return {int(far * std::cos(angle)), int(far * std::sin(angle))};
    }
    /// A disc of a tenth to a quarter of the instance's size, somewhere in the picture and not on it.
    Mask blob(const Annotation& victim) {
        const QRect within = picture(victim);
        Mask disc;
        for (int tries = 0; tries < 20 && disc.isEmpty(); ++tries) {
            const QPoint at(below(within.width()), below(within.height()));
            disc = core::grown(Mask::fromRect({at, QSize(1, 1)}), int(side(victim) * between(0.1, 0.25)));
            if (!disc.intersected(victim.mask).isEmpty()) {
                disc = {};
            }
        }
        return disc;
    }
    Mask strip(const Mask& mask) {
        const QRect box = mask.boundingBox();
        const int thick = 2 + below(2);
        return below(2) == 0
                   ? mask.clipped({box.left() + below(box.width() - thick), box.top(), thick, box.height()})
                   : mask.clipped({box.left(), box.top() + below(box.height() - thick), box.width(), thick});
    }

    core::Project& m_project;
    core::History& m_history;
    std::mt19937 m_random;
    std::vector<core::AnnotationId> m_free; ///< without an error so far
};

} // namespace

const char* nameOf(Fault fault) {
    static constexpr std::array kNames{
        "swapped label", "merged with its neighbour", "half", "stray blob", "doubled", "shifted", "sliver",
        "grown"};
    return kNames[std::size_t(fault)];
}

std::vector<Planted> plantErrors(core::Project& project, core::History& history, quint32 seed, int count) {
    Planter planter(project, history, seed);
    std::vector<Planted> planted;
    for (int i = 0; i < count; ++i) {
        if (const auto one = planter.plant(Fault(i % int(Fault::Count)))) {
            planted.push_back(*one);
        }
    }
    return planted;
}
