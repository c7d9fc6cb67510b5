// SPDX-License-Identifier: Apache-2.0
#include "core/store/open_project.h"

#include "core/project/history.h"
#include "core/store/schema.h"
#include "core/store/sqlite.h"

#include "tests/support/core/full_disk.h"
#include "tests/support/core/random_edits.h"
#include "tests/support/core/temp_project.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

namespace core {
namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void replaceWith(const QString& path, const QByteArray& content) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
}

/// The error of opening `file`, which must fail.
Error openingFails(const QString& file) {
    const Result<std::unique_ptr<OpenProject>> open = OpenProject::open(file);
    EXPECT_FALSE(open);
    return open ? Error{} : open.error();
}

bool mentions(const Error& error, const char* word) {
    return error.message.find(word) != std::string::npos;
}

/// What a round brush 40 pixels wide flips on a bent path of 300 pixels.
Mask brushPath(int start) {
    std::vector<Mask::Span> spans;
    for (int step = 0; step < 300; step += 5)
        for (int y = -20; y <= 20; ++y) {
            const int half = static_cast<int>(std::sqrt(400 - y * y));
            const int x = start + step;
            spans.push_back({y + x * x / 900, x - half, x + half + 1});
        }
    return Mask::fromSpans(std::move(spans));
}

Edit bigStroke(const TempProject&, AnnotationId target, ImageId image) {
    std::vector<Mask::Span> spans;
    for (int y = 0; y < 20000; ++y)
        spans.push_back({y, (y * 7919) % 5000, 6000 + (y * 104729) % 5000});
    return {{},
            image,
            QStringLiteral("Brush stroke"),
            {PaintMask{target, MaskDelta(Mask::fromSpans(spans)), {}}}};
}

} // namespace

TEST(OpenProject, randomEditsComeBackAfterReopeningAndSoDoesUndo) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        TempProject project;
        RandomEdits random(seed, RandomEdits::Images::MayBeRemoved);
        for (int i = 0; i < 120; ++i) {
            const int choice = random.number(8);
            if (choice == 0)
                project->history().undo();
            else if (choice == 1)
                project->history().redo();
            else
                project->history().commit(random.next(project->project()));
            stateOf(*project);
            if (random.number(30) == 0)
                project.reopen();
        }
        const ProjectState last = stateOf(*project);
        const std::size_t cursor = project->history().cursor();
        const std::size_t size = project->history().size();
        project.reopen();
        ASSERT_EQ(stateOf(*project), last) << "seed " << seed;
        ASSERT_EQ(project->history().cursor(), cursor);
        ASSERT_EQ(project->history().size(), size);
        while (project->history().canUndo())
            project->history().undo();
        ASSERT_EQ(stateOf(*project), ProjectState()) << "seed " << seed;
        project.reopen();
        ASSERT_EQ(stateOf(*project), ProjectState());
        while (project->history().cursor() < cursor)
            project->history().redo();
        ASSERT_EQ(stateOf(*project), last) << "seed " << seed;
        project.reopen();
        ASSERT_EQ(stateOf(*project), last);
    }
}

TEST(OpenProject, idsAreNeverUsedAgain) {
    TempProject project;
    const AnnotationId square = project.addSquare();
    project->history().undo();
    project.reopen();
    EXPECT_GT(project->project().newAnnotationId().value, square.value);
}

TEST(OpenProject, addsImagesOnceWithPathsRelativeToTheProject) {
    TempProject project;
    const QString inside = project.folder() + QStringLiteral("/images/../images/a.png");
    const QString outside = QDir::tempPath() + QStringLiteral("/elsewhere/b.png");
    EXPECT_EQ(project->addImages({inside, outside, inside}), 2);
    EXPECT_EQ(project->addImages({project.folder() + QStringLiteral("/images/a.png")}), 0);
    EXPECT_EQ(project->history().size(), 1U);
    const QList<ImageInfo>& images = project->project().images();
    ASSERT_EQ(images.size(), 2);
    EXPECT_EQ(images[0].path, QStringLiteral("images/a.png"));
    EXPECT_EQ(images[1].path, outside);
    const QString folder = QFileInfo(project->file()).absolutePath();
    EXPECT_EQ(project->absolutePath(images[0].id), folder + QStringLiteral("/images/a.png"));
    EXPECT_EQ(project->absolutePath(images[1].id), outside);
    EXPECT_EQ(project->absolutePath({999}), QString());
    project->history().undo();
    EXPECT_TRUE(project->project().images().isEmpty());
}

