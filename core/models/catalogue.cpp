// SPDX-License-Identifier: Apache-2.0
#include "core/models/catalogue.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {
namespace {

constexpr qint64 kMaxBytes = 4 << 20;
constexpr qint64 kMaxSize = qint64{1} << 50; // no model file is a petabyte

tl::unexpected<Error> wrong(const QString& entry, const QString& what) {
    return fail(ErrorCode::CorruptFile,
                QStringLiteral("The model catalogue is wrong at \"%1\": %2.").arg(entry, what));
}

Result<QByteArray> readHash(const QJsonValue& value, const QString& entry) {
    const QByteArray hex = value.toString().toLatin1();
    const QByteArray hash = QByteArray::fromHex(hex);
    if (!hex.isEmpty() && (hex.size() != 64 || hash.toHex() != hex.toLower())) {
        return wrong(entry, QStringLiteral("a SHA-256 has 64 hexadecimal digits"));
    }
    return hash;
}

Result<qint64> readSize(const QJsonObject& json, const char* key, const QString& entry) {
    const qint64 size = json[QLatin1String(key)].toInteger();
    if (size < 0 || size > kMaxSize) {
        return wrong(entry, QStringLiteral("%1 is no size").arg(QLatin1String(key)));
    }
    return size;
}

Status readParts(const QJsonObject& json, ModelFile& file) {
    for (const QJsonValue value : json[QLatin1String("part_hashes")].toArray()) {
        ASSIGN_OR_RETURN(const QByteArray hash, readHash(value, file.name));
        file.partHashes.append(hash);
    }
    ASSIGN_OR_RETURN(file.partSize, readSize(json, "part_size", file.name));
    const qint64 parts = file.partSize > 0 ? (file.size + file.partSize - 1) / file.partSize : 0;
    if (file.partHashes.size() != parts || file.partHashes.contains(QByteArray())) {
        return wrong(file.name, QStringLiteral("it needs one hash for each part of part_size bytes"));
    }
    return {};
}

Result<ModelFile> readFile(const QJsonObject& json, const QString& entry) {
    ModelFile file;
    file.name = json[QLatin1String("name")].toString();
    if (!isPlainName(file.name)) {
        return wrong(entry, QStringLiteral("a file's name is letters, digits, '.', '_' and '-'"));
    }
    ASSIGN_OR_RETURN(file.size, readSize(json, "size", file.name));
    ASSIGN_OR_RETURN(file.about, readSize(json, "size_about", file.name));
    ASSIGN_OR_RETURN(file.sha256, readHash(json[QLatin1String("sha256")], file.name));
    RETURN_IF_ERROR(readParts(json, file));
    file.optional = json[QLatin1String("optional")].toBool();
    for (const QJsonValue value : json[QLatin1String("addresses")].toArray()) {
        const QUrl url(value.toString(), QUrl::StrictMode);
        const bool secure = url.scheme() == QLatin1String("https");
        const bool plain = url.scheme() == QLatin1String("http") && (isLoopback(url) || file.isPinned());
        if (!url.isValid() || url.host().isEmpty() || (!secure && !plain)) {
            return wrong(file.name, QStringLiteral("an address must begin with https://"));
        }
        file.addresses.append(url);
    }
    return file;
}

Result<ModelEntry> readEntry(const QJsonObject& json) {
    ModelEntry entry;
    const auto text = [&json](const char* key) { return json[QLatin1String(key)].toString(); };
    entry.id = text("id");
    if (!isPlainName(entry.id)) {
        return wrong(entry.id, QStringLiteral("an id is letters, digits, '.', '_' and '-'"));
    }
    entry.name = text("name").isEmpty() ? entry.id : text("name");
    entry.note = text("note");
    entry.licence = text("licence");
    entry.shipped = text("shipped");
    for (const QJsonValue part : json[QLatin1String("parts")].toArray()) {
        entry.text |= part == QLatin1String("text");
        entry.exemplars |= part == QLatin1String("exemplars");
        entry.clicks |= part == QLatin1String("clicks");
        entry.video |= part == QLatin1String("video");
    }
    ASSIGN_OR_RETURN(entry.memory, readSize(json, "memory", entry.id));
    const QJsonObject gate = json[QLatin1String("gate")].toObject();
    if (!gate.isEmpty()) {
        entry.gate = ModelGate{QUrl(gate[QLatin1String("request_page")].toString(), QUrl::StrictMode),
                               QUrl(gate[QLatin1String("token_page")].toString(), QUrl::StrictMode)};
        if (!entry.gate->requestPage.isValid() || entry.gate->requestPage.host().isEmpty()) {
            return wrong(entry.id, QStringLiteral("a gate needs its request_page"));
        }
    }
    for (const QJsonValue file : json[QLatin1String("files")].toArray()) {
        ASSIGN_OR_RETURN(const ModelFile read, readFile(file.toObject(), entry.id));
        entry.files.append(read);
    }
    if (entry.files.isEmpty() && entry.shipped.isEmpty()) {
        return wrong(entry.id, QStringLiteral("it names no file"));
    }
    return entry;
}

Result<Licence> readLicence(const QJsonObject& json, const QString& folder) {
    const auto text = [&json](const char* key) { return json[QLatin1String(key)].toString(); };
    Licence licence{text("id"), text("name"), text("version"), QUrl(text("page")), {}};
    const QString name = text("file");
    if (licence.id.isEmpty() || !isPlainName(name)) {
        return wrong(licence.id, QStringLiteral("a licence needs an id and the plain name of its text file"));
    }
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return wrong(licence.id, QStringLiteral("its text %1 is missing").arg(file.fileName()));
    }
    licence.text = QString::fromUtf8(file.read(kMaxBytes));
    return licence;
}

