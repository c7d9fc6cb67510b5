// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/run_file.h"
#include "core/evaluation/dataset_diff.h"
#include "core/formats/clips.h"
#include "core/formats/format.h"
#include "core/project/history.h"
#include "core/query/stored_source.h"

#include "tests/support/core/temp_project.h"

#include <gtest/gtest.h>

namespace core {
namespace {

const QSize kPicture{40, 30};

/// Two frames of one film: a car that is tracked through both, and another one in the second.
class ObjectSources : public testing::Test {
protected:
    ObjectSources() {
        const Attribute track{{900}, kTrackAttribute, AttributeType::Number, {}};
        const Label car{m_project->project().newLabelId(), QStringLiteral("car"), Qt::red, {}, 0, {track}};
        Edit edit;
        edit.changes = {SetLabel{{}, car}};
        for (int frame = 0; frame < 2; ++frame) {
            const ImageInfo image{m_project->project().newImageId(),
                                  QStringLiteral("film/%1.png").arg(frame + 1),
                                  kPicture,
                                  {},
                                  false};
            edit.changes.emplace_back(SetImage{{}, image});
            edit.changes.emplace_back(AddAnnotation{make(image.id, car.id, {5 + frame, 5, 10, 10}, 7)});
            if (frame == 1) {
                edit.changes.emplace_back(AddAnnotation{make(image.id, car.id, {25, 5, 8, 8}, 0)});
            }
        }
        m_project->history().commit(std::move(edit));
        EXPECT_TRUE(m_project->flush());
    }
    Annotation make(ImageId image, LabelId label, const QRect& rect, int track) {
        Annotation made;
        made.id = m_project->project().newAnnotationId();
        made.image = image;
        made.fields.label = label;
        made.mask = Mask::fromRect(rect);
        if (track > 0) {
            made.fields.attributes = {{AttributeId{900}, QString::number(track)}};
        }
        return made;
    }
    QString path(const char* name) const {
        return m_project.folder() + QLatin1Char('/') + QLatin1String(name);
    }

    TempProject m_project;
};

TEST_F(ObjectSources, FramesOfAFolderAreOneClipIfThatIsWanted) {
    const Result<ObjectSet> pictures = readObjects(m_project.file());
    ASSERT_TRUE(pictures) << pictures.error().message;
    EXPECT_EQ(pictures->clips.size(), 2U);
    ObjectChoice choice;
    choice.clips = true;
    const Result<ObjectSet> clips = readObjects(m_project.file(), choice);
    ASSERT_TRUE(clips) << clips.error().message;
    ASSERT_EQ(clips->clips.size(), 1U);
    EXPECT_EQ(clips->clips.begin()->second.frames, 2);
    ASSERT_EQ(clips->tracks.size(), 1U);
    const std::vector<PackedTrack>& tracks = clips->tracks.begin()->second;
    ASSERT_EQ(tracks.size(), 2U) << "the car of both frames is one track";
    EXPECT_FALSE(tracks[0].masks[0].isEmpty());
    EXPECT_FALSE(tracks[0].masks[1].isEmpty());
    EXPECT_EQ(tracks[0].area, 100) << "the mean over its frames";
    EXPECT_TRUE(tracks[1].masks[0].isEmpty());
    EXPECT_FALSE(diffOf(*clips, *clips)) << "differences are of pictures";
}

TEST_F(ObjectSources, AnImportableDataSetIsReadLikeTheProjectItCameFrom) {
    auto store = ProjectStore::open(m_project.file(), ProjectStore::Mode::ReadOnly);
    ASSERT_TRUE(store);
    const auto source = storedSource(*store, m_project.file());
    ASSERT_TRUE(source);
    ASSERT_TRUE(exportDataset(*formatById(QStringLiteral("cvat")), *source, path("out")));
    const Result<ObjectSet> exported = readObjects(path("out/annotations.xml"));
    ASSERT_TRUE(exported) << exported.error().message;
    const Result<ObjectSet> project = readObjects(m_project.file());
    const Result<DatasetDiff> diff = diffOf(*project, *exported);
    ASSERT_TRUE(diff) << diff.error().message;
    EXPECT_EQ(diff->same, 3);
    EXPECT_TRUE(diff->changes.empty());
    const Result<ObjectSet> filtered =
        readObjects(path("out/annotations.xml"), {QStringLiteral("class:car")});
    ASSERT_FALSE(filtered);
    EXPECT_EQ(filtered.error().code, ErrorCode::InvalidArgument);
}

TEST_F(ObjectSources, ARunFileHoldsWhatARunFound) {
    RunHeader header;
    PlannedClass car;
    car.label = QStringLiteral("car");
    header.plan.classes = {car};
    header.images = 2;
    const QStringList images{QStringLiteral("film/1.png"), QStringLiteral("film/2.png")};
    header.id = runId(header.plan, "c0ffee", images);
    {
        auto run = RunFile::open(path("run.jsonl"), header);
        ASSERT_TRUE(run) << run.error().message;
        RunEntry entry{
            images[0], kPicture, {{0, 0.5F, QStringLiteral("car"), Mask::fromRect({5, 5, 10, 8})}}, {}};
        ASSERT_TRUE(run->append(entry));
        ASSERT_TRUE(run->append({images[1], {}, {}, QStringLiteral("no memory")}));
    }
    const Result<ObjectSet> found = readObjects(path("run.jsonl"));
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->clips.size(), 1U) << "nobody has looked at the second picture";
    const Result<DatasetDiff> diff = diffOf(*readObjects(m_project.file()), *found);
    ASSERT_TRUE(diff) << diff.error().message;
    ASSERT_EQ(diff->changes.size(), 1U);
    EXPECT_EQ(diff->changes.front().kind, ObjectChange::Kind::Changed);
    EXPECT_NEAR(diff->changes.front().iou, 0.8, 1e-12);
}

TEST_F(ObjectSources, ReadingCanBeStopped) {
    std::stop_source source;
    ObjectChoice choice;
    choice.stop = source.get_token();
    ASSERT_TRUE(readObjects(m_project.file(), choice));
    source.request_stop();
    const Result<ObjectSet> stopped = readObjects(m_project.file(), choice);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace core
