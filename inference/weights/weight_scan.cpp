// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/weight_scan.h"

#include <algorithm>
#include <cstdint>

namespace inference {
namespace {

constexpr std::size_t kPanel = std::size_t{16} << 20; ///< bytes between two looks at the stop token

/// Whether all of it is finite; Cancelled once the run is.
Result<bool> isFinite(const Run& run, const WeightSource& source, const StoredTensor& stored) {
    for (std::size_t at = 0; at < stored.bytes.size(); at += kPanel) {
        if (run.interrupted())
            return fail(ErrorCode::Cancelled, "The request was cancelled.");
        StoredTensor panel = stored;
        panel.bytes = stored.bytes.subspan(at, std::min(kPanel, stored.bytes.size() - at));
        const bool isFine = inference::isFinite(panel);
        source.forget(panel.bytes); // much of a table is never asked for again
        if (!isFine)
            return false;
    }
    return true;
}

} // namespace

Status WeightScan::scan(const Run& run, std::string_view prefix) {
    while (true) {
        const auto next = m_waiting.lower_bound(prefix);
        if (next == m_waiting.end() || std::string_view(next->first).substr(0, prefix.size()) != prefix)
            return {};
        const auto [name, stored] = *next; // a request that runs meanwhile may take it off the list
        ASSIGN_OR_RETURN(const bool isFine, isFinite(run, *m_source, stored));
        if (!isFine)
            return fail(ErrorCode::CorruptFile, "The file is damaged: " + name +
                                                    " holds values that are not finite numbers; fetch it "
                                                    "again.");
        m_waiting.erase(name);
    }
}

} // namespace inference
