// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/run_file.h"

#include "core/formats/json_text.h"
#include "core/mask/rle.h"
#include "inference/api/types.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include <unistd.h>

namespace core {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr int kDeepest = 16; // a line has 7 levels
constexpr qint64 kLongestLine = qint64{256} << 20;
constexpr int kMostShards = 1'000'000;

tl::unexpected<Error> damaged(const QString& file, int line, const QString& what) {
    return fail(ErrorCode::CorruptFile, QStringLiteral("Line %1 of the run file “%2” %3; delete the line or "
                                                       "the file, and its images are labelled again.")
                                            .arg(line)
                                            .arg(file, what));
}

tl::unexpected<Error> cantWrite(const QFile& file) {
    return fail(ErrorCode::Io, QStringLiteral("The run file “%1” can't be written (%2); free some space or "
                                              "choose another folder.")
                                   .arg(file.fileName(), file.errorString()));
}

Json toJson(const RunHeader& header) {
    Json json;
    json["maskwright_run"] = kVersion;
    json["id"] = header.id.toStdString();
    json["mark"] = header.mark.toStdString();
    json["shard"] = {header.shard.index, header.shard.count};
    json["images"] = header.images;
    json["model"] = header.model.toStdString();
    json["created"] = header.created;
    json["plan"] = Json::parse(writePlan(header.plan));
    return json;
}

Json toJson(const RunEntry& entry) {
    Json json;
    json["image"] = entry.image.toStdString();
    if (!entry.failure.isEmpty()) {
        json["failed"] = entry.failure.toStdString();
        return json;
    }
    json["size"] = {entry.size.width(), entry.size.height()};
    json["objects"] = Json::array();
    for (const FoundObject& object : entry.objects) {
        json["objects"].push_back({{"class", object.planned},
                                   {"score", object.score},
                                   {"phrase", object.phrase.toStdString()},
                                   {"counts", rleString(object.mask, entry.size).toStdString()}});
    }
    return json;
}

QString textOf(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                     : QString();
}

qint64 wholeOf(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<qint64>() : -1;
}

std::optional<std::pair<int, int>> pairOf(const Json& json, const char* key, int most) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array() || found->size() != 2 ||
        !found->at(0).is_number_integer() || !found->at(1).is_number_integer()) {
        return std::nullopt;
    }
    const auto a = found->at(0).get<qint64>();
    const auto b = found->at(1).get<qint64>();
    return a >= 1 && b >= 1 && a <= most && b <= most ? std::optional(std::pair(int(a), int(b)))
                                                      : std::nullopt;
}

Result<RunHeader> headerOf(const Json& json, const QString& file) {
    if (!json.is_object() || wholeOf(json, "maskwright_run") < 1) {
        return fail(
            ErrorCode::CorruptFile,
            QStringLiteral("“%1” is not a run file; choose one that autolabel has written.").arg(file));
    }
    if (wholeOf(json, "maskwright_run") > kVersion) {
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("The run file “%1” is of a newer program; update this one.").arg(file));
    }
    RunHeader header;
    header.id = textOf(json, "id").toLatin1();
    const auto shard = pairOf(json, "shard", kMostShards);
    header.images = int(std::clamp<qint64>(wholeOf(json, "images"), 0, std::numeric_limits<int>::max()));
    if (header.id.size() != 32 || !shard || shard->first > shard->second) {
        return damaged(file, 1, QStringLiteral("has no run id or no shard"));
    }
    header.shard = {shard->first, shard->second};
    header.mark = textOf(json, "mark").toLatin1();
    if (header.mark.isEmpty()) {
        header.mark = header.id;
    }
    if (header.mark.size() > 32 || QByteArray::fromHex(header.mark).toHex() != header.mark) {
        return damaged(file, 1, QStringLiteral("has a run mark that is not hexadecimal"));
    }
    header.model = textOf(json, "model");
    header.created = std::max<qint64>(0, wholeOf(json, "created"));
    const Json plan = json.value("plan", Json());
    ASSIGN_OR_RETURN(header.plan, readPlan(QByteArray::fromStdString(plan.dump())));
    return header;
}

/// Errors: a clause for damaged().
tl::expected<RunEntry, QString> entryOf(const Json& json, int classes) {
    RunEntry entry;
    if (!json.is_object() || (entry.image = textOf(json, "image")).isEmpty()) {
        return tl::unexpected(QStringLiteral("names no image"));
    }
    entry.failure = textOf(json, "failed");
    if (!entry.failure.isEmpty()) {
        return entry;
    }
    const auto size = pairOf(json, "size", kMaxRleSide);
    const auto objects = json.find("objects");
    if (!size || objects == json.end() || !objects->is_array()) {
        return tl::unexpected(QStringLiteral("has no size or no list of objects"));
    }
    entry.size = {size->first, size->second};
    for (const Json& object : *objects) {
        FoundObject found;
        const qint64 planned = object.is_object() ? wholeOf(object, "class") : -1;
        const auto score = object.is_object() ? object.find("score") : object.end();
        if (planned < 0 || planned >= classes || score == object.end() || !score->is_number() ||
            !std::isfinite(score->get<float>())) {
            return tl::unexpected(QStringLiteral("has an object without a class of the plan or a score"));
        }
        const Result<Mask> mask = maskFromRleString(textOf(object, "counts").toLatin1(), entry.size);
        if (!mask) {
            return tl::unexpected(QStringLiteral("has a mask that does not decode"));
        }
        entry.objects.push_back({int(planned), score->get<float>(), textOf(object, "phrase"), *mask});
    }
    return entry;
}

