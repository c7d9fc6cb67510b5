// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_command.h"

#include "cli/interrupt.h"
#include "core/evaluation/dataset_diff.h"
#include "core/evaluation/evaluation.h"
#include "core/formats/export_file.h"

#include <cstdio>
#include <map>

namespace cli {

namespace {

using core::ErrorCode;

const std::map<std::string, core::Compared> kCompared{{"masks", core::Compared::Masks},
                                                      {"boxes", core::Compared::Boxes},
                                                      {"boundaries", core::Compared::Boundaries}};

QString text(const std::string& bytes) {
    return QString::fromLocal8Bit(bytes.data(), qsizetype(bytes.size()));
}

/// A share as people in this field write it: times 100; "-" where there is nothing to count.
QString percent(double value) {
    return value < 0 ? QStringLiteral("-") : QString::number(100 * value, 'f', 2);
}

void line(const char* name, const QString& value, const char* meaning) {
    std::printf("%-8s %8s  %s\n", name, qUtf8Printable(value), meaning);
}

void printConcept(const core::EvaluationReport& report) {
    const core::ConceptReport& figures = report.conceptF1;
    line("cgF1", percent(figures.mean.cgF1), "pmF1 x IL_MCC, mean over IoU 0.50 to 0.95");
    line("cgF1@50", percent(figures.at50.cgF1), "");
    line("pmF1", percent(figures.mean.pmF1), "where truth has objects, all of them counted together");
    line("IL_MCC", QString::number(figures.ilMcc, 'f', 4),
         "is something found where something is, and nothing else");
    line("P", percent(figures.mean.precision), "precision");
    line("R", percent(figures.mean.recall), "recall");
    if (!figures.hasNegatives) {
        std::puts(
            "         There are no negatives (a phrase that was looked for and is not there), so IL_MCC and\n"
            "         cgF1 say nothing; read pmF1.");
    }
    std::puts("         Regions marked as crowds are left out; what is found on them counts as wrong.");
}

void printPrecision(const core::EvaluationReport& report) {
    line("AP", percent(report.precision.ap), "COCO's average precision, mean over IoU 0.50 to 0.95");
    line("AP50", percent(report.precision.ap50), "");
    line("AP75", percent(report.precision.ap75), "");
    if (!report.hota) {
        line("AP small", percent(report.small.ap), "below 32 x 32 pixels");
        line("AP mid", percent(report.medium.ap), "");
        line("AP large", percent(report.large.ap), "above 96 x 96 pixels");
    }
    line("AR100", percent(report.precision.recall100), "recall with a hundred objects each");
}

void printPanoptic(const core::PanopticFigures& figures) {
    line("PQ", percent(figures.pq), "panoptic quality: SQ x RQ, mean over classes");
    line("SQ", percent(figures.sq), "how well what matched does");
    line("RQ", percent(figures.rq),
         "F1 of matching at IoU above 0.50; pixels truth says nothing of don't count");
}

void printRegions(const core::EvaluationReport& report) {
    if (report.regions.objects > 0) {
        line("J&F", percent(report.regions.jAndF()), "mean of both");
        line("J", percent(report.regions.j), "how well regions match");
        line("F", percent(report.regions.f), "how well outlines match");
    }
    if (report.hota) {
        line("pHOTA", percent(report.hota->hota), "detection and identity through clips");
        line("DetA", percent(report.hota->detA), "");
        line("AssA", percent(report.hota->assA), "");
    }
}

void printPhrases(const core::EvaluationReport& report) {
    std::printf("\n%8s %8s %8s %8s %8s %8s  %s\n", "truth", "found", "pmF1", "F1@50", "AP", "PQ",
                "class or phrase");
    for (const core::PhraseReport& phrase : report.phrases) {
        std::printf("%8d %8d %8s %8s %8s %8s  %s\n", phrase.truth, phrase.found,
                    qUtf8Printable(percent(phrase.conceptF1.mean.pmF1)),
                    qUtf8Printable(percent(phrase.conceptF1.at50.f1)),
                    qUtf8Printable(percent(phrase.precision.ap)), qUtf8Printable(percent(phrase.panoptic.pq)),
                    qUtf8Printable(phrase.phrase));
    }
}

void print(const core::EvaluationReport& report) {
    std::printf("%lld pairs of picture and phrase, %d of them negatives\n",
                static_cast<long long>(report.units),
                report.conceptF1.presence.trueNegative + report.conceptF1.presence.falsePositive);
    printConcept(report);
    printPrecision(report);
    printRegions(report);
    if (report.panoptic) {
        printPanoptic(*report.panoptic);
    }
    printPhrases(report);
}

void complainAll(const QStringList& warnings) {
    for (const QString& warning : warnings) {
        complain(warning);
    }
}

/// Prints JSON to where the arguments say.
core::Status put(const std::string& place, const QByteArray& json) {
    if (place == "-") {
        std::fputs(json.constData(), stdout);
        return {};
    }
    core::ExportFile file(text(place));
    RETURN_IF_ERROR(file.open());
    RETURN_IF_ERROR(file.write(json));
    return file.commit();
}

core::Status run(const EvalArguments& arguments) {
    const core::ObjectChoice ofTruth{text(arguments.truthWhere), arguments.clips};
    const core::ObjectChoice ofFound{text(arguments.foundWhere), arguments.clips};
    ASSIGN_OR_RETURN(core::ObjectSet truth, core::readObjects(text(arguments.truth), ofTruth));
    ASSIGN_OR_RETURN(core::ObjectSet found, core::readFoundObjects(text(arguments.found), truth, ofFound));
    const bool idsOfTruth = core::isResultList(text(arguments.found));
    ASSIGN_OR_RETURN(const core::UnitList units,
                     core::UnitList::make(std::move(truth), std::move(found), idsOfTruth));
    const Interrupt interrupt;
    ASSIGN_OR_RETURN(const core::EvaluationReport report,
                     core::evaluate(units, kCompared.at(arguments.compare),
                                    [&](std::size_t, std::size_t) { return !interrupt.isRequested(); }));
    complainAll(report.warnings);
    if (!arguments.json.empty()) {
        return put(arguments.json, core::jsonOf(report));
    }
    print(report);
    return {};
}

const char* wordOf(core::ObjectChange::Kind kind) {
    switch (kind) {
    case core::ObjectChange::Kind::Added:
        return "added";
    case core::ObjectChange::Kind::Removed:
        return "removed";
    case core::ObjectChange::Kind::Changed:
        return "changed";
    case core::ObjectChange::Kind::Relabelled:
        return "relabelled";
    }
    return "";
}

void print(const core::DatasetDiff& diff) {
    for (const core::ObjectChange& change : diff.changes) {
        const QString name =
            change.before == change.after || change.before.isEmpty() || change.after.isEmpty()
                ? (change.after.isEmpty() ? change.before : change.after)
                : change.before + QStringLiteral(" -> ") + change.after;
        std::printf("%-10s  IoU %.4f  %-20s  at %.0f,%.0f  %s\n", wordOf(change.kind), change.iou,
                    qUtf8Printable(name), change.box.x(), change.box.y(), qUtf8Printable(change.picture));
    }
    using Kind = core::ObjectChange::Kind;
    std::printf("%lld pictures: %d added, %d removed, %d changed, %d relabelled, %lld the same\n",
                static_cast<long long>(diff.pictures), diff.count(Kind::Added), diff.count(Kind::Removed),
                diff.count(Kind::Changed), diff.count(Kind::Relabelled), static_cast<long long>(diff.same));
}

core::Result<bool> runDiff(const EvalArguments& arguments) {
    ASSIGN_OR_RETURN(const core::ObjectSet before,
                     core::readObjects(text(arguments.truth), {text(arguments.truthWhere)}));
    ASSIGN_OR_RETURN(const core::ObjectSet after,
                     core::readObjects(text(arguments.found), {text(arguments.foundWhere)}));
    const Interrupt interrupt;
    ASSIGN_OR_RETURN(const core::DatasetDiff diff, core::diffOf(before, after, [&](std::size_t, std::size_t) {
                         return !interrupt.isRequested();
                     }));
    complainAll(diff.warnings);
    if (arguments.json.empty()) {
        print(diff);
    } else {
        RETURN_IF_ERROR(put(arguments.json, core::jsonOf(diff)));
    }
    return !diff.changes.empty();
}

} // namespace

CLI::App* addEval(CLI::App& app, EvalArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "eval",
        "Compare what was found with what is true: cgF1, average precision, boundary IoU, J&F, PQ, pHOTA.");
    command
        ->add_option("truth", arguments.truth,
                     "A project, a run file, or a data set that can be imported, as people made it")
        ->required()
        ->type_name("TRUTH");
    command->add_option("found", arguments.found, "The same, or a list of results, to be compared with it")
        ->required()
        ->type_name("FOUND");
    command->add_option("--compare", arguments.compare, "masks, boxes or boundaries")
        ->capture_default_str()
        ->check(CLI::IsMember({"masks", "boxes", "boundaries"}))
        ->type_name("WHAT");
    command->add_option("--truth-where", arguments.truthWhere, "Only what a filter finds in TRUTH, a project")
        ->type_name("FILTER");
    command->add_option("--found-where", arguments.foundWhere, "Only what a filter finds in FOUND, a project")
        ->type_name("FILTER");
    command->add_flag("--clips", arguments.clips,
                      "Take the pictures of each folder of a project as the frames of a clip");
    command->add_option("--json", arguments.json, "Write every figure as JSON (- for standard output)")
        ->type_name("FILE|-");
    return command;
}

CLI::App* addDiff(CLI::App& app, EvalArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "diff", "List what differs between two projects, runs or data sets; exit code 2 if something does.");
    command
        ->add_option("before", arguments.truth, "A project, a run file, or a data set that can be imported")
        ->required()
        ->type_name("BEFORE");
    command->add_option("after", arguments.found, "The same, to be compared with it")
        ->required()
        ->type_name("AFTER");
    command
        ->add_option("--before-where", arguments.truthWhere, "Only what a filter finds in BEFORE, a project")
        ->type_name("FILTER");
    command->add_option("--after-where", arguments.foundWhere, "Only what a filter finds in AFTER, a project")
        ->type_name("FILTER");
    command->add_option("--json", arguments.json, "Write everything as JSON (- for standard output)")
        ->type_name("FILE|-");
    return command;
}

ExitCode eval(const EvalArguments& arguments) {
    const core::Status status = run(arguments);
    return status ? ExitCode::Done : report(status.error());
}

ExitCode diff(const EvalArguments& arguments) {
    const core::Result<bool> differs = runDiff(arguments);
    if (!differs) {
        return report(differs.error());
    }
    return *differs ? ExitCode::BadInput : ExitCode::Done;
}

} // namespace cli
