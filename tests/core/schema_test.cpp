// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.h"

#include "core/project/history.h"
#include "core/project/shape_facts.h"
#include "core/store/project_store.h"
#include "core/store/sqlite.h"

#include "tests/support/core/full_disk.h"
#include "tests/support/core/temp_project.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace core {
namespace {

Result<Database> inMemory() {
    return Database::open(QStringLiteral(":memory:"), Database::Mode::Create);
}

Attribute wet() {
    return {{99}, QStringLiteral("wet"), AttributeType::Bool, {}};
}

QStringList tags() {
    return {QStringLiteral("naß"), QStringLiteral("night")};
}

QStringList runs() {
    return {QStringLiteral("0123abcd"), QStringLiteral("feed")};
}

/// What the stored projects say of their one annotation.
Fields fieldsOf(int version, LabelId label) {
    Fields fields{label, State::Fixed, 3, true, false};
    if (version >= 2) {
        fields.crowd = true;
        fields.group = {98};
        fields.attributes = {{wet().id, QStringLiteral("yes")}};
    }
    return fields;
}

/// The columns that filters read, in a file that is open elsewhere.
void expectStoredFacts(const QString& file, const Annotation& annotation) {
    Result<Database> database = Database::open(file, Database::Mode::ReadOnly);
    ASSERT_TRUE(database);
    Result<Statement> row =
        database->prepare("SELECT area, x, y, width, height, parts, holes, by_hand FROM annotation");
    ASSERT_TRUE(row) << row.error().message;
    ASSERT_TRUE(row->step().value());
    const ShapeFacts facts = shapeFacts(annotation.mask, annotation.touched);
    EXPECT_EQ(row->integer(0), facts.area);
    EXPECT_EQ(QRect(int(row->integer(1)), int(row->integer(2)), int(row->integer(3)), int(row->integer(4))),
              facts.box);
    EXPECT_EQ(row->integer(5), facts.parts);
    EXPECT_EQ(row->integer(6), facts.holes);
    EXPECT_EQ(float(row->real(7)), facts.byHand);
    EXPECT_EQ(facts.holes, 1);
    EXPECT_GT(facts.byHand, 0);
}

} // namespace

QStringList phrasesOf(int version) {
    const QStringList all{QStringLiteral("a person"), QStringLiteral("somebody")};
    return version < 5 ? all.mid(0, 1) : all;
}

TEST(Schema, makesEverythingInAnEmptyDatabaseAndIsContentTheSecondTime) {
    Result<Database> database = inMemory();
    ASSERT_TRUE(migrate(*database));
    EXPECT_EQ(database->integer("PRAGMA user_version").value(), kSchemaVersion);
    EXPECT_EQ(database->integer("PRAGMA application_id").value(), kApplicationId);
    EXPECT_EQ(database->integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").value(), 5);
    ASSERT_TRUE(
        database->execute("INSERT INTO label(id, name, color, phrase, position) VALUES(1, 'a', 0, '', 0)"));
    ASSERT_TRUE(migrate(*database));
    EXPECT_EQ(database->integer("SELECT count(*) FROM label").value(), 1);
    EXPECT_TRUE(checkSchema(*database));
}

TEST(Schema, refusesNewerVersionsByName) {
    Result<Database> database = inMemory();
    ASSERT_TRUE(migrate(*database));
    ASSERT_TRUE(database->execute("PRAGMA user_version=7"));
    for (const Status& status : {migrate(*database), checkSchema(*database)}) {
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::Unsupported);
        EXPECT_NE(status.error().message.find("format 7"), std::string::npos) << status.error().message;
    }
    EXPECT_EQ(database->integer("PRAGMA user_version").value(), 7);
}

TEST(Schema, refusesOtherPeoplesDatabases) {
    Result<Database> database = inMemory();
    ASSERT_TRUE(database->execute("CREATE TABLE places(id)"));
    const Status status = migrate(*database);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::CorruptFile);
    EXPECT_EQ(database->integer("SELECT count(*) FROM sqlite_schema").value(), 1) << "rolled back";
}

