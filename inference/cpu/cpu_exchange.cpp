// SPDX-License-Identifier: Apache-2.0
// Attention both ways between a few tokens and a map that is never made, slice by slice.
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/gemm_grid.h"
#include "inference/cpu/gemm_kernel.h"
#include "inference/cpu/map_slice.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

namespace inference::cpu {

namespace {

/// A factor [rows, depth] with zeros up to whole tiles.
std::vector<float> wholeTiles(const Tensor& factor) {
    if (factor.isEmpty())
        return {};
    const std::int64_t rows = roundUp(factor.dim(0), tileShape().rows);
    std::vector<float> padded(static_cast<std::size_t>(rows * factor.dim(1)), 0.0F);
    std::copy_n(factor.f32(), factor.count(), padded.begin());
    return padded;
}

/// The lower triangle of a symmetric factor that gives the same quadratic form.
std::vector<float> lowerTriangle(const Tensor& gram) {
    std::vector<float> lower = wholeTiles(gram);
    const auto n = static_cast<std::size_t>(gram.dim(0));
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (j != i)
                lower[i * n + j] *= j < i ? 2.0F : 0.0F;
    return lower;
}

const float* sliceOf(const Tensor& map, std::int64_t slice) {
    return map.isEmpty() ? nullptr : map.f32() + slice * map.dim(1) * kMapSlice;
}

float* sliceOf(Tensor& map, std::int64_t slice) {
    return map.f32() + slice * map.dim(1) * kMapSlice;
}

/// What all slices share.
struct Shared {
    Shared(const SpreadMap& map, const ExchangeJob& j)
        : before(map), job(j), tokens(j.keys.dim(0)), depth(j.keys.dim(1)), pairs(tokens * j.heads),
          old(map.parts.isEmpty() ? 0 : map.parts.dim(1)), count(j.gram.dim(0)), rows(j.nextValues.dim(0)),
          valueWidth(roundUp(depth / j.heads, tileShape().columns)), oldScores(wholeTiles(j.oldScores)),
          gram(lowerTriangle(j.gram)), nextScores(wholeTiles(j.nextScores)) {}

    /// Pairs and parts up to whole tiles, where a tile may begin at any row; of each head's tokens so, too.
    /// What tiles read behind the last row decides nothing.
    std::int64_t allPairs() const { return roundUp(tokens, tileShape().rows) * job.heads + tileShape().rows; }
    std::int64_t allParts() const { return roundUp(count, tileShape().rows) + tileShape().rows; }
    std::int64_t pairColumns() const { return roundUp(pairs, tileShape().columns); }
    /// Floats of one slice's sums: of the parts for each pair, of the values for each token of each head.
    std::int64_t partSums() const { return allParts() * pairColumns(); }
    std::int64_t valueSums() const { return job.heads * roundUp(tokens, tileShape().rows) * valueWidth; }
    std::int64_t sums() const { return partSums() + valueSums() + 2 * pairs; }
    std::int64_t scratch() const {
        return kMapSlice * (allPairs() + 3 * allParts() + pairColumns() + valueWidth);
    }

    const SpreadMap& before;
    const ExchangeJob& job;
    std::int64_t tokens, depth, pairs, old, count, rows, valueWidth;
    std::vector<float> oldScores, gram, nextScores;
};

/// Work on one slice. Sums: parts [allParts, pairColumns], values [heads, tokens in whole tiles, valueWidth],
/// largest score and total weight [pairs].
class Slice {
public:
    Slice(const Shared& shared, std::int64_t index, float* memory)
        : m_all(shared), m_index(index), m_pairs(memory), m_parts(m_pairs + m_all.allPairs() * kMapSlice),
          m_products(m_parts + m_all.allParts() * kMapSlice),
          m_cross(m_products + m_all.allParts() * kMapSlice),
          m_turned(m_cross + m_all.allParts() * kMapSlice),
          m_values(m_turned + m_all.pairColumns() * kMapSlice) {}

    void run(SpreadMap& after, float* sums) {
        give();
        normalise(after);
        score(after);
        take(after, sums);
    }

private:
    /// Shares of the tokens for each row, behind the older parts; a constant part behind all.
    void give() {
        float* shares = m_parts + m_all.old * kMapSlice;
        const float* queries = sliceOf(m_all.job.queries, m_index);
        dotSlice({queries, m_all.job.keys.f32(), m_all.tokens, m_all.depth, m_all.job.heads, scale(), false,
                  shares});
        if (!m_all.job.queryPlaces.isEmpty())
            dotSlice({sliceOf(m_all.job.queryPlaces, m_index), m_all.job.keys.f32(), m_all.tokens,
                      m_all.depth, m_all.job.heads, nullptr, true, shares});
        if (m_all.old > 0) {
            std::memcpy(m_parts, sliceOf(m_all.before.parts, m_index), bytes(m_all.old));
            multiplySlice({m_all.oldScores.data(), m_all.pairs, m_all.old, m_all.old, m_parts, kMapSlice,
                           kMapSlice, shares, kMapSlice, true, Factor::Whole});
        }
        softmaxSlice(shares, m_all.tokens, m_all.job.heads);
        std::fill_n(shares + m_all.pairs * kMapSlice, (m_all.count - m_all.old - m_all.pairs) * kMapSlice,
                    1.0F);
    }

