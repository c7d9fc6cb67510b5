// SPDX-License-Identifier: Apache-2.0
#include "inference/base/trace.h"

#include <algorithm>

namespace inference {

void Trace::tap(const std::string& name, const Tensor& tensor) const {
    if (m_sink)
        m_sink(name, tensor);
}

void Trace::addTime(std::string_view stage, double milliseconds, double flop) {
    auto entry =
        std::find_if(m_times.begin(), m_times.end(), [&](const StageTime& t) { return t.stage == stage; });
    if (entry == m_times.end())
        entry = m_times.insert(m_times.end(), {std::string(stage), 0, 0, 0});
    entry->milliseconds += milliseconds;
    entry->flop += flop;
    ++entry->calls;
}

Trace::Scope::Scope(Trace* trace, std::string_view stage)
    : m_trace(trace), m_stage(stage), m_workBefore(trace ? trace->m_work : 0) {
    if (m_trace)
        m_start = std::chrono::steady_clock::now();
}

Trace::Scope::~Scope() {
    if (!m_trace)
        return;
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - m_start;
    m_trace->addTime(m_stage, elapsed.count(), m_trace->m_work - m_workBefore);
}

} // namespace inference