TEST(Schema, refusesTriggersAndViews) {
    for (const char* planted : {"CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM annotation; END",
                                "CREATE VIEW v AS SELECT * FROM image"}) {
        Result<Database> database = inMemory();
        ASSERT_TRUE(migrate(*database));
        ASSERT_TRUE(database->execute(planted));
        const Status status = checkSchema(*database);
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::CorruptFile);
        EXPECT_FALSE(migrate(*database));
    }
}

TEST(Schema, aStoredProjectOfEveryVersionOpensAsItWasLeft) {
    const QDir projects(QStringLiteral(TEST_DATA_DIR "/old_projects"));
    for (int version = 1; version <= kSchemaVersion; ++version) {
        const QDir stored(projects.filePath(QString::number(version)));
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("old.maskwright"));
        ASSERT_TRUE(QFile::copy(stored.filePath(QStringLiteral("old.maskwright")), file)) << version;
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        Result<std::unique_ptr<OpenProject>> open = OpenProject::open(file);
        ASSERT_TRUE(open) << open.error().message;
        const ProjectState state = stateOf(**open);
        ASSERT_EQ(state.labels.size(), 2);
        EXPECT_EQ(state.labels[0].name, QStringLiteral("Straße"));
        EXPECT_EQ(state.labels[0].color, QColor(10, 20, 30));
        EXPECT_EQ(state.labels[1].phrases, phrasesOf(version));
        EXPECT_EQ(state.labels[1].threshold, version < 5 ? std::nullopt : std::optional(0.4F));
        ASSERT_EQ(state.images.size(), 2);
        EXPECT_EQ(state.images[0].path, QStringLiteral("images/ä 1.png"));
        EXPECT_EQ(state.images[0].size, QSize(640, 480));
        EXPECT_EQ(state.images[0].contentHash, QByteArray("\0\1\2", 3));
        EXPECT_TRUE(state.images[1].reviewed);
        EXPECT_EQ(state.images[1].tags, version < 3 ? QStringList() : tags());
        EXPECT_EQ(state.images[1].runs, version < 4 ? QStringList() : runs());
        ASSERT_EQ(state.annotations.size(), 1U);
        const Annotation& annotation = state.annotations[0];
        EXPECT_EQ(annotation.mask, Mask::fromRect({5, 5, 10, 10}).subtracted(Mask::fromRect({8, 8, 2, 2})));
        EXPECT_EQ(annotation.touched, Mask::fromRect({8, 8, 2, 2}));
        EXPECT_EQ(annotation.fields, fieldsOf(version, state.labels[0].id));
        EXPECT_EQ(state.labels[0].attributes, version < 2 ? QList<Attribute>() : QList{wet()});
        EXPECT_EQ(annotation.model, version < 2 ? QString() : QStringLiteral("pocket"));
        EXPECT_EQ(annotation.created, version < 2 ? 0 : 1000);
        EXPECT_EQ(annotation.effort, version < 2 ? Effort() : (Effort{3000, 20, 2}));
        expectStoredFacts(file, annotation);
        EXPECT_EQ(annotation.origin, Origin::Prompt);
        EXPECT_EQ(annotation.score, 0.875F);
        EXPECT_EQ(annotation.source, QStringLiteral("street"));
        EXPECT_EQ((*open)->history().undoText(), QStringLiteral("Brush stroke"));
        EXPECT_EQ((*open)->history().redoText(), QStringLiteral("Delete"));
        (*open)->history().redo();
        while ((*open)->history().canUndo())
            (*open)->history().undo();
        EXPECT_EQ(stateOf(**open), ProjectState());
    }
}

TEST(Schema, anOldFileIsReadWithoutBeingClimbed) {
    const QString file = QStringLiteral(TEST_DATA_DIR "/old_projects/1/old.maskwright");
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("old.maskwright"));
    ASSERT_TRUE(QFile::copy(file, copy));
    Result<ProjectStore> store = ProjectStore::open(copy, ProjectStore::Mode::ReadOnly);
    ASSERT_TRUE(store) << store.error().message;
    const Result<ProjectStore::Contents> contents = store->contents();
    ASSERT_TRUE(contents) << contents.error().message;
    EXPECT_EQ(contents->labels.size(), 2);
    const auto annotations = store->annotations(contents->images[0].id);
    ASSERT_TRUE(annotations) << annotations.error().message;
    EXPECT_EQ(annotations->annotations.size(), 1U);
    EXPECT_EQ(store->database().integer("PRAGMA user_version").value(), 1);
}

