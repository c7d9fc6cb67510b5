// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/light_statement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace inference::test {
namespace {

using Index = std::int64_t;

Plane make(Index height, Index width, Index channels) {
    return {height, width, channels,
            std::vector<double>(static_cast<std::size_t>(height * width * channels))};
}

double gelu(double x) {
    return 0.5 * x * std::erfc(-x / std::numbers::sqrt2);
}
double hardSwish(double x) {
    return x * std::min(std::max(x + 3, 0.0), 6.0) / 6;
}

Plane mapped(Plane x, const std::function<double(double)>& f) {
    std::transform(x.values.begin(), x.values.end(), x.values.begin(), f);
    return x;
}

Plane operator+(Plane a, const Plane& b) {
    std::transform(a.values.begin(), a.values.end(), b.values.begin(), a.values.begin(), std::plus<>());
    return a;
}

/// Layers read under a name.
class Statement {
public:
    Statement(const WeightFile& file, std::string path) : m_file(file), m_path(std::move(path)) {}

    Statement operator/(const std::string& name) const { return {m_file, m_path + name + "."}; }
    Statement operator/(int index) const { return *this / std::to_string(index); }
    bool has(const std::string& name) const { return m_file.tensors.count(m_path + name) > 0; }
    const FloatTensor& tensor(const std::string& name) const { return m_file.tensors.at(m_path + name); }
    double value(const std::string& name, Index i) const {
        return tensor(name).values[static_cast<std::size_t>(i)];
    }