TEST(OpenProject, loadsAnnotationsThatAreStillOnTheirWay) {
    TempProject project;
    const AnnotationId square = project.addSquare();
    const ImageId image = project->project().annotation(square)->image;
    for (int i = 0; i < 50; ++i) {
        project->history().commit(
            {{}, image, {}, {PaintMask{square, MaskDelta(Mask::fromRect({0, 30 + i, 1, 1})), {}}}});
        project->project().unload(image);
        ASSERT_TRUE(project->loadImage(image));
        ASSERT_EQ(project->project().annotation(square)->mask.area(), 101 + i);
    }
    project->history().undo();
    project->project().unload(image);
    ASSERT_TRUE(project->loadImage(image));
    EXPECT_EQ(project->project().annotation(square)->mask.area(), 149);
    const Status unknown = project->loadImage({12345});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

TEST(OpenProject, loadsAnImageFromWithinTheEventOfItsImport) {
    TempProject project;
    const ImageInfo image{project->project().newImageId(), QStringLiteral("a.png"), {}, {}, false};
    Annotation annotation;
    annotation.id = project->project().newAnnotationId();
    annotation.image = image.id;
    annotation.mask = Mask::fromRect({0, 0, 2, 2});
    QObject::connect(&project->project(), &Project::changed, &*project, [&] {
        if (!project->project().isLoaded(image.id)) {
            EXPECT_TRUE(project->loadImage(image.id));
        }
    });
    project->history().commit(
        {{}, {}, QStringLiteral("Import"), {SetImage{{}, image}, AddAnnotation{annotation}}});
    EXPECT_NE(project->project().annotation(annotation.id), nullptr);
}

TEST(OpenProject, anImageThatIsRemovedTwiceAndBroughtBackHasItsInstances) {
    TempProject project;
    const AnnotationId square = project.addSquare();
    ASSERT_TRUE(project->flush());
    const ImageInfo image = project->project().images().constFirst();
    ASSERT_TRUE(project->loadImage(image.id));
    const Annotation before = *project->project().annotation(square);
    // All steps wait to be written.
    Result<Database> other = Database::open(project.file(), Database::Mode::ReadWrite);
    ASSERT_TRUE(other);
    for (const std::vector<Change>& removal :
         {std::vector<Change>{SetImage{image, std::nullopt}},
          std::vector<Change>{RemoveAnnotation{before}, SetImage{image, std::nullopt}}}) {
        const Result<Transaction> held = Transaction::begin(*other, Transaction::Kind::Write);
        ASSERT_TRUE(held);
        project->history().commit({{}, {}, QStringLiteral("Remove"), removal});
        project->history().undo();
        project->history().redo();
        project->history().undo();
        ASSERT_TRUE(project->loadImage(image.id));
        ASSERT_NE(project->project().annotation(square), nullptr);
        EXPECT_EQ(*project->project().annotation(square), before);
    }
    project.reopen();
    ASSERT_TRUE(project->loadImage(image.id));
    ASSERT_NE(project->project().annotation(square), nullptr);
    EXPECT_EQ(*project->project().annotation(square), before);
}

TEST(OpenProject, whatIsLearnedOfAnImageIsNoStepOfTheHistory) {
    TempProject project;
    project.addSquare();
    const ImageId image = project->project().images().constFirst().id;
    project->noteImageFacts(image, QSize(640, 480), QByteArray("hash"));
    EXPECT_EQ(project->history().size(), 2U);
    EXPECT_EQ(project->project().image(image)->size, QSize(640, 480));
    project.reopen();
    EXPECT_EQ(project->project().image(image)->size, QSize(640, 480));
    EXPECT_EQ(project->project().image(image)->contentHash, QByteArray("hash"));
}

TEST(OpenProject, refusesASecondOpeningAndNamesTheHolder) {
    TempProject project;
    const Error twice = openingFails(project.file());
    EXPECT_EQ(twice.code, ErrorCode::Io);
    EXPECT_TRUE(mentions(twice, "open already")) << twice.message;
    EXPECT_TRUE(mentions(twice, std::to_string(getpid()).c_str())) << twice.message;
    const QString link = project.folder() + QStringLiteral("/link.maskwright");
    ASSERT_TRUE(QFile::link(project.file(), link));
    EXPECT_TRUE(mentions(openingFails(link), "open already"));
    project.close();
    EXPECT_TRUE(OpenProject::open(link));
}

TEST(OpenProject, refusesAFileWithTwoNames) {
    TempProject project;
    project.close();
    const QString other = project.folder() + QStringLiteral("/other.maskwright");
    std::filesystem::create_hard_link(project.file().toStdString(), other.toStdString());
    EXPECT_TRUE(mentions(openingFails(project.file()), "second name"));
}

TEST(OpenProject, createRefusesToReplaceAndToWriteNowhere) {
    TempProject project;
    project.close();
    const Result<std::unique_ptr<OpenProject>> again = OpenProject::create(project.file());
    ASSERT_FALSE(again);
    EXPECT_TRUE(mentions(again.error(), "exists"));
    const Result<std::unique_ptr<OpenProject>> nowhere =
        OpenProject::create(project.folder() + QStringLiteral("/no/p"));
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::Io);
    EXPECT_EQ(openingFails(project.folder() + QStringLiteral("/none")).code, ErrorCode::NotFound);
}

