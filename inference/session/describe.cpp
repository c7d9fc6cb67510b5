// SPDX-License-Identifier: Apache-2.0
#include "inference/session/describe.h"

#include "inference/base/content_hash.h"
#include "inference/session/memory_estimate.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>

namespace inference {
namespace {

constexpr const char* kVocabularyKey = "maskwright.vocabulary";

/// Tells models apart by the start of each tensor, as much as the system reads at least: reading more would
/// read most of the file before it is needed.
std::string hashOf(const WeightSource& source) {
    const auto sampleOf = [](std::span<const std::byte> bytes) {
        constexpr std::size_t kMost = 4096;
        return bytes.size() > kMost ? bytes.first(kMost) : bytes;
    };
    for (const auto& entry : source.tensors())
        for (const std::span<const std::byte> bytes : storedSpans(entry.second))
            source.expect(sampleOf(bytes));
    ContentHash hash;
    for (const auto& [name, tensor] : source.tensors()) {
        hash.add(name);
        hash.add(tensor.typeName);
        hash.add(toString(tensor.shape));
        for (const std::span<const std::byte> bytes : storedSpans(tensor))
            hash.add(sampleOf(bytes));
    }
    for (const auto& [key, value] : source.metadata()) {
        hash.add(key);
        hash.add(value);
    }
    return hash.hex();
}

/// The type that most of the weights have.
std::string precisionOf(const WeightSource& source) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& entry : source.tensors())
        counts[entry.second.typeName] += elementCount(entry.second.shape);
    if (counts["I8"] > 0) // the encoders; the rest of such a file is f16
        return "q8";
    const std::map<std::string, std::string> names{{"F32", "f32"}, {"F16", "f16"}, {"BF16", "bf16"}};
    std::string most = "unknown";
    std::int64_t largest = 0;
    for (const auto& [type, name] : names)
        if (counts[type] > largest) {
            largest = counts[type];
            most = name;
        }
    return most;
}

/// Weights, not the scales of 8-bit ones.
std::size_t parameterCount(const WeightSource& source) {
    std::size_t total = 0;
    for (const auto& [name, tensor] : source.tensors()) {
        const bool isFloat = tensor.typeName[0] == 'F' || tensor.type == DType::BF16;
        if (tensor.type == DType::I8 || (isFloat && !name.ends_with(".scale")))
            total += static_cast<std::size_t>(elementCount(tensor.shape));
    }
    return total;
}

/// The names of the encoders of images and phrases.
std::string encodersOf(const Architecture& parts) {
    return parts.hasText() ? trunkName(parts) + ", " + textName(parts) : trunkName(parts);
}

std::vector<std::string> missingOf(const Architecture& parts, bool hasVocabulary) {
    std::vector<std::string> missing;
    if (!parts.hasText())
        missing.emplace_back("phrases and example boxes: it has no text encoder");
    else if (!hasVocabulary)
        missing.emplace_back("phrases and example boxes: the vocabulary is not beside the file; put "
                             "bpe_simple_vocab_16e6.txt.gz or tokenizer.json there");
    if (!parts.hasGeometry && parts.hasText())
        missing.emplace_back("example boxes: it has no geometry encoder");
    if (!parts.hasClicks)
        missing.emplace_back("clicks: it has no prompt encoder and mask decoder for single objects");
    if (!parts.hasTracker)
        missing.emplace_back("following objects through a clip: it has no memory encoder");
    return missing;
}

} // namespace

float metadataNumber(const WeightSource& source, const char* key, float fallback, float low, float high) {
    const auto found = source.metadata().find(key);
    if (found == source.metadata().end())
        return fallback;
    float value = 0;
    const std::string& text = found->second;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc() && value >= low && value <= high ? value : fallback;
}

Result<ModelInfo> describeModel(const CanonicalSource& source, const Config& config,
                                const std::filesystem::path& path, bool hasVocabulary) {
    const Architecture& parts = config.architecture;
    ModelInfo info;
    const auto name = source.metadata().find("maskwright.name");
    info.name = name != source.metadata().end() ? name->second : path.stem().string();
    info.family = familyName(parts);
    info.encoders = encodersOf(parts);
    ASSIGN_OR_RETURN(info.container, containerName(path));
    info.naming = namingName(source.naming());
    for (const auto& entry : source.tensors())
        info.bytes += storedSize(entry.second);
    info.missing = missingOf(parts, hasVocabulary);
    info.hash = hashOf(source);
    info.precision = precisionOf(source);
    info.imageSize = config.imageSize;
    info.maskSize = config.maskSize();
    info.parameters = parameterCount(source);
    info.hasText = parts.hasText() && hasVocabulary;
    info.hasExemplars = info.hasText && parts.hasGeometry;
    info.hasClicks = parts.hasClicks;
    info.hasTracker = parts.hasTracker;
    info.threshold = metadataNumber(source, "maskwright.threshold", 0.5F, 0.0F, 1.0F);
    info.memory = memoryNeeds(source, config);
    info.machineBytes = machineMemory();
    info.metadata = source.metadata();
    info.metadata.erase(kVocabularyKey);
    return info;
}

} // namespace inference