    /// Any convolution: groups follow from the weights' shape, zeros around the map.
    Plane convolve(const Plane& x, int stride = 1) const {
        const FloatTensor& w = tensor("weight");
        const Shape& s = w.shape;
        const Index inGroup = s[1];
        const Index outGroup = s[0] / (x.channels / inGroup);
        Plane y = make((x.height + stride - 1) / stride, (x.width + stride - 1) / stride, s[0]);
        for (Index row = 0; row < y.height; ++row)
            for (Index column = 0; column < y.width; ++column)
                for (Index o = 0; o < s[0]; ++o) {
                    double sum = has("bias") ? value("bias", o) : 0.0;
                    for (Index t = 0; t < s[2] * s[3]; ++t) {
                        const Index sy = row * stride - s[2] / 2 + t / s[3];
                        const Index sx = column * stride - s[3] / 2 + t % s[3];
                        if (sy < 0 || sy >= x.height || sx < 0 || sx >= x.width)
                            continue;
                        for (Index i = 0; i < inGroup; ++i)
                            sum +=
                                x.at(sy, sx, o / outGroup * inGroup + i) *
                                static_cast<double>(
                                    w.values[static_cast<std::size_t>((o * inGroup + i) * s[2] * s[3] + t)]);
                    }
                    y.at(row, column, o) = sum;
                }
        return y;
    }
    Plane batchNorm(Plane x) const {
        for (std::size_t i = 0; i < x.values.size(); ++i) {
            const Index c = static_cast<Index>(i) % x.channels;
            x.values[i] = (x.values[i] - value("running_mean", c)) /
                              std::sqrt(value("running_var", c) + 1e-5) * value("weight", c) +
                          value("bias", c);
        }
        return x;
    }
    Plane layerNorm(Plane x) const {
        const auto n = static_cast<double>(x.channels);
        for (Index p = 0; p < x.height * x.width; ++p) {
            double* row = &x.values[static_cast<std::size_t>(p * x.channels)];
            double mean = 0;
            double variance = 0;
            for (Index c = 0; c < x.channels; ++c)
                mean += row[c] / n;
            for (Index c = 0; c < x.channels; ++c)
                variance += (row[c] - mean) * (row[c] - mean) / n;
            for (Index c = 0; c < x.channels; ++c)
                row[c] = (row[c] - mean) / std::sqrt(variance + 1e-5) * value("weight", c) + value("bias", c);
        }
        return x;
    }
    Plane linear(const Plane& x) const {
        const FloatTensor& w = tensor("weight");
        Plane y = make(x.height, x.width, w.shape[0]);
        for (Index p = 0; p < x.height * x.width; ++p)
            for (Index o = 0; o < y.channels; ++o) {
                double sum = value("bias", o);
                for (Index i = 0; i < x.channels; ++i)
                    sum += x.values[static_cast<std::size_t>(p * x.channels + i)] *
                           static_cast<double>(w.values[static_cast<std::size_t>(o * x.channels + i)]);
                y.values[static_cast<std::size_t>(p * y.channels + o)] = sum;
            }
        return y;
    }
    /// A convolution and the norm behind it, where there is one.
    Plane layer(const Plane& x, const char* convolution, const char* norm, int stride = 1) const {
        const Plane y = (*this / convolution).convolve(x, stride);
        return has(std::string(norm) + ".weight") ? (*this / norm).batchNorm(y) : y;
    }

private:
    const WeightFile& m_file;
    std::string m_path;
};

Plane statedHead(const Statement& w, const Plane& x, int grid) {
    const Plane map = (w / 3).convolve(mapped((w / 1).batchNorm((w / 0).convolve(x)), gelu));
    Plane y = make(grid, grid, map.channels);
    const auto source = [&](Index i, Index from) {
        return std::max((static_cast<double>(i) + 0.5) * static_cast<double>(from) / grid - 0.5, 0.0);
    };
    for (Index row = 0; row < grid; ++row)
        for (Index column = 0; column < grid; ++column)
            for (Index c = 0; c < map.channels; ++c) {
                const double v = source(row, map.height);
                const double u = source(column, map.width);
                const auto y0 = static_cast<Index>(v);
                const auto x0 = static_cast<Index>(u);
                const Index y1 = std::min(y0 + 1, map.height - 1);
                const Index x1 = std::min(x0 + 1, map.width - 1);
                const double fy = v - static_cast<double>(y0);
                const double fx = u - static_cast<double>(x0);
                y.at(row, column, c) = (1 - fy) * ((1 - fx) * map.at(y0, x0, c) + fx * map.at(y0, x1, c)) +
                                       fy * ((1 - fx) * map.at(y1, x0, c) + fx * map.at(y1, x1, c));
            }
    return y;
}

/// Softmax attention among `rows` of `tokens` (each q | k | v of `depth`), plus `bias(i, j)`.
std::vector<std::vector<double>> attended(const std::vector<std::vector<double>>& tokens, Index depth,
                                          const std::function<double(Index, Index)>& bias) {
    const auto n = static_cast<Index>(tokens.size());
    std::vector<std::vector<double>> mixed;
    for (Index i = 0; i < n; ++i) {
        std::vector<double> scores;
        for (Index j = 0; j < n; ++j) {
            double score = 0;
            for (Index c = 0; c < depth; ++c)
                score += tokens[static_cast<std::size_t>(i)][static_cast<std::size_t>(c)] *
                         tokens[static_cast<std::size_t>(j)][static_cast<std::size_t>(depth + c)];
            scores.push_back(score / std::sqrt(static_cast<double>(depth)) + bias(i, j));
        }
        const double largest = *std::max_element(scores.begin(), scores.end());
        double sum = 0;
        for (double& score : scores)
            sum += score = std::exp(score - largest);
        std::vector<double>& row = mixed.emplace_back(static_cast<std::size_t>(depth), 0.0);
        for (Index j = 0; j < n; ++j)
            for (Index c = 0; c < depth; ++c)
                row[static_cast<std::size_t>(c)] +=
                    scores[static_cast<std::size_t>(j)] / sum *
                    tokens[static_cast<std::size_t>(j)][static_cast<std::size_t>(2 * depth + c)];
    }
    return mixed;
}

Plane bottleneck(const Statement& w, const Plane& x, int stride) {
    Plane h = x;
    if (w.has("inverted_conv.conv.weight"))
        h = mapped((w / "inverted_conv").layer(h, "conv", "norm"), hardSwish);
    h = mapped((w / "depth_conv").layer(h, "conv", "norm", stride), hardSwish);
    return (w / "point_conv").layer(h, "conv", "norm");
}

/// Every pair of pixels weighed, which the linear form avoids.
Plane linearAttention(const Statement& w, const Plane& x) {
    const Plane fine = (w / "qkv" / "conv").convolve(x);
    const Plane coarse = (w / "aggreg" / 0 / 1).convolve((w / "aggreg" / 0 / 0).convolve(fine));
    const Index depth = (w / "aggreg" / 0 / 1).tensor("weight").shape[1];
    const Index pixels = x.height * x.width;
    const auto both = [&](Index p, Index c) {
        const Plane& from = c < fine.channels ? fine : coarse;
        return from.values[static_cast<std::size_t>(p * fine.channels + c % fine.channels)];
    };
    Plane mixed = make(x.height, x.width, 2 * x.channels);
    for (Index group = 0; group < mixed.channels / depth; ++group)
        for (Index p = 0; p < pixels; ++p) {
            double weights = 1e-15;
            std::vector<double> sum(static_cast<std::size_t>(depth), 0.0);
            for (Index other = 0; other < pixels; ++other) {
                double weight = 0;
                for (Index c = group * 3 * depth; c < group * 3 * depth + depth; ++c)
                    weight += std::max(both(p, c), 0.0) * std::max(both(other, c + depth), 0.0);
                weights += weight;
                for (Index c = 0; c < depth; ++c)
                    sum[static_cast<std::size_t>(c)] += weight * both(other, (group * 3 + 2) * depth + c);
            }
            for (Index c = 0; c < depth; ++c)
                mixed.values[static_cast<std::size_t>(p * mixed.channels + group * depth + c)] =
                    sum[static_cast<std::size_t>(c)] / weights;
        }
    return (w / "proj").layer(mixed, "conv", "norm");
}

Plane repDepthwise(const Statement& w, const Plane& x) {
    return (w / "bn").batchNorm((w / "conv").layer(x, "c", "bn") + (w / "conv1").convolve(x) + x);
}

Plane squeezed(const Statement& w, Plane x) {
    Plane mean = make(1, 1, x.channels);
    for (std::size_t i = 0; i < x.values.size(); ++i)
        mean.values[i % static_cast<std::size_t>(x.channels)] +=
            x.values[i] / static_cast<double>(x.height * x.width);
    const Plane inner = mapped((w / "fc1").convolve(mean), [](double v) { return std::max(v, 0.0); });
    const Plane factors =
        mapped((w / "fc2").convolve(inner), [](double v) { return 1 / (1 + std::exp(-v)); });
    for (std::size_t i = 0; i < x.values.size(); ++i)
        x.values[i] *= factors.values[i % static_cast<std::size_t>(x.channels)];
    return x;
}

Plane tinyConvolutions(const Statement& w, const Plane& x, int stride) {
    const Plane h = mapped((w / "conv1").layer(x, "c", "bn"), gelu);
    return (w / "conv3").layer(mapped((w / "conv2").layer(h, "c", "bn", stride), gelu), "c", "bn");
}

/// Pads explicitly, before the norm; padded tokens attend and are attended to.
Plane windowAttention(const Statement& w, const Plane& x) {
    const Index heads = w.tensor("attention_biases").shape[0];
    const Index offsets = w.tensor("attention_biases").shape[1];
    const auto side = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(offsets))));
    const Index depth = x.channels / heads;
    Plane padded = make((x.height + side - 1) / side * side, (x.width + side - 1) / side * side, x.channels);
    for (Index row = 0; row < x.height; ++row)
        for (Index column = 0; column < x.width; ++column)
            for (Index c = 0; c < x.channels; ++c)
                padded.at(row, column, c) = x.at(row, column, c);
    const Plane qkv = (w / "qkv").linear((w / "norm").layerNorm(padded));
    Plane mixed = padded;
    for (Index top = 0; top < padded.height; top += side)
        for (Index left = 0; left < padded.width; left += side)
            for (Index h = 0; h < heads; ++h) {
                std::vector<std::vector<double>> tokens;
                for (Index t = 0; t < offsets; ++t) {
                    const double* from = &qkv.values[static_cast<std::size_t>(
                        ((top + t / side) * padded.width + left + t % side) * qkv.channels + h * 3 * depth)];
                    tokens.emplace_back(from, from + 3 * depth);
                }
                const auto rows = attended(tokens, depth, [&](Index i, Index j) {
                    const Index offset = std::abs(i / side - j / side) * side + std::abs(i % side - j % side);
                    return w.value("attention_biases", h * offsets + offset);
                });
                for (Index t = 0; t < offsets; ++t)
                    for (Index c = 0; c < depth; ++c)
                        mixed.at(top + t / side, left + t % side, h * depth + c) =
                            rows[static_cast<std::size_t>(t)][static_cast<std::size_t>(c)];
            }
    const Plane projected = (w / "proj").linear(mixed);
    Plane y = make(x.height, x.width, x.channels);
    for (Index row = 0; row < x.height; ++row)
        for (Index column = 0; column < x.width; ++column)
            for (Index c = 0; c < x.channels; ++c)
                y.at(row, column, c) = projected.at(row, column, c);
    return y;
}

