// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/annotation.h"

#include <QByteArray>

#include <vector>

namespace core {

/// Instances on their way through a clipboard: to another image, window or machine.
struct InstanceClip {
    struct Instance {
        Label label;                       ///< without its id; no name: without a label
        Annotation annotation;             ///< without ids, times and group: the receiver gives its own
        QMap<QString, QString> attributes; ///< values by the attributes' names
    };
    QSize size; ///< of the image they come from
    std::vector<Instance> instances;
};

/// The clip as one line of JSON, masks as run lengths; it reads back to the same pixels.
QByteArray clipText(const InstanceClip& clip);
/// Errors, each one sentence: Unsupported for a text that is no such clip or of a later version, CorruptFile
/// for a clip whose sizes or masks are impossible or too large to hold.
Result<InstanceClip> clipFromText(const QByteArray& text);

} // namespace core
