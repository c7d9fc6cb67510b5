// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace core {

/// Full path of a file or folder that is shipped with the program ("demo", "models/pocket.safetensors"),
/// found beside the program at <folder of the program>/../share/maskwright. Empty if it isn't there.
QString dataPath(const QString& relative);

} // namespace core
