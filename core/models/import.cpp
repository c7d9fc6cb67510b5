// SPDX-License-Identifier: Apache-2.0
#include "core/models/import.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace core {
namespace {

constexpr qint64 kChunk = 4 << 20;
const QStringList kWeights{QStringLiteral("safetensors"), QStringLiteral("pt"), QStringLiteral("pth")};
const QStringList kCompanions{QStringLiteral("json"), QStringLiteral("txt"), QStringLiteral("gz")};

/// One file on its way.
struct Item {
    ModelFile file;
    QFileInfo source;
};

std::filesystem::path path(const QString& name) {
    return {name.toStdU16String()};
}

bool isIndex(const QFileInfo& file) {
    return file.fileName().endsWith(QLatin1String(".index.json"));
}

/// Indexes of sharded models first, then weights by falling size, then the rest by name.
bool opensBefore(const QFileInfo& a, const QFileInfo& b) {
    const auto rank = [](const QFileInfo& file) {
        return isIndex(file) ? 0 : kWeights.contains(file.suffix().toLower()) ? 1 : 2;
    };
    if (rank(a) != rank(b)) {
        return rank(a) < rank(b);
    }
    return rank(a) == 1 && a.size() != b.size() ? a.size() > b.size() : a.fileName() < b.fileName();
}

QString idFrom(const QString& name) {
    QString id;
    for (const QChar c : name.toLower()) {
        id += isPlainName(QStringLiteral("a") + c) ? c : QLatin1Char('-');
    }
    while (id.startsWith(QLatin1Char('.'))) {
        id.remove(0, 1);
    }
    return id.isEmpty() ? QStringLiteral("model") : id.left(64);
}

/// Moves one file's bytes while hashing them.
class Copier {
public:
    Copier(const std::stop_token& stop, const std::function<void(const InstallProgress&)>& report,
           qint64 total)
        : m_stop(stop), m_report(report) {
        m_progress.phase = Phase::Importing;
        m_progress.total = total;
        m_clock.start();
    }

    Ending take(const Item& item, const QString& folder, QByteArray& hash) {
        const QString target = QDir(folder).filePath(item.file.name);
        const QString part = target + QStringLiteral(".part");
        QFile::remove(part);
        QFile::remove(part + QStringLiteral(".json"));
        m_progress.file = item.file.name;
        std::error_code error;
        std::filesystem::create_hard_link(path(item.source.absoluteFilePath()), path(part), error);
        const Ending ending = error ? copy(item, part, hash) : read(part, hash);
        const bool matches = !item.file.isPinned() || hash == item.file.sha256;
        if (!ending.isDone() || !matches) {
            QFile::remove(part); // the file itself stays where it was
            return ending.isDone() ? Ending{Problem::OtherFile,
                                            QCoreApplication::translate("models", "its checksum differs")}
                                   : ending;
        }
        QFile::remove(target);
        return QFile::rename(part, target) ? Ending{} : Ending{Problem::CantWrite, target};
    }

private:
    Ending read(const QString& name, QByteArray& hash) {
        QFile in(name);
        if (!in.open(QIODevice::ReadOnly)) {
            return {Problem::CantRead, QDir::toNativeSeparators(name)};
        }
        return pump(in, nullptr, hash);
    }

    Ending copy(const Item& item, const QString& part, QByteArray& hash) {
        QFile in(item.source.absoluteFilePath());
        if (!in.open(QIODevice::ReadOnly)) {
            return {Problem::CantRead, QDir::toNativeSeparators(in.fileName())};
        }
        const Ending space = checkSpace(QFileInfo(part).absolutePath(), in.size());
        if (!space.isDone()) {
            return space;
        }
        QFile out(part);
        if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            return {Problem::CantWrite, out.errorString()};
        }
        const Ending ending = pump(in, &out, hash);
        return ending.isDone() && !flushToDisk(out) ? writeFailure(out) : ending;
    }

