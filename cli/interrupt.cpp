// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"

#include <atomic>
#include <chrono>
#include <csignal>

namespace cli {

namespace {

constexpr std::chrono::milliseconds kPoll{20};

// Of what several threads may share, a signal handler may touch only atomics without locks.
std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void onInterrupt(int signal) {
    interrupted = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

Interrupt::Interrupt()
    : m_watch([source = m_source](const std::stop_token& end) mutable {
          while (!end.stop_requested()) {
              if (interrupted) {
                  source.request_stop();
                  return;
              }
              std::this_thread::sleep_for(kPoll);
          }
      }) {
    std::signal(SIGINT, onInterrupt);
}

bool Interrupt::isRequested() const {
    return interrupted;
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
}

} // namespace cli
