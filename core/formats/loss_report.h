// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QtGlobal>

namespace core {

/// What a format will drop or change, counted before writing and checked afterwards.
struct LossReport {
    int images = 0;
    int instances = 0;
    int withHoles = 0;
    int withParts = 0;         ///< more than one connected part
    int instancesSkipped = 0;  ///< rejected, or empty masks
    qint64 pixelsChanged = 0;  ///< pixels that read back different
    QStringList fieldsDropped; ///< such as "lock state"
    bool isLossless() const { return pixelsChanged == 0 && instancesSkipped == 0; }
};

} // namespace core