template <class T> void replaceOrAppend(QList<T>& list, const T& item) {
    const auto same = [&item](const T& other) { return other.id == item.id; };
    const auto found = std::find_if(list.begin(), list.end(), same);
    if (found == list.end()) {
        list.append(item);
    } else {
        *found = item;
    }
}

template <class T> const T* findIn(const QList<T>& list, const QString& id) {
    const auto found = std::find_if(list.begin(), list.end(), [&id](const T& item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

bool isLoopback(const QUrl& url) {
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool isPlainName(const QString& name) {
    const auto isPlain = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || QStringLiteral("._-").contains(c));
    };
    return !name.isEmpty() && name.size() <= 128 && !name.startsWith(QLatin1Char('.')) &&
           std::all_of(name.begin(), name.end(), isPlain);
}

qint64 ModelEntry::bytes() const {
    qint64 sum = 0;
    for (const ModelFile& file : files) {
        sum += file.expected();
    }
    return sum;
}

bool ModelEntry::canFetch() const {
    return !files.isEmpty() && std::all_of(files.begin(), files.end(), [](const ModelFile& file) {
        return file.optional || !file.addresses.isEmpty();
    });
}

bool ModelEntry::isPinned() const {
    return std::all_of(files.begin(), files.end(),
                       [](const ModelFile& file) { return file.optional || file.isPinned(); });
}

Result<Catalogue> Catalogue::read(const QByteArray& json, const QString& folder) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("The model catalogue is not JSON: %1.").arg(error.errorString()));
    }
    Catalogue catalogue;
    for (const QJsonValue value : document[QLatin1String("licences")].toArray()) {
        ASSIGN_OR_RETURN(const Licence licence, readLicence(value.toObject(), folder));
        catalogue.m_licences.append(licence);
    }
    for (const QJsonValue value : document[QLatin1String("models")].toArray()) {
        ASSIGN_OR_RETURN(const ModelEntry entry, readEntry(value.toObject()));
        if (catalogue.find(entry.id) != nullptr) {
            return wrong(entry.id, QStringLiteral("the id is there twice"));
        }
        catalogue.m_entries.append(entry);
    }
    return catalogue;
}

Result<Catalogue> Catalogue::open(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("The model catalogue %1 can't be read.").arg(path));
    }
    if (file.size() > kMaxBytes) {
        return fail(ErrorCode::CorruptFile, QStringLiteral("The model catalogue %1 is too large.").arg(path));
    }
    return read(file.readAll(), QFileInfo(path).absolutePath() + QStringLiteral("/licences"));
}

const ModelEntry* Catalogue::find(const QString& id) const {
    return findIn(m_entries, id);
}

const Licence* Catalogue::licence(const QString& id) const {
    return findIn(m_licences, id);
}

void Catalogue::add(const Catalogue& other) {
    for (const Licence& licence : other.m_licences) {
        replaceOrAppend(m_licences, licence);
    }
    for (const ModelEntry& entry : other.m_entries) {
        replaceOrAppend(m_entries, entry);
    }
}

} // namespace core