TEST(OpenProject, keepsTenBackupsAndNoneTwice) {
    TempProject project;
    for (int i = 0; i < 14; ++i) {
        project->addImages({QString::number(i)});
        project.reopen();
    }
    QDir backups(project.folder() + QStringLiteral("/street.backups"));
    const QStringList names = backups.entryList(QDir::Files, QDir::Name);
    EXPECT_EQ(names.size(), 10);
    project.reopen();
    EXPECT_EQ(backups.entryList(QDir::Files, QDir::Name), names) << "nothing changed, so nothing is copied";
    project.close();
    const Result<std::unique_ptr<OpenProject>> newest =
        OpenProject::open(backups.filePath(names.constLast()));
    ASSERT_TRUE(newest) << newest.error().message;
    EXPECT_EQ((*newest)->project().images().size(), 14);
    EXPECT_EQ((*newest)->history().size(), 14U);
}

TEST(OpenProject, damageIsNamedWithTheNewestGoodBackupAndNothingIsTouched) {
    TempProject project;
    const AnnotationId square = project.addSquare();
    const ImageId image = project->project().annotation(square)->image;
    project.reopen();
    project->history().commit(bigStroke(project, square, image));
    project.reopen();
    project.close();
    const QDir backups(project.folder() + QStringLiteral("/street.backups"));
    const QStringList names = backups.entryList(QDir::Files, QDir::Name);
    ASSERT_GE(names.size(), 2);
    replaceWith(backups.filePath(names.constLast()), QByteArray("damaged too"));
    const QByteArray sound = contentOf(project.file());
    const QByteArray good = names.at(names.size() - 2).toUtf8();
    for (const qsizetype size : {qsizetype{0}, qsizetype{1}, qsizetype{99}, qsizetype{100}, qsizetype{5000},
                                 sound.size() / 2, sound.size() - 1}) {
        replaceWith(project.file(), sound.left(size));
        const Error error = openingFails(project.file());
        EXPECT_EQ(error.code, ErrorCode::CorruptFile) << size << ": " << error.message;
        EXPECT_TRUE(mentions(error, good.constData())) << error.message;
        EXPECT_EQ(contentOf(project.file()), sound.left(size));
        EXPECT_FALSE(QFile::exists(project.file() + QStringLiteral("-wal")));
    }
    replaceWith(project.file(), sound);
    project.reopen();
}

