// SPDX-License-Identifier: Apache-2.0
#include "core/store/project_store.h"

#include "core/project/image_tags.h"
#include "core/store/edit_codec.h"
#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <functional>
#include <optional>

namespace core {
namespace {

QString nameOf(const QString& file) {
    return QFileInfo(file).fileName();
}

/// True if all there is stands in the file itself.
bool standsAlone(const QString& file) {
    return !QFileInfo::exists(file + QStringLiteral("-wal")) &&
           !QFileInfo::exists(file + QStringLiteral("-journal"));
}

/// What can be told from the first bytes, before SQLite looks at the file.
Status checkHeader(const QString& file) {
    constexpr int kHeaderBytes = 100;
    constexpr int kVersionAt = 60;
    constexpr int kApplicationAt = 68;
    constexpr int kPageSizeAt = 16;
    constexpr int kPagesAt = 28;
    QFile raw(file);
    if (!raw.exists())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no project “%1”.").arg(file));
    if (!raw.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io,
                    QStringLiteral("The project “%1” cannot be read; check its permissions.").arg(file));
    const QByteArray header = raw.read(kHeaderBytes);
    if (header.size() < kHeaderBytes || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("“%1” is not a Maskwright project, or is cut off.").arg(nameOf(file)));
    if (qFromBigEndian<qint32>(header.constData() + kApplicationAt) != kApplicationId)
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("“%1” is not a Maskwright project.").arg(nameOf(file)));
    // SQLite itself reads zeros where the end is missing, and does not mind.
    const qint64 pages = qFromBigEndian<quint32>(header.constData() + kPagesAt);
    const qint64 pageSize = qFromBigEndian<quint16>(header.constData() + kPageSizeAt);
    if (standsAlone(file) && raw.size() < pages * pageSize)
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("“%1” is damaged: it is cut off.").arg(nameOf(file)));
    const auto version = qFromBigEndian<qint32>(header.constData() + kVersionAt);
    if (version > kSchemaVersion)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral(
                        "“%1” was written by a newer version of the program (format %2, this one knows %3); "
                        "update the program.")
                        .arg(nameOf(file))
                        .arg(version)
                        .arg(kSchemaVersion));
    return {};
}

Result<Database> openToRead(const QString& file) {
    Result<Database> database = Database::open(file, Database::Mode::ReadOnly);
    if (!database || !standsAlone(file))
        return database;
    // On read-only media the log cannot be made that even reading wants; without a log none is needed.
    if (!database->integer("PRAGMA schema_version"))
        return Database::open(file, Database::Mode::Immutable);
    return database;
}

Status fill(const QString& file) {
    ASSIGN_OR_RETURN(Database database, Database::open(file, Database::Mode::Create));
    RETURN_IF_ERROR(database.execute("PRAGMA page_size=8192"));
    RETURN_IF_ERROR(migrate(database));
    return database.execute("PRAGMA journal_mode=WAL");
}

Result<Mask> maskAt(const Statement& row, int column) {
    return decodeMask(row.blob(column));
}

std::optional<float> thresholdAt(const Statement& row, int column) {
    if (row.isNull(column))
        return std::nullopt;
    return static_cast<float>(std::clamp(row.real(column), 0.0, 1.0));
}

template <class Enum> Enum enumAt(const Statement& row, int column, Enum largest) {
    const qint64 value = row.integer(column);
    return value < 0 || value > static_cast<qint64>(largest) ? Enum{} : static_cast<Enum>(value);
}

// A file of an older version that is only read is not climbed; what it lacks is read as empty.
constexpr const char* kLabels1 =
    "SELECT id, name, color, phrase, position, x'', NULL FROM label WHERE removed = 0";
constexpr const char* kLabels4 =
    "SELECT id, name, color, phrase, position, attributes, NULL FROM label WHERE removed = 0";
constexpr const char* kLabels =
    "SELECT id, name, color, phrase, position, attributes, threshold FROM label WHERE removed = 0";
constexpr const char* kImages2 =
    "SELECT id, path, width, height, hash, reviewed, '', '' FROM image WHERE removed = 0 ORDER BY id";
constexpr const char* kImages3 =
    "SELECT id, path, width, height, hash, reviewed, tags, '' FROM image WHERE removed = 0 ORDER BY id";
constexpr const char* kImages =
    "SELECT id, path, width, height, hash, reviewed, tags, runs FROM image WHERE removed = 0 ORDER BY id";
