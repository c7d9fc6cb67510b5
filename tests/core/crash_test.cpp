// SPDX-License-Identifier: Apache-2.0
// A child process edits, undoes, writes automatic labels and exports, and is killed at random moments.
// MASKWRIGHT_KILLS sets how often (50).
#include "core/formats/dataset_format.h"
#include "core/project/history.h"
#include "core/store/project_store.h"

#include "tests/support/core/random_edits.h"
#include "tests/support/core/temp_project.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <chrono>
#include <cstdio>
#include <thread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace core {
namespace {

constexpr const char* kProjectVariable = "MASKWRIGHT_CRASH_PROJECT";
constexpr const char* kSeedVariable = "MASKWRIGHT_CRASH_SEED";

/// What a run over the images writes for one of them: many instances at once.
Edit autoLabels(RandomEdits& random, Project& project) {
    const QList<ImageInfo>& images = project.images();
    if (images.isEmpty())
        return random.next(project);
    Edit edit{{},
              images.at(random.number(static_cast<int>(images.size()))).id,
              QStringLiteral("Automatic labels"),
              {}};
    const int count = 5 + random.number(30);
    for (int i = 0; i < count; ++i) {
        Annotation annotation;
        annotation.id = project.newAnnotationId();
        annotation.image = edit.image;
        annotation.fields.state = State::Auto;
        annotation.origin = Origin::Run;
        annotation.score = static_cast<float>(random.number(1000)) / 999;
        annotation.mask = random.mask();
        edit.changes.emplace_back(AddAnnotation{annotation});
    }
    return edit;
}

/// One step of the script that both the child and the model in the parent follow.
void step(RandomEdits& random, Project& project, History& history) {
    const int choice = random.number(9);
    if (choice == 8)
        history.commit(autoLabels(random, project));
    else if (choice == 0 && history.canUndo())
        history.undo();
    else if (choice == 1 && history.canRedo())
        history.redo();
    else
        history.commit(random.next(project));
}

/// What the file must hold: the same project without a file.
class Model {
public:
    Model() : m_history(m_project) {}

    void begin(unsigned seed) { m_random = RandomEdits(seed); }
    void advance(int steps) {
        for (int i = 0; i < steps; ++i) {
            load();
            step(m_random, m_project, m_history);
        }
        load();
    }
    const Project& project() const { return m_project; }
    const History& history() const { return m_history; }

private:
    void load() {
        const QList<ImageInfo> images = m_project.images();
        for (const ImageInfo& image : images)
            if (!m_project.isLoaded(image.id))
                m_project.setAnnotations(image.id, {});
    }

    Project m_project;
    History m_history;
    RandomEdits m_random{0};
};

QString exportFolder(const QString& project) {
    return QFileInfo(project).absoluteDir().filePath(QStringLiteral("exported"));
}

Status exportAll(OpenProject& open) {
    ExportSource source;
    source.labels = open.project().labels();
    source.images = open.project().images();
    source.imagePath = [&open](ImageId id) { return open.absolutePath(id); };
    source.annotations = [&open](ImageId id) -> Result<std::vector<Annotation>> {
        RETURN_IF_ERROR(open.loadImage(id));
        std::vector<Annotation> annotations;
        const QList<const Annotation*> held = open.project().annotations(id);
        for (const Annotation* annotation : held)
            annotations.push_back(*annotation);
        return annotations;
    };
    return exportCoco(source, exportFolder(open.file())).map([](const LossReport&) {});
}

/// True if there is no export, or a whole one.
bool exportIsWhole(const QString& project) {
    QFile file(QDir(exportFolder(project)).filePath(QStringLiteral("annotations.json")));
    if (!file.open(QIODevice::ReadOnly))
        return !file.exists();
    const QByteArray text = file.readAll();
    return nlohmann::json::accept(text.begin(), text.end());
}

/// Runs the script in a child until `killAfter`, then kills it. The number of steps it reported as saved.
int savedBeforeKill(const QString& file, unsigned seed, std::chrono::milliseconds killAfter) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(kProjectVariable), file);
    environment.insert(QLatin1String(kSeedVariable), QString::number(seed));
    QProcess child;
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--gtest_filter=CrashChild.DISABLED_edits"),
                 QStringLiteral("--gtest_also_run_disabled_tests")});
    QByteArray output;
    while (!output.contains("ready") && child.waitForReadyRead(30000))
        output += child.readAllStandardOutput();
    EXPECT_TRUE(output.contains("ready")) << output.constData();
    std::this_thread::sleep_for(killAfter);
    child.kill();
    EXPECT_TRUE(child.waitForFinished(30000));
    output += child.readAllStandardOutput();
    EXPECT_EQ(child.exitStatus(), QProcess::CrashExit) << output.constData();
    return static_cast<int>(output.count("saved\n"));
}

} // namespace

