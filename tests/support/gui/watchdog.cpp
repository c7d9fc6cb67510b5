// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gui/watchdog.h"

#include <algorithm>
#include <ctime>

namespace test {
namespace {

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

} // namespace

Watchdog::Watchdog() {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    m_wall.start();
    m_busy = threadMilliseconds();
    m_timer.start(1);
}

void Watchdog::tick() {
    const double busy = threadMilliseconds();
    m_longest.wall = std::max(m_longest.wall, double(m_wall.nsecsElapsed()) / 1e6);
    m_longest.busy = std::max(m_longest.busy, busy - m_busy);
    m_wall.restart();
    m_busy = busy;
}

} // namespace test
