// SPDX-License-Identifier: Apache-2.0
#include "inference/device/device.h"
#include "inference/model/efficient_vit.h"
#include "inference/model/mobile_clip.h"
#include "inference/model/rep_vit.h"
#include "inference/model/tiny_vit.h"
#include "tests/support/inference/golden_files.h"
#include "tests/support/inference/tensor_matchers.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <memory>

#if defined(__unix__)
#include <sys/wait.h>
#endif

namespace inference::test {
namespace {

/// The encoders at their published sizes against tests/tools/light_encoders_reference.py. TORCH_PYTHON names
/// an interpreter that has PyTorch.
class LightOracle : public ::testing::TestWithParam<const char*> {
protected:
    using Run = inference::Run;

    void SetUp() override {
#if defined(__unix__)
        const char* python = std::getenv("TORCH_PYTHON");
        if (python == nullptr)
            GTEST_SKIP() << "TORCH_PYTHON doesn't name a Python with PyTorch";
        const std::string command = "'" + std::string(python) +
                                    "' '" TEST_DATA_DIR "/../tools/light_encoders_reference.py' " +
                                    GetParam() + " '" + m_folder.path().string() + "'";
        const int status = std::system(command.c_str());
        constexpr int kSkipped = 77;
        if (WIFEXITED(status) && WEXITSTATUS(status) == kSkipped)
            GTEST_SKIP() << "the Python that TORCH_PYTHON names has no PyTorch";
        ASSERT_EQ(status, 0) << command;
#else
        GTEST_SKIP() << "runs another program by the Unix shell";
#endif
    }

    /// Makes the encoder that the file's names ask for; every tensor must be claimed.
    template <class Encoder> std::unique_ptr<Encoder> load(const char* path, const Config& config) {
        WeightLoader loader(openWeights(m_folder.path() / "weights.safetensors").value(), *m_device);
        auto encoder = std::make_unique<Encoder>(loader.root() / "detector" / "backbone" / path, config);
        const Status loaded = loader.finish([](std::string_view name) {
            return name.find("num_batches_tracked") != std::string_view::npos ||
                   name.find("encoder.projection_layer") != std::string_view::npos;
        });
        EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
        return encoder;
    }

    std::unique_ptr<ImageTrunk> trunk() {
        const std::string variant = GetParam();
        const Config config;
        constexpr const char* kPath = "vision_backbone.trunk.model";
        if (variant[0] == 'b')
            return load<EfficientVit>(kPath, config);
        if (variant[0] == 'm')
            return load<RepVit>(kPath, config);
        return load<TinyVit>(kPath, config);
    }

    FloatTensor stored(const char* name) const {
        return readNpy(m_folder.path() / name);
    }

    void expectAgreement(const Tensor& ours, double seconds) {
        const FloatTensor file = stored("output.npy");
        const Tensor theirs = ops::fromHost(m_run, file.values, file.shape);
        ASSERT_EQ(ours.shape(), theirs.shape());
        const Difference d = difference(ours, theirs);
        double largest = 0;
        for (const float value : file.values)
            largest = std::max(largest, std::abs(static_cast<double>(value)));
        std::printf("  %-5s cosine 1 - %.1e, relative L2 %.1e, largest difference %.1e of the largest value, "
                    "%.2f s\n",
                    GetParam(), 1 - d.cosine, d.relativeNorm, d.largest / largest, seconds);
        EXPECT_GT(d.cosine, 0.9999);
        EXPECT_LT(d.relativeNorm, 1e-4);
    }

    TempFolder m_folder;
    std::unique_ptr<Device> m_device = openDevice(DeviceChoice::Cpu, 0).value();
    Run m_run{*m_device};
};

template <class Work> double secondsOf(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

class LightTrunkOracle : public LightOracle {};
INSTANTIATE_TEST_SUITE_P(EfficientVit, LightTrunkOracle, ::testing::Values("b0", "b1", "b2"));
INSTANTIATE_TEST_SUITE_P(RepVit, LightTrunkOracle, ::testing::Values("m0.9", "m1.1", "m2.3"));
INSTANTIATE_TEST_SUITE_P(TinyVit, LightTrunkOracle, ::testing::Values("5m", "11m", "21m"));

TEST_P(LightTrunkOracle, agrees) {
    const FloatTensor pixels = stored("input.npy");
    const std::unique_ptr<ImageTrunk> encoder = trunk();
    ASSERT_FALSE(HasFailure());
    const Tensor input = ops::fromHost(m_run, pixels.values, pixels.shape);
    Tensor map;
    const double seconds = secondsOf([&] { map = (*encoder)(m_run, input).value(); });
    expectAgreement(map, seconds);
}

class LightTextOracle : public LightOracle {};
INSTANTIATE_TEST_SUITE_P(MobileClip, LightTextOracle,
                         ::testing::Values("S0-16", "S0-32", "S1-16", "S1-32", "L-16", "L-32"));

TEST_P(LightTextOracle, agrees) {
    std::vector<std::int32_t> ids;
    std::int64_t words = 0;
    for (const float id : stored("input.npy").values) {
        ids.push_back(static_cast<std::int32_t>(id));
        words += id != 0 ? 1 : 0;
    }
    Config config;
    config.contextLength = static_cast<int>(ids.size());
    const std::unique_ptr<MobileClip> encoder = load<MobileClip>("language_backbone", config);
    ASSERT_FALSE(HasFailure());
    Tensor rows;
    const double seconds = secondsOf([&] { rows = (*encoder)(m_run, ids).value(); });
    const FloatTensor all = stored("output.npy"); // of the padding, too
    const Tensor memory = ops::fromHost(m_run, all.values, all.shape).rows(0, words);
    ASSERT_EQ(rows.shape(), memory.shape());
    const Difference d = difference(rows, memory);
    std::printf("  %-5s cosine 1 - %.1e, relative L2 %.1e, largest difference %.1e, %.4f s\n", GetParam(),
                1 - d.cosine, d.relativeNorm, d.largest, seconds);
    EXPECT_GT(d.cosine, 0.9999);
    EXPECT_LT(d.relativeNorm, 1e-4);
}

} // namespace
} // namespace inference::test
