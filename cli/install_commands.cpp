// SPDX-License-Identifier: Apache-2.0
#include "cli/install_commands.h"

#include "cli/interrupt.h"
#include "core/base/mailbox.h"
#include "core/models/model_manager.h"
#include "inference/api/engine.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QSettings>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <iostream>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace cli {
namespace {

constexpr int kLineEvery = 10; // percent, where nobody watches a terminal

/// Those of the window: both programs share their models.
core::ModelSettings settings() {
    const QSettings stored(QStringLiteral("maskwright"), QStringLiteral("maskwright"));
    return core::ModelSettings::standard(stored);
}

core::Result<const core::ModelEntry*> findEntry(const core::ModelManager& models, const QString& id) {
    const core::ModelEntry* entry = models.find(id);
    if (entry == nullptr) {
        return core::fail(
            core::ErrorCode::InvalidArgument,
            QStringLiteral("There is no model %1; maskwright-cli models list shows what there is.").arg(id));
    }
    return entry;
}

const char* presenceWord(core::ModelPresence presence) {
    switch (presence) {
    case core::ModelPresence::Installed:
        return "here";
    case core::ModelPresence::Partial:
        return "partial";
    case core::ModelPresence::Absent:
        break;
    }
    return "-";
}

QStringList partsOf(const core::ModelEntry& entry) {
    QStringList parts;
    for (const auto& [there, part] : {std::pair(entry.text, "text"), std::pair(entry.exemplars, "exemplars"),
                                      std::pair(entry.clicks, "clicks"), std::pair(entry.video, "video")}) {
        if (there) {
            parts.append(QString::fromLatin1(part));
        }
    }
    return parts;
}

/// Shows how far it is on stderr: one line that is written over, or now and then a line for a log.
class ProgressLine {
public:
    void show(const core::InstallProgress& p) {
        const int percent = p.total > 0 ? int(double(p.done) * 100 / double(p.total)) : 0;
        if (p.phase == core::Phase::Waiting) {
            std::fprintf(stderr, "%sThe connection broke off; next try in %d s.\n", m_open ? "\n" : "",
                         p.waitSeconds);
            m_open = false;
        } else if (isWatched()) {
            std::fprintf(stderr, "\r%s  %3d %%  %.1f MB/s   ", qUtf8Printable(p.file), percent,
                         p.bytesPerSecond / 1e6);
            m_open = true;
        } else if (p.file != m_file || percent >= m_next) {
            m_file = p.file;
            m_next = percent / kLineEvery * kLineEvery + kLineEvery;
            std::fprintf(stderr, "%s %d %%\n", qUtf8Printable(p.file), percent);
        }
    }
    void end() const {
        if (m_open) {
            std::fprintf(stderr, "\n");
        }
    }

private:
    static bool isWatched() {
#ifdef Q_OS_UNIX
        return ::isatty(STDERR_FILENO) != 0;
#else
        return false;
#endif
    }
    QString m_file;
    int m_next = 0;
    bool m_open = false;
};

/// Runs `begin` until the manager says how it ended.
core::Ending runToEnd(core::ModelManager& models, QString& id, const std::function<void()>& begin) {
    const Interrupt interrupt;
    core::Mailbox mail;
    const std::stop_callback stopped(interrupt.token(), [&] { mail.post([&models] { models.stop(); }); });
    ProgressLine line;
    std::optional<core::Ending> outcome;
    QObject::connect(&models, &core::ModelManager::progressed, &models,
                     [&line](const QString&, const core::InstallProgress& p) { line.show(p); });
    QObject::connect(&models, &core::ModelManager::ended, &models,
                     [&](const QString& which, const core::Ending& ending) {
                         id = which;
                         outcome = ending;
                     });
    begin();
    while (!outcome) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    line.end();
    return *outcome;
}

const char* checkedWords(core::Checked checked) {
    switch (checked) {
    case core::Checked::Pinned:
        return "checksum as in the catalogue";
    case core::Checked::Stated:
        return "checksum as the server states";
    case core::Checked::No:
        break;
    }
    return "not checked: nobody states a checksum";
}

/// Says what has come, as far as the engine can tell.
ExitCode describe(const core::ModelManager& models, const QString& id) {
    const QString file = models.fileOf(id);
    const auto model = models.installed(id);
    std::printf("%s\n%s\n", qUtf8Printable(file), checkedWords(model ? model->checked : core::Checked::No));
    const auto info = inference::Engine::inspect(std::filesystem::path(file.toStdU16String()));
    if (info) {
        std::printf("%s, %s, %zu parameters\n", info->family.c_str(), info->precision.c_str(),
                    info->parameters);
    } else {
        // It is kept: another version of the program may open it.
        complain(QStringLiteral("The file is here, but this version can't open it: %1")
                     .arg(QString::fromStdString(info.error().message)));
    }
    return ExitCode::Done;
}

ExitCode finish(const core::ModelManager& models, const QString& id, const core::Ending& ending) {
    if (ending.isDone()) {
        return describe(models, id);
    }
    const core::ModelEntry* entry = models.find(id);
    core::Error error = core::toError(ending, entry != nullptr ? entry->name : QStringLiteral("the model"));
    if (ending.problem == core::Problem::LicenceNotAccepted) {
        error.message = "Read the licence with maskwright-cli models licence " + id.toStdString() +
                        ", then add --accept-licence.";
    }
    if (ending.problem == core::Problem::Stopped) {
        complain(QString::fromStdString(error.message));
    }
    return report(error);
}

core::Status acceptIf(bool wanted, core::ModelManager& models, const core::ModelEntry& entry) {
    return wanted ? models.accept(entry) : core::Status();
}

} // namespace

