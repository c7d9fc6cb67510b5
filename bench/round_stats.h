// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"

#include <string>
#include <vector>

namespace bench {

/// Times of several rounds of the same calls, printed as medians.
class RoundStats {
public:
    void beginRound(double peakFlops) { m_peaks.push_back(peakFlops); }
    /// A call of the round and the stages it reported.
    void add(const std::string& call, double seconds, const std::vector<inference::StageTime>& stages);
    /// A line for each call and stage: GFLOP, seconds, share of the ceiling.
    void print() const;

private:
    struct Line {
        std::string name;
        double flop = 0;
        std::vector<double> seconds;
    };
    Line& line(const std::string& name);

    std::vector<double> m_peaks;
    std::vector<Line> m_lines;
};

} // namespace bench