TEST(Schema, aClimbThatFailsHalfWayLeavesTheOldProject) {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("old.maskwright"));
    ASSERT_TRUE(QFile::copy(QStringLiteral(TEST_DATA_DIR "/old_projects/1/old.maskwright"), file));
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    Result<Database> database = Database::open(file, Database::Mode::ReadWrite);
    ASSERT_TRUE(database);
    // The last step of the ladder fails: the column is there already.
    ASSERT_TRUE(database->execute("ALTER TABLE image ADD COLUMN tags TEXT NOT NULL DEFAULT ''"));
    EXPECT_FALSE(migrate(*database));
    EXPECT_FALSE(database->inTransaction());
    EXPECT_EQ(database->integer("PRAGMA user_version").value(), 1);
    EXPECT_EQ(database->integer("SELECT count(*) FROM annotation").value(), 1);
    EXPECT_EQ(database->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'annotation_1'").value(), 0);
    ASSERT_TRUE(database->execute("ALTER TABLE image DROP COLUMN tags"));
    {
        const test::FullDisk full(40'000);
        EXPECT_FALSE(migrate(*database));
    }
    EXPECT_EQ(database->integer("PRAGMA user_version").value(), 1);
    ASSERT_TRUE(migrate(*database));
    EXPECT_EQ(database->integer("PRAGMA user_version").value(), kSchemaVersion);
    EXPECT_EQ(database->integer("SELECT holes FROM annotation").value(), 1);
}

/// Writes the stored project of the newest version, when a new rung was added to the ladder:
/// WRITE_OLD_PROJECT=<folder> core_tests --gtest_filter=Schema.DISABLED_writeStoredProject
/// --gtest_also_run_disabled_tests
TEST(Schema, DISABLED_writeStoredProject) {
    const QDir folder(qEnvironmentVariable("WRITE_OLD_PROJECT"));
    Result<std::unique_ptr<OpenProject>> made =
        OpenProject::create(folder.filePath(QStringLiteral("old.maskwright")));
    ASSERT_TRUE(made) << made.error().message;
    Project& project = (*made)->project();
    History& history = (*made)->history();
    const Label street{project.newLabelId(), QStringLiteral("Straße"), QColor(10, 20, 30), {}, 0, {wet()}};
    const Label person{project.newLabelId(),
                       QStringLiteral("Person"),
                       QColor(40, 50, 60),
                       phrasesOf(kSchemaVersion),
                       1,
                       {},
                       0.4F};
    history.commit({{}, {}, QStringLiteral("Labels"), {SetLabel{{}, street}, SetLabel{{}, person}}});
    const ImageInfo first{project.newImageId(), QStringLiteral("images/ä 1.png"), QSize(640, 480),
                          QByteArray("\0\1\2", 3), false};
    const ImageInfo second{project.newImageId(), QStringLiteral("b.png"), {}, {}, true, tags(), runs()};
    history.commit({{}, {}, QStringLiteral("Add images"), {SetImage{{}, first}, SetImage{{}, second}}});
    ASSERT_TRUE((*made)->loadImage(first.id));
    Annotation annotation{project.newAnnotationId(),
                          first.id,
                          {street.id, State::Auto},
                          Origin::Prompt,
                          0.875F,
                          QStringLiteral("street"),
                          Mask::fromRect({5, 5, 10, 10}),
                          {},
                          QStringLiteral("pocket"),
                          1000,
                          {2000, 10, 1}};
    history.commit({{}, first.id, QStringLiteral("Add"), {AddAnnotation{annotation}}});
    const MaskDelta flips(Mask::fromRect({8, 8, 2, 2}));
    history.commit({{},
                    first.id,
                    QStringLiteral("Brush stroke"),
                    {PaintMask{annotation.id, flips, flips},
                     SetFields{annotation.id, annotation.fields, fieldsOf(kSchemaVersion, street.id)},
                     SetEffort{annotation.id, annotation.effort, {3000, 20, 2}}}});
    history.commit(
        {{}, first.id, QStringLiteral("Delete"), {RemoveAnnotation{*project.annotation(annotation.id)}}});
    history.undo();
    ASSERT_TRUE((*made)->flush());
}

} // namespace core
