// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace core {

/// A matrix [rows, columns] of doubles, row by row.
struct PairTable {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values = std::vector<double>(rows * columns);
    double& at(std::size_t row, std::size_t column) { return values[row * columns + column]; }
    double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};

using RowAndColumn = std::pair<std::size_t, std::size_t>;

/// Pairs min(rows, columns) rows and columns, each at most once, so that the sum of their values is as large
/// as it can be: the Hungarian method with shortest augmenting paths, time O(rows² columns). Values must be
/// finite. Sorted by row; among equally good pairings any.
std::vector<RowAndColumn> bestAssignment(const PairTable& table);

} // namespace core