Plane tinyBlock(const Statement& w, Plane x) {
    x = x + windowAttention(w / "attn", x);
    x = (w / "local_conv").layer(x, "c", "bn");
    const Statement mlp = w / "mlp";
    return x + (mlp / "fc2").linear(mapped((mlp / "fc1").linear((mlp / "norm").layerNorm(x)), gelu));
}

Plane textAttention(const Statement& w, const Plane& x) {
    constexpr Index kDepth = 64;
    const Plane qkv = (w / "qkv_proj").linear(x);
    Plane mixed = x;
    for (Index head = 0; head < x.channels / kDepth; ++head) {
        std::vector<std::vector<double>> tokens;
        for (Index t = 0; t < x.width; ++t) {
            auto& token = tokens.emplace_back();
            for (Index part = 0; part < 3; ++part)
                for (Index c = 0; c < kDepth; ++c)
                    token.push_back(qkv.at(0, t, part * x.channels + head * kDepth + c));
        }
        const auto rows = attended(tokens, kDepth, [](Index, Index) { return 0.0; });
        for (Index t = 0; t < x.width; ++t)
            for (Index c = 0; c < kDepth; ++c)
                mixed.at(0, t, head * kDepth + c) =
                    rows[static_cast<std::size_t>(t)][static_cast<std::size_t>(c)];
    }
    return (w / "out_proj").linear(mixed);
}

