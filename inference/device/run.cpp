// SPDX-License-Identifier: Apache-2.0
#include "inference/device/run.h"

#include "inference/device/device.h"

namespace inference {

bool Run::wantsPause() const {
    return stop.stop_requested() || (yield && (!urgent || urgent()));
}

bool Run::interrupted() const {
    if (stop.stop_requested()) // a dead run must not start other people's work first
        return true;
    if (yield)
        yield();
    return stop.stop_requested();
}

Status Run::checkpoint(const Progress& where) const {
    if (interrupted())
        return fail(ErrorCode::Cancelled, "The request was cancelled.");
    RETURN_IF_ERROR(device.submit());
    if (progress)
        progress(where);
    return {};
}

} // namespace inference
