// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/annotation.h"

#include <QHash>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace core {

class Database;
class Statement;

/// Numbers values from 0 on, so that many rows with few different values take four bytes each.
template <class T> class Numbered {
public:
    std::uint32_t numberOf(const T& value) {
        const auto known = m_numbers.constFind(value);
        if (known != m_numbers.constEnd())
            return *known;
        const auto number = static_cast<std::uint32_t>(m_values.size());
        m_values.push_back(value);
        m_numbers.insert(value, number);
        return number;
    }
    const std::vector<T>& values() const { return m_values; }

private:
    std::vector<T> m_values;
    QHash<T, std::uint32_t> m_numbers;
};

/// What filters ask of one instance.
struct InstanceRow {
    qint64 id = 0;
    qint64 group = 0;
    qint64 created = 0, changed = 0; ///< milliseconds since 1970 UTC; 0: unknown
    qint64 area = 0;
    std::uint32_t image = 0, label = 0, attributes = 0, prompt = 0,
                  model = 0; ///< places in the tables of InstanceIndex
    float score = 0, byHand = 0, seconds = 0;
    std::int32_t left = 0, top = 0, width = 0, height = 0;
    std::int32_t z = 0, parts = 0, holes = 0, actions = 0;
    std::uint8_t state = 0, origin = 0;
    bool locked = false, hidden = false, crowd = false;
    bool present = true; ///< false: the instance was removed
};

/// One row for each instance of a project, in memory: 2,000,000 take about 230 MB and are read at once in
/// tens of milliseconds, in whatever order tests come, which no index of the file could do. Not for several
/// threads.
class InstanceIndex {
public:
    /// Reads every instance of the file. Errors: Cancelled, and those of Database.
    Status load(Database& database, const std::stop_token& stop = {});
    /// Reads the instances `ids` (ascending) again; those that are not in the file any more are no longer
    /// present, and their rows go once they are many.
    Status refresh(Database& database, const std::vector<AnnotationId>& ids);

    const std::vector<InstanceRow>& rows() const { return m_rows; } ///< by id
    const std::vector<ImageId>& images() const { return m_images.values(); }
    const std::vector<LabelId>& labels() const { return m_labels.values(); }
    const std::vector<QByteArray>& attributes() const { return m_attributes.values(); } ///< as encodeValues()
    const std::vector<QByteArray>& texts() const { return m_texts.values(); } ///< prompts and models, UTF-8

private:
    InstanceRow rowAt(const Statement& statement);

    std::vector<InstanceRow> m_rows;
    std::size_t m_removed = 0; ///< rows that are not present
    Numbered<ImageId> m_images;
    Numbered<LabelId> m_labels;
    Numbered<QByteArray> m_attributes;
    Numbered<QByteArray> m_texts;
};

} // namespace core
