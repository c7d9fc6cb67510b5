// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cstdio>

namespace cli {
namespace {

/// A model with random weights that Hugging Face's own library wrote, asked there and here. TORCH_PYTHON
/// names an interpreter that has torch and transformers.
TEST(HuggingFace, TheirModelAndOursAgreeOnThreePrompts) {
    const QString python = qEnvironmentVariable("TORCH_PYTHON");
    if (python.isEmpty()) {
        GTEST_SKIP() << "TORCH_PYTHON doesn't name a Python with torch and transformers";
    }
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python,
                  {QStringLiteral(TEST_DATA_DIR "/../tools/hugging_face_check.py"), QStringLiteral("--cli"),
                   QStringLiteral(CLI_PROGRAM), QStringLiteral("--folder"), folder.path()});
    ASSERT_TRUE(process.waitForStarted()) << python.toStdString();
    ASSERT_TRUE(process.waitForFinished(300'000));
    const std::string output = process.readAll().toStdString();
    std::printf("%s", output.c_str());
    EXPECT_EQ(process.exitCode(), 0);
}

} // namespace
} // namespace cli
