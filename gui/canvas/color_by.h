// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QList>
#include <QRgb>
#include <QString>

#include <vector>

namespace core {
class Project;
}

namespace gui {

/// What the colours of the masks tell.
enum class ColorBy { Label, Instance, Score, Source, State };

/// Opaque. The colours of scores, sources and states can be told apart by people who see no red or no green.
QRgb colorOf(ColorBy by, const core::Annotation& annotation, const core::Project& project);

struct LegendEntry {
    QRgb color = 0;
    QString text;
    bool operator==(const LegendEntry&) const = default;
};
/// What the colours of these annotations stand for; instances have a colour each and no legend.
QList<LegendEntry> legendOf(ColorBy by, const std::vector<const core::Annotation*>& annotations,
                            const core::Project& project);

QString stateName(core::State state);
QString originName(core::Origin origin);

} // namespace gui
