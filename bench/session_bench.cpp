// SPDX-License-Identifier: Apache-2.0
// A session by phase. The model: MASKWRIGHT_MODEL in the environment, else the one in the resources.
#include "core/mask/logit_map.h"
#include "inference/api/engine.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int kWidth = 1600;
constexpr int kHeight = 1200;

std::filesystem::path modelFile() {
    const char* named = std::getenv("MASKWRIGHT_MODEL");
    return named ? named : RESOURCE_DIR "/models/pocket.safetensors";
}

/// Discs on a gradient: enough structure for the masks not to be empty.
const std::vector<std::uint8_t>& picture() {
    static const std::vector<std::uint8_t> pixels = [] {
        std::vector<std::uint8_t> bytes(std::size_t(kWidth) * kHeight * 3);
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                const int dx = x % 400 - 200;
                const int dy = y % 400 - 200;
                const bool inside = dx * dx + dy * dy < 120 * 120;
                std::uint8_t* pixel = &bytes[(std::size_t(y) * kWidth + std::size_t(x)) * 3];
                pixel[0] = std::uint8_t(inside ? 220 : x * 255 / kWidth);
                pixel[1] = std::uint8_t(inside ? 40 : y * 255 / kHeight);
                pixel[2] = 60;
            }
        }
        return bytes;
    }();
    return pixels;
}

inference::ImageView view() {
    return {picture().data(), kWidth, kHeight, std::ptrdiff_t{kWidth} * 3, 3};
}

/// Null, with the state told why, if the model can't be opened.
std::unique_ptr<inference::Engine> openEngine(benchmark::State& state) {
    inference::EngineOptions options;
    options.cacheBytes = std::size_t{256} << 20;
    auto engine = inference::Engine::open(modelFile(), options);
    if (!engine) {
        state.SkipWithError(engine.error().message.c_str());
        return nullptr;
    }
    return std::move(*engine);
}

std::unique_ptr<inference::ImageSession> openImage(benchmark::State& state, inference::Engine& engine,
                                                   const std::string& hash) {
    auto session = engine.openImage(view(), hash);
    if (!session) {
        state.SkipWithError(session.error().message.c_str());
        return nullptr;
    }
    return std::move(*session);
}

template <class T> void check(benchmark::State& state, const inference::Result<T>& result) {
    if (!result) {
        state.SkipWithError(result.error().message.c_str());
    }
}

void loadModel(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(openEngine(state));
    }
}

void resizeImage(benchmark::State& state) {
    const auto engine = openEngine(state);
    for (auto _ : state) {
        if (engine) {
            benchmark::DoNotOptimize(openImage(state, *engine, "same"));
        }
    }
}

void encodeImage(benchmark::State& state) {
    const auto engine = openEngine(state);
    int image = 0;
    for (auto _ : state) {
        if (!engine) {
            continue;
        }
        state.PauseTiming();
        const auto session = openImage(state, *engine, "image " + std::to_string(++image));
        state.ResumeTiming();
        if (session) {
            check(state, session->prepare());
        }
    }
}

void askConcept(benchmark::State& state) {
    const auto engine = openEngine(state);
    const auto session = engine ? openImage(state, *engine, "same") : nullptr;
    if (session) {
        check(state, session->prepare());
    }
    for (auto _ : state) {
        if (session) {
            check(state, session->segmentConcept({"red disc", {}}));
        }
    }
}

void askClick(benchmark::State& state) {
    const auto engine = openEngine(state);
    const auto session = engine ? openImage(state, *engine, "same") : nullptr;
    if (session) {
        check(state, session->prepare());
    }
    inference::InstancePrompt prompt;
    prompt.points = {{200, 200, true}};
    for (auto _ : state) {
        if (session) {
            check(state, session->segmentInstance(prompt));
        }
    }
}

void enlargeMask(benchmark::State& state) {
    constexpr int kSide = 288;
    std::vector<float> values(std::size_t{kSide} * kSide);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const float dx = float(x) - 144;
            const float dy = float(y) - 144;
            values[std::size_t(y) * kSide + std::size_t(x)] = 60 * 60 - dx * dx - dy * dy;
        }
    }
    const core::LogitMap map{{kSide, kSide}, std::make_shared<const std::vector<float>>(std::move(values))};
    for (auto _ : state) {
        benchmark::DoNotOptimize(map.toMask({kWidth, kHeight}));
    }
}

} // namespace

BENCHMARK(loadModel)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(resizeImage)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(encodeImage)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(askConcept)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(askClick)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(enlargeMask)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
