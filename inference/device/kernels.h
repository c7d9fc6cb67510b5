// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/run.h"
#include "inference/tensor/tensor.h"

#include <array>
#include <span>
#include <vector>

namespace inference {

enum class Activation {
    None,
    Relu,
    Gelu /* exact, erf */,
    Sigmoid,
    HardSwish /* x·min(max(x + 3, 0), 6)/6 */
};

/// Elements of a row of an 8-bit weight that share one scale.
inline constexpr std::int64_t kQuantBlock = 64;

struct LinearWeights {
    Tensor weight; ///< [out, in]: f32, f16, bf16, or i8 with a scale
    Tensor bias;   ///< [out] or empty
    Tensor scale =
        {}; ///< of i8 weights: f32 [out, in/kQuantBlock]; a value is its integer times its block's scale
};

struct NormWeights {
    Tensor gain; ///< [D]
    Tensor bias; ///< [D]
};

struct ConvWeights {
    Tensor weight; ///< [O, kh, kw, I]
    Tensor bias;   ///< [O] or empty
    int stride = 1;
    int padding = 0;
};

/// One kernel for each channel, zeros around the map, so that stride 1 keeps its size.
struct DepthwiseWeights {
    Tensor weight; ///< [kh, kw, C], kh and kw odd
    Tensor bias;   ///< [C] or empty
    int stride = 1;
};

/// Angles as cos and sin, [T, headDim/2] each; pair p of a head turns channels (2p, 2p+1).
struct RopeTable {
    Tensor cosine;
    Tensor sine;
};

/// What is added to the scores of queries with the g·g keys of a map: x[q, column, head] + y[q, row, head].
struct BoxBias {
    Tensor x, y;  ///< [Tq - lead, g, heads]; empty: none
    int lead = 0; ///< so many first queries have none
};

struct AttentionOptions {
    int heads = 1;
    bool causal = false;
    Tensor bias = {};     ///< [heads, Tq, Tk], added after scaling; empty: none
    BoxBias boxBias = {}; ///< the same, or none
};

/// Rows of a map that are computed together. A sliced map [S, C, kMapSlice] holds of each slice of rows one
/// channel after the other; the last slice is filled up with zeros.
inline constexpr std::int64_t kMapSlice = 288;

/// A map before the gain and shift of its norm, as a sum of maps that are known before any prompt and of a
/// few rows: of each of its rows, scale·base + parts·rows.
struct SpreadMap {
    Tensor scale = {}; ///< sliced [S,1,kMapSlice]; empty: 1
    Tensor parts = {}; ///< sliced [S,K,kMapSlice]; empty: none
};

/// What T tokens and the rows of a map give each other, in inner products of heads of D/heads channels. P =
/// T·heads pairs, token by token. K rows make up the map afterwards: those of before, those of the P pairs,
/// and where there were any before, a constant one.
struct ExchangeJob {
    int heads = 1;
    // The rows take: a softmax over the tokens of scale·queries + queryPlaces + parts·oldScores.
    Tensor queries;     ///< sliced [S,D,kMapSlice]
    Tensor queryPlaces; ///< the same, or empty
    Tensor oldScores;   ///< [P,K before], or empty
    Tensor keys;        ///< [T,D]
    // Their norm: |scale·base + parts·rows|² from inner products.
    Tensor cross;  ///< sliced: base with what each token's values come from, [D] for each layer, after each
                   ///< but the first the base with the constant row; last the base with itself
    Tensor values; ///< [layers·T, D]
    Tensor gram;   ///< [K,K]: the rows with each other
    std::int64_t channels = 1;
    float epsilon = 0;
    // The tokens take: a softmax over the rows of scale·nextKeys + nextKeyPlaces + parts·nextScores.
    Tensor nextKeys, nextKeyPlaces; ///< sliced [S,D,kMapSlice]
    Tensor nextScores;              ///< [P,K]
    Tensor nextQueries;             ///< [T,D]
    Tensor nextValues;              ///< [N,D]
    Tensor partValues;              ///< [K,D]
};

/// A map [g·g, C] enlarged twice by transposed convolutions, and its products with a few rows.
struct UpscaleJob {
    SpreadMap map;
    Tensor base;       ///< sliced [S,4M,kMapSlice]: through the first convolution
    Tensor rowWeights; ///< [4M,K], the rows through it; empty without parts
    Tensor bias;       ///< [4M] or empty
    Tensor middle;     ///< sliced [S,4M,kMapSlice], added
    NormWeights norm;  ///< [M], followed by GELU
    float epsilon = 0;
    LinearWeights outer; ///< f32 [4L,M], followed by GELU
    Tensor fine;         ///< sliced [S,16L,kMapSlice], added: [4,4L] for each row
    Tensor products;     ///< [masks,L]
};

/// What a backend implements, one function for each operation of ops.h, which describes them; every result is
/// already allocated. Kernels return early, leaving garbage, when `run.interrupted()`.
class Kernels {
public:
    virtual ~Kernels() = default;
    virtual void linear(Run& run, const Tensor& x, const LinearWeights& w, Activation act,
                        const Tensor& residual, Tensor& y) = 0;
    virtual void matmulTransposed(Run& run, const Tensor& a, const Tensor& b, Tensor& y) = 0;
    virtual void add(Run& run, const Tensor& a, const Tensor& b, Tensor& y) = 0;
    virtual void activate(Run& run, const Tensor& x, Activation act, Tensor& y) = 0;
    virtual void layerNorm(Run& run, const Tensor& x, const NormWeights& w, float epsilon, Activation act,
                           Tensor& y) = 0;
    virtual void groupNorm(Run& run, const Tensor& x, const NormWeights& w, int groups, float epsilon,
                           Activation act, Tensor& y) = 0; // NOLINT(readability-function-size): mirrors ops.h
    virtual void splitRope(Run& run, const Tensor& qkv, const RopeTable& table, int heads,
                           std::array<Tensor, 3>& y) = 0;
    virtual void attention(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionOptions& options, Tensor& y) = 0;
    virtual void selfAttention(Run& run, const Tensor& qkv, const RopeTable& rope, int heads, Tensor& y) = 0;
    virtual void windowPartition(Run& run, const Tensor& x, int size, Tensor& y) = 0;
    virtual void windowUnpartition(Run& run, const Tensor& x, int size, Tensor& y) = 0;
    virtual void conv2d(Run& run, const Tensor& x, const ConvWeights& w, Activation act, Tensor& y) = 0;
    virtual void depthwise(Run& run, const Tensor& x, const DepthwiseWeights& w, Activation act,
                           Tensor& y) = 0;
    virtual void softmaxTokens(Run& run, const Tensor& x, int heads, Tensor& y) = 0;
    virtual void weightedMeans(Run& run, const Tensor& scores, const Tensor& x, Tensor& y) = 0;
    virtual void sliceMap(Run& run, const Tensor& x, Tensor& y) = 0;
    virtual void exchange(Run& run, const SpreadMap& before, const ExchangeJob& job, SpreadMap& after,
                          Tensor& taken) = 0;
    virtual void upscaleProducts(Run& run, const UpscaleJob& job, Tensor& y) = 0;
    virtual void groupedLinear(Run& run, const Tensor& x, const Tensor& weight, Tensor& y) = 0;
    virtual void reluAttention(Run& run, const Tensor& qkv, int depth, float epsilon, Tensor& y) = 0;
    virtual void scaleChannels(Run& run, const Tensor& x, const Tensor& factors, Tensor& y) = 0;
    virtual void pixelShuffle2(Run& run, const Tensor& x, Tensor& y) = 0;
    virtual void addUpsampled2(Run& run, const Tensor& high, const Tensor& low, Tensor& y) = 0;
    virtual void resizeBilinear(Run& run, const Tensor& x, Tensor& y) = 0;
    virtual void resizeMap(Run& run, const Tensor& x, Tensor& y) = 0;
    virtual void roiAlign(Run& run, const Tensor& x, const Tensor& boxes, Tensor& y) = 0;
    virtual void samplePoints(Run& run, const Tensor& x, const Tensor& points, Tensor& y) = 0;
    virtual void gatherRows(Run& run, const Tensor& table, std::span<const std::int32_t> ids, Tensor& y) = 0;
    virtual void concatRows(Run& run, std::span<const Tensor> parts, Tensor& y) = 0;
    virtual void concatChannels(Run& run, std::span<const Tensor> parts, Tensor& y) = 0;
    virtual void meanRows(Run& run, const Tensor& x, Tensor& y) = 0;
    virtual void sineEncode(Run& run, const Tensor& x, std::span<const int> order, Tensor& y) = 0;
    virtual void refineBoxes(Run& run, const Tensor& delta, const Tensor& reference, Tensor& y) = 0;
    virtual void boxEdgeDistances(Run& run, const Tensor& boxes, Tensor& x, Tensor& y) = 0;
    virtual void boxBias(Run& run, const Tensor& bx, const Tensor& by, Tensor& y) = 0;
};

} // namespace inference
