// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "tests/support/net/model_playground.h"

#include <QFile>
#include <QProcess>

#include <gtest/gtest.h>

namespace cli {
namespace {

constexpr const char* kToken = "hf_canary0123456789";

/// Runs `models ...` over a folder and a catalogue of the test's own.
class Models : public testing::Test {
protected:
    void SetUp() override {
        qputenv("MASKWRIGHT_MODELS", m_files.models().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain
    }
    void TearDown() override {
        for (const char* name : {"MASKWRIGHT_MODELS", "DBUS_SESSION_BUS_ADDRESS", "MASKWRIGHT_OFFLINE"}) {
            qunsetenv(name);
        }
    }
    /// Writes the catalogue where an administrator would.
    void offer(const test::BadServer& server, bool gated = false) {
        m_files.offer({server.url("/f")}, test::sha256(m_content), m_content.size());
        if (gated) {
            m_files.model[QStringLiteral("gate")] =
                QJsonObject{{QStringLiteral("request_page"), server.url("/page").toString()}};
        }
        m_files.write();
        m_files.save("models/catalogue.json", m_files.bytesOf(m_files.catalogue()));
    }
    static QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }
    static Outcome runWithInput(const QStringList& arguments, const QByteArray& input) {
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        Outcome outcome;
        if (process.waitForFinished(60'000)) {
            outcome.code = process.exitCode();
        }
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        return outcome;
    }

    test::ModelPlayground m_files;
    QByteArray m_content = m_files.bytesOf(QStringLiteral(RESOURCE_DIR "/models/pocket.safetensors"));
};

TEST_F(Models, GetUseAndRemove) {
    const test::BadServer server([&](const test::HttpRequest& r) { return test::fileReply(r, m_content); });
    offer(server);
    const Outcome got = runProgram(words("models get m"));
    EXPECT_EQ(got.code, 0) << got.err.toStdString();
    EXPECT_TRUE(got.out.contains("checksum as in the catalogue")) << got.out.toStdString();
    const Outcome listed = runProgram(words("models list --json"));
    bool isHere = false;
    for (const auto& model : parsed(listed.out)) {
        isHere = isHere || (model["id"] == "m" && model["presence"] == "here");
    }
    EXPECT_TRUE(isHere) << listed.out.toStdString();
    const QByteArray table = runProgram(words("models list")).out;
    EXPECT_TRUE(table.contains(" 5.2 MB  ")) << table.toStdString();
    EXPECT_EQ(runProgram(words("info m")).code, 0) << "an id stands for its file";
    EXPECT_EQ(runProgram(words("models remove m")).code, 0);
    const Outcome gone = runProgram(words("info m"));
    EXPECT_EQ(gone.code, 1);
    EXPECT_TRUE(gone.err.contains("models get m")) << gone.err.toStdString();
    EXPECT_EQ(runProgram(words("models remove m")).code, 2);
    EXPECT_EQ(runProgram(words("models get nothing")).code, 1);
}

TEST_F(Models, TheTokenComesFromTheInputAndIsShownToNobody) {
    const test::BadServer server([&](const test::HttpRequest& r) {
        const bool known = r.headers.value("authorization") == QByteArray("Bearer ") + kToken;
        return known ? test::fileReply(r, m_content) : test::statusReply(401);
    });
    offer(server, true);
    const Outcome without = runProgram(words("models get m"));
    EXPECT_EQ(without.code, 2);
    EXPECT_TRUE(without.err.contains("no token was sent")) << without.err.toStdString();
    const Outcome wrong = runWithInput(words("models get m --token-stdin"), "hf_other\n");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_TRUE(wrong.err.contains("does not know this token")) << wrong.err.toStdString();
    EXPECT_EQ(runWithInput(words("models get m --token-stdin"), "two words\n").code, 1);
    const Outcome got = runWithInput(words("models get m --token-stdin"), QByteArray(kToken) + "\n");
    EXPECT_EQ(got.code, 0) << got.err.toStdString();
    EXPECT_FALSE((got.out + got.err + wrong.err).contains("canary"));
}

TEST_F(Models, ImportVerifiesAndTheLicenceComesFirst) {
    const test::BadServer server([&](const test::HttpRequest&) { return test::statusReply(500); });
    offer(server);
    const QString good = m_files.save("x.safetensors", m_content);
    const QString bad = m_files.save("y.safetensors", "no model");
    EXPECT_EQ(runProgram({QStringLiteral("models"), QStringLiteral("import"), bad, QStringLiteral("--as"),
                          QStringLiteral("m")})
                  .code,
              2);
    EXPECT_EQ(runProgram({QStringLiteral("models"), QStringLiteral("import"), good, QStringLiteral("--as"),
                          QStringLiteral("m")})
                  .code,
              0);
    const Outcome gated = runProgram(words("models get sam3"));
    EXPECT_EQ(gated.code, 1);
    EXPECT_TRUE(gated.err.contains("--accept-licence")) << gated.err.toStdString();
    EXPECT_TRUE(runProgram(words("models licence sam3")).out.startsWith("SAM License"));
    qputenv("MASKWRIGHT_OFFLINE", "1");
    const Outcome off = runProgram(words("models get sam3 --accept-licence"));
    EXPECT_EQ(off.code, 2);
    EXPECT_TRUE(off.err.contains("switched off")) << off.err.toStdString();
}

} // namespace
} // namespace cli
