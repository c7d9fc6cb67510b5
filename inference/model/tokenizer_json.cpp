// SPDX-License-Identifier: Apache-2.0
#include "inference/model/tokenizer_json.h"

#include "inference/model/tokenizer.h"

#include <array>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

namespace inference {
namespace {

using Pair = std::array<std::string, 2>;
using Ids = std::unordered_map<std::string, std::int32_t>;

constexpr std::size_t kMaxEntries = std::size_t{1} << 20;
constexpr std::size_t kMaxSymbol = 512;
constexpr std::size_t kMaxDepth = 16;
constexpr std::int32_t kFirstMerge = 512;

tl::unexpected<Error> corrupt(const std::string& what) {
    return fail(ErrorCode::CorruptFile,
                "The tokenizer file " + what + "; use the one that belongs to the model.");
}

/// Takes the JSON event by event and keeps two lists of it, so that a hostile file never becomes a tree.
class Reader : public nlohmann::json_sax<nlohmann::json> {
public:
    /// Where the object of ids and the list of merges stand, such as "/model/vocab".
    Reader(std::string_view idsAt, std::string_view mergesAt) : m_idsAt(idsAt), m_mergesAt(mergesAt) {}
    Ids ids;
    std::vector<Pair> merges;
    std::string problem;

    bool start_object(std::size_t /*elements*/) override { return enter(); }
    bool start_array(std::size_t /*elements*/) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override {
        if (m_path == m_mergesAt + "/" && !takePair())
            return false;
        return leave();
    }
    bool key(string_t& text) override {
        m_key = text;
        return text.size() <= kMaxSymbol || refuse("has a symbol that is too long");
    }
    bool string(string_t& text) override {
        const bool isHalf = m_path == m_mergesAt + "/";
        if (!isHalf && m_path != m_mergesAt)
            return true;
        if (text.size() > kMaxSymbol || m_halves.size() == 2)
            return refuse("has a merge that is no pair of symbols");
        if (isHalf) {
            m_halves.push_back(text);
            return true;
        }
        const std::size_t space = std::min(text.find(' '), text.size());
        m_halves = {text.substr(0, space), text.substr(std::min(space + 1, text.size()))};
        return takePair();
    }
    bool number_unsigned(number_unsigned_t value) override {
        if (m_path != m_idsAt)
            return true;
        if (value > std::numeric_limits<std::int32_t>::max() || ids.size() == kMaxEntries)
            return refuse("has more symbols than any vocabulary");
        return ids.emplace(m_key, static_cast<std::int32_t>(value)).second ||
               refuse("lists the symbol \"" + m_key.substr(0, 40) + "\" twice");
    }
    bool null() override { return isOther(); }
    bool boolean(bool /*value*/) override { return isOther(); }
    bool number_integer(number_integer_t /*value*/) override { return isOther(); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return isOther(); }
    bool binary(binary_t& /*value*/) override { return isOther(); }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return refuse("is not valid JSON near byte " + std::to_string(position));
    }

private:
    bool enter() {
        if (m_ends.size() == kMaxDepth)
            return refuse("is nested too deeply");
        if (!m_ends.empty() && m_path == m_idsAt)
            return refuse("gives a symbol something else than a number");
        m_ends.push_back(m_path.size());
        if (m_ends.size() > 1)
            m_path += "/" + m_key;
        m_key.clear();
        return true;
    }
    bool leave() {
        m_path.resize(m_ends.back());
        m_ends.pop_back();
        m_key.clear();
        return true;
    }
    bool isOther() { return m_path != m_idsAt || refuse("gives a symbol something else than a number"); }
    bool takePair() {
        const auto isSymbol = [](const std::string& text) {
            return !text.empty() && text.find_first_of(" \r\n") == std::string::npos;
        };
        if (m_halves.size() != 2 || !isSymbol(m_halves[0]) || !isSymbol(m_halves[1]))
            return refuse("has a merge that is no pair of symbols");
        if (merges.size() == kMaxEntries)
            return refuse("has more merges than any vocabulary");
        merges.push_back({std::move(m_halves[0]), std::move(m_halves[1])});
        m_halves.clear();
        return true;
    }
    bool refuse(std::string text) {
        if (problem.empty())
            problem = std::move(text);
        return false;
    }

    std::string m_idsAt;
    std::string m_mergesAt;
    std::string m_path;              ///< of the container that is being read
    std::vector<std::size_t> m_ends; ///< lengths of the paths around it
    std::string m_key;
    std::vector<std::string> m_halves;
};

Status read(std::string_view text, Reader& reader) {
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &reader))
        return corrupt(reader.problem.empty() ? "is not valid JSON" : reader.problem);
    return {};
}

/// The ids that the model's order gives must be the file's.
Status checkIds(const Ids& ids, const std::vector<Pair>& merges) {
    Ids expected = byteSymbols();
    for (std::size_t rank = 0; rank < merges.size(); ++rank)
        expected[merges[rank][0] + merges[rank][1]] = kFirstMerge + static_cast<std::int32_t>(rank);
    for (const auto& [symbol, id] : expected) {
        const auto found = ids.find(symbol);
        if (found == ids.end() || found->second != id)
            return corrupt("numbers its symbols otherwise than the model does (\"" + symbol.substr(0, 40) +
                           "\" should be " + std::to_string(id) + ")");
    }
    return {};
}

std::vector<Pair> readMerges(std::string_view text) {
    std::vector<Pair> merges;
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    while (!text.empty() && merges.size() < kMaxEntries) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (const std::size_t space = line.find(' '); space != std::string_view::npos)
            merges.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
    }
    return merges;
}

} // namespace

Result<std::string> mergesFromTokenizerJson(std::string_view text) {
    Reader reader("/model/vocab", "/model/merges");
    RETURN_IF_ERROR(read(text, reader));
    if (reader.merges.empty() || reader.ids.empty())
        return corrupt("holds no byte-pair vocabulary");
    RETURN_IF_ERROR(checkIds(reader.ids, reader.merges));
    std::string merges = "#version: 0.2\n";
    for (const Pair& merge : reader.merges)
        merges += merge[0] + " " + merge[1] + "\n";
    return merges;
}

Status checkVocabularyJson(std::string_view vocabulary, std::string_view merges) {
    if (merges.empty())
        return corrupt("merges.txt is empty");
    Reader reader("", "/none");
    RETURN_IF_ERROR(read(vocabulary, reader));
    return checkIds(reader.ids, readMerges(merges));
}

} // namespace inference
