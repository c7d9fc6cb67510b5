// SPDX-License-Identifier: Apache-2.0
#include "core/query/instance_search.h"

#include "core/project/history.h"
#include "core/store/project_store.h"

#include "tests/support/core/random_edits.h"
#include "tests/support/core/temp_project.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <array>
#include <functional>

#include <gtest/gtest.h>

namespace core {
namespace {

constexpr int kPatience = 20'000;

/// Turns the event loop until `done`.
bool waitFor(const std::function<bool()>& done) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < kPatience)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    return done();
}

/// What tells rows apart, of those that are present, in order.
std::vector<std::array<double, 9>> figuresOf(const InstanceIndex& index) {
    std::vector<std::array<double, 9>> figures;
    for (const InstanceRow& row : index.rows()) {
        if (row.present)
            figures.push_back({double(row.id), double(index.images()[row.image].value),
                               double(index.labels()[row.label].value), double(row.state), double(row.area),
                               double(row.score), double(row.byHand), double(row.actions),
                               double(index.attributes()[row.attributes].size())});
    }
    return figures;
}

std::vector<std::array<double, 9>> figuresInFile(const QString& file) {
    Result<ProjectStore> store = ProjectStore::open(file, ProjectStore::Mode::ReadOnly);
    InstanceIndex index;
    EXPECT_TRUE(store && index.load(store->database()));
    return figuresOf(index);
}

} // namespace

TEST(InstanceSearch, followsEveryKindOfEditUndoAndRedo) {
    TempProject project;
    project->addImages(
        {project.folder() + QStringLiteral("/a.png"), project.folder() + QStringLiteral("/b.png")});
    stateOf(*project);
    InstanceSearch search(*project);
    RandomEdits random(21);
    for (int i = 0; i < 150; ++i) {
        const int choice = random.number(6);
        if (choice == 0)
            project->history().undo();
        else if (choice == 1)
            project->history().redo();
        else
            project->history().commit(random.next(project->project()));
        if (i % 10 != 9)
            continue;
        ASSERT_TRUE(project->flush());
        bool equal = false;
        // The news come a moment after the file has them.
        ASSERT_TRUE(waitFor([&] {
            search.ask([](const InstanceIndex& index, const QueryContext&) { return figuresOf(index); },
                       [&](const auto& figures) { equal = figures == figuresInFile(project.file()); });
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            return equal;
        })) << "after edit "
            << i;
    }
}

TEST(InstanceSearch, rowsOfWhatWasDeletedDoNotPileUp) {
    TempProject project;
    project.addSquare();
    const ImageId image = project->project().images()[0].id;
    const Annotation square = *project->project().annotations(image)[0];
    ASSERT_TRUE(project->flush());
    Result<ProjectStore> store = ProjectStore::open(project.file(), ProjectStore::Mode::ReadOnly);
    ASSERT_TRUE(store);
    InstanceIndex index;
    ASSERT_TRUE(index.load(store->database()));
    std::size_t most = 0;
    for (int round = 0; round < 12; ++round) {
        Edit edit;
        edit.image = image;
        std::vector<AnnotationId> ids;
        for (int i = 0; i < 300; ++i) {
            Annotation made = square;
            made.id = project->project().newAnnotationId();
            ids.push_back(made.id);
            edit.changes.push_back(AddAnnotation{made});
        }
        project->history().commit(std::move(edit));
        ASSERT_TRUE(project->flush());
        ASSERT_TRUE(index.refresh(store->database(), ids));
        EXPECT_EQ(figuresOf(index), figuresInFile(project.file()));
        project->history().undo();
        ASSERT_TRUE(project->flush());
        ASSERT_TRUE(index.refresh(store->database(), ids));
        EXPECT_EQ(figuresOf(index), figuresInFile(project.file()));
        most = std::max(most, index.rows().size());
    }
    EXPECT_LT(most, 1'700U) << "3,600 were made and taken back";
}

TEST(InstanceSearch, answersInTheOrderOfAskingAndTellsErrors) {
    TempProject project;
    project.addSquare();
    ASSERT_TRUE(project->flush());
    InstanceSearch search(*project);
    QStringList answers;
    search.find(*parseQuery(QStringLiteral("area:100")), [&](const Result<QueryMatches>& found) {
        answers << QString::number(found ? found->instances.size() : 99);
    });
    search.find(*parseQuery(QStringLiteral("class:car")), [&](const Result<QueryMatches>& found) {
        answers << (found ? QString() : QString::fromStdString(found.error().message));
    });
    ASSERT_TRUE(waitFor([&] { return answers.size() == 2; }));
    EXPECT_EQ(answers[0], QStringLiteral("1"));
    EXPECT_TRUE(answers[1].contains(QStringLiteral("no label “car”"))) << answers[1].toStdString();
}

TEST(InstanceSearch, aFileThatIsGoneIsOneSentence) {
    TempProject project;
    ASSERT_TRUE(project->flush());
    ASSERT_TRUE(QFile::rename(project.file(), project.folder() + QStringLiteral("/elsewhere")));
    InstanceSearch search(*project);
    QString message;
    QObject::connect(&search, &InstanceSearch::failed, &search, [&](const QString& text) { message = text; });
    EXPECT_TRUE(waitFor([&] { return !message.isEmpty(); }));
}

TEST(InstanceSearch, goesAwayWhileAnswersAreOnTheirWay) {
    TempProject project;
    project.addSquare();
    bool answered = false;
    for (int i = 0; i < 20; ++i) {
        InstanceSearch search(*project);
        search.find({}, [&](const Result<QueryMatches>&) { answered = true; });
    }
    QCoreApplication::processEvents();
    EXPECT_FALSE(answered);
}

} // namespace core
