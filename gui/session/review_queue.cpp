// SPDX-License-Identifier: Apache-2.0
#include "gui/session/review_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gui {

const core::RiskItem* ReviewQueue::current() const {
    return m_place >= 0 && m_place < int(m_items.size()) ? &m_items[std::size_t(m_place)] : nullptr;
}

core::ImageId ReviewQueue::nextImage() const {
    const core::RiskItem* here = current();
    for (int place = m_place + 1; here != nullptr && place < int(m_items.size()); ++place) {
        if (!isDecided(place) && m_items[std::size_t(place)].image != here->image) {
            return m_items[std::size_t(place)].image;
        }
    }
    return {};
}

void ReviewQueue::advance() {
    const int count = int(m_items.size());
    int next = -1;
    for (int step = 1; step <= count && next < 0; ++step) {
        const int place = (std::max(m_place, -1) + step) % count;
        next = isDecided(place) ? -1 : place;
    }
    m_place = next;
}

bool ReviewQueue::mark(core::AnnotationId id, bool decided) {
    const bool inQueue = m_places.contains(id);
    const bool was = m_decided.contains(id);
    if (was == decided || (!was && !inQueue)) {
        return false;
    }
    if (decided) {
        m_decided.insert(id);
    } else {
        m_decided.remove(id);
    }
    m_waiting += inQueue ? (decided ? -1 : 1) : 0;
    return true;
}

void ReviewQueue::removeImages(const QSet<core::ImageId>& images) {
    const auto isGone = [&](const core::RiskItem& item) { return images.contains(item.image); };
    const auto passed = m_items.begin() + (m_place + 1);
    m_place -= int(std::count_if(m_items.begin(), passed, isGone));
    std::erase_if(m_items, isGone);
    const auto rest = m_items.begin() + (m_place + 1);
    std::vector<core::RiskItem> sorted(std::make_move_iterator(rest), std::make_move_iterator(m_items.end()));
    arrange(std::move(sorted));
}

void ReviewQueue::arrange(std::vector<core::RiskItem> sorted) {
    m_items.erase(m_items.begin() + (m_place + 1), m_items.end());
    m_places.clear();
    m_waiting = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_places.insert(m_items[i].instance, int(i));
        m_waiting += isDecided(int(i)) ? 0 : 1;
    }
    for (core::RiskItem& item : sorted) {
        if (!m_places.contains(item.instance) && !m_decided.contains(item.instance)) {
            m_places.insert(item.instance, int(m_items.size()));
            m_items.push_back(std::move(item));
            ++m_waiting;
        }
    }
}

} // namespace gui
