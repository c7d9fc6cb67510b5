// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QList>
#include <QRect>

namespace core {

/// What one applied edit changed; the project's only signal carries it.
struct ChangeEvent {
    ImageId image; ///< whose annotations changed; none, with annotations listed: several images'
    QList<AnnotationId> annotations; ///< of loaded images: added, removed or changed
    QRect dirty;                     ///< pixels of `image` that must be painted again
    bool labels = false;             ///< the schema changed
    bool images = false;             ///< the image list changed
    bool loaded = false;             ///< annotations of `image` came from or left to the store
};

} // namespace core