TEST(OpenProject, refusesANewerFormatWithoutTouchingIt) {
    TempProject project;
    project.close();
    QByteArray content = contentOf(project.file());
    content[63] = kSchemaVersion + 1;
    replaceWith(project.file(), content);
    const Error error = openingFails(project.file());
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_TRUE(mentions(error, "newer version")) << error.message;
    EXPECT_EQ(contentOf(project.file()), content);
}

TEST(OpenProject, damagedPagesGiveAnErrorOrAProjectButNeverACrash) {
    TempProject project;
    RandomEdits random(11);
    for (int i = 0; i < 80; ++i) {
        project->history().commit(random.next(project->project()));
        stateOf(*project);
    }
    project.close();
    const QByteArray sound = contentOf(project.file());
    int refused = 0;
    for (int mutant = 0; mutant < 60; ++mutant) {
        QByteArray content = sound;
        const int damages = 1 + random.number(20);
        for (int i = 0; i < damages; ++i)
            content[100 + random.number(static_cast<int>(content.size()) - 100)] =
                static_cast<char>(random.number(256));
        replaceWith(project.file(), content);
        const Result<std::unique_ptr<OpenProject>> open = OpenProject::open(project.file());
        if (!open) {
            ++refused;
            EXPECT_FALSE(open.error().message.empty());
            EXPECT_EQ(contentOf(project.file()), content) << open.error().message;
            continue;
        }
        const QList<ImageInfo> images = (*open)->project().images();
        for (const ImageInfo& image : images)
            static_cast<void>((*open)->loadImage(image.id));
        (*open)->history().undo();
    }
    std::printf("%d of 60 damaged projects refused\n", refused);
    EXPECT_GT(refused, 5);
}

TEST(OpenProject, aFullDiskKeepsTheWorkInMemoryUntilThereIsSpace) {
    TempProject project;
    const AnnotationId square = project.addSquare();
    const ImageId image = project->project().annotation(square)->image;
    ASSERT_TRUE(project->flush());
    QSignalSpy states(&*project, &OpenProject::saveStateChanged);
    {
        const test::FullDisk full(32 << 10);
        project->history().commit(bigStroke(project, square, image));
        const Status failed = project->flush();
        ASSERT_FALSE(failed);
        EXPECT_EQ(project->saveState(), SaveState::Failed);
        EXPECT_EQ(states.constLast().at(1).toString().toStdString(), failed.error().message);
        project->history().commit(
            {{}, image, {}, {PaintMask{square, MaskDelta(Mask::fromRect({0, 0, 9, 1})), {}}}});
        const Mask mask = project->project().annotation(square)->mask;
        project->project().unload(image);
        ASSERT_TRUE(project->loadImage(image)) << "images can be visited meanwhile";
        EXPECT_EQ(project->project().annotation(square)->mask, mask);
    }
    ASSERT_TRUE(project->flush());
    EXPECT_EQ(project->saveState(), SaveState::Saved);
    const ProjectState state = stateOf(*project);
    project.reopen();
    EXPECT_EQ(stateOf(*project), state);
    EXPECT_EQ(project->history().size(), 4U);
}

