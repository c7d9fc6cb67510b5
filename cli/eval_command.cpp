// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_command.h"

#include "cli/interrupt.h"
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
    std::printf("\n%8s %8s %8s %8s %8s  %s\n", "truth", "found", "pmF1", "F1@50", "AP", "class or phrase");
    for (const core::PhraseReport& phrase : report.phrases) {
        std::printf("%8d %8d %8s %8s %8s  %s\n", phrase.truth, phrase.found,
                    qUtf8Printable(percent(phrase.conceptF1.mean.pmF1)),
                    qUtf8Printable(percent(phrase.conceptF1.at50.f1)),
                    qUtf8Printable(percent(phrase.precision.ap)), qUtf8Printable(phrase.phrase));
    }
}

void print(const core::EvaluationReport& report) {
    std::printf("%lld pairs of picture and phrase, %d of them negatives\n",
                static_cast<long long>(report.units),
                report.conceptF1.presence.trueNegative + report.conceptF1.presence.falsePositive);
    printConcept(report);
    printPrecision(report);
    printRegions(report);
    printPhrases(report);
}

core::Status run(const EvalArguments& arguments) {
    ASSIGN_OR_RETURN(core::ObjectSet truth, core::readObjects(text(arguments.truth)));
    ASSIGN_OR_RETURN(core::ObjectSet found, core::readFoundObjects(text(arguments.found), truth));
    const bool idsOfTruth = core::isResultList(text(arguments.found));
    ASSIGN_OR_RETURN(const core::UnitList units,
                     core::UnitList::make(std::move(truth), std::move(found), idsOfTruth));
    const Interrupt interrupt;
    ASSIGN_OR_RETURN(const core::EvaluationReport report,
                     core::evaluate(units, kCompared.at(arguments.compare),
                                    [&](std::size_t, std::size_t) { return !interrupt.isRequested(); }));
    for (const QString& warning : report.warnings) {
        complain(warning);
    }
    if (arguments.json.empty()) {
        print(report);
        return {};
    }
    if (arguments.json == "-") {
        std::fputs(core::jsonOf(report).constData(), stdout);
        return {};
    }
    core::ExportFile file(text(arguments.json));
    RETURN_IF_ERROR(file.open());
    RETURN_IF_ERROR(file.write(core::jsonOf(report)));
    return file.commit();
}

} // namespace

CLI::App* addEval(CLI::App& app, EvalArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "eval",
        "Compare what was found with what is true: cgF1, average precision, boundary IoU, J&F, pHOTA.");
    command
        ->add_option("truth", arguments.truth,
                     "A project, or a COCO, SA-Co, YouTube-VIS or VEval file, as people made it")
        ->required()
        ->type_name("TRUTH");
    command->add_option("found", arguments.found, "The same, or a list of results, to be compared with it")
        ->required()
        ->type_name("FOUND");
    command->add_option("--compare", arguments.compare, "masks, boxes or boundaries")
        ->capture_default_str()
        ->check(CLI::IsMember({"masks", "boxes", "boundaries"}))
        ->type_name("WHAT");
    command->add_option("--json", arguments.json, "Write every figure as JSON (- for standard output)")
        ->type_name("FILE|-");
    return command;
}

ExitCode eval(const EvalArguments& arguments) {
    const core::Status status = run(arguments);
    return status ? ExitCode::Done : report(status.error());
}

} // namespace cli
