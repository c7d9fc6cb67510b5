// SPDX-License-Identifier: Apache-2.0
// What a model costs on this machine, stage by stage:
//   model_bench MODEL [--rounds N [--paced] [--hot]] [--cancel N] [--clicks N] [--images N]
// Each round encodes an image that no cache knows, asks for a new phrase on its hot features, then clicks.
// Printed are medians over the rounds: multiply-adds of each stage, seconds, and the share of the
// multiply-add ceiling measured beside them. --paced waits for a line of input before each round, so that
// others can be measured in between; with --hot all rounds share one image. --cancel stops N encodes at
// random moments, --clicks asks for N clicks while another image is encoded, --images tells how memory grows
// over N images, with --cache MiB for their features (1024).
#include "bench/reference_kernels.h"
#include "bench/round_stats.h"
#include "inference/api/engine.h"

#include <CLI/CLI.hpp>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using inference::Engine;
using inference::ImageSession;
using inference::RunControl;

constexpr int kWidth = 1800;
constexpr int kHeight = 1200;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double peakMegabytes() {
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

/// Discs on a gradient.
const std::vector<std::uint8_t>& picture() {
    static const std::vector<std::uint8_t> pixels = [] {
        std::vector<std::uint8_t> bytes;
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                const int dx = x % 400 - 200;
                const int dy = y % 400 - 200;
                const bool isInside = dx * dx + dy * dy < 120 * 120;
                bytes.push_back(std::uint8_t(isInside ? 220 : x * 255 / kWidth));
                bytes.push_back(std::uint8_t(isInside ? 40 : y * 255 / kHeight));
                bytes.push_back(60);
            }
        }
        return bytes;
    }();
    return pixels;
}

[[noreturn]] void stop(const inference::Error& error) {
    std::fprintf(stderr, "%s\n", error.message.c_str());
    std::exit(2);
}

template <class T> T need(inference::Result<T> result) {
    if (!result) {
        stop(result.error());
    }
    return std::move(*result);
}

std::unique_ptr<ImageSession> openImage(Engine& engine, const std::string& hash) {
    return need(engine.openImage({picture().data(), kWidth, kHeight, std::ptrdiff_t{kWidth} * 3, 3}, hash));
}

inference::InstancePrompt clickAt(int i) {
    inference::InstancePrompt prompt;
    prompt.points = {{float(200 + 40 * (i % 10)), 200, true}};
    return prompt;
}

/// How rounds go.
struct Rounds {
    int count = 5;
    bool isPaced = false;
    bool isHot = false;
};

