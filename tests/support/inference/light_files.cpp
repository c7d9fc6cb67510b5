// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/light_files.h"

#include "tests/support/inference/nano_model.h"

#include <algorithm>
#include <cmath>

namespace inference::test {
namespace {

/// Adds to a manifest below a name.
class At {
public:
    At(Manifest& manifest, std::string name) : m_manifest(manifest), m_name(std::move(name)) {}

    At operator/(const std::string& name) const {
        return {m_manifest, m_name.empty() ? name : m_name + "." + name};
    }
    At operator/(int index) const { return *this / std::to_string(index); }

    void tensor(const Shape& shape) const { m_manifest[m_name] = shape; }
    void weight(const Shape& shape) const { (*this / "weight").tensor(shape); }
    void layer(const Shape& shape) const {
        weight(shape);
        (*this / "bias").tensor({shape[0]});
    }
    void batchNorm(std::int64_t channels) const {
        for (const char* leaf : {"weight", "bias", "running_mean", "running_var"})
            (*this / leaf).tensor({channels});
        (*this / "num_batches_tracked").tensor({});
    }
    /// A convolution without bias and its norm.
    void normed(const char* convolution, const char* norm, const Shape& shape) const {
        (*this / convolution).weight(shape);
        (*this / norm).batchNorm(shape[0]);
    }

private:
    Manifest& m_manifest;
    std::string m_name;
};

void addHead(const At& at, std::int64_t channels, std::int64_t out) {
    (at / "0").weight({out, channels, 1, 1});
    (at / "1").batchNorm(out);
    (at / "3").layer({out, out, 3, 3});
}

void addBottleneck(const At& at, std::int64_t in, std::int64_t out, bool fewerNorms) {
    const Shape expand{4 * in, in, 1, 1};
    const Shape depth{4 * in, 1, 3, 3};
    if (fewerNorms) {
        (at / "inverted_conv" / "conv").layer(expand);
        (at / "depth_conv" / "conv").layer(depth);
    } else {
        (at / "inverted_conv").normed("conv", "norm", expand);
        (at / "depth_conv").normed("conv", "norm", depth);
    }
    (at / "point_conv").normed("conv", "norm", {out, 4 * in, 1, 1});
}

void addContext(const At& at, std::int64_t channels, std::int64_t headDim) {
    (at / "qkv" / "conv").weight({3 * channels, channels, 1, 1});
    (at / "aggreg" / 0 / 0).weight({3 * channels, 1, 5, 5});
    (at / "aggreg" / 0 / 1).weight({3 * channels, headDim, 1, 1});
    (at / "proj").normed("conv", "norm", {channels, 2 * channels, 1, 1});
}

void addTinyBlock(const At& at, std::int64_t d, std::int64_t window) {
    (at / "attn" / "attention_biases").tensor({d / 32, window * window});
    (at / "attn" / "norm").layer({d});
    (at / "attn" / "qkv").layer({3 * d, d});
    (at / "attn" / "proj").layer({d, d});
    (at / "local_conv").normed("c", "bn", {d, 1, 3, 3});
    (at / "mlp" / "norm").layer({d});
    (at / "mlp" / "fc1").layer({4 * d, d});
    (at / "mlp" / "fc2").layer({d, 4 * d});
}

void addTinyConvolutions(const At& at, std::int64_t in, std::int64_t inner, std::int64_t out) {
    (at / "conv1").normed("c", "bn", {inner, in, 1, 1});
    (at / "conv2").normed("c", "bn", {inner, 1, 3, 3});
    (at / "conv3").normed("c", "bn", {out, inner, 1, 1});
}

void addAttentionBlock(const At& at, std::int64_t d) {
    (at / "pre_norm_mha" / 0).layer({d});
    (at / "pre_norm_mha" / 1 / "qkv_proj").layer({3 * d, d});
    (at / "pre_norm_mha" / 1 / "out_proj").layer({d, d});
    (at / "pre_norm_ffn" / 0).layer({d});
    (at / "pre_norm_ffn" / 1).layer({4 * d, d});
    (at / "pre_norm_ffn" / 4).layer({d, 4 * d});
}

void addMixerBlock(const At& at, std::int64_t d) {
    (at / "layer_scale").tensor({d, 1, 1});
    (at / "token_mixer" / "layer_scale").tensor({d, 1, 1});
    (at / "token_mixer" / "norm" / "rbr_skip").batchNorm(d);
    (at / "token_mixer" / "mixer" / "rbr_skip").batchNorm(d);
    (at / "token_mixer" / "mixer" / "rbr_conv" / 0).normed("conv", "bn", {d, 1, 1, 11});
    (at / "convffn" / "conv").normed("conv", "bn", {d, 1, 1, 11});
    (at / "convffn" / "fc1").layer({4 * d, d, 1, 1});
    (at / "convffn" / "fc2").layer({d, 4 * d, 1, 1});
}

bool endsWith(const std::string& text, const std::string& end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

} // namespace

Manifest efficientVitManifest(const EfficientVitSizes& s) {
    Manifest manifest;
    const At root(manifest, "");
    const At model = root / "backbone" / "model";
    const At stem = model / "input_stem" / "op_list";
    (stem / 0).normed("conv", "norm", {s.width[0], 3, 3, 3});
    for (int j = 1; j <= s.depth[0]; ++j) {
        (stem / j / "main" / "depth_conv").normed("conv", "norm", {s.width[0], 1, 3, 3});
        (stem / j / "main" / "point_conv").normed("conv", "norm", {s.width[0], s.width[0], 1, 1});
    }
    for (int stage = 0; stage < 4; ++stage) {
        const auto next = static_cast<std::size_t>(stage) + 1;
        const std::int64_t channels = s.width[next];
        const At ops = model / "stages" / stage / "op_list";
        addBottleneck(ops / 0 / "main", s.width[next - 1], channels, stage >= 2);
        for (int j = 1; stage < 2 && j < s.depth[next]; ++j)
            addBottleneck(ops / j / "main", channels, channels, false);
        for (int j = 1; stage >= 2 && j <= s.depth[next]; ++j) {
            addContext(ops / j / "context_module" / "main", channels, s.headDim);
            addBottleneck(ops / j / "local_module" / "main", channels, channels, true);
        }
    }
    addHead(root / "head", s.width[4], s.out);
    return manifest;
}

Manifest repVitManifest(const RepVitSizes& s) {
    Manifest manifest;
    const At root(manifest, "");
    const At features = root / "backbone" / "model" / "features";
    (features / 0 / 0).normed("c", "bn", {s.width[0] / 2, 3, 3, 3});
    (features / 0 / 2).normed("c", "bn", {s.width[0], s.width[0] / 2, 3, 3});
    int index = 1;
    for (std::size_t stage = 0; stage < s.width.size(); ++stage) {
        const std::int64_t channels = s.width[stage];
        for (const int first = index; index <= s.last[stage]; ++index) {
            const At mixer = features / index / "token_mixer";
            if (stage > 0 && index == first) {
                (mixer / 0).normed("c", "bn", {s.width[stage - 1], 1, 3, 3});
                (mixer / 2).normed("c", "bn", {channels, s.width[stage - 1], 1, 1});
            } else {
                (mixer / 0 / "conv").normed("c", "bn", {channels, 1, 3, 3});
                (mixer / 0 / "conv1").layer({channels, 1, 1, 1});
                (mixer / 0 / "bn").batchNorm(channels);
            }
            if (std::count(s.squeezed.begin(), s.squeezed.end(), index) > 0) {
                (mixer / 1 / "fc1").layer({s.inner[stage], channels, 1, 1});
                (mixer / 1 / "fc2").layer({channels, s.inner[stage], 1, 1});
            }
            const At mlp = features / index / "channel_mixer" / "m";
            (mlp / 0).normed("c", "bn", {2 * channels, channels, 1, 1});
            (mlp / 2).normed("c", "bn", {channels, 2 * channels, 1, 1});
        }
    }
    addHead(root / "head", s.width.back(), s.out);
    return manifest;
}

Manifest tinyVitManifest(const TinyVitSizes& s) {
    Manifest manifest;
    const At root(manifest, "");
    const At model = root / "backbone" / "model";
    (model / "patch_embed" / "seq" / 0).normed("c", "bn", {s.width[0] / 2, 3, 3, 3});
    (model / "patch_embed" / "seq" / 2).normed("c", "bn", {s.width[0], s.width[0] / 2, 3, 3});
    for (int l = 0; l < 4; ++l) {
        const auto i = static_cast<std::size_t>(l);
        const At layer = model / "layers" / l;
        for (int j = 0; j < s.blocks[i]; ++j) {
            if (l == 0)
                addTinyConvolutions(layer / "blocks" / j, s.width[0], 4 * s.width[0], s.width[0]);
            else
                addTinyBlock(layer / "blocks" / j, s.width[i], s.window[i]);
        }
        if (l < 3)
            addTinyConvolutions(layer / "downsample", s.width[i], s.width[i + 1], s.width[i + 1]);
    }
    addHead(root / "head", s.width[3], s.out);
    return manifest;
}

Manifest mobileClipManifest(const MobileClipSizes& s) {
    Manifest manifest;
    const At root(manifest, "");
    const At encoder = root / "encoder";
    (encoder / "embedding_layer").weight({s.vocabulary, s.width});
    (encoder / "positional_embedding" / "pos_embed" / "pos_embed").tensor({1, 1, s.positions, s.width});
    (encoder / "projection_layer").tensor({s.width, s.width});
    (encoder / "final_layer_norm").layer({s.width});
    (root / "projector").layer({s.out, s.width});
    for (int i = 0; i < s.blocks; ++i) {
        if (std::count(s.mixers.begin(), s.mixers.end(), i) > 0)
            addMixerBlock(encoder / "transformer" / i, s.width);
        else
            addAttentionBlock(encoder / "transformer" / i, s.width);
    }
    return manifest;
}

void addTensors(WeightFile& file, const std::string& prefix, const Manifest& manifest) {
    for (const auto& [name, shape] : manifest) {
        if (endsWith(name, "num_batches_tracked"))
            continue;
        const auto count = static_cast<std::size_t>(elementCount(shape));
        float scale = 0.25F;
        float offset = 0;
        if (endsWith(name, "running_var")) {
            scale = 0.5F;
            offset = 1;
        } else if (shape.size() == 1 && !endsWith(name, "bias") && !endsWith(name, "running_mean")) {
            offset = 1;
        } else if (endsWith(name, "pos_embed") || endsWith(name, "biases") ||
                   endsWith(name, "embedding_layer.weight")) {
            scale = 1;
        } else if (shape.size() > 1 && !endsWith(name, "layer_scale")) {
            scale = std::sqrt(3.0F * static_cast<float>(shape[0]) / static_cast<float>(count));
        }
        file.tensors[prefix + name] = {shape, generate(name, count, scale, offset)};
    }
}

} // namespace inference::test
