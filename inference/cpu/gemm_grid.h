// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/parallel.h"
#include "inference/device/run.h"

#include <cstdint>
#include <functional>

/// How a matrix product is shared among threads and cut so that a run can be interrupted.
namespace inference::cpu {

/// Multiply-adds that are worth another thread (about 10 µs).
constexpr double kSmallestPart = 4e5;

constexpr std::int64_t ceilDiv(std::int64_t a, std::int64_t b) {
    return (a + b - 1) / b;
}

constexpr std::int64_t roundUp(std::int64_t value, std::int64_t step) {
    return ceilDiv(value, step) * step;
}

struct ProductShape {
    std::int64_t rows, columns, depth;
};

/// Rows [row, row + rows) times columns [column, column + columns); both start at whole tiles.
struct Part {
    std::int64_t row, rows, column, columns;
};

/// Calls `body` for parts that cover the product, of at most `blockRows` rows, on all threads. Rows are cut
/// first; columns only where rows alone would not keep all threads busy. False if the run was interrupted.
bool forParts(const Run& run, ThreadPool& threads, const ProductShape& shape, std::int64_t blockRows,
              const std::function<void(const Part&)>& body);

} // namespace inference::cpu