TEST(CrashChild, DISABLED_edits) {
    if (!qEnvironmentVariableIsSet(kProjectVariable))
        GTEST_SKIP() << "the crash test starts this in a process of its own";
    Result<std::unique_ptr<OpenProject>> open = OpenProject::open(qEnvironmentVariable(kProjectVariable));
    ASSERT_TRUE(open) << open.error().message;
    RandomEdits random(qEnvironmentVariableIntValue(kSeedVariable));
    std::puts("ready");
    std::fflush(stdout);
    std::mt19937 pace;
    while (true) {
        stateOf(**open);
        step(random, (*open)->project(), (*open)->history());
        ASSERT_TRUE((*open)->flush());
        std::puts("saved");
        std::fflush(stdout);
        if (pace() % 3 == 0) {
            ASSERT_TRUE(exportAll(**open));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(pace() % 4));
    }
}

TEST(Crash, whatWasSavedSurvivesEveryKill) {
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("MASKWRIGHT_KILLS", &given);
    const int kills = given ? asked : 50;
    TempProject project;
    project.close();
    Model model;
    std::mt19937 moments(7);
    int savedSteps = 0;
    int unreported = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const auto seed = static_cast<unsigned>(kill + 1);
        const int saved = savedBeforeKill(project.file(), seed, std::chrono::milliseconds(moments() % 150));
        ASSERT_TRUE(ProjectStore::check(project.file())) << "kill " << kill;
        ASSERT_TRUE(exportIsWhole(project.file())) << "kill " << kill;
        project.reopen();
        ASSERT_FALSE(testing::Test::HasFailure()) << "kill " << kill;
        EXPECT_EQ(project->recovery().has_value(), project->history().cursor() > 0) << "kill " << kill;
        const ProjectState state = stateOf(*project);
        const History& history = project->history();
        model.begin(seed);
        model.advance(saved);
        if (model.history().cursor() != history.cursor()) {
            // The step in progress may have reached the disk before its report reached us.
            ++unreported;
            model.advance(1);
        }
        ASSERT_EQ(stateOf(model.project()), state) << "kill " << kill << " after " << saved << " steps";
        ASSERT_EQ(model.history().cursor(), history.cursor()) << "kill " << kill;
        ASSERT_EQ(model.history().size(), history.size()) << "kill " << kill;
        savedSteps += saved;
        project.close();
    }
    project.reopen();
    const ProjectState last = stateOf(*project);
    const std::size_t cursor = project->history().cursor();
    while (project->history().canUndo())
        project->history().undo();
    EXPECT_EQ(stateOf(*project), ProjectState());
    while (project->history().cursor() < cursor)
        project->history().redo();
    EXPECT_EQ(stateOf(*project), last);
    ASSERT_TRUE(exportAll(*project));
    EXPECT_EQ(QDir(exportFolder(project.file())).entryList(QDir::Files),
              QStringList{QStringLiteral("annotations.json")})
        << "what killed exports left is gone";
    std::printf("%d kills, %d saved steps, %d saved but unreported\n", kills, savedSteps, unreported);
}

} // namespace core
