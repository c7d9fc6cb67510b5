// SPDX-License-Identifier: Apache-2.0
#include "inference/session/memory_estimate.h"

#include "inference/api/engine.h"
#include "tests/support/inference/nano_model.h"

#include <gtest/gtest.h>

namespace inference::test {
namespace {

class MemoryEstimate : public ::testing::Test {
protected:
    std::uint64_t need(Precision precision) {
        const auto path = m_folder.path() / "model.safetensors";
        m_model.write(path);
        const ModelInfo info = Engine::inspect(path).value();
        for (const MemoryNeed& need : info.memory)
            if (need.precision == precision)
                return need.bytes;
        return 0;
    }
    static NanoSizes wide() {
        NanoSizes sizes;
        sizes.vitDim = 256;
        sizes.vitHidden = 1024;
        return sizes;
    }

    TempFolder m_folder;
    WeightFile m_model = nanoModel(wide());
};

TEST_F(MemoryEstimate, fewerBitsNeedLess) {
    EXPECT_LT(need(Precision::F16), need(Precision::F32));
    EXPECT_EQ(need(Precision::F16), need(Precision::BF16));
    EXPECT_LT(need(Precision::Q8), need(Precision::F16));
}

TEST_F(MemoryEstimate, aMatrixCountsByItsBits) {
    const std::uint64_t f32 = need(Precision::F32);
    const std::uint64_t f16 = need(Precision::F16);
    const std::uint64_t q8 = need(Precision::Q8);
    const std::string layer = "detector.backbone.vision_backbone.trunk.blocks.0.mlp.fc1.weight";
    m_model.tensors["detector.extra.weight"] = m_model.tensors.at(layer); // 1024 x 256
    EXPECT_EQ(need(Precision::F32) - f32, 1024U * 256 * 4);
    EXPECT_EQ(need(Precision::F16) - f16, 1024U * 256 * 2);
    EXPECT_EQ(need(Precision::Q8) - q8, 1024U * 256 + 1024U * 4 * 4);
}

TEST_F(MemoryEstimate, whatSingleImagesDoNotUseIsNotCounted) {
    const std::uint64_t before = need(Precision::F32);
    m_model.tensors["tracker.maskmem_backbone.x.weight"] = {{64, 64}, std::vector<float>(64 * 64)};
    EXPECT_EQ(need(Precision::F32), before);
}

TEST_F(MemoryEstimate, theMachineSaysHowMuchItHas) {
    EXPECT_GT(machineMemory(), std::uint64_t{64} << 20);
}

} // namespace
} // namespace inference::test
