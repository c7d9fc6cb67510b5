// SPDX-License-Identifier: Apache-2.0
#include "cli/autolabel_command.h"

#include "cli/interrupt.h"
#include "cli/merge_runs.h"
#include "cli/segment_options.h"
#include "cli/terminal.h"
#include "core/auto_label/label_images.h"
#include "core/auto_label/sample.h"
#include "core/engine/engine_port.h"
#include "core/store/project_store.h"
#include "inference/api/engine.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <cstdio>
#include <optional>

namespace cli {

namespace {

using core::ErrorCode;

constexpr qint64 kLargestPlan = qint64{16} << 20;
/// No picture is asked for twice, so embeddings of earlier ones are of no use; a large model's own must fit.
constexpr std::size_t kCacheBytes = std::size_t{512} << 20;

QString text(const std::string& bytes) {
    return QString::fromLocal8Bit(bytes.data(), qsizetype(bytes.size()));
}

tl::unexpected<core::Error> misuse(const QString& sentence) {
    return core::fail(ErrorCode::InvalidArgument, sentence);
}

core::Result<core::AutoLabelPlan> planOf(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::fail(ErrorCode::NotFound,
                          QStringLiteral("The plan “%1” can't be read (%2).").arg(name, file.errorString()));
    }
    if (file.size() > kLargestPlan) {
        return misuse(QStringLiteral("The plan “%1” is larger than 16 MB; is it another file?").arg(name));
    }
    return core::readPlan(file.readAll());
}

core::Result<core::Shard> shardOf(const QString& given) {
    if (given.isEmpty()) {
        return core::Shard{};
    }
    const QStringList parts = given.split(QLatin1Char('/'));
    bool first = false;
    bool second = false;
    const core::Shard shard{parts.value(0).toInt(&first), parts.value(1).toInt(&second)};
    if (parts.size() != 2 || !first || !second || shard.index < 1 || shard.index > shard.count ||
        shard.count > 1'000'000) {
        return misuse(QStringLiteral("--shard %1 is not part/parts, such as 2/8.").arg(given));
    }
    return shard;
}

/// Everything that one call of `autolabel` needs.
class AutoLabelRun {
public:
    explicit AutoLabelRun(const AutoLabelArguments& arguments) : m_arguments(arguments) {}

    core::Status run() {
        RETURN_IF_ERROR(prepare());
        if (m_arguments.sample > 0) {
            return sample();
        }
        ASSIGN_OR_RETURN(core::RunFile results, core::RunFile::open(m_file, m_header));
        core::RunImages images = sources(core::shardOf(m_paths, m_header.shard));
        images.progress = [](const core::RunProgress& progress) { showProgress(progress); };
        inference::RunControl control;
        control.stop = m_interrupt.token();
        const core::Result<core::RunProgress> done =
            core::labelImages(*m_engine, m_header.plan, images, results, control);
        endProgress();
        if (!done) {
            return tl::unexpected(done.error());
        }
        std::printf("%d of %d images labelled, %d could not be; results are in %s\n", done->done, done->total,
                    done->failed, qUtf8Printable(m_file));
        if (!m_arguments.shard.empty()) {
            return {};
        }
        RETURN_IF_ERROR(mergeRuns(m_project, {m_file}, false));
        // With failures it stays, so that the next call tries those alone again.
        if (m_arguments.output.empty() && done->failed == 0) {
            QFile::remove(m_file);
        }
        return {};
    }

private:
    core::Status prepare() {
        ASSIGN_OR_RETURN(m_header.plan, planOf(text(m_arguments.plan)));
        ASSIGN_OR_RETURN(m_header.shard, shardOf(text(m_arguments.shard)));
        if (m_arguments.sample < 0 || m_arguments.threads < 0 || m_arguments.threads > 1024) {
            return misuse(QStringLiteral("--sample and --threads are numbers from 0 up."));
        }
        m_project = text(m_arguments.project);
        RETURN_IF_ERROR(core::ProjectStore::check(m_project));
        ASSIGN_OR_RETURN(core::ProjectStore store,
                         core::ProjectStore::open(m_project, core::ProjectStore::Mode::ReadOnly));
        ASSIGN_OR_RETURN(const core::ProjectStore::Contents contents, store.contents());
        for (const core::ImageInfo& image : contents.images) {
            m_paths.append(image.path);
        }
        if (m_paths.isEmpty()) {
            return misuse(QStringLiteral("The project has no images; add some first."));
        }
        ASSIGN_OR_RETURN(const QString model, modelFile(text(m_arguments.model)));
        inference::EngineOptions options;
        options.threads = m_arguments.threads;
        options.cacheBytes = kCacheBytes;
        ASSIGN_OR_RETURN(m_engine, core::engineFactory(options)(model, m_interrupt.token()));
        if (!m_engine->info().hasText) {
            return misuse(QStringLiteral("The model “%1” knows no phrases; choose another with --model.")
                              .arg(QString::fromStdString(m_engine->info().name)));
        }
        m_header = core::runHeader(m_header.plan, m_engine->info(), m_paths, m_header.shard);
        m_file = text(m_arguments.output);
        if (m_file.isEmpty()) {
            m_file = core::runFileName(m_project, m_header);
        }
        return {};
    }

