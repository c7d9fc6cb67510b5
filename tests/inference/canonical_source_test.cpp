// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/canonical_source.h"

#include "tests/support/inference/golden_files.h"
#include "tests/support/inference/layouts.h"
#include "tests/support/inference/nano_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace inference::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

using Source = std::shared_ptr<const CanonicalSource>;

class Canonical : public ::testing::Test {
protected:
    Source open(const WeightFile& file) {
        const auto path = m_folder.path() / ("file" + std::to_string(m_files++) + ".safetensors");
        file.write(path);
        const auto source = openCheckpoint(path);
        EXPECT_TRUE(source) << source.error().message;
        return source ? *source : nullptr;
    }
    std::string refusal(const WeightFile& file) {
        const auto path = m_folder.path() / "refused.safetensors";
        file.write(path);
        const auto source = openCheckpoint(path);
        return source ? "accepted" : source.error().message;
    }
    static WeightFile withPrefix(const WeightFile& file, const std::string& prefix) {
        WeightFile changed = file;
        changed.tensors.clear();
        for (const auto& [name, tensor] : file.tensors)
            changed.tensors[prefix + name] = tensor;
        return changed;
    }
    static WeightFile renamed(const WeightFile& file, const std::string& from, const std::string& to) {
        WeightFile changed = file;
        changed.tensors.clear();
        for (const auto& [name, tensor] : file.tensors)
            changed.tensors[name.compare(0, from.size(), from) == 0 ? to + name.substr(from.size()) : name] =
                tensor;
        return changed;
    }
    static WeightFile without(const WeightFile& file, const std::string& part) {
        WeightFile changed = file;
        for (auto it = changed.tensors.begin(); it != changed.tensors.end();)
            it = it->first.find(part) != std::string::npos ? changed.tensors.erase(it) : std::next(it);
        return changed;
    }

    TempFolder m_folder;
    int m_files = 0;
};

/// Same names, types, shapes, and every bit of every element.
void expectSameTensors(const CanonicalSource& actual, const CanonicalSource& expected) {
    EXPECT_EQ(actual.tensors().size(), expected.tensors().size());
    for (const auto& [name, tensor] : expected.tensors()) {
        const auto found = actual.tensors().find(name);
        ASSERT_NE(found, actual.tensors().end()) << name << " is missing";
        EXPECT_EQ(found->second.typeName, tensor.typeName) << name;
        EXPECT_EQ(found->second.shape, tensor.shape) << name;
        EXPECT_TRUE(materialise(found->second) == materialise(tensor)) << name << " differs";
    }
}

TEST_F(Canonical, anOfficialFileStaysWhereItLies) {
    WeightFile file = nanoModel();
    file.tensors["detector.backbone.vision_backbone.convs.3.conv_1x1.bias"] = {{1}, {0}};
    file.tensors["detector.backbone.language_backbone.encoder.text_projection"] = {{1}, {0}};
    const Source source = open(file);
    EXPECT_EQ(source->naming(), Naming::Official);
    EXPECT_EQ(source->tensors().size(), file.tensors.size() - 2) << "what no model needs is left out";
    for (const auto& entry : source->tensors())
        EXPECT_TRUE(entry.second.isContiguous()) << entry.first;
    EXPECT_EQ(source->tensors().at("detector.backbone.vision_backbone.trunk.pos_embed").shape,
              (Shape{1, 9, 16}))
        << "without the row of the class token";
    EXPECT_EQ(source->metadata().at("maskwright.name"), "Nano");
}

TEST_F(Canonical, everyLayoutHoldsTheSameTensors) {
    for (const DType type : {DType::F32, DType::F16, DType::BF16}) {
        WeightFile official = nanoModel();
        official.type = type;
        const Source expected = open(official);
        const Source face = open(inHuggingFaceLayout(official));
        EXPECT_EQ(face->naming(), Naming::HuggingFace);
        expectSameTensors(*face, *expected);
        expectSameTensors(*open(inBareHuggingFaceLayout(official)),
                          *open(without(without(official, "tracker."), "sam2_convs")));

        const WeightFile multiplex = asMultiplex(official);
        const Source mlx = open(inMlxLayout(multiplex));
        EXPECT_EQ(mlx->naming(), Naming::Mlx);
        expectSameTensors(*mlx, *open(multiplex));
    }
}

