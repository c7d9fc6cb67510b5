// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_file.h"

#include "tests/support/core/full_disk.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {
namespace {

class ExportFileTest : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("annotations.json")); }
    void put(const QString& path, const QByteArray& content) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QByteArray content() {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList names() { return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name); }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(ExportFileTest, nothingIsThereUntilItIsAllThere) {
    put(path(), "old");
    {
        ExportFile file(path());
        ASSERT_TRUE(file.open());
        ASSERT_TRUE(file.write(QByteArray(3 << 20, 'x')));
        EXPECT_EQ(content(), "old");
    }
    EXPECT_EQ(content(), "old") << "not committed";
    EXPECT_EQ(names().size(), 1);
    ExportFile file(path());
    ASSERT_TRUE(file.open());
    ASSERT_TRUE(file.write("new"));
    ASSERT_TRUE(file.commit());
    EXPECT_EQ(content(), "new");
    EXPECT_EQ(names().size(), 1);
}

TEST_F(ExportFileTest, aFullDiskLeavesTheOldFileAndNothingElse) {
    put(path(), "old");
    {
        ExportFile file(path());
        ASSERT_TRUE(file.open());
        const test::FullDisk full(100 << 10);
        const Status written = file.write(QByteArray(3 << 20, 'x'));
        ASSERT_FALSE(written);
        EXPECT_NE(written.error().message.find("unchanged"), std::string::npos);
    }
    EXPECT_EQ(content(), "old");
    EXPECT_EQ(names().size(), 1);
}

TEST_F(ExportFileTest, whatAKilledExportLeftIsRemovedAndNothingElse) {
    const QString stray = path() + QStringLiteral(".maskwright-0123456789ab.partial");
    const QString theirs = path() + QStringLiteral(".backup");
    put(stray, "half");
    put(theirs, "a person's own");
    ExportFile running(path());
    ASSERT_TRUE(running.open());
    EXPECT_FALSE(QFile::exists(stray));
    EXPECT_TRUE(QFile::exists(theirs));
    ExportFile second(path());
    ASSERT_TRUE(second.open());
    EXPECT_EQ(names().size(), 3) << "an export that runs keeps its file";
    ASSERT_TRUE(running.write("first"));
    ASSERT_TRUE(second.write("second"));
    ASSERT_TRUE(running.commit());
    ASSERT_TRUE(second.commit());
    EXPECT_EQ(content(), "second");
    EXPECT_EQ(names().size(), 2);
}

} // namespace core