Plane scaled(const Statement& w, Plane x) {
    for (std::size_t i = 0; i < x.values.size(); ++i)
        x.values[i] *= w.value("layer_scale", static_cast<Index>(i) % x.channels);
    return x;
}

Plane textBlock(const Statement& w, const Plane& x) {
    if (!w.has("layer_scale")) {
        const Plane y = x + textAttention(w / "pre_norm_mha" / 1, (w / "pre_norm_mha" / 0).layerNorm(x));
        const Statement ffn = w / "pre_norm_ffn";
        return y + (ffn / 4).linear(mapped((ffn / 1).linear((ffn / 0).layerNorm(y)), gelu));
    }
    const Statement token = w / "token_mixer";
    const Plane negative = mapped((token / "norm" / "rbr_skip").batchNorm(x), [](double v) { return -v; });
    const Plane mixed = (token / "mixer" / "rbr_skip").batchNorm(x) +
                        (token / "mixer" / "rbr_conv" / 0).layer(x, "conv", "bn") + negative;
    const Plane y = x + scaled(token, mixed);
    const Statement ffn = w / "convffn";
    const Plane h = (ffn / "conv").layer(y, "conv", "bn");
    return y + scaled(w, (ffn / "fc2").convolve(mapped((ffn / "fc1").convolve(h), gelu)));
}

} // namespace

