// SPDX-License-Identifier: Apache-2.0
#include "core/formats/json_lists.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QFileInfo>

#include <iterator>
#include <vector>

namespace core {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxDepth = 32;
constexpr qint64 kMaxValues = 4'000'000;
constexpr qint64 kMaxTokenBytes = 32 << 20;
constexpr std::size_t kMostNames = 100;

/// A file read block by block. Ends early when the parser has read far without finding a value: a hostile
/// text or gigabytes of blanks.
class Blocks {
public:
    explicit Blocks(QFile& file) : m_file(file) {}
    bool atEnd() {
        if (m_at < m_block.size())
            return false;
        if (m_sinceValue > kMaxTokenBytes)
            return true;
        m_block = m_file.read(1 << 18);
        m_sinceValue += m_block.size();
        m_at = 0;
        return m_block.isEmpty();
    }
    char current() const { return m_block[m_at]; }
    void advance() { ++m_at; }
    void valueFound() { m_sinceValue = 0; }
    bool gaveUp() const { return m_sinceValue > kMaxTokenBytes; }

private:
    QFile& m_file;
    QByteArray m_block;
    qsizetype m_at = 0;
    qint64 m_sinceValue = 0;
};

/// What the parser wants to see: an input iterator; without blocks it is the end.
struct ByteIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    Blocks* blocks = nullptr;
    char operator*() const { return blocks->current(); }
    ByteIterator& operator++() {
        blocks->advance();
        return *this;
    }
    bool operator==(const ByteIterator& other) const { return isEnd() == other.isEnd(); }
    bool operator!=(const ByteIterator& other) const { return !(*this == other); }
    bool isEnd() const { return !blocks || blocks->atEnd(); }
};

/// Receives the parser's events. Depth 1 is the object, depth 2 a list in it, depth 3 and more an entry's
/// inside.
// NOLINTBEGIN(readability-identifier-naming): the parser calls these names
class Events : public nlohmann::json_sax<json> {
public:
    using Use = std::function<Status(const std::string&, const json&)>;
    Events(Blocks& blocks, const std::set<std::string>& lists, const Use& use, JsonRest* rest)
        : m_blocks(blocks), m_lists(lists), m_use(use), m_rest(rest) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override { return add(value); }
    bool number_unsigned(std::uint64_t value) override { return add(value); }
    bool number_float(double value, const std::string&) override { return add(value); }
    bool string(std::string& value) override { return add(std::move(value)); }
    bool binary(json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        m_blocks.valueFound();
        if (m_depth == 1)
            startMember(std::move(name));
        else
            m_key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
        return refuse(m_blocks.gaveUp() ? QStringLiteral("a single text or gap is longer than 32 MB")
                                        : QStringLiteral("it is not valid JSON at byte %1").arg(position));
    }
    Status status() const { return m_status; }

private:
    bool refuse(const QString& why) {
        if (m_status)
            m_status = fail(ErrorCode::CorruptFile, why);
        return false;
    }
    bool isWanted() const { return m_isInfo || m_lists.contains(m_list); }
    void startMember(std::string name) {
        m_list = std::move(name);
        m_isInfo = m_rest && m_list == "info";
        if (m_rest && !isWanted() && m_rest->names.size() < kMostNames)
            m_rest->names.insert(m_list);
    }

    bool open(json empty) {
        m_blocks.valueFound();
        if (m_depth == 0 && !empty.is_object()) {
            if (!m_lists.contains(std::string()))
                return refuse(QStringLiteral("it is a list, and a data set is an object with lists in it"));
            m_depth = 1; // the file's only list is read as a list without a name
        }
        if (m_depth == kMaxDepth)
            return refuse(QStringLiteral("it is nested deeper than any data set"));
        if (m_depth == 1 && isWanted() && !empty.is_array() && !m_isInfo)
            return refuse(QStringLiteral("\"%1\" is not a list").arg(QString::fromStdString(m_list)));
        ++m_depth;
        if ((m_depth <= 2 && !m_isInfo) || !isWanted())
            return true;
        if (++m_values > kMaxValues)
            return refuse(QStringLiteral("one of its entries is larger than any real one"));
        m_open.push_back(m_open.empty() ? &(m_entry = std::move(empty)) : put(std::move(empty)));
        return true;
    }
    bool close() {
        m_blocks.valueFound();
        --m_depth;
        if (m_open.empty())
            return true;
        m_open.pop_back();
        return !m_open.empty() || finish();
    }
    bool add(json value) {
        m_blocks.valueFound();
        if (m_depth == 0)
            return refuse(
                QStringLiteral("it is a single value, and a data set is an object with lists in it"));
        if (!isWanted())
            return true;
        if (m_depth == 1 && !m_isInfo)
            return refuse(QStringLiteral("\"%1\" is not a list").arg(QString::fromStdString(m_list)));
        if (++m_values > kMaxValues)
            return refuse(QStringLiteral("one of its entries is larger than any real one"));
        if (!m_open.empty()) {
            put(std::move(value));
            return true;
        }
        m_entry = std::move(value);
        return finish();
    }
    json* put(json value) {
        json& parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        return &(parent[m_key] = std::move(value));
    }
    bool finish() {
        m_values = 0;
        if (m_isInfo)
            m_rest->info = std::move(m_entry);
        else
            m_status = m_use(m_list, m_entry);
        m_entry = nullptr;
        return m_status.has_value();
    }

    Blocks& m_blocks;
    const std::set<std::string>& m_lists;
    const Use& m_use;
    JsonRest* m_rest;
    bool m_isInfo = false;
    std::size_t m_depth = 0;
    std::string m_list, m_key;
    json m_entry;
    std::vector<json*> m_open;
    qint64 m_values = 0;
    Status m_status;
};
// NOLINTEND(readability-identifier-naming)

} // namespace

Status readJsonLists(const QString& path, const std::set<std::string>& lists, const Events::Use& use,
                     JsonRest* rest) {
    const auto failed = [&path](ErrorCode code, const QString& why) {
        return fail(code, QStringLiteral("%1 can't be read: %2.").arg(QFileInfo(path).fileName(), why));
    };
    if (!QFileInfo::exists(path))
        return failed(ErrorCode::NotFound, QStringLiteral("there is no such file"));
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failed(ErrorCode::Io, file.error() == QFile::NoError ? QStringLiteral("it is not a file")
                                                                    : file.errorString());
    Blocks blocks(file);
    Events events(blocks, lists, use, rest);
    const bool complete = json::sax_parse(ByteIterator{&blocks}, ByteIterator{}, &events);
    if (file.error() != QFile::NoError)
        return failed(ErrorCode::Io, file.errorString());
    if (const Status status = events.status(); !status)
        return failed(status.error().code, QString::fromStdString(status.error().message));
    if (!complete)
        return failed(ErrorCode::CorruptFile, QStringLiteral("it is not valid JSON"));
    return {};
}

Status readJsonList(const QString& file, const std::string& list,
                    const std::function<Status(const json& entry)>& use, JsonRest* rest) {
    Status used;
    Status read = readJsonLists(
        file, {list}, [&](const std::string&, const json& entry) { return used = use(entry); }, rest);
    RETURN_IF_ERROR(used);
    return read;
}

} // namespace core
