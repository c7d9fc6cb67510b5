// SPDX-License-Identifier: Apache-2.0
#include "core/models/model_folder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace core {
namespace {

constexpr qint64 kMaxRecord = 1 << 20;
const auto kRecord = QStringLiteral("model.json");
const auto kLicences = QStringLiteral("licences.json");

QJsonDocument readJson(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(kMaxRecord)) : QJsonDocument();
}

Ending writeJson(const QString& path, const QJsonDocument& json) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json.toJson()) < 0 || !file.commit()) {
        return {Problem::CantWrite, file.errorString()};
    }
    return {};
}

bool isAbout(const QJsonValue& value, const Licence& licence) {
    return value[QLatin1String("id")].toString() == licence.id &&
           value[QLatin1String("version")].toString() == licence.version;
}

} // namespace

QString ModelFolder::folderOf(const QString& id) const {
    return QDir(m_path).filePath(id);
}

std::optional<InstalledModel> ModelFolder::find(const QString& id) const {
    if (!isPlainName(id)) {
        return std::nullopt;
    }
    const QDir folder(folderOf(id));
    const QJsonDocument json = readJson(folder.filePath(kRecord));
    const QString opens = json[QLatin1String("opens")].toString();
    if (!isPlainName(opens) || !folder.exists(opens)) {
        return std::nullopt;
    }
    InstalledModel model;
    model.id = id;
    model.name = json[QLatin1String("name")].toString(id);
    model.file = folder.absoluteFilePath(opens);
    model.date = QDate::fromString(json[QLatin1String("date")].toString(), Qt::ISODate);
    const int checked = json[QLatin1String("checked")].toInt();
    model.checked = checked >= 0 && checked <= int(Checked::Pinned) ? Checked(checked) : Checked::No;
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files)) {
        model.bytes += file.size();
    }
    return model;
}

QList<InstalledModel> ModelFolder::installed() const {
    QList<InstalledModel> models;
    for (const QString& id : QDir(m_path).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (const auto model = find(id)) {
            models.append(*model);
        }
    }
    return models;
}

qint64 ModelFolder::partBytes(const QString& id) const {
    qint64 bytes = 0;
    if (!find(id)) {
        for (const QFileInfo& file : QDir(folderOf(id)).entryInfoList(QDir::Files)) {
            // Files of the model that are complete count too; what was set aside does not.
            const bool counts =
                file.suffix() != QLatin1String("json") && !file.fileName().contains(QStringLiteral(".bad"));
            bytes += counts ? file.size() : 0;
        }
    }
    return bytes;
}

Status ModelFolder::remove(const QString& id) const {
    QDir folder(folderOf(id));
    if (!isPlainName(id) || !folder.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("There is no model %1 on this machine.").arg(id));
    }
    if (!folder.removeRecursively()) {
        return fail(ErrorCode::Io,
                    QStringLiteral("Not everything in %1 could be removed; look at its rights.")
                        .arg(QDir::toNativeSeparators(folder.path())));
    }
    return {};
}

std::optional<QDate> ModelFolder::acceptedOn(const Licence& licence) const {
    for (const QJsonValue& value : readJson(QDir(m_path).filePath(kLicences)).array()) {
        if (isAbout(value, licence)) {
            return QDate::fromString(value[QLatin1String("date")].toString(), Qt::ISODate);
        }
    }
    return std::nullopt;
}

Status ModelFolder::accept(const Licence& licence) const {
    if (acceptedOn(licence)) {
        return {};
    }
    const QString path = QDir(m_path).filePath(kLicences);
    QJsonArray list = readJson(path).array();
    list.append(QJsonObject{{QStringLiteral("id"), licence.id},
                            {QStringLiteral("version"), licence.version},
                            {QStringLiteral("date"), QDate::currentDate().toString(Qt::ISODate)}});
    if (!QDir().mkpath(m_path) || !writeJson(path, QJsonDocument(list)).isDone()) {
        return fail(ErrorCode::Io, QStringLiteral("The models folder %1 can't be written.").arg(m_path));
    }
    return {};
}

Ending ModelFolder::record(const QString& folder, const ModelEntry& entry, Checked checked) {
    const QJsonObject json{{QStringLiteral("name"), entry.name},
                           {QStringLiteral("opens"), entry.files.first().name},
                           {QStringLiteral("checked"), int(checked)},
                           {QStringLiteral("licence"), entry.licence},
                           {QStringLiteral("date"), QDate::currentDate().toString(Qt::ISODate)}};
    return writeJson(QDir(folder).filePath(kRecord), QJsonDocument(json));
}

} // namespace core
