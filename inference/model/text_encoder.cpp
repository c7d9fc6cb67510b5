// SPDX-License-Identifier: Apache-2.0
#include "inference/model/text_encoder.h"

#include "inference/nn/taps.h"

#include <algorithm>

namespace inference {
namespace {

std::string blockName(std::size_t index) {
    return std::string(index < 10 ? "text_block0" : "text_block") + std::to_string(index);
}

} // namespace

TextEncoder::Block::Block(const WeightScope& w, const Config& c)
    : attentionNorm(w / "ln_1", c.textWidth),
      attention(w / "attn", c.textWidth, c.textHeads, Causality::Causal), mlpNorm(w / "ln_2", c.textWidth),
      mlp(Linear(w / "mlp" / "c_fc", c.textWidth, c.textHidden),
          Linear(w / "mlp" / "c_proj", c.textHidden, c.textWidth), Activation::Gelu) {}

Tensor TextEncoder::Block::operator()(Run& run, const Tensor& x) const {
    const Tensor h = attentionNorm(run, x);
    const Tensor y = attention.attend(run, h, attention.project(run, h, h), x);
    return mlp(run, mlpNorm(run, y), y);
}

TextEncoder::TextEncoder(const WeightScope& w, const Config& c)
    : m_tokens((w / "encoder" / "token_embedding").table("weight", {c.vocabularySize, c.textWidth})),
      m_positions((w / "encoder").tensor("positional_embedding", {c.contextLength, c.textWidth})),
      m_finalNorm(w / "encoder" / "ln_final", c.textWidth), m_resizer(w / "resizer", c.textWidth, c.dModel) {
    for (int i = 0; i < c.textLayers; ++i)
        m_blocks.emplace_back(w / "encoder" / "transformer" / "resblocks" / i, c);
}

Result<Tensor> TextEncoder::operator()(Run& run, std::span<const std::int32_t> padded) const {
    // Attention is causal: the padding behind the end token changes nothing before it.
    const auto end = std::find_if(padded.rbegin(), padded.rend(), [](std::int32_t id) { return id != 0; });
    const std::span<const std::int32_t> ids = padded.first(static_cast<std::size_t>(padded.rend() - end));
    const Trace::Scope scope(run.trace, "text encoder");
    const int total = static_cast<int>(m_blocks.size());
    const Tensor embedded = ops::gatherRows(run, m_tokens, ids);
    Tensor x = ops::add(run, embedded, m_positions.rows(0, static_cast<std::int64_t>(ids.size())));
    std::vector<std::int32_t> valid;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] != 0)
            valid.push_back(static_cast<std::int32_t>(i));
    const auto kept = [&](const Tensor& rows) {
        return valid.size() == ids.size() ? rows : ops::gatherRows(run, rows, valid);
    };
    tap(run, "text_embed", x);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"text encoder", static_cast<int>(i), total}));
        x = m_blocks[i](run, x);
        tap(run, blockName(i), x);
    }
    x = m_finalNorm(run, x);
    tap(run, "text_final", x);
    x = kept(m_resizer(run, x));
    tap(run, "text", x);
    RETURN_IF_ERROR(run.checkpoint({"text encoder", total, total}));
    return x;
}

} // namespace inference
