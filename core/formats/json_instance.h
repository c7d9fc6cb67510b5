// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QByteArray>

namespace core {

/// Whether a model gave this instance a score that says something.
bool hasScore(const Annotation& annotation);
/// An attribute's value as JSON: true or false, a number, or a quoted text.
QByteArray attributeJson(const Attribute& attribute, const QString& value);
/// All values by the attributes' names: `{"broken":true,…}`.
QByteArray attributesJson(const Label& label, const Annotation& annotation);

} // namespace core
