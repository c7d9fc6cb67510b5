// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace core {
namespace {

double sumOf(const PairTable& table, const std::vector<RowAndColumn>& pairs) {
    return std::accumulate(pairs.begin(), pairs.end(), 0.0, [&](double sum, const RowAndColumn& pair) {
        return sum + table.at(pair.first, pair.second);
    });
}

/// Every pairing of a table that is not higher than wide.
double bestOfAll(const PairTable& table) {
    std::vector<std::size_t> columns(table.columns);
    std::iota(columns.begin(), columns.end(), std::size_t(0));
    double best = -1e9;
    do {
        double sum = 0;
        for (std::size_t row = 0; row < table.rows; ++row) {
            sum += table.at(row, columns[row]);
        }
        best = std::max(best, sum);
    } while (std::next_permutation(columns.begin(), columns.end()));
    return best;
}

TEST(Assignment, IsAsGoodAsTheBestOfAllPairings) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> value(-1, 1);
    for (int round = 0; round < 400; ++round) {
        PairTable wide{std::size_t(round % 5), std::size_t(round % 5 + round % 3)};
        // Ties and zeros are what IoU tables are full of.
        std::generate(wide.values.begin(), wide.values.end(),
                      [&] { return round % 2 ? value(random) : double(random() % 3) / 2; });
        PairTable high{wide.columns, wide.rows};
        for (std::size_t row = 0; row < wide.rows; ++row) {
            for (std::size_t column = 0; column < wide.columns; ++column) {
                high.at(column, row) = wide.at(row, column);
            }
        }
        for (const PairTable& table : {wide, high}) {
            const std::vector<RowAndColumn> pairs = bestAssignment(table);
            ASSERT_EQ(pairs.size(), std::min(table.rows, table.columns));
            ASSERT_NEAR(sumOf(table, pairs), bestOfAll(wide), 1e-12) << "round " << round;
            std::set<std::size_t> rows, columns;
            for (const auto& [row, column] : pairs) {
                rows.insert(row);
                columns.insert(column);
            }
            ASSERT_EQ(rows.size(), pairs.size());
            ASSERT_EQ(columns.size(), pairs.size());
        }
    }
}

TEST(Assignment, OfNothingIsNothing) {
    EXPECT_TRUE(bestAssignment({}).empty());
    EXPECT_TRUE(bestAssignment({0, 3}).empty());
    EXPECT_TRUE(bestAssignment({3, 0}).empty());
}

} // namespace
} // namespace core
