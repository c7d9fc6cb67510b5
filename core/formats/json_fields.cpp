// SPDX-License-Identifier: Apache-2.0
#include "core/formats/json_fields.h"

#include "core/formats/json_lists.h"
#include "core/formats/warning_list.h"
#include "core/mask/rle.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace core {

using nlohmann::json;

namespace {

constexpr double kMaxId = 9007199254740992.0; // 2^53: what every JSON reader can hold

using Keys = std::initializer_list<std::string_view>;

void noteValue(WarningList& warnings, const std::string& key, Keys used) {
    constexpr qsizetype kLongest = 40;
    if (std::find(used.begin(), used.end(), key) == used.end())
        warnings.add(QStringLiteral("%1 values of \"") + QString::fromStdString(key).left(kLongest) +
                     QStringLiteral("\" were left out: there is no place for them."));
}

bool saysNothing(const json& value) {
    return value.is_null() || value == json(false) || value == json(0) ||
           (value.is_string() && value.get_ref<const std::string&>().empty()) ||
           (value.is_structured() && value.empty());
}

} // namespace

const json& memberIn(const json& object, const char* key) {
    static const json kNothing;
    const auto found = object.find(key);
    return found == object.end() ? kNothing : *found;
}

std::optional<double> numberIn(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number())
        return std::nullopt;
    return found->get<double>();
}

std::optional<qint64> idIn(const json& object, const char* key) {
    const std::optional<double> value = numberIn(object, key);
    if (!value || std::abs(*value) > kMaxId || *value != std::floor(*value))
        return std::nullopt;
    return qint64(*value);
}

QString textIn(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        return {};
    return QString::fromStdString(found->get_ref<const std::string&>());
}

QSize sizeIn(const json& object) {
    const double width = numberIn(object, "width").value_or(0);
    const double height = numberIn(object, "height").value_or(0);
    if (!(width >= 1 && height >= 1 && width <= kMaxRleSide && height <= kMaxRleSide))
        return {};
    const QSize size = {int(width), int(height)};
    return fitsRunLengths(size) ? size : QSize();
}

void noteOthers(WarningList& warnings, const json& object, Keys used) {
    if (!object.is_object())
        return;
    for (const auto& [key, value] : object.items()) {
        if (!saysNothing(value))
            noteValue(warnings, key, used);
    }
}

void noteRest(WarningList& warnings, const JsonRest& rest, Keys used) {
    const bool ours = rest.info.is_object() &&
                      textIn(rest.info, "description").contains(QStringLiteral("exported by Maskwright"));
    if (!ours && !saysNothing(rest.info))
        noteValue(warnings, "info", {});
    for (const std::string& name : rest.names)
        noteValue(warnings, name, used);
}

} // namespace core
