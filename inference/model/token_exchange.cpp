// SPDX-License-Identifier: Apache-2.0
#include "inference/model/token_exchange.h"

#include "inference/base/trace.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace inference {
namespace {

constexpr float kEpsilon = 1e-5F;

/// Matrices on the host, rows of `width` numbers.
using Values = std::vector<float>;

void scaleColumns(Values& rows, const Values& factors) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] *= factors[i % factors.size()];
}

Values scaledColumns(Values rows, const Values& factors) {
    scaleColumns(rows, factors);
    return rows;
}

Values scaled(Values values, float factor) {
    for (float& value : values)
        value *= factor;
    return values;
}

/// Takes the mean from each row.
void centre(Values& rows, std::size_t width) {
    for (std::size_t first = 0; first + width <= rows.size(); first += width) {
        double sum = 0;
        for (std::size_t i = 0; i < width; ++i)
            sum += double{rows[first + i]};
        const auto mean = static_cast<float>(sum / static_cast<double>(width));
        for (std::size_t i = 0; i < width; ++i)
            rows[first + i] -= mean;
    }
}

Values turned(const Values& rows, std::size_t width) {
    Values columns(rows.size());
    const std::size_t count = width == 0 ? 0 : rows.size() / width;
    for (std::size_t r = 0; r < count; ++r)
        for (std::size_t c = 0; c < width; ++c)
            columns[c * count + r] = rows[r * width + c];
    return columns;
}

/// matrix [n, width] · x [width].
Values product(const Values& matrix, const Values& x) {
    Values y(x.empty() ? 0 : matrix.size() / x.size(), 0.0F);
    for (std::size_t i = 0; i < y.size() * x.size(); ++i)
        y[i / x.size()] += matrix[i] * x[i % x.size()];
    return y;
}

Values sum(Values a, const Values& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        a[i] += b[i];
    return a;
}