TEST_F(Canonical, theTinyModelToo) {
    if (goldenDir().empty() || !std::filesystem::exists(goldenDir() / "tiny-image" / "weights.safetensors"))
        GTEST_SKIP() << "GOLDEN_DIR names no folder of reference tensors";
    WeightFile official = WeightFile::read(goldenDir() / "tiny-image" / "weights.safetensors");
    official = without(official, "geometry_encoder.points_"); // not kept by Hugging Face's library
    for (const DType type : {DType::F32, DType::BF16}) {
        official.type = type;
        expectSameTensors(*open(inHuggingFaceLayout(official)), *open(official));
        const WeightFile multiplex = asMultiplex(official);
        expectSameTensors(*open(inMlxLayout(multiplex)), *open(multiplex));
    }
}

TEST_F(Canonical, wrappersAreTakenOff) {
    const WeightFile official = nanoModel();
    const Source expected = open(official);
    expectSameTensors(*open(withPrefix(official, "module.")), *expected);
    expectSameTensors(*open(withPrefix(official, "module._orig_mod.")), *expected);
    const WeightFile demo =
        renamed(renamed(official, "detector.", "sam3_model."), "tracker.", "sam2_predictor.model.");
    expectSameTensors(*open(demo), *expected);
    const WeightFile multiplex = asMultiplex(official);
    expectSameTensors(*open(renamed(multiplex, "tracker.model.", "sam2_predictor.model.")), *open(multiplex));
    const WeightFile detector = without(official, "tracker.");
    expectSameTensors(*open(renamed(detector, "detector.", "")), *open(detector));
}

TEST_F(Canonical, ofTwoTrunksTheLightOneCounts) {
    WeightFile file;
    const std::string trunk = "detector.backbone.vision_backbone.trunk.";
    file.tensors[trunk + "blocks.0.norm1.weight"] = {{1}, {1}};
    file.tensors[trunk + "model.student_trunk.head.0.weight"] = {{1}, {2}};
    const Source source = open(file);
    EXPECT_EQ(source->tensors().size(), 1U);
    EXPECT_EQ(source->tensors().count(trunk + "model.head.0.weight"), 1U);
}

TEST_F(Canonical, whatTheMlxConverterSwappedIsAChoice) {
    const WeightFile multiplex = asMultiplex(nanoModel());
    const auto path = m_folder.path() / "mlx.safetensors";
    inMlxLayout(multiplex, {false, false}).write(path);
    const auto file = openWeights(path).value();
    expectSameTensors(**CanonicalSource::create(file, {false, false}), *open(multiplex));
    const Source swapped = CanonicalSource::create(file).value();
    const std::string layer = "detector.transformer.decoder.layers.0.";
    const auto bytes = [](const Source& source, const std::string& name) {
        return materialise(source->tensors().at(name));
    };
    EXPECT_EQ(bytes(swapped, layer + "norm1.weight"), bytes(open(multiplex), layer + "norm2.weight"));
    EXPECT_EQ(bytes(swapped, "detector.geometry_encoder.norm.bias"),
              bytes(open(multiplex), "detector.geometry_encoder.img_pre_norm.bias"));
}

TEST_F(Canonical, contradictionsAreNamed) {
    const WeightFile good = inHuggingFaceLayout(nanoModel());
    const std::string copy = "tracker_model.shared_image_embedding.positional_embedding";
    const std::string key = "detector_model.detr_encoder.layers.0.self_attn.k_proj.weight";

    WeightFile file = good;
    file.tensors.at(copy).values[0] += 1;
    EXPECT_THAT(refusal(file), AllOf(HasSubstr(copy), HasSubstr("should be equal to")));
    file = good;
    file.tensors.erase(key);
    EXPECT_THAT(refusal(file), AllOf(HasSubstr("q_proj"), HasSubstr("not all three")));
    file = good;
    file.tensors.at(key) = {{16, 8}, std::vector<float>(128)};
    EXPECT_THAT(refusal(file), AllOf(HasSubstr(key), HasSubstr("another shape")));
    file = good;
    file.tensors["tracker_neck.fpn_layers.2.proj1.bias"] =
        file.tensors["tracker_model.tracker_neck.fpn_layers.2.proj1.bias"] = {{1}, {0}};
    EXPECT_THAT(refusal(file), HasSubstr("are the same tensor of the model"));
    file = good;
    file.tensors.at("tracker_model.prompt_encoder.point_embed.weight") = {{1000, 1},
                                                                          std::vector<float>(1000)};
    EXPECT_THAT(refusal(file), HasSubstr("[1000, 1] where a small table belongs"));
}

TEST_F(Canonical, aCopyServesWhereTheTensorIsMissing) {
    WeightFile file = inHuggingFaceLayout(nanoModel());
    file.tensors.erase("tracker_model.prompt_encoder.shared_embedding.positional_embedding");
    expectSameTensors(*open(file), *open(nanoModel()));
}

} // namespace
} // namespace inference::test
