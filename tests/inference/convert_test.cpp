// SPDX-License-Identifier: Apache-2.0
#include "inference/api/convert.h"

#include "inference/api/engine.h"
#include "inference/weights/canonical_source.h"
#include "inference/weights/quantise.h"
#include "inference/weights/weight_scope.h"
#include "tests/support/inference/agreement.h"
#include "tests/support/inference/demo_picture.h"
#include "tests/support/inference/nano_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>

namespace inference::test {
namespace {

using ::testing::HasSubstr;

constexpr const char* kQkv = "detector.backbone.vision_backbone.trunk.blocks.0.attn.qkv.weight";
constexpr const char* kNorm = "detector.backbone.vision_backbone.trunk.blocks.0.norm1.weight";

/// Wide enough for blocks of 64.
NanoSizes wideSizes() {
    NanoSizes sizes;
    sizes.vitDim = 64;
    sizes.vitHidden = 128;
    sizes.textWidth = 64;
    sizes.dModel = 64;
    sizes.ffnDim = 128;
    return sizes;
}

class Convert : public ::testing::Test {
protected:
    void SetUp() override { m_model.write(in()); }
    std::filesystem::path in() const { return m_folder.path() / "in.safetensors"; }
    std::filesystem::path out() const { return m_folder.path() / "out.safetensors"; }

    std::shared_ptr<const WeightSource> converted(Precision precision) {
        const Status status = convertModel(in(), out(), {precision});
        EXPECT_TRUE(status) << status.error().message;
        return openWeights(out()).value();
    }
    std::string failure(Precision precision) {
        const Status status = convertModel(in(), out(), {precision});
        EXPECT_FALSE(status);
        EXPECT_FALSE(std::filesystem::exists(out()));
        EXPECT_FALSE(std::filesystem::exists(out().string() + ".part"));
        return status ? "" : status.error().message;
    }
    /// Rewrites one tensor of the converted file in place.
    void damage(const std::string& name, const std::function<void(std::span<std::byte>)>& change) {
        const auto source = openWeights(out()).value();
        const StoredTensor& stored = source->tensors().at(name);
        std::vector<std::byte> bytes(stored.bytes.begin(), stored.bytes.end());
        change(bytes);
        std::vector<std::byte> file(std::filesystem::file_size(out()));
        std::ifstream(out(), std::ios::binary)
            .read(reinterpret_cast<char*>(file.data()), static_cast<std::streamsize>(file.size()));
        const auto at = std::search(file.begin(), file.end(), stored.bytes.begin(), stored.bytes.end());
        ASSERT_NE(at, file.end());
        std::copy(bytes.begin(), bytes.end(), at);
        std::ofstream(m_folder.path() / "damaged.safetensors", std::ios::binary)
            .write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    }

