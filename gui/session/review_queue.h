// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/risk.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace gui {

/// The instances that wait for review, in order, with the current place. Decided ones stay until the rest is
/// sorted anew. A plain value: it knows no project.
class ReviewQueue {
public:
    const std::vector<core::RiskItem>& items() const { return m_items; }
    int place() const { return m_place; } ///< of the current one; -1: none
    const core::RiskItem* current() const;
    int placeOf(core::AnnotationId id) const { return m_places.value(id, -1); }
    bool isDecided(int place) const { return m_decided.contains(m_items[std::size_t(place)].instance); }
    int decided() const {
        return int(m_decided.size());
    }                                         ///< also those that the queue does not hold any more
    int waiting() const { return m_waiting; } ///< in the queue
    /// The image of the next one that waits in another image than the current one; none if there is none.
    core::ImageId nextImage() const;

    void setPlace(int place) { m_place = place; } ///< one of the queue
    /// To the next one that waits; from the end on to those that were skipped. -1 if nothing waits.
    void advance();
    /// Notes that an instance is decided, or waits again; true if that is news. Others than those that were
    /// ever in the queue are ignored.
    bool mark(core::AnnotationId id, bool decided);
    /// Drops what belongs to these images; if the current one does, the one before it is current then.
    void removeImages(const QSet<core::ImageId>& images);
    /// Puts `sorted` behind the current one. What was passed and the current one stay where they are: nobody
    /// wants a card to move under the eyes.
    void arrange(std::vector<core::RiskItem> sorted);

private:
    std::vector<core::RiskItem> m_items;
    QHash<core::AnnotationId, int> m_places;
    QSet<core::AnnotationId> m_decided;
    int m_place = -1;
    int m_waiting = 0;
};

} // namespace gui