    core::RunImages sources(QStringList paths) const {
        const QDir base = QFileInfo(QFileInfo(m_project).canonicalFilePath()).absoluteDir();
        return {std::move(paths), [base](const QString& path) { return base.absoluteFilePath(path); }, {}};
    }

    core::Status sample() {
        inference::RunControl control;
        control.stop = m_interrupt.token();
        ASSIGN_OR_RETURN(
            const core::SampleReport report,
            core::labelSample(*m_engine, m_header.plan, sources(m_paths), m_arguments.sample, control));
        std::fputs(qUtf8Printable(core::describe(report, m_header.plan)), stdout);
        return {};
    }

    const AutoLabelArguments& m_arguments;
    Interrupt m_interrupt;
    QString m_project;
    QString m_file;
    QStringList m_paths;
    core::RunHeader m_header;
    std::unique_ptr<core::EnginePort> m_engine;
};

ExitCode codeOf(const core::Status& status) {
    return status ? ExitCode::Done : report(status.error());
}

} // namespace

CLI::App* addAutoLabel(CLI::App& app, AutoLabelArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "autolabel", "Label the images of a project by a plan: phrases, thresholds and rules as JSON.\n"
                     "A call that was stopped goes on where it was. With --shard the results stay in their "
                     "file until merge.");
    command->add_option("plan", arguments.plan, "The plan")->required()->type_name("PLAN");
    command->add_option("project", arguments.project, "The project file")->required()->type_name("PROJECT");
    command->add_option("--model", arguments.model, "The model, a file or an id")->type_name("MODEL");
    command->add_option("--shard", arguments.shard, "Only this part of the images, such as 2/8")
        ->type_name("i/n");
    command->add_option("-o,--output", arguments.output, "The run file; beside the project if not given")
        ->type_name("FILE");
    command
        ->add_option("--sample", arguments.sample,
                     "Try the plan on this many images, say what it finds and how long all would take; "
                     "write nothing")
        ->type_name("N");
    command->add_option("--threads", arguments.threads, "Threads to compute with; 0: one for each processor")
        ->type_name("N");
    return command;
}

CLI::App* addMerge(CLI::App& app, AutoLabelArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "merge", "Put the results of autolabel --shard into the project: one undo step, and only once.");
    command->add_option("project", arguments.project, "The project file")->required()->type_name("PROJECT");
    command->add_option("runs", arguments.runs, "The run files of all shards")->required()->type_name("RUN");
    command->add_flag("--partial", arguments.partial, "Although shards or images are missing");
    return command;
}

ExitCode autoLabel(const AutoLabelArguments& arguments) {
    return codeOf(AutoLabelRun(arguments).run());
}

ExitCode merge(const AutoLabelArguments& arguments) {
    QStringList files;
    for (const std::string& run : arguments.runs) {
        files.append(text(run));
    }
    return codeOf(mergeRuns(text(arguments.project), files, arguments.partial));
}

} // namespace cli
