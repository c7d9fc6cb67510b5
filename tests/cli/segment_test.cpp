// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace cli {
namespace {

/// The values of a one-dimensional float .npy file.
std::vector<float> readNpy(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray bytes = file.readAll();
    const int header = 10 + uchar(bytes[8]) + 256 * uchar(bytes[9]);
    std::vector<float> values(std::size_t(bytes.size() - header) / sizeof(float));
    std::memcpy(values.data(), bytes.constData() + header, values.size() * sizeof(float));
    return values;
}

QStringList words(const char* line) {
    return QString::fromUtf8(line).split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

/// The small reference model and its answers (found through GOLDEN_DIR).
class Golden : public testing::Test {
protected:
    void SetUp() override {
        const QString golden = qEnvironmentVariable("GOLDEN_DIR");
        if (golden.isEmpty()) {
            GTEST_SKIP() << "GOLDEN_DIR is not set";
        }
        m_folder = QDir(golden + QStringLiteral("/tiny-image"));
        QFile config(m_folder.filePath(QStringLiteral("config.json")));
        ASSERT_TRUE(config.open(QIODevice::ReadOnly));
        m_threshold = parsed(config.readAll()).at("confidence_threshold").get<double>();
    }

    Outcome run(const QStringList& prompts) const {
        return runProgram(QStringList{QStringLiteral("segment"), QStringLiteral("--image"), file("image.png"),
                                      QStringLiteral("--model"), file("weights.safetensors"),
                                      QStringLiteral("--threshold"), QString::number(m_threshold)} +
                          prompts);
    }

    nlohmann::json instances(const QStringList& prompts) const {
        const Outcome outcome = run(prompts + words("--json|-"));
        EXPECT_EQ(outcome.code, 0) << outcome.err.toStdString();
        const nlohmann::json json = parsed(outcome.out);
        return json.is_null() ? nlohmann::json::array() : json.at("instances");
    }

    /// Every score of the case is there, and so is every mask that the reference kept.
    void expectCase(const char* name, const nlohmann::json& found) const {
        SCOPED_TRACE(name);
        const QString folder = file(name) + QLatin1Char('/');
        std::vector<float> scores = readNpy(folder + QStringLiteral("final_scores.npy"));
        const std::vector<float> inOrder = scores;
        std::sort(scores.rbegin(), scores.rend());
        ASSERT_EQ(found.size(), scores.size());
        for (std::size_t i = 0; i < scores.size(); ++i) {
            EXPECT_NEAR(found[i].at("score").get<double>(), double(scores[i]), 1e-4);
        }
        for (std::size_t i = 0; i < inOrder.size(); ++i) {
            const QString png = folder + QStringLiteral("final_mask%1.png").arg(i);
            if (QFileInfo::exists(png)) {
                const auto rank = std::find(scores.begin(), scores.end(), inOrder[i]) - scores.begin();
                EXPECT_LE(difference(maskOf(found[std::size_t(rank)]), maskFromPng(png)), 2) << i;
            }
        }
    }

    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QDir m_folder;
    double m_threshold = 0;
};

TEST_F(Golden, TextFindsTheReferencesMasks) {
    expectCase("text", instances(words("--text|red disc")));
}

TEST_F(Golden, SeveralTextsShareOneEncodingAndKeepTheirLabels) {
    const nlohmann::json found = instances(words("--text|red disc|--text|small yellow square"));
    nlohmann::json first = nlohmann::json::array();
    nlohmann::json second = nlohmann::json::array();
    for (const auto& instance : found) {
        (instance.at("label") == "red disc" ? first : second).push_back(instance);
    }
    expectCase("text", first);
    expectCase("text2", second);
}

TEST_F(Golden, BoxesRefineThePhrase) {
    expectCase("text-box", instances(words("--text|red disc|--box|21,33,79,93")));
    expectCase("text-box-neg",
               instances(words("--text|red disc|--box|21,33,79,93|--box|112,49.5,152,91.5,neg")));
}

TEST_F(Golden, BoxesAloneAskForWhatLooksLikeThem) {
    const nlohmann::json found = instances(words("--box|112,49.5,152,91.5|--box|176,-3,204,12"));
    expectCase("visual", found);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].at("label"), "visual");
}

TEST_F(Golden, OnePointGivesTheBestOfThreeMasks) {
    const nlohmann::json found = instances(words("--point|48,62"));
    ASSERT_EQ(found.size(), 1U);
    const std::vector<float> quality = readNpy(file("pvs-point/iou.npy"));
    ASSERT_EQ(quality.size(), 3U);
    const auto best = std::max_element(quality.begin(), quality.end()) - quality.begin();
    EXPECT_EQ(found[0].at("label"), "object");
    EXPECT_NEAR(found[0].at("score").get<double>(), double(quality[std::size_t(best)]), 1e-4);
    const QString png = file("pvs-point/final_mask") + QString::number(best) + QStringLiteral(".png");
    EXPECT_LE(difference(maskOf(found[0]), maskFromPng(png)), 2);
}