TEST(OpenProject, aReadOnlyFolderOrFileIsSaidClearly) {
    TempProject project;
    project.close();
    const bool root = geteuid() == 0;
    QFile::setPermissions(project.file(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(project.folder(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther |
                                                QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
    // Permissions do not hold root back; nobody is.
    ASSERT_EQ(root ? seteuid(65534) : 0, 0);
    const Error folder = openingFails(project.file());
    const Result<std::unique_ptr<OpenProject>> made =
        OpenProject::create(project.folder() + QStringLiteral("/new.maskwright"));
    ASSERT_EQ(root ? seteuid(0) : 0, 0);
    QFile::setPermissions(project.folder(), QFile::Permissions(0x7777));
    EXPECT_EQ(folder.code, ErrorCode::Io);
    EXPECT_TRUE(mentions(folder, "cannot be written")) << folder.message;
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Io);

    ASSERT_EQ(root ? seteuid(65534) : 0, 0);
    const Error file = openingFails(project.file());
    ASSERT_EQ(root ? seteuid(0) : 0, 0);
    EXPECT_TRUE(mentions(file, "read-only")) << file.message;
}

TEST(OpenProject, measuresCommitAndReopening) {
    TempProject project;
    project.addSquare();
    const ImageId image = project->project().images().constFirst().id;
    Edit many{{}, image, QStringLiteral("Many"), {}};
    RandomEdits random(1);
    for (int i = 0; i < 10000; ++i) {
        Annotation annotation;
        annotation.id = project->project().newAnnotationId();
        annotation.image = image;
        annotation.mask = Mask::fromRect({i % 100 * 30, i / 100 * 30, 25, 25});
        many.changes.emplace_back(AddAnnotation{annotation});
    }
    project->history().commit(many);
    ASSERT_TRUE(project->flush());

    const AnnotationId target = std::get<AddAnnotation>(many.changes[5000]).annotation.id;
    std::vector<qint64> commits;
    for (int i = 0; i < 200; ++i) {
        const Mask dabs = brushPath(i);
        QElapsedTimer timer;
        timer.start();
        project->history().commit({{},
                                   image,
                                   QStringLiteral("Brush stroke"),
                                   {PaintMask{target, MaskDelta(dabs), MaskDelta(dabs)}}});
        commits.push_back(timer.nsecsElapsed() / 1000);
    }
    std::sort(commits.begin(), commits.end());
    QElapsedTimer timer;
    timer.start();
    ASSERT_TRUE(project->flush());
    const qint64 drained = timer.elapsed();
    const qint64 strokeBytes = Database::open(project.file(), Database::Mode::ReadOnly)
                                   ->integer("SELECT avg(bytes) FROM edit WHERE text = 'Brush stroke'")
                                   .value();
    EXPECT_LT(strokeBytes, 10000);
    timer.start();
    project.reopen();
    const qint64 reopened = timer.restart();
    ASSERT_TRUE(project->loadImage(image));
    const qint64 loaded = timer.elapsed();
    EXPECT_EQ(project->project().annotations(image).size(), 10001);
    std::printf("commit on the UI thread: median %lld us, 99 %% %lld us; then drained in %lld ms; reopening "
                "with 10,000 "
                "annotations %lld ms incl. backup, loading them %lld ms\n",
                static_cast<long long>(commits[100]), static_cast<long long>(commits[197]),
                static_cast<long long>(drained), static_cast<long long>(reopened),
                static_cast<long long>(loaded));
    std::printf("a stroke of 300 pixels takes %lld bytes in the journal\n",
                static_cast<long long>(strokeBytes));
    EXPECT_LT(commits[100], 10000);
    EXPECT_LT(reopened, 5000);
}

TEST(OpenProject, measuresAHundredThousandImages) {
    TempProject project;
    QStringList files;
    for (int i = 0; i < 100000; ++i)
        files.append(project.folder() + QStringLiteral("/images/%1/picture-%2.jpg").arg(i / 1000).arg(i));
    QElapsedTimer timer;
    timer.start();
    EXPECT_EQ(project->addImages(files), 100000);
    const qint64 added = timer.restart();
    project.reopen();
    project.close();
    timer.start();
    project.reopen();
    const qint64 reopened = timer.elapsed();
    EXPECT_EQ(project->project().images().size(), 100000);
    std::printf("100,000 images: added in %lld ms, reopened in %lld ms\n", static_cast<long long>(added),
                static_cast<long long>(reopened));
    EXPECT_LT(reopened, 5000);
}

} // namespace core
