// SPDX-License-Identifier: Apache-2.0
#include "cli/dataset_commands.h"

#include "cli/interrupt.h"

#include "core/formats/export_preset.h"
#include "core/formats/format.h"
#include "core/formats/import_edit.h"
#include "core/formats/late_removal.h"
#include "core/project/history.h"
#include "core/query/narrowed_source.h"
#include "core/query/stored_source.h"
#include "core/store/open_project.h"
#include "core/store/project_store.h"

#include <QFileInfo>
#include <QSettings>

#include <cstdio>

namespace cli {

namespace {

using core::ErrorCode;

QString text(const std::string& bytes) {
    return QString::fromLocal8Bit(bytes.data(), qsizetype(bytes.size()));
}

void print(const QStringList& sentences) {
    for (const QString& sentence : sentences) {
        std::puts(qUtf8Printable(sentence));
    }
}

template <class Member> std::string idsWith(Member member) {
    std::string ids;
    for (const core::Format& format : core::formats()) {
        if (format.*member != nullptr) {
            ids += (ids.empty() ? "" : ", ") + format.id.toStdString();
        }
    }
    return ids;
}

template <class Member> core::Result<const core::Format*> formatNamed(const std::string& id, Member member) {
    const core::Format* format = core::formatById(text(id));
    if (format == nullptr || format->*member == nullptr) {
        return core::fail(ErrorCode::InvalidArgument,
                          QStringLiteral("There is no format “%1”; choose one of %2.")
                              .arg(text(id), QString::fromStdString(idsWith(member))));
    }
    return format;
}

/// The preset that is named, with what else was said instead of its own.
core::Result<core::ExportPreset> choicesOf(const DatasetArguments& arguments) {
    core::ExportPreset preset;
    if (!arguments.preset.empty()) {
        QSettings settings(QStringLiteral("maskwright"), QStringLiteral("maskwright"));
        const QList<core::ExportPreset> presets = core::exportPresets(settings);
        QStringList names;
        for (const core::ExportPreset& known : presets) {
            names << known.name;
        }
        const qsizetype index = names.indexOf(text(arguments.preset));
        if (index < 0) {
            return core::fail(ErrorCode::InvalidArgument,
                              QStringLiteral("There is no preset “%1”; the settings have: %2.")
                                  .arg(text(arguments.preset), names.isEmpty()
                                                                   ? QStringLiteral("none")
                                                                   : names.join(QStringLiteral(", "))));
        }
        preset = presets[index];
    }
    preset.format = arguments.format.empty() ? preset.format : text(arguments.format);
    preset.where = arguments.where.empty() ? preset.where : text(arguments.where);
    preset.polygons = preset.polygons || arguments.polygons;
    preset.copyImages = preset.copyImages && !arguments.withoutPictures;
    preset.split.val = arguments.val.value_or(preset.split.val);
    preset.split.test = arguments.test.value_or(preset.split.test);
    preset.split.byFolder = preset.split.byFolder || arguments.byFolder;
    return preset;
}

core::Status write(const DatasetArguments& arguments) {
    ASSIGN_OR_RETURN(const core::ExportPreset preset, choicesOf(arguments));
    ASSIGN_OR_RETURN(const core::Format* const format,
                     formatNamed(preset.format.toLocal8Bit().toStdString(), &core::Format::write));
    const QString project = text(arguments.project);
    RETURN_IF_ERROR(core::ProjectStore::check(project));
    ASSIGN_OR_RETURN(core::ProjectStore store,
                     core::ProjectStore::open(project, core::ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(core::ExportSource source, core::storedSource(store, project));
    ASSIGN_OR_RETURN(core::QueryMatches found, core::storedMatches(store, source, preset.where));
    source = core::narrowed(std::move(source), std::move(found));

    core::ExportOptions options = core::optionsOf(preset);
    const Interrupt interrupt;
    options.progress = [&interrupt](int, int) { return !interrupt.token().stop_requested(); };
    ASSIGN_OR_RETURN(const core::LossReport report, core::exportLosses(*format, source, options));
    print(report.sentences());
    if (arguments.dryRun) {
        return {};
    }
    const auto written = core::exportDataset(*format, source, text(arguments.place), options);
    return written ? core::Status() : tl::unexpected(written.error());
}

core::Status read(const DatasetArguments& arguments) {
    const QString place = text(arguments.place);
    ASSIGN_OR_RETURN(const core::Format* const format,
                     arguments.format.empty() ? core::formatOf(place)
                                              : formatNamed(arguments.format, &core::Format::read));
    ASSIGN_OR_RETURN(const core::ImportedDataset data, core::importDataset(*format, place));
    const QString project = text(arguments.project);
    ASSIGN_OR_RETURN(const auto open, QFileInfo::exists(project) ? core::OpenProject::open(project)
                                                                 : core::OpenProject::create(project));
    const QFileInfo info(place);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    QStringList warnings = data.warnings;
    open->history().commit(
        core::importEdit(*open, data, folder, QStringLiteral("Import %1").arg(format->title), &warnings));
    RETURN_IF_ERROR(open->flush());
    print({QStringLiteral("%1: %2 instances in %3 images imported.")
               .arg(format->title)
               .arg(data.annotations.size())
               .arg(data.images.size())});
    print(warnings);
    return {};
}

ExitCode ended(const core::Status& status) {
    return status ? ExitCode::Done : report(status.error());
}

} // namespace

CLI::App* addExport(CLI::App& app, DatasetArguments& arguments) {
    CLI::App* command = app.add_subcommand("export", "Write a project's labels for other programs.");
    command->add_option("project", arguments.project, "The project file")->required()->type_name("PROJECT");
    command
        ->add_option("--format", arguments.format,
                     "The format, coco if not given: " + idsWith(&core::Format::write))
        ->type_name("ID");
    command->add_option("-o,--output", arguments.place, "The folder to write")->required()->type_name("DIR");
    command
        ->add_option("--where", arguments.where,
                     "Only what this filter finds, such as \"class:car tag:night score:>0.5\"")
        ->type_name("FILTER");
    command->add_flag("--polygons", arguments.polygons, "COCO: polygons instead of run lengths");
    command->add_flag("--no-pictures", arguments.withoutPictures, "Do not copy the pictures");
    command
        ->add_option("--preset", arguments.preset,
                     "Choices kept under this name in the settings; what is given besides comes first")
        ->type_name("NAME");
    command
        ->add_option("--val", arguments.val,
                     "coco-split, YOLO, VOC: share of the images for validation, 0.2 if not given")
        ->check(CLI::Range(0.0, 0.9))
        ->type_name("SHARE");
    command->add_option("--test", arguments.test, "The same for the test, 0 if not given")
        ->check(CLI::Range(0.0, 0.9))
        ->type_name("SHARE");
    command->add_flag("--by-folder", arguments.byFolder, "Keep the images of one folder in one part");
    command->add_flag("--dry-run", arguments.dryRun, "Only say what will be lost");
    return command;
}

CLI::App* addImport(CLI::App& app, DatasetArguments& arguments) {
    CLI::App* command = app.add_subcommand(
        "import", "Read labels of other programs into a project, which is made if needed.");
    command->add_option("project", arguments.project, "The project file")->required()->type_name("PROJECT");
    command->add_option("labels", arguments.place, "The file, or the folder of the data set")
        ->required()
        ->type_name("PATH");
    command
        ->add_option("--format", arguments.format,
                     "The format, recognised if not given: " + idsWith(&core::Format::read))
        ->type_name("ID");
    return command;
}

ExitCode exportLabels(const DatasetArguments& arguments) {
    const ExitCode code = ended(write(arguments));
    core::finishRemovals(); // after the answer, for it may take a while; a second Ctrl+C ends it
    return code;
}

ExitCode importLabels(const DatasetArguments& arguments) {
    return ended(read(arguments));
}

} // namespace cli
