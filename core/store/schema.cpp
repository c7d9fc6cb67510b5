// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.h"

#include "core/project/shape_facts.h"
#include "core/store/edit_codec.h"
#include "core/store/sqlite.h"

namespace core {
namespace {

// Ids come from the program, one counter for all kinds. `removed` rows of labels and images stay, because
// annotations point at them and an undo brings them back. A label of 0 is "none". Only images are foreign
// keys: an annotation whose label is unknown must still be saved, and is reported by the check.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('cursor', 0), ('last_id', 0), ('revision', 0), ('session', 0);
CREATE TABLE label(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, color INTEGER NOT NULL, phrase TEXT NOT NULL,
    position INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE image(
    id INTEGER PRIMARY KEY, path TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    hash BLOB NOT NULL, reviewed INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE annotation(
    id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image(id), label INTEGER NOT NULL,
    state INTEGER NOT NULL, z INTEGER NOT NULL, locked INTEGER NOT NULL, hidden INTEGER NOT NULL,
    origin INTEGER NOT NULL, score REAL NOT NULL, source TEXT NOT NULL,
    mask BLOB NOT NULL, touched BLOB NOT NULL) STRICT;
CREATE INDEX annotation_image ON annotation(image);
CREATE TABLE edit(
    seq INTEGER PRIMARY KEY, id INTEGER NOT NULL, image INTEGER NOT NULL, text TEXT NOT NULL,
    time INTEGER NOT NULL, session INTEGER NOT NULL, bytes INTEGER NOT NULL, payload BLOB NOT NULL) STRICT;
CREATE INDEX edit_id ON edit(id);
)sql";

// Attributes, crowds, groups, provenance and effort; and what filters ask of a shape, kept beside it. The
// table is made anew, because columns behind the masks would cost a walk over their overflow pages.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE label ADD COLUMN attributes BLOB NOT NULL DEFAULT x'';
ALTER TABLE annotation RENAME TO annotation_1;
DROP INDEX annotation_image;
CREATE TABLE annotation(
    id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image(id), label INTEGER NOT NULL,
    state INTEGER NOT NULL, z INTEGER NOT NULL, locked INTEGER NOT NULL, hidden INTEGER NOT NULL,
    crowd INTEGER NOT NULL, cluster INTEGER NOT NULL, attributes BLOB NOT NULL,
    origin INTEGER NOT NULL, score REAL NOT NULL, source TEXT NOT NULL, model TEXT NOT NULL,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, worked INTEGER NOT NULL, actions INTEGER NOT NULL,
    area INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL, width INTEGER NOT NULL,
    height INTEGER NOT NULL, parts INTEGER NOT NULL, holes INTEGER NOT NULL, by_hand REAL NOT NULL,
    mask BLOB NOT NULL, touched BLOB NOT NULL) STRICT;
)sql";
constexpr const char* kVersion2End = R"sql(
DROP TABLE annotation_1;
CREATE INDEX annotation_image ON annotation(image);
)sql";

// Tags of images, with commas between them.
constexpr const char* kVersion3 = "ALTER TABLE image ADD COLUMN tags TEXT NOT NULL DEFAULT ''";
// Marks of the auto-label runs that were put into an image, with commas between them.
constexpr const char* kVersion4 = "ALTER TABLE image ADD COLUMN runs TEXT NOT NULL DEFAULT ''";

// From which score on the model's proposals for a label are shown; null: the model's own.
constexpr const char* kVersion5 = "ALTER TABLE label ADD COLUMN threshold REAL";

Status climbTo2(Database& database) {
    RETURN_IF_ERROR(database.execute(kVersion2));
    ASSIGN_OR_RETURN(Statement rows, database.prepare("SELECT id, mask, touched FROM annotation_1"));
    ASSIGN_OR_RETURN(
        Statement copy,
        database.prepare("INSERT INTO annotation SELECT id, image, label, state, z, locked, hidden, 0, 0, "
                         "x'', origin, score, source, '', 0, 0, 0, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, mask, "
                         "touched FROM annotation_1 WHERE id = ?1"));
    ASSIGN_OR_RETURN(bool row, rows.step());
    while (row) {
        // A mask that does not decode is kept as it is; reading it says so.
        const Mask mask = decodeMask(rows.blob(1)).value_or(Mask());
        const Mask touched = decodeMask(rows.blob(2)).value_or(Mask());
        bindShape(copy.bind(1, rows.integer(0)), 2, shapeFacts(mask, touched));
        RETURN_IF_ERROR(copy.run());
        ASSIGN_OR_RETURN(row, rows.step());
    }
    return database.execute(kVersion2End);
}

Result<qint64> version(Database& database) {
    ASSIGN_OR_RETURN(const qint64 from, database.integer("PRAGMA user_version"));
    if (from > kSchemaVersion)
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("This project was written by a newer version of the program (format %1, this one "
                           "knows %2); update the program.")
                .arg(from)
                .arg(kSchemaVersion));
    if (from < 0)
        return fail(ErrorCode::CorruptFile, QStringLiteral("The project file's version number is damaged."));
    return from;
}

