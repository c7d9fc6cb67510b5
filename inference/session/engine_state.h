// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/image_session.h"
#include "inference/api/types.h"
#include "inference/device/device.h"
#include "inference/model/model.h"
#include "inference/session/disk_cache.h"
#include "inference/session/embedding_cache.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace inference {

/// What the engine owns and its sessions share. For one thread.
struct EngineState {
    std::unique_ptr<Device> device; ///< first: everything below holds its memory
    ModelInfo info;
    int maxHoleArea = 256; ///< pixels of the low-resolution grid (sam3-image §13)
    std::unique_ptr<Model> model;
    EmbeddingCache images;
    PhraseCache phrases;
    DiskCache disk = {};
};

/// One image of an engine.
struct ImageSession::Parts {
    EngineState& engine;
    int width;
    int height;
    std::vector<std::uint8_t> pixels; ///< resized to the model's square
    std::string key;                  ///< of the image and the model
};

} // namespace inference
