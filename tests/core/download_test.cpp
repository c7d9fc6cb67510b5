// SPDX-License-Identifier: Apache-2.0
#include "core/models/part_file.h"

#include "tests/support/core/full_disk.h"
#include "tests/support/net/model_playground.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>

namespace {

using core::Problem;
using test::BadServer;
using test::fileReply;
using test::HttpReply;
using test::HttpRequest;

constexpr qsizetype kSize = 3'000'000;
constexpr const char* kFile = "model.safetensors";

class DownloadTest : public testing::Test {
protected:
    void expectWhole() { EXPECT_EQ(files.bytesOf(files.modelPath(kFile)), content); }
    void expectEnd(const core::Ending& ending, Problem problem) {
        EXPECT_EQ(ending.problem, problem) << ending.detail.toStdString();
    }
    qint64 partSize() { return QFile(files.modelPath("model.safetensors.part")).size(); }
    void waitForPart(qint64 bytes) {
        const QDeadlineTimer deadline(20'000);
        while (partSize() < bytes && !deadline.hasExpired()) {
            QCoreApplication::processEvents();
        }
    }
    void offerPinned(const QList<QUrl>& addresses) { files.offer(addresses, test::sha256(content), kSize); }

    const QByteArray content = test::noise(kSize);
    test::ModelPlayground files;
};

TEST_F(DownloadTest, AFileComesWholeAndIsRecorded) {
    BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
    offerPinned({server.url("/f")});
    expectEnd(files.get(), Problem::None);
    expectWhole();
    const auto model = files.manager().installed(QStringLiteral("m"));
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(model->checked, core::Checked::Pinned);
    EXPECT_EQ(files.progress.last().done, kSize);
    EXPECT_FALSE(QFile::exists(files.modelPath("model.safetensors.part")));
    EXPECT_FALSE(QFile::exists(files.modelPath("model.safetensors.part.json")));
    EXPECT_EQ(server.requests().first().headers.value("accept-encoding"), "identity");
    expectEnd(files.get(), Problem::None);
    EXPECT_EQ(server.count(), 1) << "what is here is not fetched again";
}

TEST_F(DownloadTest, ThreeCutsAndARestartOfTheProgram) {
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        if (r.number < 3) {
            reply.cutAfter = 600'000;
        } else if (r.number == 3) {
            reply.cutAfter = 100'000;
            reply.stalls = true;
        }
        return reply;
    });
    for (const bool pinned : {true, false}) {
        files.offer({server.url("/f")}, pinned ? test::sha256(content) : QByteArray(), pinned ? kSize : 0);
        files.patience.stall = 60'000;
        const int before = server.count();
        if (pinned) {
            files.manager().get(QStringLiteral("m"));
            waitForPart(1'900'000);
            files.restart();
            EXPECT_EQ(partSize(), 1'900'000) << "1.8 MB of three tries and 0.1 MB of the fourth";
        }
        expectEnd(files.get(), Problem::None);
        expectWhole();
        if (pinned) {
            EXPECT_EQ(server.count(), before + 5);
            EXPECT_EQ(server.requests().last().from(), 1'900'000);
        }
        ASSERT_TRUE(files.manager().remove(QStringLiteral("m")).has_value());
    }
}

TEST_F(DownloadTest, WithoutAChecksumOnlyTheVerySameFileGoesOn) {
    const QByteArray other = test::noise(kSize, 2);
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, r.number == 0 ? content : other);
        reply.cutAfter = r.number == 0 ? 500'000 : -1;
        return reply;
    });
    files.offer({server.url("/f")});
    expectEnd(files.get(), Problem::None);
    EXPECT_EQ(files.bytesOf(files.modelPath(kFile)), other) << "no mixture of two files";
    EXPECT_TRUE(server.requests()[1].headers.contains("if-range"));
    EXPECT_EQ(files.manager().installed(QStringLiteral("m"))->checked, core::Checked::No);
}

TEST_F(DownloadTest, TwoHundredCuts) {
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        reply.cutAfter = 1 + 29'000 * (r.number % 2);
        return reply;
    });
    offerPinned({server.url("/f")});
    files.patience.firstPause = 0;
    expectEnd(files.get(), Problem::None);
    expectWhole();
    EXPECT_GT(server.count(), 200);
}