Status checkIdentity(Database& database) {
    ASSIGN_OR_RETURN(const qint64 id, database.integer("PRAGMA application_id"));
    if (id != kApplicationId)
        return fail(ErrorCode::CorruptFile, QStringLiteral("This database is not a Maskwright project."));
    ASSIGN_OR_RETURN(
        const qint64 strange,
        database.integer("SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index') "
                         "OR (type = 'table' AND rootpage = 0)"));
    if (strange != 0)
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral(
                        "The project file holds triggers or views, which Maskwright never makes; it is not "
                        "opened because it could have been tampered with."));
    return {};
}

} // namespace

void bindShape(Statement& to, int first, const ShapeFacts& facts) {
    to.bind(first, facts.area).bind(first + 1, static_cast<qint64>(facts.box.x()));
    to.bind(first + 2, static_cast<qint64>(facts.box.y()));
    to.bind(first + 3, static_cast<qint64>(facts.box.width()));
    to.bind(first + 4, static_cast<qint64>(facts.box.height()));
    to.bind(first + 5, static_cast<qint64>(facts.parts)).bind(first + 6, static_cast<qint64>(facts.holes));
    to.bind(first + 7, static_cast<double>(facts.byHand));
}

Status checkSchema(Database& database) {
    RETURN_IF_ERROR(checkIdentity(database));
    ASSIGN_OR_RETURN(const qint64 from, version(database));
    if (from == 0)
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("The project file has no version; it is damaged."));
    return {};
}

Status migrate(Database& database) {
    ASSIGN_OR_RETURN(const qint64 from, version(database));
    if (from == kSchemaVersion)
        return checkIdentity(database);
    ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database, Transaction::Kind::Write));
    if (from <= 0) {
        ASSIGN_OR_RETURN(const qint64 tables, database.integer("SELECT count(*) FROM sqlite_schema"));
        if (tables != 0)
            return fail(ErrorCode::CorruptFile, QStringLiteral("This database is not a Maskwright project."));
        RETURN_IF_ERROR(database.execute(kVersion1));
        const QByteArray mark = "PRAGMA application_id=" + QByteArray::number(kApplicationId);
        RETURN_IF_ERROR(database.execute(mark.constData()));
    }
    RETURN_IF_ERROR(checkIdentity(database));
    if (from < 2)
        RETURN_IF_ERROR(climbTo2(database));
    if (from < 3)
        RETURN_IF_ERROR(database.execute(kVersion3));
    if (from < 4)
        RETURN_IF_ERROR(database.execute(kVersion4));
    if (from < 5)
        RETURN_IF_ERROR(database.execute(kVersion5));
    const QByteArray mark = "PRAGMA user_version=" + QByteArray::number(kSchemaVersion);
    RETURN_IF_ERROR(database.execute(mark.constData()));
    return transaction.commit();
}

} // namespace core