Plane statedEfficientVit(const WeightFile& file, const std::string& prefix, const Plane& pixels, int grid) {
    const Statement root(file, prefix);
    const Statement model = root / "backbone" / "model";
    const Statement stem = model / "input_stem" / "op_list";
    Plane x = mapped((stem / 0).layer(pixels, "conv", "norm", 2), hardSwish);
    for (int i = 1; (stem / i).has("main.point_conv.conv.weight"); ++i)
        x = x + bottleneck(stem / i / "main", x, 1);
    for (int s = 0; s < 4; ++s) {
        const Statement ops = model / "stages" / s / "op_list";
        x = bottleneck(ops / 0 / "main", x, 2);
        for (int i = 1; (ops / i).has("main.point_conv.conv.weight"); ++i)
            x = x + bottleneck(ops / i / "main", x, 1);
        for (int i = 1; (ops / i).has("local_module.main.point_conv.conv.weight"); ++i) {
            x = x + linearAttention(ops / i / "context_module" / "main", x);
            x = x + bottleneck(ops / i / "local_module" / "main", x, 1);
        }
    }
    return statedHead(root / "head", x, grid);
}

Plane statedRepVit(const WeightFile& file, const std::string& prefix, const Plane& pixels, int grid) {
    const Statement root(file, prefix);
    const Statement features = root / "backbone" / "model" / "features";
    Plane x = mapped((features / 0 / 0).layer(pixels, "c", "bn", 2), gelu);
    x = (features / 0 / 2).layer(x, "c", "bn", 2);
    for (int i = 1; (features / i).has("channel_mixer.m.0.c.weight"); ++i) {
        const Statement mixer = features / i / "token_mixer";
        const bool halves = mixer.has("2.c.weight");
        x = halves ? (mixer / 0).layer(x, "c", "bn", 2) : repDepthwise(mixer / 0, x);
        if (mixer.has("1.fc1.weight"))
            x = squeezed(mixer / 1, x);
        if (halves)
            x = (mixer / 2).layer(x, "c", "bn");
        const Statement channels = features / i / "channel_mixer" / "m";
        x = x + (channels / 2).layer(mapped((channels / 0).layer(x, "c", "bn"), gelu), "c", "bn");
    }
    return statedHead(root / "head", x, grid);
}

Plane statedTinyVit(const WeightFile& file, const std::string& prefix, const Plane& pixels, int grid) {
    const Statement root(file, prefix);
    const Statement model = root / "backbone" / "model";
    Plane x = mapped((model / "patch_embed" / "seq" / 0).layer(pixels, "c", "bn", 2), gelu);
    x = (model / "patch_embed" / "seq" / 2).layer(x, "c", "bn", 2);
    for (int l = 0; l < 4; ++l) {
        const Statement layer = model / "layers" / l;
        for (int i = 0; (layer / "blocks" / i).has("conv1.c.weight"); ++i)
            x = mapped(x + tinyConvolutions(layer / "blocks" / i, x, 1), gelu);
        for (int i = 0; (layer / "blocks" / i).has("attn.qkv.weight"); ++i)
            x = tinyBlock(layer / "blocks" / i, x);
        if (layer.has("downsample.conv1.c.weight"))
            x = tinyConvolutions(layer / "downsample", x, 2);
    }
    return statedHead(root / "head", x, grid);
}

Plane statedMobileClip(const WeightFile& file, const std::string& prefix, std::span<const std::int32_t> ids) {
    const Statement root(file, prefix);
    const Statement encoder = root / "encoder";
    const FloatTensor& table = encoder.tensor("embedding_layer.weight");
    const Index width = table.shape[1];
    Plane x = make(1, static_cast<Index>(ids.size()), width);
    for (Index t = 0; t < x.width; ++t)
        for (Index c = 0; c < width; ++c)
            x.at(0, t, c) =
                encoder.value("embedding_layer.weight", ids[static_cast<std::size_t>(t)] * width + c) +
                encoder.value("positional_embedding.pos_embed.pos_embed", t * width + c);
    for (int i = 0; (encoder / "transformer" / i).has("layer_scale") ||
                    (encoder / "transformer" / i).has("pre_norm_mha.0.weight");
         ++i)
        x = textBlock(encoder / "transformer" / i, x);
    return (root / "projector").linear((encoder / "final_layer_norm").layerNorm(x));
}

} // namespace inference::test