TEST_F(DownloadTest, AServerWithoutRangesSendsTheBeginningAgainAndNothingIsLost) {
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply{200, {{"ETag", "\"same\""}}, content};
        reply.cutAfter = r.number < 2 ? 1'000'000 * (r.number + 1) : -1;
        return reply;
    });
    files.offer({server.url("/f")});
    expectEnd(files.get(), Problem::None);
    expectWhole();
    EXPECT_GE(server.count(), 3) << "a busy machine may see one connection end before its first byte";
    EXPECT_TRUE(files.progress.last().rangesIgnored);
}

TEST_F(DownloadTest, AWrongPieceIsNotGluedOn) {
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        if (r.number == 0) {
            reply.cutAfter = 400'000;
        } else if (reply.status == 206) {
            reply.headers.last().second = "bytes 500000-2999999/3000000";
            reply.body = content.mid(500'000);
        }
        return reply;
    });
    offerPinned({server.url("/f")});
    expectEnd(files.get(), Problem::None);
    expectWhole();
}

TEST_F(DownloadTest, TheRestOfACompleteFileIsNotAskedForTwice) {
    BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
    files.offer({server.url("/f")});
    const QByteArray etag = '"' + test::sha256(content).toHex().left(16) + '"';
    files.save("models/m/model.safetensors.part", content);
    files.save("models/m/model.safetensors.part.json",
               "{\"etag\": \"\\\"" + etag.mid(1, 16) + "\\\"\", \"sha256\": \"\", \"size\": 0}");
    expectEnd(files.get(), Problem::None);
    expectWhole();
    EXPECT_EQ(server.count(), 1);
    EXPECT_EQ(server.requests().first().from(), kSize);
}

TEST_F(DownloadTest, AWrongChecksumSetsTheFileAside) {
    QByteArray wrong = content;
    wrong[1'234'567] = char(~wrong[1'234'567]);
    BadServer server([&](const HttpRequest& r) { return fileReply(r, wrong); });
    offerPinned({server.url("/f")});
    const core::Ending ending = files.get();
    expectEnd(ending, Problem::HashDiffers);
    EXPECT_TRUE(ending.detail.endsWith(QStringLiteral("model.safetensors.bad")));
    EXPECT_EQ(files.bytesOf(files.modelPath("model.safetensors.bad")), wrong);
    EXPECT_FALSE(QFile::exists(files.modelPath(kFile)));
    EXPECT_FALSE(files.manager().installed(QStringLiteral("m")).has_value());
    expectEnd(files.get(), Problem::HashDiffers);
    EXPECT_TRUE(QFile::exists(files.modelPath("model.safetensors.bad-2"))) << "none is ever deleted";
}

TEST_F(DownloadTest, AChecksumThatTheServerStatesIsHeldAgainstTheFile) {
    QByteArray stated = test::sha256(content);
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        reply.headers.append({"X-Linked-Etag", '"' + stated.toHex() + '"'});
        return reply;
    });
    files.offer({server.url("/f")});
    expectEnd(files.get(), Problem::None);
    EXPECT_EQ(files.manager().installed(QStringLiteral("m"))->checked, core::Checked::Stated);
    ASSERT_TRUE(files.manager().remove(QStringLiteral("m")).has_value());
    stated = test::sha256("something else");
    expectEnd(files.get(), Problem::HashDiffers);
}

TEST_F(DownloadTest, OnlyTheBadPartIsFetchedAgain) {
    QByteArray wrong = content;
    wrong[1'234'567] = char(~wrong[1'234'567]);
    BadServer server([&](const HttpRequest& r) { return fileReply(r, r.number == 0 ? wrong : content); });
    offerPinned({server.url("/f")});
    QJsonArray hashes;
    for (int i = 0; i < 3; ++i) {
        hashes.append(QString::fromLatin1(test::sha256(content.mid(i * 1'000'000, 1'000'000)).toHex()));
    }
    QJsonObject file = files.model[QStringLiteral("files")][0].toObject();
    file[QStringLiteral("part_size")] = 1'000'000;
    file[QStringLiteral("part_hashes")] = hashes;
    files.model[QStringLiteral("files")] = QJsonArray{file};
    files.write();
    expectEnd(files.get(), Problem::None);
    expectWhole();
    EXPECT_EQ(server.count(), 2);
    EXPECT_EQ(server.requests().last().from(), 1'000'000);
    EXPECT_EQ(files.progress.last().partsVerified, 3);
}

