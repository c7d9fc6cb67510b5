// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/model.h"

#include <cstddef>
#include <list>
#include <optional>
#include <string>

namespace inference {

/// Features of recent images, dropped least-recently-used when they exceed a number of bytes. The newest
/// entry stays even if it alone is larger, so that an image that was just encoded can be asked. For one
/// thread.
class EmbeddingCache {
public:
    explicit EmbeddingCache(std::size_t maxBytes) : m_maxBytes(maxBytes) {}

    /// A copy that shares the memory: it stays valid when the cache drops the entry. Marks the entry as used.
    std::optional<ImageFeatures> find(const std::string& key);
    bool contains(const std::string& key) const;
    void insert(const std::string& key, ImageFeatures features);
    std::size_t bytes() const { return m_bytes; }
    std::size_t count() const { return m_entries.size(); }

private:
    struct Entry {
        std::string key;
        ImageFeatures features;
        std::size_t bytes;
    };
    std::list<Entry> m_entries; ///< most recently used first
    std::size_t m_bytes = 0;
    std::size_t m_maxBytes;
};

/// Text features of recent phrases.
class PhraseCache {
public:
    std::optional<Tensor> find(const std::string& phrase);
    void insert(const std::string& phrase, Tensor rows);

private:
    static constexpr std::size_t kMaxPhrases = 64;
    struct Entry {
        std::string phrase;
        Tensor rows;
    };
    std::list<Entry> m_entries; ///< most recently used first
};

} // namespace inference
