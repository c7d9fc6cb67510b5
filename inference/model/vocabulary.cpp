// SPDX-License-Identifier: Apache-2.0
#include "inference/model/vocabulary.h"

#include "inference/base/mapped_file.h"
#include "inference/model/tokenizer_json.h"

#include <zlib.h>

#include <array>

namespace inference {
namespace {

constexpr std::size_t kMaxText = std::size_t{16} << 20;
constexpr int kGzipWindow = 15 + 16;

struct Inflater {
    z_stream stream = {};
    bool ready = inflateInit2(&stream, kGzipWindow) == Z_OK;
    Inflater() = default;
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() {
        if (ready)
            inflateEnd(&stream);
    }
};

Result<std::string> readPlain(const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(const std::unique_ptr<MappedFile> file, MappedFile::open(path));
    if (file->bytes().size() > kMaxText)
        return fail(ErrorCode::CorruptFile, path.filename().string() + " is too large to be a vocabulary.");
    return std::string(reinterpret_cast<const char*>(file->bytes().data()), file->bytes().size());
}

Result<std::string> readPacked(const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(const std::unique_ptr<MappedFile> file, MappedFile::open(path));
    return inflateGzip(file->bytes(), kMaxText);
}

Result<std::string> readTokenizer(const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(const std::string text, readPlain(path));
    return mergesFromTokenizerJson(text);
}

Result<std::string> readMerges(const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(std::string merges, readPlain(path));
    const std::filesystem::path ids = path.parent_path() / "vocab.json";
    std::error_code error;
    if (std::filesystem::is_regular_file(ids, error)) {
        ASSIGN_OR_RETURN(const std::string text, readPlain(ids));
        RETURN_IF_ERROR(checkVocabularyJson(text, merges));
    }
    return merges;
}

struct VocabularyFile {
    const char* name;
    Result<std::string> (*read)(const std::filesystem::path& path);
};

constexpr std::array<VocabularyFile, 6> kFiles{{{"vocabulary.txt", readPlain},
                                                {"vocabulary.txt.gz", readPacked},
                                                {"bpe_simple_vocab_16e6.txt", readPlain},
                                                {"bpe_simple_vocab_16e6.txt.gz", readPacked},
                                                {"tokenizer.json", readTokenizer},
                                                {"merges.txt", readMerges}}};

} // namespace

Result<std::string> inflateGzip(std::span<const std::byte> packed, std::size_t limit) {
    Inflater inflater;
    z_stream& stream = inflater.stream;
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), limit));
    std::string text;
    std::array<char, 65536> block{};
    int status = inflater.ready ? Z_OK : Z_MEM_ERROR;
    while (status == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        status = inflate(&stream, Z_NO_FLUSH);
        text.append(block.data(), block.size() - stream.avail_out);
        if (text.size() > limit)
            return fail(ErrorCode::CorruptFile,
                        "The packed vocabulary unpacks to more than any vocabulary has.");
    }
    if (status != Z_STREAM_END)
        return fail(ErrorCode::CorruptFile, "The packed vocabulary is damaged; fetch it again.");
    return text;
}

Result<std::optional<std::string>> findVocabulary(const WeightSource& source,
                                                  const std::filesystem::path& model) {
    if (const auto own = source.metadata().find("maskwright.vocabulary"); own != source.metadata().end())
        return std::optional<std::string>(own->second);
    if (model.empty())
        return std::optional<std::string>();
    for (const VocabularyFile& kind : kFiles) {
        const std::filesystem::path path = model.parent_path() / kind.name;
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error))
            continue;
        ASSIGN_OR_RETURN(std::string text, kind.read(path));
        return std::optional<std::string>(std::move(text));
    }
    return std::optional<std::string>();
}

} // namespace inference
