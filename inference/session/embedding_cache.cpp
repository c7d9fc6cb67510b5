// SPDX-License-Identifier: Apache-2.0
#include "inference/session/embedding_cache.h"

#include <algorithm>

namespace inference {

std::optional<ImageFeatures> EmbeddingCache::find(const std::string& key) {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    if (found == m_entries.end())
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return found->features;
}

bool EmbeddingCache::contains(const std::string& key) const {
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& entry) { return entry.key == key; });
}

void EmbeddingCache::insert(const std::string& key, ImageFeatures features) {
    m_entries.remove_if([&](const Entry& entry) {
        if (entry.key != key)
            return false;
        m_bytes -= entry.bytes;
        return true;
    });
    const std::size_t bytes = features.bytes();
    m_entries.push_front({key, std::move(features), bytes});
    m_bytes += bytes;
    while (m_bytes > m_maxBytes && m_entries.size() > 1) {
        m_bytes -= m_entries.back().bytes;
        m_entries.pop_back();
    }
}

std::optional<Tensor> PhraseCache::find(const std::string& phrase) {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.phrase == phrase; });
    if (found == m_entries.end())
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return found->rows;
}

void PhraseCache::insert(const std::string& phrase, Tensor rows) {
    m_entries.remove_if([&](const Entry& entry) { return entry.phrase == phrase; });
    m_entries.push_front({phrase, std::move(rows)});
    if (m_entries.size() > kMaxPhrases)
        m_entries.pop_back();
}

} // namespace inference
