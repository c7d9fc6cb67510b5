// SPDX-License-Identifier: Apache-2.0
#include "cli/info_command.h"

#include "cli/install_commands.h"
#include "cli/interrupt.h"
#include "inference/api/convert.h"
#include "inference/api/engine.h"

#include <QStringList>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <filesystem>

namespace cli {

namespace {

void addMemory(nlohmann::ordered_json& json, const inference::ModelInfo& info) {
    for (const inference::MemoryNeed& need : info.memory) {
        json["memory"][inference::nameOf(need.precision)] = {{"bytes", need.bytes}, {"fits", need.fits}};
    }
    json["machine_bytes"] = info.machineBytes;
}

std::string infoJson(const inference::ModelInfo& info, bool isChecked) {
    nlohmann::ordered_json json;
    json["name"] = info.name;
    json["family"] = info.family;
    json["encoders"] = info.encoders;
    json["container"] = info.container;
    json["naming"] = info.naming;
    json["hash"] = info.hash;
    json["precision"] = info.precision;
    json["parameters"] = info.parameters;
    json["bytes"] = info.bytes;
    json["image_size"] = info.imageSize;
    json["mask_size"] = info.maskSize;
    json["threshold"] = std::round(double(info.threshold) * 1e6) / 1e6;
    json["parts"] = {{"text", info.hasText},
                     {"exemplars", info.hasExemplars},
                     {"clicks", info.hasClicks},
                     {"tracker", info.hasTracker}};
    json["missing"] = info.missing;
    addMemory(json, info);
    if (isChecked) {
        json["checked"] = true;
    }
    json["metadata"] = info.metadata;
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

/// "f32 5.1 GB (too much), q8 1.9 GB; this machine has 4.1 GB".
QString memoryText(const inference::ModelInfo& info) {
    QStringList needs;
    for (const inference::MemoryNeed& need : info.memory) {
        const QString name = QLatin1String(inference::nameOf(need.precision));
        needs.append(name + QLatin1Char(' ') + sizeText(qint64(need.bytes)) +
                     (need.fits ? QString() : QStringLiteral(" (too much)")));
    }
    const QString text = needs.join(QStringLiteral(", "));
    return info.machineBytes == 0
               ? text
               : text + QStringLiteral("; this machine has ") + sizeText(qint64(info.machineBytes));
}

QString partsText(const inference::ModelInfo& info) {
    QStringList parts;
    const auto add = [&](bool there, const char* part) {
        if (there) {
            parts.append(QLatin1String(part));
        }
    };
    add(info.hasText, "text");
    add(info.hasExemplars, "exemplars");
    add(info.hasClicks, "clicks");
    add(info.hasTracker, "tracker");
    return parts.isEmpty() ? QStringLiteral("none") : parts.join(QStringLiteral(", "));
}

void printLine(const char* key, const QString& value) {
    std::printf("%-12s%s\n", key, qPrintable(value));
}

void printInfo(const inference::ModelInfo& info, bool isChecked) {
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    const auto square = [](int side) { return QStringLiteral("%1 x %1").arg(side); };
    printLine("name", text(info.name));
    printLine("family", text(info.family));
    printLine("encoders", text(info.encoders));
    printLine("file", QStringLiteral("%1, %2 names, %3")
                          .arg(text(info.container), text(info.naming), sizeText(qint64(info.bytes))));
    printLine("parts", partsText(info));
    printLine("missing", info.missing.empty() ? QStringLiteral("nothing") : text(info.missing.front()));
    for (std::size_t i = 1; i < info.missing.size(); ++i) {
        printLine("", text(info.missing[i]));
    }
    printLine("precision", text(info.precision));
    printLine("parameters", QString::number(info.parameters));
    printLine("image", square(info.imageSize));
    printLine("mask", square(info.maskSize));
    printLine("threshold", QString::number(double(info.threshold), 'g', 3));
    printLine("hash", text(info.hash));
    printLine("memory", memoryText(info));
    if (isChecked) {
        printLine("checked", QStringLiteral("every weight is a finite number"));
    }
    for (const auto& [name, value] : info.metadata) {
        std::printf("\n%s\n%s\n", name.c_str(), value.c_str());
    }
}

} // namespace

ExitCode info(const InfoArguments& arguments) {
    const std::string& model = arguments.model;
    const auto file = findModelFile(QString::fromLocal8Bit(model.data(), qsizetype(model.size())));
    if (!file) {
        return report(file.error());
    }
    const std::filesystem::path path(file->toStdU16String());
    const auto read = inference::Engine::inspect(path);
    if (!read) {
        return report(read.error());
    }
    if (arguments.check) {
        const Interrupt interrupt;
        inference::RunControl control;
        control.stop = interrupt.token();
        if (const auto status = inference::Engine::check(path, control); !status) {
            return report(status.error());
        }
    }
    if (arguments.asJson) {
        std::puts(infoJson(*read, arguments.check).c_str());
    } else {
        printInfo(*read, arguments.check);
    }
    return ExitCode::Done;
}

} // namespace cli
