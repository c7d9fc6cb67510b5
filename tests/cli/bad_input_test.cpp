// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <gtest/gtest.h>

#include <csignal>

namespace cli {
namespace {

/// Runs `segment` on a good picture and a model file that isn't reached, or with `--image` and `--model` of
/// its own.
class BadInput : public testing::Test {
protected:
    void expect(int code, QStringList arguments, const char* sentence) {
        const Outcome outcome = runProgram(arguments);
        EXPECT_EQ(outcome.code, code) << outcome.err.toStdString();
        EXPECT_TRUE(outcome.err.contains(sentence)) << outcome.err.toStdString();
        // Counted by the name in front: libpng writes a line of its own about damaged files.
        EXPECT_EQ(outcome.err.count("maskwright-cli: "), 1) << "one sentence: " << outcome.err.toStdString();
        EXPECT_TRUE(outcome.err.trimmed().endsWith('.')) << outcome.err.toStdString();
        EXPECT_EQ(outcome.out, QByteArray());
    }

    void expectSegment(int code, const QStringList& arguments, const char* sentence) {
        QStringList all{QStringLiteral("segment")};
        if (!arguments.contains(QStringLiteral("--image"))) {
            all << QStringLiteral("--image") << m_picture;
        }
        if (!arguments.contains(QStringLiteral("--model"))) {
            all << QStringLiteral("--model") << m_notAModel;
        }
        expect(code, all + arguments, sentence);
    }

    static QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }

