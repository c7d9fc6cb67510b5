// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace test {

/// Measures how long the event loop of this thread was kept from turning. Lives from construction to stop().
class Watchdog {
public:
    Watchdog();
    struct Block {
        double wall = 0; ///< milliseconds between two turns of the loop
        double busy = 0; ///< of these, computing on this thread; what other programs took is left out
    };
    /// The longest so far.
    Block longest() const { return m_longest; }

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_busy = 0;
    Block m_longest;
};

} // namespace test
