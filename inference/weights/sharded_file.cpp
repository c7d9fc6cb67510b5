// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/sharded_file.h"

#include "inference/weights/mapped_weights.h"
#include "inference/weights/safetensors_file.h"
#include "inference/weights/untrusted_bytes.h"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

namespace inference {
namespace {

constexpr std::size_t kMaxTensors = 65'536;
constexpr std::size_t kMaxShards = 1'000;
constexpr std::size_t kMaxFileName = 255;
constexpr int kMaxDepth = 8;

bool isShardName(std::string_view name) {
    constexpr std::string_view kEnding = ".safetensors";
    const auto isUnsafe = [](unsigned char c) {
        return c < 0x20 || c == 0x7F || c == '/' || c == '\\' || c == ':';
    };
    return name.size() > kEnding.size() && name.size() <= kMaxFileName && name.front() != '.' &&
           name.substr(name.size() - kEnding.size()) == kEnding &&
           name.find("..") == std::string_view::npos && std::none_of(name.begin(), name.end(), isUnsafe);
}

/// Takes the index event by event, so that a hostile one never becomes a tree in memory. Everything but the
/// weight map is passed over.
class IndexReader : public nlohmann::json_sax<nlohmann::json> {
public:
    ShardMap shards;
    bool hasMap = false;
    std::string problem; ///< a half sentence

    bool start_object(std::size_t /*elements*/) override {
        if (m_depth == 1 && m_key == "weight_map") {
            if (hasMap)
                return refuse("has two weight maps");
            hasMap = true;
            m_isInMap = true;
        }
        return enter();
    }
    bool end_object() override {
        if (--m_depth == 1)
            m_isInMap = false;
        return true;
    }
    bool start_array(std::size_t /*elements*/) override { return enter(); }
    bool end_array() override { return end_object(); }
    bool key(string_t& text) override {
        m_key = std::move(text);
        if (m_isInMap && !isTensorName(m_key))
            return refuse("has a tensor name that is empty, too long or not printable");
        return true;
    }
    bool string(string_t& text) override {
        if (!m_isInMap)
            return true;
        if (!isShardName(text))
            return refuse("puts the tensor " + inQuotes(m_key) + " into a file with the unsafe name " +
                          inQuotes(text));
        if (shards.size() == kMaxTensors)
            return refuse("lists more tensors than any model has");
        return shards.emplace(m_key, std::move(text)).second || refuse("names " + inQuotes(m_key) + " twice");
    }
    bool null() override { return scalar(); }
    bool boolean(bool /*value*/) override { return scalar(); }
    bool number_integer(number_integer_t /*value*/) override { return scalar(); }
    bool number_unsigned(number_unsigned_t /*value*/) override { return scalar(); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return scalar(); }
    bool binary(binary_t& /*value*/) override { return scalar(); }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return refuse("is not valid JSON near byte " + std::to_string(position));
    }

private:
    bool enter() {
        if (m_isInMap && m_depth > 1)
            return refuse("gives " + inQuotes(m_key) + " something else than a file");
        return ++m_depth <= kMaxDepth || refuse("is nested too deeply");
    }
    bool scalar() { return !m_isInMap || refuse("gives " + inQuotes(m_key) + " something else than a file"); }
    bool refuse(std::string text) {
        if (problem.empty())
            problem = std::move(text);
        return false;
    }

    std::string m_key;
    int m_depth = 0;
    bool m_isInMap = false;
};

tl::unexpected<Error> corrupt(const std::string& what) {
    return fail(ErrorCode::CorruptFile,
                "The model's list of parts is damaged: " + what + "; fetch it again.");
}

/// One part: its file, and of its tensors those that the map puts there.
Result<std::unique_ptr<MappedFile>> openShard(const std::filesystem::path& path, const ShardMap& map,
                                              WeightIndex& whole) {
    const std::string name = path.filename().string();
    auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error().code,
                    "The part " + name +
                        " of the model is missing or can't be read; put it beside the list of parts.");
    auto index = readSafetensors((*file)->bytes());
    if (!index)
        return fail(index.error().code,
                    "The part " + name + " of the model can't be used: " + index.error().message);
    for (auto& [tensor, stored] : index->tensors)
        if (const auto found = map.find(tensor); found != map.end() && found->second == name)
            whole.tensors.emplace(tensor, std::move(stored));
    whole.metadata.merge(index->metadata);
    return std::move(*file);
}

} // namespace

Result<ShardMap> readShardIndex(std::span<const std::byte> file) {
    const std::string_view text = asText(file);
    IndexReader reader;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &reader))
        return corrupt("it " + (reader.problem.empty() ? std::string("is not valid JSON") : reader.problem));
    if (!reader.hasMap)
        return fail(
            ErrorCode::Unsupported,
            "The file is JSON, but not a model's list of parts; choose the model's .safetensors file.");
    return std::move(reader.shards);
}

Result<std::shared_ptr<const WeightSource>> openShards(const std::filesystem::path& folder,
                                                       const ShardMap& map) {
    std::set<std::string> names;
    for (const auto& entry : map)
        names.insert(entry.second);
    if (names.empty() || names.size() > kMaxShards)
        return corrupt("it names " + std::to_string(names.size()) + " files");
    WeightIndex whole;
    std::vector<std::unique_ptr<MappedFile>> files;
    for (const std::string& name : names) {
        ASSIGN_OR_RETURN(std::unique_ptr<MappedFile> file, openShard(folder / name, map, whole));
        files.push_back(std::move(file));
    }
    for (const auto& [tensor, shard] : map)
        if (whole.tensors.count(tensor) == 0)
            return corrupt("the tensor " + inQuotes(tensor) + " is not in the part " + shard);
    return std::make_shared<const MappedWeights>(std::move(files), std::move(whole));
}

} // namespace inference
