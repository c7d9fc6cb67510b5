// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/safetensors_file.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace inference {
namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeader = 100'000'000;
constexpr std::size_t kMaxTensors = 65'536;
constexpr std::size_t kMaxName = 1024;
constexpr std::size_t kMaxRank = 8;
constexpr std::uint64_t kMaxNumber = std::uint64_t{1} << 53;

struct HeaderEntry {
    std::string name;
    std::string type;
    std::vector<std::uint64_t> shape;
    std::vector<std::uint64_t> offsets;
    int fields = 0; ///< one bit for each field seen
};

enum Field : int { FieldType = 1, FieldShape = 2, FieldOffsets = 4, FieldAll = 7 };

/// Takes the header's JSON event by event, so that a hostile header never becomes a tree in memory.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
public:
    std::vector<HeaderEntry> entries;
    WeightSource::Metadata metadata;
    std::string problem; ///< a half sentence

    bool start_object(std::size_t /*elements*/) override {
        ++m_depth;
        if (m_depth == 1)
            return true;
        if (m_depth == 2 && m_state == State::Name) {
            m_state = m_key == "__metadata__" ? State::Metadata : State::Tensor;
            return true;
        }
        return refuse("has an object where none belongs");
    }

    bool end_object() override {
        --m_depth;
        if (m_depth == 1 && m_state == State::Tensor && entries.back().fields != FieldAll)
            return refuse("describes the tensor " + quoted() + " without type, shape or offsets");
        m_state = State::Name;
        return true;
    }

    bool key(string_t& text) override {
        if (m_depth == 1)
            return topKey(text);
        if (m_state == State::Metadata) {
            m_key = text;
            return metadata.count(text) == 0 || refuse("says the metadata " + quoted() + " twice");
        }
        return fieldKey(text);
    }

    bool string(string_t& text) override {
        if (m_state == State::Metadata && m_depth == 2) {
            metadata.emplace(m_key, std::move(text));
            return true;
        }
        if (m_state == State::Tensor && m_depth == 2 && m_field == FieldType) {
            entries.back().type = std::move(text);
            return true;
        }
        return refuse("has a text where none belongs");
    }

    bool start_array(std::size_t /*elements*/) override {
        if (m_state != State::Tensor || m_depth != 2 || m_inArray || m_field == FieldType)
            return refuse("has a list where none belongs");
        m_inArray = true;
        return true;
    }

    bool end_array() override {
        m_inArray = false;
        m_field = 0;
        return true;
    }

    bool number_unsigned(number_unsigned_t value) override {
        if (!m_inArray || value > kMaxNumber)
            return refuse("has a number that is out of place or too large");
        auto& list = m_field == FieldShape ? entries.back().shape : entries.back().offsets;
        if (list.size() == (m_field == FieldShape ? kMaxRank : 2))
            return refuse("gives " + quoted() + " too many numbers");
        list.push_back(value);
        return true;
    }

    bool null() override { return refuse("has a null where a value belongs"); }
    bool boolean(bool /*value*/) override { return refuse("has a truth value where none belongs"); }
    bool number_integer(number_integer_t /*value*/) override { return refuse("has a negative number"); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
        return refuse("has a number that is not a whole number");
    }
    bool binary(binary_t& /*value*/) override { return refuse("has binary data"); }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return refuse("is not valid JSON near byte " + std::to_string(position));
    }

private:
    enum class State { Name, Tensor, Metadata };

    bool topKey(const std::string& text) {
        m_key = text;
        m_state = State::Name;
        const auto isControl = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
        if (text.empty() || text.size() > kMaxName || std::any_of(text.begin(), text.end(), isControl))
            return refuse("has a tensor name that is empty, too long or not printable");
        if (!m_names.insert(text).second)
            return refuse("names " + quoted() + " twice");
        if (text == "__metadata__")
            return true;
        if (entries.size() == kMaxTensors)
            return refuse("lists more tensors than any model has");
        entries.push_back({text, {}, {}, {}, 0});
        return true;
    }

    bool fieldKey(const std::string& text) {
        m_field = text == "dtype"          ? FieldType
                  : text == "shape"        ? FieldShape
                  : text == "data_offsets" ? FieldOffsets
                                           : 0;
        if (m_field == 0)
            return refuse("gives " + quoted() + " an unknown field");
        if ((entries.back().fields & m_field) != 0)
            return refuse("gives " + quoted() + " a field twice");
        entries.back().fields |= m_field;
        return true;
    }

    bool refuse(std::string text) {
        if (problem.empty())
            problem = std::move(text);
        return false;
    }

    std::string quoted() const { return "\"" + m_key.substr(0, 80) + "\""; }

    std::set<std::string> m_names;
    std::string m_key;
    State m_state = State::Name;
    int m_depth = 0;
    int m_field = 0;
    bool m_inArray = false;
};

