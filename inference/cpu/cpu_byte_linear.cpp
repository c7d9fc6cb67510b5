// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/byte_gemm.h"
#include "inference/cpu/gemm_grid.h"
#include "inference/cpu/gemm_kernel.h"

#include <algorithm>
#include <memory>

namespace inference::cpu {

namespace {

/// Rows of a block: with a usual depth they fill half of the second-level cache.
constexpr std::int64_t kBlockRows = 192;

struct Rounded {
    std::shared_ptr<Storage> rows;
    std::shared_ptr<Storage> scales;
    const std::byte* data() const { return static_cast<const std::byte*>(rows->hostData()); }
    float* scale() const { return static_cast<float*>(scales->hostData()); }
};

Rounded roundAll(ThreadPool& threads, MemoryPool& memory, const Gemm& g) {
    const auto held = static_cast<std::size_t>(roundUp(g.rows, tileShape().rows));
    const std::size_t size = byteRowSize(g.depth);
    const std::int64_t blocks = g.depth / kQuantBlock;
    Rounded rounded = {memory.take(held * size),
                       memory.take(held * static_cast<std::size_t>(blocks) * sizeof(float))};
    auto* rows = static_cast<std::byte*>(rounded.rows->hostData());
    threads.parallelFor(g.rows, 16, [&](std::int64_t begin, std::int64_t end) {
        roundRows({g.a + begin * g.depth, end - begin, g.depth, rows + static_cast<std::size_t>(begin) * size,
                   rounded.scale() + begin * blocks});
    });
    return rounded;
}

} // namespace

void multiplyBytes(const Run& run, ThreadPool& threads, MemoryPool& memory, const Gemm& g) {
    const Rounded rounded = roundAll(threads, memory, g);
    const std::int64_t width = tileShape().columns;
    const std::size_t panelSize = bytePanelSize(g.depth);
    const std::int64_t count = ceilDiv(g.columns, width);
    const std::shared_ptr<Storage> packed = memory.take(static_cast<std::size_t>(count) * panelSize);
    auto* panels = static_cast<std::byte*>(packed->hostData());
    threads.parallelFor(count, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t panel = begin; panel < end; ++panel)
            packBytePanel(*g.weights, panel * width, std::min(width, g.columns - panel * width),
                          panels + static_cast<std::size_t>(panel) * panelSize);
    });
    const std::int64_t blocks = g.depth / kQuantBlock;
    forParts(run, threads, {g.rows, g.columns, g.depth}, kBlockRows, [&](const Part& part) {
        const std::int64_t to = part.row * g.columns + part.column;
        multiplyByteBlock({rounded.data() + static_cast<std::size_t>(part.row) * byteRowSize(g.depth),
                           rounded.scale() + part.row * blocks, part.rows, g.depth,
                           panels + static_cast<std::size_t>(part.column / width) * panelSize, g.y + to,
                           part.columns, g.columns,
                           Finish{g.finish.bias ? g.finish.bias + part.column : nullptr,
                                  g.finish.residual ? g.finish.residual + to : nullptr, g.finish.act}});
    });
}

} // namespace inference::cpu
