// SPDX-License-Identifier: Apache-2.0
// The same weights in every container and under every naming, opened as a folder with the sizes and the
// vocabulary beside them, give the same answers to the last bit.
#include "inference/api/engine.h"

#include "tests/support/inference/layouts.h"
#include "tests/support/inference/nano_model.h"
#include "tests/support/inference/zip_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace inference::test {
namespace {

std::string text(const std::string& value) {
    return "X" + number(value.size(), 4) + value;
}

std::string integers(const Shape& values) {
    std::string code = "(";
    for (const std::int64_t value : values)
        code += "J" + number(static_cast<std::uint64_t>(value), 4);
    return code + "t";
}

/// The values as a matrix's transpose would hold them in memory.
std::vector<float> transposed(const FloatTensor& tensor) {
    const auto rows = static_cast<std::size_t>(tensor.shape[0]);
    const auto columns = static_cast<std::size_t>(tensor.shape[1]);
    std::vector<float> values(tensor.values.size());
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            values[c * rows + r] = tensor.values[r * columns + c];
    return values;
}

Shape rowMajorStrides(const Shape& shape) {
    Shape strides(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        strides[i - 1] = strides[i] * shape[i];
    return strides;
}

/// The file as PyTorch would save it; with `asViews`, every matrix is the transpose of what is stored.
std::string torchBytes(const WeightFile& file, bool asViews) {
    ZipFile archive;
    std::string pickle = "\x80\x02}(";
    for (const auto& [name, tensor] : file.tensors) {
        const std::string key = std::to_string(archive.entries.size());
        const bool isView = asViews && tensor.shape.size() == 2;
        const std::vector<float> values = isView ? transposed(tensor) : tensor.values;
        const Shape strides = isView ? Shape{1, tensor.shape[0]} : rowMajorStrides(tensor.shape);
        archive.entries.push_back({.name = "m/data/" + key,
                                   .data = std::string(reinterpret_cast<const char*>(values.data()),
                                                       values.size() * sizeof(float))});
        pickle += text(name) + "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") +
                  "ctorch\nFloatStorage\n" + text(key) + text("cpu") + "J" + number(values.size(), 4) + "tQ" +
                  "J" + number(0, 4) + integers(tensor.shape) + integers(strides) + "\x89}tR";
    }
    archive.entries.push_back({.name = "m/data.pkl", .data = pickle + "u."});
    archive.entries.push_back({.name = "m/version", .data = "3\n"});
    return archive.bytes();
}

class ContainerLayouts : public ::testing::Test {
protected:
    /// A folder with what the model needs beside its weights.
    std::filesystem::path folder(const std::string& name) const {
        const auto path = m_folder.path() / name;
        std::filesystem::create_directories(path);
        std::ofstream(path / "config.json")
            << "{\"model\":" << m_model.metadata.at("maskwright.config") << "}";
        std::ofstream(path / "vocabulary.txt") << m_model.metadata.at("maskwright.vocabulary");
        return path;
    }
    static std::vector<float> answer(const std::filesystem::path& model) {
        const auto engine = Engine::open(model, {DeviceChoice::Cpu, 1, 0});
        EXPECT_TRUE(engine) << engine.error().message;
        if (!engine)
            return {};
        std::vector<std::uint8_t> pixels(std::size_t{30} * 20 * 3);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<std::uint8_t>(i * i % 251);
        const auto session = (*engine)->openImage({pixels.data(), 30, 20, 90, 3}).value();
        const auto found = session->segmentConcept({"cat", {{{3, 3, 15, 9}, true}}}, ConceptOptions{0.0F});
        EXPECT_TRUE(found) << found.error().message;
        std::vector<float> all;
        for (const Instance& instance : found ? found->instances : std::vector<Instance>()) {
            all.push_back(instance.score);
            all.insert(all.end(), instance.mask.values->begin(), instance.mask.values->end());
        }
        InstancePrompt click;
        click.points = {{8, 6, true}};
        const auto masks = session->segmentInstance(click);
        EXPECT_TRUE(masks) << masks.error().message;
        for (const MaskCandidate& mask : masks ? *masks : std::vector<MaskCandidate>()) {
            all.push_back(mask.iou);
            all.insert(all.end(), mask.mask.values->begin(), mask.mask.values->end());
        }
        return all;
    }
    std::vector<float> asOneFile(const WeightFile& file, const std::string& name) const {
        const auto path = folder(name);
        file.write(path / "model.safetensors");
        return answer(path);
    }
    std::vector<float> asTorchFile(const WeightFile& file, const std::string& name, bool asViews) const {
        const auto path = folder(name);
        std::ofstream(path / "sam3.pt", std::ios::binary) << torchBytes(file, asViews);
        return answer(path);
    }
    /// Of what the file holds in turns one part gets one tensor, so that blocks of one matrix lie in two
    /// files.
    std::vector<float> asParts(const WeightFile& file, const std::string& name) const {
        const auto path = folder(name);
        WeightFile parts[2];
        std::string map;
        std::size_t count = 0;
        for (const auto& [tensor, values] : file.tensors) {
            const std::size_t part = count++ % 2;
            parts[part].tensors[tensor] = values;
            map += (map.empty() ? "\"" : ",\"") + tensor + "\":\"part-" + std::to_string(part) +
                   ".safetensors\"";
        }
        for (int i = 0; i < 2; ++i)
            parts[i].write(path / ("part-" + std::to_string(i) + ".safetensors"));
        std::ofstream(path / "model.safetensors.index.json") << "{\"weight_map\":{" << map << "}}";
        return answer(path);
    }

    TempFolder m_folder;
    WeightFile m_model = nanoModel();
};

TEST_F(ContainerLayouts, officialNames) {
    const std::vector<float> expected = asOneFile(m_model, "whole");
    ASSERT_GT(expected.size(), std::size_t{9 * 16 * 16});
    EXPECT_EQ(asParts(m_model, "parts"), expected);
    EXPECT_EQ(asTorchFile(m_model, "torch", false), expected);
    EXPECT_EQ(asTorchFile(m_model, "views", true), expected);
}

TEST_F(ContainerLayouts, namesOfHuggingFace) {
    const std::vector<float> expected = asOneFile(m_model, "whole");
    const WeightFile renamed = inHuggingFaceLayout(m_model);
    EXPECT_EQ(asOneFile(renamed, "one"), expected);
    EXPECT_EQ(asParts(renamed, "parts"), expected);
}

TEST_F(ContainerLayouts, sam31AndItsMlxLayout) {
    const WeightFile multiplex = asMultiplex(m_model);
    const std::vector<float> expected = asOneFile(multiplex, "whole");
    EXPECT_EQ(asTorchFile(multiplex, "torch", false), expected);
    const WeightFile mlx = inMlxLayout(multiplex);
    EXPECT_EQ(asOneFile(mlx, "mlx"), expected);
    EXPECT_EQ(asParts(mlx, "mlx-parts"), expected);
}

} // namespace
} // namespace inference::test