tl::unexpected<Error> corrupt(const std::string& what) {
    return fail(ErrorCode::CorruptFile, "The safetensors file is damaged: " + what + "; fetch it again.");
}

std::uint64_t headerLength(std::span<const std::byte> file) {
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::to_integer<std::uint64_t>(file[i]) << (8 * i);
    return length;
}

/// Elements times element size, or nothing if the product doesn't fit.
std::optional<std::uint64_t> byteCount(const std::vector<std::uint64_t>& shape, std::size_t elementSize) {
    std::uint64_t total = elementSize;
    bool empty = false;
    for (const std::uint64_t dim : shape) {
        empty = empty || dim == 0;
        if (dim > 0 && total > std::numeric_limits<std::uint64_t>::max() / 4 / dim)
            return std::nullopt;
        total *= std::max<std::uint64_t>(dim, 1);
    }
    return empty ? 0 : total;
}

Status checkEntry(const HeaderEntry& entry) {
    const std::string name = "the tensor \"" + entry.name.substr(0, 80) + "\"";
    const StoredType* type = findStoredType(entry.type);
    if (type == nullptr)
        return corrupt(name + " has the unknown type \"" + entry.type.substr(0, 20) + "\"");
    if (entry.offsets.size() != 2 || entry.offsets[0] > entry.offsets[1])
        return corrupt(name + " has no valid range of bytes");
    const auto bytes = byteCount(entry.shape, type->size);
    if (!bytes || *bytes != entry.offsets[1] - entry.offsets[0])
        return corrupt(name + " doesn't have as many bytes as its shape needs");
    return {};
}

} // namespace

bool looksLikeSafetensors(std::span<const std::byte> file) {
    if (file.size() < kLengthBytes + 2)
        return false;
    const std::uint64_t length = headerLength(file);
    return length >= 2 && length <= kMaxHeader && length <= file.size() - kLengthBytes &&
           file[kLengthBytes] == std::byte{'{'};
}

Result<WeightIndex> readSafetensors(std::span<const std::byte> file) {
    if (!looksLikeSafetensors(file))
        return corrupt("its header doesn't fit into it");
    const auto length = static_cast<std::size_t>(headerLength(file));
    const auto* text = reinterpret_cast<const char*>(file.data() + kLengthBytes);
    HeaderReader reader;
    if (!nlohmann::json::sax_parse(text, text + length, &reader, nlohmann::json::input_format_t::json, true))
        return corrupt("its header " +
                       (reader.problem.empty() ? std::string("is not valid JSON") : reader.problem));

    auto& entries = reader.entries;
    for (const HeaderEntry& entry : entries)
        RETURN_IF_ERROR(checkEntry(entry));
    std::sort(entries.begin(), entries.end(),
              [](const HeaderEntry& a, const HeaderEntry& b) { return a.offsets < b.offsets; });
    const std::span<const std::byte> data = file.subspan(kLengthBytes + length);
    std::uint64_t end = 0;
    WeightIndex index;
    for (HeaderEntry& entry : entries) {
        if (entry.offsets[0] != end)
            return corrupt("\"" + entry.name.substr(0, 80) +
                           "\" overlaps another tensor or leaves a hole before it");
        end = entry.offsets[1];
        if (end > data.size())
            return corrupt("it ends before \"" + entry.name.substr(0, 80) + "\" does");
        StoredTensor stored{entry.type, findStoredType(entry.type)->type,
                            Shape(entry.shape.begin(), entry.shape.end()),
                            data.subspan(entry.offsets[0], entry.offsets[1] - entry.offsets[0])};
        index.tensors.emplace(std::move(entry.name), std::move(stored));
    }
    if (end != data.size())
        return corrupt("bytes follow the last tensor");
    index.metadata = std::move(reader.metadata);
    return index;
}

} // namespace inference
