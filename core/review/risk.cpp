// SPDX-License-Identifier: Apache-2.0
#include "core/review/risk.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace core {
namespace {

/// Fewer instances of a label say nothing about how it usually looks.
constexpr int kTelling = 8;
/// A label with fewer instances is rare.
constexpr int kFew = 4;
constexpr double kRareRisk = 0.3;
/// Of what another run does not have at all.
constexpr double kRunsRisk = 0.7;
/// What further reasons add, in parts of their risk.
constexpr double kFurther = 0.1;
/// Reasons of less risk are none.
constexpr double kLeast = 0.05;
/// Distance in spreads at which the risk is one half.
constexpr double kHalfWay = 3.5;
constexpr double kBorderSpreads = 2;
constexpr double kBorderRisk = 0.4;
constexpr double kMedianDistance = 0.6745; // of normal values, in standard deviations

double medianOf(std::vector<double>& values) {
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Where the values of one label lie, and how far from it they usually are.
struct Usual {
    double median = 0;
    double spread = 0; ///< 0: too few values to tell
    double distance(double value) const { return spread > 0 ? (value - median) / spread : 0; }
};

Usual usualOf(std::vector<double> values, double leastSpread) {
    Usual usual;
    if (int(values.size()) < kTelling) {
        return usual;
    }
    usual.median = medianOf(values);
    for (double& value : values) {
        value = std::abs(value - usual.median);
    }
    usual.spread = std::max(leastSpread, medianOf(values) / kMedianDistance);
    return usual;
}

double riskOfDistance(double spreads) {
    return spreads * spreads / (spreads * spreads + kHalfWay * kHalfWay);
}
double rising(double value, double from, double to) {
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

/// A damaged file may tell an area without a box.
bool hasPixels(const RiskFacts& f) {
    return f.area > 0 && !f.box.isEmpty();
}
double logArea(const RiskFacts& f) {
    return std::log(double(f.area));
}
double aspect(const RiskFacts& f) {
    return std::log(double(f.box.width()) / double(f.box.height()));
}
double fill(const RiskFacts& f) {
    return double(f.area) / (double(f.box.width()) * double(f.box.height()));
}

/// How the instances of one label usually look.
class LabelLook {
public:
    void add(const RiskFacts& f) {
        ++m_count;
        if (hasPixels(f)) {
            m_facts.push_back(&f);
        }
    }

    void settle() {
        m_area = usual(logArea, 0.1);
        m_aspect = usual(aspect, 0.1);
        m_fill = usual(fill, 0.03);
        m_outline =
            usual([](const RiskFacts& f) { return std::log(double(f.shape.outline)); }, 0.08, isMeasured);
        m_spread =
            usual([](const RiskFacts& f) { return std::log(double(f.shape.spread)); }, 0.02, isMeasured);
        m_flat = usual([](const RiskFacts& f) { return double(f.shape.flat); }, 0.05,
                       [](const RiskFacts& f) { return f.shape.flat >= 0; });
        m_parts = counts([](const RiskFacts& f) { return f.parts; });
        m_holes = counts([](const RiskFacts& f) { return f.holes; });
    }

    std::vector<Reason> reasons(const RiskFacts& f) const {
        std::vector<Reason> found{{Doubt::LowScore, f.score, 0.8 * rising(1 - double(f.score), 0, 1)}};
        if (m_count < kFew) {
            found.push_back({Doubt::Rare, double(m_count), kRareRisk});
        }
        if (hasPixels(f)) {
            looks(f, found);
        }
        if (f.shape.overlap > 0) {
            found.push_back({Doubt::Overlap, f.shape.overlap, rising(double(f.shape.overlap), 0.02, 0.7)});
        }
        if (f.shape.twin > 0) {
            found.push_back({Doubt::Duplicate, f.shape.twin, rising(double(f.shape.twin), 0.05, 0.7)});
        }
        if (f.agreement >= 0) {
            found.push_back(
                {Doubt::Runs, f.agreement, kRunsRisk * rising(1 - double(f.agreement), 0.1, 0.6)});
        }
        return found;
    }

private:
    static bool isMeasured(const RiskFacts& f) { return f.shape.outline > 0 && f.shape.spread > 0; }

    template <class Value> Usual usual(Value value, double least, bool (*has)(const RiskFacts&) = nullptr) {
        std::vector<double> values;
        for (const RiskFacts* f : m_facts) {
            if (has == nullptr || has(*f)) {
                values.push_back(value(*f));
            }
        }
        return usualOf(std::move(values), least);
    }
    /// How many instances have so many, by the number.
    template <class Value> std::map<int, int> counts(Value value) {
        std::map<int, int> counts;
        for (const RiskFacts* f : m_facts) {
            ++counts[value(*f)];
        }
        return counts;
    }
    /// Share of the label's instances with as many or more.
    double shareFrom(const std::map<int, int>& counts, int number) const {
        int from = 0;
        for (auto at = counts.lower_bound(number); at != counts.end(); ++at) {
            from += at->second;
        }
        return double(from) / double(std::max<std::size_t>(m_facts.size(), 1));
    }
    void several(Doubt doubt, const std::map<int, int>& counts, int number, int usual,
                 std::vector<Reason>& found) const {
        if (number > usual && int(m_facts.size()) >= kTelling) {
            found.push_back({doubt, double(number), 0.7 * rising(1 - shareFrom(counts, number), 0.5, 1)});
        }
    }

    void looks(const RiskFacts& f, std::vector<Reason>& found) const {
        const double size = m_area.distance(logArea(f));
        double shape = std::max(std::abs(m_aspect.distance(aspect(f))), std::abs(m_fill.distance(fill(f))));
        if (isMeasured(f)) {
            shape = std::max(shape, std::abs(m_spread.distance(std::log(double(f.shape.spread)))));
            const double ragged = m_outline.distance(std::log(double(f.shape.outline)));
            if (ragged > 0) {
                found.push_back({Doubt::Ragged,
                                 std::exp((std::log(double(f.shape.outline)) - m_outline.median) / 2),
                                 riskOfDistance(ragged)});
            } else {
                shape = std::max(shape, -ragged);
            }
        }
        if (m_area.spread > 0) {
            found.push_back({Doubt::Size, std::exp(logArea(f) - m_area.median), riskOfDistance(size)});
            found.push_back({Doubt::Shape, shape, riskOfDistance(shape)});
        }
        several(Doubt::Parts, m_parts, f.parts, 1, found);
        several(Doubt::Holes, m_holes, f.holes, 0, found);
        if (const double flat = m_flat.distance(double(f.shape.flat)); f.shape.flat >= 0 && flat > 0) {
            found.push_back({Doubt::Edges, f.shape.flat, riskOfDistance(flat)});
        }
        const double odd = std::max(std::abs(size), shape);
        if (odd > kBorderSpreads && !f.picture.isEmpty() &&
            !QRect(QPoint(), f.picture).adjusted(1, 1, -1, -1).contains(f.box)) {
            found.push_back({Doubt::Border, odd, kBorderRisk});
        }
    }

    int m_count = 0;
    std::vector<const RiskFacts*> m_facts; ///< with pixels
    Usual m_area, m_aspect, m_fill, m_outline, m_spread, m_flat;
    std::map<int, int> m_parts, m_holes;
};

RiskItem judged(const RiskFacts& f, const LabelLook& look) {
    RiskItem item{f.instance, f.image, f.label, f.score, f.box, 0, look.reasons(f)};
    std::erase_if(item.reasons, [](const Reason& reason) { return !(reason.risk >= kLeast); });
    std::stable_sort(item.reasons.begin(), item.reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.risk > b.risk; });
    for (const Reason& reason : item.reasons) {
        item.risk += &reason == &item.reasons.front() ? reason.risk : kFurther * reason.risk;
    }
    return item;
}

} // namespace

std::vector<RiskFacts> riskFacts(const InstanceIndex& index, const QueryContext& context,
                                 const QueryMatches& matches) {
    QHash<ImageId, QSize> sizes;
    for (const ImageInfo& image : context.images) {
        sizes.insert(image.id, image.size);
    }
    std::vector<RiskFacts> facts;
    for (const InstanceRow& row : index.rows()) {
        const auto size = sizes.constFind(index.images()[row.image]);
        if (!row.present || row.crowd || State(row.state) == State::Rejected || size == sizes.constEnd()) {
            continue; // the file keeps what belongs to removed images
        }
        RiskFacts f;
        f.instance = {row.id};
        f.image = index.images()[row.image];
        f.label = index.labels()[row.label];
        f.state = State(row.state);
        f.score = row.score;
        f.area = row.area;
        f.box = QRect(row.left, row.top, row.width, row.height);
        f.parts = row.parts;
        f.holes = row.holes;
        f.picture = *size;
        f.asked = matches.everything ||
                  std::binary_search(matches.instances.begin(), matches.instances.end(), f.instance);
        facts.push_back(f);
    }
    return facts;
}

std::vector<RiskItem> riskQueue(const std::vector<RiskFacts>& facts) {
    std::map<LabelId, LabelLook> looks;
    for (const RiskFacts& f : facts) {
        looks[f.label].add(f);
    }
    for (auto& [label, look] : looks) {
        look.settle();
    }
    std::vector<RiskItem> queue;
    for (const RiskFacts& f : facts) {
        if (f.state == State::Auto && f.asked) {
            queue.push_back(judged(f, looks.at(f.label)));
        }
    }
    std::sort(queue.begin(), queue.end(), [](const RiskItem& a, const RiskItem& b) {
        return std::tuple(-a.risk, a.image, a.instance) < std::tuple(-b.risk, b.image, b.instance);
    });
    return queue;
}

} // namespace core