/// x - mean of x, as a matrix, for x that a gain was multiplied with.
Values centring(const Values& gain) {
    const std::size_t n = gain.size();
    Values matrix(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            matrix[i * n + j] = ((i == j ? 1.0F : 0.0F) - 1.0F / static_cast<float>(n)) * gain[j];
    return matrix;
}

void append(Values& to, const Values& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// Rows (output, pixel) in the order (pixel, output).
Values pixelsFirst(const Values& rows, std::size_t width) {
    Values sorted;
    for (std::size_t pixel = 0; pixel < 4; ++pixel)
        for (std::size_t row = pixel; row * width < rows.size(); row += 4) {
            const auto first = rows.begin() + static_cast<std::ptrdiff_t>(row * width);
            sorted.insert(sorted.end(), first, first + static_cast<std::ptrdiff_t>(width));
        }
    return sorted;
}

/// The square of each row's length, [N,1]; once an image.
Tensor squares(Run& run, const Tensor& x) {
    const std::vector<float> rows = ops::toHost(run, x).value_or(Values(static_cast<std::size_t>(x.count())));
    const auto width = static_cast<std::size_t>(x.dim(1));
    Values lengths(rows.size() / width);
    for (std::size_t n = 0; n < lengths.size(); ++n) {
        double total = 0;
        for (std::size_t c = 0; c < width; ++c)
            total += double{rows[n * width + c]} * double{rows[n * width + c]};
        lengths[n] = static_cast<float>(total);
    }
    return ops::fromHost(run, lengths, {x.dim(0), std::int64_t{1}});
}

} // namespace

/// As the file has them.
struct TokenExchange::Source {
    Source(const WeightScope& transformer, int layer, const Config& c)
        : rows(transformer / "layers" / layer / "cross_attn_image_to_token"),
          next(layer + 1 < c.samDepth ? transformer / "layers" / (layer + 1) / "cross_attn_token_to_image"
                                      : transformer / "final_attn_token_to_image"),
          norm(transformer / "layers" / layer / "norm4"), inner(c.samInner), dim(c.dModel) {}

    Values weight(const WeightScope& w, const char* name) const {
        return (w / name).values("weight", {inner, dim});
    }
    Values bias(const WeightScope& w, const char* name) const { return (w / name).values("bias", {inner}); }
    Values gain() const { return norm.values("weight", {dim}); }
    Values shift() const { return norm.values("bias", {dim}); }
    Values out() const { return (rows / "out_proj").values("weight", {dim, inner}); }
    Values outBias() const { return (rows / "out_proj").values("bias", {dim}); }
    /// Whether all of it is there; asks for each tensor, so that the loader notes it.
    bool isWhole() const {
        const std::array<Values, 10> all{
            weight(rows, "q_proj"), bias(rows, "q_proj"), out(),  outBias(), weight(next, "k_proj"),
            weight(next, "v_proj"), bias(next, "v_proj"), gain(), shift(),   bias(next, "k_proj")};
        return std::none_of(all.begin(), all.end(), [](const Values& values) { return values.empty(); });
    }

    WeightScope rows, next, norm;
    std::int64_t inner, dim;
};

/// What layers hand on while they are folded: the gain and shift of the last norm, what values of each layer
/// so far give to a row, and constant rows, both as the last norm leaves them.
struct TokenExchange::Fold {
    Values gain, shift;
    std::vector<Values> given;
    Values constants;

    /// Through the last norm, and centred for the next.
    void advance() {
        for (Values& rows : given) {
            scaleColumns(rows, gain);
            centre(rows, gain.size());
        }
        scaleColumns(constants, gain);
        centre(constants, gain.size());
    }
    Values constant(std::size_t i) const {
        const auto width = static_cast<std::ptrdiff_t>(gain.size());
        const auto first = constants.begin() + static_cast<std::ptrdiff_t>(i) * width;
        return {first, first + width};
    }
};

TokenExchange::TokenExchange(const WeightScope& decoder, const Config& c)
    : m_dim(c.dModel), m_inner(c.samInner), m_heads(c.samHeads) {
    const auto dim = static_cast<std::size_t>(m_dim);
    Fold fold{Values(dim, 1.0F), Values(dim, 0.0F), {}, {}};
    for (int i = 0; i < c.samDepth; ++i) {
        const Source source(decoder / "transformer", i, c);
        if (!source.isWhole()) // the loader tells what is missing
            return;
        m_layers.push_back(makeLayer(source, fold));
    }
    const WeightScope up = decoder / "output_upscaling" / 0;
    const std::int64_t middle = m_dim / 4;
    Values weights = turned(up.values("weight", {m_dim, middle, 2, 2}), static_cast<std::size_t>(4 * middle));
    const Values once = up.values("bias", {middle});
    if (weights.empty() || once.empty())
        return;
    weights = pixelsFirst(weights, dim); // stored for each channel
    Values bias;
    for (int pixel = 0; pixel < 4; ++pixel)
        append(bias, once);
    bias = sum(bias, product(weights, fold.shift));
    scaleColumns(weights, fold.gain);
    m_upscale = {decoder.upload(weights, {4 * middle, m_dim}), decoder.upload(bias, {4 * middle})};
    Values spread(static_cast<std::size_t>(m_inner * m_inner), 0.0F);
    for (std::int64_t i = 0; i < m_inner; ++i)
        spread[static_cast<std::size_t>(i * m_inner + i)] = 1.0F;
    m_spread = decoder.upload(spread, {m_heads, m_inner / m_heads, m_inner});
}

TokenExchange::Layer TokenExchange::makeLayer(const Source& source, Fold& fold) const {
    const auto matrix = [&](const Values& values) {
        return LinearWeights{
            source.rows.upload(values, {static_cast<std::int64_t>(values.size()) / m_dim, m_dim}), {}};
    };
    const auto vector = [&](const Values& values) {
        return source.rows.upload(values, {static_cast<std::int64_t>(values.size())});
    };
    const bool isFirst = fold.given.empty();
    const std::int64_t width = m_inner / m_heads;
    const float attentionScale = 1.0F / std::sqrt(static_cast<float>(width));
    Layer layer;
    const Values queries = scaled(source.weight(source.rows, "q_proj"), attentionScale);
    layer.placeQueries = matrix(queries);
    layer.placeQueries.bias =
        vector(sum(scaled(source.bias(source.rows, "q_proj"), attentionScale), product(queries, fold.shift)));
    layer.queries = matrix(scaledColumns(queries, fold.gain));

    layer.base = matrix(centring(fold.gain));
    Values constant = sum(fold.shift, source.outBias());
    centre(constant, constant.size());
    fold.advance();
    if (isFirst)
        layer.base.bias = vector(constant);
    else
        append(fold.constants, constant);
    fold.given.push_back(turned(source.out(), static_cast<std::size_t>(m_inner)));
    centre(fold.given.back(), fold.gain.size());
    Values cross;
    for (std::size_t j = 0; j < fold.given.size(); ++j) {
        layer.rowsOf.push_back(source.rows.upload(fold.given[j], {m_heads, width, m_dim}));
        append(cross, fold.given[j]);
        if (j > 0)
            append(cross, fold.constant(j - 1));
    }
    layer.cross = matrix(cross);
    if (!isFirst)
        layer.constants = matrix(fold.constants).weight;

    fold.gain = source.gain();
    fold.shift = source.shift();
    const Values keys = scaled(source.weight(source.next, "k_proj"), attentionScale);
    layer.placeKeys = matrix(keys); // the bias moves all scores of a query alike
    layer.keys = matrix(scaledColumns(keys, fold.gain));
    const Values values = source.weight(source.next, "v_proj");
    layer.values = matrix(scaledColumns(values, fold.gain));
    layer.takenBias = vector(sum(source.bias(source.next, "v_proj"), product(values, fold.shift)));
    return layer;
}

std::size_t TokenExchange::Image::bytes() const {
    std::size_t total = upscaled.bytes();
    for (const Layer& layer : layers)
        total += layer.queries.bytes() + layer.keys.bytes() + layer.cross.bytes() + layer.values.bytes();
    return total;
}

const std::vector<TokenExchange::Places>& TokenExchange::places(Run& run, const Tensor& code) const {
    if (!m_places.empty())
        return m_places;
    std::vector<Places> made; // whole or not at all: memory may run out on the way
    for (const Layer& layer : m_layers)
        made.push_back({ops::sliceMap(run, ops::linear(run, code, layer.placeQueries)),
                        ops::sliceMap(run, ops::linear(run, code, layer.placeKeys))});
    return m_places = std::move(made);
}

TokenExchange::Image TokenExchange::prepare(Run& run, const Tensor& tokens, const Tensor& code) const {
    Image image;
    Tensor before = tokens;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        Image::Layer made;
        made.queries = i == 0 ? ops::linear(run, ops::add(run, tokens, code), layer.placeQueries)
                              : ops::linear(run, before, layer.queries);
        made.queries = ops::sliceMap(run, made.queries);
        const Tensor base = ops::linear(run, before, layer.base);
        const std::array<Tensor, 2> cross{ops::linear(run, base, layer.cross), squares(run, base)};
        made.cross = ops::sliceMap(run, ops::concatChannels(run, cross));
        made.keys = ops::sliceMap(run, ops::linear(run, base, layer.keys));
        made.values = ops::linear(run, base, layer.values);
        image.layers.push_back(std::move(made));
        before = base;
    }
    image.upscaled = ops::sliceMap(run, ops::linear(run, before, {m_upscale.weight, {}}));
    places(run, code);
    return image;
}

