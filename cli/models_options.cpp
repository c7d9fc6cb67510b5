// SPDX-License-Identifier: Apache-2.0
#include "cli/models_options.h"

#include "cli/install_commands.h"

namespace cli {
namespace {

QString text(const std::string& bytes) {
    return QString::fromLocal8Bit(bytes.data(), qsizetype(bytes.size()));
}

void addAccept(CLI::App& command, ModelsArguments& arguments) {
    command.add_flag("--accept-licence", arguments.accept, "I have read the licence and accept it");
}

} // namespace

CLI::App* addModels(CLI::App& app, ModelsArguments& arguments) {
    CLI::App* models = app.add_subcommand("models", "Get, import and remove models.");
    models->require_subcommand(1);
    models->add_subcommand("list", "Show what there is and what is here.")
        ->add_flag("--json", arguments.asJson, "As JSON");
    models->add_subcommand("licence", "Print the licence of a model.")
        ->add_option("id", arguments.id, "The model")
        ->required()
        ->type_name("ID");
    CLI::App* get = models->add_subcommand("get", "Download a model; goes on where it stopped.");
    get->add_option("id", arguments.id, "The model")->required()->type_name("ID");
    get->add_flag("--token-stdin", arguments.tokenFromInput,
                  "Read the access token from the first line of the input; otherwise the system's keychain");
    addAccept(*get, arguments);
    CLI::App* import = models->add_subcommand("import", "Bring in a model file or folder.");
    import->add_option("path", arguments.path, "The file or folder")->required()->type_name("PATH");
    import->add_option("--as", arguments.as, "Which model it must be; a model of your own if not given")
        ->type_name("ID");
    addAccept(*import, arguments);
    models->add_subcommand("remove", "Remove a model and what is here of it.")
        ->add_option("id", arguments.id, "The model")
        ->required()
        ->type_name("ID");
    return models;
}

ExitCode runModels(const CLI::App& models, const ModelsArguments& arguments) {
    if (models.got_subcommand("list")) {
        return listModels(arguments.asJson);
    }
    if (models.got_subcommand("licence")) {
        return printLicence(text(arguments.id));
    }
    if (models.got_subcommand("get")) {
        return getModel({text(arguments.id), arguments.accept, arguments.tokenFromInput});
    }
    if (models.got_subcommand("import")) {
        return importModel(text(arguments.path), text(arguments.as), arguments.accept);
    }
    return removeModel(text(arguments.id));
}

} // namespace cli
