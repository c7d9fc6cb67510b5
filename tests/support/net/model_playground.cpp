// SPDX-License-Identifier: Apache-2.0
#include "tests/support/net/model_playground.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

namespace test {

void ModelPlayground::offer(const QList<QUrl>& addresses, const QByteArray& pinned, qint64 size) {
    QJsonArray list;
    for (const QUrl& url : addresses) {
        list.append(url.toString());
    }
    const QJsonObject file{{QStringLiteral("name"), QStringLiteral("model.safetensors")},
                           {QStringLiteral("addresses"), list},
                           {QStringLiteral("sha256"), QString::fromLatin1(pinned.toHex())},
                           {QStringLiteral("size"), size}};
    model = {{QStringLiteral("id"), QStringLiteral("m")},
             {QStringLiteral("name"), QStringLiteral("Model M")},
             {QStringLiteral("files"), QJsonArray{file}}};
    write();
}

void ModelPlayground::write() {
    save("catalogue.json",
         QJsonDocument(QJsonObject{{QStringLiteral("models"), QJsonArray{model}}}).toJson());
    restart();
}

core::ModelManager& ModelPlayground::manager() {
    if (!m_manager) {
        auto tokens = std::make_unique<core::SessionTokens>();
        if (!token.isEmpty()) {
            tokens->write(QStringLiteral("127.0.0.1"), token, [](const core::Status&) {});
        }
        m_manager = std::make_unique<core::ModelManager>(
            core::ModelSettings{models(), {catalogue()}, network, patience}, std::move(tokens));
        QObject::connect(m_manager.get(), &core::ModelManager::ended,
                         [this](const QString&, const core::Ending& ending) { m_ending = ending; });
        QObject::connect(m_manager.get(), &core::ModelManager::progressed,
                         [this](const QString&, const core::InstallProgress& p) { progress.append(p); });
    }
    return *m_manager;
}

core::Ending ModelPlayground::waitForEnd() {
    const QDeadlineTimer deadline(20'000);
    while (!m_ending && !deadline.hasExpired()) {
        QCoreApplication::processEvents();
        QThread::msleep(1);
    }
    const core::Ending ending =
        m_ending.value_or(core::Ending{core::Problem::Busy, QStringLiteral("timeout")});
    m_ending.reset();
    return ending;
}

core::Ending ModelPlayground::get() {
    progress.clear();
    manager().get(QStringLiteral("m"));
    return waitForEnd();
}

core::Ending ModelPlayground::import(const QString& source, const QString& id) {
    manager().import(source, id);
    return waitForEnd();
}

QString ModelPlayground::modelPath(const char* name) const {
    return models() + QStringLiteral("/m/") + QString::fromUtf8(name);
}

QByteArray ModelPlayground::bytesOf(const QString& path) const {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString ModelPlayground::save(const char* name, const QByteArray& bytes) const {
    QFile file(path(name));
    QDir().mkpath(QFileInfo(file).absolutePath());
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

} // namespace test
