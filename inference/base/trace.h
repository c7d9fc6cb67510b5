// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace inference {

class Tensor;

/// Time and work per stage, and named taps that hand intermediate tensors to a test. Off (both empty) in
/// ordinary runs.
class Trace {
public:
    using TapSink = std::function<void(const std::string& name, const Tensor& tensor)>;

    void setTapSink(TapSink sink) { m_sink = std::move(sink); }
    bool wantsTaps() const { return static_cast<bool>(m_sink); }
    void tap(const std::string& name, const Tensor& tensor) const;
    void addTime(std::string_view stage, double milliseconds, double flop);
    void addWork(double flop) { m_work += flop; }                   ///< of an operation, when it begins
    const std::vector<StageTime>& times() const { return m_times; } ///< in order of first use

    /// Adds the time from its making to its end, and the work begun in it, to `stage`. A null trace costs
    /// nothing. A scope may lie in another, as "image encoder/mlp" in "image encoder".
    class Scope {
    public:
        Scope(Trace* trace, std::string_view stage);
        ~Scope();
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Trace* m_trace;
        std::string_view m_stage;
        double m_workBefore;
        std::chrono::steady_clock::time_point m_start;
    };

private:
    TapSink m_sink;
    std::vector<StageTime> m_times;
    double m_work = 0;
};

} // namespace inference