TEST_F(DownloadTest, ADamagedPartOfAnEarlierRunIsNotTrusted) {
    BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
    offerPinned({server.url("/f")});
    files.save("models/m/model.safetensors.part", QByteArray(kSize, 'x'));
    expectEnd(files.get(), Problem::None);
    expectWhole();
    EXPECT_TRUE(QFile::exists(files.modelPath("model.safetensors.bad")));
}

TEST_F(DownloadTest, AnotherLengthIsAnotherFile) {
    BadServer server([&](const HttpRequest& r) { return fileReply(r, content.left(1000)); });
    offerPinned({server.url("/f")});
    expectEnd(files.get(), Problem::OtherFile);
    EXPECT_FALSE(QFile::exists(files.modelPath(kFile)));
}

TEST_F(DownloadTest, AStalledConnectionIsTakenUpAgain) {
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        reply.stalls = r.number == 0;
        reply.cutAfter = r.number == 0 ? 700'000 : -1;
        return reply;
    });
    offerPinned({server.url("/f")});
    expectEnd(files.get(), Problem::None);
    expectWhole();
    EXPECT_EQ(server.requests().last().from(), 700'000);
}

TEST_F(DownloadTest, AConnectionThatBreaksForGoodKeepsItsPart) {
    BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        reply.cutAfter = r.number == 0 ? 700'000 : 0;
        return reply;
    });
    offerPinned({server.url("/f")});
    expectEnd(files.get(), Problem::BrokenOff);
    EXPECT_EQ(partSize(), 700'000);
    EXPECT_EQ(files.manager().presence(*files.manager().find(QStringLiteral("m"))),
              core::ModelPresence::Partial);
    EXPECT_EQ(server.count(), 1 + 6 - 1) << "gives up after its tries";
}

TEST_F(DownloadTest, MovedThenTheSecondAddress) {
    BadServer server([&](const HttpRequest& r) {
        return r.path == "/old" ? test::statusReply(404) : fileReply(r, content);
    });
    offerPinned({server.url("/old"), server.url("/new")});
    expectEnd(files.get(), Problem::None);
    expectWhole();
    offerPinned({server.url("/old")});
    ASSERT_TRUE(files.manager().remove(QStringLiteral("m")).has_value());
    expectEnd(files.get(), Problem::Moved);
}

TEST_F(DownloadTest, AnOptionalFileMayBeMissing) {
    BadServer server([&](const HttpRequest& r) {
        return r.path == "/vocabulary" ? test::statusReply(404) : fileReply(r, content);
    });
    offerPinned({server.url("/f")});
    QJsonArray list = files.model[QStringLiteral("files")].toArray();
    list.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("tokenizer.json")},
                            {QStringLiteral("optional"), true},
                            {QStringLiteral("addresses"), QJsonArray{server.url("/vocabulary").toString()}}});
    files.model[QStringLiteral("files")] = list;
    files.write();
    expectEnd(files.get(), Problem::None);
    EXPECT_EQ(files.manager().installed(QStringLiteral("m"))->checked, core::Checked::Pinned);
}

TEST_F(DownloadTest, ABusyServerIsAskedAgainLater) {
    BadServer server([&](const HttpRequest& r) {
        return r.number < 2 ? test::statusReply(r.number == 0 ? 503 : 429) : fileReply(r, content);
    });
    offerPinned({server.url("/f")});
    expectEnd(files.get(), Problem::None);
    EXPECT_EQ(server.count(), 3);
}

TEST_F(DownloadTest, NobodyThereIsOffline) {
    QUrl gone;
    {
        const BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
        gone = server.url("/f");
    }
    offerPinned({gone});
    expectEnd(files.get(), Problem::Offline);
    files.offer({QUrl(QStringLiteral("https://maskwright.invalid/f"))});
    expectEnd(files.get(), Problem::Offline);
    EXPECT_FALSE(QFile::exists(files.modelPath(kFile)));
}

