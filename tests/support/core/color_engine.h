// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine_port.h"

namespace core {

/// An engine that sees: a phrase is a colour name, and every connected region of that very colour is an
/// instance, its mask exact. Scores are 0.9, or what a number after the name says ("red 0.4"). Its images are
/// never encoded, and a picture whose first pixel is black can't be answered.
class ColorEngine : public EnginePort {
public:
    ColorEngine();
    const inference::ModelInfo& info() const override { return m_info; }
    std::string deviceName() const override { return "test"; }
    Result<std::unique_ptr<SessionPort>> openImage(const inference::ImageView& image,
                                                   std::string contentHash) override;
    int opened = 0;         ///< images and views
    int outOfMemoryAt = -1; ///< throws when this many were opened before

private:
    inference::ModelInfo m_info;
};

} // namespace core