constexpr const char* kAnnotationsOfImage1 =
    "SELECT id, label, state, z, locked, hidden, 0, 0, x'', origin, score, source, '', 0, 0, 0, 0, mask, "
    "touched FROM annotation WHERE image = ?";
constexpr const char* kAnnotationsOfImage =
    "SELECT id, label, state, z, locked, hidden, crowd, cluster, attributes, origin, score, source, model, "
    "created, changed, worked, actions, mask, touched FROM annotation WHERE image = ?";

Result<Annotation> annotationAt(const Statement& row, ImageId image) {
    Annotation annotation;
    annotation.id.value = row.integer(0);
    annotation.image = image;
    Fields& fields = annotation.fields;
    fields.label.value = row.integer(1);
    fields.state = enumAt(row, 2, State::Rejected);
    fields.z = static_cast<int>(row.integer(3));
    fields.locked = row.integer(4) != 0;
    fields.hidden = row.integer(5) != 0;
    fields.crowd = row.integer(6) != 0;
    fields.group.value = row.integer(7);
    ASSIGN_OR_RETURN(fields.attributes, decodeValues(row.blob(8)));
    annotation.origin = enumAt(row, 9, Origin::Import);
    annotation.score = static_cast<float>(row.real(10));
    annotation.source = row.text(11);
    annotation.model = row.text(12);
    annotation.created = row.integer(13);
    annotation.effort = {row.integer(14), row.integer(15), static_cast<int>(row.integer(16))};
    ASSIGN_OR_RETURN(annotation.mask, maskAt(row, 17));
    ASSIGN_OR_RETURN(annotation.touched, maskAt(row, 18));
    return annotation;
}

} // namespace

Status ProjectStore::create(const QString& file) {
    if (QFileInfo::exists(file))
        return fail(ErrorCode::Io, QStringLiteral("“%1” exists already; choose another name.").arg(file));
    // A crash half-way leaves the other name behind, never half a project under the right one.
    const QString growing = file + QStringLiteral(".new");
    QFile::remove(growing);
    const Status filled = fill(growing);
    if (!filled || !QFile::rename(growing, file)) {
        QFile::remove(growing);
        return fail(ErrorCode::Io,
                    QStringLiteral("The project “%1” cannot be created; choose a folder that exists "
                                   "and that you can write (%2).")
                        .arg(file, filled ? QStringLiteral("renaming failed")
                                          : QString::fromStdString(filled.error().message)));
    }
    return {};
}

Status ProjectStore::check(const QString& file, Depth depth) {
    RETURN_IF_ERROR(checkHeader(file));
    const auto mode = standsAlone(file) ? Database::Mode::Immutable : Database::Mode::ReadOnly;
    ASSIGN_OR_RETURN(Database database, Database::open(file, mode));
    RETURN_IF_ERROR(checkSchema(database));
    if (depth == Depth::Identity)
        return {};
    ASSIGN_OR_RETURN(const QString damage, database.quickCheck());
    if (!damage.isEmpty())
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("“%1” is damaged (%2).").arg(nameOf(file), damage));
    return {};
}

Result<ProjectStore> ProjectStore::open(const QString& file, Mode mode) {
    if (mode == Mode::ReadOnly) {
        ASSIGN_OR_RETURN(Database database, openToRead(file));
        RETURN_IF_ERROR(checkSchema(database));
        ASSIGN_OR_RETURN(const qint64 version, database.integer("PRAGMA user_version"));
        return ProjectStore(std::move(database), static_cast<int>(version));
    }
    ASSIGN_OR_RETURN(Database database, Database::open(file, Database::Mode::ReadWrite));
    RETURN_IF_ERROR(checkSchema(database));
    RETURN_IF_ERROR(database.execute("PRAGMA journal_mode=WAL"));
    RETURN_IF_ERROR(database.execute("PRAGMA journal_size_limit=67108864"));
    RETURN_IF_ERROR(migrate(database));
    return ProjectStore(std::move(database), kSchemaVersion);
}