TEST_F(DownloadTest, RedirectsEndAndNeverLeadToAnUnprotectedPlace) {
    std::atomic<const BadServer*> self = nullptr; // the handler is called on the server's thread
    const BadServer server([&](const HttpRequest& r) {
        HttpReply reply = test::statusReply(302);
        reply.headers = {{"Location", r.path == "/round"   ? self.load()->url("/round").toEncoded()
                                      : r.path == "/plain" ? QByteArray("http://maskwright.invalid/f")
                                                           : QByteArray("/f")}};
        return r.path == "/f" ? fileReply(r, content) : reply;
    });
    self = &server;
    files.offer({server.url("/relative")});
    expectEnd(files.get(), Problem::None);
    expectWhole();
    ASSERT_TRUE(files.manager().remove(QStringLiteral("m")).has_value());
    files.offer({server.url("/round")});
    expectEnd(files.get(), Problem::ServerFailed);
    files.offer({server.url("/plain")});
    expectEnd(files.get(), Problem::Insecure);
}

TEST_F(DownloadTest, AFullDiskKeepsThePartAndGoesOnWhenThereIsRoom) {
    BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
    offerPinned({server.url("/f")});
    files.manager(); // its folder and thread are there before the disk is full
    {
        const test::FullDisk full(1'500'000);
        const core::Ending ending = files.get();
        EXPECT_TRUE(ending.problem == Problem::CantWrite || ending.problem == Problem::NoSpace)
            << ending.detail.toStdString();
    }
    EXPECT_GT(partSize(), 1'000'000);
    EXPECT_LE(partSize(), 1'500'000);
    expectEnd(files.get(), Problem::None);
    expectWhole();
    EXPECT_GT(server.requests().last().from(), 1'000'000);
}

TEST_F(DownloadTest, TooLittleRoomIsSaidBeforeTheStart) {
    const BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
    files.offer({server.url("/f")}, test::sha256(content), qint64{1} << 49);
    const core::Ending ending = files.get();
    expectEnd(ending, Problem::NoSpace);
    EXPECT_TRUE(ending.detail.contains(QStringLiteral("free"))) << ending.detail.toStdString();
    EXPECT_EQ(server.count(), 0);
}

TEST(FreeSpace, IsThatOfTheNearestFolderThatExists) {
    const QTemporaryDir folder;
    const qint64 free = core::freeSpace(folder.path());
    EXPECT_GT(free, 0);
    EXPECT_NEAR(double(core::freeSpace(folder.filePath(QStringLiteral("not/yet")))), double(free), 1e9);
}

TEST_F(DownloadTest, StoppingKeepsThePartAtOnce) {
    const BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        reply.cutAfter = 900'000;
        reply.stalls = true;
        return reply;
    });
    offerPinned({server.url("/f")});
    files.patience.stall = 60'000;
    files.manager().get(QStringLiteral("m"));
    waitForPart(900'000);
    files.manager().get(QStringLiteral("m"));
    expectEnd(files.waitForEnd(), Problem::Busy);
    files.manager().stop();
    expectEnd(files.waitForEnd(), Problem::Stopped);
    EXPECT_EQ(partSize(), 900'000);
    EXPECT_FALSE(files.manager().isBusy());
}

TEST_F(DownloadTest, TwoProgramsDoNotGetTheSameFileAtOnce) {
    const BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        reply.cutAfter = 900'000;
        reply.stalls = true;
        return reply;
    });
    offerPinned({server.url("/f")});
    files.patience.stall = 60'000;
    files.manager().get(QStringLiteral("m"));
    waitForPart(900'000);
    core::ModelManager second({files.models(), {files.catalogue()}, true, files.patience},
                              std::make_unique<core::SessionTokens>());
    std::optional<core::Ending> ending;
    QObject::connect(&second, &core::ModelManager::ended,
                     [&](const QString&, const core::Ending& e) { ending = e; });
    second.get(QStringLiteral("m"));
    const QDeadlineTimer deadline(20'000);
    while (!ending && !deadline.hasExpired()) {
        QCoreApplication::processEvents();
    }
    ASSERT_TRUE(ending.has_value());
    expectEnd(*ending, Problem::Busy);
}

TEST_F(DownloadTest, SwitchedOffNothingIsAsked) {
    const BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
    offerPinned({server.url("/f")});
    files.network = false;
    files.restart();
    expectEnd(files.get(), Problem::NetworkOff);
    EXPECT_EQ(server.count(), 0);
}

} // namespace
