// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/tool_settings.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr double kLargest = 2000;

/// Settings are text, in which "nan" is a number; clamp() would let it through.
double brushSize(double wanted) {
    return std::isfinite(wanted) ? std::clamp(wanted, 1.0, kLargest) : 1.0;
}

/// Calls use(key, value) for each value.
template <class Values, class Use> void visit(Values& v, const Use& use) {
    use("tools/paintSize", v.paintSize);
    use("tools/eraseSize", v.eraseSize);
    use("tools/tolerance", v.tolerance);
    use("tools/contiguous", v.contiguous);
    use("tools/onlySimilar", v.onlySimilar);
    use("tools/similarity", v.similarity);
    use("tools/pressure", v.pressure);
}

} // namespace

void ToolSettings::set(Values values) {
    values.paintSize = brushSize(values.paintSize);
    values.eraseSize = brushSize(values.eraseSize);
    values.tolerance = std::clamp(values.tolerance, 0, 255);
    values.similarity = std::clamp(values.similarity, 0, 255);
    if (!(values == m_values)) {
        m_values = values;
        emit changed();
    }
}

void ToolSettings::load(const QSettings& settings) {
    Values values;
    visit(values, [&settings]<class T>(const char* key, T& value) {
        value = settings.value(QLatin1String(key), value).template value<T>();
    });
    set(values);
}

void ToolSettings::save(QSettings& settings) const {
    visit(m_values,
          [&settings](const char* key, auto value) { settings.setValue(QLatin1String(key), value); });
}

} // namespace gui