    void normalise(SpreadMap& after) {
        const float* cross = sliceOf(m_all.job.cross, m_index);
        float* to = m_cross;
        for (std::int64_t first = 0; first < m_all.job.values.dim(0); first += m_all.tokens) {
            dotSlice({cross, m_all.job.values.f32() + first * m_all.depth, m_all.tokens, m_all.depth,
                      m_all.job.heads, nullptr, false, to});
            cross += m_all.depth * kMapSlice;
            to += m_all.pairs * kMapSlice;
            if (first > 0) {
                std::memcpy(to, cross, bytes(1));
                cross += kMapSlice;
                to += kMapSlice;
            }
        }
        multiplySlice({m_all.gram.data(), m_all.count, m_all.count, m_all.count, m_parts, kMapSlice,
                       kMapSlice, m_products, kMapSlice, false, Factor::Lower});
        normSlice({m_parts, m_products, m_cross, cross, scale(), sliceOf(after.scale, m_index), m_all.count,
                   static_cast<float>(m_all.job.channels), m_all.job.epsilon});
        std::memcpy(sliceOf(after.parts, m_index), m_parts, bytes(m_all.count));
    }

    void score(SpreadMap& after) {
        dotSlice({sliceOf(m_all.job.nextKeys, m_index), m_all.job.nextQueries.f32(), m_all.tokens,
                  m_all.depth, m_all.job.heads, sliceOf(after.scale, m_index), false, m_pairs});
        dotSlice({sliceOf(m_all.job.nextKeyPlaces, m_index), m_all.job.nextQueries.f32(), m_all.tokens,
                  m_all.depth, m_all.job.heads, nullptr, true, m_pairs});
        multiplySlice({m_all.nextScores.data(), m_all.pairs, m_all.count, m_all.count, m_parts, kMapSlice,
                       kMapSlice, m_pairs, kMapSlice, true, Factor::Whole});
    }

    void take(SpreadMap& after, float* sums) {
        float* largest = sums + m_all.partSums() + m_all.valueSums();
        const std::int64_t valid = std::min(kMapSlice, m_all.rows - m_index * kMapSlice);
        weighSlice({m_pairs, m_all.pairs, valid, largest, largest + m_all.pairs});
        const std::int64_t columns = m_all.pairColumns();
        for (std::int64_t i = 0; i < kMapSlice; ++i)
            for (std::int64_t p = 0; p < m_all.pairs; ++p)
                m_turned[i * columns + p] = m_pairs[p * kMapSlice + i];
        multiplySlice({m_parts, m_all.count, kMapSlice, kMapSlice, m_turned, columns, columns, sums, columns,
                       false, Factor::Whole});
        scaleWeights(sliceOf(after.scale, m_index));
        const std::int64_t width = m_all.depth / m_all.job.heads;
        const std::int64_t tokens = roundUp(m_all.tokens, tileShape().rows);
        for (std::int64_t head = 0; head < m_all.job.heads; ++head) {
            const float* from = m_all.job.nextValues.f32() + m_index * kMapSlice * m_all.depth + head * width;
            for (std::int64_t i = 0; i < valid; ++i)
                for (std::int64_t c = 0; c < width; ++c)
                    m_values[i * m_all.valueWidth + c] = from[i * m_all.depth + c];
            multiplySlice({m_pairs + head * kMapSlice, m_all.tokens, valid, m_all.job.heads * kMapSlice,
                           m_values, m_all.valueWidth, m_all.valueWidth,
                           sums + m_all.partSums() + head * tokens * m_all.valueWidth, m_all.valueWidth,
                           false, Factor::Whole});
        }
    }

    void scaleWeights(const float* factors) {
        for (std::int64_t p = 0; p < m_all.pairs; ++p)
            for (std::int64_t i = 0; i < kMapSlice; ++i)
                m_pairs[p * kMapSlice + i] *= factors[i];
    }

    const float* scale() const { return sliceOf(m_all.before.scale, m_index); }
    static std::size_t bytes(std::int64_t rows) {
        return static_cast<std::size_t>(rows * kMapSlice) * sizeof(float);
    }

