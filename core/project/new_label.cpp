// SPDX-License-Identifier: Apache-2.0
#include "core/project/new_label.h"

#include "core/project/project.h"

#include <algorithm>
#include <array>

namespace core {
namespace {

// Far apart in hue and of similar brightness, so that neighbours differ on photographs of any colour.
constexpr std::array<QRgb, 12> kColors{0xffe6485d, 0xff2f9be0, 0xff3fb950, 0xfff2a93b,
                                       0xff9d6bea, 0xff19b8a6, 0xffe86db7, 0xffb5c334,
                                       0xff6f8cff, 0xffd97757, 0xff57c7e8, 0xffb08d57};

} // namespace

Label newLabel(Project& project, const QString& name, const QList<Label>& made) {
    Label label = newLabel(name, project.labels() + made);
    label.id = project.newLabelId();
    return label;
}

Label newLabel(const QString& name, const QList<Label>& known) {
    Label label;
    label.name = name.simplified();
    std::array<int, kColors.size()> uses{};
    for (const Label& other : known) {
        label.order = std::max(label.order, other.order + 1);
        const auto same = std::find(kColors.begin(), kColors.end(), other.color.rgb());
        if (same != kColors.end()) {
            ++uses[std::size_t(same - kColors.begin())];
        }
    }
    const auto best = std::min_element(uses.begin(), uses.end());
    label.color = QColor(kColors[std::size_t(best - uses.begin())]);
    return label;
}

} // namespace core
