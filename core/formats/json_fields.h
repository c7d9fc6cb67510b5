// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <initializer_list>
#include <optional>
#include <string_view>

namespace core {

class WarningList;
struct JsonRest;

// What an entry of an annotation file says, if it says it in a form that can be used. `object` may be any
// JSON value.
const nlohmann::json& memberIn(const nlohmann::json& object, const char* key); ///< null if it says nothing
std::optional<double> numberIn(const nlohmann::json& object, const char* key);
/// Whole numbers up to 2^53, what every JSON reader can hold; 3.0 counts as one.
std::optional<qint64> idIn(const nlohmann::json& object, const char* key);
QString textIn(const nlohmann::json& object, const char* key);
/// "width" and "height"; empty if they can't be a picture's.
QSize sizeIn(const nlohmann::json& object);
/// Counts what an object says besides the keys in `used`, key by key, as left out. Null, false, 0
/// and what is empty say nothing.
void noteOthers(WarningList& warnings, const nlohmann::json& object,
                std::initializer_list<std::string_view> used);
/// The same of a whole file. What our own exports say of themselves in "info" is nothing.
void noteRest(WarningList& warnings, const JsonRest& rest, std::initializer_list<std::string_view> used);

} // namespace core
