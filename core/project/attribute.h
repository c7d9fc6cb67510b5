// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <optional>

namespace core {

/// What a person typed, in the one form in which values of `attribute` are kept: "yes" or "no", one of the
/// choices as it is spelled there, a finite number in C notation, or text without spaces around it. None if
/// it is no value of that type; an empty text is none, too.
std::optional<QString> attributeValue(const Attribute& attribute, const QString& typed);

/// The words of a Bool.
QString attributeYes();
QString attributeNo();

} // namespace core
