// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"

#include <QString>

namespace core {

/// The engine's error style under core's name: one for the whole program.
using inference::Error;
using inference::ErrorCode;
template <class T> using Result = inference::Result<T>;
using Status = inference::Status;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, const QString& message) {
    return inference::fail(code, message.toStdString());
}

} // namespace core
