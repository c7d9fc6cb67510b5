// SPDX-License-Identifier: Apache-2.0
#include "cli/lint_command.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/review/rules.h"
#include "core/store/open_project.h"
#include "core/store/project_store.h"

#include <algorithm>
#include <cstdio>
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

/// One run of `lint`: reads the file image by image, twice: areas first, for outliers are such only beside
/// the others.
class Lint {
public:
    Lint(QString project, std::set<core::Rule> rules, bool fix)
        : m_project(std::move(project)), m_rules(std::move(rules)), m_fix(fix) {}

    /// How many findings are left.
    core::Result<int> run() {
        std::unique_ptr<core::OpenProject> open;
        if (m_fix) {
            // Held from before the first look: nobody may change what the repairs were made for.
            ASSIGN_OR_RETURN(open, core::OpenProject::open(m_project));
        }
        {
            RETURN_IF_ERROR(core::ProjectStore::check(m_project));
            ASSIGN_OR_RETURN(core::ProjectStore store,
                             core::ProjectStore::open(m_project, core::ProjectStore::Mode::ReadOnly));
            ASSIGN_OR_RETURN(m_contents, store.contents());
            RETURN_IF_ERROR(measure(store));
            RETURN_IF_ERROR(look(store));
        }
        std::printf("%d findings\n", m_found);
        if (!m_changes.empty()) {
            RETURN_IF_ERROR(commit(*open));
        }
        return m_found - m_mended;
    }

private:
    core::Status measure(core::ProjectStore& store) {
        std::map<core::LabelId, std::vector<qint64>> areas;
        for (const core::ImageInfo& image : m_contents.images) {
            ASSIGN_OR_RETURN(const core::ProjectStore::Annotations stored, store.annotations(image.id));
            for (const core::Annotation& a : stored.annotations) {
                if (a.fields.state != core::State::Rejected && !a.fields.crowd) {
                    areas[a.fields.label].push_back(a.mask.area());
                }
            }
        }
        for (auto& [label, values] : areas) {
            m_areas[label] = core::areaSpread(std::move(values));
        }
        return {};
    }

    core::Status look(core::ProjectStore& store) {
        for (const core::ImageInfo& image : m_contents.images) {
            ASSIGN_OR_RETURN(const core::ProjectStore::Annotations stored, store.annotations(image.id));
            std::vector<core::Finding> findings = core::findingsIn(stored.annotations, image.size, m_areas);
            std::erase_if(findings, [this](const core::Finding& finding) {
                return !m_rules.empty() && !m_rules.contains(finding.rule);
            });
            for (const core::Finding& finding : findings) {
                print(image, finding);
            }
            m_found += int(findings.size());
            if (m_fix) {
                std::vector<core::Change> changes = core::repairs(stored.annotations, findings, image.size);
                std::move(changes.begin(), changes.end(), std::back_inserter(m_changes));
            }
        }
        return {};
    }

    static void print(const core::ImageInfo& image, const core::Finding& finding) {
        std::printf("%s: %s, instance %lld", qUtf8Printable(image.path), qUtf8Printable(nameOf(finding.rule)),
                    static_cast<long long>(finding.instance.value));
        if (finding.other.isValid()) {
            std::printf(" with %lld", static_cast<long long>(finding.other.value));
        }
        std::printf(", %lld pixels\n", static_cast<long long>(finding.pixels));
    }

    core::Status commit(core::OpenProject& open) {
        core::Edit edit;
        edit.text = QStringLiteral("Repair");
        edit.changes = std::move(m_changes);
        const auto mended = edit.changes.size();
        open.history().commit(std::move(edit));
        RETURN_IF_ERROR(open.flush());
        std::printf("%zu instances mended in one step that can be undone\n", mended);
        // What is left is counted anew: one repair may end several findings, or show another.
        Lint again(m_project, m_rules, false);
        ASSIGN_OR_RETURN(const int left, again.run());
        m_mended = m_found - left;
        return {};
    }

    QString m_project;
    std::set<core::Rule> m_rules;
    bool m_fix;
    core::ProjectStore::Contents m_contents;
    std::map<core::LabelId, core::AreaSpread> m_areas;
    std::vector<core::Change> m_changes;
    int m_found = 0;
    int m_mended = 0;
};

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
    core::Result<std::set<core::Rule>> rules = rulesOf(arguments.rules);
    if (!rules) {
        return report(rules.error());
    }
    const core::Result<int> left = Lint(text(arguments.project), std::move(*rules), arguments.fix).run();
    if (!left) {
        return report(left.error());
    }
    return *left == 0 ? ExitCode::Done : ExitCode::BadInput;
}

} // namespace cli
