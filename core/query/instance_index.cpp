// SPDX-License-Identifier: Apache-2.0
#include "core/query/instance_index.h"

#include "core/store/sqlite.h"

#include <algorithm>
#include <climits>

namespace core {
namespace {

constexpr std::size_t kMostRemoved = 1'000; // rows

#define COLUMNS                                                                                              \
    "id, image, label, state, z, locked, hidden, crowd, cluster, attributes, origin, score, source, model, " \
    "created, changed, worked, actions, area, x, y, width, height, parts, holes, by_hand"
constexpr const char* kAll = "SELECT " COLUMNS " FROM annotation ORDER BY id";
constexpr const char* kOne = "SELECT " COLUMNS " FROM annotation WHERE id = ?";
#undef COLUMNS

std::int32_t smallAt(const Statement& row, int column) {
    return static_cast<std::int32_t>(std::clamp<qint64>(row.integer(column), INT_MIN, INT_MAX));
}

std::uint8_t byteAt(const Statement& row, int column) {
    const qint64 value = row.integer(column);
    return value < 0 || value > UINT8_MAX ? 0 : static_cast<std::uint8_t>(value);
}

bool before(const InstanceRow& row, AnnotationId id) {
    return row.id < id.value;
}

} // namespace

InstanceRow InstanceIndex::rowAt(const Statement& from) {
    InstanceRow row;
    row.id = from.integer(0);
    row.image = m_images.numberOf({from.integer(1)});
    row.label = m_labels.numberOf({from.integer(2)});
    row.state = byteAt(from, 3);
    row.z = smallAt(from, 4);
    row.locked = from.integer(5) != 0;
    row.hidden = from.integer(6) != 0;
    row.crowd = from.integer(7) != 0;
    row.group = from.integer(8);
    row.attributes = m_attributes.numberOf(from.blob(9));
    row.origin = byteAt(from, 10);
    row.score = static_cast<float>(from.real(11));
    row.prompt = m_texts.numberOf(from.blob(12));
    row.model = m_texts.numberOf(from.blob(13));
    row.created = from.integer(14);
    row.changed = from.integer(15);
    row.seconds = static_cast<float>(double(from.integer(16)) / 1000);
    row.actions = smallAt(from, 17);
    row.area = from.integer(18);
    row.left = smallAt(from, 19);
    row.top = smallAt(from, 20);
    row.width = smallAt(from, 21);
    row.height = smallAt(from, 22);
    row.parts = smallAt(from, 23);
    row.holes = smallAt(from, 24);
    row.byHand = static_cast<float>(from.real(25));
    return row;
}

Status InstanceIndex::load(Database& database, const std::stop_token& stop) {
    *this = {};
    ASSIGN_OR_RETURN(Statement all, database.prepare(kAll));
    ASSIGN_OR_RETURN(bool row, all.step());
    while (row) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("Reading the instances was stopped."));
        m_rows.push_back(rowAt(all));
        ASSIGN_OR_RETURN(row, all.step());
    }
    return {};
}

Status InstanceIndex::refresh(Database& database, const std::vector<AnnotationId>& ids) {
    ASSIGN_OR_RETURN(Statement one, database.prepare(kOne));
    std::vector<InstanceRow> fresh;
    for (const AnnotationId id : ids) {
        ASSIGN_OR_RETURN(const bool found, one.bind(1, id.value).step());
        const auto known = std::lower_bound(m_rows.begin(), m_rows.end(), id, before);
        const bool here = known != m_rows.end() && known->id == id.value;
        if (here)
            m_removed -= known->present ? 0 : 1;
        if (found && here)
            *known = rowAt(one);
        else if (found)
            fresh.push_back(rowAt(one));
        else if (here)
            known->present = false;
        if (here)
            m_removed += known->present ? 0 : 1;
        one.reset();
    }
    // New ids are almost always the highest; an undo may bring back one from between.
    const auto middle = static_cast<std::ptrdiff_t>(m_rows.size());
    const bool merge = !fresh.empty() && !m_rows.empty() && fresh.front().id < m_rows.back().id;
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    if (merge)
        std::inplace_merge(m_rows.begin(), m_rows.begin() + middle, m_rows.end(),
                           [](const InstanceRow& a, const InstanceRow& b) { return a.id < b.id; });
    // Days of making and deleting must not pile up rows of what is gone.
    if (m_removed > kMostRemoved && m_removed > m_rows.size() / 4) {
        std::erase_if(m_rows, [](const InstanceRow& row) { return !row.present; });
        m_rows.shrink_to_fit();
        m_removed = 0;
    }
    return {};
}

} // namespace core
