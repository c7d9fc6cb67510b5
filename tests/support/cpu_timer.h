// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

namespace test {

/// Counts the processor time of this thread. For limits that only a wrong order of growth passes: other work
/// on the machine does not count.
class CpuTimer {
public:
    double milliseconds() const { return now() - m_start; }

private:
    static double now() {
        std::timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    double m_start = now();
};

} // namespace test
