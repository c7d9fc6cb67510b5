// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"

#include <chrono>
#include <csignal>

namespace cli {

namespace {

constexpr std::chrono::milliseconds kPoll{20};

// A signal handler may touch little more than this.
volatile std::sig_atomic_t interrupted = 0;

extern "C" void onInterrupt(int signal) {
    interrupted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

Interrupt::Interrupt()
    : m_watch([source = m_source](const std::stop_token& end) mutable {
          while (!end.stop_requested()) {
              if (interrupted != 0) {
                  source.request_stop();
                  return;
              }
              std::this_thread::sleep_for(kPoll);
          }
      }) {
    std::signal(SIGINT, onInterrupt);
}

bool Interrupt::isRequested() const {
    return interrupted != 0;
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
}

} // namespace cli
