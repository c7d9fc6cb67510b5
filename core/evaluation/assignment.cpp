// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/assignment.h"

#include <algorithm>
#include <limits>

namespace core {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Costs are the negated values; every row has a column left, since there are at least as many.
class Solver {
public:
    explicit Solver(const PairTable& table)
        : m_table(table), m_rowPotential(table.rows), m_columnPotential(table.columns),
          m_rowOf(table.columns, kNone) {}

    std::vector<std::size_t> rowOfColumn() {
        for (std::size_t row = 0; row < m_table.rows; ++row) {
            augment(row);
        }
        return m_rowOf;
    }

private:
    double reducedCost(std::size_t row, std::size_t column) const {
        return -m_table.at(row, column) - m_rowPotential[row] - m_columnPotential[column];
    }

    /// Finds the shortest path from `start` over pairs already made to a free column, and turns it round.
    void augment(std::size_t start) {
        const std::size_t columns = m_table.columns;
        std::vector<double> distance(columns, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> before(columns, kNone);
        std::vector<char> visited(columns, 0);
        std::size_t column = kNone;
        std::size_t row = start;
        double reached = 0;
        do {
            std::size_t nearest = kNone;
            for (std::size_t next = 0; next < columns; ++next) {
                if (visited[next]) {
                    continue;
                }
                const double through = reached + reducedCost(row, next);
                if (through < distance[next]) {
                    distance[next] = through;
                    before[next] = column;
                }
                if (nearest == kNone || distance[next] < distance[nearest]) {
                    nearest = next;
                }
            }
            column = nearest;
            visited[column] = 1;
            reached = distance[column];
            row = m_rowOf[column];
        } while (row != kNone);

        m_rowPotential[start] += reached;
        for (std::size_t seen = 0; seen < columns; ++seen) {
            if (visited[seen] && m_rowOf[seen] != kNone) {
                m_rowPotential[m_rowOf[seen]] += reached - distance[seen];
            }
            if (visited[seen]) {
                m_columnPotential[seen] -= reached - distance[seen];
            }
        }
        while (column != kNone) {
            const std::size_t previous = before[column];
            m_rowOf[column] = previous == kNone ? start : m_rowOf[previous];
            column = previous;
        }
    }

    const PairTable& m_table;
    std::vector<double> m_rowPotential, m_columnPotential;
    std::vector<std::size_t> m_rowOf;
};

PairTable transposed(const PairTable& table) {
    PairTable other{table.columns, table.rows};
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t column = 0; column < table.columns; ++column) {
            other.at(column, row) = table.at(row, column);
        }
    }
    return other;
}

} // namespace

std::vector<RowAndColumn> bestAssignment(const PairTable& table) {
    std::vector<RowAndColumn> pairs;
    if (table.rows > table.columns) {
        for (const auto& [column, row] : bestAssignment(transposed(table))) {
            pairs.emplace_back(row, column);
        }
    } else {
        const std::vector<std::size_t> rows = Solver(table).rowOfColumn();
        for (std::size_t column = 0; column < table.columns; ++column) {
            if (rows[column] != kNone) {
                pairs.emplace_back(rows[column], column);
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace core
