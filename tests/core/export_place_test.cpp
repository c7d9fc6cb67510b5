// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_sink.h"
#include "core/formats/held_text.h"
#include "core/formats/late_removal.h"
#include "core/query/narrowed_source.h"
#include "tests/core/formats_fixture.h"
#include "tests/support/core/full_disk.h"

namespace core {
namespace {

/// What lies where an export goes, and to whom it belongs.
class ExportPlace : public FormatFixture {
protected:
    ExportPlace() {
        m_dataset = emptyDataset();
        for (const char* name : {"a.png", "b.png"})
            m_dataset.addImage(QStringLiteral("/data/set/") + QString::fromLatin1(name), {4, 3});
        makePictures(m_dataset);
    }
    Status write(const char* id, const ExportOptions& options = {}) {
        const Result<LossReport> report = exportDataset(format(id), m_dataset.source(), out(), options);
        return report ? Status() : tl::unexpected(report.error());
    }
    QStringList beside() const {
        finishRemovals();
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    SampleDataset m_dataset;
};

TEST_F(ExportPlace, PicturesThatTheProjectUsesAreNotReplaced) {
    ExportOptions without;
    without.split.val = 0;
    ASSERT_TRUE(write("yolo-segment", without));
    for (ImageInfo& image : m_dataset.images)
        image.path = out(QStringLiteral("images/train/")) + QFileInfo(image.path).fileName();
    without.copyImages = false;
    for (const ExportOptions& options : {ExportOptions(), without}) {
        const Status refused = write("labelme", options);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    }
    QueryMatches none;
    none.everything = false;
    EXPECT_FALSE(exportDataset(format("labelme"), narrowed(m_dataset.source(), none), out(), without))
        << "nor those that a filter leaves out";
    EXPECT_TRUE(QFile::exists(m_dataset.images[0].path));
}

TEST_F(ExportPlace, AFileOfTheSameNameThatIsNotAnExportStays) {
    for (const auto& [id, name] :
         {std::pair("coco", "annotations.json"), std::pair("cvat", "annotations.xml")}) {
        put(name, "{\"images\":[]} my own labels");
        const Status refused = write(id);
        ASSERT_FALSE(refused) << id;
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
        EXPECT_EQ(written(name), "{\"images\":[]} my own labels");
        QFile::remove(out(QString::fromLatin1(name)));
        EXPECT_TRUE(write(id));
        EXPECT_TRUE(write(id)) << "an export replaces an export";
    }
}

TEST_F(ExportPlace, AFolderBehindALinkIsReplacedWhereItIs) {
    QDir(m_folder.path()).mkpath(QStringLiteral("disk/real"));
    ASSERT_TRUE(QFile::link(m_folder.filePath(QStringLiteral("disk/real")), out().chopped(1)));
    for (int i = 0; i < 2; ++i) {
        const Status done = write("labelme");
        ASSERT_TRUE(done) << done.error().message;
    }
    EXPECT_TRUE(QFileInfo(out().chopped(1)).isSymLink());
    EXPECT_TRUE(QFile::exists(m_folder.filePath(QStringLiteral("disk/real/a.json"))));
    EXPECT_EQ(beside(), (QStringList{QStringLiteral("disk"), QStringLiteral("in"), QStringLiteral("out")}));
}

TEST_F(ExportPlace, LinksAndLateFilesInTheFolderAreStrangers) {
    ASSERT_TRUE(write("labelme"));
    const QString link = out(QStringLiteral("runs"));
    ASSERT_TRUE(QFile::link(m_folder.filePath(QStringLiteral("in")), link));
    EXPECT_FALSE(write("labelme"));
    EXPECT_TRUE(QFileInfo(link).isSymLink());
    QFile::remove(link);

    ExportOptions slow;
    slow.progress = [this](int done, int total) {
        if (done == total)
            put("mine.txt", "written while the export ran");
        return true;
    };
    EXPECT_FALSE(write("labelme", slow));
    EXPECT_EQ(written("mine.txt"), "written while the export ran");
    EXPECT_EQ(beside(), (QStringList{QStringLiteral("in"), QStringLiteral("out")}));
}

TEST_F(ExportPlace, OnlyWhatItsOwnExportsLeftIsSweptAway) {
    put("../in2/keep.txt", "somebody's");
    put("../other.maskwright-0123456789ab.partial/half.json", "an export that runs");
    ASSERT_TRUE(QFile::link(m_folder.filePath(QStringLiteral("in2")),
                            m_folder.filePath(QStringLiteral("*.maskwright-link.partial"))));
    put("../*.maskwright-0123456789ab.partial/half.json", "killed");
    const QString star = m_folder.filePath(QStringLiteral("*"));
    const Result<LossReport> done = exportDataset(format("labelme"), m_dataset.source(), star);
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_TRUE(QFile::exists(m_folder.filePath(QStringLiteral("in2/keep.txt"))));
    EXPECT_TRUE(beside().contains(QStringLiteral("other.maskwright-0123456789ab.partial")));
    EXPECT_FALSE(beside().contains(QStringLiteral("*.maskwright-0123456789ab.partial")));
}

TEST_F(ExportPlace, AKilledSwapIsPutBack) {
    ASSERT_TRUE(write("labelme"));
    ASSERT_TRUE(
        QDir().rename(out().chopped(1), m_folder.filePath(QStringLiteral("out.maskwright-old.partial"))));
    ExportOptions cancelling;
    cancelling.progress = [](int, int) { return false; };
    EXPECT_FALSE(write("labelme", cancelling));
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("a.json"))));
    EXPECT_EQ(beside(), (QStringList{QStringLiteral("in"), QStringLiteral("out")}));
}