void measureRounds(Engine& engine, const Rounds& rounds) {
    bench::RoundStats stats;
    for (int round = 0; round < rounds.count; ++round) {
        if (std::string line; rounds.isPaced && !std::getline(std::cin, line)) {
            break;
        }
        stats.beginRound(bench::peakFlops(int(std::thread::hardware_concurrency())));
        std::vector<inference::StageTime> stages;
        RunControl control;
        control.timings = &stages;
        const auto timed = [&](const char* name, auto&& f) {
            stages.clear();
            const Clock::time_point start = Clock::now();
            need(f());
            stats.add(name, secondsSince(start), stages);
        };
        const auto session = openImage(engine, rounds.isHot ? "hot" : "round " + std::to_string(round));
        timed("encode", [&]() -> inference::Result<bool> {
            RETURN_IF_ERROR(session->prepare(control));
            return true;
        });
        // The first answers of an image pay for what only masks and clicks need; then all is hot.
        timed("first concept", [&] { return session->segmentConcept({"warm up", {}}, {0}, control); });
        const std::string phrase = "a thing number " + std::to_string(round);
        timed("concept, new phrase", [&] { return session->segmentConcept({phrase, {}}, {0}, control); });
        timed("concept, same phrase", [&] { return session->segmentConcept({phrase, {}}, {0}, control); });
        timed("first click", [&] { return session->segmentInstance(clickAt(0), control); });
        timed("click", [&] { return session->segmentInstance(clickAt(round + 1), control); });
        std::printf("round %d done\n", round + 1);
        std::fflush(stdout);
    }
    stats.print();
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

/// From the wish to stop to the answer, at random moments of an encode.
void measureCancel(Engine& engine, int tries) {
    std::mt19937 random(1);
    std::vector<double> times;
    const auto reference = openImage(engine, "whole");
    Clock::time_point start = Clock::now();
    need(reference->prepare().transform([] { return true; }));
    const double whole = secondsSince(start);
    for (int i = 0; i < tries; ++i) {
        // Most early, so that a hundred tries end today; the moments cover the whole encode.
        const double share = std::uniform_real_distribution<>(0, 1)(random);
        const auto session = openImage(engine, "cancelled " + std::to_string(i));
        std::stop_source source;
        Clock::time_point asked;
        std::jthread timer([&, delay = whole * std::pow(share, 7)] {
            std::this_thread::sleep_for(std::chrono::duration<double>(delay));
            asked = Clock::now();
            source.request_stop();
        });
        RunControl control;
        control.stop = source.get_token();
        const bool finished = session->prepare(control).has_value();
        const Clock::time_point back = Clock::now();
        timer.join();
        if (!finished) {
            times.push_back(std::chrono::duration<double>(back - asked).count());
        }
    }
    std::printf("cancel: %zu tries, median %.1f ms, p99 %.1f ms, most %.1f ms\n", times.size(),
                1e3 * percentile(times, 0.5), 1e3 * percentile(times, 0.99), 1e3 * percentile(times, 1));
}

/// A click on one image while another is encoded, from the wish to the answer, against one at rest.
void measureClicks(Engine& engine, int clicks) {
    const auto hot = openImage(engine, "hot");
    need(hot->segmentInstance(clickAt(0)));
    std::vector<double> idle;
    for (int i = 0; i < clicks; ++i) {
        const Clock::time_point start = Clock::now();
        need(hot->segmentInstance(clickAt(i)));
        idle.push_back(secondsSince(start));
    }
    std::vector<double> busy;
    std::atomic<bool> wanted = false;
    std::atomic<Clock::rep> askedAt = 0;
    RunControl control;
    control.urgent = [&] { return wanted.load(); };
    control.yield = [&] {
        if (!wanted.load()) {
            return;
        }
        need(hot->segmentInstance(clickAt(int(busy.size()))));
        busy.push_back(
            std::chrono::duration<double>(Clock::now() - Clock::time_point(Clock::duration(askedAt)))
                .count());
        wanted = false;
    };
    std::jthread person([&](const std::stop_token& done) {
        std::mt19937 random(2);
        while (!done.stop_requested()) {
            std::this_thread::sleep_for(
                std::chrono::duration<double>(std::uniform_real_distribution<>(0.3, 0.7)(random)));
            askedAt = Clock::now().time_since_epoch().count();
            wanted = true;
        }
    });
    for (int image = 0; int(busy.size()) < clicks; ++image) {
        const auto session = openImage(engine, "background " + std::to_string(image));
        need(session->prepare(control).transform([] { return true; }));
    }
    std::printf(
        "click: at rest median %.1f ms; during an encode median %.1f ms, p90 %.1f ms, %.2f x, of %zu\n",
        1e3 * percentile(idle, 0.5), 1e3 * percentile(busy, 0.5), 1e3 * percentile(busy, 0.9),
        percentile(busy, 0.5) / percentile(idle, 0.5), busy.size());
}

double residentMegabytes() {
    std::ifstream status("/proc/self/statm");
    double pages = 0;
    status >> pages >> pages;
    return pages * double(sysconf(_SC_PAGESIZE)) / 1048576;
}

/// Encodes, asks and clicks on image after image; the first fifth fills caches.
void measureImages(Engine& engine, int images) {
    double early = 0;
    for (int image = 0; image < images; ++image) {
        const auto session = openImage(engine, "image " + std::to_string(image));
        need(session->segmentConcept({image % 2 ? "one thing" : "another thing", {}}));
        need(session->segmentInstance(clickAt(image)));
        if (image == images / 5) {
            early = residentMegabytes();
        }
    }
    const double late = residentMegabytes();
    std::printf("memory after %d images %.1f MiB, after %d images %.1f MiB: %+.2f %%\n", images / 5, early,
                images, late, 100 * (late / early - 1));
}

} // namespace

int main(int argc, char** argv) { // NOLINT(bugprone-exception-escape): nothing to save, the message is enough
    CLI::App app("What a model costs on this machine, stage by stage.");
    std::string model;
    Rounds rounds;
    int cancel = 0;
    int clicks = 0;
    int images = 0;
    int cache = 1024;
    app.add_option("MODEL", model)->required();
    app.add_option("--rounds", rounds.count);
    app.add_flag("--paced", rounds.isPaced);
    app.add_flag("--hot", rounds.isHot);
    app.add_option("--cancel", cancel);
    app.add_option("--clicks", clicks);
    app.add_option("--images", images);
    app.add_option("--cache", cache);
    CLI11_PARSE(app, argc, argv);

    const Clock::time_point start = Clock::now();
    inference::EngineOptions engineOptions;
    engineOptions.cacheBytes = std::size_t(cache) << 20;
    const auto engine = need(Engine::open(model, engineOptions));
    std::printf("%s: %.0f MB, opened in %.2f s\n", model.c_str(),
                double(std::filesystem::file_size(model)) / 1e6, secondsSince(start));
    std::fflush(stdout);
    if (rounds.count > 0) {
        measureRounds(*engine, rounds);
    }
    if (cancel > 0) {
        measureCancel(*engine, cancel);
    }
    if (clicks > 0) {
        measureClicks(*engine, clicks);
    }
    if (images > 0) {
        measureImages(*engine, images);
    }
    std::printf("peak memory %.0f MB\n", peakMegabytes());
    return 0;
}