    TempFolder m_folder;
    WeightFile m_model = nanoModel(wideSizes());
};

TEST_F(Convert, f32KeepsEveryBit) {
    const auto source = converted(Precision::F32);
    const auto original = openCheckpoint(in()).value();
    for (const auto& [name, tensor] : original->tensors())
        EXPECT_EQ(toFloats(source->tensors().at(name)), toFloats(tensor)) << name;
    EXPECT_EQ(original->tensors().size(), m_model.tensors.size());
    EXPECT_EQ(Engine::inspect(out())->precision, "f32");
}

TEST_F(Convert, halvesAreRoundedAndSmallTensorsStay) {
    for (const Precision precision : {Precision::F16, Precision::BF16}) {
        const auto source = converted(precision);
        const bool isHalf = precision == Precision::F16;
        EXPECT_EQ(source->tensors().at(kQkv).type, isHalf ? DType::F16 : DType::BF16);
        const std::vector<float> read = toFloats(source->tensors().at(kQkv));
        const std::vector<float>& original = m_model.tensors.at(kQkv).values;
        for (std::size_t i = 0; i < read.size(); ++i)
            ASSERT_EQ(read[i], isHalf ? halfToFloat(floatToHalf(original[i]))
                                      : bfloat16ToFloat(floatToBfloat16(original[i])));
        EXPECT_EQ(toFloats(source->tensors().at(kNorm)), m_model.tensors.at(kNorm).values);
        EXPECT_EQ(Engine::open(out()).value()->info().precision, isHalf ? "f16" : "bf16");
    }
}

TEST_F(Convert, eightBitMatricesBringTheirScales) {
    const auto source = converted(Precision::Q8);
    const StoredTensor& stored = source->tensors().at(kQkv);
    const StoredTensor& scale = source->tensors().at(std::string(kQkv) + ".scale");
    EXPECT_EQ(stored.type, DType::I8);
    EXPECT_EQ(scale.shape, (Shape{3 * 64, 1}));
    const std::vector<float> scales = toFloats(scale);
    const std::vector<float> read =
        dequantise({reinterpret_cast<const std::int8_t*>(stored.bytes.data()), stored.bytes.size()}, scales);
    const std::vector<float>& original = m_model.tensors.at(kQkv).values;
    for (std::size_t i = 0; i < read.size(); ++i)
        ASSERT_LE(std::abs(read[i] - original[i]), 0.5001F * scales[i / 64]);
    const ModelInfo info = Engine::open(out()).value()->info();
    EXPECT_EQ(info.precision, "q8");
    EXPECT_EQ(info.parameters, Engine::inspect(in())->parameters);
}

TEST_F(Convert, aConvertedFileConvertsBack) {
    converted(Precision::Q8);
    const auto again = m_folder.path() / "again.safetensors";
    ASSERT_TRUE(convertModel(out(), again, {Precision::Q8}));
    const auto first = openWeights(out()).value();
    const auto second = openWeights(again).value();
    EXPECT_EQ(materialise(first->tensors().at(kQkv)), materialise(second->tensors().at(kQkv)));
    ASSERT_TRUE(convertModel(out(), again, {Precision::F32}));
    EXPECT_EQ(openWeights(again).value()->tensors().count(std::string(kQkv) + ".scale"), 0U);
    EXPECT_TRUE(Engine::open(again));
}

TEST_F(Convert, theFileNeedsNoOther) {
    const std::string merges = m_model.metadata.at("maskwright.vocabulary");
    const std::string config = m_model.metadata.at("maskwright.config");
    m_model.metadata = {{"author", "somebody"}};
    m_model.write(in());
    std::ofstream(m_folder.path() / "vocabulary.txt") << merges;
    std::ofstream(m_folder.path() / "config.json") << R"({"model":)" << config << "}";
    const auto source = converted(Precision::F16);
    EXPECT_EQ(source->metadata().at("author"), "somebody");
    EXPECT_EQ(source->metadata().at("maskwright.precision"), "f16");
    std::filesystem::remove(m_folder.path() / "vocabulary.txt");
    std::filesystem::remove(m_folder.path() / "config.json");
    const auto engine = Engine::open(out());
    ASSERT_TRUE(engine) << engine.error().message;
    EXPECT_TRUE((*engine)->info().hasText);
}

TEST_F(Convert, theTrackerStaysAndTablesGo) {
    m_model.tensors["tracker.maskmem_backbone.fuser.layers.0.pwconv1.weight"] = {
        {64, 64}, std::vector<float>(64 * 64, 0.5F)};
    m_model.tensors["detector.backbone.vision_backbone.trunk.blocks.0.attn.freqs_cis"] = {{4}, {1, 2, 3, 4}};
    m_model.write(in());
    const auto source = converted(Precision::Q8);
    EXPECT_EQ(source->tensors().at("tracker.maskmem_backbone.fuser.layers.0.pwconv1.weight").type,
              DType::F16);
    EXPECT_EQ(source->tensors().count("detector.backbone.vision_backbone.trunk.blocks.0.attn.freqs_cis"), 0U);
    EXPECT_TRUE(Engine::inspect(out())->hasTracker);
}

TEST_F(Convert, valuesThatDoNotFitAreNamed) {
    m_model.tensors.at(kQkv).values[5] = 1e5F;
    m_model.write(in());
    EXPECT_THAT(failure(Precision::F16), HasSubstr("qkv.weight holds values that are too large for f16"));
    converted(Precision::BF16);
    std::filesystem::remove(out());
    m_model.tensors.at(kQkv).values[5] = std::numeric_limits<float>::quiet_NaN();
    m_model.write(in());
    EXPECT_THAT(failure(Precision::Q8), HasSubstr("qkv.weight holds values that are not finite"));
}

TEST_F(Convert, aModelThatDoesNotLoadIsNotWritten) {
    m_model.tensors.erase(kNorm);
    m_model.write(in());
    EXPECT_THAT(failure(Precision::F16), HasSubstr("blocks.0.norm1.weight"));
}

TEST_F(Convert, stopsAndReports) {
    std::stop_source stop;
    RunControl control;
    control.stop = stop.get_token();
    int reports = 0;
    control.progress = [&](const Progress& progress) {
        EXPECT_EQ(progress.phase, "convert");
        EXPECT_LE(progress.done, progress.total);
        if (++reports == 10)
            stop.request_stop();
    };
    const Status status = convertModel(in(), out(), {Precision::F16}, control);
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reports, 10);
    EXPECT_FALSE(std::filesystem::exists(out()));
}

TEST_F(Convert, damagedScalesAreRefused) {
    converted(Precision::Q8);
    damage(std::string(kQkv) + ".scale", [](std::span<std::byte> bytes) {
        const float bad = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(bytes.data() + 4, &bad, sizeof(bad));
    });
    const auto opened = Engine::open(m_folder.path() / "damaged.safetensors");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::CorruptFile);
    EXPECT_THAT(opened.error().message, HasSubstr("qkv.weight.scale"));
}

