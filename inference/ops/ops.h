// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/kernels.h"
#include "inference/device/run.h"
#include "inference/tensor/tensor.h"

#include <array>
#include <span>
#include <vector>

/// The operations a model is written in. Each checks shapes (asserts: a wrong shape after loading is a bug),
/// allocates the result and makes one call of Kernels. Activations are f32. T tokens, D channels, [H,W,C]
/// maps channel-last.
namespace inference::ops {

/// y = act(x·Wᵀ + b (+ residual)). x [..., in] → [..., out]; residual has the result's shape.
Tensor linear(Run& run, const Tensor& x, const LinearWeights& w, Activation act = Activation::None,
              const Tensor& residual = {});
/// a [M,K] · bᵀ for b [N,K] → [M,N].
Tensor matmulTransposed(Run& run, const Tensor& a, const Tensor& b);
/// a + b; b has a's shape or is a suffix of it (repeated over the leading dimensions).
Tensor add(Run& run, const Tensor& a, const Tensor& b);
Tensor activate(Run& run, const Tensor& x, Activation act);
/// Over the last dimension.
Tensor layerNorm(Run& run, const Tensor& x, const NormWeights& w, float epsilon,
                 Activation act = Activation::None);
/// x [H,W,C], `groups` blocks of consecutive channels.
Tensor groupNorm(Run& run, const Tensor& x, const NormWeights& w, int groups, float epsilon, Activation act);

/// Splits qkv [B,T,3E] into q, k, v [B,T,E] and turns adjacent channel pairs of q and k by the table
/// (sam3-image §4).
struct Qkv {
    Tensor q, k, v;
};
Qkv splitRope(Run& run, const Tensor& qkv, const RopeTable& table, int heads);
/// softmax(q·kᵀ·scale + bias)·v per head with online softmax; scale = 1/sqrt(D/heads). q [B,Tq,D], k
/// [B,Tk,D], v [B,Tk,Dv] → [B,Tq,Dv]; rank-2 inputs mean B = 1 and give rank 2.
Tensor attention(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                 const AttentionOptions& options);
/// Attention of the tokens of qkv [B,T,3·D] with each other, q and k turned by `rope`: what splitRope and
/// attention give, without their copies. → [B,T,D].
Tensor selfAttention(Run& run, const Tensor& qkv, const RopeTable& rope, int heads);

/// [H,W,C] → [windows, size·size, C], zero-padded at the right and bottom; windows and tokens row-major.
Tensor windowPartition(Run& run, const Tensor& x, int size);
/// The inverse: crops the padding. x [windows, size·size, C] → [height, width, C].
Tensor windowUnpartition(Run& run, const Tensor& x, int size, int height, int width);

/// x [H,W,I], weight [O,kh,kw,I] → [H',W',O].
Tensor conv2d(Run& run, const Tensor& x, const ConvWeights& w, Activation act = Activation::None);
/// x [H,W,C], a kernel for each channel → [⌈H/stride⌉,⌈W/stride⌉,C].
Tensor depthwise(Run& run, const Tensor& x, const DepthwiseWeights& w, Activation act = Activation::None);
/// Channels in blocks, each with its own matrix: x [..., G·I], weight [G,I,O] → [..., G·O].
Tensor groupedLinear(Run& run, const Tensor& x, const Tensor& weight);
/// Softmax over T of each head: x [N, T·heads], heads side by side.
Tensor softmaxTokens(Run& run, const Tensor& x, int heads);
/// For each column of scores [N,K], through a softmax over N, the mean of the rows of x [N,C] → [K,C].
Tensor weightedMeans(Run& run, const Tensor& scores, const Tensor& x);
/// x [N,C] → a sliced map [S,C,kMapSlice].
Tensor sliceMap(Run& run, const Tensor& x);
/// One round of attention both ways between tokens and the rows of a map that is never made: the rows take
/// from the tokens and are normalised, then the tokens take from them.
struct Exchange {
    SpreadMap map; ///< normalised
    Tensor taken;  ///< [T,D]
};
Exchange exchange(Run& run, const SpreadMap& before, const ExchangeJob& job);
/// The products of each pixel, four times as many a side as rows of the map: → [masks, 4g·4g].
Tensor upscaleProducts(Run& run, const UpscaleJob& job, int grid);
/// Attention without softmax (light-encoders §3.2): x [T, G·3·depth] holds for each group its q, k and v;
/// with q and k cut at 0, y = (Σ k⊗v)·q / ((Σ k)·q + epsilon), sums over all T → [T, G·depth].
Tensor reluAttention(Run& run, const Tensor& qkv, int depth, float epsilon);
/// x [..., C] · factors [C].
Tensor scaleChannels(Run& run, const Tensor& x, const Tensor& factors);
/// Interleaves x [H,W,4·O], channel order (dy,dx,o), to [2H,2W,O]: the second half of a 2x2 transposed
/// convolution whose first half is `linear`.
Tensor pixelShuffle2(Run& run, const Tensor& x);
/// high [2H,2W,C] + low [H,W,C] with each pixel doubled.
Tensor addUpsampled2(Run& run, const Tensor& high, const Tensor& low);
/// Planes x [N,H,W] → [N,height,width], bilinear, half-pixel centres, no antialias (sam3-image §12.3).
Tensor resizeBilinear(Run& run, const Tensor& x, int height, int width);
/// The same for a map: x [H,W,C] → [height,width,C].
Tensor resizeMap(Run& run, const Tensor& x, int height, int width);

/// x [H,W,C]; boxes in feature pixels (x0,y0,x1,y1), f32 [N,4] → [N,size,size,C]; torchvision's rule with
/// aligned = false, adaptive sampling (sam3-image §6).
Tensor roiAlign(Run& run, const Tensor& x, const Tensor& boxes, int size);
/// x [H,W,C] at points [N,2] = (x,y) in [0,1] → [N,C]; bilinear, zero outside (grid_sample, align_corners =
/// false).
Tensor samplePoints(Run& run, const Tensor& x, const Tensor& points);

/// Rows `ids` of table [V,D] → [n,D].
Tensor gatherRows(Run& run, const Tensor& table, std::span<const std::int32_t> ids);
/// Stacks along the first dimension.
Tensor concatRows(Run& run, std::span<const Tensor> parts);
/// Joins along the last dimension; all other dimensions agree.
Tensor concatChannels(Run& run, std::span<const Tensor> parts);
/// x [T,D] → [1,D].
Tensor meanRows(Run& run, const Tensor& x);

/// Sine code of coordinates: x [N,K] → [N, K·features]; block j of the result codes x[:, order[j]]; features
/// i: sin(2πv/10000^(2⌊i/2⌋/features)) for even i, cos for odd (sam3-image §6, §9).
Tensor sineEncode(Run& run, const Tensor& x, std::span<const int> order, int features);
/// sigmoid(delta + inverseSigmoid(reference)), ε = 1e-3 with separate clamps (sam3-image §0).
Tensor refineBoxes(Run& run, const Tensor& delta, const Tensor& reference);
/// Log distances of grid lines to box edges (sam3-image §9): boxes [Q,4] cxcywh → {x [Q,grid,2], y
/// [Q,grid,2]}.
std::array<Tensor, 2> boxEdgeDistances(Run& run, const Tensor& boxes, int grid);
/// bias[head, q, r·grid+c] = by[q,r,head] + bx[q,c,head]: what BoxBias stands for. → [heads, Q, grid²].
Tensor boxBias(Run& run, const Tensor& bx, const Tensor& by);

/// Host copies of small results.
Result<std::vector<float>> toHost(Run& run, const Tensor& x);
/// A large result [N,D]: each row by itself, row i plus offsets[i].
Result<std::vector<std::vector<float>>> rowsToHost(Run& run, const Tensor& x, std::span<const float> offsets);
Tensor fromHost(Run& run, std::span<const float> values, Shape shape);

} // namespace inference::ops
