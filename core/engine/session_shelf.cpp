// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session_shelf.h"

#include "core/engine/engine_bridge.h"

#include <algorithm>
#include <utility>

namespace core {

SessionShelf::Loan::Loan(Entry& entry) : m_entry(&entry) {
    ++m_entry->loans;
}

SessionShelf::Loan::Loan(Loan&& other) noexcept : m_entry(std::exchange(other.m_entry, nullptr)) {}

SessionShelf::Loan::~Loan() {
    if (m_entry) {
        --m_entry->loans;
    }
}

Result<SessionShelf::Loan> SessionShelf::borrow(EnginePort& engine, const LoadedImage& image) {
    const auto matches = [&](const Entry& entry) {
        return entry.id == image.id && entry.hash == image.hash &&
               QSize(entry.session->width(), entry.session->height()) == image.image.size();
    };
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), matches);
    if (known != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, known);
        return Loan(m_entries.front());
    }
    ASSIGN_OR_RETURN(const EngineImage pixels, EngineImage::from(image.image));
    ASSIGN_OR_RETURN(auto session, engine.openImage(pixels.view(), image.hash.toHex().toStdString()));
    m_entries.remove_if([&](const Entry& entry) { return entry.id == image.id && entry.loans == 0; });
    m_entries.push_front({image.id, image.hash, std::move(session)});
    Loan loan(m_entries.front());
    dropOldest();
    return loan;
}

void SessionShelf::dropOldest() {
    for (auto it = m_entries.end(); it != m_entries.begin() && m_entries.size() > m_capacity;) {
        --it;
        if (it->loans == 0) {
            it = m_entries.erase(it);
        }
    }
}

} // namespace core