TEST_F(ExportPlace, AFullDiskOrAMissingPictureLeavesTheOldExport) {
    ASSERT_TRUE(write("labelme"));
    const QByteArray before = written("a.json");
    {
        const test::FullDisk full(60);
        EXPECT_FALSE(write("labelme"));
    }
    EXPECT_EQ(written("a.json"), before);
    QFile::remove(m_dataset.images[1].path);
    const Status missing = write("labelme");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_NE(missing.error().message.find("b.png"), std::string::npos) << missing.error().message;
    EXPECT_EQ(missing.error().message.find("Free some space"), std::string::npos) << missing.error().message;
    EXPECT_EQ(written("a.json"), before);
    EXPECT_EQ(beside(), (QStringList{QStringLiteral("in"), QStringLiteral("out")}));
}

TEST_F(ExportPlace, OneFileIsNeverTwo) {
    const std::unique_ptr<ExportSink> sink = fileSink(out());
    ASSERT_TRUE(sink->begin(QStringLiteral("first.json")));
    const Status second = sink->begin(QStringLiteral("second.json"));
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().message.find("second.json"), std::string::npos);
    EXPECT_FALSE(sink->copy(m_dataset.images[0].path, QStringLiteral("a.png")));
    ASSERT_TRUE(sink->write("{}"));
    ASSERT_TRUE(sink->commit());
    EXPECT_EQ(QDir(out()).entryList(QDir::Files), QStringList(QStringLiteral("first.json")));
}

TEST_F(ExportPlace, TextThatIsHeldComesBackWholeAndLeavesNothing) {
    const std::unique_ptr<ExportSink> sink = fileSink(out());
    ASSERT_TRUE(sink->begin(QStringLiteral("list.json")));
    QByteArray expected;
    {
        HeldText held(*sink);
        for (int i = 0; i < 5000; ++i) { // 2.5 MB: more than is kept in memory
            const QByteArray entry = QByteArray::number(i) + QByteArray(500, 'x');
            expected += (i > 0 ? ",\n" : "\n") + entry;
            ASSERT_TRUE(held.add(entry));
        }
        ASSERT_TRUE(held.writeTo(*sink));
    }
    ASSERT_TRUE(sink->commit());
    EXPECT_TRUE(written("list.json") == expected);
    EXPECT_EQ(QDir(out()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("list.json")));
}

TEST_F(ExportPlace, ACancelIsHeededWhileSizesAreLookedUp) {
    for (ImageInfo& image : m_dataset.images)
        image.size = {};
    int asked = 0;
    ExportOptions cancelling;
    cancelling.progress = [&asked](int, int) { return ++asked > 1; };
    const Status cancelled = write("coco", cancelling);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(asked, 1) << "at the first picture whose size nobody knows";
}

TEST_F(ExportPlace, CachesOfATrainerAreNoStrangers) {
    ASSERT_TRUE(write("yolo-segment"));
    put("labels/train.cache", "made by a trainer");
    const Status again = write("yolo-segment");
    EXPECT_TRUE(again) << again.error().message;
    EXPECT_FALSE(QFile::exists(out(QStringLiteral("labels/train.cache")))) << "it is of the old export";
}

} // namespace
} // namespace core
