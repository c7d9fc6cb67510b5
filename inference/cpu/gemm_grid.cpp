// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/gemm_grid.h"

#include "inference/cpu/for_chunks.h"
#include "inference/cpu/gemm_kernel.h"

#include <algorithm>

namespace inference::cpu {

bool forParts(const Run& run, ThreadPool& threads, const ProductShape& shape, std::int64_t blockRows,
              const std::function<void(const Part&)>& body) {
    const TileShape tile = tileShape();
    const std::int64_t wanted = threads.size() == 1 ? 1 : std::int64_t{4} * threads.size();
    const std::int64_t rows =
        std::min(blockRows / tile.rows * tile.rows, roundUp(ceilDiv(shape.rows, wanted), tile.rows));
    const std::int64_t down = ceilDiv(shape.rows, rows);
    std::int64_t columns = roundUp(shape.columns, tile.columns);
    const double all = static_cast<double>(shape.rows) * static_cast<double>(shape.columns * shape.depth);
    if (down < wanted && all > kSmallestPart * 4)
        columns = roundUp(ceilDiv(shape.columns, ceilDiv(wanted, down)), tile.columns);

    const std::int64_t across = ceilDiv(shape.columns, columns);
    const std::int64_t parts = across * down;
    const double work = static_cast<double>(rows) * static_cast<double>(columns * shape.depth);
    const auto grain = std::max<std::int64_t>(1, static_cast<std::int64_t>(kSmallestPart / work));
    return forChunks(run, threads, parts, grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t part = begin; part < end; ++part) {
            const std::int64_t row = part / across * rows;
            const std::int64_t column = part % across * columns;
            body({row, std::min(rows, shape.rows - row), column, std::min(columns, shape.columns - column)});
        }
    });
}

} // namespace inference::cpu
