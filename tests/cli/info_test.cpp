// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>

namespace cli {
namespace {

class InfoCommand : public testing::Test {
protected:
    void SetUp() override {
        if (!QFileInfo::exists(m_model)) {
            GTEST_SKIP() << "the model is not there";
        }
    }
    static Outcome info(const QStringList& arguments) {
        return runProgram(QStringList{QStringLiteral("info")} + arguments);
    }

    Playground m_files;
    QString m_model = QStringLiteral(RESOURCE_DIR "/models/pocket.safetensors");
};

TEST_F(InfoCommand, TellsWhatTheModelIsAndLacks) {
    const nlohmann::json json = parsed(info({m_model, QStringLiteral("--json")}).out);
    EXPECT_EQ(json.at("family"), "SAM 3");
    EXPECT_EQ(json.at("encoders"), "ViT, CLIP");
    EXPECT_EQ(json.at("container"), "safetensors");
    EXPECT_EQ(json.at("naming"), "official");
    EXPECT_EQ(json.at("missing").size(), 1U);
    EXPECT_FALSE(json.at("parts").at("tracker"));
    EXPECT_GT(json.at("machine_bytes"), json.at("memory").at("q8").at("bytes"));
    EXPECT_LE(json.at("bytes"), QFileInfo(m_model).size());
    EXPECT_FALSE(json.contains("checked"));

    const QByteArray text = info({m_model}).out;
    for (const char* line : {"encoders    ViT, CLIP", "file        safetensors, official names, 5.1 MB",
                             "missing     following objects through a clip", "; this machine has "}) {
        EXPECT_TRUE(text.contains(line)) << line << text.toStdString();
    }
}

TEST_F(InfoCommand, TheCheckLooksThroughEveryWeight) {
    const nlohmann::json json =
        parsed(info({m_model, QStringLiteral("--json"), QStringLiteral("--check")}).out);
    EXPECT_TRUE(json.at("checked"));
    QFile file(m_model);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    bytes.replace(bytes.size() - 2, 2, "\xff\x7f"); // not a number in every float type
    const QString damaged = m_files.write("damaged.safetensors", bytes);
    EXPECT_EQ(info({damaged}).code, 0);
    const Outcome checked = info({damaged, QStringLiteral("--check")});
    EXPECT_EQ(checked.code, 2);
    EXPECT_EQ(checked.out, QByteArray());
    EXPECT_TRUE(checked.err.contains("not finite")) << checked.err.toStdString();
    EXPECT_EQ(checked.err.count('\n'), 1);
}

} // namespace
} // namespace cli
