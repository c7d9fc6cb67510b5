// SPDX-License-Identifier: Apache-2.0
// Who may have a model: licences, tokens, and the ways in which a gated server says no.
#include "tests/support/net/model_playground.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <gtest/gtest.h>

namespace {

using core::Problem;
using test::BadServer;
using test::fileReply;
using test::HttpReply;
using test::HttpRequest;

constexpr const char* kToken = "hf_canary0123456789";

class ModelGateTest : public testing::Test {
protected:
    void offerGated(const BadServer& server) {
        files.offer({server.url("/f")}, test::sha256(content), content.size());
        files.model[QStringLiteral("gate")] =
            QJsonObject{{QStringLiteral("request_page"), server.url("/page").toString()}};
        files.write();
    }
    /// How getting the model ends if the server answers so.
    Problem endsWith(int status, const QByteArray& message) {
        const BadServer server([&](const HttpRequest&) { return test::statusReply(status, message); });
        offerGated(server);
        return files.get().problem;
    }

    const QByteArray content = test::noise(100'000);
    test::ModelPlayground files;
};

TEST_F(ModelGateTest, EveryRefusalIsToldApart) {
    EXPECT_EQ(endsWith(401, "Access to model x is restricted. You must have access to it and be "
                            "authenticated to access it. Please log in."),
              Problem::NoToken);
    files.token = QString::fromLatin1(kToken);
    EXPECT_EQ(endsWith(401, "Invalid username or password."), Problem::TokenInvalid);
    EXPECT_EQ(endsWith(403, "Please enable access to public gated repositories in your fine-grained token "
                            "settings to view this repository."),
              Problem::TokenWithoutRights);
    EXPECT_EQ(endsWith(403, "Access to model x is restricted and you are not in the authorized list. Visit "
                            "https://huggingface.co/x to ask for access."),
              Problem::RequestNotSent);
    EXPECT_EQ(endsWith(403, "Your request to access model x is awaiting a review from the repo authors."),
              Problem::RequestPending);
    EXPECT_EQ(endsWith(403, "Your request to access model x has been rejected by the repo's authors."),
              Problem::RequestRefused);
    EXPECT_EQ(endsWith(403, {}), Problem::NoAccess);
    EXPECT_EQ(endsWith(418, {}), Problem::ServerFailed);
}

TEST_F(ModelGateTest, EachProblemHasItsOwnSentenceAndAWayOut) {
    QSet<QString> sentences;
    for (int i = 0; i <= int(Problem::Busy); ++i) {
        const QString text = core::problemText({Problem(i), QStringLiteral("why %1")}, QStringLiteral("SAM"));
        EXPECT_TRUE(text.endsWith(QLatin1Char('.'))) << text.toStdString();
        EXPECT_FALSE(text.contains(QStringLiteral("%2"))) << text.toStdString();
        EXPECT_FALSE(sentences.contains(text)) << text.toStdString();
        sentences.insert(text);
        EXPECT_EQ(core::waysOut(Problem(i)).isEmpty(), Problem(i) == Problem::None) << text.toStdString();
    }
    const QString text =
        core::problemText({Problem::Offline, QStringLiteral("%1 and %2")}, QStringLiteral("S"));
    EXPECT_TRUE(text.contains(QStringLiteral("%1 and %2"))) << "a server's words are left as they are";
}

TEST_F(ModelGateTest, TheTokenGoesToItsOwnHostAlone) {
    const BadServer store([&](const HttpRequest& r) { return fileReply(r, content); });
    const BadServer gate([&](const HttpRequest& r) {
        if (r.path == "/f") {
            HttpReply reply = test::statusReply(302);
            reply.headers = {{"Location", store.url("/there").toEncoded()}};
            return reply;
        }
        return fileReply(r, content);
    });
    offerGated(gate);
    files.token = QString::fromLatin1(kToken);
    files.restart();
    ASSERT_EQ(files.get().problem, Problem::None);
    EXPECT_EQ(gate.requests().first().headers.value("authorization"), QByteArray("Bearer ") + kToken);
    ASSERT_EQ(store.count(), 1);
    const HttpRequest request = store.requests().first();
    for (const QByteArray& value : request.headers) {
        EXPECT_FALSE(value.contains("canary"));
    }
    EXPECT_FALSE(request.headers.contains("authorization"));
    EXPECT_FALSE(request.path.contains("canary"));
}

TEST_F(ModelGateTest, AMirrorOfAnotherHostSeesNoToken) {
    const BadServer gate([&](const HttpRequest&) { return test::statusReply(404); });
    const BadServer mirror([&](const HttpRequest& r) { return fileReply(r, content); });
    files.offer({gate.url("/f"), mirror.url("/f")}, test::sha256(content), content.size());
    files.model[QStringLiteral("gate")] =
        QJsonObject{{QStringLiteral("request_page"), gate.url("/page").toString()}};
    files.token = QString::fromLatin1(kToken);
    files.write();
    ASSERT_EQ(files.get().problem, Problem::None);
    EXPECT_TRUE(gate.requests().first().headers.contains("authorization"));
    EXPECT_FALSE(mirror.requests().first().headers.contains("authorization"));
}

TEST_F(ModelGateTest, NoFileHoldsTheToken) {
    const BadServer server([&](const HttpRequest& r) {
        HttpReply reply = fileReply(r, content);
        reply.cutAfter = 10'000; // leaves its state behind
        return reply;
    });
    offerGated(server);
    files.token = QString::fromLatin1(kToken);
    files.patience.tries = 2;
    files.restart();
    const core::Ending ending = files.get();
    EXPECT_FALSE(core::problemText(ending, QStringLiteral("m")).contains(QStringLiteral("canary")));
    int seen = 0;
    QDirIterator all(files.path(""), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        EXPECT_FALSE(files.bytesOf(all.next()).contains("canary")) << all.filePath().toStdString();
        ++seen;
    }
    EXPECT_GT(seen, 1);
}

TEST_F(ModelGateTest, ATokenWithALineBreakIsNone) {
    EXPECT_EQ(core::asToken(QStringLiteral("  hf_abc\n")), QStringLiteral("hf_abc"));
    EXPECT_TRUE(core::asToken(QStringLiteral("hf_a\r\nHost: evil")).isEmpty());
    EXPECT_TRUE(core::asToken(QStringLiteral("hf_ä")).isEmpty());
}

TEST_F(ModelGateTest, NothingIsAskedBeforeTheLicenceIsAccepted) {
    const BadServer server([&](const HttpRequest& r) { return fileReply(r, content); });
    files.offer({server.url("/f")}, test::sha256(content), content.size());
    files.save("licences/l.txt", "Be kind.");
    files.model[QStringLiteral("licence")] = QStringLiteral("l");
    const auto write = [&](const char* version) {
        QJsonObject licence{{QStringLiteral("id"), QStringLiteral("l")},
                            {QStringLiteral("version"), QString::fromLatin1(version)},
                            {QStringLiteral("file"), QStringLiteral("l.txt")}};
        files.save("catalogue.json",
                   QJsonDocument(QJsonObject{{QStringLiteral("models"), QJsonArray{files.model}},
                                             {QStringLiteral("licences"), QJsonArray{licence}}})
                       .toJson());
        files.restart();
    };
    write("1");
    EXPECT_EQ(files.get().problem, Problem::LicenceNotAccepted);
    EXPECT_EQ(server.count(), 0);
    const core::ModelEntry entry = *files.manager().find(QStringLiteral("m"));
    EXPECT_EQ(files.manager().licenceOf(entry)->text, QStringLiteral("Be kind."));
    ASSERT_TRUE(files.manager().accept(entry).has_value());
    files.restart();
    EXPECT_EQ(files.manager().acceptedOn(entry), QDate::currentDate());
    write("2");
    EXPECT_FALSE(files.manager().isAccepted(entry)) << "another version is another licence";
    write("1");
    EXPECT_EQ(files.get().problem, Problem::None);
}

} // namespace