Tensor TokenExchange::rowsOf(Run& run, std::size_t layer, const std::vector<Tensor>& values) const {
    const Layer& own = m_layers[layer];
    std::vector<Tensor> rows;
    for (std::size_t j = 0; j < values.size(); ++j) {
        rows.push_back(
            ops::groupedLinear(run, values[j], own.rowsOf[j]).reshaped({values[j].dim(0) * m_heads, m_dim}));
        if (j > 0)
            rows.push_back(
                own.constants.rows(static_cast<std::int64_t>(j) - 1, static_cast<std::int64_t>(j)));
    }
    return rows.size() == 1 ? rows.front() : ops::concatRows(run, rows);
}

Tensor TokenExchange::operator()(Run& run, const Image& image, const KeyValue& prompt, const Tensor& queries,
                                 State& state) const {
    const std::size_t index = state.values.size();
    const Layer& layer = m_layers[index];
    const Image::Layer& own = image.layers[index];
    const std::int64_t pairs = prompt.key.dim(0) * m_heads;
    const auto spread = [&](const Tensor& x) {
        return ops::groupedLinear(run, x, m_spread).reshaped({pairs, m_inner});
    };
    ExchangeJob job;
    job.heads = m_heads;
    job.queries = own.queries;
    job.keys = prompt.key;
    if (index > 0) {
        job.queryPlaces = m_places[index].queries;
        job.oldScores =
            ops::matmulTransposed(run, spread(prompt.key), ops::linear(run, state.rows, layer.queries));
    }
    state.values.push_back(prompt.value);
    state.rows = rowsOf(run, index, state.values);
    job.cross = own.cross;
    job.values = state.values.size() == 1 ? prompt.value : ops::concatRows(run, state.values);
    job.gram = ops::matmulTransposed(run, state.rows, state.rows);
    job.channels = m_dim;
    job.epsilon = kEpsilon;
    job.nextKeys = own.keys;
    job.nextKeyPlaces = m_places[index].keys;
    job.nextQueries = queries;
    job.nextScores = ops::matmulTransposed(run, spread(queries), ops::linear(run, state.rows, layer.keys));
    job.nextValues = own.values;
    job.partValues = ops::linear(run, state.rows, layer.values);
    const Trace::Scope scope(run.trace, "mask decoder/image");
    ops::Exchange made = ops::exchange(run, state.map, job);
    state.map = std::move(made.map);
    return ops::add(run, made.taken, layer.takenBias);
}

void TokenExchange::upscale(Run& run, const Image& image, const State& state, UpscaleJob& job) const {
    job.map = state.map;
    job.base = image.upscaled;
    job.rowWeights = ops::matmulTransposed(run, m_upscale.weight, state.rows);
    job.bias = m_upscale.bias;
}

} // namespace inference
