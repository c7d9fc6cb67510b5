// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

namespace core {

/// While it lives, readers on this thread tell `progress` how many instances they have read, and stop when it
/// returns false. One at a time on each thread; without one nothing is told.
class ImportWatch {
public:
    explicit ImportWatch(const ImportProgress& progress);
    ~ImportWatch();
    ImportWatch(const ImportWatch&) = delete;
    ImportWatch& operator=(const ImportWatch&) = delete;

    /// Called by readers for each image and instance. Error: Cancelled.
    static Status goesOn(qint64 instances);
    [[nodiscard]] static tl::unexpected<Error> cancelled();
};

} // namespace core