    const Shared& m_all;
    std::int64_t m_index;
    float* m_pairs;    ///< [allPairs]: scores, then weights
    float* m_parts;    ///< [allParts]
    float* m_products; ///< [allParts]: gram · parts
    float* m_cross;    ///< [allParts]
    float* m_turned;   ///< [kMapSlice][pairColumns]
    float* m_values;   ///< [kMapSlice][valueWidth], of one head
};

/// What each slice's weights, which refer to its own largest scores, count among all: [slices][pairColumns].
/// The total weights of the first slice become those of all.
std::vector<float> slicesShares(const Shared& all, float* sums) {
    const std::int64_t slices = all.job.queries.dim(0);
    const auto scores = [&](std::int64_t s) {
        return sums + s * all.sums() + all.partSums() + all.valueSums();
    };
    std::vector<float> shares(static_cast<std::size_t>(slices * all.pairColumns()), 0.0F);
    for (std::int64_t p = 0; p < all.pairs; ++p) {
        float most = scores(0)[p];
        for (std::int64_t s = 1; s < slices; ++s)
            most = std::max(most, scores(s)[p]);
        float total = 0;
        for (std::int64_t s = 0; s < slices; ++s) {
            const float share = std::exp(scores(s)[p] - most);
            shares[static_cast<std::size_t>(s * all.pairColumns() + p)] = share;
            total += scores(s)[all.pairs + p] * share;
        }
        scores(0)[all.pairs + p] = total;
    }
    return shares;
}

/// Adds up a row of parts of all slices in the first.
void joinParts(const Shared& all, const float* shares, std::int64_t part, float* sums) {
    const auto columns = static_cast<std::size_t>(all.pairColumns());
    std::vector<float> joined(columns, 0.0F);
    for (std::int64_t s = 0; s < all.job.queries.dim(0); ++s) {
        const float* own = sums + s * all.sums() + part * all.pairColumns();
        for (std::size_t p = 0; p < columns; ++p)
            joined[p] += own[p] * shares[static_cast<std::size_t>(s) * columns + p];
    }
    std::copy(joined.begin(), joined.end(), sums + part * all.pairColumns());
}

/// What a pair takes, from the joined parts and the values of all slices.
void finishPair(const Shared& all, const float* shares, const float* sums, std::int64_t pair, float* taken) {
    const std::int64_t head = pair % all.job.heads;
    const auto width = static_cast<std::size_t>(all.depth / all.job.heads);
    const std::int64_t row = head * roundUp(all.tokens, tileShape().rows) + pair / all.job.heads;
    std::fill_n(taken, width, 0.0F);
    for (std::int64_t s = 0; s < all.job.queries.dim(0); ++s)
        accumulateScaledRow(sums + s * all.sums() + all.partSums() + row * all.valueWidth,
                            shares[s * all.pairColumns() + pair], taken, width);
    const float* values = all.job.partValues.f32() + head * static_cast<std::int64_t>(width);
    for (std::int64_t k = 0; k < all.count; ++k)
        accumulateScaledRow(values + k * all.depth, sums[k * all.pairColumns() + pair], taken, width);
    scaleRow(taken, 1.0F / sums[all.partSums() + all.valueSums() + all.pairs + pair], width);
}

/// Rows [first, first + count) of a map of `grid` rows a line.
struct PanelRows {
    std::int64_t first, count, grid;
};

/// Puts pixels [masks][16][tile columns] of a panel into their places in the masks.
void sortPixels(const float* pixels, const PanelRows& rows, std::int64_t masks, float* y) {
    const std::int64_t columns = tileShape().columns;
    const std::int64_t side = 4 * rows.grid;
    for (std::int64_t i = 0; i < rows.count; ++i) {
        const std::int64_t row = rows.first + i;
        float* corner = y + 4 * (row / rows.grid * side + row % rows.grid);
        for (std::int64_t mask = 0; mask < masks; ++mask, corner += side * side)
            for (std::int64_t down = 0; down < 4; ++down) {
                // A quad holds its four pixels in turn.
                const float* from = pixels + (mask * 16 + down / 2 * 8 + down % 2 * 2) * columns + i;
                float* to = corner + down * side;
                to[0] = from[0];
                to[1] = from[columns];
                to[2] = from[4 * columns];
                to[3] = from[5 * columns];
            }
    }
}

} // namespace

void CpuKernels::sliceMap(Run& run, const Tensor& x, Tensor& y) {
    const std::int64_t channels = x.dim(1);
    forPanels(run, y.dim(0), static_cast<double>(kMapSlice * channels),
              [&](std::int64_t begin, std::int64_t end) {
                  for (std::int64_t s = begin; s < end; ++s) {
                      const std::int64_t first = s * kMapSlice;
                      const std::int64_t valid = std::min(kMapSlice, x.dim(0) - first);
                      float* to = sliceOf(y, s);
                      for (std::int64_t c = 0; c < channels; ++c, to += kMapSlice) {
                          for (std::int64_t i = 0; i < valid; ++i)
                              to[i] = x.f32()[(first + i) * channels + c];
                          std::fill(to + valid, to + kMapSlice, 0.0F);
                      }
                  }
              });
}

void CpuKernels::exchange(Run& run, const SpreadMap& before, const ExchangeJob& job, SpreadMap& after,
                          Tensor& taken) {
    const Shared shared(before, job);
    const std::int64_t slices = job.queries.dim(0);
    const auto take = [&](std::int64_t floats) {
        return m_memory.take(static_cast<std::size_t>(floats) * sizeof(float));
    };
    const std::shared_ptr<Storage> partial = take(slices * shared.sums());
    auto* sums = static_cast<float*>(partial->hostData());
    const double work = static_cast<double>(kMapSlice * shared.count * shared.pairs) / 4;
    const bool isDone = forPanels(run, slices, work, [&](std::int64_t begin, std::int64_t end) {
        const std::shared_ptr<Storage> scratch = take(shared.scratch());
        auto* memory = static_cast<float*>(scratch->hostData());
        for (std::int64_t s = begin; s < end; ++s)
            Slice(shared, s, memory).run(after, sums + s * shared.sums());
    });
    if (!isDone)
        return;
    const std::int64_t width = shared.depth / job.heads;
    const std::vector<float> shares = slicesShares(shared, sums);
    forPanels(run, shared.count, static_cast<double>(slices * shared.pairs),
              [&](std::int64_t begin, std::int64_t end) {
                  for (std::int64_t part = begin; part < end; ++part)
                      joinParts(shared, shares.data(), part, sums);
              });
    forPanels(run, shared.pairs, static_cast<double>(4 * width * shared.count),
              [&](std::int64_t begin, std::int64_t end) {
                  for (std::int64_t pair = begin; pair < end; ++pair)
                      finishPair(shared, shares.data(), sums, pair, taken.f32() + pair * width);
              });
}

void CpuKernels::upscaleProducts(Run& run, const UpscaleJob& job, Tensor& y) {
    const std::int64_t side = std::llround(std::sqrt(static_cast<double>(y.dim(1))));
    const std::int64_t grid = side / 4;
    const std::vector<float> rowWeights = wholeTiles(job.rowWeights);
    const std::vector<float> outer = wholeTiles(job.outer.weight);
    const std::int64_t columns = tileShape().columns;
    SliceUpscale shape = {};
    shape.partCount = job.map.parts.isEmpty() ? 0 : job.map.parts.dim(1);
    shape.rowWeights = rowWeights.data();
    shape.bias = job.bias.isEmpty() ? nullptr : job.bias.f32();
    shape.gain = job.norm.gain.f32();
    shape.shift = job.norm.bias.f32();
    shape.epsilon = job.epsilon;
    shape.outer = outer.data();
    shape.outerBias = job.outer.bias.f32();
    shape.products = job.products.f32();
    shape.middleCount = job.norm.gain.dim(0);
    shape.fineCount = job.products.dim(1);
    shape.masks = job.products.dim(0);
    const std::int64_t memory = upscaleFloats(shape.middleCount, shape.fineCount);
    const std::int64_t panels = ceilDiv(grid * grid, columns);
    const double work = static_cast<double>(columns * (memory + shape.middleCount * shape.fineCount));
    forPanels(run, panels, work, [&](std::int64_t begin, std::int64_t end) {
        const std::shared_ptr<Storage> scratch =
            m_memory.take(static_cast<std::size_t>(memory + shape.masks * 16 * columns) * sizeof(float));
        SliceUpscale own = shape;
        own.memory = static_cast<float*>(scratch->hostData());
        own.y = own.memory + memory;
        for (std::int64_t panel = begin; panel < end; ++panel) {
            const std::int64_t slice = panel * columns / kMapSlice;
            own.column = panel * columns % kMapSlice;
            own.scale = sliceOf(job.map.scale, slice);
            own.parts = sliceOf(job.map.parts, slice);
            own.base = sliceOf(job.base, slice);
            own.middle = sliceOf(job.middle, slice);
            own.fine = sliceOf(job.fine, slice);
            upscaleSlice(own);
            sortPixels(own.y, {panel * columns, std::min(columns, grid * grid - panel * columns), grid},
                       shape.masks, y.f32());
        }
    });
}

} // namespace inference::cpu