    Ending pump(QFile& in, QFile* out, QByteArray& hash) {
        QCryptographicHash sum(QCryptographicHash::Sha256);
        while (!in.atEnd()) {
            if (m_stop.stop_requested()) {
                return {Problem::Stopped, {}};
            }
            const QByteArray bytes = in.read(kChunk);
            if (bytes.isEmpty()) {
                return {Problem::CantRead, QDir::toNativeSeparators(in.fileName())};
            }
            if (out != nullptr && out->write(bytes) != bytes.size()) {
                return writeFailure(*out);
            }
            sum.addData(bytes);
            m_progress.done += bytes.size();
            m_progress.bytesPerSecond =
                double(m_progress.done) * 1000 / double(std::max<qint64>(m_clock.elapsed(), 1));
            m_report(m_progress);
        }
        hash = sum.result();
        return {};
    }

    const std::stop_token& m_stop;
    const std::function<void(const InstallProgress&)>& m_report;
    InstallProgress m_progress;
    QElapsedTimer m_clock;
};

/// Finds the entry's files in a folder, or takes a chosen file as its first and looks beside it.
Result<QList<Item>> itemsOf(const ImportOrder& order) {
    const QFileInfo source(order.source);
    const QDir folder(source.isDir() ? source.absoluteFilePath() : source.absolutePath());
    QList<Item> items;
    for (const ModelFile& file : order.entry.files) {
        const bool chosen = items.isEmpty() && source.isFile();
        const QFileInfo there(chosen ? source : QFileInfo(folder.filePath(file.name)));
        if (there.isFile()) {
            items.append({file, there});
        } else if (!file.optional) {
            return fail(ErrorCode::NotFound,
                        QCoreApplication::translate("models", "it lacks %1").arg(file.name));
        }
    }
    return items;
}

} // namespace

Result<ModelEntry> ownEntry(const QString& source) {
    const QFileInfo chosen(source);
    QList<QFileInfo> files{chosen};
    if (chosen.isDir()) {
        files = QDir(chosen.absoluteFilePath()).entryInfoList(QDir::Files | QDir::Readable);
    } else if (!chosen.isFile()) {
        return fail(ErrorCode::NotFound, QStringLiteral("There is no file or folder %1.").arg(source));
    }
    files.removeIf([&chosen](const QFileInfo& file) {
        const bool mayNameIt = file == chosen || isPlainName(file.fileName());
        return !mayNameIt || !(kWeights + kCompanions).contains(file.suffix().toLower());
    });
    std::sort(files.begin(), files.end(), opensBefore);
    const bool opens =
        !files.isEmpty() && (isIndex(files.first()) || kWeights.contains(files.first().suffix().toLower()));
    if (!opens) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("There is no model in %1; choose a .safetensors or .pt file, or a folder "
                                   "with one.")
                        .arg(source));
    }
    ModelEntry entry;
    entry.name = chosen.isDir() ? QDir(chosen.absoluteFilePath()).dirName() : chosen.completeBaseName();
    entry.id = idFrom(entry.name);
    for (const QFileInfo& file : std::as_const(files)) {
        ModelFile item;
        item.name = isPlainName(file.fileName()) ? file.fileName() : idFrom(file.fileName());
        item.about = file.size();
        entry.files.append(item);
    }
    return entry;
}

Ending importFiles(const ImportOrder& order, const std::stop_token& stop,
                   const std::function<void(const InstallProgress&)>& report, Checked& checked) {
    const auto items = itemsOf(order);
    if (!items) {
        return {Problem::OtherFile, QString::fromStdString(items.error().message)};
    }
    qint64 total = 0;
    checked = Checked::Pinned;
    for (const Item& item : *items) {
        total += item.source.size();
        if (item.file.size > 0 && item.source.size() != item.file.size) {
            return {Problem::OtherFile, QCoreApplication::translate("models", "%1 bytes instead of %2")
                                            .arg(item.source.size())
                                            .arg(item.file.size)};
        }
    }
    if (!QDir().mkpath(order.folder)) {
        return {Problem::CantWrite, QDir::toNativeSeparators(order.folder)};
    }
    Copier copier(stop, report, total);
    for (const Item& item : *items) {
        QByteArray hash;
        const Ending ending = copier.take(item, order.folder, hash);
        if (!ending.isDone()) {
            return ending;
        }
        checked = item.file.isPinned() ? checked : Checked::No;
    }
    return {};
}

} // namespace core
