// SPDX-License-Identifier: Apache-2.0
#include "cli/lint_command.h"

#include "core/project/history.h"
#include "core/review/project_findings.h"
#include "core/store/open_project.h"
#include "core/store/project_store.h"

#include <QHash>

#include <cstdio>
#include <memory>
#include <set>

namespace cli {

namespace {

using core::ErrorCode;

QString text(const std::string& bytes) {
    return QString::fromLocal8Bit(bytes.data(), qsizetype(bytes.size()));
}

core::Result<std::set<core::Rule>> rulesOf(const std::vector<std::string>& names) {
    std::set<core::Rule> rules;
    for (const std::string& name : names) {
        const std::optional<core::Rule> rule = core::ruleNamed(text(name));
        if (!rule) {
            return core::fail(ErrorCode::InvalidArgument,
                              QStringLiteral("There is no rule “%1”; choose empty, off-image, duplicate, "
                                             "overlap, sliver, hole, island or outlier.")
                                  .arg(text(name)));
        }
        rules.insert(*rule);
    }
    return rules;
}

void print(const QString& image, const core::Finding& finding) {
    std::printf("%s: %s, instance %lld", qUtf8Printable(image), qUtf8Printable(nameOf(finding.rule)),
                static_cast<long long>(finding.instance.value));
    if (finding.other.isValid()) {
        std::printf(" with %lld", static_cast<long long>(finding.other.value));
    }
    std::printf(", %lld pixels\n", static_cast<long long>(finding.pixels));
}

/// Looks and prints; none of the rules means all of them.
core::Result<std::vector<core::PlacedFinding>> look(const QString& project,
                                                    const std::set<core::Rule>& rules) {
    QHash<core::ImageId, QString> paths;
    {
        RETURN_IF_ERROR(core::ProjectStore::check(project));
        ASSIGN_OR_RETURN(core::ProjectStore store,
                         core::ProjectStore::open(project, core::ProjectStore::Mode::ReadOnly));
        ASSIGN_OR_RETURN(const core::ProjectStore::Contents contents, store.contents());
        for (const core::ImageInfo& image : contents.images) {
            paths.insert(image.id, image.path);
        }
    }
    ASSIGN_OR_RETURN(std::vector<core::PlacedFinding> findings, core::findingsOf(project));
    std::erase_if(findings, [&rules](const core::PlacedFinding& one) {
        return !rules.empty() && !rules.contains(one.finding.rule);
    });
    for (const core::PlacedFinding& one : findings) {
        print(paths.value(one.image), one.finding);
    }
    std::printf("%zu findings\n", findings.size());
    return findings;
}

/// How many findings are left.
core::Result<std::size_t> run(const QString& project, const std::set<core::Rule>& rules, bool fix) {
    std::unique_ptr<core::OpenProject> open;
    if (fix) {
        // Held from before the first look: nobody may change what the repairs were made for.
        ASSIGN_OR_RETURN(open, core::OpenProject::open(project));
    }
    ASSIGN_OR_RETURN(const std::vector<core::PlacedFinding> findings, look(project, rules));
    if (!fix) {
        return findings.size();
    }
    core::Edit edit;
    edit.text = QStringLiteral("Repair");
    ASSIGN_OR_RETURN(edit.changes, core::repairsOf(project, findings));
    const std::size_t mended = edit.changes.size();
    if (mended == 0) {
        return findings.size();
    }
    open->history().commit(std::move(edit));
    RETURN_IF_ERROR(open->flush());
    std::printf("%zu instances mended in one step that can be undone\n", mended);
    // What is left is counted anew: one repair may end several findings, or show another.
    ASSIGN_OR_RETURN(const std::vector<core::PlacedFinding> left, look(project, rules));
    return left.size();
}

} // namespace

CLI::App* addLint(CLI::App& app, LintArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "lint", "Look for instances that can't be right: empty, off-image, duplicate, overlap, sliver, hole, "
                "island, outlier; exit code 2 if any are left.");
    command->add_option("project", arguments.project, "The project file")->required()->type_name("PROJECT");
    command->add_option("--rule", arguments.rules, "Only this rule (repeatable)")
        ->expected(1)
        ->type_name("RULE")
        ->take_all()
        ->allow_extra_args(false);
    command->add_flag(
        "--fix", arguments.fix,
        "Remove duplicates, fill small holes, drop small islands and what lies outside: one step "
        "that the window can undo");
    return command;
}

ExitCode lint(const LintArguments& arguments) {
    const core::Result<std::set<core::Rule>> rules = rulesOf(arguments.rules);
    if (!rules) {
        return report(rules.error());
    }
    const core::Result<std::size_t> left = run(text(arguments.project), *rules, arguments.fix);
    if (!left) {
        return report(left.error());
    }
    return *left == 0 ? ExitCode::Done : ExitCode::BadInput;
}

} // namespace cli