TEST_F(Golden, MorePointsOrABoxGiveTheSingleMask) {
    const nlohmann::json points =
        instances(words("--point|48,62|--point|131,70.5|--point|3,147,neg|--text|disc"));
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].at("label"), "disc");
    EXPECT_LE(difference(maskOf(points[0]), maskFromPng(file("pvs-points3-single/final_mask0.png"))), 2);
}

TEST_F(Golden, WritesAllFormsOfTheResult) {
    Playground files;
    const Outcome outcome =
        run(QStringList{QStringLiteral("--text"), QStringLiteral("red disc"), QStringLiteral("--trace"),
                        QStringLiteral("--json"), files.path("out.json"), QStringLiteral("--overlay"),
                        files.path("overlay.png"), QStringLiteral("--masks"), files.path("masks")});
    ASSERT_EQ(outcome.code, 0) << outcome.err.toStdString();
    EXPECT_TRUE(outcome.out.isEmpty());
    EXPECT_TRUE(outcome.err.contains("stage")) << "the table of --trace";

    QFile file(files.path("out.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const nlohmann::json json = parsed(file.readAll());
    EXPECT_EQ(json.at("image").at("width"), 200);
    EXPECT_EQ(json.at("image").at("height"), 150);
    EXPECT_TRUE(json.at("model").is_string());
    EXPECT_GT(json.at("timing_ms").at("total").get<double>(), 0);
    const auto& instances = json.at("instances");
    ASSERT_FALSE(instances.empty());

    const QImage before(m_folder.filePath(QStringLiteral("image.png")));
    const QImage overlay(files.path("overlay.png"));
    ASSERT_EQ(overlay.size(), before.size());
    core::Mask all;
    for (std::size_t i = 0; i < instances.size(); ++i) {
        const core::Mask mask = maskOf(instances[i]);
        EXPECT_EQ(instances[i].at("area"), mask.area());
        const QString png = QStringLiteral("masks/mask_%1.png").arg(i, 3, 10, QLatin1Char('0'));
        EXPECT_EQ(difference(mask, maskFromPng(files.path(png.toUtf8().constData()))), 0);
        all = all.united(mask);
    }
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (!all.contains({x, y})) {
                ASSERT_EQ(overlay.pixel(x, y), before.pixel(x, y)) << x << "," << y;
            }
        }
    }
}

TEST_F(Golden, NothingAboveTheThresholdIsNoError) {
    const Outcome outcome = run(words("--text|red disc|--threshold|1"));
    EXPECT_EQ(outcome.code, 1) << "an option given twice";
    const Outcome alone =
        runProgram({QStringLiteral("segment"), QStringLiteral("--image"), file("image.png"),
                    QStringLiteral("--model"), file("weights.safetensors"), QStringLiteral("--text"),
                    QStringLiteral("red disc"), QStringLiteral("--threshold"), QStringLiteral("1")});
    EXPECT_EQ(alone.code, 0);
    EXPECT_TRUE(alone.out.contains("nothing found"));
}

TEST_F(Golden, InfoNamesThePartsOfTheModel) {
    const Outcome outcome =
        runProgram({QStringLiteral("info"), file("weights.safetensors"), QStringLiteral("--json")});
    ASSERT_EQ(outcome.code, 0) << outcome.err.toStdString();
    const nlohmann::json json = parsed(outcome.out);
    EXPECT_EQ(json.at("image_size"), 112);
    EXPECT_TRUE(json.at("parts").at("text"));
    EXPECT_TRUE(json.at("parts").at("clicks"));
    EXPECT_GT(json.at("parameters").get<qint64>(), 100'000);
    const Outcome people = runProgram({QStringLiteral("info"), file("weights.safetensors")});
    EXPECT_TRUE(people.out.contains("text, exemplars, clicks"));
}

/// The model that comes with the program, if this checkout has it.
TEST(Pocket, IsTheDefaultModel) {
    if (!QFileInfo::exists(QStringLiteral(RESOURCE_DIR "/models/pocket.safetensors"))) {
        GTEST_SKIP() << "the pocket model is not in this checkout";
    }
    Playground files;
    const Outcome outcome = runProgram(
        {QStringLiteral("segment"), QStringLiteral("--image"), files.picture("a.png"),
         QStringLiteral("--point"), QStringLiteral("10,10"), QStringLiteral("--json"), QStringLiteral("-")});
    ASSERT_EQ(outcome.code, 0) << outcome.err.toStdString();
    const nlohmann::json json = parsed(outcome.out);
    EXPECT_EQ(json.at("image").at("width"), 64);
    EXPECT_EQ(json.at("instances").size(), 1U);
}

} // namespace
} // namespace cli
