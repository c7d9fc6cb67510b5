// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/evaluation.h"

#include <algorithm>

namespace core {
namespace {

ConceptReport reportOf(const ConceptF1& f1) {
    constexpr std::size_t kAt75 = 5;
    return {f1.mean(), f1.at(0), f1.at(kAt75), f1.ilMcc(), f1.presence(), f1.hasNegatives()};
}

/// Everything that is added up.
class Evaluation {
public:
    Evaluation(Compared what, bool classes)
        : m_what(what), m_classes(classes), m_all(what), m_precision(what), m_perPhrase(what),
          m_small(what, kSmallArea), m_medium(what, kMediumArea), m_large(what, kLargeArea),
          m_hota(what == Compared::Boxes ? what : Compared::Masks) {}

    /// All units of one picture or clip.
    void addClip(const std::vector<EvaluationUnit>& units) {
        UnitCounts all;
        for (const EvaluationUnit& unit : units) {
            const UnitCounts counts = add(unit);
            all.truth += counts.truth;
            all.found += counts.found;
            for (std::size_t i = 0; i < kIouSteps; ++i) {
                all.matched[i] += counts.matched[i];
            }
        }
        m_clips.push_back({units.front().clip, all.isEmpty() ? 1 : all.meanF1()});
        if (hasPanoptic() && units.front().frames == 1) {
            m_panoptic.add(units);
        }
    }

    UnitCounts add(const EvaluationUnit& unit) {
        const UnitCounts counts = countsOf(unit, m_what);
        m_all.add(counts);
        Phrase& phrase = phraseNamed(unit.phrase);
        phrase.f1.add(counts);
        phrase.truth += counts.truth;
        phrase.found += counts.found;
        const QString category = m_classes ? unit.phrase : QString();
        m_precision.add(category, unit);
        m_perPhrase.add(unit.phrase, unit);
        if (unit.frames == 1) {
            m_small.add(category, unit);
            m_medium.add(category, unit);
            m_large.add(category, unit);
        } else if (m_what != Compared::Boundaries) {
            m_hota.add(unit);
        }
        if (m_what == Compared::Masks) {
            m_regions.add(unit);
        }
        return counts;
    }

    void addAbsent(const QString& name, qint64 count) {
        const bool known = m_phrases.contains(name);
        for (qint64 i = 0; i < count; ++i) {
            m_all.add(UnitCounts{});
            if (known) {
                phraseNamed(name).f1.add(UnitCounts{});
            }
        }
    }

    EvaluationReport report(bool clips) const {
        EvaluationReport report;
        report.what = m_what;
        report.conceptF1 = reportOf(m_all);
        report.precision = m_precision.figures();
        report.small = m_small.figures();
        report.medium = m_medium.figures();
        report.large = m_large.figures();
        report.regions = m_regions.figures();
        if (clips && m_what != Compared::Boundaries) {
            report.hota = m_hota.figures();
        }
        if (hasPanoptic() && !clips) {
            report.panoptic = m_panoptic.figures();
        }
        report.clips = m_clips;
        for (const auto& [name, phrase] : m_phrases) {
            report.phrases.push_back({name, reportOf(phrase.f1), m_perPhrase.figuresOf(name),
                                      m_panoptic.figuresOf(name), phrase.truth, phrase.found});
        }
        return report;
    }

private:
    bool hasPanoptic() const { return m_classes && m_what == Compared::Masks; }

    struct Phrase {
        ConceptF1 f1;
        int truth = 0;
        int found = 0;
    };
    Phrase& phraseNamed(const QString& name) { return m_phrases.try_emplace(name).first->second; }

    Compared m_what;
    bool m_classes;
    ConceptF1 m_all;
    AveragePrecision m_precision, m_perPhrase, m_small, m_medium, m_large;
    PhraseHota m_hota;
    RegionContour m_regions;
    PanopticQuality m_panoptic;
    std::vector<ClipReport> m_clips;
    std::map<QString, Phrase> m_phrases;
};

} // namespace

Result<EvaluationReport> evaluate(const UnitList& units, Compared what,
                                  const std::function<bool(std::size_t, std::size_t)>& progress) {
    Evaluation evaluation(what, units.hasClasses());
    std::vector<EvaluationUnit> clip;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (progress && !progress(i, units.size())) {
            return fail(ErrorCode::Cancelled, QStringLiteral("The comparison was stopped."));
        }
        ASSIGN_OR_RETURN(EvaluationUnit unit, units.unit(i));
        clip.push_back(std::move(unit));
        if (i + 1 == units.size() || units.clip(i + 1) != units.clip(i)) {
            evaluation.addClip(clip);
            clip.clear();
        }
    }
    auto all = qint64(units.size());
    for (const auto& [phrase, count] : units.absent()) {
        evaluation.addAbsent(phrase, count);
        all += count;
    }
    EvaluationReport report = evaluation.report(units.hasClips());
    report.units = all;
    report.warnings = units.warnings();
    return report;
}

} // namespace core
