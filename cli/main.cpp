// SPDX-License-Identifier: Apache-2.0
#include "cli/autolabel_command.h"
#include "cli/convert_command.h"
#include "cli/dataset_commands.h"
#include "cli/eval_command.h"
#include "cli/exit_code.h"
#include "cli/info_command.h"
#include "cli/lint_command.h"
#include "cli/model_commands.h"
#include "cli/models_options.h"
#include "cli/project_commands.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <new>
#include <vector>

namespace {

using cli::ExitCode;

constexpr const char* kSegmentHelp =
    "Find instances in one picture and outline them.\n"
    "  --text        every instance of the phrase; several phrases share one encoding\n"
    "  --box         with --text: an example that sharpens each phrase (neg: not like this);\n"
    "                alone: everything that looks like it, labelled \"visual\"\n"
    "  --point       the one object under the point (neg: not this), labelled by --text or \"object\";\n"
    "                a --box with points is that object's own\n"
    "Coordinates are pixels of the picture as it is shown; boxes are half-open.\n"
    "Without --json, --overlay or --masks a table is printed.\n"
    "Exit codes: 0 done, 1 bad usage, 2 bad input, 3 cancelled, 4 internal error";

QString fromArgument(const std::string& bytes) {
    return QString::fromLocal8Bit(bytes.data(), qsizetype(bytes.size()));
}

ExitCode addPictures(const std::string& project, const std::vector<std::string>& pictures) {
    QStringList paths;
    for (const std::string& picture : pictures) {
        paths.append(fromArgument(picture));
    }
    const core::Result<int> added = cli::addPictures(fromArgument(project), paths);
    if (!added) {
        return cli::report(added.error());
    }
    std::printf("%d pictures added\n", *added);
    return ExitCode::Done;
}

ExitCode checkProject(const std::string& project) {
    const auto problems = cli::checkProject(fromArgument(project));
    if (!problems) {
        return cli::report(problems.error());
    }
    for (const QString& problem : *problems) {
        std::puts(qUtf8Printable(problem));
    }
    return problems->isEmpty() ? ExitCode::Done : ExitCode::BadInput;
}

/// The arguments of every command, filled by parsing.
struct Arguments {
    cli::SegmentArguments segment;
    cli::ModelsArguments models;
    cli::InfoArguments info;
    std::string project;
    cli::DatasetArguments dataset;
    std::vector<std::string> pictures;
    cli::ConvertArguments convert;
    cli::AutoLabelArguments autoLabel;
    cli::LintArguments lint;
    cli::EvalArguments eval, diff;
};

CLI::App* addConvert(CLI::App& app, cli::ConvertArguments& arguments) {
    CLI::App* command =
        app.add_subcommand("convert", "Write a model with fewer bits, as one file that opens at once.");
    command->add_option("model", arguments.in, "The model file")->required()->type_name("MODEL");
    command->add_option("-o,--output", arguments.out, "The file to write")->required()->type_name("FILE");
    command->add_option("--dtype", arguments.dtype, "f32, f16, bf16 or q8 (8-bit)")
        ->capture_default_str()
        ->type_name("TYPE");
    command->add_flag("--force", arguments.force, "Replace the file if it is there");
    return command;
}

CLI::App* addInfo(CLI::App& app, cli::InfoArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "info", "Say what a model file is, what it lacks and in which precision it fits this machine.");
    command->add_option("model", arguments.model, "The model file, a folder or an id")
        ->required()
        ->type_name("MODEL");
    command->add_flag("--json", arguments.asJson, "As JSON");
    command->add_flag("--check", arguments.check, "Load it and look through every weight first");
    return command;
}

CLI::App* addSegment(CLI::App& app, cli::SegmentArguments& arguments) {
    CLI::App* command = app.add_subcommand("segment", kSegmentHelp);
    const auto addList = [&](const char* name, std::vector<std::string>& values, const char* type,
                             const char* help) {
        command->add_option(name, values, help)
            ->expected(1)
            ->type_name(type)
            ->take_all()
            ->allow_extra_args(false);
    };
    command->add_option("--image", arguments.image, "The picture")->required()->type_name("FILE");
    command
        ->add_option("--model", arguments.model,
                     "The model, a file or an id; the one that comes with the program if not given")
        ->type_name("MODEL");
    addList("--text", arguments.texts, "PHRASE", "What to look for (repeatable)");
    addList("--box", arguments.boxes, "x0,y0,x1,y1[,neg]", "An example (repeatable)");
    addList("--point", arguments.points, "x,y[,neg]", "A point of the object (repeatable)");
    command
        ->add_option("--threshold", arguments.threshold, "Least score, 0 to 1; the model's own if not given")
        ->type_name("T");
    command->add_option("--json", arguments.json, "Write the instances as JSON (- for standard output)")
        ->type_name("FILE|-");
    command->add_option("--overlay", arguments.overlay, "Write the picture with its masks drawn")
        ->type_name("FILE");
    command->add_option("--masks", arguments.masks, "Write mask_000.png and so on, 0 and 255")
        ->type_name("DIR");
    command->add_option("--threads", arguments.threads, "Threads to compute with; 0: one for each processor")
        ->type_name("N");
    command->add_flag("--trace", arguments.trace, "Print the time of each stage on stderr");
    return command;
}

