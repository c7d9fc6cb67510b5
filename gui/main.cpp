// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/comfort_commands.h"
#include "gui/commands/file_commands.h"
#include "gui/commands/model_commands.h"
#include "gui/language.h"
#include "gui/main_window.h"
#include "gui/session/session.h"
#include "gui/work_place.h"

#include "core/engine/threaded_inference_service.h"
#include "core/models/model_manager.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

namespace {

struct Arguments {
    QStringList paths;
    QString model;
};

Arguments argumentsOf(const QApplication& app) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Label images with masks."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption model(
        QStringLiteral("model"),
        QApplication::translate("main", "Model to load: a file, or the id of one that is here."),
        QStringLiteral("model"));
    parser.addOption(model);
    parser.addPositionalArgument(QStringLiteral("paths"),
                                 QApplication::translate("main", "A project, a folder, or image files."),
                                 QStringLiteral("[paths...]"));
    parser.process(app);
    return {parser.positionalArguments(), parser.value(model)};
}

// What the event loop returns when a window of another language shall follow.
constexpr int kNewWindow = 1000;

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("maskwright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Maskwright"));
    QApplication::setOrganizationName(QStringLiteral("maskwright"));
    QApplication::setApplicationVersion(QStringLiteral(MASKWRIGHT_VERSION));

    QSettings settings;
    gui::Texts texts(settings);
    texts.load(); // for the help of the command line
    const Arguments arguments = argumentsOf(app);

    core::ServiceOptions serviceOptions;
    serviceOptions.cacheFolder =
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/embeddings");
    const auto service = core::makeInferenceService(serviceOptions);
    core::ModelManager models(core::ModelSettings::standard(settings), core::makeKeychain());
    gui::WorkPlace place; // of the window before
    int code = kNewWindow;
    for (bool first = true; code == kNewWindow; first = false) {
        texts.load();
        gui::MainWindow window(*service, settings);
        gui::ModelCommands modelCommands(
            {window.session(), window.actions(), window.files(), models, settings}, window);
        QObject::connect(&window.comfort(), &gui::ComfortCommands::languageChosen, &window, [&] {
            place = gui::workPlaceOf(window);
            QApplication::setQuitOnLastWindowClosed(false);
            if (window.close()) {
                QApplication::exit(kNewWindow);
            }
            QApplication::setQuitOnLastWindowClosed(true);
        });
        window.show();
        // After the first frame, so that the window is there at once.
        QTimer::singleShot(0, &window, [&] {
            if (!first) {
                gui::goTo(window, place);
            } else if (arguments.paths.isEmpty()) {
                window.files().openLast();
            } else {
                window.files().open(arguments.paths);
            }
            if (first) {
                modelCommands.openFirst(arguments.model);
            }
        });
        code = QApplication::exec();
    }
    return code;
}
