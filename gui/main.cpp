// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/file_commands.h"
#include "gui/commands/model_commands.h"
#include "gui/main_window.h"

#include "core/base/data_path.h"
#include "core/engine/threaded_inference_service.h"
#include "core/models/model_manager.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("maskwright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Maskwright"));
    QApplication::setOrganizationName(QStringLiteral("maskwright"));
    QApplication::setApplicationVersion(QStringLiteral(MASKWRIGHT_VERSION));

    QTranslator qtTexts;
    if (qtTexts.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qtTexts);
    }

    QTranslator ownTexts;
    if (ownTexts.load(QLocale(), QStringLiteral("maskwright"), QStringLiteral("_"),
                      core::dataPath(QStringLiteral("translations")))) {
        QApplication::installTranslator(&ownTexts);
    }

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

    QSettings settings;
    core::ServiceOptions serviceOptions;
    serviceOptions.cacheFolder =
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/embeddings");
    const auto service = core::makeInferenceService(serviceOptions);
    core::ModelManager models(core::ModelSettings::standard(settings), core::makeKeychain());
    gui::MainWindow window(*service, settings);
    gui::ModelCommands modelCommands({window.session(), window.actions(), window.files(), models, settings},
                                     window);
    window.show();
    // After the first frame, so that the window is there at once.
    QTimer::singleShot(0, &window, [&] {
        if (parser.positionalArguments().isEmpty()) {
            window.files().openLast();
        } else {
            window.files().open(parser.positionalArguments());
        }
        modelCommands.openFirst(parser.value(model));
    });
    return QApplication::exec();
}
