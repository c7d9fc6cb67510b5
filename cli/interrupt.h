// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <thread>

namespace cli {

/// Turns Ctrl+C into a stop request while it lives. A second Ctrl+C ends the program the hard way.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_source.get_token(); }
    bool isRequested() const;

private:
    std::stop_source m_source;
    std::jthread m_watch;
};

} // namespace cli