CLI::App* addAdd(CLI::App& app, Arguments& arguments) {
    CLI::App* command =
        app.add_subcommand("add", "Add pictures to a project, which is made if it is not there.");
    command->add_option("project", arguments.project, "The project file")->required()->type_name("PROJECT");
    command->add_option("pictures", arguments.pictures, "Pictures, or folders with all that is in them")
        ->required()
        ->type_name("PATH");
    return command;
}

CLI::App* addCheck(CLI::App& app, Arguments& arguments) {
    CLI::App* command =
        app.add_subcommand("check", "Look for damage in a project file; exit code 2 if there is any.");
    command->add_option("project", arguments.project, "The project file")->required()->type_name("PROJECT");
    return command;
}

struct Command {
    const CLI::App* app;
    std::function<ExitCode()> run;
};

/// In the order of the help.
std::vector<Command> addCommands(CLI::App& app, Arguments& a) {
    const CLI::App* segment = addSegment(app, a.segment);
    const CLI::App* info = addInfo(app, a.info);
    const CLI::App* convert = addConvert(app, a.convert);
    const CLI::App* models = cli::addModels(app, a.models);
    return {{segment, [&a] { return cli::segment(a.segment); }},
            {info, [&a] { return cli::info(a.info); }},
            {convert, [&a] { return cli::convert(a.convert); }},
            {models, [&a, models] { return cli::runModels(*models, a.models); }},
            {cli::addAutoLabel(app, a.autoLabel), [&a] { return cli::autoLabel(a.autoLabel); }},
            {cli::addMerge(app, a.autoLabel), [&a] { return cli::merge(a.autoLabel); }},
            {cli::addLint(app, a.lint), [&a] { return cli::lint(a.lint); }},
            {cli::addEval(app, a.eval), [&a] { return cli::eval(a.eval); }},
            {cli::addDiff(app, a.diff), [&a] { return cli::diff(a.diff); }},
            {cli::addExport(app, a.dataset), [&a] { return cli::exportLabels(a.dataset); }},
            {cli::addImport(app, a.dataset), [&a] { return cli::importLabels(a.dataset); }},
            {addAdd(app, a), [&a] { return addPictures(a.project, a.pictures); }},
            {addCheck(app, a), [&a] { return checkProject(a.project); }}};
}

ExitCode run(int argc, char** argv) {
    Arguments arguments;
    CLI::App app("Maskwright on the command line: masks of things in pictures, and label projects.",
                 "maskwright-cli");
    app.require_subcommand(1);
    app.set_version_flag("--version", MASKWRIGHT_VERSION);
    const std::vector<Command> commands = addCommands(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            app.exit(error);
            return ExitCode::Done;
        }
        cli::complain(fromArgument(error.what()) + QStringLiteral("; see maskwright-cli --help."));
        return ExitCode::BadUsage;
    }
    const auto chosen = std::find_if(commands.begin(), commands.end(),
                                     [](const Command& command) { return command.app->parsed(); });
    return chosen->run(); // require_subcommand() saw to it that there is one
}

/// Picture decoders talk to Qt's log about damaged files; the user gets our sentence instead.
void keepFatalMessages(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        cli::complain(message);
    }
}

} // namespace

int main(int argc, char** argv) {
    qInstallMessageHandler(keepFatalMessages);
    const QCoreApplication application(argc, argv); // picture formats are Qt plugins
    try {
        return int(run(argc, argv));
    } catch (const std::bad_alloc&) {
        cli::complain(
            QStringLiteral("There is not enough memory; close other programs or use a smaller picture."));
    } catch (const std::exception& exception) {
        cli::complain(QStringLiteral("Something went wrong inside the program: %1.")
                          .arg(QString::fromUtf8(exception.what())));
    }
    return int(ExitCode::Internal);
}
