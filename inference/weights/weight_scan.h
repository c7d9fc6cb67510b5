// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/device/run.h"
#include "inference/weights/weight_source.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace inference {

/// The weights that are used where their file lies, looked through for values that are not finite numbers
/// before their first use: reading them all takes longer than opening a model may, and a layer behind them
/// can swallow such a value unseen. Together with what loading copies, and looks through, that is every
/// weight.
class WeightScan {
public:
    explicit WeightScan(std::shared_ptr<const WeightSource> source) : m_source(std::move(source)) {}

    void add(const std::string& name, const StoredTensor& stored) {
        m_waiting.insert_or_assign(name, stored);
    }
    /// Looks through those whose names begin with `prefix`, each once. Yields and can be cancelled every few
    /// milliseconds. Errors: CorruptFile (names the tensor; again at each call), Cancelled.
    Status scan(const Run& run, std::string_view prefix);

private:
    std::shared_ptr<const WeightSource> m_source;
    std::map<std::string, StoredTensor, std::less<>> m_waiting; ///< contiguous ones
};

} // namespace inference
