// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/attention.h"
#include "inference/ops/ops.h"
#include "inference/weights/weight_scope.h"

#include <vector>

namespace inference {

/// The image's side of the two-way transformer for few tokens, without its maps. What a layer adds to a row
/// of the map is a sum of few rows, one for each token and head; a norm scales a row. So after each layer a
/// row is scale·base + parts·rows, where the base follows from the image alone: its products with all weights
/// are made once an image, and a click computes with the parts. The result is the same.
class TokenExchange {
public:
    TokenExchange(const WeightScope& decoder, const Config& config);

    /// What an image and the weights determine.
    struct Image {
        struct Layer {
            Tensor queries, keys, cross, values; ///< as in ExchangeJob
        };
        std::vector<Layer> layers;
        Tensor upscaled; ///< sliced: the last base through the first transposed convolution
        std::size_t bytes() const;
    };
    /// `tokens` [N,C] and the same with positions `code` [N,C].
    Image prepare(Run& run, const Tensor& tokens, const Tensor& code) const;

    /// Whether so many tokens are few enough.
    bool suits(std::int64_t tokens) const { return 2 * tokens * m_heads <= m_dim; }

    /// A map on its way through the layers.
    struct State {
        SpreadMap map;
        Tensor rows;                ///< [K,C], of the map
        std::vector<Tensor> values; ///< [T,D] of each layer so far
    };
    /// One layer's image → token attention of projected `prompt`, its norm, and what projected `queries` of
    /// the next attention take from the map → [T,D].
    Tensor operator()(Run& run, const Image& image, const KeyValue& prompt, const Tensor& queries,
                      State& state) const;
    /// The first transposed convolution of the map: its base, the rows' weights and the bias.
    void upscale(Run& run, const Image& image, const State& state, UpscaleJob& job) const;

private:
    struct Source; ///< the weights of one layer
    struct Fold;
    struct Layer {
        LinearWeights queries;   ///< of the map before: scaled, with the gain of its norm
        LinearWeights keys;      ///< of the map after, the same
        LinearWeights values;    ///< of the map after, with the gain of its norm
        Tensor takenBias;        ///< [D]
        LinearWeights placeKeys; ///< of positions
        LinearWeights placeQueries;
        LinearWeights base; ///< [C,C]: the map's base from the one before; the first from the tokens
        LinearWeights cross;
        std::vector<Tensor> rowsOf; ///< [heads, D/heads, C]: what values of each layer so far give to a row
        Tensor constants;           ///< [layer, C]: constant rows
    };
    /// Of positions alone.
    struct Places {
        Tensor queries, keys; ///< sliced [S,D,kMapSlice]
    };
    Layer makeLayer(const Source& source, Fold& fold) const;
    const std::vector<Places>& places(Run& run, const Tensor& code) const;
    Tensor rowsOf(Run& run, std::size_t layer, const std::vector<Tensor>& values) const;

    std::vector<Layer> m_layers;
    LinearWeights m_upscale; ///< [4M,C] with the gain of the last norm, and its bias
    Tensor m_spread;         ///< [heads, D/heads, D]: a head's channels keep their place, all others become 0
    std::int64_t m_dim, m_inner;
    int m_heads;
    mutable std::vector<Places> m_places; ///< made by the first image
};

} // namespace inference