QString sizeText(qint64 bytes) {
    constexpr qint64 kGigabyte = 1'000'000'000;
    if (bytes == 0) {
        return QStringLiteral("?");
    }
    return bytes < kGigabyte ? QString::number(double(bytes) / 1e6, 'f', 1) + QStringLiteral(" MB")
                             : QString::number(double(bytes) / 1e9, 'f', 1) + QStringLiteral(" GB");
}

core::Result<QString> findModelFile(const QString& given) {
    if (QFileInfo::exists(given)) {
        return given;
    }
    const core::ModelManager models(settings(), std::make_unique<core::SessionTokens>());
    const QString file = models.fileOf(given);
    if (file.isEmpty()) {
        const bool known = models.find(given) != nullptr;
        return core::fail(core::ErrorCode::InvalidArgument,
                          known ? QStringLiteral("The model %1 is not here yet; get it with maskwright-cli "
                                                 "models get %1.")
                                      .arg(given)
                                : QStringLiteral("There is no model file %1.").arg(given));
    }
    return file;
}

ExitCode listModels(bool asJson) {
    const core::ModelManager models(settings(), std::make_unique<core::SessionTokens>());
    auto json = nlohmann::ordered_json::array();
    for (const core::ModelEntry& entry : models.entries()) {
        const char* presence = presenceWord(models.presence(entry));
        const std::string parts = partsOf(entry).join(QLatin1Char(',')).toStdString();
        if (asJson) {
            json.push_back({{"id", entry.id.toStdString()},
                            {"name", entry.name.toStdString()},
                            {"presence", presence},
                            {"file", models.fileOf(entry.id).toStdString()},
                            {"bytes", entry.bytes()},
                            {"memory", entry.memory},
                            {"parts", parts},
                            {"licence", entry.licence.toStdString()},
                            {"gated", entry.gate.has_value()},
                            {"address_known", entry.canFetch()}});
        } else {
            const qint64 here =
                QFileInfo(models.fileOf(entry.id)).size(); // of one that comes with the program
            std::printf("%-28s %-8s %8s  %s\n", qUtf8Printable(entry.id), presence,
                        qUtf8Printable(sizeText(entry.bytes() > 0 ? entry.bytes() : here)), parts.c_str());
        }
    }
    if (asJson) {
        std::puts(json.dump(2).c_str());
    }
    if (!models.catalogueTrouble().isEmpty()) {
        complain(models.catalogueTrouble());
        return ExitCode::BadInput;
    }
    return ExitCode::Done;
}

ExitCode printLicence(const QString& id) {
    const core::ModelManager models(settings(), std::make_unique<core::SessionTokens>());
    const auto entry = findEntry(models, id);
    if (!entry) {
        return report(entry.error());
    }
    const core::Licence* licence = models.licenceOf(**entry);
    std::puts(licence != nullptr ? qUtf8Printable(licence->text)
                                 : "The licence comes with the model; read it where you got the file.");
    return ExitCode::Done;
}

ExitCode getModel(const GetOptions& options) {
    std::unique_ptr<core::TokenStore> tokens =
        options.tokenFromInput ? std::make_unique<core::SessionTokens>() : core::makeKeychain();
    core::ModelManager models(settings(), std::move(tokens));
    const auto entry = findEntry(models, options.id);
    if (!entry) {
        return report(entry.error());
    }
    if (const core::Status accepted = acceptIf(options.acceptLicence, models, **entry); !accepted) {
        return report(accepted.error());
    }
    if (options.tokenFromInput) {
        std::string line;
        std::getline(std::cin, line);
        const QString token = core::asToken(QString::fromUtf8(line.data(), qsizetype(line.size())));
        if (token.isEmpty()) {
            complain(QStringLiteral("The first line of the input is no token."));
            return ExitCode::BadUsage;
        }
        if ((*entry)->gate) {
            models.tokens().write((*entry)->gate->requestPage.host(), token, [](const core::Status&) {});
        }
    }
    QString id = options.id;
    const core::Ending ending = runToEnd(models, id, [&] { models.get(options.id); });
    return finish(models, id, ending);
}

ExitCode importModel(const QString& path, const QString& id, bool acceptLicence) {
    core::ModelManager models(settings(), std::make_unique<core::SessionTokens>());
    if (!id.isEmpty()) {
        const auto entry = findEntry(models, id);
        if (!entry) {
            return report(entry.error());
        }
        if (const core::Status accepted = acceptIf(acceptLicence, models, **entry); !accepted) {
            return report(accepted.error());
        }
    }
    QString imported = id;
    const core::Ending ending = runToEnd(models, imported, [&] { models.import(path, id); });
    return finish(models, imported, ending);
}

ExitCode removeModel(const QString& id) {
    core::ModelManager models(settings(), std::make_unique<core::SessionTokens>());
    const core::Status removed = models.remove(id);
    return removed ? ExitCode::Done : report(removed.error());
}

} // namespace cli
