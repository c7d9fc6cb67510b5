// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <gtest/gtest.h>

namespace cli {
namespace {

class ConvertCommand : public testing::Test {
protected:
    void SetUp() override {
        if (!QFileInfo::exists(m_model)) {
            GTEST_SKIP() << "the model is not there";
        }
    }
    Outcome run(const QStringList& options) const {
        return runProgram(QStringList{QStringLiteral("convert"), m_model, QStringLiteral("-o"), m_out} +
                          options);
    }
    void expectRefusal(int code, const QStringList& options, const char* sentence) const {
        const Outcome outcome = run(options);
        EXPECT_EQ(outcome.code, code);
        EXPECT_TRUE(outcome.err.contains(sentence)) << outcome.err.toStdString();
    }
    static nlohmann::json info(const QString& file) {
        return parsed(runProgram({QStringLiteral("info"), QStringLiteral("--json"), file}).out);
    }

    Playground m_files;
    QString m_model = QStringLiteral(RESOURCE_DIR "/models/pocket.safetensors");
    QString m_out = m_files.path("small.safetensors");
};

TEST_F(ConvertCommand, WritesEachPrecision) {
    for (const char* type : {"f32", "f16", "bf16", "q8"}) {
        const Outcome outcome =
            run({QStringLiteral("--dtype"), QString::fromUtf8(type), QStringLiteral("--force")});
        ASSERT_EQ(outcome.code, 0) << outcome.err.toStdString();
        EXPECT_EQ(outcome.err, QByteArray()) << "no progress where nobody watches";
        const nlohmann::json json = info(m_out);
        EXPECT_EQ(json.at("precision"), type);
        EXPECT_EQ(json.at("name"), "pocket");
        EXPECT_TRUE(json.at("parts").at("text"));
    }
    EXPECT_LT(QFileInfo(m_out).size(), QFileInfo(m_model).size()) << "8 bits are less than the 16 of pocket";
}

TEST_F(ConvertCommand, ReplacesNothingUnasked) {
    m_files.write("small.safetensors", "mine");
    expectRefusal(1, {}, "is there already; use --force");
    QFile file(m_out);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "mine");
    EXPECT_EQ(run({QStringLiteral("--force")}).code, 0);
    EXPECT_EQ(info(m_out).at("precision"), "f16");
}

TEST_F(ConvertCommand, SaysWhatIsWrong) {
    expectRefusal(1, {QStringLiteral("--dtype"), QStringLiteral("q4")},
                  "--dtype is f32, f16, bf16 or q8, not q4");
    m_model = m_files.path("gone.safetensors");
    expectRefusal(1, {}, "There is no model file");
    m_model = m_files.write("text.safetensors", "not a model at all");
    expectRefusal(2, {}, "text.safetensors");
    EXPECT_FALSE(QFileInfo::exists(m_out));
    m_out = QDir::tempPath();
    expectRefusal(1, {}, "is a folder");
}

TEST_F(ConvertCommand, InfoTellsTheMemoryOfEachPrecision) {
    const nlohmann::json memory = info(m_model).at("memory");
    EXPECT_GT(memory.at("f32").at("bytes"), memory.at("f16").at("bytes"));
    EXPECT_GT(memory.at("f16").at("bytes"), memory.at("q8").at("bytes"));
    EXPECT_TRUE(memory.at("f32").at("fits"));
    const Outcome text = runProgram({QStringLiteral("info"), m_model});
    EXPECT_TRUE(text.out.contains("memory      f32 1")) << text.out.toStdString();
}

} // namespace
} // namespace cli
