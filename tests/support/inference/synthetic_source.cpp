// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/synthetic_source.h"

#include "tests/support/inference/golden_files.h"
#include "tests/support/inference/nano_model.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace inference::test {
namespace {

class SyntheticSource : public WeightSource {
public:
    explicit SyntheticSource(const nlohmann::json& manifest) {
        std::vector<std::jthread> workers;
        std::vector<nlohmann::json> entries;
        for (const nlohmann::json& entry : manifest["tensors"])
            if (entry["dtype"] == "F32")
                entries.push_back(entry);
        m_values.resize(entries.size());
        const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
        for (unsigned first = 0; first < threads; ++first)
            workers.emplace_back([this, &entries, first, threads] {
                for (std::size_t i = first; i < entries.size(); i += threads)
                    m_values[i] = generateTensor(entries[i]["name"].get<std::string>(),
                                                 entries[i]["shape"].get<Shape>())
                                      .values;
            });
        workers.clear();
        for (std::size_t i = 0; i < entries.size(); ++i)
            add(entries[i], m_values[i]);
    }
    const Tensors& tensors() const override { return m_tensors; }
    const Metadata& metadata() const override { return m_metadata; }

private:
    void add(const nlohmann::json& entry, const std::vector<float>& values) {
        StoredTensor stored;
        stored.typeName = "F32";
        stored.type = DType::F32;
        stored.shape = entry["shape"].get<Shape>();
        stored.bytes = std::as_bytes(std::span(values));
        m_tensors.emplace(entry["name"].get<std::string>(), std::move(stored));
    }

    std::vector<std::vector<float>> m_values;
    Tensors m_tensors;
    Metadata m_metadata;
};

} // namespace

std::shared_ptr<const WeightSource> makeSyntheticSource(const std::filesystem::path& manifest) {
    return std::make_shared<SyntheticSource>(readJson(manifest));
}

} // namespace inference::test