/// Share of cells that two masks have in common.
/// What two models find on the demo pictures.
Agreement agreementOf(Engine& reference, Engine& other) {
    Agreement agreement;
    const std::filesystem::path demo = std::filesystem::path(RESOURCE_DIR) / "demo";
    for (const auto& entry : std::filesystem::directory_iterator(demo)) {
        if (entry.path().extension() != ".jpg")
            continue;
        const Picture picture = readJpeg(entry.path());
        const auto expected = reference.openImage(picture.view()).value();
        const auto session = other.openImage(picture.view()).value();
        for (const char* phrase : {"circle", "red square", "triangle"})
            agreement.add(expected->segmentConcept({phrase, {}}, {0}).value(),
                          session->segmentConcept({phrase, {}}, {0}).value(), reference.info().threshold);
    }
    return agreement;
}

TEST_F(Convert, pocketFindsTheSameInEveryPrecision) {
    const auto pocket = std::filesystem::path(RESOURCE_DIR) / "models" / "pocket.safetensors";
    if (!canReadJpeg() || !std::filesystem::exists(pocket))
        GTEST_SKIP() << "no JPEG library or no model";
    const auto reference = Engine::open(pocket).value();
    struct Case {
        Precision precision;
        const char* name;
        double overlap;
        double difference;
    };
    // Eight bits move a score where two queries share an object: pocket's few channels average little out.
    for (const Case& c : {Case{Precision::F32, "f32", 1, 0}, Case{Precision::F16, "f16", 0.99, 2e-3},
                          Case{Precision::BF16, "bf16", 0.95, 5e-2}, Case{Precision::Q8, "q8", 0.92, 0.12}}) {
        ASSERT_TRUE(convertModel(pocket, out(), {c.precision}));
        const auto engine = Engine::open(out()).value();
        EXPECT_EQ(engine->info().precision, c.name);
        const Agreement agreement = agreementOf(*reference, *engine);
        std::printf("  %-4s least mask IoU %.4f of %d, largest score difference %.5f\n", c.name,
                    agreement.leastOverlap(), agreement.masks(), agreement.largestDifference());
        EXPECT_GT(agreement.masks(), 30);
        EXPECT_GE(agreement.leastOverlap(), c.overlap) << c.name;
        EXPECT_LE(agreement.largestDifference(), c.difference) << c.name;
    }
}

} // namespace
} // namespace inference::test