    Playground m_files;
    QString m_picture = m_files.picture("good.png");
    QString m_notAModel = m_files.write("model.safetensors", "not a model");
};

TEST_F(BadInput, UnknownWordsAndMissingOptionsAreBadUsage) {
    expect(1, {}, "--help");
    expect(1, words("segmnt"), "--help");
    expect(1, words("segment --text cat"), "--image is required");
    expectSegment(1, words("--text cat --frobnicate"), "--frobnicate");
    expectSegment(1, words("--text cat --threads many"), "many");
    expectSegment(1, words("--text cat --threads -3"), "--threads -3");
    expect(1, words("info"), "model");
    expect(1, words("export"), "--help");
}

TEST_F(BadInput, PromptsAreReadStrictly) {
    expectSegment(1, {}, "Nothing to look for");
    expectSegment(1, {QStringLiteral("--text"), QString()}, "--text is empty");
    expectSegment(1, {QStringLiteral("--text"), QStringLiteral("  \t ")}, "--text is empty");
    expectSegment(1, words("--box 1,2,3"), "not x0,y0,x1,y1");
    expectSegment(1, words("--box 1,2,3,4,5"), "not x0,y0,x1,y1");
    expectSegment(1, words("--box 1,2,3,4,maybe"), "not x0,y0,x1,y1");
    expectSegment(1, words("--box a,b,c,d"), "not x0,y0,x1,y1");
    expectSegment(1, words("--box nan,0,5,5"), "not x0,y0,x1,y1");
    expectSegment(1, words("--box 0,0,inf,5"), "not x0,y0,x1,y1");
    expectSegment(1, words("--box 0,0,1e30,5"), "not x0,y0,x1,y1");
    expectSegment(1, words("--box 20,5,10,9"), "reversed");
    expectSegment(1, words("--box 10,5,10,9"), "empty or reversed");
    expectSegment(1, words("--box 1,1,9,9,neg"), "only exclude");
    expectSegment(1, words("--point 5"), "not x,y");
    expectSegment(1, words("--point 5,nan"), "not x,y");
    expectSegment(1, words("--point 5,5,neg"), "only exclude");
    expectSegment(1, words("--point 5,5 --text a --text b"), "one object");
    expectSegment(1, words("--point 5,5 --box 1,1,9,9,neg"), "can't be negative");
}

TEST_F(BadInput, PromptsOutsideThePictureAreRefused) {
    expectSegment(1, words("--point 64,10"), "outside the image of 64 x 48");
    expectSegment(1, words("--point -1,10"), "outside the image");
    expectSegment(1, words("--box -20,-20,-1,-1"), "outside the image");
}

TEST_F(BadInput, ThresholdIsANumberFromZeroToOne) {
    for (const char* value : {"1.01", "-0.1", "nan", "half", ""}) {
        if (*value != '\0') {
            expectSegment(1,
                          {QStringLiteral("--text"), QStringLiteral("a"), QStringLiteral("--threshold"),
                           QString::fromUtf8(value)},
                          "not a number from 0 to 1");
        }
    }
}

TEST_F(BadInput, MissingFilesAreBadUsage) {
    expectSegment(
        1, {QStringLiteral("--text"), QStringLiteral("a"), QStringLiteral("--image"), m_files.path("no.png")},
        "There is no image file");
    expectSegment(
        1, {QStringLiteral("--text"), QStringLiteral("a"), QStringLiteral("--model"), m_files.path("no.bin")},
        "There is no model file");
    expect(1, {QStringLiteral("info"), m_files.path("no.bin")}, "There is no model file");
}

TEST_F(BadInput, UnreadablePicturesAreBadInput) {
    QFile good(m_picture);
    ASSERT_TRUE(good.open(QIODevice::ReadOnly));
    const QByteArray bytes = good.readAll();
    const QStringList files{
        m_files.write("empty.png", {}),
        m_files.write("cut.png", bytes.left(bytes.size() / 2)),
        m_files.write("text.png", "hello"),
        QDir(m_picture + QStringLiteral("/..")).absolutePath(),
    };
    for (const QString& file : files) {
        SCOPED_TRACE(file.toStdString());
        expectSegment(2, {QStringLiteral("--text"), QStringLiteral("a"), QStringLiteral("--image"), file},
                      "");
    }
}

TEST_F(BadInput, UnreadableModelsAreBadInput) {
    QByteArray header(R"({"a":{"dtype":"F32","shape":[1000],"data_offsets":[0,4000]}})");
    QByteArray length(8, '\0');
    length[0] = char(header.size());
    const QStringList files{
        m_notAModel,
        m_files.write("empty.safetensors", {}),
        m_files.write("cut.safetensors", length + header + QByteArray(40, '\0')),
        m_files.write("huge.safetensors", QByteArray(8, '\xff') + header),
        QDir(m_picture + QStringLiteral("/..")).absolutePath(),
    };
    for (const QString& file : files) {
        SCOPED_TRACE(file.toStdString());
        expectSegment(2, {QStringLiteral("--text"), QStringLiteral("a"), QStringLiteral("--model"), file},
                      "");
        expect(2, {QStringLiteral("info"), file}, "");
    }
}

TEST_F(BadInput, UnwritableResultsAreFoundBeforeTheWork) {
    const QString nowhere = m_files.path("no/such/folder/out");
    const QString folder = QDir(m_picture + QStringLiteral("/..")).absolutePath();
    for (const char* option : {"--json", "--overlay"}) {
        for (const QString& target : {nowhere, folder}) {
            expectSegment(2,
                          {QStringLiteral("--text"), QStringLiteral("a"), QString::fromUtf8(option), target},
                          "Can't write");
        }
    }
    expectSegment(2,
                  {QStringLiteral("--text"), QStringLiteral("a"), QStringLiteral("--masks"),
                   m_picture + QStringLiteral("/x")},
                  "Can't write");
}

TEST_F(BadInput, AFailedRunLeavesNoResultBehind) {
    const QString json = m_files.path("out.json");
    expectSegment(2, {QStringLiteral("--text"), QStringLiteral("a"), QStringLiteral("--json"), json}, "");
    EXPECT_FALSE(QFile::exists(json));
}

TEST_F(BadInput, ProjectsThatAreNoneAreRefused) {
    const QString file = m_files.write("project.mwk", "not a project");
    const Outcome check = runProgram({QStringLiteral("check"), file});
    EXPECT_EQ(check.code, 2);
    EXPECT_TRUE(check.out.contains("project.mwk")) << "a finding is the answer, not an error";
    expect(2, {QStringLiteral("check"), m_files.path("no.mwk")}, "");
    expect(2, {QStringLiteral("export"), file, QStringLiteral("-o"), m_files.path("out")}, "");
    EXPECT_FALSE(QFile::exists(m_files.path("out")));
}

TEST(Help, SaysWhatTheCommandsDoAndEndsWell) {
    const Outcome help = runProgram({QStringLiteral("segment"), QStringLiteral("--help")});
    EXPECT_EQ(help.code, 0);
    for (const char* word : {"--image", "--point", "visual", "half-open", "Exit codes"}) {
        EXPECT_TRUE(help.out.contains(word)) << word;
    }
    EXPECT_EQ(runProgram({QStringLiteral("--version")}).code, 0);
}

TEST(Interrupt, EndsWithCodeThreeAndLeavesNoFile) {
    Playground files;
    const QString picture = files.picture("large.bmp", {5000, 5000});
    const QString model = files.write("model.safetensors", "not a model");
    QProcess process;
    process.start(QStringLiteral(CLI_PROGRAM),
                  {QStringLiteral("segment"), QStringLiteral("--image"), picture, QStringLiteral("--model"),
                   model, QStringLiteral("--text"), QStringLiteral("cat"), QStringLiteral("--json"),
                   files.path("out.json"), QStringLiteral("--masks"), files.path("masks")});
    ASSERT_TRUE(process.waitForStarted());
    // The folder for masks appears after the handler is in place and before the picture is decoded.
    for (int i = 0; i < 5000 && !QFileInfo::exists(files.path("masks")); ++i) {
        ASSERT_FALSE(process.waitForFinished(1)) << process.readAllStandardError().toStdString();
    }
    ASSERT_EQ(::kill(pid_t(process.processId()), SIGINT), 0);
    ASSERT_TRUE(process.waitForFinished(20'000));
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 3);
    EXPECT_FALSE(QFileInfo::exists(files.path("out.json")));
}

} // namespace
} // namespace cli
