// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine_port.h"
#include "core/media/image_loader.h"

#include <cstddef>
#include <list>
#include <memory>

namespace core {

/// The sessions of the images used last, so that returning to one costs nothing. Inference thread only.
class SessionShelf {
    struct Entry {
        ImageId id;
        QByteArray hash;
        std::unique_ptr<SessionPort> session;
        int loans = 0;
    };

public:
    explicit SessionShelf(std::size_t capacity) : m_capacity(capacity) {}

    /// Keeps a session while it is used: a job that runs inside the yield of another must not drop the outer
    /// one's.
    class Loan {
    public:
        Loan(Loan&& other) noexcept;
        Loan& operator=(Loan&&) = delete;
        ~Loan();
        SessionPort& session() const { return *m_entry->session; }

    private:
        friend class SessionShelf;
        explicit Loan(Entry& entry);
        Entry* m_entry;
    };

    /// The session of the image, opened if it isn't here. Errors: those of opening.
    Result<Loan> borrow(EnginePort& engine, const LoadedImage& image);
    std::size_t size() const { return m_entries.size(); }
    /// Before the engine goes. No loan may be left.
    void clear() { m_entries.clear(); }

private:
    void dropOldest();

    std::size_t m_capacity;
    std::list<Entry> m_entries; ///< most recently used first
};

} // namespace core
