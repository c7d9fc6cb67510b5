// SPDX-License-Identifier: Apache-2.0
#include "bench/round_stats.h"

#include <algorithm>
#include <cstdio>

namespace bench {

namespace {

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    if (values.empty())
        return 0;
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

RoundStats::Line& RoundStats::line(const std::string& name) {
    const auto known =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& l) { return l.name == name; });
    if (known != m_lines.end())
        return *known;
    m_lines.push_back({name, 0, {}});
    return m_lines.back();
}

void RoundStats::add(const std::string& call, double seconds,
                     const std::vector<inference::StageTime>& stages) {
    double flop = 0;
    for (const inference::StageTime& stage : stages)
        flop += stage.stage.find('/') == std::string::npos ? stage.flop : 0;
    Line& whole = line(call);
    whole.flop = flop;
    whole.seconds.push_back(seconds);
    for (const inference::StageTime& stage : stages) {
        Line& part = line("  " + call + ": " + stage.stage);
        part.flop = stage.flop;
        part.seconds.push_back(stage.milliseconds * 1e-3);
    }
}

void RoundStats::print() const {
    const double peak = median(m_peaks);
    std::printf("medians of %zu rounds; multiply-add ceiling %.1f GFLOP/s\n", m_peaks.size(), peak * 1e-9);
    std::printf("%10s %12s %9s %9s  stage\n", "GFLOP", "seconds", "GFLOP/s", "of peak");
    for (const Line& line : m_lines) {
        const double seconds = median(line.seconds);
        std::printf("%10.1f %12.4f %9.1f %8.1f%%  %s\n", line.flop * 1e-9, seconds,
                    line.flop / seconds * 1e-9, 100 * line.flop / seconds / peak, line.name.c_str());
    }
}

} // namespace bench