/// Reads line by line; `length` is where the last whole line ends.
Status readLines(QFile& file, qint64& length, const std::function<Status(const RunHeader&)>& begin,
                 const std::function<Status(const RunEntry&)>& use) {
    std::optional<int> classes; // none: the header is still to come
    length = 0;
    for (int line = 1;; ++line) {
        const QByteArray text = file.readLine(kLongestLine);
        if (!text.endsWith('\n')) {
            if (text.size() >= kLongestLine - 1) {
                return damaged(file.fileName(), line, QStringLiteral("is too long"));
            }
            break; // the end, or what a crash left of a line
        }
        const bool tooDeep = nestsDeeperThan(text, kDeepest);
        const Json json =
            tooDeep ? Json(Json::value_t::discarded) : Json::parse(text.begin(), text.end(), nullptr, false);
        if (json.is_discarded()) {
            return damaged(file.fileName(), line, QStringLiteral("is not JSON"));
        }
        if (!classes) {
            ASSIGN_OR_RETURN(const RunHeader header, headerOf(json, file.fileName()));
            classes = int(header.plan.classes.size());
            RETURN_IF_ERROR(begin(header));
        } else {
            const auto entry = entryOf(json, *classes);
            if (!entry) {
                return damaged(file.fileName(), line, entry.error());
            }
            RETURN_IF_ERROR(use(*entry));
        }
        length += text.size();
    }
    if (!classes) {
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("The run file “%1” is empty; delete it.").arg(file.fileName()));
    }
    return {};
}

Status writeLine(QFile& file, const Json& json) {
    const std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    if (file.write(line.data(), qint64(line.size())) != qint64(line.size()) || !file.flush() ||
        ::fdatasync(file.handle()) != 0) {
        return cantWrite(file);
    }
    return {};
}

} // namespace

QByteArray runId(const AutoLabelPlan& plan, const QByteArray& modelHash, const QStringList& images) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(writePlan(plan));
    hash.addData(modelHash);
    for (const QString& image : images) {
        hash.addData(image.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result().toHex().left(32);
}

RunHeader runHeader(const AutoLabelPlan& plan, const inference::ModelInfo& model, const QStringList& images,
                    Shard shard) {
    RunHeader header;
    header.id = runId(plan, QByteArray::fromStdString(model.hash), images);
    if (shard.count == 1) {
        header.mark = newRunMark();
    }
    header.plan = plan;
    header.model = QString::fromStdString(model.name);
    header.created = QDateTime::currentMSecsSinceEpoch();
    header.shard = shard;
    header.images = int((images.size() + shard.count - shard.index) / shard.count);
    return header;
}

QString runFileName(const QString& project, const RunHeader& header) {
    const QFileInfo file(project);
    QString name = file.completeBaseName() + QStringLiteral(".run-") + QString::fromLatin1(header.id.left(8));
    if (header.shard.count > 1) {
        name += QStringLiteral("-%1of%2").arg(header.shard.index).arg(header.shard.count);
    }
    return file.absoluteDir().filePath(name + QStringLiteral(".jsonl"));
}

QByteArray newRunMark() {
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

Result<RunFile> RunFile::open(const QString& file, const RunHeader& header) {
    RunFile run(std::make_unique<QFile>(file));
    if (!run.m_file->open(QIODevice::ReadWrite | QIODevice::Append)) {
        return cantWrite(*run.m_file);
    }
    // A crash may have left a file without even a whole header: that is a new one.
    run.m_file->seek(0);
    const bool fresh = !run.m_file->readLine(kLongestLine).endsWith('\n');
    qint64 length = 0;
    if (!fresh) {
        run.m_file->seek(0);
        QSet<QString> failed;
        RETURN_IF_ERROR(readLines(
            *run.m_file, length,
            [&](const RunHeader& found) -> Status {
                if (found.id != header.id || found.shard != header.shard) {
                    return fail(ErrorCode::InvalidArgument,
                                QStringLiteral("The run file “%1” belongs to another plan, model, project or "
                                               "shard; name another file or delete it.")
                                    .arg(file));
                }
                return {};
            },
            [&](const RunEntry& entry) {
                if (entry.failure.isEmpty()) {
                    run.m_done.insert(entry.image);
                    failed.remove(entry.image);
                } else if (!run.m_done.contains(entry.image)) {
                    failed.insert(entry.image);
                }
                return Status{};
            }));
        run.m_failed = failed.values();
        run.m_failed.sort();
    }
    if (!run.m_file->resize(length)) {
        return cantWrite(*run.m_file);
    }
    if (fresh) {
        RETURN_IF_ERROR(writeLine(*run.m_file, toJson(header)));
    }
    return run;
}

Status RunFile::append(const RunEntry& entry) {
    RETURN_IF_ERROR(writeLine(*m_file, toJson(entry)));
    if (entry.failure.isEmpty()) {
        m_done.insert(entry.image);
        m_failed.removeAll(entry.image);
    } else if (!m_failed.contains(entry.image)) {
        m_failed.append(entry.image);
    }
    return {};
}

Status readRun(const QString& file, const std::function<Status(const RunHeader&)>& begin,
               const std::function<Status(const RunEntry&)>& use) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        const bool missing = !QFileInfo::exists(file);
        return fail(missing ? ErrorCode::NotFound : ErrorCode::Io,
                    QStringLiteral("The run file “%1” %2.")
                        .arg(file, missing ? QStringLiteral("is not there; run autolabel first")
                                           : QStringLiteral("can't be read; check its permissions")));
    }
    qint64 length = 0;
    return readLines(in, length, begin, use);
}

} // namespace core
