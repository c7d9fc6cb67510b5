// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine_port.h"

#include <QImage>
#include <QString>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace core {

/// What a scripted engine does, shared with the test. Set the plain members before the service starts; the
/// atomic ones may change while it runs.
struct EngineScript {
    std::atomic<int> encodeSteps =
        10; ///< layers of the encoder, with a checkpoint, progress and yield after each
    std::atomic<int> promptSteps = 1;
    std::chrono::milliseconds step{1};
    std::atomic<bool> throwBadAlloc = false; ///< by the next prompts
    std::atomic<bool> failEncode = false;
    std::set<QString> badFiles; ///< models that don't open
    std::atomic<int> loadMilliseconds = 0;
    int maskSize = 4;

    /// Lines such as "encode+ a", "encode- a" (ended), "encode! a" (stopped), "prompt+ cat", in order.
    void log(const std::string& line);
    std::vector<std::string> lines() const;
    int count(const std::string& line) const;
    /// Waits up to five seconds for `line` to have been logged `times` times.
    bool waitFor(const std::string& line, int times = 1) const;

    std::vector<inference::InstancePrompt> instancePrompts() const;
    void remember(const inference::InstancePrompt& prompt);

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_lines;
    std::vector<inference::InstancePrompt> m_prompts;
};

/// Opens an engine that follows the script; its model is named after the file. `script` must outlive the
/// service.
EngineFactory scriptedFactory(EngineScript& script);

/// An image whose content hash is `hash`; the scripted engine names it so in its log.
struct LoadedImage scriptedImage(qint64 id, const QByteArray& hash, QSize size = {32, 16});

} // namespace core
