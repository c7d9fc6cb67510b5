// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/evaluation.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

using nlohmann::ordered_json;

ordered_json jsonOf(const ConceptFigures& figures) {
    return {{"cgF1", figures.cgF1},
            {"pmF1", figures.pmF1},
            {"precision", figures.precision},
            {"recall", figures.recall},
            {"f1", figures.f1},
            {"macro_f1", figures.macroF1},
            {"macro_f1_with_missed", figures.macroF1WithMissed}};
}

ordered_json jsonOf(const ConceptReport& report) {
    return {{"mean", jsonOf(report.mean)},
            {"at_50", jsonOf(report.at50)},
            {"at_75", jsonOf(report.at75)},
            {"IL_MCC", report.ilMcc},
            {"IL_TP", report.presence.truePositive},
            {"IL_FP", report.presence.falsePositive},
            {"IL_FN", report.presence.falseNegative},
            {"IL_TN", report.presence.trueNegative}};
}

/// null stands for "nothing of that kind is there to find".
ordered_json orNull(double value) {
    return value < 0 ? ordered_json(nullptr) : ordered_json(value);
}

ordered_json jsonOf(const PrecisionFigures& figures) {
    return {{"AP", orNull(figures.ap)},         {"AP50", orNull(figures.ap50)},
            {"AP75", orNull(figures.ap75)},     {"AR1", orNull(figures.recall1)},
            {"AR10", orNull(figures.recall10)}, {"AR100", orNull(figures.recall100)}};
}

ordered_json jsonOf(const HotaFigures& figures) {
    return {{"HOTA", figures.hota},   {"DetA", figures.detA},   {"AssA", figures.assA},
            {"DetRe", figures.detRe}, {"DetPr", figures.detPr}, {"AssRe", figures.assRe},
            {"AssPr", figures.assPr}, {"LocA", figures.locA},   {"OWTA", figures.owta}};
}

ordered_json jsonOf(const PanopticFigures& figures) {
    return {{"PQ", orNull(figures.pq)},   {"SQ", figures.sq},       {"RQ", figures.rq},
            {"matched", figures.matched}, {"wrong", figures.wrong}, {"missed", figures.missed}};
}

const char* nameOf(Compared what) {
    switch (what) {
    case Compared::Masks:
        return "masks";
    case Compared::Boxes:
        return "boxes";
    case Compared::Boundaries:
        return "boundaries";
    }
    return "";
}

} // namespace

QByteArray jsonOf(const EvaluationReport& report) {
    ordered_json json = {{"compared", nameOf(report.what)},
                         {"units", report.units},
                         {"concept", jsonOf(report.conceptF1)},
                         {"precision", jsonOf(report.precision)}};
    if (report.hota) {
        json["pHOTA"] = jsonOf(*report.hota);
    } else {
        json["precision_small"] = jsonOf(report.small);
        json["precision_medium"] = jsonOf(report.medium);
        json["precision_large"] = jsonOf(report.large);
    }
    if (report.what == Compared::Masks) {
        json["J"] = report.regions.j;
        json["F"] = report.regions.f;
        json["J&F"] = report.regions.jAndF();
    }
    if (report.panoptic) {
        json["panoptic"] = jsonOf(*report.panoptic);
    }
    for (const PhraseReport& phrase : report.phrases) {
        ordered_json entry = {{"phrase", phrase.phrase.toStdString()},
                              {"truth", phrase.truth},
                              {"found", phrase.found},
                              {"concept", jsonOf(phrase.conceptF1)},
                              {"precision", jsonOf(phrase.precision)}};
        if (report.panoptic) {
            entry["panoptic"] = jsonOf(phrase.panoptic);
        }
        json["phrases"].push_back(std::move(entry));
    }
    for (const ClipReport& clip : report.clips) {
        json["clips"].push_back({{"clip", clip.clip.toStdString()}, {"f1", clip.f1}});
    }
    for (const QString& warning : report.warnings) {
        json["warnings"].push_back(warning.toStdString());
    }
    return QByteArray::fromStdString(json.dump(2)) + '\n';
}

} // namespace core