Result<ProjectStore::Contents> ProjectStore::contents() {
    Contents contents;
    ASSIGN_OR_RETURN(Statement labels, m_database.prepare(m_version < 2   ? kLabels1
                                                          : m_version < 5 ? kLabels4
                                                                          : kLabels));
    ASSIGN_OR_RETURN(bool row, labels.step());
    while (row) {
        ASSIGN_OR_RETURN(QList<Attribute> attributes, decodeAttributes(labels.blob(5)));
        contents.labels.append({{labels.integer(0)},
                                labels.text(1),
                                QColor::fromRgba(static_cast<QRgb>(labels.integer(2))),
                                labels.text(3).split(QLatin1Char('\n'), Qt::SkipEmptyParts),
                                static_cast<int>(labels.integer(4)),
                                std::move(attributes),
                                thresholdAt(labels, 6)});
        ASSIGN_OR_RETURN(row, labels.step());
    }
    ASSIGN_OR_RETURN(Statement images, m_database.prepare(m_version < 3   ? kImages2
                                                          : m_version < 4 ? kImages3
                                                                          : kImages));
    ASSIGN_OR_RETURN(row, images.step());
    while (row) {
        contents.images.append(
            {{images.integer(0)},
             images.text(1),
             QSize(static_cast<int>(images.integer(2)), static_cast<int>(images.integer(3))),
             images.blob(4),
             images.integer(5) != 0,
             imageTags(images.text(6)),
             images.text(7).split(QLatin1Char(','), Qt::SkipEmptyParts)});
        ASSIGN_OR_RETURN(row, images.step());
    }
    ASSIGN_OR_RETURN(contents.lastId, meta("last_id"));
    return contents;
}

Result<ProjectStore::Annotations> ProjectStore::annotations(ImageId image) {
    // One snapshot, so that the revision says exactly what the rows include.
    ASSIGN_OR_RETURN(const Transaction snapshot, Transaction::begin(m_database, Transaction::Kind::Read));
    Annotations result;
    ASSIGN_OR_RETURN(result.revision, meta("revision"));
    ASSIGN_OR_RETURN(Statement rows,
                     m_database.prepare(m_version < 2 ? kAnnotationsOfImage1 : kAnnotationsOfImage));
    rows.bind(1, image.value);
    ASSIGN_OR_RETURN(bool row, rows.step());
    while (row) {
        ASSIGN_OR_RETURN(Annotation annotation, annotationAt(rows, image));
        result.annotations.push_back(std::move(annotation));
        ASSIGN_OR_RETURN(row, rows.step());
    }
    return result;
}

namespace {

/// Reads the rows that `rows` gives, of which neighbours with one id are one edit, and hands each edit on;
/// `take` says whether it wants more. An edit that does not decode, or of which a part does not, ends it.
Status readEdits(Statement& rows, bool backwards, const std::function<bool(Edit)>& take) {
    std::optional<Edit> edit;
    ASSIGN_OR_RETURN(bool row, rows.step());
    while (row) {
        Result<Edit> part = decodeEdit(rows.blob(0));
        if (!part)
            return {};
        if (edit && edit->id == part->id) {
            std::vector<Change>& first = backwards ? part->changes : edit->changes;
            std::vector<Change>& second = backwards ? edit->changes : part->changes;
            first.insert(first.end(), std::make_move_iterator(second.begin()),
                         std::make_move_iterator(second.end()));
            if (backwards)
                edit = std::move(*part);
        } else {
            if (edit && !take(std::move(*edit)))
                return {};
            edit = std::move(*part);
        }
        ASSIGN_OR_RETURN(row, rows.step());
    }
    if (edit)
        take(std::move(*edit));
    return {};
}

} // namespace

Result<ProjectStore::Journal> ProjectStore::journal(std::size_t byteLimit) {
    ASSIGN_OR_RETURN(const qint64 cursor, meta("cursor"));
    Journal journal;
    std::size_t bytes = 0;
    ASSIGN_OR_RETURN(Statement done,
                     m_database.prepare("SELECT payload FROM edit WHERE seq <= ? ORDER BY seq DESC"));
    done.bind(1, cursor);
    RETURN_IF_ERROR(readEdits(done, true, [&](Edit edit) {
        bytes += bytesOf(edit);
        journal.edits.push_front(std::move(edit));
        return bytes <= byteLimit;
    }));
    journal.cursor = journal.edits.size();
    ASSIGN_OR_RETURN(Statement undone,
                     m_database.prepare("SELECT payload FROM edit WHERE seq > ? ORDER BY seq"));
    undone.bind(1, cursor);
    RETURN_IF_ERROR(readEdits(undone, false, [&](Edit edit) {
        journal.edits.push_back(std::move(edit));
        return true;
    }));
    return journal;
}

Result<qint64> ProjectStore::meta(const char* key) {
    ASSIGN_OR_RETURN(Statement statement, m_database.prepare("SELECT value FROM meta WHERE key = ?"));
    statement.bind(1, QString::fromLatin1(key));
    ASSIGN_OR_RETURN(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::CorruptFile, QStringLiteral("The project file lacks a value it must have."));
    return statement.integer(0);
}

} // namespace core
