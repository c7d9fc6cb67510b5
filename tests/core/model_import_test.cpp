// SPDX-License-Identifier: Apache-2.0
#include "tests/support/net/model_playground.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace {

using core::Problem;

class ModelImportTest : public testing::Test {
protected:
    const QByteArray content = test::noise(200'000);
    const QString id = QStringLiteral("m");
    test::ModelPlayground files;
};

TEST_F(ModelImportTest, AFileIsVerifiedAsADownloadWouldBe) {
    files.offer({}, test::sha256(content), content.size());
    EXPECT_EQ(files.get().problem, Problem::NoAddress);
    const QString good = files.save("from a friend.safetensors", content);
    EXPECT_EQ(files.import(good, id).problem, Problem::None);
    EXPECT_EQ(files.bytesOf(files.modelPath("model.safetensors")), content);
    EXPECT_EQ(files.manager().installed(id)->checked, core::Checked::Pinned);
    EXPECT_EQ(files.bytesOf(good), content) << "the source stays";
    ASSERT_TRUE(files.manager().remove(id).has_value());
    EXPECT_EQ(files.bytesOf(good), content);
}

TEST_F(ModelImportTest, AnotherFileIsRefusedAndLeavesNothing) {
    files.offer({}, test::sha256(content), content.size());
    QByteArray other = content;
    other[7] = char(~other[7]);
    const QString bad = files.save("bad.safetensors", other);
    EXPECT_EQ(files.import(bad, id).problem, Problem::OtherFile);
    const QString small = files.save("short.safetensors", content.left(5));
    EXPECT_EQ(files.import(small, id).problem, Problem::OtherFile);
    EXPECT_FALSE(QDir(files.models() + QStringLiteral("/m")).exists());
    EXPECT_EQ(files.bytesOf(bad), other);
}

TEST_F(ModelImportTest, AModelOfOnesOwnNeedsNoCatalogue) {
    files.offer({});
    files.save("My Model (2)/weights.safetensors", content);
    files.save("My Model (2)/tokenizer.json", "{}");
    files.save("My Model (2)/notes.doc", "no part of it");
    EXPECT_EQ(files.import(files.path("My Model (2)"), {}).problem, Problem::None);
    const QString own = QStringLiteral("my-model--2-");
    files.restart();
    ASSERT_NE(files.manager().find(own), nullptr);
    EXPECT_TRUE(files.manager().fileOf(own).endsWith(QStringLiteral("weights.safetensors")));
    EXPECT_TRUE(QFile::exists(files.models() + QStringLiteral("/my-model--2-/tokenizer.json")));
    EXPECT_FALSE(QFile::exists(files.models() + QStringLiteral("/my-model--2-/notes.doc")));
    EXPECT_EQ(files.manager().installed(own)->checked, core::Checked::No);
}

TEST_F(ModelImportTest, WhatIsNoModelIsSaid) {
    files.offer({});
    EXPECT_EQ(files.import(files.save("letter.txt", "dear"), {}).problem, Problem::CantRead);
    EXPECT_EQ(files.import(files.path("nothing"), {}).problem, Problem::CantRead);
}

TEST_F(ModelImportTest, AShardedModelOpensByItsIndex) {
    files.offer({});
    files.save("shards/model-00001-of-00002.safetensors", content);
    files.save("shards/model-00002-of-00002.safetensors", content.left(9));
    files.save("shards/model.safetensors.index.json", "{}");
    EXPECT_EQ(files.import(files.path("shards"), {}).problem, Problem::None);
    EXPECT_TRUE(files.manager().fileOf(QStringLiteral("shards")).endsWith(QStringLiteral(".index.json")));
}

TEST_F(ModelImportTest, RemovingNeverLeavesTheModelsFolder) {
    files.offer({});
    files.save("precious/file", "keep");
    EXPECT_FALSE(files.manager().remove(QStringLiteral("../precious")).has_value());
    EXPECT_FALSE(files.manager().remove(QString()).has_value());
    EXPECT_FALSE(files.manager().remove(QStringLiteral("unknown")).has_value());
    EXPECT_TRUE(QFile::exists(files.path("precious/file")));
}

TEST(CatalogueTest, TheShippedOneIsSound) {
    const auto catalogue = core::Catalogue::open(QStringLiteral(RESOURCE_DIR "/models/catalogue.json"));
    ASSERT_TRUE(catalogue.has_value()) << catalogue.error().message;
    const core::ModelEntry* sam = catalogue->find(QStringLiteral("sam3"));
    ASSERT_NE(sam, nullptr);
    EXPECT_TRUE(sam->gate.has_value());
    EXPECT_FALSE(sam->isPinned()) << "no checksum is known; none may be made up";
    ASSERT_NE(catalogue->licence(sam->licence), nullptr);
    EXPECT_TRUE(catalogue->licence(sam->licence)->text.startsWith(QStringLiteral("SAM License")));
    for (const core::ModelEntry& entry : catalogue->entries()) {
        EXPECT_TRUE(entry.licence.isEmpty() || catalogue->licence(entry.licence) != nullptr)
            << entry.id.toStdString();
        for (const core::ModelFile& file : entry.files) {
            for (const QUrl& url : file.addresses) {
                EXPECT_EQ(url.scheme(), QStringLiteral("https"));
            }
        }
    }
}

TEST(CatalogueTest, NothingInItCanLeaveTheFolderOrTheSecureWay) {
    const auto read = [](const QByteArray& file) {
        return core::Catalogue::read("{\"models\": [{\"id\": \"a\", \"files\": [" + file + "]}]}", {})
            .has_value();
    };
    EXPECT_TRUE(read(R"({"name": "a.pt", "addresses": ["https://example.org/a"]})"));
    EXPECT_FALSE(read(R"({"name": "../a.pt"})"));
    EXPECT_FALSE(read(R"({"name": "/etc/passwd"})"));
    EXPECT_FALSE(read(R"({"name": ".hidden"})"));
    EXPECT_FALSE(read(R"({"name": "a.pt", "addresses": ["http://example.org/a"]})"));
    EXPECT_FALSE(read(R"({"name": "a.pt", "addresses": ["file:///etc/passwd"]})"));
    EXPECT_FALSE(read(R"({"name": "a.pt", "sha256": "12"})"));
    EXPECT_FALSE(read(R"({"name": "a.pt", "size": -1})"));
    EXPECT_FALSE(read(R"({"name": "a.pt", "size": 10, "part_size": 4, "part_hashes": []})"));
    EXPECT_FALSE(core::Catalogue::read("nonsense", {}).has_value());
    EXPECT_FALSE(core::Catalogue::read(R"({"models": [{"id": "a"}]})", {}).has_value());
    EXPECT_FALSE(core::Catalogue::read(R"({"models": [{"id": "../a", "shipped": "x"}]})", {}).has_value());
}

} // namespace
