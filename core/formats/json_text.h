// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

/// A quoted JSON string in UTF-8; lone surrogates become U+FFFD.
QByteArray jsonString(const QString& text);
/// The same for UTF-8 or ASCII bytes, such as run length strings.
QByteArray jsonString(const QByteArray& utf8);
/// The shortest decimal that reads back to the same number; `value` must be finite. Independent of the
/// locale.
QByteArray jsonNumber(float value);

/// Whether brackets stand in each other deeper than `levels`, outside of strings: to be asked before a
/// document is copied or destroyed by functions that call themselves for each level.
bool nestsDeeperThan(const QByteArray& json, int levels);

} // namespace core
